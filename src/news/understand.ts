import type { Day } from '../model/index.ts'
import { annotate } from './annotate.ts'
import { boilerplateIn } from './boilerplate.ts'
import type { Equipment } from './equipment.ts'
import { readActs } from './events.ts'
import { documentNames } from './names-in-document.ts'
import type { Found, Reading } from './reading.ts'
import { readRelations } from './relations.ts'
import type { Claim } from './types.ts'

/** What understanding needs of a document. */
export type Understood = {
  readonly text: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: Day | null
}

/** A longer text is read up to here; no article or notice is near it. */
export const MAX_TEXT = 100_000

/**
 * The claims of a text, in order; each quote is the text between its offsets.
 *
 * @param isListed whether an entity is known to be on some list: relations are told only towards such parties
 */
export function claimsOf(document: Understood, tools: Equipment, isListed: (entity: string) => boolean): readonly Claim[] {
  const text = document.text.slice(0, MAX_TEXT)
  const doc = annotate(text, document.published, tools, boilerplateIn(text))
  const digest = isDigest(text)
  const reading: Reading = {
    doc,
    title: document.title ?? '',
    publisher: document.publisher ?? '',
    published: doc.anchor,
    tools,
    grammar: tools.frames.grammar,
    names: documentNames(doc, tools.frames.grammar, tools.captionOf),
    found: [],
    open: [],
    digest,
    cued: !digest && tools.frames.cue.test(doc.shadow),
    within: ({ start, end }) => withinOf(doc.mentions, start, end),
  }
  for (const sentence of doc.sentences) readActs(reading, sentence)
  for (const sentence of doc.sentences) readRelations(reading, sentence, isListed)
  return reading.found.toSorted((a, b) => a.start - b.start || a.target.start - b.target.start).map(found => claimOf(found, reading))
}

/** Many short items, each with its source in brackets at the end. */
const isDigest = (text: string): boolean => (text.match(/\([^()]{2,60}\)\s*(?:\n|$)/g)?.length ?? 0) >= 2

// Mentions are in order and do not overlap.
function withinOf<T extends { readonly start: number; readonly end: number }>(all: readonly T[], start: number, end: number): readonly T[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as T).start < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let i = low; i < all.length && (all[i] as T).start < end; i++) if ((all[i] as T).end <= end) found.push(all[i] as T)
  return found
}

function claimOf(found: Found, { doc, tools }: Reading): Claim {
  const { start, end, date } = found
  return {
    type: found.type,
    authority: tools.lexicon.nameOf(found.code),
    target: found.target.name,
    authorityId: found.code,
    targetId: found.target.entity,
    date: date?.date ?? null,
    datePrecision: date?.precision ?? 'none',
    instrument: found.instrument?.text ?? null,
    instrumentId: found.instrument?.id ?? null,
    factuality: found.factuality,
    attribution: found.attribution,
    quote: doc.text.slice(start, end),
    start,
    end,
    confidence: found.confidence,
  }
}
