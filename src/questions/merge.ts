import { captionOf, type Instant, isA, OPEN, type Party, type Reading, type Statement, schemaOf } from '../model/index.ts'
import { instantText } from './as-of.ts'
import type { EntityJson } from './types.ts'

/** One record of an entity in the state a question asks for. */
export type Member = {
  /** `<source>:<key>`, the party's id. */
  readonly record: string
  readonly source: string
  /** Rank of the source; the lowest leads. */
  readonly rank: number
  readonly party: Party
  readonly reading: Reading
  /** Name of the version that holds it. */
  readonly version: string
  /** Since when the source holds this record, this wording, and until when it was last seen. */
  readonly firstSeen: Instant
  readonly lastChange: Instant
  readonly lastSeen: Instant
}

/** The order of an entity's records: the first leads. */
export const byRank = (a: Pick<Member, 'rank' | 'record'>, b: Pick<Member, 'rank' | 'record'>): number =>
  a.rank - b.rank || (a.record < b.record ? -1 : 1)

/** FollowTheMoney topics that make a party a target: what it is listed for. */
const RISK = new Set([
  'sanction',
  'sanction.linked',
  'sanction.counter',
  'debarment',
  'crime',
  'crime.terror',
  'crime.fin',
  'crime.fraud',
  'crime.theft',
  'crime.traffick',
  'crime.war',
  'export.control',
  'export.risk',
  'wanted',
  'poi',
  'role.pep',
  'role.rca',
])

/** True where one of the topics says that the party is listed or of interest. */
export const isTarget = (topics: readonly string[]): boolean => topics.some(topic => RISK.has(topic))

/**
 * The entity that these records describe, in yente's shape.
 *
 * @param id the entity's id
 * @param members its records, at least one, in any order
 * @param topics topics that follow from its listings
 */
export function mergeMembers(id: string, members: readonly Member[], topics: readonly string[]): EntityJson {
  const ordered = members.length === 1 ? members : members.toSorted(byRank)
  const schema = commonSchema(ordered.map(m => m.party.schema))
  const properties = new Map<string, Set<string>>()
  const known = schemaOf(schema)?.properties
  for (const { party } of ordered) {
    for (const { property, value } of party.statements) if (known?.has(property)) valueSet(properties, property).add(value)
  }
  for (const topic of topics) valueSet(properties, 'topics').add(topic)
  const lead = ordered[0]
  return {
    id,
    caption: lead ? captionIn(captionOf(lead.party), ordered) : id,
    schema,
    properties: Object.fromEntries([...properties].map(([name, values]) => [name, [...values]])),
    datasets: [...new Set(ordered.map(m => m.source))],
    referents: ordered.map(m => m.record).filter(record => record !== id),
    target: isTarget([...(properties.get('topics') ?? [])]),
    first_seen: edge(
      ordered.map(m => m.firstSeen),
      Math.min,
    ),
    last_seen: edge(
      ordered.map(m => m.lastSeen),
      Math.max,
    ),
    last_change: edge(
      ordered.map(m => m.lastChange),
      Math.max,
    ),
  }
}

function valueSet(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key)
  if (found) return found
  const fresh = new Set<string>()
  map.set(key, fresh)
  return fresh
}

const edge = (instants: readonly Instant[], pick: (...values: number[]) => number) =>
  instants.length === 0 ? null : instantText(Math.min(pick(...instants), OPEN - 1))

/** The most telling schema of several: a descendant wins over its ancestor, else the first. */
export /**
 * A caption, in small letters where its own record writes capitals alone and another record of the entity the same words with
 * small letters: "TALIBAN" is "Taliban". No letter is changed that no publisher wrote so.
 */
function captionIn(caption: string, members: readonly Member[]): string {
  if (!inCapitals(caption)) return caption
  const same = spelled(caption)
  for (const { party } of members)
    for (const { property, value } of party.statements)
      if ((property === 'name' || property === 'alias') && beginsLarge(value) && !inCapitals(value) && spelled(value) === same) return value
  return caption
}

const beginsLarge = (text: string) => /^\P{Ll}/u.test(text)
const inCapitals = (text: string) => text !== text.toLowerCase() && text === text.toUpperCase()
const spelled = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function commonSchema(schemata: readonly string[]): string {
  let best = schemata[0] ?? 'Thing'
  for (const schema of schemata.slice(1)) if (isA(schema, best)) best = schema
  return best
}

/** Kinds of a name, by the property that holds it. */
export type NameProperty = 'name' | 'alias' | 'weak-alias' | 'former'

const NAME_PROPERTIES: Readonly<Record<string, NameProperty>> = {
  name: 'name',
  alias: 'alias',
  weakAlias: 'weak-alias',
  abbreviation: 'alias',
  previousName: 'former',
}

/** The kind of name that a statement is, or undefined where it is none. */
export const nameKind = (statement: Pick<Statement, 'property'>): NameProperty | undefined => NAME_PROPERTIES[statement.property]

/** Whole days from an instant to another. */
export const ageDays = (from: Instant, to: Instant): number => Math.max(0, Math.floor((to - from) / 86_400))
