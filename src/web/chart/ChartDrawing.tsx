import type { Words } from '../language/en.ts'
import { monthOf, useWords } from '../language/words.ts'
import { markOf, toneOf } from '../pieces/Status.tsx'
import { Lanes, Signals } from './Lanes.tsx'
import { axisOf, type ChartContent, endWords, withoutCollisions } from './layout.ts'
import { Marks } from './Marks.tsx'
import { COLUMNS, type PlacedRow, type Plan } from './plan.ts'
import { place, shapesOf } from './shapes.ts'

/** The row and the part of it that the reader is on. */
export type Active = { readonly row: number; readonly part: number }

type Props = {
  readonly plan: Plan
  readonly content: ChartContent
  readonly active: Active | null
  readonly choose: (active: Active) => void
  readonly title: string
}

/** A laid-out chart as SVG. */
export function ChartDrawing({ plan, content, active, choose, title }: Props) {
  const { width, height, x0, scale, narrow } = plan
  const x = (day: string) => x0 + place(day, scale)
  return (
    <svg className="tc" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <Axis plan={plan} now={content.now} />
      {narrow ? null : <Resolutions plan={plan} content={content} />}
      {plan.rows.map((placed, index) => (
        // The drawing is the picture of the application around it, which has the keys; a click is one more way to choose a row.
        <g key={placed.row.list} onClick={() => choose({ row: index, part: 0 })}>
          <Row placed={placed} plan={plan} now={content.now} active={active?.row === index ? active.part : null} />
        </g>
      ))}
      <Lanes plan={plan} active={active ? { ...active, row: active.row - plan.rows.length } : null} />
      <Signals plan={plan} />
      <line className="today" x1={x(content.now)} y1={18} x2={x(content.now)} y2={height - 12} />
      <DayLabel text="today" at={x(content.now)} y={height - 2} width={width} className="todaylab" />
      {content.asked && content.asked >= scale.from && content.asked <= scale.to ? (
        <>
          <line className="askedday" x1={x(content.asked)} y1={18} x2={x(content.asked)} y2={height - 12} />
          {Math.abs(x(content.asked) - x(content.now)) > 150 ? (
            <DayLabel text="day asked" at={x(content.asked)} y={height - 2} width={width} className="askedlab" />
          ) : null}
        </>
      ) : null}
    </svg>
  )
}

function DayLabel({
  text,
  at,
  y,
  width,
  className,
}: {
  readonly text: string
  readonly at: number
  readonly y: number
  readonly width: number
  readonly className: string
}) {
  const late = at > width - 60
  return (
    <text className={className} x={late ? at - 4 : at + 4} y={y} textAnchor={late ? 'end' : 'start'}>
      {text}
    </text>
  )
}

function Axis({ plan, now }: { readonly plan: Plan; readonly now: string }) {
  const { scale, x0, top, height, width, narrow } = plan
  const ticks = axisOf(scale).map(tick => ({ ...tick, x: x0 + place(tick.day, scale) }))
  const today = x0 + place(now, scale)
  const meetsToday = (x: number) => x < today && x + 36 > today
  const labelled = new Set(
    withoutCollisions(ticks, 12, 8)
      .filter(t => t.x + 34 < (narrow ? width : width - COLUMNS.end + 8) && !meetsToday(t.x))
      .map(t => t.day),
  )
  return (
    <>
      {ticks.map(tick => (
        <line key={tick.day} className="grid" x1={tick.x} y1={top - 5} x2={tick.x} y2={height - 12} />
      ))}
      {ticks.map(tick =>
        labelled.has(tick.day) ? (
          <text key={tick.day} className="ax" x={tick.x + 4} y={top - 9}>
            {tick.label}
          </text>
        ) : null,
      )}
      {narrow ? null : (
        <>
          <text className="ax" x={0} y={top - 9}>
            Authority and list
          </text>
          <text className="ax" x={width - COLUMNS.end + 12} y={top - 9}>
            On the day asked
          </text>
        </>
      )}
    </>
  )
}

function Resolutions({ plan, content }: { readonly plan: Plan; readonly content: ChartContent }) {
  const inside = content.ticks.filter(t => t.day >= plan.scale.from && t.day <= plan.scale.to)
  if (inside.length === 0) return null
  const ticks = inside.map(t => ({ ...t, x: plan.x0 + place(t.day, plan.scale) }))
  const labelled = new Set(withoutCollisions(ticks, 12))
  const labels = new Set([...labelled].map(t => t.label))
  return (
    <>
      <text className="lane" x={0} y={12}>
        UN resolutions
      </text>
      {ticks.map(tick => (
        <g key={tick.label}>
          <line className="k-ev" x1={tick.x} y1={13} x2={tick.x} y2={21} strokeWidth={1.6} />
          {labels.has(tick.label) ? (
            <text className="evl" x={tick.x - 1} y={10}>
              {tick.label}
            </text>
          ) : null}
        </g>
      ))}
    </>
  )
}

type RowProps = { readonly placed: PlacedRow; readonly plan: Plan; readonly now: string; readonly active: number | null }

function Row({ placed, plan, now, active }: RowProps) {
  const words = useWords()
  const { row, y, top, height, ruled } = placed
  const { narrow, x0, scale, width } = plan
  const interval = active === null ? undefined : row.intervals[active]
  const from = interval ? Math.max(0, interval.start ? place(interval.start.by, scale) : 0) : 0
  const to = interval ? Math.min(scale.width, place(interval.end?.by ?? now, scale)) : 0
  return (
    <>
      <rect className={active === null ? 'rowhit' : 'rowhit on'} x={0} y={top + 0.5} width={width} height={height - 1} />
      {ruled || narrow ? <line className="hair" x1={0} y1={top} x2={width} y2={top} /> : null}
      {narrow ? <NarrowLabels placed={placed} width={width} words={words} /> : <WideLabels placed={placed} width={width} words={words} />}
      <Marks shapes={shapesOf(row.intervals, scale, now)} y={y} half={5} x0={x0} width={scale.width} mirrored={false} />
      {interval && to > from ? <rect className="partmark" x={x0 + from - 2} y={y - 10} width={to - from + 4} height={20} /> : null}
    </>
  )
}

type LabelProps = { readonly placed: PlacedRow; readonly width: number; readonly words: Words }

function WideLabels({ placed, width, words }: LabelProps) {
  const { row, y, authority, name } = placed
  const tone = toneOf(row.standing.status)
  return (
    <>
      {authority.map((line, i) => (
        <text key={line} className="auth" x={0} y={y + 4.5 + i * 15}>
          {line}
        </text>
      ))}
      {name.map((line, i) => (
        <text key={line} className="l2" x={COLUMNS.list} y={y + 4.5 + i * 15}>
          {line}
        </text>
      ))}
      <use href={markOf(row.standing.status)} className={`s-${tone}`} x={width - COLUMNS.end + 12} y={y - 5.5} width={11} height={11} />
      <text className={`w-${tone}`} x={width - COLUMNS.end + 29} y={y + 4.5}>
        {standingText(row.standing, words)}
      </text>
    </>
  )
}

function NarrowLabels({ placed, width, words }: LabelProps) {
  const { row, top, authority, name, height } = placed
  const tone = toneOf(row.standing.status)
  const apart = height > 42
  return (
    <>
      <text x={0} y={top + 15}>
        <tspan className="auth">{authority[0]}</tspan>
        {apart ? null : <tspan className="l2"> {name[0]}</tspan>}
      </text>
      {apart
        ? name.map((line, i) => (
            <text key={line} className="l2" x={0} y={top + 30 + i * 15}>
              {line}
            </text>
          ))
        : null}
      <use href={markOf(row.standing.status)} className={`s-${tone}`} x={width - 14} y={top + 5} width={11} height={11} />
      <text className={`w-${tone}`} x={width - 19} y={top + 15} textAnchor="end">
        {narrowText(row.standing, words)}
      </text>
    </>
  )
}

const lower = (words: Words) =>
  Object.fromEntries(
    Object.entries(words.status).map(([key, word]) => [key, word.charAt(0).toLowerCase() + word.slice(1)]),
  ) as Words['status']

const standingText = (standing: PlacedRow['row']['standing'], words: Words) =>
  endWords(standing, lower(words), day => monthOf(day.slice(0, 7), words))

function narrowText(standing: PlacedRow['row']['standing'], words: Words): string {
  if (standing.status === 'never' && standing.listing.lastRead) return monthOf(standing.listing.lastRead.slice(0, 7), words)
  return standing.disputed && standing.status === 'listed' ? words.disputed : standingText(standing, words)
}
