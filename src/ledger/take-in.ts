import { type Instant, OPEN } from '../model/index.ts'
import type { Database } from './database.ts'

/** A version about to come into force. */
export type Entering = { readonly source: number; readonly published: Instant; readonly absence: 'removal' | 'nothing' }

const TABLES = `
CREATE TEMP TABLE IF NOT EXISTS arriving (record INTEGER PRIMARY KEY, content INTEGER NOT NULL, next INTEGER NOT NULL) STRICT;
CREATE TEMP TABLE IF NOT EXISTS ending (record INTEGER PRIMARY KEY, since INTEGER NOT NULL, until INTEGER NOT NULL,
  content INTEGER NOT NULL, next INTEGER NOT NULL) STRICT;
DELETE FROM arriving; DELETE FROM ending;
`

/**
 * Puts a version's records into `presence` at its place on the source's time line, whatever stands before or after it.
 *
 * For each record, `next` is the instant from which a later accepted version decides about it: the next version, or, where
 * later versions' silence means nothing, the next that holds it. Then, as HEART's three steps have it:
 *
 *     before      A A A A A|        one record, standing content A, a version at p brings B
 *     1, 2        A A|   A A|       the standing row is cut at p; its tail from `next` on stays
 *     3           A A|B B|A A|      B fills the gap, or, where B already starts at `next`, begins at p instead
 *
 * Runs inside the caller's transaction. The version itself must not be accepted yet.
 *
 * @param fill a SELECT of (record, content) of the version, with its values
 */
export function takeIn(db: Database, version: Entering, fill: { readonly sql: string; readonly values: readonly number[] }): void {
  const { source, published: p, absence } = version
  const next = firstAfter(db, version, 'removal')
  db.exec(TABLES)
  db.run(`INSERT INTO arriving SELECT record, content, ? FROM (${fill.sql})`, next, ...fill.values)
  db.run(
    `INSERT INTO ending SELECT standing.record, since, until, standing.content, ?3
     FROM presence standing LEFT JOIN arriving ON arriving.record = standing.record
     WHERE source = ?1 AND since <= ?2 AND until > ?2
       AND ${absence === 'removal' ? 'arriving.content IS NOT standing.content' : 'arriving.content <> standing.content'}`,
    source,
    p,
    next,
  )
  if (firstAfter(db, version, 'nothing') < OPEN) for (const table of ['arriving', 'ending']) shortenNext(db, table, version)
  db.run(
    `DELETE FROM arriving WHERE EXISTS (SELECT 1 FROM presence standing WHERE source = ?1 AND standing.record = arriving.record
       AND since <= ?2 AND until > ?2 AND standing.content = arriving.content)`,
    source,
    p,
  )
  db.run(
    'UPDATE presence SET until = ?2 FROM ending WHERE presence.source = ?1 AND presence.record = ending.record AND presence.since = ending.since',
    source,
    p,
  )
  db.run('INSERT INTO presence SELECT ?, record, next, until, content FROM ending WHERE until > next', source)
  const begunAtNext = 'source = ?1 AND later.record = arriving.record AND later.since = arriving.next AND later.content = arriving.content'
  db.run(
    `INSERT INTO presence SELECT ?1, record, ?2, next, content FROM arriving WHERE NOT EXISTS (SELECT 1 FROM presence later WHERE ${begunAtNext})`,
    source,
    p,
  )
  db.run(`UPDATE presence AS later SET since = ?2 FROM arriving WHERE ${begunAtNext}`, source, p)
  db.exec('DELETE FROM arriving; DELETE FROM ending')
}

/** The first accepted version after this one whose silence has the given meaning; open where there is none. */
function firstAfter(db: Database, version: Entering, absence: Entering['absence']): Instant {
  const row = db.get<{ next: number | null }>(
    'SELECT min(published) AS next FROM source_version WHERE source = ? AND published > ? AND accepted < ? AND absence = ?',
    version.source,
    version.published,
    OPEN,
    absence,
  )
  return row?.next ?? OPEN
}

function shortenNext(db: Database, table: string, version: Entering): void {
  db.run(
    `UPDATE ${table} SET next = min(next, coalesce((
       SELECT min(v.published) FROM arrival JOIN source_version v ON v.id = arrival.version
       WHERE arrival.record = ${table}.record AND v.source = ? AND v.published > ? AND v.accepted < ?), ${OPEN}))`,
    version.source,
    version.published,
    OPEN,
  )
}
