import type { Instrument, Problem } from '../model/index.ts'
import type { Database } from './database.ts'
import { recordId } from './intern.ts'
import { unpackReading } from './reading-body.ts'
import type { Parsers, UnreadField } from './types.ts'
import { arrivedIn, type VersionRow } from './versions.ts'

type ProblemRow = {
  readonly key: string | null
  readonly severity: Problem['severity']
  readonly code: string
  readonly field: string
  readonly seen: string
  readonly expected: string | null
}

/** What was odd about a version: found while it was read, then what its parser found in its records. */
export function problemsOf(db: Database, version: VersionRow & { readonly name: string }, parsers: Parsers): readonly Problem[] {
  const own = db.all<ProblemRow>(
    'SELECT r.key, p.severity, p.code, p.field, p.seen, p.expected FROM problem p LEFT JOIN record r ON r.id = p.record WHERE version = ? ORDER BY p.rowid',
    version.id,
  )
  const ofRecords = readingsWith(db, version, parsers, 'problems').flatMap(({ key, body }) =>
    unpackReading(body).problems.map(p => ({ ...p, record: p.record ?? key })),
  )
  return [...own.map(problemOf), ...ofRecords]
}

function problemOf(row: ProblemRow): Problem {
  const { key, severity, code, field, seen, expected } = row
  return { code, severity, field, seen, ...(expected === null ? {} : { expected }), ...(key === null ? {} : { record: key }) }
}

/** Fields of a version that its parser did not consume, by field, the most frequent first. */
export function unreadFieldsOf(db: Database, version: VersionRow & { readonly name: string }, parsers: Parsers): readonly UnreadField[] {
  const counts = new Map<string, number>()
  for (const { body } of readingsWith(db, version, parsers, 'unread'))
    for (const { field } of unpackReading(body).unread) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1))
}

function readingsWith(
  db: Database,
  version: VersionRow & { readonly name: string },
  parsers: Parsers,
  count: 'problems' | 'unread' | 'instruments',
) {
  const state = arrivedIn(version)
  return db.all<{ key: string; body: string }>(
    `SELECT record.key, reading.body FROM (${state.sql}) AS state JOIN reading ON reading.content = state.content
       JOIN parser ON parser.id = reading.parser JOIN record ON record.id = state.record
     WHERE parser.name = ? AND reading.${count} > 0 ORDER BY record.key`,
    ...state.values,
    parsers(version.name)?.parser ?? '',
  )
}

/** Instruments of the newest accepted version of each source, by id; where two records give one, the first record by id. */
export function instrumentsOf(
  db: Database,
  newest: readonly (VersionRow & { readonly name: string })[],
  parsers: Parsers,
): ReadonlyMap<string, Instrument & { readonly record: string }> {
  const found = new Map<string, Instrument & { readonly record: string }>()
  for (const version of newest)
    for (const { key, body } of readingsWith(db, version, parsers, 'instruments'))
      for (const instrument of unpackReading(body).instruments)
        if (!found.has(instrument.id)) found.set(instrument.id, { ...instrument, record: recordId(version.name, key) })
  return found
}
