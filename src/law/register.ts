import type { Attestation, Ledger } from '../ledger/index.ts'
import { type AsOf, dayOf } from '../model/index.ts'
import type { LawBook } from './book.ts'
import { type Lineage, lineageOf } from './lineage.ts'
import { type AttestedSpan, type Surroundings, timeline } from './timeline.ts'

/** Which records make an entity, both ways. */
export type Members = { entityOf(record: string): string; recordsOf(entity: string): readonly string[] }

/** What the register must know of a source; sources come in order of rank. */
export type RankedSource = { readonly id: string; readonly kind: Attestation['kind']; readonly absence: 'removal' | 'nothing' }

/** What a register is opened over. */
export type RegisterContext = {
  readonly ledger: Ledger
  readonly book: LawBook
  readonly members: Members
  /** Every source of the installation in order of rank. */
  readonly sources: readonly RankedSource[]
  readonly asOf: Pick<AsOf, 'published' | 'recorded'>
}

/** Spans of every entity as known at one (published, recorded), read from the ledger when first asked for and kept. */
export type Register = {
  readonly book: LawBook
  readonly lineage: Lineage
  readonly members: Members
  readonly asOf: Pick<AsOf, 'published' | 'recorded'>
  /** Reads the spans of these entities; afterwards `spansOf` has them. */
  load(entities: Iterable<string>): Promise<void>
  /** The spans of an entity, list by list in order of time. @throws Error where the entity was not loaded */
  spansOf(entity: string): ReadonlyMap<string, readonly AttestedSpan[]>
}

/** Entities read from the ledger in one call. */
const BATCH = 500

/** Entities kept in memory; beyond it the ones loaded first are read again when asked for. */
const KEPT = 20_000

/** A register over what the ledger held at (published, recorded). Open a new one when the ledger's generation moves. */
export async function openRegister(context: RegisterContext): Promise<Register> {
  const { ledger, book, members, asOf } = context
  const kept = new Map<string, ReadonlyMap<string, readonly AttestedSpan[]>>()
  const surroundings = await surroundingsOf(context)
  const read = async (entities: readonly string[]) => {
    const records = entities.flatMap(entity => members.recordsOf(entity).flatMap(withOwner))
    const attestations = Map.groupBy(await ledger.attestations([...new Set(records)], asOf), a => members.entityOf(a.party))
    const held = await surroundings(attestations)
    for (const entity of entities) {
      const spans = timeline(attestations.get(entity) ?? [], held).map(span => withLegalBasis(book, span))
      kept.set(entity, groupedByList(spans))
    }
  }
  return {
    book,
    lineage: lineageOf(book.instruments),
    members,
    asOf,
    async load(entities) {
      const asked = [...new Set(entities)]
      const missing = asked.filter(e => !kept.has(e))
      for (const old of kept.keys()) {
        if (kept.size + missing.length <= KEPT) break
        if (!asked.includes(old)) kept.delete(old)
      }
      for (let i = 0; i < missing.length; i += BATCH) await read(missing.slice(i, i + BATCH))
    },
    spansOf(entity) {
      const spans = kept.get(entity)
      if (!spans) throw new Error(`the spans of ${entity} were not loaded`)
      return spans
    },
  }
}

const groupedByList = (spans: readonly AttestedSpan[]) => Map.groupBy(spans, s => s.list)

/** An official listing whose record and programme name no act rests on what its list rests on. */
function withLegalBasis(book: LawBook, span: AttestedSpan): AttestedSpan {
  const bare = span.instruments.length === 0 && span.attested[0]?.kind === 'official' && span.status === 'listed'
  return bare ? { ...span, instruments: book.lists.get(span.list)?.legalBasis ?? [] } : span
}

/** A party within a record has the record's id, a slash and its part; its listings are attested by the record. */
const withOwner = (party: string): readonly string[] => (party.includes('/') ? [party, party.slice(0, party.lastIndexOf('/'))] : [party])

/** What the timeline must know of sources; what official lists hold is read only when an act or a copy speaks alone. */
async function surroundingsOf(context: RegisterContext) {
  const { ledger, sources, asOf } = context
  const silent = new Set(sources.filter(s => s.absence === 'nothing').map(s => s.id))
  const held = (await ledger.versions()).filter(v => v.published <= asOf.published && v.accepted <= asOf.recorded && !silent.has(v.source))
  const bySource = Map.groupBy(held, v => v.source)
  const versions = new Map([...bySource].map(([source, own]) => [source, own.map(v => dayOf(v.published)).sort()] as const))
  const fixed: Surroundings = { order: sources.map(s => s.id), versions, silent }
  let official: Promise<OfficialLists> | undefined
  return async (attestations: ReadonlyMap<string, readonly Attestation[]>): Promise<Surroundings> => {
    const speaksAlone = (a: Attestation) => a.kind === 'aggregate' || silent.has(a.source)
    if (![...attestations.values()].some(of => of.some(speaksAlone))) return fixed
    official ??= officialLists(context)
    const { lists, carriers } = await official
    const daysOf = (list: string, programme: string) =>
      [...(carriers.get(carried(list, programme)) ?? [])].flatMap(source => versions.get(source) ?? []).sort()
    return { ...fixed, officialHeld: list => lists.has(list), carriers: daysOf }
  }
}

/** Lists that official sources hold, and for each with its programme the sources whose silence about a party means something. */
type OfficialLists = { readonly lists: ReadonlySet<string>; readonly carriers: ReadonlyMap<string, ReadonlySet<string>> }

const carried = (list: string, programme: string) => `${list} ${programme}`

async function officialLists({ ledger, sources, asOf }: RegisterContext): Promise<OfficialLists> {
  const lists = new Set<string>()
  const carriers = new Map<string, Set<string>>()
  for (const source of sources.filter(s => s.kind === 'official')) {
    for await (const { reading } of ledger.state(source.id, asOf.published, asOf.recorded))
      for (const { list, programme } of reading.designations) {
        lists.add(list)
        if (source.absence === 'nothing') continue
        const key = carried(list, programme)
        carriers.set(key, (carriers.get(key) ?? new Set()).add(source.id))
      }
  }
  return { lists, carriers }
}
