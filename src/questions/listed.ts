import {
  type AttestedSpan,
  type AuthorityScope,
  authorityScope,
  isWithin,
  type Register,
  type StatusOnDay,
  statusOn,
} from '../law/index.ts'
import { type Day, isDay, WhoListsError } from '../model/index.ts'
import type { LawView } from './listed-desk.ts'
import type { AnswerStatus, ListedAnswer } from './types.ts'

/** One question: the status of a party with an authority (or on one list of it) on a day. */
export type ListedQuestion = { readonly party: string; readonly authority: string; readonly list?: string | null; readonly on: Day }

/**
 * The status of a party with an authority on a day, with list, instrument, evidence and boundaries; the authority's other
 * lists on which something is known of the party follow under `others`.
 *
 * @throws party.unknown, party.ambiguous, authority.unknown, input.invalid
 */
export async function listed(view: LawView, question: ListedQuestion): Promise<ListedAnswer> {
  const [answer] = await listedMany(view, [question])
  if (!answer) throw new Error('one question has one answer')
  return answer
}

/** Answers to many questions, in their order. @throws as `listed`, on the first question at fault */
export async function listedMany(view: LawView, questions: readonly ListedQuestion[]): Promise<readonly ListedAnswer[]> {
  const { register } = view
  const entities = new Map<string, string>()
  for (const { party, on } of questions) {
    if (!isDay(on)) throw new WhoListsError('input.invalid', { what: 'on', expected: 'a day as YYYY-MM-DD', seen: on })
    if (!entities.has(party)) entities.set(party, await view.parties.find(party))
  }
  await register.load(entities.values())
  const scopes = new Map<string, AuthorityScope>()
  return questions.map(question => {
    const scope = scopes.get(question.authority) ?? authorityScope(register.book, question.authority)
    scopes.set(question.authority, scope)
    return answerOne(register, entities.get(question.party) ?? question.party, scope, question)
  })
}

function answerOne(register: Register, entity: string, scope: AuthorityScope, { list, on }: ListedQuestion): ListedAnswer {
  const found = statusesOf(register, entity, { scope, on, only: list ?? null })
  const [best, ...others] = found
  const of = ({ list, status }: ListStatus) => ({
    list,
    status: status.status,
    instrument: status.instrument,
    boundary: { from: status.from, to: status.to },
    noEntryBy: status.noEntryBy,
  })
  if (!best) return nothingKnown(entity, list ?? null)
  return {
    ...of(best),
    party: entity,
    evidence: best.status.evidence,
    confidence: best.status.confidence,
    disputed: best.status.disputed,
    disagreement: best.status.span?.disagreement ?? [],
    exemptions: exemptionsOf(register, best, on),
    others: others.map(of),
  }
}

const nothingKnown = (party: string, list: string | null): ListedAnswer => ({
  status: 'unknown',
  list,
  instrument: null,
  boundary: { from: null, to: null },
  noEntryBy: null,
  party,
  evidence: [],
  confidence: null,
  disputed: false,
  disagreement: [],
  exemptions: [],
  others: [],
})

function exemptionsOf({ book, lineage }: Register, { list, status }: ListStatus, on: Day): readonly string[] {
  if (!status.span || (status.status !== 'listed' && status.status !== 'suspended')) return []
  return lineage.exemptionsFrom([...status.span.instruments, ...(book.lists.get(list)?.legalBasis ?? [])], on)
}

/** A list with the status it gives. */
export type ListStatus = { readonly list: string; readonly status: StatusOnDay }

/** What is asked of an entity's lists; `only` names one list, whichever of the jurisdiction's authorities decided. */
export type StatusAsked = { readonly scope: AuthorityScope; readonly on: Day; readonly only?: string | null }

/**
 * What each list of these authorities says of a loaded entity on a day, the answer to show first: the list whose evidence is
 * surest (read or verified before recalled or disputed), then by listed, suspended, delisted, not-listed, never; what is
 * unknown comes last, as no evidence carries it, the list first that was read to the latest day.
 */
export function statusesOf(register: Register, entity: string, { scope, on, only = null }: StatusAsked): readonly ListStatus[] {
  const spans = register.spansOf(entity)
  const found: ListStatus[] = []
  for (const [list, own] of spans) {
    if (only === null ? own.some(span => isWithin(register.book, scope, span)) : list === only && isOfJurisdiction(register, scope, own))
      found.push({ list, status: statusOn(own, on) })
  }
  return found.length > 1 ? found.sort(bySurety) : found
}

function isOfJurisdiction(register: Register, scope: AuthorityScope, own: readonly AttestedSpan[]): boolean {
  const list = register.book.lists.get(own[0]?.list ?? '')
  const jurisdiction = list && register.book.authorities.get(list.authority)?.jurisdiction
  return jurisdiction === scope.jurisdiction || own.some(span => isWithin(register.book, scope, span))
}

const ORDER: Readonly<Record<AnswerStatus, number>> = { listed: 0, suspended: 1, delisted: 2, 'not-listed': 3, never: 4, unknown: 5 }

function bySurety(a: ListStatus, b: ListStatus): number {
  return (
    surety(a.status) - surety(b.status) ||
    ORDER[a.status.status] - ORDER[b.status.status] ||
    latest(a.status.noEntryBy, b.status.noEntryBy) ||
    (a.list < b.list ? -1 : 1)
  )
}

const latest = (a: Day | null, b: Day | null) => (a === b ? 0 : (a ?? '') > (b ?? '') ? -1 : 1)

const surety = ({ status, confidence, disputed }: StatusOnDay) =>
  status === 'unknown' ? 2 : (confidence === 'read' || confidence === 'verified') && !disputed ? 0 : 1
