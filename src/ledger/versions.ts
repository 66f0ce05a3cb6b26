import { type Basis, type Instant, OPEN, type SourceVersion, WhoListsError } from '../model/index.ts'
import type { Database } from './database.ts'
import type { KnownVersion } from './types.ts'
import { readVersionName, versionName } from './version-name.ts'

/** A row of `source_version`. */
export type VersionRow = {
  readonly id: number
  readonly source: number
  readonly published: Instant
  readonly basis: Basis
  readonly recorded: Instant
  readonly accepted: Instant
  readonly rendition: string
  readonly files: string
  readonly absence: 'removal' | 'nothing'
  readonly records: number
  readonly problems: number
  readonly held_for: string | null
}

/** A version as the interface gives it. */
export function knownVersion(row: VersionRow & { readonly name: string }): KnownVersion {
  return {
    id: row.id,
    name: versionName(row.name, row.published),
    source: row.name,
    published: row.published,
    basis: row.basis,
    recorded: row.recorded,
    accepted: row.accepted,
    rendition: row.rendition,
    files: JSON.parse(row.files) as SourceVersion['files'],
    records: row.records,
    heldFor: row.held_for,
    problems: row.problems,
  }
}

/**
 * The version a name, or a day of a known source, stands for.
 *
 * @throws `version.unknown` where there is none
 */
export function findVersion(db: Database, text: string, source?: string): VersionRow & { readonly name: string } {
  const named = readVersionName(text, source)
  const rows = named
    ? db.all<VersionRow & { name: string }>(
        'SELECT v.*, s.name FROM source_version v JOIN source s ON s.id = v.source WHERE s.name = ? AND published BETWEEN ? AND ? ORDER BY published',
        named.source,
        named.from,
        named.to,
      )
    : []
  const [first, last] = [rows[0], rows.at(-1)]
  const found = named?.first && first?.published === named.from ? first : last
  if (!found)
    throw new WhoListsError('version.unknown', { version: source === undefined || text.includes('/') ? text : `${source}/${text}` })
  return found
}

/** The newest version of a source that was published by one instant and accepted by another. */
export function versionAt(db: Database, source: number, published: Instant, recorded: Instant): VersionRow | undefined {
  const sql = 'SELECT * FROM source_version WHERE source = ? AND published <= ? AND accepted <= ? ORDER BY published DESC LIMIT 1'
  return db.get<VersionRow>(sql, source, published, Math.min(recorded, OPEN - 1))
}

/** The accepted version before an instant. */
export const versionBefore = (db: Database, source: number, published: Instant): VersionRow | undefined =>
  versionAt(db, source, published - 1, OPEN - 1)

/** The versions that stand at an instant and at the seconds after it without a gap: the publications of one day. */
export function versionsOfInstant(db: Database, source: number, published: Instant): readonly VersionRow[] {
  const rows: VersionRow[] = []
  for (;;) {
    const row = db.get<VersionRow>('SELECT * FROM source_version WHERE source = ? AND published = ?', source, published + rows.length)
    if (!row) return rows
    rows.push(row)
  }
}

/** True where the version in the table `stage` has just the records and contents of one that is there. */
export function holdsStaged(db: Database, version: VersionRow): boolean {
  const { n } = db.get<{ n: number }>('SELECT count(*) AS n FROM stage') ?? { n: 0 }
  if (n !== version.records) return false
  const { sql, values } = arrivedIn(version)
  const other = db.get(`SELECT 1 FROM stage WHERE content < 0 OR (record, content) NOT IN (${sql}) LIMIT 1`, ...values)
  return other === undefined
}

/** A SELECT of the (record, content) that came in a version. */
export function arrivedIn(version: VersionRow): { readonly sql: string; readonly values: readonly number[] } {
  if (version.accepted === OPEN || version.absence === 'nothing')
    return { sql: 'SELECT record, content FROM arrival WHERE version = ?', values: [version.id] }
  return stateOf(version.source, version.published)
}

/** A SELECT of the (record, content) that a source holds at an instant. */
export const stateOf = (source: number, instant: Instant): { readonly sql: string; readonly values: readonly number[] } => ({
  sql: 'SELECT record, content FROM presence WHERE source = ? AND since <= ? AND until > ?',
  values: [source, instant, instant],
})

/** How many records of a table are new against the accepted version before an instant, and how many it takes away. */
export function countsBefore(
  db: Database,
  version: Pick<VersionRow, 'source' | 'published' | 'absence'>,
  table: string,
): { readonly added: number; readonly removed: number } {
  const before = versionBefore(db, version.source, version.published)
  const { sql, values } = stateOf(version.source, before?.published ?? -1)
  const added = `SELECT count(*) AS n FROM ${table} WHERE record IS NULL OR record NOT IN (SELECT record FROM (${sql}))`
  const removed = `SELECT count(*) AS n FROM (${sql}) WHERE record NOT IN (SELECT record FROM ${table} WHERE record IS NOT NULL)`
  const count = (query: string) => db.get<{ n: number }>(query, ...values)?.n ?? 0
  return { added: count(added), removed: version.absence === 'nothing' ? 0 : count(removed) }
}

/** Tells readers that something is new. Runs inside the caller's transaction. */
export const bumpGeneration = (db: Database): number => db.run("UPDATE meta SET value = value + 1 WHERE name = 'generation'")
