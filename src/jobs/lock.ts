import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WhoListsError } from '../model/index.ts'

/** A held lock of a data folder. */
export type Lock = { release(): void }

/** Who holds a lock: process number, and what it runs. */
export type Holder = { readonly pid: number; readonly command: string }

const LOCK_FILE = 'writer.lock'

/** Milliseconds to wait while another process reads or writes the holder's name. */
const NAME_TIMEOUT_MS = 200

/**
 * The writer's lock of a data folder, for one process at a time.
 *
 * The lock is the operating system's own on a small SQLite file, so that a process that dies, however it dies, leaves it free:
 * there are no stale locks to judge. The file names the holder for whoever finds it locked.
 *
 * @throws `data.locked` with the folder and the holder's process number and command; `data.unusable`
 */
export function lockData(folder: string, holder: Holder): Lock {
  makeFolder(folder)
  const path = join(folder, LOCK_FILE)
  const db = new DatabaseSync(path, { timeout: NAME_TIMEOUT_MS })
  const locked = (cause: unknown) => {
    const other = readHolder(db)
    db.close()
    return new WhoListsError('data.locked', { folder, pid: other?.pid ?? 'unknown', command: other?.command ?? 'unknown' }, cause)
  }
  try {
    // One short transaction writes the name; a second, never committed, keeps other writers out but lets them read the name.
    db.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL, command TEXT NOT NULL); DELETE FROM holder')
    db.prepare('INSERT INTO holder VALUES (?, ?)').run(holder.pid, holder.command)
    db.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    if (!isBusy(error)) {
      db.close()
      throw error
    }
    throw locked(error)
  }
  return {
    release() {
      if (db.isOpen) db.close()
    },
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new WhoListsError('data.unusable', { folder, reason: (error as NodeJS.ErrnoException).code ?? String(error) }, error)
  }
}

function readHolder(db: DatabaseSync): Holder | undefined {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
    const row = db.prepare('SELECT pid, command FROM holder').get() as Holder | undefined
    return row && { pid: row.pid, command: row.command }
  } catch (error) {
    // The holder is just taking the lock and has not written its name yet.
    if (isBusy(error) || (error instanceof Error && error.message.includes('no such table'))) return undefined
    throw error
  }
}

const SQLITE_BUSY = 5

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === SQLITE_BUSY
