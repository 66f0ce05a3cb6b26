import { BASE, type Members, type RankedSource } from '../law/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { type AsOf, type Statement, WhoListsError } from '../model/index.ts'

/** Finds the entity that a question means by PARTY. */
export type PartyFinder = {
  /**
   * The entity of an entity id, a record id, a curated party's id, or an exact name (letter case and spaces aside).
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
  const search = async (party: string): Promise<string> => {
    const byId = await findById(context, party.trim())
    if (byId !== undefined) return byId
    names ??= readNames(context)
    return oneOf((await names).get(foldedName(party)), party)
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

/** Entities by folded name: those that bear it as their name, and those that bear it otherwise. */
type NameIndex = ReadonlyMap<string, { readonly named: ReadonlySet<string>; readonly alias: ReadonlySet<string> }>

async function readNames({ ledger, members, sources, asOf }: PartyContext): Promise<NameIndex> {
  const index = new Map<string, { named: Set<string>; alias: Set<string> }>()
  for (const source of sources) {
    for await (const { reading } of ledger.state(source.id, asOf.published, asOf.recorded)) {
      for (const [i, party] of reading.parties.entries()) {
        if (i > 0 && !reading.designations.some(d => d.party === party.id)) continue
        const entity = members.entityOf(party.id)
        for (const statement of party.statements) {
          const kind = kindOf(statement)
          if (!kind) continue
          const key = foldedName(statement.value)
          const entry = index.get(key) ?? { named: new Set<string>(), alias: new Set<string>() }
          entry[kind].add(entity)
          index.set(key, entry)
        }
      }
    }
  }
  return index
}

const kindOf = ({ property }: Statement): 'named' | 'alias' | undefined =>
  property === 'name' ? 'named' : ['alias', 'previousName', 'abbreviation', 'weakAlias'].includes(property) ? 'alias' : undefined

const foldedName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** The only entity of that name; one that bears it as its name goes before those that are also known by it. */
function oneOf(entry: { readonly named: ReadonlySet<string>; readonly alias: ReadonlySet<string> } | undefined, party: string): string {
  const candidates = entry ? [...(entry.named.size > 0 ? entry.named : entry.alias)] : []
  const [only] = candidates
  if (only === undefined) throw new WhoListsError('party.unknown', { party })
  if (candidates.length > 1) throw new WhoListsError('party.ambiguous', { party, candidates: candidates.slice(0, 10).join(', ') })
  return only
}
