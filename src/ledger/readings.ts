import type { RawRecord, Reading } from '../model/index.ts'
import type { Database } from './database.ts'
import { internParser, internShape, parserNumber } from './intern.ts'
import { DESIGNATIONS, designationsIn, packReading, type StoredReading, unpackReading } from './reading-body.ts'
import type { Parsers } from './types.ts'
import { bumpGeneration } from './versions.ts'

/** A stored reading's text and the hash of its facts. */
export type ReadingRow = { readonly body: string; readonly hash: Uint8Array }

type ContentRow = { readonly key: string; readonly body: string; readonly source: string }

/** Readings of contents under each source's current parser; where none is stored yet, the content is parsed on the spot. */
export type Readings = {
  reading(content: number): Reading | null
  /** Several at once; contents that are not there are left out. */
  readings(contents: readonly number[]): ReadonlyMap<number, Reading>
  /** What each of several contents says of listings, for many whose other statements are not needed. */
  designations(contents: readonly number[]): ReadonlyMap<number, Reading['designations']>
  /** The stored form, for comparing without unpacking. */
  row(content: number, parser?: string): ReadingRow | null
  /** The stored forms of several contents of one source, by content. */
  rows(source: string, contents: readonly number[], parser?: string): ReadonlyMap<number, ReadingRow>
}

/** Reads readings over one connection. */
export function openReadings(db: Database, parsers: Parsers): Readings {
  const numbers = new Map<string, number>()
  const numberOf = (parser: string): number => {
    const number = numbers.get(parser) ?? parserNumber(db, parser) ?? -1
    if (number > 0) numbers.set(parser, number)
    return number
  }
  const row = (content: number, parser?: string): ReadingRow | null => {
    const known = contentRow(db, content)
    if (!known) return null
    const current = parsers(known.source)
    const wanted = parser ?? current?.parser
    const stored = wanted === undefined ? newestReading(db, content) : storedReading(db, content, numberOf(wanted))
    if (stored) return stored
    // A content whose parser is of another number, or gone, is read by what there is.
    if (!current || (parser !== undefined && parser !== current.parser)) return newestReading(db, content) ?? null
    return packReading(current.parse({ key: known.key, body: contentBody(db, content) }))
  }
  // Of many contents the stored text, or a part of it; `given` makes of it what is wanted, of either.
  const each = <Part>(contents: readonly number[], part: string, given: (text: string) => Part, other: (reading: Reading) => Part) => {
    const stored = new Map<number, Part>()
    for (const { content, name, text } of textsOf(db, contents, part))
      if (parsers(sourceOfParser(name))?.parser === name) stored.set(content, given(text))
    const found = new Map<number, Part>()
    for (const content of contents) {
      const one = stored.get(content) ?? partOf(row(content), other)
      if (one !== undefined) found.set(content, one)
    }
    return found
  }
  return {
    row,
    rows(source, contents, parser) {
      const wanted = parser ?? parsers(source)?.parser
      const stored = wanted === undefined ? [] : storedReadings(db, contents, numberOf(wanted))
      const found = new Map<number, ReadingRow>(stored.map(one => [one.content, one]))
      for (const content of contents) {
        const other = found.has(content) ? null : row(content, parser)
        if (other) found.set(content, other)
      }
      return found
    },
    reading(content) {
      const found = row(content)
      return found && unpackReading(found.body)
    },
    readings: contents => each(contents, 'body', unpackReading, reading => reading),
    designations: contents => each(contents, DESIGNATIONS, designationsIn, reading => reading.designations),
  }
}

const partOf = <Part>(row: ReadingRow | null, part: (reading: Reading) => Part) => (row ? part(unpackReading(row.body)) : undefined)

/** A record's text as it arrived. */
function contentBody(db: Database, content: number): string {
  return db.get<{ body: string }>('SELECT body FROM content WHERE id = ?', content)?.body ?? ''
}

const contentRow = (db: Database, content: number) =>
  db.get<Omit<ContentRow, 'body'>>(
    'SELECT r.key, s.name AS source FROM content c JOIN record r ON r.id = c.record JOIN source s ON s.id = r.source WHERE c.id = ?',
    content,
  )

const storedReading = (db: Database, content: number, parser: number) =>
  db.get<ReadingRow>('SELECT body, hash FROM reading WHERE content = ? AND parser = ?', content, parser)

const storedReadings = (db: Database, contents: readonly number[], parser: number) =>
  db.all<ReadingRow & { readonly content: number }>(
    'SELECT content, body, hash FROM reading WHERE parser = ? AND content IN (SELECT value FROM json_each(?))',
    parser,
    JSON.stringify(contents),
  )

// A parser is named after its source, and reads no other's contents.
const sourceOfParser = (name: string) => name.slice(0, name.lastIndexOf('@'))

const textsOf = (db: Database, contents: readonly number[], part: string) =>
  db.all<{ readonly content: number; readonly name: string; readonly text: string }>(
    `SELECT content, name, ${part} AS text FROM reading JOIN parser ON parser.id = parser WHERE content IN (SELECT value FROM json_each(?))`,
    JSON.stringify(contents),
  )

const newestReading = (db: Database, content: number) =>
  db.get<ReadingRow>('SELECT body, hash FROM reading WHERE content = ? ORDER BY parser DESC LIMIT 1', content)

/** Contents read again in one transaction. */
const BATCH = 2000

/**
 * Reads every content of a source that has no reading under its current parser, from the texts kept, and returns how many.
 * Readings of parsers older than the one before are dropped. It may be stopped between batches and started again.
 *
 * @param anew whether contents that the current parser has read already are read again
 * @param progress called with contents done and contents in all
 */
export function* rereadContents(
  db: Database,
  source: string,
  parsers: Parsers,
  anew = false,
): Generator<{ readonly done: number; readonly total: number }> {
  const current = parsers(source)
  if (!current) return
  const missing = `FROM content c JOIN record r ON r.id = c.record JOIN source s ON s.id = r.source WHERE s.name = ?1
    AND (?2 < 0 OR NOT EXISTS (SELECT 1 FROM reading WHERE content = c.id AND parser = ?2))`
  const parser = db.write(() => internParser(db, current.parser))
  const unread = anew ? -1 : parser
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${missing}`, source, unread)?.n ?? 0
  for (let [done, last] = [0, 0]; done < total; ) {
    const rows = db.all<RawRecord & { id: number }>(
      `SELECT c.id, r.key, c.body ${missing} AND c.id > ?3 ORDER BY c.id LIMIT ${BATCH}`,
      source,
      unread,
      last,
    )
    if (rows.length === 0) break
    const read = rows.map(({ id, key, body }) => ({ id, stored: packReading(current.parse({ key, body })) }))
    db.write(() => {
      for (const { id, stored } of read) keepReadingRow(db, id, parser, stored)
    })
    last = rows.at(-1)?.id ?? last
    done += rows.length
    yield { done, total }
  }
  if (total > 0) db.write(() => dropOldReadings(db, source, parser))
}

function keepReadingRow(db: Database, content: number, parser: number, r: StoredReading): void {
  const sql = `INSERT INTO reading (content, parser, shape, problems, unread, instruments, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET shape = excluded.shape, problems = excluded.problems, unread = excluded.unread,
      instruments = excluded.instruments, hash = excluded.hash, body = excluded.body`
  db.run(sql, content, parser, internShape(db, r.lists, r.properties), r.problems, r.unread, r.instruments, r.hash, r.body)
}

function dropOldReadings(db: Database, source: string, parser: number): void {
  const contents = 'SELECT c.id FROM content c JOIN record r ON r.id = c.record JOIN source s ON s.id = r.source WHERE s.name = ?'
  const before = db.get<{ id: number | null }>(
    `SELECT max(parser) AS id FROM reading WHERE parser <> ? AND content IN (${contents})`,
    parser,
    source,
  )?.id
  if (before) db.run(`DELETE FROM reading WHERE parser NOT IN (?, ?) AND content IN (${contents})`, parser, before, source)
  bumpGeneration(db)
}
