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
  const right = left + width
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
    case 'frame':
      return (
        <>
          <rect
            className={`bg k-${tone}`}
            x={left + 0.75}
            y={y - half + 0.75}
            width={Math.max(0, width - 1.5)}
            height={2 * half - 1.5}
            strokeWidth={1.5}
          />
          <line className={`k-${tone}`} x1={left} y1={y} x2={right} y2={y} strokeWidth={1.5} />
        </>
      )
    case 'hatch':
      return (
        <>
          <rect className="bg" x={left} y={y - half} width={width} height={2 * half} />
          <rect
            className={`k-${tone}`}
            fill="url(#hatch)"
            x={left + 0.75}
            y={y - half + 0.75}
            width={Math.max(0, width - 1.5)}
            height={2 * half - 1.5}
            strokeWidth={1.5}
          />
        </>
      )
    case 'stroke':
      return mirrored ? (
        <line className={`k-${tone}`} x1={left + 5} y1={y + half + 3} x2={left - 5} y2={y - half - 3} strokeWidth={1.8} />
      ) : (
        <line className={`k-${tone}`} x1={left - 5} y1={y + half + 3} x2={left + 5} y2={y - half - 3} strokeWidth={1.8} />
      )
    case 'presumed':
      return <line className={`k-${tone}`} x1={left} y1={y} x2={right} y2={y} strokeWidth={2} strokeDasharray="5 3" />
    case 'dash':
      return <line className={`k-${tone}`} x1={left} y1={y} x2={right} y2={y} strokeWidth={1} strokeDasharray="6 4" />
    case 'hair':
      return <line className={`k-${tone}`} x1={left} y1={y} x2={right} y2={y} strokeWidth={1.2} />
    case 'dots':
      return <line className={`k-${tone}`} x1={left} y1={y} x2={right} y2={y} strokeWidth={1.6} strokeDasharray="1 5" />
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
  }
}
