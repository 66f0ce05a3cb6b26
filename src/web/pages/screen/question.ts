import { useQuery } from '@tanstack/react-query'
import type { ScreenAnswer } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { type AskedDay, askedDay, dayParams } from '../../ask/as-of.ts'

/** Matches begin here; the tick on the rule of a score. */
export const THRESHOLD = 0.7
/** From here a match is called strong. */
export const STRONG = 0.85
/** The nearest names that are kept back until they are asked for. */
export const NEAREST = 0.5
const LIMIT = 25

/** A screening as the address of the page holds it. */
export type ScreenQuestion = {
  readonly name: string
  readonly schema: string
  readonly birthDate: string
  readonly country: string
  readonly gender: string
  readonly id: string
  readonly scope: string
  readonly day: AskedDay
}

/** The schemata a reader can look for, the most frequent first. */
export const SCHEMATA = ['Person', 'Organization', 'Vessel', 'Airplane', 'CryptoWallet', 'Thing'] as const

/** The question an address holds. */
export function questionOf(search: string): ScreenQuestion {
  const params = new URLSearchParams(search)
  const text = (name: string) => params.get(name)?.trim() ?? ''
  return {
    name: text('name'),
    schema: text('schema') || 'Thing',
    birthDate: text('birthDate'),
    country: text('country'),
    gender: text('gender'),
    id: text('id'),
    scope: text('scope'),
    day: askedDay(search),
  }
}

/** True where there is something to screen. */
export const isAsked = (question: ScreenQuestion): boolean => question.name !== '' || question.id !== ''

/** The answer to a screening; asked once for each address. */
export const useScreening = (question: ScreenQuestion) =>
  useQuery({
    queryKey: ['screen', question],
    enabled: isAsked(question),
    retry: false,
    queryFn: ({ signal }) => {
      const { day, birthDate, scope, ...params } = question
      const asked = { ...params, birth_date: birthDate, dataset: scope, ...dayParams(day) }
      return ask<ScreenAnswer>('/api/screen', { ...asked, limit: LIMIT, threshold: THRESHOLD, cutoff: NEAREST }, signal)
    },
  })
