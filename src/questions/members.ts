import type { KnownVersion, Ledger, Presence } from '../ledger/index.ts'
import { type AsOf, type Source, WhoListsError } from '../model/index.ts'
import { versionAt } from './coverage.ts'
import { byRank, type Member } from './merge.ts'

/** Which records make an entity, both ways. A record alone is an entity of its own id. */
export type Membership = {
  entityOf(record: string): string
  recordsOf(entity: string): readonly string[]
}

/** The membership that a map from record to entity says. */
export function membershipOf(entities: ReadonlyMap<string, string>): Membership {
  const records = new Map<string, string[]>()
  for (const [record, entity] of entities) {
    const list = records.get(entity)
    if (list) list.push(record)
    else records.set(entity, [record])
  }
  return { entityOf: record => entities.get(record) ?? record, recordsOf: entity => records.get(entity) ?? [entity] }
}

/** Entities that end and begin where one membership follows on another: those whose records are not the same, by their ids. */
export function regrouped(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { readonly ended: readonly string[]; readonly begun: readonly string[] } {
  const touched = new Set<string>()
  for (const record of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(record) ?? record, after.get(record) ?? record]
    if (was !== is) touched.add(was).add(is)
  }
  const among = (membership: ReadonlyMap<string, string>) => {
    const entities = new Set(membership.values())
    return [...touched].filter(id => entities.has(id) || (membership.get(id) ?? id) === id)
  }
  return { ended: among(before), begun: among(after) }
}

/** What members are loaded from. */
export type MemberContext = {
  readonly ledger: Ledger
  /** Every source by id, in order of rank. */
  readonly sources: ReadonlyMap<string, Source>
  readonly membership: Membership
  readonly versions: readonly KnownVersion[]
}

/** The source of a record id. */
export const sourceOfRecord = (record: string): string => record.slice(0, record.indexOf(':'))

/** What must be known of a source to tell which others share its numbers. */
type Numbered = Pick<Source, 'id' | 'kind' | 'authority'>

/**
 * The record that a tie means: publishers with several files name parties of one in another, under the same number. A tie to a
 * party that no file of the publisher holds stays as it is stated.
 */
export function recordMeant(sources: Iterable<Numbered>, record: string, isHeld: (record: string) => boolean): string {
  if (isHeld(record)) return record
  const all = [...sources]
  const own = all.find(s => s.id === sourceOfRecord(record))
  const sisters = all.filter(s => own && s.id !== own.id && s.kind === 'official' && s.authority === own.authority)
  return sisters.map(s => `${s.id}:${record.slice(record.indexOf(':') + 1)}`).find(isHeld) ?? record
}

/**
 * The records of an entity in the state of (published, recorded), by source rank.
 *
 * @param past where true a record that is no longer there comes in its last wording before
 * @returns none where no source held a record of it then
 */
export async function loadMembers(context: MemberContext, entity: string, asOf: AsOf, past = false): Promise<readonly Member[]> {
  const found: Member[] = []
  for (const record of context.membership.recordsOf(entity)) {
    const member = await loadMember(context, record, asOf, past)
    if (member) found.push(member)
  }
  return found.sort(byRank)
}

async function loadMember(context: MemberContext, record: string, asOf: AsOf, past: boolean): Promise<Member | undefined> {
  const source = context.sources.get(sourceOfRecord(record))
  if (!source) return undefined
  const history = await historyOf(context.ledger, record)
  const version = versionAt(
    context.versions.filter(v => v.source === source.id),
    asOf,
  )
  if (!version || history.length === 0) return undefined
  const seen = history.filter(p => p.since <= version.published)
  const row = seen.findLast(p => past || p.until > version.published)
  if (!row) return undefined
  const reading = await context.ledger.reading(row.content)
  const party = reading?.parties.find(p => p.id === record)
  if (!reading || !party) return undefined
  return {
    record,
    source: source.id,
    rank: [...context.sources.keys()].indexOf(source.id),
    party,
    reading,
    version: version.name,
    firstSeen: seen[0]?.since ?? row.since,
    lastChange: row.since,
    lastSeen: Math.min(row.until - 1, version.published),
  }
}

/** Presence rows of the record that a party is in. A party within a record has the record's id, a slash and its part. */
export async function historyOf(ledger: Ledger, id: string): Promise<readonly Presence[]> {
  for (let record = id; ; record = record.slice(0, record.lastIndexOf('/'))) {
    const own = await ledger.recordHistory(record)
    if (own.length > 0 || !record.includes('/')) return own
  }
}

/** The entity that an id leads to, and whether it is known at all. @throws entity.unknown */
export async function entityIdOf(context: MemberContext, id: string): Promise<string> {
  const entity = context.membership.entityOf(id)
  if (entity !== id || context.membership.recordsOf(id).length > 1) return entity
  if (context.sources.has(sourceOfRecord(id)) && (await historyOf(context.ledger, id)).length > 0) return id
  const curated = `facts:${id}`
  if (!id.includes(':') && (await historyOf(context.ledger, curated)).length > 0) return context.membership.entityOf(curated)
  throw new WhoListsError('entity.unknown', { id })
}
