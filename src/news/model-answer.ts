import type { Candidates } from './candidates.ts'
import { type Claim, EVENT_TYPES, type EventType, FACTUALITIES, type Factuality, type NewsDocument } from './types.ts'

/** Confidence of every claim of a model: below the band that may open a pending change. */
const CONFIDENCE = 0.5
/** Events of one answer that are looked at, and characters of a quote. */
const MAX_EVENTS = 60
const [MIN_QUOTE, MAX_QUOTE] = [12, 600]

/** What an answer gave: claims that hold, and how many of its events were refused. */
export type ModelClaims = { readonly claims: readonly Claim[]; readonly refused: number }

/**
 * The claims of a model's answer that the document bears out: the quote stands in it letter by letter, and party and authority are ones that
 * the linker found in it. What the rules claim already is left out.
 *
 * @param answer the text of the answer; anything but the JSON asked for gives no claims
 * @param by who is named as the reader of these claims
 */
export function claimsOfModel(answer: string, document: NewsDocument, known: ModelContext, by: string): ModelClaims {
  const events = eventsIn(answer)
  const claims: Claim[] = []
  for (const event of events) {
    const claim = claimOf(event, document, known.candidates, by)
    const same = (c: Claim) =>
      claim !== null && c.type === claim.type && c.authorityId === claim.authorityId && c.targetId === claim.targetId
    if (claim && !known.claims.some(same) && !claims.some(same)) claims.push(claim)
  }
  return { claims, refused: events.length - claims.length }
}

/** What a model's answer is held against. */
export type ModelContext = { readonly candidates: Candidates; readonly claims: readonly Claim[] }

type Fields = Readonly<Record<string, unknown>>

function eventsIn(answer: string): readonly Fields[] {
  const body = /\{[\s\S]*\}/.exec(answer)?.[0]
  if (body === undefined) return []
  try {
    const { events } = JSON.parse(body) as { readonly events?: unknown }
    return Array.isArray(events) ? events.slice(0, MAX_EVENTS).filter((e): e is Fields => typeof e === 'object' && e !== null) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function claimOf(event: Fields, { text }: NewsDocument, candidates: Candidates, by: string): Claim | null {
  const field = (name: string) => (typeof event[name] === 'string' ? event[name] : '')
  const quote = field('quote')
  const start = quote.length >= MIN_QUOTE && quote.length <= MAX_QUOTE ? text.indexOf(quote) : -1
  const type = EVENT_TYPES.find(t => t === field('type'))
  const factuality = FACTUALITIES.find(f => f === field('factuality'))
  const party = candidates.parties.find(p => p.name === field('target'))
  const authority = candidates.authorities.find(a => a.name === field('authority'))
  if (start < 0 || !type || !factuality || !party || !authority) return null
  const date = candidates.dates.find(d => d === field('date')) ?? null
  return {
    type: type satisfies EventType,
    authority: authority.name,
    target: party.name,
    authorityId: authority.code,
    targetId: party.entity,
    date,
    datePrecision:
      date === null ? 'none' : date.includes('/') ? 'approx' : date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day',
    instrument: null,
    instrumentId: null,
    factuality: factuality satisfies Factuality,
    attribution: null,
    quote,
    start,
    end: start + quote.length,
    confidence: CONFIDENCE,
    by,
  }
}
