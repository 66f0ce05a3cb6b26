import { rmSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** A database file that is written once: its tables, and for each kind of row where it goes and how many values it has. */
export type RowPlan<Kind extends string> = {
  readonly path: string
  readonly schema: string
  readonly kinds: Readonly<Record<Kind, { readonly into: string; readonly values: number }>>
  /** Run when all rows are there. */
  readonly last: string
}

/** So many values go into one statement: most of the cost of a row is the call. */
const VALUES_AT_ONCE = 64

/** Rows of one kind that wait, until there are enough for one statement. */
type Waiting = { readonly values: SQLInputValue[]; readonly width: number; readonly most: number; put(count: number): StatementSync }

/** The file while it is written; without a journal, so that it is of use only when `end` has come. */
export class RowFile<Kind extends string> {
  readonly #database: DatabaseSync
  readonly #plan: RowPlan<Kind>
  readonly #waiting: Readonly<Record<string, Waiting>>

  constructor(plan: RowPlan<Kind>) {
    rmSync(plan.path, { force: true })
    const database = new DatabaseSync(plan.path)
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -4000')
    database.exec(plan.schema)
    database.exec('BEGIN')
    this.#database = database
    this.#plan = plan
    this.#waiting = Object.fromEntries((Object.keys(plan.kinds) as Kind[]).map(kind => [kind, waitingFor(database, plan.kinds[kind])]))
  }

  /** Adds a row; rows of one kind are written in their order, together with others. */
  add(kind: Kind, ...row: readonly SQLInputValue[]): void {
    const waiting = this.#waiting[kind] as Waiting
    waiting.values.push(...row)
    if (waiting.values.length === waiting.most * waiting.width) flush(waiting)
  }

  /** Runs a statement over what has been added so far. */
  run(sql: string, ...values: readonly SQLInputValue[]): void {
    for (const waiting of Object.values(this.#waiting)) flush(waiting)
    this.#database.prepare(sql).run(...values)
  }

  /** Rows of what has been added so far. */
  all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    for (const waiting of Object.values(this.#waiting)) flush(waiting)
    return this.#database.prepare(sql).all(...values) as Row[]
  }

  /** The file is whole when it returns. */
  end(): void {
    for (const waiting of Object.values(this.#waiting)) flush(waiting)
    this.#database.exec('COMMIT')
    this.#database.exec(this.#plan.last)
    this.#database.close()
  }

  /** Gives up and removes the file. */
  drop(): void {
    if (this.#database.isOpen) this.#database.close()
    rmSync(this.#plan.path, { force: true })
  }
}

function waitingFor(database: DatabaseSync, { into, values: width }: { readonly into: string; readonly values: number }): Waiting {
  const prepared = new Map<number, StatementSync>()
  const row = `(${Array(width).fill('?').join(', ')})`
  const put = (count: number) => {
    const known = prepared.get(count) ?? database.prepare(`${into} VALUES ${Array(count).fill(row).join(', ')}`)
    prepared.set(count, known)
    return known
  }
  return { values: [], width, most: Math.max(1, Math.floor(VALUES_AT_ONCE / width)), put }
}

function flush({ values, width, put }: Waiting): void {
  if (values.length === 0) return
  put(values.length / width).run(...values)
  values.length = 0
}
