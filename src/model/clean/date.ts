import { dateRange, partialDate } from '../dates.ts'
import type { PartialDate } from '../types.ts'
import { namesOtherCalendar, readOtherCalendar } from './calendar.ts'
import { monthOf } from './date.tables.ts'

/** How to read 03/04/2001: as the publisher writes it; without an order both readings come out where both are dates. */
export type DateOrder = 'dmy' | 'mdy'

const APPROXIMATE =
  /^(?:c(?=\d)|(?:c|ca|circa|approx|approximately|about|around|possibly|probably|presumably|perhaps|env|environ|vers|etwa|около|прибл|приблизно)(?![\p{L}\p{N}])\.?|~)\s*:?\s*/iu
const APPROXIMATE_AFTER =
  /\s*(?:\((?:approximat\w*|circa|approx\.?|ca\.?|c\.?|est\.?|estimated?|possibly|probably|unconfirmed)\)|\b(?:approximately|approx\.?|circa)|~|(?<=\d)\?)$/iu
/** Words that say of what the date is. */
const LABEL =
  /^(?:(?:born|né|née|nacido|geb|ur)(?![\p{L}\p{N}])\.?(?:\s+(?:in|on|en|am))?|d\.?o\.?b\.?|date\s+of\s+birth|year\s+of\s+birth)\s*:?\s*/iu
/** No list speaks of days before; such a year is one of another calendar. */
const EARLIEST = '1500-01-01'
const ENUMERATION = /(?:^|\s)\(?(?:[a-z]|[ivx]+|\d{1,2})\)\s*/iu
const BEFORE_RANGE = /^(?:between|from|de|von)\s+/iu
/** What stands between the ends of a range: words and long dashes first, since a hyphen may stand inside a date. */
const BETWEEN: readonly RegExp[] = [/\s+(?:to|and|und|et|bis)\s+|\s*(?:–|—|--|\s-\s)\s*/giu, /\s*[/-]\s*/gu]

/**
 * The dates a text may mean, as alternatives; empty where it is no date.
 *
 * `1961`, `Feb 1951`, `09 Feb 1951`, `1951-02-09`, `2015-04-07-04:00`, `00/00/1961`, `circa 1960`, `1958 to 1960`, `1960s`,
 * `1961 (approximative)`, `9.2.1951`, `9 февраля 1951`, `1951年2月9日`. A zone or time after an ISO day is dropped: publishers
 * mean the day. Alternatives: `1999, 2003`, `1960 or 1961`; years that adjoin are one range. A day of the Islamic or Persian
 * calendar, named as such, becomes the Gregorian months it may lie in.
 *
 * @param order how the publisher writes numbers parted by slashes; without it an ambiguous one yields both readings
 */
export function readDates(text: string, order?: DateOrder): readonly PartialDate[] {
  const words = text.replace(/\s+/gu, ' ').trim()
  const other = readOtherCalendar(words)
  if (other) return other
  let body = asciiDigits(words)
    .replace(/^["']|["'.]$/g, '')
    .replace(/(?<=\d)\s*(?:г\.?(?:\s*р\.?)?|года?(?:\s+рождения)?|р\.?(?:\s*н\.?)?|року)$/iu, '')
    .trim()
    .replace(LABEL, '')
  const before = body
  body = body.replace(APPROXIMATE, '').replace(APPROXIMATE_AFTER, '').trim()
  const approximate = body !== before
  const found = firstOf(
    () => readOne(body, words, approximate, order),
    () => readRange(body, words, approximate, order),
    () => readAlternatives(body, words, approximate, order),
  )
  return found.filter(date => date.earliest >= EARLIEST)
}

function firstOf(...ways: readonly (() => readonly PartialDate[])[]): readonly PartialDate[] {
  for (const way of ways) {
    const dates = way()
    if (dates.length > 0) return dates
  }
  return []
}

const asciiDigits = (text: string) => text.normalize('NFKC').replace(/[٠-٩۰-۹]/gu, c => String((c.codePointAt(0) ?? 0) & 15))

function readAlternatives(body: string, text: string, approximate: boolean, order: DateOrder | undefined): readonly PartialDate[] {
  const parts = partsOf(body)
  if (parts.length < 2) return []
  const dates = parts.map(part => {
    const own = part.replace(APPROXIMATE, '').replace(APPROXIMATE_AFTER, '').trim()
    return readOne(own, text, approximate || own !== part, order)
  })
  if (dates.some(found => found.length === 0)) return []
  return adjoining(dates.flat(), text)
}

/** Years or whole dates of numbers one after the other: `1999, 2003`, `10.10.1974, 12.12.1975`. */
const SEVERAL =
  /^(?:\d{4}|\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d)(?:(?:\s*,\s*|\s+)(?:\d{4}|\d{1,2}([./-])\d{1,2}\2\d{4}|\d{4}-\d\d-\d\d))+$/u

function partsOf(body: string): readonly string[] {
  if (SEVERAL.test(body)) return body.split(/\s*,\s*|\s+/)
  const days = /^(\d{1,2})\s+or\s+(\d{1,2}\s+(\p{L}+\.?\s+\d{4}))$/iu.exec(body)
  if (days?.[1] && days[2]) return [`${days[1]} ${days[3]}`, days[2]]
  if (/^\(?(?:a|i|1)\)/iu.test(body))
    return body
      .split(ENUMERATION)
      .map(part => part.replace(/[;,]$/, '').trim())
      .filter(part => part !== '')
  return body.split(/\s*(?:;|\bor\b)\s*/iu)
}

// Years one after the other are the same as a range.
function adjoining(dates: readonly PartialDate[], text: string): readonly PartialDate[] {
  const [first, ...rest] = dates
  if (!first || rest.length === 0 || dates.some(date => !date.earliest.endsWith('-01-01') || !date.latest.endsWith('-12-31'))) return dates
  const years = dates.map(date => Number(date.earliest.slice(0, 4)))
  const follow = years.every((year, i) => i === 0 || year === (years[i - 1] ?? 0) + 1)
  return follow ? [rest.reduce((span, date) => dateRange(span, date, text), first)] : dates
}

function readRange(body: string, text: string, approximate: boolean, order: DateOrder | undefined): readonly PartialDate[] {
  const bare = body.replace(BEFORE_RANGE, '')
  for (const between of BETWEEN) {
    for (const found of bare.matchAll(between)) {
      const ends = [bare.slice(0, found.index), bare.slice(found.index + found[0].length)] as const
      const range = spanOf(ends, text, approximate, order)
      if (range) return [range]
    }
  }
  return []
}

function spanOf(
  [first, last]: readonly [string, string],
  text: string,
  approximate: boolean,
  order: DateOrder | undefined,
): PartialDate | undefined {
  const [start, end] = [plain(first), plain(last)]
  const doubtful = approximate || start !== first || end !== last
  const [from] = readOne(completed(start, end), text, doubtful, order)
  const short = /^\d{2}$/.test(end) && /^\d{4}$/.test(start)
  const [to] = readOne(short ? start.slice(0, 2) + end : end, text, doubtful, order)
  return from && to && from.earliest <= to.latest ? dateRange(from, to, text) : undefined
}

const plain = (part: string) => part.replace(APPROXIMATE, '').replace(APPROXIMATE_AFTER, '').trim()

// The year, or month and year, that the beginning of a range leaves to its end: `Aug. and Sep. 1977`, `12-14 April 1963`.
function completed(start: string, end: string): string {
  const year = /\b\d{4}$/.exec(end)?.[0]
  if (year && /^(?:\d{1,2}\s+)?\p{L}+\.?$/u.test(start)) return `${start} ${year}`
  const month = /^\d{1,2}\s+(\p{L}+\.?\s+\d{4})$/u.exec(end)?.[1]
  return month && /^\d{1,2}$/.test(start) ? `${start} ${month}` : start
}

function readOne(body: string, text: string, approximate: boolean, order: DateOrder | undefined): readonly PartialDate[] {
  const iso = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[T\s]?\d{2}:\d{2}.*|Z|[+-]\d{2}:\d{2})?$/.exec(body)
  if (iso) return some(partialDate(Number(iso[1]), orNull(iso[2]), orNull(iso[3]), text, approximate))
  const japanese = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/u.exec(body)
  if (japanese) return some(partialDate(Number(japanese[1]), orNull(japanese[2]), orNull(japanese[3]), text, approximate))
  const decade = /^(?:(?:early|mid|late)[\s-]+)?(?:the\s+)?(\d{3})0['’]?s$/iu.exec(body)
  if (decade) return [{ earliest: `${decade[1]}0-01-01`, latest: `${decade[1]}9-12-31`, approximate, text }]
  if (/^\d{4}$/.test(body)) return some(partialDate(Number(body), null, null, text, approximate))
  if (/^(19|20)\d{6}$/.test(body))
    return some(partialDate(Number(body.slice(0, 4)), orNull(body.slice(4, 6)), orNull(body.slice(6)), text, approximate))
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:\s*(?:г|г\.|года?|\d{1,2}:\d{2}.*))?\.?$/u.exec(body)
  if (numbers)
    return byOrder(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), text, approximate, numbers[2] === '.' ? 'dmy' : order)
  const short = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2})$/.exec(body)
  if (short) {
    const years = centuriesOf(Number(short[4]))
    return years.flatMap(year => byOrder(Number(short[1]), Number(short[3]), year, text, approximate, short[2] === '.' ? 'dmy' : order))
  }
  const monthYear = /^(\d{1,2})[./-](\d{4})$/.exec(body)
  if (monthYear) return some(partialDate(Number(monthYear[2]), orNull(monthYear[1]), null, text, approximate))
  const season = /^(?:spring|summer|autumn|fall|winter)(?:\s+of)?,?\s+(\d{4})$/iu.exec(body)
  if (season) return some(partialDate(Number(season[1]), null, null, text, true))
  return readWords(body, text, approximate)
}

/** The years that two digits may stand for, the later first: from 31 on only one has come. */
const centuriesOf = (two: number): readonly number[] => (two > 30 ? [1900 + two] : [2000 + two, 1900 + two])

// The century is not stated.
const isShortYear = (text: string): boolean =>
  /^\D*\d{1,2}([./-])\d{1,2}\1\d{2}$/.test(text.trim()) || /^\d{1,2}[\s-]+\p{L}{3,}\.?[\s,-]+\d{2}$/u.test(text.trim())

function byOrder(
  a: number,
  b: number,
  year: number,
  text: string,
  approximate: boolean,
  order: DateOrder | undefined,
): readonly PartialDate[] {
  if (a === 0 && b === 0) return some(partialDate(year, null, null, text, approximate))
  if (a === 0) return some(partialDate(year, order === 'mdy' ? null : b, null, text, approximate))
  if (b === 0) return some(partialDate(year, order === 'mdy' ? a : null, null, text, approximate))
  const dmy = partialDate(year, b, a, text, approximate)
  const mdy = partialDate(year, a, b, text, approximate)
  if (order === 'dmy') return some(dmy)
  if (order === 'mdy') return some(mdy)
  const both = [...some(dmy), ...some(mdy)]
  return both.length === 2 && both[0]?.earliest === both[1]?.earliest ? both.slice(0, 1) : both
}

function readWords(body: string, text: string, approximate: boolean): readonly PartialDate[] {
  const parts = body
    .replace(/(?<=\d)(?:st|nd|rd|th|er|º)(?!\p{L})/giu, '')
    // `08SEP1963` is written without blanks in papers and notices.
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ')
    .replace(/[,]/g, ' ')
    .split(/[\s.\-/]+/u)
    .filter(part => part !== '' && !BESIDE_DATE.has(part.toLowerCase()))
  const months = parts.map(monthOf)
  const at = months.findIndex(m => m !== undefined)
  if (at < 0 || months.filter(m => m !== undefined).length > 1 || parts.length > 3) return []
  const month = months[at] ?? null
  const rest = parts.filter((_, i) => i !== at)
  if (rest.some(p => !/^\d{1,4}$/.test(p))) return []
  const year = rest.find(p => p.length === 4)
  const day = rest.find(p => p.length <= 2)
  if (year) return rest.length === (day ? 2 : 1) ? some(partialDate(Number(year), month, day ? Number(day) : null, text, approximate)) : []
  const [first, second] = rest
  if (rest.length !== 2 || second?.length !== 2 || at === 2) return []
  return centuriesOf(Number(second)).flatMap(full => some(partialDate(full, month, Number(first), text, approximate)))
}

/** Words that stand between the parts of a date: "of", and "year" and "day" where they are written out. */
const BESIDE_DATE = new Set(['of', 'de', 'del', 'г', 'год', 'года', 'р', 'року', 'gada', 'gads', 'm', 'd', 'r', 'roku'])

// "00" stands for an unknown month or day in several lists.
const orNull = (digits: string | undefined) => (digits === undefined || Number(digits) === 0 ? null : Number(digits))
const some = (date: PartialDate | undefined): readonly PartialDate[] => (date ? [date] : [])

/**
 * What is to be noted about dates read from a text: another calendar, a year of two digits, or an order of day and month that
 * is not known, so that both readings came out. Undefined where nothing is.
 */
export function noteOnDates(text: string, dates: readonly PartialDate[]): { readonly code: string; readonly expected: string } | undefined {
  if (namesOtherCalendar(text)) return { code: 'date.other-calendar', expected: 'a Gregorian date' }
  if (isShortYear(text)) return { code: 'date.short-year', expected: 'a year of four digits' }
  const ambiguous = dates.length === 2 && /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text.trim())
  return ambiguous ? { code: 'date.ambiguous', expected: 'day and month in a known order' } : undefined
}
