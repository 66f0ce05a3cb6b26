import type { Day } from '../model/index.ts'
import { monthsBack, shift, span, weekdayBefore, yearOf } from './days.ts'
import type { Grammar } from './grammar.ts'
import type { DateWords } from './language.ts'
import type { DatePrecision } from './types.ts'

/** A date as a text gives it, resolved. `basis` is relative where the publication day or another date was needed. */
export type DateFound = {
  readonly start: number
  readonly end: number
  readonly date: string
  readonly precision: DatePrecision
  readonly basis: 'text' | 'relative'
}

type Read = Omit<DateFound, 'start' | 'end'>
type Rule = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray, context: Context) => Read | null }
type Context = {
  readonly published: Day | null
  readonly previous: DateFound | null
  /** The last date that is exact to the day. */
  readonly previousDay: DateFound | null
  readonly ahead: boolean
  readonly grammar: Grammar
}

/** Reads the dates of a text in order. */
export type DateReader = (text: string, published: Day | null) => readonly DateFound[]

/** A reader of one language's dates, absolute and relative; relative ones count from the publication or from the date before. */
export function dateReader(words: DateWords, grammar: Grammar): DateReader {
  const rules = [...absoluteRules(words), ...relativeRules(words)]
  return (text, published) => {
    const taken: DateFound[] = []
    const matches = rules
      .flatMap((rule, rank) => [...text.matchAll(rule.pattern)].map(match => ({ rule, rank, match })))
      .sort((a, b) => a.match.index - b.match.index || a.rank - b.rank)
    let end = 0
    for (const { rule, match } of matches) {
      const lead = match.groups?.['lead']?.length ?? 0
      const start = match.index + lead
      if (start < end) continue
      const previous = taken.at(-1) ?? null
      const previousDay = taken.findLast(d => d.precision === 'day') ?? null
      const context = { published, previous, previousDay, grammar, ahead: grammar.ahead.test(text.slice(Math.max(0, start - 120), start)) }
      const read = rule.read(match, context)
      if (!read) continue
      end = match.index + match[0].length
      taken.push({ start, end, ...read })
    }
    return taken
  }
}

const day = (date: Day, basis: DateFound['basis'] = 'text'): Read => ({ date, precision: 'day', basis })
const pad = (n: number) => String(n).padStart(2, '0')

function absoluteRules(words: DateWords): readonly Rule[] {
  const month = Object.keys(words.months).join('|')
  const number = (name: string | undefined) => words.months[(name ?? '').toLowerCase().replace(/\.$/, '')] ?? 0
  const re = (source: string) => new RegExp(source, 'gidu')
  const full = (m: RegExpExecArray): Read | null => {
    const { d, mo, y } = m.groups ?? {}
    return Number(d) >= 1 && Number(d) <= 31 ? day(`${y}-${pad(number(mo))}-${pad(Number(d))}`) : null
  }
  const withoutYear = (m: RegExpExecArray, { published, previous, ahead }: Context): Read | null => {
    const { d, mo } = m.groups ?? {}
    if (!published || Number(d) < 1 || Number(d) > 31) return null
    return day(`${yearFor(published, previous, `${pad(number(mo))}-${pad(Number(d))}`, ahead)}-${pad(number(mo))}-${pad(Number(d))}`)
  }
  const end = '(?![\\p{L}\\p{N}])'
  const before = '(?<![\\p{L}\\p{N}])'
  return [
    { pattern: re(`${before}(?<y>(?:19|20)\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)${end}`), read: m => day(m[0]) },
    {
      pattern: re(
        `${before}(?<d>\\d{1,2})(?:${words.ordinals})?\\s+(?:(?:${words.of})\\s+)?(?<mo>${month})\\.?,?\\s+(?<y>(?:19|20)\\d\\d)${end}`,
      ),
      read: full,
    },
    { pattern: re(`${before}(?<mo>${month})\\.?\\s+(?<d>\\d{1,2})(?:${words.ordinals})?,?\\s+(?<y>(?:19|20)\\d\\d)${end}`), read: full },
    {
      pattern: re(`${before}(?<mo>${month})\\.?,?\\s+(?:(?:${words.of})\\s+)?(?<y>(?:19|20)\\d\\d)${end}`),
      read: m => ({ date: `${m.groups?.['y']}-${pad(number(m.groups?.['mo']))}`, precision: 'month', basis: 'text' }),
    },
    {
      pattern: re(`${before}(?<d>\\d{1,2})(?:${words.ordinals})?\\s+(?:(?:${words.of})\\s+)?(?<mo>${month})${end}(?!\\s+\\d{4})`),
      read: withoutYear,
    },
    { pattern: re(`${before}(?<mo>${month})\\.?\\s+(?<d>\\d{1,2})(?:${words.ordinals})?${end}(?!\\d)`), read: withoutYear },
    {
      pattern: re(
        `(?<lead>(?<![\\p{L}\\p{N}])(?:${words.yearBefore}|${words.last})\\s+(?:the\\s+)?(?:year\\s+)?)(?<y>(?:19[6-9]\\d|20[0-4]\\d))s?${end}(?!\\s+(?:and|or)\\s+(?:[02-9]\\d{3}))(?![/-]\\d)${words.numbered ? `(?!\\s+(?:${words.numbered}))` : ''}`,
      ),
      read: m => (m[0].endsWith('s') ? null : { date: m.groups?.['y'] ?? '', precision: 'year', basis: 'text' }),
    },
    {
      // "September last year"
      pattern: re(`${before}(?<mo>${month})\\s+(?:of\\s+)?(?:(?<last>${words.last})|(?:${words.next}))\\s+(?:${yearWords(words)})${end}`),
      read: (m, { published }) => {
        if (!published) return null
        const year = yearOf(published) + (m.groups?.['last'] ? -1 : 1)
        return { date: `${year}-${pad(number(m.groups?.['mo']))}`, precision: 'month', basis: 'relative' }
      },
    },
    monthAlone(month, number, words),
  ]
}

const yearWords = (words: DateWords) =>
  Object.keys(words.units)
    .filter(u => words.units[u] === 'year')
    .join('|')

function monthAlone(month: string, number: (name: string | undefined) => number, words: DateWords): Rule {
  const cues = `${words.monthCues}|${words.last}|${words.next}`
  return {
    pattern: new RegExp(`(?<lead>(?<![\\p{L}\\p{N}])(?:${cues})[\\s-]+)(?<mo>${month})(?![\\p{L}\\p{N}])(?!\\s+\\d)`, 'gidu'),
    read: (m, { published, previous, ahead, grammar }) => {
      const name = m.groups?.['mo'] ?? ''
      if (!published || !/^[\p{Lu}\p{Lo}]/u.test(name)) return null
      const lead = m.groups?.['lead'] ?? ''
      const month = pad(number(name))
      const is = (text: string) => new RegExp(`(?:${text})[\\s-]*$`, 'iu').test(lead)
      // "last June", said in June, is that of the year before.
      const last = yearOf(published) - (month >= published.slice(5, 7) ? 1 : 0)
      const year = is(words.next)
        ? yearFor(published, null, `${month}-31`, true)
        : is(words.last)
          ? last
          : yearFor(published, previous, `${month}-01`, ahead || upcoming(grammar, published, month, m))
      const basis = is(words.last) || is(words.next) ? 'relative' : 'text'
      return { date: `${year}-${month}`, precision: 'month', basis }
    },
  }
}

// "to be held in May", printed in April: the next May.
function upcoming(grammar: Grammar, published: Day, month: string, match: RegExpExecArray): boolean {
  const before = match.input.slice(Math.max(0, match.index - 80), match.index)
  return grammar.upcoming.test(before) && month >= published.slice(5, 7)
}

// A day without a year: the newest one not after publication; ahead of it where the words look ahead, or beside the date before.
function yearFor(published: Day, previous: DateFound | null, monthDay: string, ahead: boolean): number {
  const year = yearOf(published)
  const same = `${year}-${monthDay}` <= shift(published, 'day', 1)
  if (ahead) return `${year}-${monthDay}` >= published.slice(0, 7) ? year : year + 1
  void previous
  return same ? year : year - 1
}

function relativeRules(words: DateWords): readonly Rule[] {
  const before = '(?<![\\p{L}\\p{N}])'
  const end = '(?![\\p{L}\\p{N}])'
  const weekday = Object.keys(words.weekdays).join('|')
  const unit = Object.keys(words.units).join('|')
  const count = `(?:${Object.keys(words.numbers).join('|')}|\\d{1,3})`
  const re = (source: string) => new RegExp(`${before}${source}${end}`, 'gidu')
  const unitOf = (name: string | undefined) => words.units[(name ?? '').toLowerCase()] ?? 'day'
  const countOf = (name: string | undefined) => words.numbers[(name ?? '').toLowerCase()] ?? Number(name)
  const from = (published: Day | null, n: number): Read | null => (published ? day(shift(published, 'day', n), 'relative') : null)
  return [
    { pattern: re(`(?:${words.today})`), read: (_, c) => from(c.published, 0) },
    { pattern: re(`(?:${words.yesterday})`), read: (_, c) => from(c.published, -1) },
    { pattern: re(`(?:${words.tomorrow})`), read: (_, c) => from(c.published, 1) },
    {
      pattern: re(`(?:(?<next>${words.next})\\s+|(?:${words.last})\\s+|(?:${words.weekdayCues})\\s+)?(?<w>${weekday})`),
      read: (m, { published, ahead }) => {
        if (!published || !/^[\p{Lu}\p{Lo}]/u.test(m.groups?.['w'] ?? '')) return null
        const wanted = words.weekdays[(m.groups?.['w'] ?? '').toLowerCase()] ?? 0
        const last = weekdayBefore(published, wanted)
        return day(m.groups?.['next'] || (ahead && last < published) ? shift(last, 'day', 7) : last, 'relative')
      },
    },
    {
      pattern: re(`(?:(?<vague>${words.vague})|(?<n>${count}))\\s+(?<u>${unit})\\s+(?:${words.after})`),
      read: (m, { previous }) => later(previous, m.groups?.['vague'] ? null : countOf(m.groups?.['n']), unitOf(m.groups?.['u'])),
    },
    ...(words.unitAfter
      ? [
          {
            pattern: re(`the\\s+(?<u>day|week|month|year)\\s+(?:${words.unitAfter})`),
            read: (m: RegExpExecArray, { previous }: Context) => later(previous, 1, unitOf(m.groups?.['u'])),
          },
        ]
      : []),
    ...(words.earlierBy ? [earlierRule(re(`(?<n>${count}|the)\\s+(?<u>${unit})\\s+(?:${words.earlierBy})`), unitOf, countOf)] : []),
    {
      pattern: re(`(?<n>${count})\\s+(?<u>${unit})\\s+(?:${words.ago})`),
      read: (m, { published }) => (published ? agoFrom(published, countOf(m.groups?.['n']), unitOf(m.groups?.['u'])) : null),
    },
    {
      pattern: re(`(?:(?:${words.in})\\s+)?(?:${words.following})\\s+(?<u>day|month|year)`),
      read: (m, { previous }) => later(previous, 1, unitOf(m.groups?.['u'])),
    },
    {
      pattern: re(`(?:(?:${words.in})\\s+)?(?:${words.same})\\s+(?<u>day|month|year)`),
      read: (m, { previous }) => previous && cut(previous.date, unitOf(m.groups?.['u'])),
    },
    {
      pattern: re(
        `(?:(?:${words.earlier})\\s+)?(?:(?:${words.in})\\s+)?(?<which>${words.last}|${words.this}|${words.next})\\s+(?<u>week|month|year)`,
      ),
      read: (m, c) => relativeUnit(m, c, words, unitOf(m.groups?.['u'])),
    },
  ]
}

// "two days earlier": counted back from the date before.
function earlierRule(pattern: RegExp, unitOf: (name?: string) => Unit, countOf: (name?: string) => number): Rule {
  return {
    pattern,
    read: (m, { previous: last, previousDay }) => {
      const unit = unitOf(m.groups?.['u'])
      const previous = unit === 'day' || unit === 'week' ? previousDay : last
      if (!previous || previous.date.includes('/')) return null
      const n = m.groups?.['n']?.toLowerCase() === 'the' ? 1 : countOf(m.groups?.['n'])
      if (unit === 'year') return { date: String(yearOf(previous.date) - n), precision: 'year', basis: 'relative' }
      if (previous.precision === 'year') return null
      if (unit === 'month') return { date: shift(span(previous.date)[0], 'month', -n).slice(0, 7), precision: 'month', basis: 'relative' }
      return previous.precision === 'day' ? day(shift(previous.date, unit, -n), 'relative') : null
    },
  }
}

type Unit = 'day' | 'week' | 'month' | 'year'

function relativeUnit(
  m: RegExpExecArray,
  { published, previous, grammar }: Context,
  words: DateWords,
  unit: 'day' | 'week' | 'month' | 'year',
): Read | null {
  if (!published) return null
  const which = (m.groups?.['which'] ?? '').toLowerCase()
  const is = (list: string) => new RegExp(`^(?:${list})$`, 'iu').test(which)
  if (which === 'that') return previous ? cut(previous.date, unit) : null
  if (which === 'the' && !grammar.earlierLater.test(m[0])) return null
  const steps = is(words.last) ? -1 : is(words.next) ? 1 : 0
  if (unit === 'week') {
    const monday = weekdayBefore(published, 1)
    const start = shift(monday, 'day', 7 * steps)
    return { date: `${start}/${shift(start, 'day', 6)}`, precision: 'approx', basis: 'relative' }
  }
  if (unit === 'month') return { date: monthsBack(published, -steps), precision: 'month', basis: 'relative' }
  return { date: String(yearOf(published) + steps), precision: 'year', basis: 'relative' }
}

function cut(date: string, unit: string): Read | null {
  const first = date.split('/')[0] ?? date
  if (unit === 'year') return { date: first.slice(0, 4), precision: 'year', basis: 'relative' }
  if (unit === 'month' && first.length >= 7) return { date: first.slice(0, 7), precision: 'month', basis: 'relative' }
  return unit === 'day' && first.length === 10 ? day(first, 'relative') : null
}

function later(previous: DateFound | null, n: number | null, unit: 'day' | 'week' | 'month' | 'year'): Read | null {
  if (!previous) return null
  const [first, last] = span(previous.date)
  if (n !== null && unit === 'year') return { date: String(yearOf(first) + n), precision: 'year', basis: 'relative' }
  if (n !== null && previous.precision === 'day') {
    const moved = shift(first, unit, n)
    return unit === 'month' ? { date: moved.slice(0, 7), precision: 'month', basis: 'relative' } : day(moved, 'relative')
  }
  if (n !== null && previous.precision === 'month' && unit === 'month')
    return { date: shift(first, 'month', n).slice(0, 7), precision: 'month', basis: 'relative' }
  const reach = n ?? 6
  const end = shift(last, unit, reach)
  if (previous.precision === 'year') return { date: `${first.slice(0, 4)}/${end.slice(0, 4)}`, precision: 'approx', basis: 'relative' }
  return { date: `${shift(first, unit, n ?? 2)}/${end}`, precision: 'approx', basis: 'relative' }
}

function agoFrom(published: Day, n: number, unit: 'day' | 'week' | 'month' | 'year'): Read {
  const moved = shift(published, unit, -n)
  if (unit === 'year') return { date: moved.slice(0, 4), precision: 'year', basis: 'relative' }
  return unit === 'month' ? { date: moved.slice(0, 7), precision: 'month', basis: 'relative' } : day(moved, 'relative')
}
