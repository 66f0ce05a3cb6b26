import { type Bound, type Day, dayAfter, dayBefore, type Evidence, isExact, type PartialDate } from '../model/index.ts'

/** How a bound is known. */
export type BoundBasis = Bound['basis']

/** The bound of a state that begins on a stated date: on its latest day at the latest. */
export const startBound = (from: PartialDate, basis: BoundBasis, evidence: Evidence): Bound => ({
  after: dayBefore(from.earliest),
  by: from.latest,
  basis,
  evidence,
})

/** The bound of a state that ends on a stated date: an end of 2026 is over when 2026 is. */
export const endBound = (to: PartialDate, basis: BoundBasis, evidence: Evidence): Bound => ({
  after: dayBefore(to.earliest),
  by: isExact(to) ? to.latest : dayAfter(to.latest),
  basis,
  evidence,
})

/** True where both bounds can mean one and the same day. */
export const agree = (a: Bound, b: Bound): boolean =>
  later(a.after, b.after) === null || (later(a.after, b.after) as Day) < earlier(a.by, b.by)

/** The narrower of two bounds that agree: both hold. Basis and evidence are those of the one that narrows, else of the first. */
export function narrow(first: Bound, second: Bound): Bound {
  const after = later(first.after, second.after)
  const by = earlier(first.by, second.by)
  const narrowed = after !== first.after || by !== first.by
  return narrowed ? { after, by, basis: second.basis, evidence: second.evidence } : first
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** The first day of a state as text, as precise as known: `2012` where only the year is; null where nothing bounds it from below. */
export function startText(bound: Bound): string | null {
  if (bound.after === null) return null
  if (bound.basis === 'seen') return bound.by
  const earliest = dayAfter(bound.after)
  const text = withinText(earliest, bound.by)
  // A state that follows on one that ends within a year surely holds when the year is over.
  return text.includes('/') ? withinText(earliest, dayBefore(bound.by)) : text
}

/** The first day after a state as text, as precise as known: `2026` where it ends within that year. */
export function endText(bound: Bound): string {
  if (bound.after === null || bound.basis === 'seen') return bound.by
  const earliest = dayAfter(bound.after)
  return withinText(earliest, earliest === bound.by ? bound.by : dayBefore(bound.by))
}

/** A day, else the month or the year that begins on `earliest` and holds `latest`, else both days. */
function withinText(earliest: Day, latest: Day): string {
  if (earliest === latest) return earliest
  const month = earliest.slice(0, 7)
  if (earliest.endsWith('-01') && latest.startsWith(month)) return month
  const year = earliest.slice(0, 4)
  if (earliest.endsWith('-01-01') && latest.startsWith(year)) return year
  return `${earliest}/${latest}`
}
