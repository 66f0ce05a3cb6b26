import type { Day } from '../model/index.ts'
import type { DateReader } from './dates.ts'
import { daysBetween } from './days.ts'
import type { Range } from './sentences.ts'

/** Where and when a report was written: "GENEVA, 3 May (Agency) - ". */
export type Dateline = Range & { readonly day: Day | null }

const ASIDE = String.raw`(?:,\s*[\p{L}\p{N} .]{2,30})?(?:\s*\([^()\n]{2,60}\))?(?:,?\s+[\p{L}\p{N} ]{2,20})?`
const FORMS = [
  // A place in capitals, with what stands up to the dash or full stop.
  new RegExp(String.raw`^\p{Lu}{3,}[\p{Lu}.'’ /-]{0,40}(?:,\s*\p{Lu}[\p{L}. ]{1,25})?${ASIDE}\s*(?:[-–—]{1,2}\s|:\s|\.\s+(?=\p{Lu}))`, 'u'),
  // A place and a day, or a place and an agency, before a dash.
  /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2},\s+[\p{L}\p{N} ,.]{3,24}(?:\([^()\n]{2,40}\)\s*)?\s?[-–—]{1,2}\s/u,
  /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}\s+\((?:[\p{Lu}]{2,}|\p{Lu}\p{Ll}+)\)\s*[-–—]{1,2}\s/u,
]
/** Days before its publication that a report may be dated. */
const MAX_AGE_DAYS = 60

/** The dateline that a text opens with, if it has one. */
export function datelineOf(text: string, dates: DateReader, published: Day | null): Dateline | null {
  const start = /^\s*/.exec(text)?.[0].length ?? 0
  const head = text.slice(start, start + 120)
  const match = FORMS.map(f => f.exec(head)).find(m => m !== null)
  if (!match) return null
  const written = dates(match[0], published).find(d => d.precision === 'day')?.date ?? null
  const near = written !== null && (published === null || within(daysBetween(written, published)))
  return { start, end: start + match[0].length, day: near ? written : null }
}

const within = (days: number) => days >= 0 && days <= MAX_AGE_DAYS
