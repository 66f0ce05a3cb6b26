import type { Party, Reading, Statement } from '../model/index.ts'
import { factsOf, hashFacts } from './facts.ts'

/** A reading as the ledger keeps it: its text, the hash of its facts, and what the bounds are counted over. */
export type StoredReading = {
  readonly body: string
  readonly hash: Uint8Array
  /** Lists it has designations on, one entry a designation, and properties it fills: JSON arrays, sorted. */
  readonly lists: string
  readonly properties: string
  readonly problems: number
  readonly unread: number
  readonly instruments: number
}

type PackedStatement = readonly [string, string, string | 0, string, string?]
type PackedParty = readonly [string, string, readonly PackedStatement[]]

/** The stored form of a reading. Statements become short arrays, words equal to their value are not written twice. */
export function packReading(reading: Reading): StoredReading {
  const facts = factsOf(reading)
  const { parties, designations, instruments, links, unread, problems, ...more } = reading
  const body: Packed = {
    p: parties.map(packParty),
    ...(designations.length > 0 ? { d: designations } : {}),
    ...(instruments.length > 0 ? { i: instruments } : {}),
    ...(links.length > 0 ? { l: links.map(l => [l.schema, l.from, l.to, l.statements.map(packStatement)] as const) } : {}),
    ...(unread.length > 0 ? { u: unread } : {}),
    ...(problems.length > 0 ? { q: problems } : {}),
    ...(Object.keys(more).length > 0 ? { m: more } : {}),
  }
  const lists = designations.filter(d => d.status === 'listed' || d.status === 'suspended').map(d => d.list)
  const properties = [...facts.keys()].filter(name => !name.startsWith('instrument.'))
  return {
    body: JSON.stringify(body),
    hash: hashFacts(facts),
    lists: JSON.stringify(lists.sort()),
    properties: JSON.stringify(properties),
    problems: problems.length,
    unread: unread.length,
    instruments: instruments.length,
  }
}

type Packed = {
  readonly p: readonly PackedParty[]
  readonly d?: Reading['designations']
  readonly i?: Reading['instruments']
  readonly l?: readonly (readonly [string, string, string, readonly PackedStatement[]])[]
  readonly u?: Reading['unread']
  readonly q?: Reading['problems']
  /** Whatever else a reading may carry. */
  readonly m?: Partial<Reading>
}

/** The reading that `packReading` wrote. */
export function unpackReading(body: string): Reading {
  const packed = JSON.parse(body) as Packed
  return {
    parties: packed.p.map(([id, schema, statements]) => ({ id, schema, statements: statements.map(unpackStatement) })),
    designations: packed.d ?? [],
    instruments: packed.i ?? [],
    links: (packed.l ?? []).map(([schema, from, to, statements]) => ({ schema, from, to, statements: statements.map(unpackStatement) })),
    unread: packed.u ?? [],
    problems: packed.q ?? [],
    ...packed.m,
  }
}

/** In SQL the part of a body that holds its designations, as `designationsIn` reads it. */
export const DESIGNATIONS = "coalesce(body -> '$.d', '[]')"

/** The designations of a reading. */
export const designationsIn = (text: string): Reading['designations'] => JSON.parse(text) as Reading['designations']

const packParty = (party: Party): PackedParty => [party.id, party.schema, party.statements.map(packStatement)]

const packStatement = (s: Statement): PackedStatement => {
  const text = s.text === s.value ? 0 : s.text
  return s.lang === undefined ? [s.property, s.value, text, s.field] : [s.property, s.value, text, s.field, s.lang]
}

const unpackStatement = ([property, value, text, field, lang]: PackedStatement): Statement => {
  const statement = { property, value, text: text === 0 ? value : text, field }
  return lang === undefined ? statement : { ...statement, lang }
}
