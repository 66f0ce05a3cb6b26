import { createContext, useContext } from 'react'
import type { AnswerBound, Day } from '../answers.ts'
import { precisionOf } from '../time/bounds.ts'
import { en, type Words } from './en.ts'

/** The languages of the interface. */
export type Language = 'en' | 'ar'

/** Holds the texts in use. */
export const WordsContext = createContext<Words>(en)

/** The texts of the reader's language. */
export const useWords = (): Words => useContext(WordsContext)

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
  formats.set(key, known)
  return known
}

const at = (day: Day) => new Date(`${day.slice(0, 10)}T00:00:00Z`)

/** A day in words with the month in full: "24 November 2026". */
export const longDay = (day: Day, { locale }: Pick<Words, 'locale'>): string =>
  format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at(day))

/** A day as tables show it: "24 Nov 2026". */
export function shortDay(day: Day, { locale }: Pick<Words, 'locale'>): string {
  if (!locale.startsWith('en')) return longDay(day, { locale })
  const month = monthName(Number(day.slice(5, 7)))
  return `${Number(day.slice(8, 10))} ${month} ${day.slice(0, 4)}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const monthName = (month: number) => MONTHS[month - 1] ?? ''

/** A month in words: "May 2014". */
export const monthOf = (month: string, { locale }: Pick<Words, 'locale'>): string =>
  locale.startsWith('en')
    ? `${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`
    : format(locale, { month: 'long', year: 'numeric' }).format(at(`${month}-01`))

/** The name of a month: "February". */
export const nameOfMonth = (month: number, { locale }: Pick<Words, 'locale'>): string =>
  format(locale, { month: 'long' }).format(at(`2000-${String(month).padStart(2, '0')}-01`))

/** Dates as stored without those that say the same less or more surely. */
export const distinctDates = (dates: readonly string[]): readonly string[] =>
  dates.filter((date, i) => dates.findIndex(d => d.replace('~', '') === date.replace('~', '')) === i)

/** A date as stored (`1961`, `1961-02`, `1961-02-03`, `1958/1964`, `~` after it where approximate), in words. */
export function storedDate(text: string, words: Pick<Words, 'locale' | 'bound'>): string {
  const part = (one: string) =>
    /^\d{4}-\d{2}-\d{2}/.test(one) ? shortDay(one, words) : /^\d{4}-\d{2}$/.test(one) ? monthOf(one, words) : one
  const approximate = text.endsWith('~')
  const [from = '', to] = (approximate ? text.slice(0, -1) : text).split('/')
  const said = to === undefined ? part(from) : words.bound.to(part(from), part(to))
  return approximate ? words.bound.about(said) : said
}

/** The day of a change in the words that fit what is known of it: "13 Sep 2007", "by 27 Jan 2018", "2012". */
export function boundWords(bound: AnswerBound, words: Words): string {
  const precise = precisionOf(bound)
  switch (precise.kind) {
    case 'day':
      return shortDay(precise.day, words)
    case 'two-days':
      return words.bound.twoDays(sameYear(precise.first, precise.second, words), shortDay(precise.second, words))
    case 'month':
      return monthOf(precise.month, words)
    case 'year':
      return precise.year
    case 'by':
      return words.bound.by(shortDay(precise.day, words))
    case 'between':
      return words.bound.between(shortDay(precise.first, words), shortDay(precise.last, words))
  }
}

/** The first of two days without the month and year it shares with the second: "13" of "13 or 14 Sep 2007". */
const sameYear = (first: Day, second: Day, words: Words) =>
  first.slice(0, 7) === second.slice(0, 7) ? String(Number(first.slice(8, 10))) : shortDay(first, words)
