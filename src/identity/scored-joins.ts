import type { CandidateIndex, Searcher, SourceInstants } from '../candidates/index.ts'
import { isA, type Party, schemaOf, valuesOf } from '../model/index.ts'
import type { AnalysedName } from '../names/index.ts'
import { prepareQuery, type ScoredEntity, screen } from '../screen/index.ts'
import { type Verdict, verdictOn } from './verdict.ts'

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
const NEIGHBOURS = 8

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
 */
export function scoredPairs(party: Party, source: string, near: Neighbourhood): readonly ScoredPair[] {
  const query = queryOf(party)
  if (!query) return []
  const others = new Map([...near.instants].filter(([id]) => id !== source))
  const { results } = screen(near.index, near.searcher, query, {
    filter: { instants: others, limit: NEIGHBOURS },
    threshold: 0.7,
    cutoff: 0.6,
  })
  return results.flatMap(found => {
    const verdict = verdictOf(party, found, near)
    return verdict ? [{ a: party.id, b: found.entity, score: found.score, ...verdict }] : []
  })
}

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

function verdictOf(party: Party, found: ScoredEntity, { index }: Neighbourhood): Verdict {
  const name = found.matchedName ? index.name(found.matchedName.entry) : undefined
  return verdictOn({
    person: isA(party.schema, 'Person'),
    score: found.score,
    evidence: found.features,
    words: name ? wordsOf(name).length : 0,
    rareWords: name ? wordsOf(name).filter(t => index.rarity(t) >= 0.5).length : 0,
    weak: found.matchedName?.standing === 'weak-alias',
  })
}

const wordsOf = (name: AnalysedName) => name.tokens.filter(t => t.kind === 'word' && t.text.length > 2)
