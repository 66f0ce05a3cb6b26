import { cleanCountry } from '../../model/index.ts'
import type { Fact } from './entry.ts'
import { labelled, looksLabelled } from './labels.ts'

/** What remarks hold: labelled values, free texts, and what looks like a label that no table knows. */
export type Remarks = {
  readonly facts: readonly Fact[]
  readonly notes: readonly string[]
  readonly unknown: readonly string[]
  /** The last part, where the text breaks off at the limit of the form: not read, because it may be half a value. */
  readonly cut: string | null
}

/** Remarks break off here, in the middle of a word; the comments file goes on. */
export const REMARKS_LIMIT = 1000

/**
 * Remarks taken apart: a `; ` list closed by a full stop.
 *
 * ```
 * DOB 09 Feb 1951; alt. DOB circa 1960; Passport 92/664 (Egypt); Linked To: X; ICTY indictee.
 * └ fact         └ fact               └ document, issuer     └ link    └ note
 * ```
 *
 * @param text the remarks, joined with their continuation where there is one
 * @param whole false where the text may break off at the limit
 */
export function readRemarks(text: string, field: string, whole: boolean): Remarks {
  const closed = text.replace(/\s+$/, '')
  const broken = !whole && closed.length >= REMARKS_LIMIT - 5 && !closed.endsWith('.')
  const parts = splitParts(broken ? closed : withoutStop(closed))
  const cut = broken ? (parts.pop() ?? null) : null
  const facts: Fact[] = []
  const notes: string[] = []
  const unknown: string[] = []
  for (const part of parts) {
    const bare = part.replace(/^\((?=Linked To:)(.*)\)$/, '$1').replace(/^alt\. /, '')
    const found = labelled(bare)
    if (found) facts.push(factOf(found, bare, field))
    else if (looksLabelled(part)) unknown.push(part)
    else notes.push(withoutStop(part))
  }
  return { facts, notes, unknown, cut }
}

const splitParts = (text: string): string[] =>
  text
    .split(/;\s+|;$/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part !== '')

// The stop that closes the list is no part of the last value; that of an abbreviation such as "S.A." or "LTDA." is.
const withoutStop = (text: string): string => (/\b(?:[A-Za-z]\.[A-Za-z]|LTDA)\.$/.test(text) ? text : text.replace(/\.$/, ''))

function factOf(found: NonNullable<ReturnType<typeof labelled>>, part: string, field: string): Fact {
  const { rest, ...label } = found
  if (label.meaning.as === 'document') return { ...label, ...readDocument(rest), field }
  if (label.meaning.as === 'name') return { ...label, value: unquoted(rest), field }
  return { ...label, value: rest === '' ? part : rest, field }
}

const unquoted = (text: string): string => text.replace(/^'(.*)'$/, '$1').trim()

type Document = { readonly value: string; readonly country?: string; readonly issued?: string; readonly expires?: string }

const DAY = String.raw`(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?\d{4}`
const DATES = new RegExp(String.raw`^(.*?)(?:\s+issued\s+(${DAY}))?(?:\s+expires\s+(${DAY}))?$`)

/** `92/664 (Egypt) issued 12 Aug 2000 expires 19 Jun 2005`: number, issuer and dates; brackets that name no country stay in the number. */
export function readDocument(text: string): Document {
  const dates = DATES.exec(text)
  const body = dates?.[1] ?? text
  const bracket = /^(.*?)\s*\(([^()]+)\)$/.exec(body)
  const country = bracket?.[2] && cleanCountry(bracket[2]) ? bracket[2] : undefined
  return {
    value: (country && bracket?.[1] !== undefined ? bracket[1] : body).trim(),
    ...(country ? { country } : {}),
    ...(dates?.[2] ? { issued: dates[2] } : {}),
    ...(dates?.[3] ? { expires: dates[3] } : {}),
  }
}
