import { useSearch } from 'wouter'
import type { Day } from '../answers.ts'
import { isDay } from '../time/days.ts'

/** What a past day means: in force then as known today, as the lists said then, as this installation knew it then. */
export type DayMeaning = 'valid' | 'published' | 'recorded'

/** The day asked about; null is today. It stands in the address, so that a page can be sent to someone else. */
export type AskedDay = { readonly day: Day; readonly meaning: DayMeaning } | null

const MEANINGS: readonly DayMeaning[] = ['valid', 'published', 'recorded']

/** The day an address asks about. */
export function askedDay(search: string): AskedDay {
  const params = new URLSearchParams(search)
  for (const meaning of MEANINGS) {
    const day = params.get(meaning)
    if (day && isDay(day)) return { day, meaning }
  }
  return null
}

/** An address's search with another day in it. */
export function withDay(search: string, asked: AskedDay): string {
  const params = new URLSearchParams(search)
  for (const meaning of MEANINGS) params.delete(meaning)
  if (asked) params.set(asked.meaning, asked.day)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** The day this page's address asks about. */
export const useAskedDay = (): AskedDay => askedDay(useSearch())

/** The day as parameters of a question. */
export const dayParams = (asked: AskedDay): Readonly<Record<string, string>> => (asked ? { [asked.meaning]: asked.day } : {})

/** A link to another page that keeps the day asked about. */
export function keepDay(href: string, asked: AskedDay): string {
  const [path = '', search = ''] = href.split('?')
  return path + withDay(search, asked)
}

/** The page of an entity. */
export const entityHref = (id: string, asked: AskedDay): string => keepDay(`/entity/${encodeURIComponent(id)}`, asked)

/** The page of an instrument. */
export const lawHref = (id: string, asked: AskedDay): string => keepDay(`/law/${encodeURIComponent(id)}`, asked)
