import { type Instant, WhoListsError } from '../model/index.ts'
import type { Database } from './database.ts'
import { appendLog } from './log.ts'

/** The schema this program writes. A file with a higher number was written by a newer program and is refused. */
const SCHEMA = 1

/** The form of the derived tables. Where a file has another, they are emptied, and filled again by `rebuildReadings`. */
const DERIVED = 1

/** Marks a SQLite file as a ledger ("WLL1"). */
const APPLICATION = 0x574c4c31

/**
 * What arrived and what was judged: never derived, never thrown away.
 *
 * Times are seconds since 1970 UTC, intervals [since, until), 9999999999 is open. Publishers move on published time
 * (`presence`), we move on recorded time (`membership`); the two tables have one shape.
 */
const KEPT = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- What arrived. A version's state never changes.
CREATE TABLE source_version (
  id        INTEGER PRIMARY KEY,
  source    INTEGER NOT NULL,
  published INTEGER NOT NULL,          -- place on the source's own time line
  basis     TEXT    NOT NULL,          -- stated | given | filename | header
  recorded  INTEGER NOT NULL,          -- when it reached us
  accepted  INTEGER NOT NULL,          -- when it came into force here; open while held
  rendition TEXT    NOT NULL,          -- 'xml', 'csv: sdn alt add comments'
  files     TEXT    NOT NULL,          -- JSON [{name, sha256, sizeBytes}] into the archive
  absence   TEXT    NOT NULL,          -- removal | nothing: what it means that a record is not in it
  records   INTEGER NOT NULL,
  problems  INTEGER NOT NULL,
  held_for  TEXT,                      -- why it was held, kept after its acceptance
  UNIQUE (source, published)) STRICT;
-- What the publisher wrote, once for each wording of a record.
CREATE TABLE record  (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, key TEXT NOT NULL, UNIQUE (source, key)) STRICT;
CREATE TABLE content (id INTEGER PRIMARY KEY, record INTEGER NOT NULL, hash BLOB NOT NULL, body TEXT NOT NULL, UNIQUE (record, hash)) STRICT;
-- Which accepted versions hold which content: maximal intervals over published time.
CREATE TABLE presence (
  source INTEGER NOT NULL, record INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, content INTEGER NOT NULL,
  PRIMARY KEY (source, record, since)) STRICT, WITHOUT ROWID;
-- What came in a version that is held, or in one whose silence about a record means nothing.
CREATE TABLE arrival (version INTEGER NOT NULL, record INTEGER NOT NULL, content INTEGER NOT NULL,
  PRIMARY KEY (version, record)) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_record ON arrival (record);
CREATE TABLE problem (version INTEGER NOT NULL, record INTEGER, severity TEXT NOT NULL, code TEXT NOT NULL, field TEXT NOT NULL,
  seen TEXT NOT NULL, expected TEXT) STRICT;
CREATE INDEX problem_version ON problem (version);
-- What we judged, and the entities that follow, as intervals over recorded time.
CREATE TABLE judgement (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  score REAL, by TEXT NOT NULL, recorded INTEGER NOT NULL) STRICT;
CREATE INDEX judgement_a ON judgement (a);
CREATE INDEX judgement_b ON judgement (b);
CREATE TABLE membership (record INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, entity INTEGER NOT NULL,
  PRIMARY KEY (record, since)) STRICT, WITHOUT ROWID;
CREATE INDEX membership_entity ON membership (entity);
-- All that happened: hash = sha256(previous hash, recorded, kind, body).
CREATE TABLE log (seq INTEGER PRIMARY KEY, recorded INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
`

/** How parsers read the contents: rebuilt at will. `hash` covers the facts read, not the words they stand in. */
const DERIVED_TABLES = `
CREATE TABLE parser (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- What readings have in common, for the bounds: how many designations on which lists, which properties filled.
CREATE TABLE shape (id INTEGER PRIMARY KEY, lists TEXT NOT NULL, properties TEXT NOT NULL, UNIQUE (lists, properties)) STRICT;
CREATE TABLE reading (
  content INTEGER NOT NULL, parser INTEGER NOT NULL, shape INTEGER NOT NULL,
  problems INTEGER NOT NULL, unread INTEGER NOT NULL, instruments INTEGER NOT NULL,
  hash BLOB NOT NULL, body TEXT NOT NULL, UNIQUE (content, parser)) STRICT;
`

/**
 * Brings a data file to this program's schema: a new file is laid out, an older one carried over, derived tables of
 * another form emptied.
 *
 * @throws `data.newer` where the file was written by a newer program
 */
export function prepareSchema(db: Database, now: () => Instant): void {
  const found = checkKnown(db)
  const derived = found === 0 ? 0 : derivedForm(db)
  if (found === SCHEMA && derived === DERIVED) return
  db.write(() => {
    if (found === 0) db.exec(`PRAGMA application_id = ${APPLICATION};${KEPT}`)
    db.exec('DROP TABLE IF EXISTS reading; DROP TABLE IF EXISTS shape; DROP TABLE IF EXISTS parser')
    db.exec(DERIVED_TABLES)
    db.run("INSERT INTO meta VALUES ('derived', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", DERIVED)
    db.run("INSERT INTO meta VALUES ('generation', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1")
    db.exec(`PRAGMA user_version = ${SCHEMA}`)
    appendLog(db, 'ledger.prepared', { schema: SCHEMA, before: found, derived: DERIVED }, now())
  })
}

/**
 * The schema of a data file, 0 for an empty one.
 *
 * @throws `data.newer` where the file was written by a newer program
 */
export function checkKnown(db: Database): number {
  const found = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  if (found > SCHEMA) throw new WhoListsError('data.newer', { found, known: SCHEMA })
  return found
}

/** True where the derived tables have the form this program reads. */
export const derivedIsCurrent = (db: Database): boolean => derivedForm(db) === DERIVED

const derivedForm = (db: Database): number => db.get<{ value: number }>("SELECT value FROM meta WHERE name = 'derived'")?.value ?? 0
