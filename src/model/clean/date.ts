import { dateRange, partialDate } from '../dates.ts'
import type { PartialDate } from '../types.ts'
import { monthOf } from './date.tables.ts'

/** How to read 03/04/2001: as the publisher writes it; without an order both readings come out where both are dates. */
export type DateOrder = 'dmy' | 'mdy'

const APPROXIMATE = /^(?:(?:c|ca|circa|approx|approximately|about|around|env|environ|vers|etwa|около|прибл)\b\.?|~)\s*:?\s*/iu
const APPROXIMATE_AFTER = /\s*(?:\((?:approximat\w*|circa|approx\.?|ca\.?|estimated)\)|\b(?:approximately|approx\.?|circa)|~)$/iu
const RANGE = /^(?:between\s+)?(.+?)\s*(?:\bto\b|\band\b|\/|–|—|-|\bund\b|\bet\b|\bbis\b)\s*(.+)$/iu

/**
 * The dates a text may mean, as alternatives; empty where it is no date.
 *
 * `1961`, `Feb 1951`, `09 Feb 1951`, `1951-02-09`, `2015-04-07-04:00`, `00/00/1961`, `circa 1960`, `1958 to 1960`,
 * `1961 (approximative)`, `9.2.1951`, `9 февраля 1951`. A zone or time after an ISO day is dropped: publishers mean the day.
 *
 * @param order how the publisher writes numbers parted by slashes; without it an ambiguous one yields both readings
 */
export function readDates(text: string, order?: DateOrder): readonly PartialDate[] {
  const words = text.trim()
  let body = words.replace(/^["']|["'.]$/g, '').trim()
  const before = body
  body = body.replace(APPROXIMATE, '').replace(APPROXIMATE_AFTER, '').trim()
  const approximate = body !== before
  const single = readOne(body, words, approximate, order)
  if (single.length > 0) return single
  return readRange(body, words, approximate, order)
}

function readRange(body: string, text: string, approximate: boolean, order: DateOrder | undefined): readonly PartialDate[] {
  const m = RANGE.exec(body)
  if (!m?.[1] || !m[2]) return []
  const [from] = readOne(m[1].replace(APPROXIMATE, ''), text, approximate, order)
  const short = /^\d{2}$/.exec(m[2]) && /^\d{4}$/.exec(m[1])
  const [to] = readOne(short ? m[1].slice(0, 2) + m[2] : m[2].replace(APPROXIMATE, ''), text, approximate, order)
  if (!from || !to || to.latest < from.earliest) return []
  return [{ ...dateRange(from, to, text), approximate: approximate || from.approximate || to.approximate }]
}

function readOne(body: string, text: string, approximate: boolean, order: DateOrder | undefined): readonly PartialDate[] {
  const iso = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[T\s]?\d{2}:\d{2}.*|Z|[+-]\d{2}:\d{2})?$/.exec(body)
  if (iso) return some(partialDate(Number(iso[1]), orNull(iso[2]), orNull(iso[3]), text, approximate))
  if (/^\d{4}$/.test(body)) return some(partialDate(Number(body), null, null, text, approximate))
  if (/^(19|20)\d{6}$/.test(body))
    return some(partialDate(Number(body.slice(0, 4)), orNull(body.slice(4, 6)), orNull(body.slice(6)), text, approximate))
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:\s*(?:г|г\.|года?|\d{1,2}:\d{2}.*))?\.?$/u.exec(body)
  if (numbers)
    return byOrder(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), text, approximate, numbers[2] === '.' ? 'dmy' : order)
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(body)
  if (monthYear) return some(partialDate(Number(monthYear[2]), orNull(monthYear[1]), null, text, approximate))
  return some(readWords(body, text, approximate))
}

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
  const dmy = partialDate(year, b, a, text, approximate)
  const mdy = partialDate(year, a, b, text, approximate)
  if (order === 'dmy') return some(dmy)
  if (order === 'mdy') return some(mdy)
  const both = [...some(dmy), ...some(mdy)]
  return both.length === 2 && both[0]?.earliest === both[1]?.earliest ? both.slice(0, 1) : both
}

function readWords(body: string, text: string, approximate: boolean): PartialDate | undefined {
  const parts = body
    .replace(/(\d)(st|nd|rd|th|er|º)\b/giu, '$1')
    .replace(/[,]/g, ' ')
    .replace(/\b(?:of|de|г\.?|года?)(?=\s|$)/giu, ' ')
    .split(/[\s.\-/]+/u)
    .filter(Boolean)
  const months = parts.map(monthOf)
  const at = months.findIndex(m => m !== undefined)
  if (at < 0 || months.filter(m => m !== undefined).length > 1 || parts.length > 3) return undefined
  const month = months[at] ?? null
  const rest = parts.filter((_, i) => i !== at)
  if (rest.some(p => !/^\d{1,4}$/.test(p))) return undefined
  const year = rest.find(p => p.length === 4)
  const day = rest.find(p => p.length <= 2)
  if (!year || rest.length !== (day ? 2 : 1)) return undefined
  return partialDate(Number(year), month, day ? Number(day) : null, text, approximate)
}

// "00" stands for an unknown month or day in several lists.
const orNull = (digits: string | undefined) => (digits === undefined || Number(digits) === 0 ? null : Number(digits))
const some = (date: PartialDate | undefined): readonly PartialDate[] => (date ? [date] : [])
