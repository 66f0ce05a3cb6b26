import type { CandidateIndex, Searcher, SourceInstants } from '../candidates/index.ts'
import { type Instant, isA, type Party, schemaOf, valuesOf } from '../model/index.ts'
import type { AnalysedName } from '../names/index.ts'
import { type PreparedQuery, prepareQuery, type ScoredEntity, screen } from '../screen/index.ts'
import { hasDecidingFact, type Verdict, verdictOn } from './verdict.ts'

/** Two records that a comparison found, and what follows. */
export type ScoredPair = {
  readonly a: string
  readonly b: string
  readonly verdict: 'same' | 'unsure'
  readonly reason: string
  readonly score: number
}

/** What records are looked for in. */
export type Neighbourhood = {
  readonly index: CandidateIndex
  readonly searcher: Searcher
  /** The instant of each source whose state counts; a source that is absent is not looked in. */
  readonly instants: SourceInstants
}

/** Names of a record that are looked for; more would only repeat. */
const NAMES = 6

/** Records looked at beside each. */
const NEIGHBOURS = 16

const PROPERTIES = [
  'birthDate',
  'incorporationDate',
  'buildDate',
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'flag',
  'gender',
  'address',
  'imoNumber',
  'mmsi',
  'leiCode',
  'innCode',
  'ogrnCode',
  'swiftBic',
  'isin',
  'passportNumber',
  'idNumber',
  'registrationNumber',
  'taxNumber',
  'publicKey',
  'email',
  'phone',
]

/**
 * Records of other sources that may be the same party as this one, found by name and number in the index, each once.
 *
 * @param only where given, nothing unless one of these is among what is found
 */
export function scoredPairs(
  party: Party,
  source: string,
  near: Neighbourhood,
  only: ReadonlySet<string> | null = null,
): readonly ScoredPair[] {
  const query = queryOf(party)
  if (!query) return []
  const results = looked(query, source, near, NEIGHBOURS)
  if (only && !results.some(({ entity }) => only.has(entity))) return []
  const found = results.map(result => ({ result, stay: stayOf(near.index, result) }))
  return found.flatMap(one => {
    const verdict = verdictOf(party, query, found.filter(other => other !== one && isRival(one, other)).length, one.result, near)
    return verdict ? [{ a: party.id, b: one.result.entity, score: one.result.score, ...verdict }] : []
  })
}

/** Records of other sources that this one may touch: those that a look from their side may find it by. */
export function neighbours(party: Party, source: string, near: Neighbourhood): readonly string[] {
  const query = queryOf(party)
  return query ? looked(query, source, near, NEIGHBOURS * 2).map(({ entity }) => entity) : []
}

function looked(
  query: PreparedQuery,
  source: string,
  { index, searcher, instants }: Neighbourhood,
  limit: number,
): readonly ScoredEntity[] {
  const others = new Map([...instants].filter(([id]) => id !== source))
  return screen(index, searcher, query, { filter: { instants: others, limit }, threshold: 0.7, cutoff: 0.6 }).results
}

/** A record found, and from when to when its source held it. */
type Found = { readonly result: ScoredEntity; readonly stay: { readonly since: Instant; readonly until: Instant } }

function stayOf(index: CandidateIndex, { rows }: ScoredEntity): Found['stay'] {
  const records = rows.map(row => index.record(row))
  return { since: Math.min(...records.map(r => r.since)), until: Math.max(...records.map(r => r.until)) }
}

/** How much less another may fit and still be a rival: lists hold brothers, and branches of one body. */
const MARGIN = 0.15
const RIVAL_NAME = 0.9

// Entries that one list holds at one time are different parties. One gone when the other came may be the same, renumbered.
function isRival(one: Found, other: Found): boolean {
  const [a, b] = [one.result, other.result]
  const together = one.stay.since < other.stay.until && other.stay.since < one.stay.until
  if (!together || sourceOf(a.entity) !== sourceOf(b.entity) || b.rank < a.rank - MARGIN) return false
  if (b.matchedName?.standing === 'weak-alias' || b.features.some(f => f.contribution < -0.015 && f.feature !== 'limit')) return false
  const name = b.features.find(f => f.feature === 'name_match')?.contribution ?? 0
  return name >= RIVAL_NAME && (hasDecidingFact(b.features) || !hasDecidingFact(a.features))
}

const sourceOf = (record: string) => record.slice(0, record.indexOf(':'))

function queryOf(party: Party) {
  const names = [...valuesOf(party, 'name'), ...valuesOf(party, 'alias')].slice(0, NAMES)
  if (names.length === 0 || !schemaOf(party.schema)?.matchable) return undefined
  const properties: Record<string, readonly string[]> = { name: names }
  for (const property of PROPERTIES) {
    const values = valuesOf(party, property)
    if (values.length > 0) properties[property] = values
  }
  return prepareQuery({ schema: party.schema, properties })
}

function verdictOf(party: Party, query: PreparedQuery, rivals: number, found: ScoredEntity, { index }: Neighbourhood): Verdict {
  const name = found.matchedName ? index.name(found.matchedName.entry) : undefined
  const words = name ? wordsOf(name) : []
  return verdictOn({
    person: isA(party.schema, 'Person'),
    score: found.score,
    evidence: found.features,
    words: words.length,
    allWords: name?.tokens.length ?? 0,
    rarity: words.reduce((sum, t) => sum + index.rarity(t), 0),
    namesInCommon: namesInCommon(index, query, found),
    rivals,
    weak: found.matchedName?.standing === 'weak-alias',
  })
}

function namesInCommon(index: CandidateIndex, query: PreparedQuery, found: ScoredEntity): number {
  const listed = new Set<string>()
  for (const row of found.rows) {
    const [first, end] = index.entriesOf(row)
    for (let entry = first; entry < end; entry++)
      if (index.standing(entry) !== 'weak-alias') listed.add(spelled(index.name(entry)).join(' '))
  }
  const known = new Set<string>()
  let count = 0
  for (const { analysed } of query.compared.names) {
    const words = spelled(analysed)
    if (!listed.has(words.join(' '))) continue
    if (words.some(word => word.length > 2 && !known.has(word))) count += 1
    for (const word of words) known.add(word)
  }
  return count
}

const spelled = (name: AnalysedName): readonly string[] => [...new Set(name.tokens.map(t => t.text))].sort()

const wordsOf = (name: AnalysedName) => name.tokens.filter(t => t.kind === 'word' && t.text.length > 2)
