import { listsHolding } from '../law/index.ts'
import type { KnownVersion, Ledger, Presence } from '../ledger/index.ts'
import {
  type AsOf,
  bearerOf,
  dayOf,
  type Instant,
  type ListFact,
  OPEN,
  type Party,
  type Reading,
  type Source,
  valuesOf,
} from '../model/index.ts'
import { versionAt } from './coverage.ts'
import { historyOf, membershipOf, sourceOfRecord } from './members.ts'
import { byRank, type Member, mergeMembers } from './merge.ts'
import type { EntityJson, Listing } from './types.ts'

/** An entity of now: merged, with its records and where it may be searched. */
export type EntityNow = {
  readonly entity: EntityJson
  /** A number of its own, which follows from the record that leads it. */
  readonly number: number
  readonly members: readonly Member[]
  /** `source list` for each record and listing; `source ` for a record on no list. */
  readonly scopes: readonly string[]
  /** Whether a list holds it on the day of building; null where no listing of it is known at all. */
  readonly inForce: boolean | null
}

/** FollowTheMoney topics by the kind of list that a party is on. */
const TOPICS: Readonly<Record<ListFact['kind'], readonly string[]>> = {
  sanctions: ['sanction'],
  terrorism: ['sanction', 'crime.terror'],
  'export-control': ['export.control'],
  wanted: ['wanted'],
  debarment: ['debarment'],
}

/** Every list of the curated base, by id. */
export async function listFacts(ledger: Ledger): Promise<ReadonlyMap<string, ListFact>> {
  const lists = new Map<string, ListFact>()
  const version = versionAt(
    (await ledger.versions('facts')).filter(v => v.accepted < OPEN),
    { published: OPEN - 1, recorded: OPEN - 1 },
  )
  if (!version) return lists
  for await (const { reading } of ledger.state('facts', version.published)) for (const list of reading.lists ?? []) lists.set(list.id, list)
  return lists
}

const BATCH = 400

/** What entities are gathered from. */
type Gathering = {
  readonly ledger: Ledger
  readonly sources: readonly Source[]
  /** Which entity each record belongs to; as the ledger has it where it is not given. */
  readonly memberships?: ReadonlyMap<string, string>
}

const asOfNow = (now: Instant): AsOf => ({ valid: dayOf(now), published: now, recorded: now, validAsked: false })

/**
 * Every entity in the state of the newest versions, each once: first those of one record, source by source, then the joined.
 * Memory holds the joined ones and a batch of the others.
 */
export const entitiesNow = ({ now, ...given }: Gathering & { readonly now: Instant }): AsyncIterable<EntityNow> =>
  entitiesAt({ ...given, asOf: asOfNow(now) })

/** Some of the same, by their ids; those that no source holds a record of now are left out. */
export async function* entitiesNamed(
  { now, ledger, sources, ...given }: Gathering & { readonly now: Instant },
  ids: readonly string[],
): AsyncIterable<EntityNow> {
  const asOf = asOfNow(now)
  const lists = await listFacts(ledger)
  const membership = membershipOf(given.memberships ?? (await ledger.memberships(now)))
  const versions = await ledger.versions()
  const newest = new Map(
    sources.map(({ id }) => [
      id,
      versionAt(
        versions.filter(v => v.source === id),
        asOf,
      ),
    ]),
  )
  const memberOf = async (record: string): Promise<readonly NumberedMember[]> => {
    const rank = sources.findIndex(s => s.id === sourceOfRecord(record))
    const version = newest.get(sourceOfRecord(record))
    const history = version ? await historyOf(ledger, record) : []
    const row = history.find(p => version && p.since <= version.published && version.published < p.until)
    const reading = row && (await ledger.reading(row.content))
    if (!version || !row || !reading) return []
    const first = new Map([[row.record, history[0]?.since ?? row.since]])
    return membersOf({ ...row, reading }, { source: row.source, rank, version, first }).filter(m => m.record === record)
  }
  for (let at = 0; at < ids.length; at += BATCH) {
    const groups: Group[] = []
    for (const id of ids.slice(at, at + BATCH)) {
      const members = (await Promise.all(membership.recordsOf(id).map(memberOf)))
        .flat()
        .sort((a, b) => a.rank - b.rank || a.number - b.number)
      if (members.length > 0) groups.push([id, members])
    }
    yield* await finished(ledger, groups, lists, asOf)
  }
}

/**
 * The same in the state of (published, recorded). Where a day of force in law was asked for, parties since removed are there in
 * their last wording, and only those that a list holds on that day.
 */
export async function* entitiesAt(given: Gathering & { readonly asOf: AsOf }): AsyncIterable<EntityNow> {
  const { ledger, sources, asOf } = given
  const lists = await listFacts(ledger)
  const membership = membershipOf(given.memberships ?? (await ledger.memberships(asOf.recorded)))
  const versions = await ledger.versions()
  const joined = new Map<string, NumberedMember[]>()
  const finish = (groups: readonly Group[]) => finished(ledger, groups, lists, asOf)
  for (const [rank, source] of sources.entries()) {
    const version = versionAt(
      versions.filter(v => v.source === source.id),
      asOf,
    )
    if (!version) continue
    const first = await firstSeen(ledger, source.id, asOf.recorded)
    let singles: Group[] = []
    for await (const row of asOf.validAsked ? everSeen(ledger, version, asOf) : ledger.state(source.id, version.published, asOf.recorded)) {
      for (const member of membersOf(row, { source: source.id, rank, version, first })) {
        const entity = membership.entityOf(member.record)
        if (membership.recordsOf(entity).length > 1) joined.set(entity, [...(joined.get(entity) ?? []), member])
        else singles.push([entity, [member]])
      }
      if (singles.length < BATCH) continue
      yield* await finish(singles)
      singles = []
    }
    yield* await finish(singles)
  }
  const groups = [...joined]
  for (let at = 0; at < groups.length; at += BATCH) yield* await finish(groups.slice(at, at + BATCH))
}

/** Every record that a version up to this one held, in its last wording. */
async function* everSeen(ledger: Ledger, version: KnownVersion, asOf: AsOf): AsyncIterable<Presence & { readonly reading: Reading }> {
  const last = new Map<number, Presence>()
  for await (const row of ledger.presences(version.source, asOf.recorded)) if (row.since <= version.published) last.set(row.record, row)
  const rows = [...last.values()]
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH)
    const readings = await ledger.readings(batch.map(row => row.content))
    for (const row of batch) {
      const reading = readings.get(row.content)
      if (reading) yield { ...row, reading }
    }
  }
}

async function firstSeen(ledger: Ledger, source: string, recorded: Instant): Promise<ReadonlyMap<number, Instant>> {
  const first = new Map<number, Instant>()
  for await (const p of ledger.presences(source, recorded)) if (!first.has(p.record)) first.set(p.record, p.since)
  return first
}

type RowContext = {
  readonly source: string
  readonly rank: number
  readonly version: KnownVersion
  readonly first: ReadonlyMap<number, Instant>
}

// A record may name one wallet or paper twice, in two fields: one party with the statements of both.
function partiesOf({ parties }: Reading): readonly Party[] {
  const byId = new Map<string, Party>()
  for (const party of parties) {
    const known = byId.get(party.id)
    byId.set(party.id, known ? { ...known, statements: [...known.statements, ...party.statements] } : party)
  }
  return [...byId.values()]
}

/** A record of an entity with the number that the entity has where it leads. */
type NumberedMember = Member & { readonly number: number }
/** An entity's id and its records. */
type Group = readonly [string, readonly NumberedMember[]]

/** Parties of one record whose numbers are near that of the record; the rare others have theirs far above. */
const PARTIES = 4096

const numberOf = (record: number, party: number): number =>
  party < PARTIES ? record * PARTIES + party : 2 ** 50 + record * 2 ** 20 + party

const membersOf = (row: Presence & { readonly reading: Reading }, context: RowContext): readonly NumberedMember[] =>
  partiesOf(row.reading).map((party, i) => ({
    record: party.id,
    number: numberOf(row.record, i),
    source: context.source,
    rank: context.rank,
    party,
    reading: row.reading,
    version: context.version.name,
    firstSeen: context.first.get(row.record) ?? row.since,
    lastChange: row.since,
    lastSeen: context.version.published,
  }))

async function finished(
  ledger: Ledger,
  groups: readonly Group[],
  lists: ReadonlyMap<string, ListFact>,
  asOf: AsOf,
): Promise<readonly EntityNow[]> {
  const records = groups.flatMap(([, members]) => members.map(bearer))
  const attestations = Map.groupBy(await ledger.attestations(records, asOf), a => a.party)
  return groups.flatMap(([id, members]) => {
    const own = members.flatMap(m => attestations.get(bearer(m)) ?? [])
    const stated = members.flatMap(m => valuesOf(m.party, 'topics'))
    const held = listsHolding(own, asOf.valid)
    const topics = [...new Set([...stated, ...held.flatMap(list => TOPICS[lists.get(list)?.kind ?? 'sanctions'])])]
    const inForce = own.length === 0 ? null : held.length > 0
    if (asOf.validAsked && inForce !== true) return []
    const number = members.reduce((lead, m) => (byRank(m, lead) < 0 ? m : lead)).number
    return [{ entity: mergeMembers(id, members, topics), number, members, scopes: scopesOf(members), inForce }]
  })
}

const bearer = ({ party, reading }: Member) => bearerOf(party, reading)

function scopesOf(members: readonly Member[]): readonly string[] {
  const scopes = new Set<string>()
  for (const member of members) {
    const lists = member.reading.designations.filter(d => d.party === bearer(member)).map(d => d.list)
    for (const list of lists.length > 0 ? lists : ['']) scopes.add(`${member.source} ${list}`)
  }
  return [...scopes]
}

/** Topics that follow from the listings that hold on the day they were asked for. */
export const topicsOf = (listings: readonly Listing[], lists: ReadonlyMap<string, ListFact>): readonly string[] => [
  ...new Set(
    listings
      .filter(l => l.holds && (l.status === 'listed' || l.status === 'suspended'))
      .flatMap(l => TOPICS[lists.get(l.list)?.kind ?? 'sanctions']),
  ),
]
