import { type Party, schemaOf } from '../model/index.ts'
import type { ScoredPair } from './scored-joins.ts'

/** Share of equal facts from which two entries of one publisher, one gone and one come in the same version, are one. */
const CLEAR_SHARE = 0.5

/** So many clear pairs in one version: the publisher has given the list new numbers, and entries of few words go along. */
const WHOLE_LIST = 10

/** Types of properties that tell who a party is; wording about it does not count. */
const TELLING = new Set(['name', 'date', 'country', 'identifier', 'address', 'gender', 'email', 'phone'])
/** Properties of other types that do. */
const TELLING_TOO = new Set(['birthPlace', 'position', 'title', 'fatherName', 'motherName'])
/** Numbers of which a party has one of each kind. */
const NUMBERS = ['idNumber', 'passportNumber', 'registrationNumber', 'taxNumber', 'imoNumber']
/** Dates about the entry, not about the party. */
const OF_THE_ENTRY = new Set(['createdAt', 'modifiedAt', 'publishedAt', 'retrievedAt'])

/**
 * Entries that go on under another number: one that is gone and one that has come in the same version of one source, which
 * say the same of a party. Each is paired with the one that says the most alike, both ways, and with nothing but a name in common
 * a person is asked.
 */
export function renumberedPairs(gone: readonly Party[], come: readonly Party[]): readonly ScoredPair[] {
  const told = new Map([...gone, ...come].map(party => [party.id, factsOf(party)] as const))
  const byName = new Map<string, Party[]>()
  for (const party of come) for (const name of namesOf(told, party)) byName.set(name, [...(byName.get(name) ?? []), party])
  const likeliest = new Map<string, Alike>()
  const found: Alike[] = []
  for (const party of gone) {
    const near = new Set([...namesOf(told, party)].flatMap(name => byName.get(name) ?? []))
    for (const other of near) {
      const alike = compared(party, other, told)
      if (!alike) continue
      found.push(alike)
      for (const id of [party.id, other.id]) if ((likeliest.get(id)?.share ?? 0) < alike.share) likeliest.set(id, alike)
    }
  }
  const pairs = found.filter(pair => likeliest.get(pair.a) === pair && likeliest.get(pair.b) === pair)
  const whole = pairs.filter(isClear).length >= WHOLE_LIST
  return pairs.map(pair => pairOf(pair, whole))
}

type Alike = {
  readonly a: string
  readonly b: string
  readonly share: number
  readonly equal: number
  readonly all: number
  readonly beside: number
}
type Told = ReadonlyMap<string, ReadonlySet<string>>

function compared(gone: Party, come: Party, told: Told): Alike | null {
  const [was, is] = [told.get(gone.id) ?? new Set<string>(), told.get(come.id) ?? new Set<string>()]
  if (gone.schema !== come.schema || contradict(was, is, 'birthDate')) return null
  const equal = was.intersection(is)
  const all = was.union(is).size
  const beside = [...equal].filter(fact => !fact.startsWith('name ')).length
  const alike: Alike = { a: gone.id, b: come.id, share: equal.size / all, equal: equal.size, all, beside }
  // A number with a wrong digit is put right in an entry that is else the same; where little else is, it is another person's.
  return isClear(alike) || !NUMBERS.some(property => contradict(was, is, property)) ? alike : null
}

// Birth dates of which none agrees are two people, whatever else is alike: brothers stand beside each other on lists.
const contradict = (was: ReadonlySet<string>, is: ReadonlySet<string>, property: string) => {
  const [a, b] = [was, is].map(facts => new Set([...facts].filter(f => f.startsWith(`${property} `))))
  return a !== undefined && b !== undefined && a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
}

const isClear = ({ share, beside }: Alike) => share >= CLEAR_SHARE && beside > 0

const pairOf = ({ a, b, share, equal, all, beside }: Alike, whole: boolean): ScoredPair => ({
  a,
  b,
  verdict: share >= CLEAR_SHARE && (whole || beside > 0) ? 'same' : 'unsure',
  reason: `one is gone and one has come in the same version, and ${equal} of ${all} facts are equal${whole ? '; the list was given new numbers' : ''}`,
  score: share,
})

/** Facts as texts; every kind of name counts as a name, in whatever case and setting it is printed. */
function factsOf(party: Party): ReadonlySet<string> {
  const facts = new Set<string>()
  const schema = schemaOf(party.schema)
  for (const { property, value } of party.statements) {
    const type = schema?.properties.get(property)?.type ?? ''
    if (OF_THE_ENTRY.has(property) || !(TELLING.has(type) || TELLING_TOO.has(property))) continue
    const text = value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    facts.add(`${type === 'name' ? 'name' : property} ${text}`)
  }
  return facts
}

const namesOf = (told: Told, party: Party) => [...(told.get(party.id) ?? [])].filter(fact => fact.startsWith('name '))
