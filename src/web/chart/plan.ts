import { dayNumber } from '../time/days.ts'
import { type ChartContent, type ChartRow, type Lane, type SignalSteps, textWidth, wrap } from './layout.ts'
import type { Scale } from './shapes.ts'

/** Columns of the wide chart in pixels: authority, list, axis, status at the end. */
export const COLUMNS = { list: 118, axis: 345, end: 140, size: 13 } as const

/** A row with its place. */
export type PlacedRow = {
  readonly row: ChartRow
  readonly top: number
  readonly height: number
  /** The middle of the first line: bars and words stand on it. */
  readonly y: number
  readonly authority: readonly string[]
  readonly name: readonly string[]
  /** True where a hairline parts it from the authority above. */
  readonly ruled: boolean
}
/** A lane with its place. */
export type PlacedLane = {
  readonly lane: Lane
  readonly top: number
  readonly height: number
  readonly y: number
  readonly group: string | null
  readonly ruled: boolean
}
/** A signal with its place; as a ladder where the span is short enough to climb. */
export type PlacedSignal = {
  readonly signal: SignalSteps
  readonly top: number
  readonly height: number
  readonly y: number
  readonly ladder: boolean
  readonly first: boolean
}

/** A chart laid out: every row, lane and signal with its place. */
export type Plan = {
  readonly narrow: boolean
  readonly width: number
  readonly x0: number
  readonly scale: Scale
  readonly top: number
  readonly height: number
  readonly rows: readonly PlacedRow[]
  readonly lanes: readonly PlacedLane[]
  readonly signals: readonly PlacedSignal[]
}

/** Below this width labels stand above their bars. */
const NARROW = 720
const LINE = 15
const ROW = 22
const NARROW_ROW = 42
const STEP = 14
const LADDER_YEARS = 10

/** Lays a chart out for a width in pixels; nothing is scaled, so that text is drawn at its real size. */
export function planOf(content: ChartContent, span: { readonly from: string; readonly to: string }, width: number): Plan {
  const narrow = width < NARROW
  const x0 = narrow ? 2 : COLUMNS.axis
  const scale: Scale = { ...span, width: narrow ? width - 4 : width - COLUMNS.axis - COLUMNS.end }
  const top = narrow ? 24 : content.ticks.length > 0 ? 46 : 35
  const ladder = (dayNumber(span.to) - dayNumber(span.from)) / 365.25 <= LADDER_YEARS + 1 && !narrow
  let y = top
  const rows = content.rows.map((row, i): PlacedRow => {
    const ruled = row.authority !== content.rows[i - 1]?.authority
    const placed = narrow ? narrowRow(row, y, ruled, width) : wideRow(row, y, ruled)
    y += placed.height
    return placed
  })
  y += content.lanes.length > 0 ? 8 : 0
  const lanes = content.lanes.map((lane, i): PlacedLane => {
    const ruled = i === 0
    const height = narrow ? 40 : ROW
    const placed = { lane, top: y, height, y: narrow ? y + 28 : y + height / 2, group: ruled ? lane.group : null, ruled }
    y += height
    return placed
  })
  y += content.signals.length > 0 ? 6 : 0
  const signals = content.signals.map((signal, i): PlacedSignal => {
    const height = ladder ? Math.max(ROW, signal.steps.length * STEP + 14) : narrow ? 40 : ROW
    const placed = { signal, top: y, height, y: narrow ? y + 28 : ladder ? y + height - 12 : y + ROW / 2, ladder, first: i === 0 }
    y += height
    return placed
  })
  return { narrow, width, x0, scale, top, height: y + 22, rows, lanes, signals }
}

function wideRow(row: ChartRow, top: number, ruled: boolean): PlacedRow {
  const authority = ruled ? wrap(row.authority, COLUMNS.list - 10, COLUMNS.size * 1.04) : []
  const name = wrap(row.name, COLUMNS.axis - COLUMNS.list - 12, COLUMNS.size)
  const height = ROW + (Math.max(authority.length, name.length, 1) - 1) * LINE
  return { row, top, height, y: top + ROW / 2, authority, name, ruled }
}

function narrowRow(row: ChartRow, top: number, ruled: boolean, width: number): PlacedRow {
  const authorityWidth = textWidth(`${row.authority} `, COLUMNS.size * 1.06)
  const room = width - 110
  const oneLine = authorityWidth + textWidth(row.name, COLUMNS.size) <= room
  const name = oneLine ? [row.name] : wrap(row.name, room, COLUMNS.size)
  const lines = oneLine ? 1 : 1 + name.length
  const height = NARROW_ROW + (lines - 1) * LINE
  return { row, top, height, y: top + height - 13, authority: [row.authority], name, ruled }
}

/** How far one step of a ladder lies above the one before. */
export const LADDER_STEP = STEP
