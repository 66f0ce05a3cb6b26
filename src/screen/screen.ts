import type { Candidate, CandidateFilter, CandidateIndex, NameStanding, Searcher } from '../candidates/index.ts'
import { explainScore } from './explain.ts'
import { type ScoreOptions, scoreParty } from './score.ts'
import type { Feature, PartyFeatures, PartyScore, PreparedQuery } from './types.ts'
import { BOUNDS } from './weights.ts'

/** What is screened against, and what of it is returned. */
export type ScreenOptions = ScoreOptions & {
  /** The limit is that of the results; schemata default to those the query's schema may match. */
  readonly filter: CandidateFilter
  /** A score of this or more is a match; 0.7 where left out. */
  readonly threshold?: number
  /** Results at or below it are left out, a match that stands exactly on it included; where left out, all matches are returned. */
  readonly cutoff?: number
  /** The entity of a record, by ids; a record alone is its own where left out. */
  readonly entityOf?: (record: string) => string
  /** The records of an entity; only those of the candidates count where left out. */
  readonly recordsOf?: (entity: string) => readonly string[]
  /** Ids of entities and records that are not to be returned. */
  readonly excluded?: ReadonlySet<string>
}

/** An entity with its score. */
export type ScoredEntity = {
  readonly entity: string
  readonly score: number
  readonly rank: number
  readonly match: boolean
  /** Rows of the index that were found, and the ids of their records. */
  readonly rows: readonly number[]
  readonly records: readonly string[]
  readonly matchedName: { readonly text: string; readonly standing: NameStanding; readonly record: string; readonly entry: number } | null
  readonly features: readonly Feature[]
}

/** The results of a screening, the best first, and how many entities reach the threshold. */
export type ScreenOutcome = { readonly results: readonly ScoredEntity[]; readonly matches: number; readonly candidates: number }

// Entities beyond those returned are looked at because the score orders otherwise than the search.
const LEAST_CANDIDATES = 64
const PER_RESULT = 10

/** Screens a query: candidates, grouped by entity, scored, and explained where returned. */
export function screen(index: CandidateIndex, searcher: Searcher, query: PreparedQuery, options: ScreenOptions): ScreenOutcome {
  const { limit } = options.filter
  const filter = {
    ...options.filter,
    schemata: options.filter.schemata ?? query.schemata,
    limit: Math.max(LEAST_CANDIDATES, Math.min(500, limit * PER_RESULT), limit),
  }
  const names = query.compared.names.map(n => n.analysed)
  const found = searcher.find({ names, identifiers: query.compared.identifiers }, filter)
  const entityOf = options.entityOf ?? (record => record)
  const groups = groupedBy(found, candidate => entityOf(index.recordId(candidate.row)))
  const threshold = options.threshold ?? BOUNDS.threshold
  const returned = (score: number) =>
    options.cutoff === undefined ? score >= threshold && score > 0 : score > Math.min(options.cutoff, threshold)
  const scoring = { rarity: index.rarity, ...options }
  const scored = [...groups]
    .filter(([entity, candidates]) => !excluded(options.excluded, entity, candidates, index))
    .map(([entity, candidates]) => {
      const party = partyOf(index, candidates, () => rowsOf(index, searcher, entity, candidates, filter, options))
      return { entity, candidates, party, score: scoreParty(query, party.features, scoring) }
    })
    .filter(s => returned(s.score.score))
    .sort((a, b) => b.score.score - a.score.score || b.score.rank - a.score.rank || (a.entity < b.entity ? -1 : 1))
  const results = scored.slice(0, limit).map(s => resultOf(index, query, s, threshold, scoring))
  return { results, matches: scored.filter(s => s.score.score >= threshold).length, candidates: groups.size }
}

function groupedBy(candidates: readonly Candidate[], entityOf: (candidate: Candidate) => string): ReadonlyMap<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const entity = entityOf(candidate)
    const group = groups.get(entity)
    if (group) group.push(candidate)
    else groups.set(entity, [candidate])
  }
  return groups
}

const excluded = (ids: ReadonlySet<string> | undefined, entity: string, candidates: readonly Candidate[], index: CandidateIndex) =>
  ids !== undefined && ids.size > 0 && (ids.has(entity) || candidates.some(c => ids.has(index.recordId(c.row))))

// Details of all records of the entity count, also of those whose names were not found.
function rowsOf(
  index: CandidateIndex,
  searcher: Searcher,
  entity: string,
  candidates: readonly Candidate[],
  filter: CandidateFilter,
  options: ScreenOptions,
): readonly number[] {
  const rows = new Set(candidates.map(c => c.row))
  const anySchema = { ...filter }
  delete (anySchema as { schemata?: unknown }).schemata
  for (const record of options.recordsOf?.(entity) ?? [])
    for (const row of index.rowsOf(record)) if (searcher.admits(row, anySchema)) rows.add(row)
  return [...rows]
}

const allEntries = (index: CandidateIndex, row: number) => {
  const [from, to] = index.entriesOf(row)
  return Array.from({ length: to - from }, (_, i) => from + i)
}

const lengthOf = ([from, to]: readonly [number, number]) => to - from

type Entry = { readonly entry: number; readonly row: number }
type Party = { readonly features: PartyFeatures; readonly entries: readonly Entry[] }

// The names that were found, each once; of a party found by a number alone, all its names.
function partyOf(index: CandidateIndex, candidates: readonly Candidate[], allRows: () => readonly number[]): Party {
  const { entries: listed } = index.columns
  const entries: Entry[] = []
  const seen = new Set<number>()
  for (const { row, names } of candidates) {
    for (const entry of names.length > 0 ? names : allEntries(index, row)) {
      const known = seen.size
      seen.add(listed[entry] as number) // a name with its standing
      if (seen.size > known) entries.push({ entry, row })
    }
  }
  let rows: readonly number[] | undefined
  const union = (field: 'identifiers' | 'dates' | 'countries' | 'genders' | 'addresses') => () => {
    rows ??= allRows()
    return [...new Set(rows.flatMap(row => index.values(row, field)))]
  }
  const rowsFound = [...new Set(candidates.map(c => c.row))]
  const schemata = [...new Set(candidates.map(c => index.schemaOf(c.row)))]
  const names = entries.map(({ entry }) => ({ analysed: index.name(entry), standing: index.standing(entry) }))
  return {
    entries,
    features: {
      schemata,
      names,
      nameCount: () => rowsFound.reduce((n, row) => n + lengthOf(index.entriesOf(row)), 0),
      identifiers: union('identifiers'),
      dates: union('dates'),
      countries: union('countries'),
      genders: union('genders'),
      addresses: union('addresses'),
    },
  }
}

function resultOf(
  index: CandidateIndex,
  query: PreparedQuery,
  scored: { readonly entity: string; readonly candidates: readonly Candidate[]; readonly party: Party; readonly score: PartyScore },
  threshold: number,
  options: ScoreOptions,
): ScoredEntity {
  const { entity, candidates, party, score } = scored
  const best = score.names ? party.entries[score.names.listed] : undefined
  const rows = candidates.map(c => c.row)
  return {
    entity,
    score: score.score,
    rank: score.rank,
    match: score.score >= threshold,
    rows,
    records: [...new Set(rows.map(row => index.recordId(row)))],
    matchedName: best
      ? { text: index.name(best.entry).text, standing: index.standing(best.entry), record: index.recordId(best.row), entry: best.entry }
      : null,
    features: explainScore(query, party.features, score, options),
  }
}
