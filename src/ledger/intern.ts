import type { Database } from './database.ts'

/** Splits a record's id at its first colon; an id without one (another system's) has no source. */
export function splitRecordId(id: string): { readonly source: string; readonly key: string } {
  const at = id.indexOf(':')
  return at < 0 ? { source: '', key: id } : { source: id.slice(0, at), key: id.slice(at + 1) }
}

/** The id of a record: `<source>:<key>`. */
export const recordId = (source: string, key: string): string => (source === '' ? key : `${source}:${key}`)

/** A source's number, given where it has none yet. */
export function internSource(db: Database, name: string): number {
  return sourceNumber(db, name) ?? newNumber(db, 'INSERT INTO source (name) VALUES (?) RETURNING id', name)
}

/** A source's number, if it has one. */
export const sourceNumber = (db: Database, name: string): number | undefined =>
  db.get<{ id: number }>('SELECT id FROM source WHERE name = ?', name)?.id

/** A record's number, given where it has none yet: judgements may speak of records that have not arrived. */
export function internRecord(db: Database, id: string): number {
  const { source, key } = splitRecordId(id)
  const number = internSource(db, source)
  return recordNumber(db, number, key) ?? newNumber(db, 'INSERT INTO record (source, key) VALUES (?, ?) RETURNING id', number, key)
}

/** A record's number, if it has one. */
export const recordNumber = (db: Database, source: number, key: string): number | undefined =>
  db.get<{ id: number }>('SELECT id FROM record WHERE source = ? AND key = ?', source, key)?.id

/** A parser's number, given where it has none yet. */
export function internParser(db: Database, name: string): number {
  return parserNumber(db, name) ?? newNumber(db, 'INSERT INTO parser (name) VALUES (?) RETURNING id', name)
}

/** A parser's number, if it has one. */
export const parserNumber = (db: Database, name: string): number | undefined =>
  db.get<{ id: number }>('SELECT id FROM parser WHERE name = ?', name)?.id

/** The number of a shape of readings, given where it has none yet. */
export function internShape(db: Database, lists: string, properties: string): number {
  return (
    db.get<{ id: number }>('SELECT id FROM shape WHERE lists = ? AND properties = ?', lists, properties)?.id ??
    newNumber(db, 'INSERT INTO shape (lists, properties) VALUES (?, ?) RETURNING id', lists, properties)
  )
}

function newNumber(db: Database, sql: string, ...values: readonly (string | number)[]): number {
  const row = db.get<{ id: number }>(sql, ...values)
  if (!row) throw new Error(`no number was given by: ${sql}`)
  return row.id
}
