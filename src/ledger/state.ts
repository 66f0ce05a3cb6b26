import { type Instant, inBatches, OPEN, type Reading } from '../model/index.ts'
import { connect, type Database } from './database.ts'
import { sourceNumber } from './intern.ts'
import { stretches, timeLine } from './presence.ts'
import type { Readings } from './readings.ts'
import type { Presence } from './types.ts'

/** Runs a loop over a connection of its own, so that it sees one snapshot and hinders nobody. */
export function* overSnapshot<Row>(path: string, rows: (db: Database) => Iterable<Row>): Generator<Row> {
  const db = connect(path, true)
  try {
    yield* rows(db)
  } finally {
    db.close()
  }
}

const PRESENCES = `SELECT p.record, s.name AS source, r.key, p.content, p.since, p.until
  FROM presence p JOIN source s ON s.id = p.source JOIN record r ON r.id = p.record`

/** All presence rows, source by source, in order of record and since. */
export function* allPresences(db: Database, source?: string): Generator<Presence> {
  const rows =
    source === undefined
      ? db.each<Presence>(`${PRESENCES} ORDER BY p.source, p.record, p.since`)
      : db.each<Presence>(`${PRESENCES} WHERE p.source = ? ORDER BY p.record, p.since`, sourceNumber(db, source) ?? -1)
  for (const { record, source, key, content, since, until } of rows) yield { record, source, key, content, since, until }
}

/** The records of a source at an instant, with their readings; `recorded` leaves out versions accepted later. */
export function* stateAt(
  db: Database,
  readings: Readings,
  source: string,
  times: { readonly instant: Instant; readonly recorded: Instant },
): Generator<Presence & { readonly reading: Reading }> {
  const number = sourceNumber(db, source) ?? -1
  const line = timeLine(db, number, source, { published: times.instant, recorded: times.recorded })
  const newest = line.versions.at(-1)
  // Where silence means nothing, a version accepted later may show in `presence`: what came before is folded anew.
  const later = newest?.absence === 'nothing' && acceptedLater(db, number, times)
  const rows = later ? foldedState(db, line) : heldAt(db, number, newest?.published ?? -1)
  for (const some of inBatches(rows, BATCH)) {
    const read = readings.readings(some.map(row => row.content))
    for (const row of some) {
      const reading = read.get(row.content)
      if (reading) yield { ...row, reading }
    }
  }
}

/** Readings fetched at once. */
const BATCH = 200

const acceptedLater = (db: Database, source: number, times: { readonly instant: Instant; readonly recorded: Instant }): boolean =>
  db.get(
    'SELECT 1 FROM source_version WHERE source = ? AND published <= ? AND accepted > ? AND accepted < ? LIMIT 1',
    source,
    times.instant,
    times.recorded,
    OPEN,
  ) !== undefined

const heldAt = (db: Database, source: number, instant: Instant): Iterable<Presence> =>
  db.each<Presence>(`${PRESENCES} WHERE p.source = ?1 AND p.since <= ?2 AND p.until > ?2 ORDER BY p.record`, source, instant)

function* foldedState(db: Database, line: ReturnType<typeof timeLine>): Generator<Presence> {
  const records = db.each<{ record: number; key: string }>(
    'SELECT DISTINCT p.record, r.key FROM presence p JOIN record r ON r.id = p.record WHERE p.source = ? ORDER BY p.record',
    line.source,
  )
  for (const { record, key } of records) {
    const last = stretches(db, line, record).at(-1)
    const newest = line.versions.at(-1)
    if (!last || !newest || last.last !== line.versions.length - 1) continue
    const since = line.versions[last.first]?.published ?? newest.published
    yield { record, source: line.name, key, content: last.content, since, until: newest.published + 1 }
  }
}
