import { type Instant, OPEN } from '../model/index.ts'
import type { Database } from './database.ts'
import { type FoundRecord, historyOf, type Stretch, stretches, type TimeLine, timeLine } from './presence.ts'
import { allPresences } from './state.ts'
import type { Presence } from './types.ts'

/** All presence rows as they stood at a recorded instant, source by source, in order of record and since. */
export function* presencesAsRecorded(db: Database, recorded: Instant, source?: string): Generator<Presence> {
  const sources = db.all<{ id: number; name: string }>(
    'SELECT id, name FROM source WHERE ?1 IS NULL OR name = ?1 ORDER BY id',
    source ?? null,
  )
  for (const { id, name } of sources) {
    if (!movedSince(db, id, recorded)) {
      yield* allPresences(db, name)
      continue
    }
    const line = lineOf(db, id, name, recorded)
    const records = db.each<{ record: number; key: string }>(
      'SELECT DISTINCT p.record, r.key FROM presence p JOIN record r ON r.id = p.record WHERE p.source = ? ORDER BY p.record',
      id,
    )
    for (const { record, key } of records) yield* rowsOn(line, { source: id, name, record, key }, stretches(db, line, record))
  }
}

/** The presence rows of a record as they stood at a recorded instant, oldest first. */
export function historyAsRecorded(db: Database, found: FoundRecord, recorded: Instant): readonly Presence[] {
  if (!movedSince(db, found.source, recorded)) return historyOf(db, found)
  const line = lineOf(db, found.source, found.name, recorded)
  return [...rowsOn(line, found, stretches(db, line, found.record))]
}

const movedSince = (db: Database, source: number, recorded: Instant): boolean =>
  db.get('SELECT 1 FROM source_version WHERE source = ? AND accepted > ? AND accepted < ? LIMIT 1', source, recorded, OPEN) !== undefined

const lineOf = (db: Database, source: number, name: string, recorded: Instant): TimeLine =>
  timeLine(db, source, name, { published: OPEN - 1, recorded })

// A version accepted later may have parted a stretch that was one: equal neighbours are joined again.
function* rowsOn({ versions }: TimeLine, { name, record, key }: FoundRecord, walk: readonly Stretch[]): Generator<Presence> {
  const publishedAt = (place: number): Instant => versions[place]?.published ?? OPEN
  let open: Stretch | undefined
  const row = (s: Stretch): Presence => ({
    record,
    source: name,
    key,
    content: s.content,
    since: publishedAt(s.first),
    until: publishedAt(s.last + 1),
  })
  for (const stretch of walk) {
    if (open?.content === stretch.content && open.last === stretch.first - 1) open = { ...open, last: stretch.last }
    else {
      if (open) yield row(open)
      open = stretch
    }
  }
  if (open) yield row(open)
}
