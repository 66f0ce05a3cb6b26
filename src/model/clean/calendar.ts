import { dateRange, dayAfter, dayBefore, dayOf, daysInMonth } from '../dates.ts'
import type { PartialDate } from '../types.ts'
import { otherMonthOf } from './calendar.tables.ts'

const LUNAR = /hijr[iy]|islamic|ヒジュラ暦|هجري(?!\s*شمسي)|\d\s*(?:A\.?)?H\.?(?!\w)/iu
const SOLAR = /shamsi|solar|persian|jalali|イラン暦|شمسي/iu
const DAY_SECONDS = 86_400
/** Days from the Julian day's zero to 1970-01-01. */
const UNIX_EPOCH = 2_440_588

/** True where a text says that its date is not Gregorian. */
export const namesOtherCalendar = (text: string): boolean => LUNAR.test(text) || SOLAR.test(text) || namedMonth(text) !== undefined

/** Day, month by name and year, as far as all three stand in the text: `15 Shawwal 1390`, `1 Farvardin 1345`. */
function namedMonth(text: string): { readonly calendar: 'islamic' | 'persian'; year: number; month: number; day: number } | undefined {
  const found = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?(\p{L}[\p{L}\p{M}’' -]*?)[\s.,-]+(1[2-5]\d{2})(?!\d)/u.exec(text)
  const month = found?.[2] === undefined ? undefined : otherMonthOf(found[2])
  return month && { ...month, year: Number(found?.[3]), day: Number(found?.[1]) }
}

/**
 * The Gregorian months in which a day of the Islamic (lunar) or Persian (solar) calendar may lie, approximate; undefined
 * where the text names no such calendar, empty where it names one but its date cannot be read. Calendars of that kind
 * differ by a day or two between countries, so that nothing finer than a month is stated.
 *
 * Forms: `24/06/1402 (Hijri Calendar)`, `1402-06-24（ヒジュラ暦）`, `15 Shawwal 1390`.
 */
export function readOtherCalendar(text: string): readonly PartialDate[] | undefined {
  const named = namedMonth(text)
  if (named) return otherCalendarDate(named.calendar, named, text)
  if (!namesOtherCalendar(text)) return undefined
  const dmy = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](1[2-5]\d{2})(?!\d)/.exec(text)
  const ymd = /(?<!\d)(1[2-5]\d{2})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/.exec(text)
  const found = dmy ? [dmy[3], dmy[2], dmy[1]] : ymd ? [ymd[1], ymd[2], ymd[3]] : undefined
  const year = found ? undefined : /(?<!\d)(1[2-5]\d{2})(?!\d)/.exec(text)?.[1]
  if (year) return otherCalendarYear(SOLAR.test(text) ? 'persian' : 'islamic', Number(year), text)
  if (!found) return []
  const [y = 0, month = 0, day = 0] = found.map(Number)
  return otherCalendarDate(SOLAR.test(text) ? 'persian' : 'islamic', { year: y, month, day }, text)
}

function otherCalendarYear(calendar: 'islamic' | 'persian', year: number, text: string): readonly PartialDate[] {
  const [first] = otherCalendarDate(calendar, { year, month: 1, day: 1 }, text)
  const [last] = otherCalendarDate(calendar, { year, month: 12, day: 29 }, text)
  return first && last ? [dateRange(first, last, text)] : []
}

/** The same from year, month and day; empty where the calendar has no such day. */
export function otherCalendarDate(
  calendar: 'islamic' | 'persian',
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  text: string,
): readonly PartialDate[] {
  if (month < 1 || month > 12 || day < 1 || day > (calendar === 'islamic' ? 30 : 31)) return []
  const number = calendar === 'islamic' ? islamicDay(year, month, day) : persianDay(year, month, day)
  const gregorian = dayOf((number - UNIX_EPOCH) * DAY_SECONDS)
  const [first, last] = [dayBefore(gregorian), dayAfter(gregorian)]
  const ends = `${last.slice(0, 8)}${daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)))}`
  return [{ earliest: `${first.slice(0, 8)}01`, latest: ends, approximate: true, text }]
}

// Julian day of the arithmetic Islamic calendar: years of 354 days, 11 of 30 with one more; epoch 16 July 622 (Julian).
const islamicDay = (year: number, month: number, day: number) =>
  day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1_948_439

// Julian day of the Persian calendar by its cycle of 33 years with 8 leap years; epoch 19 March 622 (Julian).
const persianDay = (year: number, month: number, day: number) =>
  day + (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6) + (year - 1) * 365 + Math.floor((8 * year + 21) / 33) + 1_948_319
