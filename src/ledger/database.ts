import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { WhoListsError } from '../model/index.ts'

/** One connection to a database file, its statements kept prepared. Nothing here knows a table. */
export type Database = {
  readonly path: string
  all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
  get<Row>(sql: string, ...values: readonly SQLInputValue[]): Row | undefined
  /** The rows one by one, under one snapshot until the last is taken or the loop is left. */
  each<Row>(sql: string, ...values: readonly SQLInputValue[]): IterableIterator<Row>
  /** How many rows the statement changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number
  exec(sql: string): void
  /** What `work` returns, all its changes as one transaction: kept whole, or not at all where it throws. */
  write<Result>(work: () => Result): Result
  /** Ends a transaction that was begun by hand, unless an error has ended it already. */
  settle(): void
  close(): void
}

/** Milliseconds to wait for another connection of the same data folder. */
const BUSY_TIMEOUT_MS = 10_000

/** SQLite's result codes for a disk without room: SQLITE_FULL, and a write that the system cut short. */
const NO_ROOM = new Set([13, 778])

/**
 * A connection to an existing or new database file.
 *
 * Writers use a write-ahead log, so that readers never wait, and flush it at each commit, so that a commit outlives a
 * power failure.
 */
export function connect(path: string, readOnly: boolean): Database {
  const database = guarded(path, () => new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS }))
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const fresh = database.prepare(sql)
    statements.set(sql, fresh)
    return fresh
  }
  const guard = <Result>(work: () => Result) => guarded(path, work)
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = FILE')
  // A reader looks up single rows; several threads read, so that each keeps little.
  database.exec(`PRAGMA cache_size = ${readOnly ? -1000 : -16000}`)
  return {
    path,
    all: <Row>(sql: string, ...values: readonly SQLInputValue[]) => guard(() => prepared(sql).all(...values) as Row[]),
    get: <Row>(sql: string, ...values: readonly SQLInputValue[]) => guard(() => prepared(sql).get(...values) as Row | undefined),
    // A loop of its own statement: the same question may be asked again while this one is still being answered.
    each: <Row>(sql: string, ...values: readonly SQLInputValue[]) => database.prepare(sql).iterate(...values) as IterableIterator<Row>,
    run: (sql, ...values) => guard(() => Number(prepared(sql).run(...values).changes)),
    exec: sql => guard(() => database.exec(sql)),
    write: work => inTransaction(database, guard, work),
    settle: () => {
      if (database.isTransaction) guard(() => database.exec('COMMIT'))
    },
    close: () => {
      statements.clear()
      database.close()
    },
  }
}

function inTransaction<Result>(database: DatabaseSync, guard: <R>(work: () => R) => R, work: () => Result): Result {
  guard(() => database.exec('BEGIN IMMEDIATE'))
  try {
    const result = work()
    guard(() => database.exec('COMMIT'))
    return result
  } catch (error) {
    // SQLite ends the transaction itself after some errors, a full disk among them.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (isFull(error)) throw new WhoListsError('data.full', { path }, error)
    throw error
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && NO_ROOM.has(error.errcode)
