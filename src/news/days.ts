import type { Day } from '../model/index.ts'

const MS = 86_400_000
const utc = (day: Day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const text = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** The year of a day or a partial date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** The month of a day, 1 to 12. */
export const monthOf = (date: string): number => Number(date.slice(5, 7))

/** A day so many units on; back where `n` is negative. The last day of a shorter month stands for a later one. */
export function shift(day: Day, unit: 'day' | 'week' | 'month' | 'year', n: number): Day {
  if (unit === 'day' || unit === 'week') return text(utc(day) + n * (unit === 'week' ? 7 : 1) * MS)
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n * (unit === 'year' ? 12 : 1)
  const [year, month] = [Math.floor(months / 12), months % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return text(Date.UTC(year, month, Math.min(last, Number(day.slice(8, 10)))))
}

/** The last day on or before a day that falls on a weekday (0 is Sunday). */
export function weekdayBefore(day: Day, weekday: number): Day {
  const back = (new Date(utc(day)).getUTCDay() - weekday + 7) % 7
  return shift(day, 'day', -back)
}

/** The month (YYYY-MM) so many months before a day's. */
export const monthsBack = (day: Day, n: number): string => shift(`${day.slice(0, 7)}-01`, 'month', -n).slice(0, 7)

/** The first and the last day that a stored date may mean. */
export function span(date: string): readonly [Day, Day] {
  const [a = '', b = a] = date.split('/')
  return [a.length === 4 ? `${a}-01-01` : a.length === 7 ? `${a}-01` : a, endOf(b)]
}

function endOf(date: string): Day {
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? shift(shift(`${date}-01`, 'month', 1), 'day', -1) : date
}

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / MS)
