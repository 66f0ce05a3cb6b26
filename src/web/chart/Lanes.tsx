import { shortDay, useWords } from '../language/words.ts'
import type { Active } from './ChartDrawing.tsx'
import { textWidth } from './layout.ts'
import { COLUMNS, LADDER_STEP, type PlacedSignal, type Plan } from './plan.ts'
import { place } from './shapes.ts'

const diamond = (x: number, y: number) => `M${x} ${y - 4.2}l4.2 4.2l-4.2 4.2l-4.2 -4.2z`

/** Lanes of dealings: a filled diamond was read, a hollow one is recalled. */
export function Lanes({ plan, active }: { readonly plan: Plan; readonly active: Active | null }) {
  const { x0, scale, width, narrow } = plan
  return plan.lanes.map((placed, index) => (
    <g key={placed.lane.name}>
      <rect
        className={active?.row === index ? 'rowhit on' : 'rowhit'}
        x={0}
        y={placed.top + 0.5}
        width={width}
        height={placed.height - 1}
      />
      {placed.ruled || narrow ? <line className="hair" x1={0} y1={placed.top} x2={width} y2={placed.top} /> : null}
      {placed.group && !narrow ? (
        <text className="auth" x={0} y={placed.y + 4.5}>
          {placed.group}
        </text>
      ) : null}
      <text className={narrow ? 'l2' : 'lane'} x={narrow ? 0 : COLUMNS.list} y={narrow ? placed.top + 14 : placed.y + 4.5}>
        {placed.lane.name}
      </text>
      <line className="hair" x1={x0} y1={placed.y} x2={x0 + scale.width} y2={placed.y} />
      {placed.lane.events.map((event, i) => {
        const x = place(event.day, scale)
        if (x < 0 || x > scale.width) return null
        const on = active?.row === index && active.part === i
        return (
          <g key={`${event.day} ${event.title}`}>
            <path
              className={event.recalled ? 'bg k-ev' : 'f-ev'}
              d={diamond(x0 + x, placed.y)}
              {...(event.recalled ? { strokeWidth: 1.3 } : {})}
            />
            {on ? <rect className="partmark" x={x0 + x - 8} y={placed.y - 8} width={16} height={16} /> : null}
          </g>
        )
      })}
    </g>
  ))
}

/** Pending changes: steps of a ladder where the span is short, diamonds in a line where it is long. */
export function Signals({ plan }: { readonly plan: Plan }) {
  const { narrow, width, x0, scale } = plan
  return plan.signals.map(placed => (
    <g key={placed.signal.name}>
      {placed.first || narrow ? <line className="hair" x1={0} y1={placed.top} x2={width} y2={placed.top} /> : null}
      {placed.first && !narrow ? (
        <text className="auth" x={0} y={placed.top + 15.5}>
          Signals
        </text>
      ) : null}
      <text className={narrow ? 'l2' : 'lane'} x={narrow ? 0 : COLUMNS.list} y={placed.top + (narrow ? 14 : 15.5)}>
        {narrow ? `Signals: ${placed.signal.name}` : placed.signal.name}
      </text>
      {placed.ladder ? (
        <Ladder placed={placed} plan={plan} />
      ) : (
        <>
          <line className="hair" x1={x0} y1={placed.y} x2={x0 + scale.width} y2={placed.y} />
          {inside(placed, plan).map(step => (
            <path key={`${step.day} ${step.word}`} className="f-pending" d={diamond(step.x, placed.y)} />
          ))}
        </>
      )}
    </g>
  ))
}

function Ladder({ placed, plan }: { readonly placed: PlacedSignal; readonly plan: Plan }) {
  const words = useWords()
  const steps = inside(placed, plan)
  const [first] = steps
  if (!first) return null
  const y = (i: number) => placed.y - i * LADDER_STEP
  const path = steps.map((step, i) => (i === 0 ? `M${step.x} ${y(0) + 12}V${y(0)}` : `H${step.x}V${y(i)}`)).join('')
  return (
    <>
      <path className="k-pending" fill="none" strokeWidth={1.6} d={path} />
      {steps.map((step, i) => {
        const text = `${step.word}, ${shortDay(step.day, words)}`
        const room = step.x - plan.x0 > textWidth(text, 12) + 12
        return (
          <g key={`${step.day} ${step.word}`}>
            <path className="f-pending" d={diamond(step.x, y(i))} />
            <text className="evl" x={room ? step.x - 9 : step.x + 9} y={y(i) + (room ? 2 : 4)} textAnchor={room ? 'end' : 'start'}>
              {text}
            </text>
          </g>
        )
      })}
    </>
  )
}

const inside = (placed: PlacedSignal, { scale, x0 }: Plan) =>
  placed.signal.steps.map(step => ({ ...step, x: x0 + place(step.day, scale) })).filter(step => step.x >= x0 && step.x <= x0 + scale.width)
