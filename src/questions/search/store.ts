import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { EntityJson } from '../types.ts'

/** The tables of an entity store: the entities of one index generation as they are presented now, and what they are searched by. */
export const STORE_SCHEMA = `
CREATE TABLE entity (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, caption TEXT NOT NULL, schema TEXT NOT NULL, target INTEGER NOT NULL, in_force INTEGER,
  first_seen TEXT, last_seen TEXT, last_change TEXT, richness INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
-- Records of an entity that is not called as they are.
CREATE TABLE member (record TEXT PRIMARY KEY, entity INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- A property belongs to the group of its type ('countries'), and is searched by it too; '' is no group.
CREATE TABLE field (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (name, kind)) STRICT;
CREATE TABLE value (field INTEGER NOT NULL, value TEXT NOT NULL, entity INTEGER NOT NULL) STRICT;
CREATE TABLE edge (entity INTEGER NOT NULL, property TEXT NOT NULL, other INTEGER NOT NULL, body TEXT, PRIMARY KEY (entity, property, other)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(names, text, content='', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
`

/** What is made of the tables once they are filled: so many values are sorted faster together than one by one. */
export const STORE_INDEX = 'CREATE INDEX IF NOT EXISTS value_entity ON value (field, value, entity)'

/** The form of an entity store; raised with each change of its tables. */
export const STORE_FORMAT = 7

/** The entities of one index generation. Read only; a new generation is a new file. */
export type EntityStore = {
  /** The entity that an id leads to, its own or a member's; null where none is known. */
  entityOf(id: string): string | null
  get(entity: string): EntityJson | null
  /** The same as JSON text, with whether a list holds it today. */
  stored(entity: string): { readonly text: string; readonly inForce: boolean | null } | null
  /** Whether a list holds it today, as built; null where no listing of it is known at all. */
  inForce(entity: string): boolean | null
  all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
  /** Of a field or a group of fields what each entity has in it, as a SELECT of (value, entity); null where no entity has any. */
  valuesOf(field: string): string | null
  readonly count: number
  close(): void
}

/** Opens the entity store of a generation. */
export function openEntityStore(path: string): EntityStore {
  // Nobody writes to it any more: SQLite need neither lock it nor look for a journal at each question.
  const unchanging = new URL('?immutable=1', pathToFileURL(path))
  const database = new DatabaseSync(unchanging, { readOnly: true })
  database.exec('PRAGMA cache_size = -1000')
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const fresh = database.prepare(sql)
    statements.set(sql, fresh)
    return fresh
  }
  const all = <Row>(sql: string, ...values: readonly SQLInputValue[]) => prepared(sql).all(...values) as Row[]
  const one = <Row>(sql: string, ...values: readonly SQLInputValue[]) => prepared(sql).get(...values) as Row | undefined
  const fields = all<{ id: number; name: string; kind: string }>('SELECT id, name, kind FROM field')
  const stored: EntityStore['stored'] = entity => {
    const row = one<{ body: string; in_force: number | null }>('SELECT body, in_force FROM entity WHERE name = ?', entity)
    return row ? { text: row.body, inForce: isInForce(row.in_force) } : null
  }
  return {
    entityOf(id) {
      const own = one<{ name: string }>('SELECT name FROM entity WHERE name = ?', id)
      return (
        own?.name ??
        one<{ name: string }>('SELECT e.name FROM member m JOIN entity e ON e.id = m.entity WHERE m.record = ?', id)?.name ??
        null
      )
    },
    get(entity) {
      const found = stored(entity)
      return found ? (JSON.parse(found.text) as EntityJson) : null
    },
    stored,
    inForce(entity) {
      const row = one<{ in_force: number | null }>('SELECT in_force FROM entity WHERE name = ?', entity)
      return row ? isInForce(row.in_force) : null
    },
    all,
    valuesOf(field) {
      const known = OTHERWISE_KEPT[field]
      if (known !== undefined) return known
      const ids = fields.filter(f => f.name === field || f.kind === field).map(f => f.id)
      return ids.length === 0 ? null : `(SELECT value, entity FROM value WHERE field IN (${ids.join(', ')}))`
    },
    count: one<{ n: number }>('SELECT count(*) AS n FROM entity')?.n ?? 0,
    close: () => database.close(),
  }
}

/** Fields that are no rows of `value`. */
const OTHERWISE_KEPT: Readonly<Record<string, string>> = {
  target: "(SELECT iif(target, 'true', 'false') AS value, id AS entity FROM entity)",
  referents: '(SELECT name AS value, id AS entity FROM entity UNION ALL SELECT record, entity FROM member)',
}

const isInForce = (stored: number | null): boolean | null => (stored === null ? null : stored === 1)
