import type { AnswerStatus, Day, EventView, Listing, PendingChange } from '../answers.ts'
import { dayNumber, dayOfNumber } from '../time/days.ts'
import { rowsOf, type Standing, standingOf } from './intervals.ts'
import { type Interval, place, type Scale } from './shapes.ts'

/** A dated event in a lane. */
export type LaneEvent = { readonly day: Day; readonly title: string; readonly recalled: boolean }
/** A lane of events under the rows: dealings of one kind. */
export type Lane = { readonly group: string; readonly name: string; readonly events: readonly LaneEvent[] }
/** A row of the chart: one list. */
export type ChartRow = {
  readonly list: string
  readonly authority: string
  readonly name: string
  readonly intervals: readonly Interval[]
  readonly listings: readonly Listing[]
  readonly standing: Standing
}
/** A resolution above the axis. */
export type Tick = { readonly day: Day; readonly label: string }
/** A pending change as the signals lane draws it: one step a rung. */
export type SignalSteps = { readonly name: string; readonly steps: readonly { readonly day: Day; readonly word: string }[] }

/** All that a time chart shows, before it is laid out for a width. */
export type ChartContent = {
  readonly rows: readonly ChartRow[]
  readonly lanes: readonly Lane[]
  readonly ticks: readonly Tick[]
  readonly signals: readonly SignalSteps[]
  readonly now: Day
  /** A past day asked for, where it is not the day up to which things are known. */
  readonly asked: Day | null
}

/** Kinds of dealings by the lane they belong to. */
const LANES: readonly { readonly name: string; readonly kinds: RegExp }[] = [
  { name: 'Talks', kinds: /talk|agreement|initiative|statement|proposal/ },
  { name: 'Invitations', kinds: /invit/ },
  { name: 'Envoys, embassies', kinds: /accredit|embass|office|upgrade/ },
  { name: 'Recognised, cut off', kinds: /recogn|sever|downgrade|hostil|crisis|takeover/ },
]
const OTHER_LANE = 'Other dealings'

/** Events of relations gathered in lanes; lanes without events are left out. */
export function lanesOf(events: readonly EventView[]): readonly Lane[] {
  const relations = events.filter(e => e.kind === 'relation')
  const laneOf = (event: EventView) => LANES.find(lane => lane.kinds.test((event.relation ?? '').toLowerCase()))?.name ?? OTHER_LANE
  const gathered = Map.groupBy(relations, laneOf)
  return [...LANES.map(l => l.name), OTHER_LANE].flatMap(name => {
    const some = gathered.get(name)
    if (!some) return []
    return [{ group: 'Dealings', name, events: some.map(e => ({ day: e.day, title: e.title, recalled: e.confidence === 'recalled' })) }]
  })
}

/** The rows of a chart on a day. */
export const chartRows = (listings: readonly Listing[], day: Day, placeName: (code: string) => string): readonly ChartRow[] =>
  rowsOf(listings).map(row => {
    const first = row.listings[0]
    return {
      ...row,
      authority: placeName(first?.jurisdiction ?? ''),
      name: shortName(first?.listName ?? row.list),
      standing: standingOf(row.listings, day),
    }
  })

/** A list's name without what stands in brackets, for the narrow column of a chart. */
const shortName = (name: string) => name.replace(/\s*\([^)]*\)\s*/g, ' ').trim() || name

/** Steps of a pending change that were reached. */
export const signalSteps = (signals: readonly PendingChange[], rungWords: Readonly<Record<string, string>>): readonly SignalSteps[] =>
  signals.flatMap(signal => {
    const reached = signal.rungs.flatMap(r => (r.day ? [{ day: r.day, word: rungWords[r.rung] ?? r.rung }] : []))
    const closed = signal.closedBy ? [{ day: signal.closedBy.day, word: signal.closedBy.title }] : []
    const steps = [...reached, ...closed].filter((step, i, all) => all.findIndex(s => s.day === step.day && s.word === step.word) === i)
    const what = { listing: 'a listing', delisting: 'a removal', easing: 'an easing' }[signal.direction]
    return steps.length > 0 ? [{ name: `${signal.authorityName}, ${what}`, steps: steps.toSorted((a, b) => (a.day < b.day ? -1 : 1)) }] : []
  })

/** The zoom steps: everything, ten years, five, one. */
export const ZOOMS = ['all', 10, 5, 1] as const
/** A zoom step: everything, or a number of years. */
export type Zoom = (typeof ZOOMS)[number]

const EARLIEST = '1999-01-01'

/** The span of time a zoom shows, up to a little after now. */
export function spanOf(content: ChartContent, zoom: Zoom): { readonly from: Day; readonly to: Day } {
  const now = dayNumber(content.now)
  if (zoom !== 'all') {
    const days = Math.round(zoom * 365.25)
    const centre = content.asked ? Math.min(now, dayNumber(content.asked) + Math.round(days / 2)) : now
    return { from: dayOfNumber(centre - days), to: dayOfNumber(centre + Math.round(days * 0.02)) }
  }
  const days = [
    ...content.rows.flatMap(row => row.listings.flatMap(l => (l.from ? [l.from.after ?? l.from.by] : []))),
    ...content.lanes.flatMap(lane => lane.events.map(e => e.day)),
  ]
  const first = days.reduce((a, b) => (a < b ? a : b), EARLIEST)
  const from = `${first.slice(0, 4)}-01-01`
  return { from, to: dayOfNumber(now + Math.round((now - dayNumber(from)) * 0.02)) }
}

/** Years or months along the axis, at equal steps, none closer to the next than its label needs. */
export function axisOf(scale: Scale): readonly { readonly day: Day; readonly label: string }[] {
  const [first, last] = [Number(scale.from.slice(0, 4)), Number(scale.to.slice(0, 4))]
  const yearWidth = place(`${first + 1}-01-01`, scale) - place(`${first}-01-01`, scale)
  if (yearWidth > 400) {
    return Array.from({ length: (last - first + 1) * 12 }, (_, i) => {
      const [year, month] = [first + Math.floor(i / 12), (i % 12) + 1]
      return {
        day: `${year}-${String(month).padStart(2, '0')}-01`,
        label: month === 1 ? String(year) : `${year}-${String(month).padStart(2, '0')}`,
      }
    }).filter((tick, i) => (yearWidth > 800 || i % 3 === 0) && tick.day >= scale.from && tick.day <= scale.to)
  }
  const step = [1, 2, 5, 10, 20].find(years => years * yearWidth >= 46) ?? 50
  const start = step === 1 || step === 2 ? first : Math.ceil(first / step) * step
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, i) => start + i * step)
    .map(year => ({ day: `${year}-01-01`, label: String(year) }))
    .filter(tick => tick.day >= scale.from && tick.day <= scale.to)
}

/** About how wide a text is in pixels at a size; a little more than it needs. */
export const textWidth = (text: string, sizePx: number): number => {
  let ems = 0
  for (const letter of text)
    ems += /[\u2e80-\uffff]/u.test(letter) ? 1 : /[A-ZА-Я@%&MWmw]/u.test(letter) ? 0.66 : /[iljtf.,:;'’|! ]/u.test(letter) ? 0.29 : 0.52
  return ems * sizePx
}

/** A text broken at spaces into lines of a width; a word longer than a line keeps a line of its own. */
export function wrap(text: string, widthPx: number, sizePx: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, sizePx) <= widthPx) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** Labels along one line that do not meet; one that would is dropped, its fact stays in the table. */
export function withoutCollisions<T extends { readonly x: number; readonly label: string }>(
  labels: readonly T[],
  sizePx: number,
  gap = 6,
): readonly T[] {
  let end = Number.NEGATIVE_INFINITY
  return labels
    .toSorted((a, b) => a.x - b.x)
    .filter(label => {
      if (label.x < end + gap) return false
      end = label.x + textWidth(label.label, sizePx)
      return true
    })
}

/** The words at the end of a row: the status on the day asked, with the year of a removal or the month of a reading. */
export function endWords(
  { status, listing, disputed }: Standing,
  statusWords: Readonly<Record<AnswerStatus, string>>,
  monthOf: (day: Day) => string,
): string {
  const word = statusWords[status]
  if (status === 'delisted') return `${word} ${(listing.status === 'delisted' ? listing.from : listing.to)?.by.slice(0, 4) ?? ''}`.trim()
  if (status === 'never') return listing.lastRead ? `${word}, ${monthOf(listing.lastRead)}` : word
  return disputed && status !== 'unknown' ? `${word}, disputed` : word
}
