import type { Day, Instant, PartialDate } from './types.ts'

const DAY_SECONDS = 86_400

/** True for a day of the calendar written YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!m) return false
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo)
}

/** Days of a month of the Gregorian calendar; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The first second of a day, UTC. */
export const startOfDay = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`) / 1000

/** The last second of a day, UTC: what a day means as `published` or `recorded`. */
export const endOfDay = (day: Day): Instant => startOfDay(day) + DAY_SECONDS - 1

/** The day that holds an instant, UTC. */
export const dayOf = (instant: Instant): Day => new Date(instant * 1000).toISOString().slice(0, 10)

/** The day after. */
export const dayAfter = (day: Day): Day => dayOf(startOfDay(day) + DAY_SECONDS)

/** The day before. */
export const dayBefore = (day: Day): Day => dayOf(startOfDay(day) - DAY_SECONDS)

/** A date known to the day. */
export const exactDay = (day: Day, text: string = day): PartialDate => ({ earliest: day, latest: day, approximate: false, text })

/** True where a date is known to the day and not approximate. */
export const isExact = (date: PartialDate): boolean => date.earliest === date.latest && !date.approximate

/** A date from year, and month and day where known; undefined where it is no date of the calendar. */
export function partialDate(
  year: number,
  month: number | null,
  day: number | null,
  text: string,
  approximate = false,
): PartialDate | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 2999) return undefined
  const y = String(year).padStart(4, '0')
  if (month === null) return { earliest: `${y}-01-01`, latest: `${y}-12-31`, approximate, text }
  if (month < 1 || month > 12) return undefined
  const m = String(month).padStart(2, '0')
  const last = daysInMonth(year, month)
  if (day === null) return { earliest: `${y}-${m}-01`, latest: `${y}-${m}-${last}`, approximate, text }
  if (day < 1 || day > last) return undefined
  const d = String(day).padStart(2, '0')
  return { earliest: `${y}-${m}-${d}`, latest: `${y}-${m}-${d}`, approximate, text }
}

/** One date over two: from the first day of `from` to the last day of `to`. */
export const dateRange = (from: PartialDate, to: PartialDate, text: string): PartialDate => ({
  earliest: from.earliest < to.earliest ? from.earliest : to.earliest,
  latest: from.latest > to.latest ? from.latest : to.latest,
  approximate: from.approximate || to.approximate,
  text,
})

/**
 * The text that stands for a date in statements and JSON: `1961`, `1961-02`, `1961-02-03`, a range as `1958/1960`,
 * and `~` after it where approximate. `readStoredDate` reads it back.
 */
export function storedDate(date: PartialDate): string {
  return `${storedSpan(date)}${date.approximate ? '~' : ''}`
}

function storedSpan({ earliest, latest }: PartialDate): string {
  if (earliest === latest) return earliest
  const year = earliest.slice(0, 4)
  if (earliest.endsWith('-01-01') && latest === `${year}-12-31`) return year
  const month = earliest.slice(0, 7)
  if (earliest.endsWith('-01') && latest.startsWith(month) && latest === `${month}-${daysInMonth(Number(year), Number(month.slice(5)))}`)
    return month
  if (earliest.endsWith('-01-01') && latest.endsWith('-12-31')) return `${year}/${latest.slice(0, 4)}`
  return `${earliest}/${latest}`
}

/** Reads `storedDate` back; undefined where the text is not of that form. */
export function readStoredDate(stored: string): PartialDate | undefined {
  const approximate = stored.endsWith('~')
  const body = approximate ? stored.slice(0, -1) : stored
  const [first, second, ...rest] = body.split('/')
  if (first === undefined || rest.length > 0) return undefined
  const from = isoPart(first, stored, approximate)
  if (!from || second === undefined) return from
  const to = isoPart(second, stored, approximate)
  return to && dateRange(from, to, stored)
}

function isoPart(part: string, text: string, approximate: boolean): PartialDate | undefined {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(part)
  if (!m) return undefined
  return partialDate(Number(m[1]), m[2] ? Number(m[2]) : null, m[3] ? Number(m[3]) : null, text, approximate)
}
