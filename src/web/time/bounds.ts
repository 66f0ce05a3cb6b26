import type { AnswerBound, Day } from '../answers.ts'
import { addDays, daysInMonth } from './days.ts'

/** How precisely the day of a change is known: the days it may be, both included. */
export type Precision =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'two-days'; readonly first: Day; readonly second: Day }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'by'; readonly day: Day }
  | { readonly kind: 'between'; readonly first: Day; readonly last: Day }

/** The earliest day a change may have happened on; null where nothing limits it. */
export const earliestDay = (bound: Pick<AnswerBound, 'after' | 'by'>): Day | null =>
  bound.after === null ? null : bound.after >= bound.by ? bound.by : addDays(bound.after, 1)

/** True where the day of a change is known. */
export const isKnownDay = (bound: Pick<AnswerBound, 'after' | 'by'>): boolean => earliestDay(bound) === bound.by

/**
 * How precisely a bound is known, in the steps words have for it.
 *
 * A stated end of "2023" holds from 1 January 2024 at the latest, so that a bound may reach one day beyond its month or year.
 */
export function precisionOf(bound: Pick<AnswerBound, 'after' | 'by' | 'basis'>): Precision {
  const first = earliestDay(bound)
  if (first === null) return { kind: 'by', day: bound.by }
  if (first === bound.by) return { kind: 'day', day: bound.by }
  if (bound.basis !== 'seen') {
    const period = wholePeriod(first, bound.by) ?? wholePeriod(first, addDays(bound.by, -1))
    if (period) return period
  }
  return addDays(first, 1) === bound.by ? { kind: 'two-days', first, second: bound.by } : { kind: 'between', first, last: bound.by }
}

function wholePeriod(first: Day, last: Day): Precision | null {
  const year = first.slice(0, 4)
  if (first === `${year}-01-01` && last === `${year}-12-31`) return { kind: 'year', year }
  const month = first.slice(0, 7)
  if (first === `${month}-01` && last === `${month}-${daysInMonth(Number(year), Number(month.slice(5)))}`) return { kind: 'month', month }
  return null
}
