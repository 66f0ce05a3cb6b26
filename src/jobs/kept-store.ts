import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type Database } from '../ledger/index.ts'
import { type Instant, WhoListsError } from '../model/index.ts'
import type { KeptQuestion, KeptState } from './kept-types.ts'

/** The file of kept screenings in the data folder. */
export const KEPT_FILE = 'screenings.sqlite'

/** A screening as it is kept; `salt` is what its seal in the ledger's log was made with. */
export type KeptRow = {
  readonly id: string
  readonly kept: Instant
  readonly matcher: string
  readonly question: KeptQuestion
  readonly state: KeptState
  /** The answer's bytes as UTF-8 text. */
  readonly answer: string
  readonly sha256: string
  readonly salt: string
}

/** Kept screenings, in a database of their own: what is erased here never touches the ledger. */
export type KeptStore = {
  add(row: KeptRow): void
  /** @throws screening.unknown */
  get(id: string): KeptRow
  /** Newest first. */
  all(): Iterable<KeptRow>
  /** Ids kept before an instant. */
  before(instant: Instant): readonly string[]
  /** Erases them, their pages overwritten; gives the ids that were there. */
  erase(ids: readonly string[]): readonly string[]
  close(): void
}

const SCHEMA = 1

const TABLE = `
CREATE TABLE screening (
  id TEXT PRIMARY KEY, kept INTEGER NOT NULL, matcher TEXT NOT NULL, question TEXT NOT NULL, state TEXT NOT NULL,
  answer TEXT NOT NULL, sha256 TEXT NOT NULL, salt TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX screening_kept ON screening (kept);
PRAGMA user_version = ${SCHEMA};
`

/**
 * Opens the kept screenings of a data folder, made where there are none; only the folder's owner may read them.
 *
 * @throws data.newer, data.full
 */
export function openKept(data: string): KeptStore {
  const path = join(data, KEPT_FILE)
  closeSync(openSync(path, 'a', 0o600))
  const db = connect(path, false)
  db.exec('PRAGMA secure_delete = ON')
  try {
    prepare(db)
  } catch (error) {
    db.close()
    throw error
  }
  return {
    add(row) {
      const { id, kept, matcher, question, state, answer, sha256, salt } = row
      const values = [id, kept, matcher, JSON.stringify(question), JSON.stringify(state), answer, sha256, salt]
      db.write(() => db.run('INSERT INTO screening VALUES (?, ?, ?, ?, ?, ?, ?, ?)', ...values))
    },
    get(id) {
      const row = db.get<Stored>('SELECT * FROM screening WHERE id = ?', id)
      if (!row) throw new WhoListsError('screening.unknown', { id })
      return keptRow(row)
    },
    *all() {
      for (const row of db.each<Stored>('SELECT * FROM screening ORDER BY kept DESC, id')) yield keptRow(row)
    },
    before: instant => db.all<{ id: string }>('SELECT id FROM screening WHERE kept < ? ORDER BY kept, id', instant).map(r => r.id),
    erase(ids) {
      const gone = db.write(() => ids.filter(id => db.run('DELETE FROM screening WHERE id = ?', id) > 0))
      // The write-ahead log may still hold pages as they were.
      if (gone.length > 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return gone
    },
    close: () => db.close(),
  }
}

type Stored = Omit<KeptRow, 'question' | 'state'> & { readonly question: string; readonly state: string }

const keptRow = (row: Stored): KeptRow => ({
  ...row,
  question: JSON.parse(row.question) as KeptQuestion,
  state: JSON.parse(row.state) as KeptState,
})

function prepare(db: Database): void {
  const version = () => db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  if (version() > SCHEMA) throw new WhoListsError('data.newer', { found: version(), known: SCHEMA })
  if (version() === SCHEMA) return
  db.write(() => {
    if (version() === 0) db.exec(TABLE)
  })
}
