import type { Database } from './database.ts'
import type { ArrivalHead, Outlook } from './types.ts'
import { versionName } from './version-name.ts'
import { countsBefore, stateOf, type VersionRow, versionBefore } from './versions.ts'

/** How many readings of a version have the same lists and properties. */
export type ShapeCount = { readonly lists: string; readonly properties: string; readonly n: number }

/** What a staged version would change against the accepted version before it: the figures the bounds are held against. */
export function lookOut(
  db: Database,
  head: ArrivalHead,
  numbers: { readonly source: number; readonly parser: number; readonly shapes: readonly ShapeCount[] },
  twice: readonly string[],
): Outlook {
  const { source, parser, shapes } = numbers
  const before = versionBefore(db, source, head.published)
  const records = db.get<{ n: number }>('SELECT count(*) AS n FROM stage')?.n ?? 0
  const now = [...shapes, ...knownShapes(db, parser)]
  const counts = countsBefore(db, { source, published: head.published, absence: head.absence }, 'stage')
  const lists: Record<string, { before: number; now: number }> = {}
  for (const { lists: names, n } of now) for (const list of JSON.parse(names) as string[]) count(lists, list, 'now', n)
  for (const { lists: names, n } of before ? shapesAt(db, before, parser) : [])
    for (const list of JSON.parse(names) as string[]) count(lists, list, 'before', n)
  return {
    before: before ? { version: versionName(head.source, before.published), published: before.published, records: before.records } : null,
    records,
    ...counts,
    lists,
    fill: property => {
      const filled = now.filter(s => (JSON.parse(s.properties) as string[]).includes(property)).reduce((sum, s) => sum + s.n, 0)
      return records === 0 ? 0 : filled / records
    },
    twice,
  }
}

function count(lists: Record<string, { before: number; now: number }>, list: string, side: 'before' | 'now', n: number): void {
  const entry = lists[list] ?? { before: 0, now: 0 }
  entry[side] += n
  lists[list] = entry
}

// Staged contents that were read for an earlier version.
function knownShapes(db: Database, parser: number): readonly ShapeCount[] {
  return db.all<ShapeCount>(
    `SELECT lists, properties, count(*) AS n FROM stage JOIN reading ON reading.content = stage.content AND reading.parser = ?
       JOIN shape ON shape.id = reading.shape WHERE NOT EXISTS (SELECT 1 FROM stage_reading WHERE seq = stage.seq) GROUP BY shape.id`,
    parser,
  )
}

function shapesAt(db: Database, version: VersionRow, parser: number): readonly ShapeCount[] {
  const { sql, values } = stateOf(version.source, version.published)
  return db.all<ShapeCount>(
    `SELECT lists, properties, count(*) AS n FROM (${sql}) AS state JOIN reading ON reading.content = state.content AND reading.parser = ?
     JOIN shape ON shape.id = reading.shape GROUP BY shape.id`,
    ...values,
    parser,
  )
}
