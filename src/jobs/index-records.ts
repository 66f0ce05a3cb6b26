import { type IndexRecord, indexRecordOf } from '../candidates/index.ts'
import type { Ledger, Presence } from '../ledger/index.ts'
import { bearerOf, isHolding, type Party, type Reading, type Source, schemaOf } from '../model/index.ts'

/** Readings fetched at once. */
const BATCH = 500

/** Every wording of every record as the index takes it, with its interval; records without names or numbers are left out. */
export async function* indexRecords(ledger: Ledger, sources: readonly Pick<Source, 'id'>[]): AsyncIterable<IndexRecord> {
  for (const source of sources) {
    let waiting: Presence[] = []
    for await (const presence of ledger.presences(source.id)) {
      waiting.push(presence)
      if (waiting.length < BATCH) continue
      yield* recordsOf(ledger, waiting)
      waiting = []
    }
    yield* recordsOf(ledger, waiting)
  }
}

async function* recordsOf(ledger: Ledger, presences: readonly Presence[]): AsyncIterable<IndexRecord> {
  const readings = await ledger.readings(presences.map(p => p.content))
  for (const presence of presences) {
    const reading = readings.get(presence.content)
    if (!reading) throw new Error(`no reading of content ${presence.content}, record ${presence.source}:${presence.key}`)
    for (const party of reading.parties) {
      const record = isFindable(party, presence, reading) ? toIndex(presence, reading, party) : undefined
      if (record && (record.names.length > 0 || record.identifiers.length > 0)) yield record
    }
  }
}

// A wallet or account leads to its holder. Another party that an entry only names (a tie, an owner) is not listed by it:
// finding it would flag whoever bears that name.
function isFindable(party: Party, { source, key }: Presence, reading: Reading): boolean {
  if (!schemaOf(party.schema)?.schemata.includes('Thing')) return false
  return party.id === `${source}:${key}` || reading.designations.some(d => d.party === party.id) || isHolding(party.schema)
}

const toIndex = (presence: Presence, reading: Reading, party: Party): IndexRecord =>
  indexRecordOf(
    { record: party.id, source: presence.source, content: presence.content, since: presence.since, until: presence.until },
    party,
    reading.designations.filter(d => d.party === bearerOf(party, reading)).map(d => d.list),
  )
