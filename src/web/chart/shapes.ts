import type { AnswerStatus, Day } from '../answers.ts'
import { addDays, dayNumber } from '../time/days.ts'

/** The day of a change as well as known: later than `after` (null: unknown), by `by` at the latest. */
export type Edge = { readonly after: Day | null; readonly by: Day }

/** One stretch of one status of a party on a list, as a chart draws it. */
export type Interval = {
  readonly status: AnswerStatus
  readonly start: Edge | null
  /** Null while it goes on. */
  readonly end: Edge | null
  /** The last day this state was read in a source; null where it was never read after its start. */
  readonly lastRead: Day | null
  readonly recalled: boolean
  readonly disputed: boolean
}

/** What is shown of time, and how wide. */
export type Scale = { readonly from: Day; readonly to: Day; readonly width: number }

/** A colour role. */
export type Tone = 'listed' | 'suspended' | 'delisted' | 'never'

/**
 * A mark on one row, along the time axis only; the row's height is the drawing's affair.
 *
 * bar full · slice full, part of an edge not known to the day · thin presumed after the last reading · cap known edge ·
 * ring edge recalled · frame and middle disputed · presumed disputed and not read since · hatch suspended ·
 * stroke removal · dash after a removal · hair no entry · reading the day it was read · dots not read since
 */
export type Shape = {
  readonly kind:
    | 'bar'
    | 'slice'
    | 'thin'
    | 'cap'
    | 'ring'
    | 'frame'
    | 'presumed'
    | 'hatch'
    | 'stroke'
    | 'dash'
    | 'hair'
    | 'reading'
    | 'dots'
  readonly tone: Tone
  readonly x: number
  readonly width: number
  /** Recalled marks of a reading have a broken edge. */
  readonly broken?: boolean
}

/** Pixels of slices drawn before a first reading whose start is unknown. */
const UNKNOWN_START = 28
/** The least length of a bar that was never read again, so that it can be seen at all. */
const LEAST_BAR = 8
/** About the distance of one slice from the next. */
const SLICE_STEP = 6

/** The place of a day's beginning on the axis, unclipped. */
export function place(day: Day, { from, to, width }: Scale): number {
  const start = dayNumber(from)
  const length = dayNumber(to) - start
  return length <= 0 ? 0 : ((dayNumber(day) - start) / length) * width
}

/**
 * The marks of one row: Status, Span and TimeChart all draw these.
 *
 * @param intervals of one list, in order of time
 * @param now the day up to which things are known; nothing is drawn after it
 * @returns marks within the scale, in the order they are painted
 */
export function shapesOf(intervals: readonly Interval[], scale: Scale, now: Day): readonly Shape[] {
  const end = place(now, scale)
  const shapes = intervals.flatMap((interval, index) => {
    const next = intervals[index + 1]
    const until = next?.start ? Math.min(end, place(next.start.by, scale)) : end
    return shapesOfInterval({ interval, next, scale, until })
  })
  return shapes.flatMap(shape => clip(shape, scale.width))
}

type Drawn = { readonly interval: Interval; readonly next: Interval | undefined; readonly scale: Scale; readonly until: number }

function shapesOfInterval(drawn: Drawn): readonly Shape[] {
  switch (drawn.interval.status) {
    case 'listed':
    case 'suspended':
      return heldShapes(drawn)
    case 'delisted':
      return removedShapes(drawn)
    case 'never':
      return neverShapes(drawn)
    case 'not-listed':
    case 'unknown':
      return []
  }
}

/** A listing or a suspension: its edges, its body, what is presumed after it, and its removal where nothing follows. */
function heldShapes({ interval, next, scale, until }: Drawn): readonly Shape[] {
  const tone = interval.status === 'suspended' ? 'suspended' : 'listed'
  const opening = openingOf(interval, scale, tone)
  const closing = closingOf(interval, next, scale, tone, until)
  const read = Math.max(opening.body, interval.lastRead ? place(addDays(interval.lastRead, 1), scale) : opening.body + LEAST_BAR)
  const bodyEnd = interval.end ? closing.body : Math.min(read, until)
  const body = bodyShapes(interval, tone, opening.body, bodyEnd)
  const presumed: Shape[] =
    !interval.end && bodyEnd < until ? [{ kind: interval.disputed ? 'presumed' : 'thin', tone, x: bodyEnd, width: until - bodyEnd }] : []
  return [...opening.shapes, ...body, ...presumed, ...opening.marks, ...closing.shapes]
}

function bodyShapes(interval: Interval, tone: Tone, x: number, end: number): readonly Shape[] {
  const width = end - x
  if (width <= 0) return []
  if (interval.disputed && tone === 'listed') return [{ kind: 'frame', tone, x, width }]
  return [{ kind: tone === 'suspended' ? 'hatch' : 'bar', tone, x, width }]
}

type Opening = { readonly body: number; readonly shapes: readonly Shape[]; readonly marks: readonly Shape[] }

/** A start: cap where the day is known, slices where it lies in an interval or is unknown; a ring where it is recalled. */
function openingOf({ start, recalled }: Interval, scale: Scale, tone: Tone): Opening {
  if (start === null) return { body: 0, shapes: [], marks: [] }
  const by = place(start.by, scale)
  const ring: Shape[] = recalled ? [{ kind: 'ring', tone, x: by, width: 0 }] : []
  if (start.after === null) {
    const from = Math.max(0, by - UNKNOWN_START)
    return { body: by, shapes: slices(from, by, tone, 'growing'), marks: ring }
  }
  const earliest = addDays(start.after, 1)
  if (earliest >= start.by) return { body: by, shapes: [], marks: [{ kind: 'cap', tone, x: by, width: 2 }, ...ring] }
  return { body: by, shapes: slices(place(earliest, scale), by, tone, 'growing'), marks: ring }
}

type Closing = { readonly body: number; readonly shapes: readonly Shape[] }

/** An end: the body stops at the first day it may lie on, slices lead to the last; a stroke where nothing follows at once. */
function closingOf(interval: Interval, next: Interval | undefined, scale: Scale, tone: Tone, until: number): Closing {
  const { end } = interval
  if (end === null) return { body: until, shapes: [] }
  const by = place(end.by, scale)
  const earliest = end.after === null ? end.by : addDays(end.after, 1)
  const known = earliest >= end.by
  const body = known ? by : place(earliest, scale)
  const lead = known ? [] : slices(body, by, tone, 'shrinking')
  const follows = next?.start && (next.status === 'delisted' || next.start.by <= end.by)
  return { body, shapes: follows ? lead : [...lead, ...removal(by, until)] }
}

function removedShapes({ interval, scale, until }: Drawn): readonly Shape[] {
  return interval.start ? removal(place(interval.start.by, scale), until) : []
}

const removal = (x: number, until: number): readonly Shape[] => [
  { kind: 'stroke', tone: 'delisted', x, width: 10 },
  { kind: 'dash', tone: 'delisted', x: x + 5, width: Math.max(0, until - x - 5) },
]

/** No entry: a hairline up to the last reading with a ring on it, dots after it. */
function neverShapes({ interval, scale, until }: Drawn): readonly Shape[] {
  const tone = 'never'
  const read = interval.lastRead
  if (read === null) return [{ kind: 'dots', tone, x: 0, width: until }]
  const at = Math.min(place(read, scale), until)
  // "Never an entry" reaches back as far as nothing says otherwise; only a list that began later has a start of its own.
  const known = interval.start && interval.start.after !== null ? interval.start : null
  const from = known ? Math.min(place(known.by, scale), at) : 0
  const reading = (x: number, broken: boolean): Shape => ({ kind: 'reading', tone, x, width: 0, ...(broken ? { broken } : {}) })
  return [
    { kind: 'hair', tone, x: from, width: Math.max(0, at - from) },
    { kind: 'dots', tone, x: at + 5, width: Math.max(0, until - at - 5) },
    ...(known && from < at - 8 ? [reading(from, false)] : []),
    reading(at, interval.recalled),
  ]
}

/**
 * Slices over an interval a day may lie in: they thicken towards what is sure.
 *
 *   growing    | ‖ ▌ █      shrinking   █ ▌ ‖ |
 */
function slices(from: number, to: number, tone: Tone, way: 'growing' | 'shrinking'): readonly Shape[] {
  const length = to - from
  if (length <= 0) return []
  const count = Math.min(40, Math.max(3, Math.round(length / SLICE_STEP)))
  const step = length / count
  return Array.from({ length: count }, (_, i) => {
    const share = 0.2 + (0.6 * i) / (count - 1)
    const width = step * share
    return { kind: 'slice' as const, tone, x: way === 'growing' ? from + i * step : to - i * step - width, width }
  })
}

const POINTS: ReadonlySet<Shape['kind']> = new Set(['cap', 'ring', 'stroke', 'reading'])

/** The part of a mark that lies between 0 and the width; nothing where all of it lies outside. */
function clip(shape: Shape, width: number): readonly Shape[] {
  if (POINTS.has(shape.kind)) return shape.x >= 0 && shape.x <= width ? [shape] : []
  const x = Math.max(0, shape.x)
  const end = Math.min(width, shape.x + shape.width)
  return end - x <= 0 ? [] : [{ ...shape, x: round(x), width: round(end - x) }]
}

const round = (value: number) => Math.round(value * 10) / 10
