import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** A database file that is written once: its tables, and for each kind of row where it goes and how many values it has. */
export type RowPlan<Kind extends string> = {
  readonly path: string
  readonly schema: string
  readonly kinds: Readonly<Record<Kind, { readonly into: string; readonly values: number }>>
  /** Run when all rows are there. */
  readonly last: string
}

/** Rows of each kind, their values one after another. */
export type Rows<Kind extends string> = Readonly<Record<Kind, SQLInputValue[]>>

/** So many values go into one statement: most of the cost of a row is the call. */
const VALUES_AT_ONCE = 64

/** The file while it is written; without a journal, so that it is of use only when `end` has come. */
export class RowFile<Kind extends string> {
  readonly #database: DatabaseSync
  readonly #kinds: readonly { readonly kind: Kind; readonly most: number; readonly values: number; put(count: number): StatementSync }[]
  readonly #last: string

  constructor({ path, schema, kinds, last }: RowPlan<Kind>) {
    const database = new DatabaseSync(path)
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000')
    database.exec(schema)
    database.exec('BEGIN')
    this.#database = database
    this.#last = last
    this.#kinds = (Object.keys(kinds) as Kind[]).map(kind => {
      const { into, values } = kinds[kind]
      const prepared = new Map<number, StatementSync>()
      const row = `(${Array(values).fill('?').join(', ')})`
      const put = (count: number) => {
        const known = prepared.get(count) ?? database.prepare(`${into} VALUES ${Array(count).fill(row).join(', ')}`)
        prepared.set(count, known)
        return known
      }
      return { kind, values, most: Math.max(1, Math.floor(VALUES_AT_ONCE / values)), put }
    })
  }

  write(rows: Rows<Kind>): void {
    for (const { kind, most, values, put } of this.#kinds) {
      const given = rows[kind]
      for (let at = 0; at < given.length; at += most * values) {
        const some = given.slice(at, at + most * values)
        put(some.length / values).run(...some)
      }
    }
  }

  end(): void {
    this.#database.exec('COMMIT')
    this.#database.exec(this.#last)
    this.#database.close()
  }

  /** Lets the file go as it is. */
  drop(): void {
    if (this.#database.isOpen) this.#database.close()
  }
}
