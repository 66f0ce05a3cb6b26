import type { AsOf, Instant } from '../model/index.ts'
import type { Database } from './database.ts'
import { recordId, recordNumber, sourceNumber, splitRecordId } from './intern.ts'
import type { Presence } from './types.ts'
import { type VersionRow, versionAt } from './versions.ts'

/** The versions of one source that count for (published, recorded), oldest first. */
export type TimeLine = { readonly source: number; readonly name: string; readonly versions: readonly VersionRow[]; readonly cut: Cut }

/** The part of `AsOf` that chooses versions. */
export type Cut = Pick<AsOf, 'published' | 'recorded'>

/** The time line of a source, cut at (published, recorded). */
export function timeLine(db: Database, source: number, name: string, cut: Cut): TimeLine {
  const sql = 'SELECT * FROM source_version WHERE source = ? AND published <= ? AND accepted <= ? ORDER BY published'
  return { source, name, versions: db.all<VersionRow>(sql, source, cut.published, Math.min(cut.recorded, 9_999_999_998)), cut }
}

/** A stretch of versions, by their place on a time line, both included, over which a record has one content. */
export type Stretch = { readonly first: number; readonly last: number; readonly content: number }

/**
 * The contents of a record over the versions of a time line, in order.
 *
 * Versions whose silence means nothing are folded from what came in them, since one that arrives late changes what later
 * instants hold: the line may have been cut before its acceptance.
 */
export const stretches = (db: Database, line: TimeLine, record: number): readonly Stretch[] =>
  stretchesOf(db, line, [record]).get(record) ?? []

/** The same for several records, by record; one that the line never held has none. */
export function stretchesOf(db: Database, line: TimeLine, records: readonly number[]): ReadonlyMap<number, readonly Stretch[]> {
  const among = JSON.stringify(records)
  const rows = Map.groupBy(db.all<Row & OfRecord>(`${ROWS} ORDER BY record, since`, line.source, among), row => row.record)
  const found = new Map<number, readonly Stretch[]>()
  if (!line.versions.some(v => v.absence === 'nothing')) {
    for (const [record, own] of rows)
      found.set(
        record,
        own.flatMap(row => stretchOf(line, row)),
      )
    return found
  }
  const arrivals = Map.groupBy(db.all<Arrival & OfRecord>(ARRIVALS, among), a => a.record)
  for (const record of records) found.set(record, folded(line, rows.get(record) ?? [], arrivals.get(record) ?? []))
  return found
}

type OfRecord = { readonly record: number }
type Arrival = { readonly version: number; readonly content: number }

const ROWS = 'SELECT record, since, until, content FROM presence WHERE source = ? AND record IN (SELECT value FROM json_each(?))'
const ARRIVALS = 'SELECT record, version, content FROM arrival WHERE record IN (SELECT value FROM json_each(?))'

function folded(line: TimeLine, rows: readonly Row[], arrivals: readonly Arrival[]): readonly Stretch[] {
  const arrived = new Map(arrivals.map(a => [a.version, a.content]))
  const contents: (number | null)[] = []
  for (const v of line.versions) {
    if (v.absence === 'nothing') contents.push(arrived.get(v.id) ?? contents.at(-1) ?? null)
    else contents.push(rows.find(r => r.since <= v.published && v.published < r.until)?.content ?? null)
  }
  return runs(contents)
}

type Row = { readonly since: Instant; readonly until: Instant; readonly content: number }

function stretchOf({ versions }: TimeLine, row: Row): readonly Stretch[] {
  const [first, last] = [firstFrom(versions, row.since), firstFrom(versions, row.until) - 1]
  return first <= last ? [{ first, last, content: row.content }] : []
}

/** The place of the first version published at an instant or later, found by halving. */
function firstFrom(versions: readonly VersionRow[], instant: Instant): number {
  let [low, high] = [0, versions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((versions[middle]?.published ?? 0) < instant) low = middle + 1
    else high = middle
  }
  return low
}

function runs(contents: readonly (number | null)[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const [i, content] of contents.entries()) {
    const open = found.at(-1)
    if (content === null) continue
    if (open?.content === content && open.last === i - 1) found[found.length - 1] = { ...open, last: i }
    else found.push({ first: i, last: i, content })
  }
  return found
}

/** A record found by its id, with its numbers. */
export type FoundRecord = { readonly source: number; readonly name: string; readonly record: number; readonly key: string }

/** The numbers of a record, or nothing where none of that id has arrived. */
export function findRecord(db: Database, id: string): FoundRecord | undefined {
  const { source: name, key } = splitRecordId(id)
  const source = sourceNumber(db, name)
  const record = source === undefined ? undefined : recordNumber(db, source, key)
  return source === undefined || record === undefined ? undefined : { source, name, record, key }
}

/** Several at once, in their order; those of which none has arrived are left out. */
export function findRecords(db: Database, ids: readonly string[]): readonly FoundRecord[] {
  const sql = 'SELECT id AS record, key FROM record WHERE source = ? AND key IN (SELECT value FROM json_each(?))'
  const found = new Map<string, FoundRecord>()
  const asked = ids.map(splitRecordId)
  for (const [name, some] of Map.groupBy(asked, id => id.source)) {
    const source = sourceNumber(db, name)
    if (source === undefined) continue
    const keys = JSON.stringify(some.map(id => id.key))
    for (const { record, key } of db.all<{ record: number; key: string }>(sql, source, keys))
      found.set(recordId(name, key), { source, name, record, key })
  }
  return asked.flatMap(({ source, key }) => found.get(recordId(source, key)) ?? [])
}

/** The presence rows of a record, oldest first. */
export function historyOf(db: Database, found: FoundRecord): readonly Presence[] {
  const rows = db.all<Row>(
    'SELECT since, until, content FROM presence WHERE source = ? AND record = ? ORDER BY since',
    found.source,
    found.record,
  )
  return rows.map(row => ({ record: found.record, source: found.name, key: found.key, ...row }))
}

/** The content of a record at (published, recorded), with the presence row that holds it and the version that answers. */
export function presenceAt(
  db: Database,
  found: FoundRecord,
  cut: Cut,
): { readonly presence: Presence; readonly version: VersionRow } | undefined {
  const version = versionAt(db, found.source, cut.published, cut.recorded)
  if (!version) return undefined
  const row = db.get<Row>(
    'SELECT since, until, content FROM presence WHERE source = ? AND record = ? AND since <= ? AND until > ?',
    found.source,
    found.record,
    version.published,
    version.published,
  )
  const base = { record: found.record, source: found.name, key: found.key }
  if (version.absence === 'removal') return row && { presence: { ...base, ...row }, version }
  const line = timeLine(db, found.source, found.name, cut)
  const last = stretches(db, line, found.record).at(-1)
  if (!last || last.last !== line.versions.length - 1) return undefined
  const since = line.versions[last.first]?.published ?? version.published
  return {
    presence: { ...base, since, until: row?.content === last.content ? row.until : version.published + 1, content: last.content },
    version,
  }
}
