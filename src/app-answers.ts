import type { AdjacentPage, App, AsOfAsked } from './api/index.ts'
import { BASE } from './law/index.ts'
import { asPublished, asRecorded } from './ledger/index.ts'
import { type AsOf, captionOf, dayOf, WhoListsError } from './model/index.ts'
import {
  adjacentOf,
  asksNow,
  bearerOfListings,
  changesOf,
  coverageIn,
  decisionsAnswer,
  diffVersions,
  type Engine,
  type EntityJson,
  type EventContext,
  entityAnswer,
  entityIdOf,
  findInstruments,
  history,
  identityAnswer,
  instrumentAnswer,
  isEntityProperty,
  type ListedAnswer,
  type ListedQuestion,
  type Listing,
  listed,
  listedMany,
  listingsOf,
  listLines,
  loadMembers,
  type Member,
  matrix,
  membershipOf,
  mergeMembers,
  nestedEntity,
  recordMeant,
  resolveAsOf,
  scopeNamed,
  stepCache,
  topicsOf,
} from './questions/index.ts'

/** Answers that are quick enough for the thread that asks: everything but screening and searching. */
export type Answers = Pick<
  App,
  | 'entity'
  | 'adjacent'
  | 'entityAnswer'
  | 'history'
  | 'listed'
  | 'lists'
  | 'matrix'
  | 'changes'
  | 'diff'
  | 'instrument'
  | 'findInstruments'
  | 'identity'
  | 'decisions'
> & {
  listedMany(questions: readonly ListedQuestion[]): Promise<readonly ListedAnswer[]>
}

/** Answers over an engine; `engine` gives the newest one at each call. */
export function answersOver(engine: () => Engine): Answers {
  return {
    ...entityAnswers(engine),
    ...lawAnswers(engine),
    ...changeAnswers(engine),
    identity: asked => identityAnswer(engine(), asked),
    decisions: page => decisionsAnswer(engine(), page),
  }
}

type Found = { readonly id: string; readonly asOf: AsOf; readonly members: readonly Member[] }

// The entity an id leads to, with its records; an id of a member moves to the entity's own.
async function find(engine: Engine, id: string, asked: AsOfAsked): Promise<Found | { readonly movedTo: string } | null> {
  const asOf = resolveAsOf(asked, engine.now())
  const membership = asksNow(asked) ? engine.membership : (await engine.desk.at(asOf)).register.members
  const context = { ...engine, membership }
  try {
    const entity = await entityIdOf(context, id)
    if (entity !== id) return { movedTo: entity }
    const members = await loadMembers(context, id, asOf, true)
    return members.length > 0 ? { id, asOf, members } : null
  } catch (error) {
    if (error instanceof WhoListsError && error.code === 'entity.unknown') return null
    throw error
  }
}

type Standing = { readonly listings: readonly Listing[]; readonly bearer: string }

async function standingOf(engine: Engine, { id, members, asOf }: Found): Promise<Standing> {
  const { register } = await engine.desk.at(asOf)
  const bearer = await bearerOfListings(register, mergeMembers(id, members, []))
  return { listings: listingsOf(register, bearer, asOf.valid), bearer }
}

async function presented(
  engine: Engine,
  found: Found,
  asked: AsOfAsked,
): Promise<{ readonly entity: EntityJson; readonly listings: readonly Listing[] }> {
  const { listings } = await standingOf(engine, found)
  const stored = asksNow(asked) ? engine.store.get(found.id) : null
  const { book } = (await engine.desk.at(found.asOf)).register
  return { listings, entity: stored ?? mergeMembers(found.id, found.members, topicsOf(listings, book.lists)) }
}

function entityAnswers(engine: () => Engine): Pick<Answers, 'entity' | 'adjacent' | 'entityAnswer' | 'history'> {
  return {
    async entity(id, { nested, asOf: asked }) {
      const found = await find(engine(), id, asked)
      if (!found || 'movedTo' in found) return found
      const { entity, listings } = await presented(engine(), found, asked)
      return { entity: nested ? nestedEntity(engine().store, entity, listings) : entity }
    },
    async adjacent(id, { property, sort, limit, offset }) {
      const found = await find(engine(), id, {})
      if (!found || 'movedTo' in found) return found
      const { entity, listings } = await presented(engine(), found, {})
      if (property !== null && !isEntityProperty(entity.schema, property))
        throw new WhoListsError('input.invalid', { what: 'property', expected: 'a property that holds entities', seen: property })
      const all = Object.entries(adjacentOf(engine().store, entity, listings)).filter(([name]) => property === null || name === property)
      const pages = all.map(([name, results]) => [name, pageOf(results, sort, limit, offset)] as const)
      if (property !== null && pages.length === 0) return { entity, adjacent: { [property]: pageOf([], sort, limit, offset) } }
      return { entity, adjacent: Object.fromEntries(pages) }
    },
    async entityAnswer(id, asked) {
      const found = await find(engine(), id, asked)
      if (!found || 'movedTo' in found) return found
      return whole(engine(), found)
    },
    async history(id, asked) {
      const found = await find(engine(), id, asked)
      if (!found || 'movedTo' in found) return found
      const caption = found.members[0] ? captionOf(found.members[0].party) : id
      return { id, caption, events: await history(engine().ledger, await viewOf(engine(), found.asOf), id) }
    },
  }
}

const viewOf = (engine: Engine, asOf: AsOf) => engine.desk.at(asOf)

function pageOf(
  all: readonly EntityJson[],
  sort: readonly { readonly field: string; readonly descending: boolean }[],
  limit: number,
  offset: number,
): AdjacentPage {
  const key = (e: EntityJson, field: string): string => {
    const value = field.startsWith('properties.') ? e.properties[field.slice(11)]?.[0] : e[field as keyof EntityJson]
    if (typeof value === 'object' && value !== null && 'caption' in value) return value.caption as string
    return typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''
  }
  const sorted = [...all].sort((a, b) => {
    for (const { field, descending } of sort) {
      const [x, y] = [key(a, field), key(b, field)]
      if (x !== y) return (x < y ? -1 : 1) * (descending ? -1 : 1)
    }
    return a.id < b.id ? -1 : 1
  })
  return { results: sorted.slice(offset, offset + limit), total: { value: all.length, relation: 'eq' }, limit, offset }
}

async function whole(engine: Engine, found: Found) {
  const { id, asOf, members } = found
  const view = await viewOf(engine, asOf)
  const { listings, bearer } = await standingOf(engine, found)
  const judgements = (await Promise.all(members.map(m => engine.ledger.judgements(m.record)))).flat()
  return entityAnswer({
    id,
    members,
    topics: topicsOf(listings, view.register.book.lists),
    listings,
    listedAs: bearer === id ? null : { id: bearer, caption: captionById(engine, bearer) },
    events: await history(engine.ledger, view, id),
    citations: view.register.book.citations,
    coverage: coverageIn(engine, scopeNamed(engine, 'default'), asOf),
    asOf,
    sources: engine.sources,
    versions: engine.versions,
    judgements,
    captionOfOther: record => captionById(engine, record),
    meant: record => recordMeant(engine.sources.values(), record, id => engine.store.get(engine.membership.entityOf(id)) !== null),
  })
}

const captionById = (engine: Engine, record: string) => engine.store.get(engine.membership.entityOf(record))?.caption ?? record

function lawAnswers(engine: () => Engine): Pick<Answers, 'listed' | 'listedMany' | 'lists' | 'matrix' | 'instrument' | 'findInstruments'> {
  const today = () => dayOf(engine().now())
  return {
    async listed({ party, authority, list, on, ...asked }) {
      return listed(await viewOf(engine(), resolveAsOf(asked, engine().now())), { party, authority, list, on: on ?? today() })
    },
    async listedMany(questions) {
      return listedMany(await viewOf(engine(), resolveAsOf({}, engine().now())), questions)
    },
    lists: async () => listLines(await engine().desk.book()),
    async matrix({ parties, authorities, on, asOf }) {
      const at = resolveAsOf(asOf, engine().now())
      return matrix(await viewOf(engine(), at), { parties, authorities, on: on ?? at.valid }, async id => captionById(engine(), id))
    },
    async instrument(id, on) {
      const { register } = await viewOf(engine(), resolveAsOf({}, engine().now()))
      const answer = instrumentAnswer(register.book, register.lineage, id, on ?? today())
      const named = answer.designations.map(d => {
        const [party = '', list = ''] = d.split('@')
        return [d, { party: captionById(engine(), `${BASE}:${party}`), list: register.book.lists.get(list)?.name ?? list }] as const
      })
      return { ...answer, named: Object.fromEntries(named) }
    },
    async findInstruments(text, limit) {
      const { register } = await viewOf(engine(), resolveAsOf({}, engine().now()))
      return findInstruments(register.book, text, limit)
    },
  }
}

/** What changes are derived from as it was: nothing published later, and nothing accepted or judged later. */
async function contextThen({ ledger, sources, desk }: Engine, { published, recorded }: AsOf): Promise<EventContext> {
  const then = asPublished(asRecorded(ledger, recorded), published)
  const membership = membershipOf(await then.memberships(recorded))
  return { ledger: then, sources, membership, lists: (await desk.book()).lists, now: () => Math.min(published, recorded) }
}

function changeAnswers(engine: () => Engine): Pick<Answers, 'changes' | 'diff'> {
  let cache = { generation: '', steps: stepCache() }
  return {
    async changes(asked) {
      const { ledger, sources, membership, desk, generation, now } = engine()
      if (cache.generation !== generation) cache = { generation, steps: stepCache() }
      const { asOf: times = {} } = asked
      const asOf = resolveAsOf(times, now())
      const context = asksNow(times)
        ? { ledger, sources, membership, lists: (await desk.book()).lists, now }
        : await contextThen(engine(), asOf)
      const parties = await Promise.all((asked.parties ?? []).map(id => entityIdOf({ ...engine(), membership: context.membership }, id)))
      const steps = asksNow(times) ? cache.steps : undefined
      const { changes, total, events, totalEvents } = await changesOf(context, { ...asked, parties }, steps)
      const { incomplete } = coverageIn(engine(), scopeNamed(engine(), 'default'), asOf)
      const titled = <T extends { readonly source: string }>(c: T) => ({ ...c, sourceTitle: sources.get(c.source)?.title ?? c.source })
      return {
        since: asked.since,
        until: asked.until,
        changes: changes.map(titled),
        total,
        events: events.map(titled),
        totalEvents,
        incomplete,
      }
    },
    diff: (source, from, to) => diffVersions(engine().ledger, source, from, to),
  }
}
