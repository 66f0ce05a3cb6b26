import { type Register, statusOn } from '../law/index.ts'
import { type Feature, type PreparedQuery, prepareQuery, type ScoredEntity, screen } from '../screen/index.ts'
import { type AsOfAsked, asOfText, resolveAsOf } from './as-of.ts'
import { coverageIn, type Engine, type Scope } from './engine.ts'
import { topicsOf } from './entities-now.ts'
import { bearerOfListings, listingsOf } from './listings.ts'
import { loadMembers, type Membership } from './members.ts'
import { mergeMembers } from './merge.ts'
import { type Frame, framesOf } from './screening-frame.ts'
import type { EntityJson, FeatureExplanation, ScreenAnswer, ScreenResult } from './types.ts'

/** A query entity as the caller sent it; values are cleaned here, unknown properties dropped. */
export type QueryAsked = { readonly id?: string | null; readonly schema: string; readonly properties: Readonly<Record<string, unknown>> }

/** How queries are screened; everything here holds for each query of a batch. */
export type ScreeningOptions = {
  readonly scope: Scope
  readonly limit: number
  /** From this score on a result is a match. */
  readonly threshold: number
  /** Results that score this or less are dropped. */
  readonly cutoff: number
  readonly asOf: AsOfAsked
  /** A result has one of these topics; empty asks nothing. */
  readonly topics: readonly string[]
  readonly excludedSchemata: readonly string[]
  readonly excludedIds: readonly string[]
  /** `last_change` is later than this. */
  readonly changedSince: string | null
  /** Factors of features, by name; 0 takes one out. */
  readonly weights: Readonly<Record<string, number>>
  readonly config: Readonly<Record<string, string | number | boolean | null>>
  /** True fills `listings` of each result; false leaves them empty and saves the work. */
  readonly listings: boolean
}

/** What all screenings of a batch stand on. */
export type ScreeningContext = Pick<ScreenAnswer, 'asOf' | 'versions' | 'incomplete' | 'unsearched' | 'matcher' | 'index'>

/** What is particular to one query. */
export type QueryAnswer = Pick<ScreenAnswer, 'status' | 'query' | 'total' | 'results'>

/** Screens queries over one engine. */
export type Screener = {
  context(options: Pick<ScreeningOptions, 'scope' | 'asOf'>): ScreeningContext
  /** @throws input.invalid for a schema that cannot be matched */
  one(query: QueryAsked, options: ScreeningOptions): Promise<QueryAnswer>
  /** The same as JSON text, where entities of now stand as they are stored: nothing is read that is only written again. */
  text(query: QueryAsked, options: ScreeningOptions): Promise<string>
}

/** A screener; it belongs to one thread. */
export function openScreener(engine: Engine): Screener {
  const frameOf = framesOf(engine)
  const text: Screener['text'] = (query, options) => answerText({ engine, options, frame: frameOf(options) }, query)
  return {
    context({ scope, asOf: asked }) {
      const asOf = resolveAsOf(asked, engine.now())
      const { versions, incomplete, unsearched } = coverageIn(engine, scope, asOf)
      return { asOf: asOfText(asOf), versions, incomplete, unsearched, matcher: engine.matcher, index: engine.generation }
    },
    one: async (query, options) => JSON.parse(await text(query, options)) as QueryAnswer,
    text,
  }
}

type Run = { readonly engine: Engine; readonly options: ScreeningOptions; readonly frame: Frame }

async function answerText(run: Run, asked: QueryAsked): Promise<string> {
  const { engine, options, frame } = run
  const query = prepareQuery({ schema: asked.schema, properties: textsOf(asked.properties) })
  const members = frame.now ? engine.membership : (await engine.desk.at(frame.asOf)).register.members
  const { results, total } = await found(run, query, members)
  const head: Omit<QueryAnswer, 'results'> = {
    status: 200,
    query: { id: asked.id ?? null, schema: query.schema, properties: query.properties },
    total: { value: total, relation: 'eq' },
  }
  const texts = results.slice(0, options.limit).map(r => joinedObjects(r.entity, JSON.stringify(r.own)))
  return joinedObjects(JSON.stringify(head), `{"results":[${texts.join(',')}]}`)
}

/** One JSON object with the fields of two, neither of them empty. */
const joinedObjects = (first: string, second: string) => `${first.slice(0, -1)},${second.slice(1)}`

/** What a screening says of a result. */
type Own = Omit<ScreenResult, keyof EntityJson>

/** A result: the entity's JSON text, and what the screening says of it. */
type Result = { readonly entity: string; readonly own: Own }

/** Results looked at beyond those asked for, where some may be dropped after scoring; and how much further each next look goes. */
const SPARE = 20
const FURTHER = 4

// What is known only of a scored entity can drop results: then more are looked at, until there are enough or no more.
async function found(run: Run, query: PreparedQuery, members: Membership) {
  const { options, frame } = run
  const weighed = Object.keys(options.weights).length > 0
  const drops = weighed || frame.asOf.validAsked || (!frame.now && (options.topics.length > 0 || options.changedSince !== null))
  for (let limit = options.limit + (drops ? SPARE : 0); ; limit *= FURTHER) {
    const outcome = search(run, query, { members, weighed, limit })
    const results: Result[] = []
    let matches = outcome.matches
    for (const scored of outcome.results) {
      const result = await present(run, scored, members)
      const kept = result !== undefined && keeps(result, options)
      if (kept) results.push(result)
      if (scored.match && !(kept && result.own.match)) matches -= 1
    }
    if (!drops || results.length >= options.limit || outcome.results.length < limit) return { results, total: Math.max(0, matches) }
  }
}

type Look = { readonly members: Membership; readonly weighed: boolean; readonly limit: number }

function search({ engine, options, frame }: Run, query: PreparedQuery, { members, weighed, limit }: Look) {
  const outcome = screen(engine.index, engine.searcher, query, {
    filter: { ...frame.filter, limit },
    threshold: options.threshold,
    cutoff: weighed ? -1 : options.cutoff,
    entityOf: record => members.entityOf(record),
    recordsOf: entity => members.recordsOf(entity),
    excluded: frame.excluded,
  })
  return weighed ? reweighed(outcome, options) : outcome
}

// A caller's factors change each feature's share; order, matches and cutoff follow the changed score.
function reweighed(outcome: ReturnType<typeof screen>, options: ScreeningOptions): ReturnType<typeof screen> {
  const results = outcome.results
    .map(r => {
      const features = r.features.map(f => ({ ...f, contribution: f.contribution * (options.weights[f.feature] ?? 1) }))
      const score = Math.max(
        0,
        Math.min(
          1,
          features.reduce((sum, f) => sum + f.contribution, 0),
        ),
      )
      return { ...r, features, score, match: score > 0 && score >= options.threshold }
    })
    .filter(r => r.score > options.cutoff)
    .sort((a, b) => b.score - a.score || b.rank - a.rank)
  return { ...outcome, results, matches: results.filter(r => r.match).length }
}

async function present(run: Run, scored: ScoredEntity, members: Membership): Promise<Result | undefined> {
  const { engine, options, frame } = run
  if (!frame.now || options.listings) return presentWithListings(run, scored, members)
  const stored = engine.store.stored(scored.entity)
  return stored ? { entity: stored.text, own: ownOf(scored, stored.inForce, { listings: [] }) } : undefined
}

async function presentWithListings(run: Run, scored: ScoredEntity, members: Membership): Promise<Result | undefined> {
  const { engine, options, frame } = run
  const { asOf } = frame
  const described = await describe(run, scored.entity, members)
  if (!described) return undefined
  const { register } = await engine.desk.at(asOf)
  const bearer = await bearerOfListings(register, described([]))
  const holds = holdsOn(register, bearer, asOf.valid)
  if (asOf.validAsked && holds !== true) return undefined
  const listings = listingsOf(register, bearer, asOf.valid)
  const listedAs = options.listings && bearer !== scored.entity ? { listedAs: await captioned(run, bearer, members) } : {}
  const shown = { listings: options.listings ? listings : [], ...listedAs }
  return { entity: JSON.stringify(described(topicsOf(listings, register.book.lists))), own: ownOf(scored, holds, shown) }
}

const ownOf = (scored: ScoredEntity, holds: boolean | null, shown: Pick<Own, 'listings' | 'listedAs'>): Own => ({
  score: scored.score,
  match: scored.match && holds !== false,
  rank: scored.rank,
  explanations: explanationsOf(scored.features),
  ...shown,
  matchedName: scored.matchedName
    ? { text: scored.matchedName.text, kind: scored.matchedName.standing, record: scored.matchedName.record }
    : null,
})

async function captioned(run: Run, id: string, members: Membership): Promise<{ readonly id: string; readonly caption: string }> {
  const described = await describe(run, id, members)
  return { id, caption: described?.([]).caption ?? id }
}

/** An entity by the topics that its listings give it: that of now has them stored with it. */
type Described = (topics: readonly string[]) => EntityJson

async function describe({ engine, frame: { asOf, now } }: Run, entity: string, membership: Membership): Promise<Described | null> {
  if (now) {
    const stored = engine.store.get(entity)
    return stored && (() => stored)
  }
  const loaded = await loadMembers({ ...engine, membership }, entity, asOf, asOf.validAsked)
  return loaded.length > 0 ? topics => mergeMembers(entity, loaded, topics) : null
}

/** Whether a party is on a list on a day; null where no listing of it is known at all. An unknown day counts: unknown is never no. */
export function holdsOn(register: Register, entity: string, day: string): boolean | null {
  const lists = [...register.spansOf(entity).values()]
  if (lists.length === 0) return null
  return lists.some(spans => ['listed', 'suspended', 'unknown'].includes(statusOn(spans, day).status))
}

function keeps({ entity, own }: Result, options: ScreeningOptions): boolean {
  // As yente has it: a score that equals the cutoff is dropped.
  if (!(own.score > options.cutoff)) return false
  if (options.changedSince === null && options.topics.length === 0) return true
  const { last_change, properties } = JSON.parse(entity) as EntityJson
  if (options.changedSince !== null && !((last_change ?? '') > options.changedSince)) return false
  const topics = properties['topics'] ?? []
  return options.topics.length === 0 || options.topics.some(t => topics.includes(t))
}

/** The features of a score as an answer explains them, by name; a second of one name is numbered. */
export function explanationsOf(features: readonly Feature[]): Readonly<Record<string, FeatureExplanation>> {
  const out: Record<string, FeatureExplanation> = {}
  for (const f of features) {
    let name: string = f.feature
    for (let n = 2; name in out; n++) name = `${f.feature}_${n}`
    out[name] = { score: f.contribution, detail: f.detail, query: f.query, candidate: f.listed, ...(f.links ? { links: f.links } : {}) }
  }
  return out
}

// Values as texts: a bare value is a list of one, numbers become texts, what is no value vanishes.
function textsOf(properties: QueryAsked['properties']): Readonly<Record<string, readonly string[]>> {
  const out: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(properties)) {
    const texts = [value]
      .flat()
      .flatMap(v => (typeof v === 'string' ? [v] : typeof v === 'number' || typeof v === 'boolean' ? [String(v)] : []))
    if (texts.length > 0) out[name] = texts
  }
  return out
}
