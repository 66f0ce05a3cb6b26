import type { IndexRecord } from '../src/candidates/index.ts'
import { type Instant, OPEN } from '../src/model/index.ts'
import { damagedName, madeName, type Random, sharedText, type Whose, type Words } from './search-names.ts'

/** Two days to ask for: one before the change of every record that changed, and one after. */
export const EARLIER = 1_600_000_000
export const NOW = 1_750_000_000

/** The sources that made records are of. */
export const SOURCES = ['un-sc', 'us-ofac-sdn', 'eu-fsf', 'gb-fcdo']

const COUNTRIES = ['ru', 'ir', 'sy', 'kp', 'af', 'iq', 'ly', 'cn', 'by', 've', 'so', 'ye']
const SCHEMA: Readonly<Record<Whose, string>> = { person: 'Person', organisation: 'Organization' }

/** A name to look for, and the record that it is or was made of. */
export type Query = {
  readonly kind: 'exact' | 'damaged' | 'absent'
  readonly schema: string
  readonly text: string
  readonly of: string | null
}

/** A made content of a record. */
export type Made = {
  readonly whose: Whose
  readonly id: string
  readonly source: string
  readonly names: readonly string[]
  readonly since: Instant
  readonly until: Instant
  readonly country: string
  readonly date: string
  readonly number: string | null
}

/** Records with so many names together. */
export function madeRecords(size: number, words: Words, random: Random): readonly Made[] {
  const records: Made[] = []
  for (let names = 0; names < size; ) {
    const count = Math.min(size - names, 1 + Math.floor(random.next() ** 2 * 5))
    const source = random.pick(SOURCES)
    const whose: Whose = random.below(3) ? 'person' : 'organisation'
    const parts = {
      whose,
      id: `${source}:${records.length}`,
      source,
      country: random.pick(COUNTRIES),
      date: `${1930 + random.below(75)}-0${1 + random.below(9)}-1${random.below(10)}`,
      number: random.below(3) ? null : String(10_000_000 + random.below(90_000_000)),
    }
    const own = Array.from({ length: count }, () => madeName(whose, words, random))
    names += count
    // A record in three changed once: its names stand over two intervals, the same ones mostly.
    const changed = random.below(3) === 0
    records.push({ ...parts, names: own, since: changed ? NOW - 1e7 : EARLIER - random.below(1e8), until: OPEN })
    if (changed)
      records.push({ ...parts, names: own.slice(0, Math.max(1, own.length - random.below(2))), since: EARLIER - 1e7, until: NOW - 1e7 })
  }
  return records
}

/** So many queries: a third listed names, a third damaged or in another script, a third ordinary people on no list. */
export function madeQueries(count: number, records: readonly Made[], words: Words, random: Random): readonly Query[] {
  const people = ['us', 'global'].flatMap(negatives)
  return Array.from({ length: count }, (_, i): Query => {
    if (i % 3 === 2) return { kind: 'absent', schema: 'Person', text: random.pick(people), of: null }
    const record = random.pick(records)
    const name = random.pick(record.names)
    const asked = { schema: SCHEMA[record.whose], of: record.id }
    return i % 3 === 0 ? { ...asked, kind: 'exact', text: name } : { ...asked, kind: 'damaged', text: damagedName(name, words, random) }
  })
}

function negatives(kind: string): readonly string[] {
  const rows = sharedText(`matching/screening/negatives_${kind}.dev.csv`).split('\n').slice(1, 6000)
  return rows.map(row => row.split(',')[2] ?? '').filter(name => name !== '')
}

/** The records as an index takes them. */
export function* indexed(records: readonly Made[]): Iterable<IndexRecord> {
  for (const r of records) {
    yield {
      record: r.id,
      source: r.source,
      content: 1,
      since: r.since,
      until: r.until,
      schema: SCHEMA[r.whose],
      kind: r.whose,
      names: r.names.map((text, i) => ({ text, standing: i === 0 ? 'name' : 'alias' })),
      identifiers: r.number ? [`passportNumber:${r.number}`] : [],
      dates: [r.date],
      countries: [r.country],
      genders: ['male'],
      addresses: [],
      lists: [],
      topics: ['sanction'],
    }
  }
}
