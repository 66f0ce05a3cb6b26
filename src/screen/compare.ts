import { type Comparable, comparableOf, type Properties } from '../candidates/index.ts'
import { cleanText, isA, WhoListsError } from '../model/index.ts'
import { analyseName, compareNames, nameKindOf } from '../names/index.ts'
import { explainScore } from './explain.ts'
import { matchableSchema, prepareQuery } from './query.ts'
import { type ScoreOptions, scoreParty } from './score.ts'
import type { Example, Feature, PartyFeatures, PreparedQuery } from './types.ts'

/** A pair to be compared: two names, or two parties by their properties. */
export type Pair =
  | { readonly schema: string; readonly name1: string; readonly name2: string }
  | { readonly schema: string; readonly query: Example['properties']; readonly candidate: Example['properties'] }

/** What a pair scores, and with `explain` why. */
export type PairScore = { readonly score: number; readonly rank: number; readonly explanation?: readonly Feature[] }

/**
 * Compares a pair as a screening compares a query with a listed party; the second is the list's side.
 *
 * @throws WhoListsError `input.invalid` where the schema cannot be matched or a side has nothing that can be compared
 */
export function comparePair(pair: Pair, options: ScoreOptions & { readonly explain?: boolean } = {}): PairScore {
  const [asked, listed] = 'query' in pair ? [pair.query, pair.candidate] : [{ name: [pair.name1] }, { name: [pair.name2] }]
  if (!asked || !listed)
    throw new WhoListsError('input.invalid', {
      what: 'pair',
      expected: 'name1 and name2, or query and candidate',
      seen: Object.keys(pair).join(', '),
    })
  if ('name1' in pair && !options.explain) return compareTwoNames(pair, options)
  const query = prepareQuery({ schema: pair.schema, properties: asked })
  const candidate = prepareQuery({ schema: pair.schema, properties: listed })
  const [first, second] = 'query' in pair ? (['query', 'candidate'] as const) : (['name1', 'name2'] as const)
  comparable(first, query, asked)
  comparable(second, candidate, listed)
  const party = partyOf(pair.schema, candidate.compared)
  const score = scoreParty(query, party, options)
  return { score: score.score, rank: score.rank, ...(options.explain ? { explanation: explainScore(query, party, score, options) } : {}) }
}

// Two names alone: what the whole way gives where there is nothing else, at half its cost.
function compareTwoNames({ schema, name1, name2 }: { schema: string; name1: string; name2: string }, options: ScoreOptions): PairScore {
  matchableSchema(schema)
  const [asked, listed] = [cleanText(name1), cleanText(name2)]
  if (asked === undefined) throw nothingIn('name1', name1)
  if (listed === undefined) throw nothingIn('name2', name2)
  if (isA(schema, 'Address')) return { score: 0, rank: 0 }
  const kind = nameKindOf(schema)
  const { score, rank } = compareNames(analyseName(asked, kind), analyseName(listed, kind), options)
  return score > 0 ? { score, rank } : { score: 0, rank: 0 }
}

// A side of which nothing is left to compare has no score: 0 would say that the two differ.
function comparable(side: string, { properties }: PreparedQuery, given: Example['properties']): void {
  if (Object.keys(properties).length === 0) throw nothingIn(side, JSON.stringify(given))
}

const nothingIn = (side: string, given: string) =>
  new WhoListsError('input.invalid', {
    what: side,
    expected: 'a name or another property of the schema that can be compared',
    seen: given.trim() === '' ? 'nothing' : given.slice(0, 80),
  })

/** A party as it is compared, from cleaned properties. */
export const partyFeaturesOf = (schema: string, properties: Properties): PartyFeatures => partyOf(schema, comparableOf(schema, properties))

const partyOf = (schema: string, compared: Comparable): PartyFeatures => ({
  schemata: [schema],
  names: compared.names,
  nameCount: () => compared.names.length,
  identifiers: () => compared.identifiers,
  dates: () => compared.dates,
  countries: () => compared.countries,
  genders: () => compared.genders,
  addresses: () => compared.addresses,
})
