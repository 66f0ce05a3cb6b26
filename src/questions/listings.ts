import { type AttestedSpan, deciderOf, endText, type LawBook, type Register, startText, statusOn } from '../law/index.ts'
import { type Bound, type Day, holderIn } from '../model/index.ts'
import type { AnswerBound, EntityJson, Listing } from './types.ts'

/**
 * The listings of an entity, one for each stretch of a status on a list: those that hold on the day first, then the others,
 * the latest first. A removal that no record states but versions show is a stretch like any other.
 *
 * @param register the entity must be loaded
 * @param valid the day of which `holds` speaks
 */
export function listingsOf(register: Register, entity: string, valid: Day): readonly Listing[] {
  const all = [...register.spansOf(entity).values()].flatMap(spans => {
    const { span, status } = statusOn(spans, valid)
    return withRemovals(spans).map(stretch => listing(register.book, stretch, status === stretch.status && holdsOn(stretch, span, valid)))
  })
  return all.sort((a, b) => Number(b.holds) - Number(a.holds) || compare(b.from?.by ?? '', a.from?.by ?? '') || compare(a.list, b.list))
}

/**
 * The entity whose listings hold for another, loaded: itself, or of a wallet, account or security that no list names by itself its
 * holder, since what a listed party holds is blocked with it.
 */
export async function bearerOfListings(register: Register, entity: Pick<EntityJson, 'id' | 'schema' | 'properties'>): Promise<string> {
  await register.load([entity.id])
  const holder = holderIn(entity.schema, entity.properties)
  if (holder === undefined || register.spansOf(entity.id).size > 0) return entity.id
  const bearer = register.members.entityOf(holder)
  await register.load([bearer])
  return bearer
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A stretch of a status; `span` carries its evidence. */
type Stretch = {
  readonly status: Listing['status']
  readonly from: Bound
  readonly to: Bound | null
  readonly span: AttestedSpan
  readonly stated: boolean
}

function withRemovals(spans: readonly AttestedSpan[]): readonly Stretch[] {
  return spans.flatMap((span, i): Stretch[] => {
    const next = spans[i + 1]
    const own: Stretch = { status: span.status, from: span.from, to: span.to, span, stated: true }
    if (span.to === null || span.status === 'delisted' || span.status === 'never') return [own]
    const follows = next !== undefined && next.from.by <= span.to.by
    return follows ? [own] : [own, { status: 'delisted', from: span.to, to: next?.from ?? null, span, stated: false }]
  })
}

const holdsOn = (stretch: Stretch, span: AttestedSpan | null, day: Day): boolean =>
  stretch.span === span && (stretch.status === 'never' || (stretch.from.by <= day && (stretch.to === null || day < stretch.to.by)))

function listing(book: LawBook, { status, from, to, span, stated }: Stretch, holds: boolean): Listing {
  const list = book.lists.get(span.list)
  const decider = deciderOf(book, span)
  const authority = decider === null ? undefined : book.authorities.get(decider)
  const [first] = span.attested
  const official = span.attested.find(a => a.kind === 'official')
  return {
    list: span.list,
    listName: list?.name ?? span.list,
    authority: decider ?? '',
    authorityName: authority?.name ?? decider ?? '',
    jurisdiction: authority?.jurisdiction ?? 'zz',
    status,
    holds,
    from: status === 'never' ? null : startBoundOf(from),
    to: to && endBoundOf(to),
    instruments: (stated ? span.instruments : span.endInstruments).map(id => named(book, id)),
    endInstruments: stated ? span.endInstruments.map(id => named(book, id)) : [],
    confidence: first?.confidence ?? 'recalled',
    disputed: first?.disputed ?? false,
    evidence: span.evidence,
    reference: official ? official.record.slice(official.source.length + 1) : null,
    programme: span.attested.find(a => a.programme !== '')?.programme ?? null,
    grounds: span.attested.find(a => a.grounds !== undefined)?.grounds ?? null,
    lastRead: lastRead(span),
    note: span.attested.find(a => a.note !== undefined)?.note ?? null,
    disagreement: span.disagreement,
  }
}

const named = (book: LawBook, id: string) => {
  const instrument = book.instruments.get(id)
  return { id, title: instrument?.title ?? id, number: instrument?.number ?? null }
}

const startBoundOf = (bound: Bound): AnswerBound => ({ ...edge(bound), text: boundWords(bound, startText(bound)) })
const endBoundOf = (bound: Bound): AnswerBound => ({ ...edge(bound), text: boundWords(bound, endText(bound)) })
const edge = ({ after, by, basis }: Bound) => ({ after, by, basis })

function boundWords(bound: Bound, text: string | null): string {
  if (bound.after === null) return `on or before ${bound.by}`
  return bound.basis === 'seen' ? `after ${bound.after}, by ${bound.by}` : (text ?? bound.by)
}

/** The last day on which a list was read to hold the state. */
function lastRead(span: AttestedSpan): Day | null {
  const days = span.attested.flatMap(a => (a.kind === 'curated' ? [...(a.seenOn ?? []), ...(a.asOf ? [a.asOf] : [])] : [a.lastWith]))
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)
}
