import { BASE, type Members, type RankedSource } from '../law/index.ts'
import type { Ledger, Presence } from '../ledger/index.ts'
import { type AsOf, type Reading, type Statement, WhoListsError } from '../model/index.ts'

/** Finds the entity that a question means by PARTY. */
export type PartyFinder = {
  /**
   * The entity of an entity id, a record id, a curated party's id, an exact name (letter case and spaces aside), else of the
   * same letters otherwise set (hyphens, apostrophes, accents), else of a publisher's number (`TAi.002`).
   *
   * @throws party.unknown, party.ambiguous
   */
  find(party: string): Promise<string>
}

/** What parties are found in. */
export type PartyContext = {
  readonly ledger: Ledger
  readonly members: Members
  readonly sources: readonly RankedSource[]
  readonly asOf: Pick<AsOf, 'published' | 'recorded'>
}

/** A finder that reads names only when one is asked for, and keeps what it found. */
export function partyFinder(context: PartyContext): PartyFinder {
  const found = new Map<string, Promise<string>>()
  let names: Promise<NameIndex> | undefined
  let gone: Promise<NameIndex> | undefined
  const search = async (party: string): Promise<string> => {
    const byId = await findById(context, party.trim())
    if (byId !== undefined) return byId
    names ??= readNames(context, present(context))
    const now = named(await names, party)
    if (now) return oneOf(now, party)
    // What a question of a past day means may have left every list since.
    gone ??= readNames(context, past(context))
    return oneOf(named(await gone, party), party)
  }
  return {
    find(party) {
      const known = found.get(party)
      if (known) return known
      const asked = search(party)
      found.set(party, asked)
      asked.catch(() => found.delete(party))
      return asked
    },
  }
}

async function findById({ ledger, members }: PartyContext, id: string): Promise<string | undefined> {
  for (const record of id.includes(':') ? [id] : [`${BASE}:${id}`]) {
    const entity = members.entityOf(record)
    if (entity !== record || members.recordsOf(record).length > 1) return entity
    const owner = record.includes('/') ? record.slice(0, record.lastIndexOf('/')) : record
    if ((await ledger.recordHistory(record)).length > 0 || (await ledger.recordHistory(owner)).length > 0) return entity
  }
  return undefined
}

/** Entities that bear a name as their own, and those that bear it otherwise. */
type Bearers = { readonly named: Set<string>; readonly alias: Set<string> }

/** Entities by folded name, by its letters alone, and by the numbers that publishers gave them. */
type NameIndex = Readonly<Record<'exact' | 'loose' | 'numbers', Map<string, Bearers>>>

const named = ({ exact, loose, numbers }: NameIndex, party: string): Bearers | undefined =>
  exact.get(foldedName(party)) ?? loose.get(lettersOf(party)) ?? numbers.get(foldedName(party).replace(/\.$/, ''))

type Row = { readonly key: string; readonly reading: Reading }

/** Records of the state asked about, source by source. */
async function* present({ ledger, sources, asOf }: PartyContext): AsyncIterable<Row> {
  for (const source of sources) yield* ledger.state(source.id, asOf.published, asOf.recorded)
}

const BATCH = 500

/** Records that were there before, in their last wording. */
async function* past({ ledger, sources, asOf }: PartyContext): AsyncIterable<Row> {
  for (const source of sources) {
    const last = new Map<number, Presence>()
    for await (const row of ledger.presences(source.id, asOf.recorded)) if (row.since <= asOf.published) last.set(row.record, row)
    const ended = [...last.values()].filter(row => row.until <= asOf.published)
    for (let at = 0; at < ended.length; at += BATCH) {
      const batch = ended.slice(at, at + BATCH)
      const readings = await ledger.readings(batch.map(row => row.content))
      for (const { key, content } of batch) {
        const reading = readings.get(content)
        if (reading) yield { key, reading }
      }
    }
  }
}

async function readNames({ members }: PartyContext, rows: AsyncIterable<Row>): Promise<NameIndex> {
  const index: NameIndex = { exact: new Map(), loose: new Map(), numbers: new Map() }
  for await (const { key, reading } of rows) {
    for (const [i, party] of reading.parties.entries()) {
      if (i > 0 && !reading.designations.some(d => d.party === party.id)) continue
      const entity = members.entityOf(party.id)
      for (const statement of party.statements) {
        const kind = kindOf(statement)
        if (!kind) continue
        put(index.exact, foldedName(statement.value), kind, entity)
        put(index.loose, lettersOf(statement.value), kind, entity)
      }
      const quoted = (reading.references ?? []).filter(r => r.party === party.id).map(r => r.value)
      for (const [at, number] of [key, ...quoted].entries())
        put(index.numbers, foldedName(number).replace(/\.$/, ''), at === 0 && i === 0 ? 'named' : 'alias', entity)
    }
  }
  return index
}

function put(index: Map<string, Bearers>, key: string, kind: 'named' | 'alias', entity: string): void {
  if (key === '') return
  const known = index.get(key)
  if (known) known[kind].add(entity)
  else index.set(key, { named: new Set(kind === 'named' ? [entity] : []), alias: new Set(kind === 'alias' ? [entity] : []) })
}

const kindOf = ({ property }: Statement): 'named' | 'alias' | undefined =>
  property === 'name' ? 'named' : ['alias', 'previousName', 'abbreviation', 'weakAlias'].includes(property) ? 'alias' : undefined

const foldedName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** A name by its letters and digits alone: hyphens, apostrophes, accents and spaces tell no two parties apart. */
const lettersOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/** The only entity of that name; one that bears it as its name goes before those that are also known by it. */
function oneOf(entry: { readonly named: ReadonlySet<string>; readonly alias: ReadonlySet<string> } | undefined, party: string): string {
  const candidates = entry ? [...(entry.named.size > 0 ? entry.named : entry.alias)] : []
  const [only] = candidates
  if (only === undefined) throw new WhoListsError('party.unknown', { party })
  if (candidates.length > 1) throw new WhoListsError('party.ambiguous', { party, candidates: candidates.slice(0, 10).join(', ') })
  return only
}
