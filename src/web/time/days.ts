import type { Day } from '../answers.ts'

const DAY_MS = 86_400_000

/** The number of a day, counted from 1970-01-01. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)

/** The day of a number, the reverse of `dayNumber`. */
export const dayOfNumber = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** The day some days later; negative numbers go back. */
export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** The day the reader's clock shows, in UTC as everywhere in the product. */
export const today = (): Day => new Date().toISOString().slice(0, 10)

/** Days of a month of the Gregorian calendar; month 1 to 12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** True for a day of the calendar written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** What a typed date turned out to be: usable, or the reason why it is not. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'no-such-day'; readonly day: number; readonly month: number; readonly year: number }
  | { readonly kind: 'unreadable' }

/**
 * A date as people type it: `1961`, `1961-02`, `1961-02-28`, and a day first with dots or slashes (`28.02.1961`).
 *
 * @returns the value in ISO order, or why there is none
 */
export function readTypedDate(text: string): TypedDate {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(trimmed)
  const dayFirst = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(trimmed)
  if (!iso && !dayFirst) return { kind: 'unreadable' }
  const year = Number(iso ? iso[1] : dayFirst?.[3])
  const month = iso ? (iso[2] ? Number(iso[2]) : null) : Number(dayFirst?.[2])
  const day = iso ? (iso[3] ? Number(iso[3]) : null) : Number(dayFirst?.[1])
  if (month === null) return { kind: 'date', value: String(year) }
  if (month < 1 || month > 12) return { kind: 'unreadable' }
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`
  if (day === null) return { kind: 'date', value: yearMonth }
  if (day < 1 || day > daysInMonth(year, month)) return { kind: 'no-such-day', day, month, year }
  return { kind: 'date', value: `${yearMonth}-${String(day).padStart(2, '0')}` }
}

/** A day asked for as people type it; null means today. */
export function readTypedDay(text: string, words: readonly string[]): Day | null | undefined {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === '' || words.includes(trimmed)) return null
  const read = readTypedDate(trimmed)
  return read.kind === 'date' && isDay(read.value) ? read.value : undefined
}

/** The same day some months later, or the last day of that month where it has none such. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const inMonth = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))
  return `${year}-${String(month).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`
}

/** The day a key steps to from another: arrows by a day, Page Up and Page Down by a month; null for every other key. */
export function stepDay(day: Day, key: string): Day | null {
  switch (key) {
    case 'ArrowUp':
      return addDays(day, 1)
    case 'ArrowDown':
      return addDays(day, -1)
    case 'PageUp':
      return addMonths(day, 1)
    case 'PageDown':
      return addMonths(day, -1)
    default:
      return null
  }
}
