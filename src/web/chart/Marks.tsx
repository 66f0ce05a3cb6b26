import type { Shape } from './shapes.ts'

type Props = {
  readonly shapes: readonly Shape[]
  /** Middle of the row, and half the height of a bar. */
  readonly y: number
  readonly half: number
  /** Where the axis begins, and its length; a mirrored axis runs from its far end. */
  readonly x0: number
  readonly width: number
  readonly mirrored: boolean
}

/** The marks of one row as SVG. */
export function Marks({ shapes, y, half, x0, width, mirrored }: Props) {
  return (
    <>
      {shapes.map((shape, index) => {
        const left = mirrored ? x0 + width - shape.x - (POINT.has(shape.kind) ? 0 : shape.width) : x0 + shape.x
        return <Mark key={`${shape.kind} ${index}`} shape={shape} left={left} y={y} half={half} mirrored={mirrored} />
      })}
    </>
  )
}

const POINT: ReadonlySet<Shape['kind']> = new Set(['cap', 'ring', 'stroke', 'reading'])

type MarkProps = { readonly shape: Shape; readonly left: number; readonly y: number; readonly half: number; readonly mirrored: boolean }

function Mark({ shape, left, y, half, mirrored }: MarkProps) {
  const { kind, tone, width } = shape
  switch (kind) {
    case 'bar':
    case 'slice':
      return <rect className={`f-${tone}`} x={left} y={y - half} width={width} height={2 * half} />
    case 'thin':
      return <rect className={`f-${tone}`} x={left} y={y - 1.5} width={width} height={3} />
    case 'cap':
      return <rect className={`f-${tone}`} x={left - 1} y={y - half - 3} width={2} height={2 * half + 6} />
    case 'ring':
      return <circle className={`bg k-${tone}`} cx={left} cy={y - half - 3} r={2.6} strokeWidth={1.3} />
    case 'reading':
      return (
        <circle
          className={`bg k-${tone}`}
          cx={left}
          cy={y}
          r={4}
          strokeWidth={1.5}
          {...(shape.broken ? { strokeDasharray: '2 1.6' } : {})}
        />
      )
    case 'frame':
    case 'hatch':
      return <Framed shape={shape} left={left} y={y} half={half} />
    case 'stroke': {
      const lean = mirrored ? -5 : 5
      return <line className={`k-${tone}`} x1={left - lean} y1={y + half + 3} x2={left + lean} y2={y - half - 3} strokeWidth={1.8} />
    }
    case 'presumed':
    case 'dash':
    case 'hair':
    case 'dots':
      return <line className={`k-${tone}`} x1={left} y1={y} x2={left + width} y2={y} {...LINES[kind]} />
  }
}

/** Lines along the axis: disputed and not read since, after a removal, no entry, not read since. */
const LINES = {
  presumed: { strokeWidth: 2, strokeDasharray: '5 3' },
  dash: { strokeWidth: 1, strokeDasharray: '6 4' },
  hair: { strokeWidth: 1.2 },
  dots: { strokeWidth: 1.6, strokeDasharray: '1 5' },
} as const

/** A framed bar: hatched where suspended, with a line through its middle where disputed. */
function Framed({ shape, left, y, half }: Omit<MarkProps, 'mirrored'>) {
  const { kind, tone, width } = shape
  const inner = { x: left + 0.75, y: y - half + 0.75, width: Math.max(0, width - 1.5), height: 2 * half - 1.5, strokeWidth: 1.5 }
  return (
    <>
      <rect className="bg" x={left} y={y - half} width={width} height={2 * half} />
      <rect className={`k-${tone}`} fill={kind === 'hatch' ? 'url(#hatch)' : 'none'} {...inner} />
      {kind === 'frame' ? <line className={`k-${tone}`} x1={left} y1={y} x2={left + width} y2={y} strokeWidth={1.5} /> : null}
    </>
  )
}
