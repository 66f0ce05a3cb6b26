import type { Ledger } from '../ledger/index.ts'
import { type Authority, type Citation, type Designation, type Instrument, type ListFact, OPEN, type Relation } from '../model/index.ts'

/** Id of the source that tells of authorities, lists, citations and relations. */
export const BASE = 'facts'

/** The law as the curated base and the records of all sources tell it. Nothing of it stands in code. */
export type LawBook = {
  readonly authorities: ReadonlyMap<string, Authority>
  readonly lists: ReadonlyMap<string, ListFact>
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly citations: ReadonlyMap<string, Citation>
  readonly relations: readonly Relation[]
  /** Designations of the base, in order of party and list. */
  readonly designations: readonly Designation[]
}

/** The law book of what is held now: names and lineage do not depend on the day a question asks for. */
export async function readLawBook(ledger: Ledger): Promise<LawBook> {
  const authorities = new Map<string, Authority>()
  const lists = new Map<string, ListFact>()
  const citations = new Map<string, Citation>()
  const relations: Relation[] = []
  const designations: Designation[] = []
  const instruments = new Map<string, Instrument>()
  for await (const { reading } of ledger.state(BASE, OPEN - 1)) {
    for (const authority of reading.authorities ?? []) authorities.set(authority.id, authority)
    for (const list of reading.lists ?? []) lists.set(list.id, list)
    for (const citation of reading.citations ?? []) citations.set(citation.id, citation)
    for (const instrument of reading.instruments) instruments.set(instrument.id, instrument)
    relations.push(...(reading.relations ?? []))
    designations.push(...reading.designations)
  }
  for (const [id, instrument] of await ledger.instruments()) if (!instruments.has(id)) instruments.set(id, instrument)
  relations.sort((a, b) => (a.date.earliest < b.date.earliest ? -1 : a.date.earliest > b.date.earliest ? 1 : a.id < b.id ? -1 : 1))
  return { authorities, lists, instruments, citations, relations, designations }
}
