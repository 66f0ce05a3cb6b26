import type { CandidateFilter } from '../candidates/index.ts'
import { type Register, statusOn } from '../law/index.ts'
import type { AsOf } from '../model/index.ts'
import { type Feature, type PreparedQuery, prepareQuery, type ScoredEntity, screen } from '../screen/index.ts'
import { type AsOfAsked, asksNow, asOfText, resolveAsOf } from './as-of.ts'
import type { Coverage } from './coverage.ts'
import { coverageIn, type Engine, type Scope } from './engine.ts'
import { topicsOf } from './entities-now.ts'
import { listingsOf } from './listings.ts'
import { loadMembers, type Membership } from './members.ts'
import { mergeMembers } from './merge.ts'
import type { EntityJson, FeatureExplanation, ScreenAnswer, ScreenResult } from './types.ts'

/** A query entity as the caller sent it. */
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
  readonly topics: readonly string[]
  readonly excludedSchemata: readonly string[]
  readonly excludedIds: readonly string[]
  readonly changedSince: string | null
  /** Factors of features, by name; 0 takes one out. */
  readonly weights: Readonly<Record<string, number>>
  readonly config: Readonly<Record<string, string | number | boolean | null>>
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
}

/** A screener; it belongs to one thread. */
export function openScreener(engine: Engine): Screener {
  return {
    context({ scope, asOf: asked }) {
      const asOf = resolveAsOf(asked, engine.now())
      const { versions, incomplete, unsearched } = coverageIn(engine, scope, asOf)
      return { asOf: asOfText(asOf), versions, incomplete, unsearched, matcher: engine.matcher, index: engine.generation }
    },
    one: (query, options) => screenOne({ engine, options }, query),
  }
}

type Run = { readonly engine: Engine; readonly options: ScreeningOptions }
type State = { readonly asOf: AsOf; readonly now: boolean; readonly members: Membership }

async function screenOne(run: Run, asked: QueryAsked): Promise<QueryAnswer> {
  const { engine, options } = run
  const query = prepareQuery({ schema: asked.schema, properties: textsOf(asked.properties) })
  const asOf = resolveAsOf(options.asOf, engine.now())
  const now = asksNow(options.asOf)
  const state = { asOf, now, members: now ? engine.membership : (await engine.desk.at(asOf)).register.members }
  const found = search(run, query, state)
  const results: ScreenResult[] = []
  let dropped = 0
  for (const scored of found.results) {
    const result = await present(run, scored, state)
    if (result && keeps(result, options)) results.push(result)
    else dropped += 1
  }
  const unmatched = results.filter((r, i) => !r.match && found.results[i]?.match).length
  return {
    status: 200,
    query: { id: asked.id ?? null, schema: query.schema, properties: query.properties },
    total: { value: Math.max(0, found.matches - dropped - unmatched), relation: 'eq' },
    results: results.slice(0, options.limit),
  }
}

/** Results looked at where some may be dropped after scoring. */
const SPARE = 20

function search(run: Run, query: PreparedQuery, { asOf, members }: State) {
  const { engine, options } = run
  const { instants } = coverageIn(engine, options.scope, asOf)
  const weighed = Object.keys(options.weights).length > 0
  const spare = weighed || asOf.validAsked || options.topics.length > 0 || options.changedSince !== null ? SPARE : 0
  const outcome = screen(engine.index, engine.searcher, query, {
    filter: filterOf(options, instants, asOf, options.limit + spare),
    threshold: options.threshold,
    cutoff: weighed ? -1 : options.cutoff,
    entityOf: record => members.entityOf(record),
    recordsOf: entity => members.recordsOf(entity),
    excluded: new Set(options.excludedIds),
  })
  return weighed ? reweighed(outcome, options) : outcome
}

function filterOf(options: ScreeningOptions, instants: Coverage['instants'], asOf: AsOf, limit: number): CandidateFilter {
  const lists = options.scope.every(s => s.lists !== null) ? new Set(options.scope.flatMap(s => s.lists ?? [])) : undefined
  return {
    instants: asOf.validAsked ? new Map([...instants.keys()].map(source => [source, null])) : instants,
    limit,
    ...(options.excludedSchemata.length > 0 ? { excludedSchemata: new Set(options.excludedSchemata) } : {}),
    ...(lists && !lists.has('') ? { lists } : {}),
  }
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

async function present(run: Run, scored: ScoredEntity, state: State): Promise<ScreenResult | undefined> {
  const { engine, options } = run
  const { asOf, now } = state
  const register = now && !options.listings ? null : (await engine.desk.at(asOf)).register
  if (register) await register.load([scored.entity])
  const holds = register ? holdsOn(register, scored.entity, asOf.valid) : engine.store.inForce(scored.entity)
  if (asOf.validAsked && holds !== true) return undefined
  const listings = register && (options.listings || !now) ? listingsOf(register, scored.entity, asOf.valid) : []
  const entity = now
    ? engine.store.get(scored.entity)
    : await past(engine, scored.entity, state, register ? topicsOf(listings, register.book.lists) : [])
  if (!entity) return undefined
  return {
    ...entity,
    score: scored.score,
    match: scored.match && holds !== false,
    rank: scored.rank,
    explanations: explanationsOf(scored.features),
    listings: options.listings ? listings : [],
    matchedName: scored.matchedName
      ? { text: scored.matchedName.text, kind: scored.matchedName.standing, record: scored.matchedName.record }
      : null,
  }
}

/** Whether a party is on a list on a day; null where no listing of it is known at all. An unknown day counts: unknown is never no. */
export function holdsOn(register: Register, entity: string, day: string): boolean | null {
  const lists = [...register.spansOf(entity).values()]
  if (lists.length === 0) return null
  return lists.some(spans => ['listed', 'suspended', 'unknown'].includes(statusOn(spans, day).status))
}

async function past(engine: Engine, entity: string, { asOf, members }: State, topics: readonly string[]): Promise<EntityJson | null> {
  const found = await loadMembers({ ...engine, membership: members }, entity, asOf, asOf.validAsked)
  return found.length > 0 ? mergeMembers(entity, found, topics) : null
}

function keeps(result: ScreenResult, options: ScreeningOptions): boolean {
  // As yente has it: a score that equals the cutoff is dropped.
  if (!(result.score > options.cutoff)) return false
  if (options.changedSince !== null && !((result.last_change ?? '') > options.changedSince)) return false
  const topics = result.properties['topics'] ?? []
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
