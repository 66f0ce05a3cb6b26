import { hash as digest } from 'node:crypto'
import { dayOf, OPEN, type Problem, type RawRecord, type Reading } from '../model/index.ts'
import { connect, type Database } from './database.ts'
import { internParser, internRecord, internShape, internSource, parserNumber, recordId, sourceNumber } from './intern.ts'
import { appendLog } from './log.ts'
import { lookOut, type ShapeCount } from './outlook.ts'
import { packReading, type StoredReading, unpackReading } from './reading-body.ts'
import { returnedRecords, reusedKeys } from './returns.ts'
import { takeIn } from './take-in.ts'
import type { ArrivalHead, Staging, Taken } from './types.ts'
import { versionName } from './version-name.ts'
import { bumpGeneration, countsBefore, holdsStaged, type VersionRow, versionsOfInstant } from './versions.ts'

const STAGE = `
PRAGMA temp.cache_size = -32000;
CREATE TEMP TABLE stage (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, record INTEGER NOT NULL, content INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TEMP TABLE stage_body (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TEMP TABLE stage_reading (seq INTEGER PRIMARY KEY, shape INTEGER NOT NULL,
  problems INTEGER NOT NULL, unread INTEGER NOT NULL, instruments INTEGER NOT NULL, hash BLOB NOT NULL, body TEXT NOT NULL) STRICT;
`

/** Keys that came twice, and stops of records, are remembered up to here: enough to name them, flat in memory. */
const NAMED_AT_MOST = 1000

/**
 * What the data file does not have yet goes by its place in the stage, below zero: `record` and `content` are -seq. At the commit
 * such numbers count on from the highest that the data file has given, so that nothing is looked up a second time.
 *
 * A version on its way in. What is staged lies in temporary tables of a connection of its own and vanishes with it;
 * `commit` is one transaction of the data file.
 */
export function openStaging(path: string, head: ArrivalHead): Staging {
  const db = connect(path, false)
  db.exec(STAGE)
  db.exec('BEGIN')
  const source = sourceNumber(db, head.source) ?? -1
  const parser = parserNumber(db, head.parser) ?? -1
  const desk: Desk = { db, head, source, parser, given: highestIn(db), shapes: new Map(), twice: [], seq: 0, records: 0 }
  let open = true
  const close = () => {
    db.close()
    open = false
  }
  return {
    add: raw => place(desk, raw),
    get records() {
      return desk.records
    },
    unread: () => unread(desk),
    keep: (content, reading) => keepReading(desk, content, reading),
    stops: () => stagedStops(desk),
    suspicions: () => [reusedKeys, returnedRecords].flatMap(look => look(db, { source, published: head.published, parser })),
    outlook: () => lookOut(db, head, { source, parser, shapes: [...desk.shapes.values()] }, desk.twice),
    commit(problems, held) {
      try {
        db.settle()
        return db.write(() => commitStaged(desk, problems, held))
      } finally {
        close()
      }
    },
    discard(reason) {
      if (!open) return
      try {
        db.settle()
        if (reason !== '') db.write(() => appendLog(db, 'version.refused', { ...summary(head), reason }, head.recorded))
      } finally {
        close()
      }
    },
  }
}

type Desk = {
  readonly db: Database
  readonly head: ArrivalHead
  readonly source: number
  readonly parser: number
  /** The highest numbers that the data file had given when staging began. */
  readonly given: Highest
  /** Shapes of the readings staged here, with how many have each. */
  readonly shapes: Map<string, StagedShape>
  readonly twice: string[]
  /** The place given last. */
  seq: number
  records: number
}
type Highest = { readonly record: number; readonly content: number }
type StagedShape = ShapeCount & { readonly id: number; n: number }
type Staged = { readonly seq: number; readonly hash: Uint8Array; readonly body: string | null; readonly content: number }

/**
 * Stages a record under its key. A second record of one key keeps its place beside the first under `KEY#2`, so that no party
 * is lost; which of the two is first follows from their hashes, so that their order in the file does not matter.
 */
function place(desk: Desk, raw: RawRecord): void {
  const hash = digest('sha256', raw.body, 'buffer')
  if (insert(desk, raw, hash)) {
    desk.records += 1
    return
  }
  if (desk.twice.length < NAMED_AT_MOST && !desk.twice.includes(raw.key)) desk.twice.push(raw.key)
  const there = desk.db.get<Staged>(
    'SELECT stage.seq, hash, body, content FROM stage LEFT JOIN stage_body USING (seq) WHERE key = ?',
    raw.key,
  )
  if (!there || hash.equals(there.hash)) return
  const beside = nextKey(raw.key)
  if (hash.compare(there.hash) > 0) {
    place(desk, { key: beside, body: raw.body })
    return
  }
  const body = there.body ?? desk.db.get<{ body: string }>('SELECT body FROM content WHERE id = ?', there.content)?.body ?? ''
  desk.db.run('DELETE FROM stage WHERE seq = ?', there.seq)
  desk.db.run('DELETE FROM stage_body WHERE seq = ?', there.seq)
  insert(desk, raw, hash)
  place(desk, { key: beside, body })
}

const nextKey = (key: string): string => {
  const m = /^(.*)#(\d+)$/s.exec(key)
  return m ? `${m[1]}#${Number(m[2]) + 1}` : `${key}#2`
}

function insert(desk: Desk, raw: RawRecord, hash: Buffer): boolean {
  const { db, source } = desk
  const record = db.get<{ id: number }>('SELECT id FROM record WHERE source = ? AND key = ?', source, raw.key)?.id
  const content =
    record === undefined ? undefined : db.get<{ id: number }>('SELECT id FROM content WHERE record = ? AND hash = ?', record, hash)?.id
  const seq = desk.seq + 1
  const sql = 'INSERT INTO stage (seq, key, record, content, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING'
  if (db.run(sql, seq, raw.key, record ?? -seq, content ?? -seq, hash) === 0) return false
  desk.seq = seq
  if (content === undefined) db.run('INSERT INTO stage_body VALUES (?, ?)', seq, raw.body)
  return true
}

function* unread({ db, parser }: Desk): Generator<{ content: number; raw: RawRecord }> {
  const rows = db.each<{ seq: number; key: string; body: string }>(
    `SELECT stage.seq, key, coalesce(fresh.body, content.body) AS body FROM stage LEFT JOIN stage_body fresh ON fresh.seq = stage.seq
       LEFT JOIN content ON content.id = stage.content
     WHERE NOT EXISTS (SELECT 1 FROM reading WHERE reading.content = stage.content AND parser = ?) ORDER BY stage.seq`,
    parser,
  )
  for (const { seq, key, body } of rows) yield { content: seq, raw: { key, body } }
}

function keepReading({ db, shapes }: Desk, seq: number, reading: Reading | StoredReading): void {
  const r = 'body' in reading ? reading : packReading(reading)
  const name = `${r.lists}\n${r.properties}`
  const shape = shapes.get(name) ?? { id: shapes.size + 1, lists: r.lists, properties: r.properties, n: 0 }
  shape.n += 1
  shapes.set(name, shape)
  const sql = 'INSERT INTO stage_reading VALUES (?, ?, ?, ?, ?, ?, ?)'
  db.run(sql, seq, shape.id, r.problems, r.unread, r.instruments, r.hash, r.body)
}

function stagedStops({ db, source, parser }: Desk): readonly Problem[] {
  const rows = db.each<{ key: string; body: string }>(
    `SELECT key, coalesce(r.body, reading.body) AS body
     FROM stage LEFT JOIN stage_reading r ON r.seq = stage.seq LEFT JOIN reading ON reading.content = stage.content AND reading.parser = ?
     WHERE coalesce(r.problems, reading.problems) > 0 AND NOT EXISTS (
       SELECT 1 FROM presence p WHERE p.source = ? AND p.record = stage.record AND p.content = stage.content) ORDER BY stage.seq`,
    parser,
    source,
  )
  const stops: Problem[] = []
  for (const { key, body } of rows) {
    for (const p of unpackReading(body).problems) if (p.severity === 'stop') stops.push({ ...p, record: p.record ?? key })
    if (stops.length >= NAMED_AT_MOST) break
  }
  return stops
}

function commitStaged(desk: Desk, problems: readonly Problem[], held: string | null): Taken {
  const { db, head } = desk
  const source = internSource(db, head.source)
  lookAgain(desk, source)
  const instants = versionsOfInstant(db, source, head.published)
  const twin = instants.find(v => holdsStaged(db, v))
  if (twin) {
    keepStagedReadings(desk)
    const version = versionName(head.source, twin.published)
    appendLog(db, 'version.same', { ...summary(head), version }, head.recorded)
    return { version, outcome: 'same', records: twin.records, added: 0, removed: 0, reason: null }
  }
  const given = highestIn(db)
  db.run(
    'UPDATE stage SET record = iif(record < 0, ?1 - record, record), content = iif(content < 0, ?2 - content, content) WHERE content < 0',
    given.record,
    given.content,
  )
  db.run('INSERT INTO record (id, source, key) SELECT record, ?, key FROM stage WHERE record > ? ORDER BY seq', source, given.record)
  db.run(
    `INSERT INTO content (id, record, hash, body) SELECT content, record, hash, body FROM stage JOIN stage_body USING (seq)
     WHERE content > ? ORDER BY stage.seq`,
    given.content,
  )
  keepStagedReadings(desk)
  return keepVersion(desk, { source, published: head.published + instants.length, problems, held })
}

const highestIn = (db: Database): Highest =>
  db.get<Highest>('SELECT coalesce((SELECT max(id) FROM record), 0) AS record, coalesce((SELECT max(id) FROM content), 0) AS content') ?? {
    record: 0,
    content: 0,
  }

/** Looks for what was not there while staging, where the data file has given numbers since. */
function lookAgain({ db, given }: Desk, source: number): void {
  const now = highestIn(db)
  if (now.record === given.record && now.content === given.content) return
  db.run(
    'UPDATE stage SET record = coalesce((SELECT id FROM record WHERE source = ? AND key = stage.key), record) WHERE record < 0',
    source,
  )
  db.run(
    'UPDATE stage SET content = coalesce((SELECT id FROM content WHERE record = stage.record AND hash = stage.hash), content) WHERE content < 0',
  )
}

function keepStagedReadings({ db, head, shapes }: Desk): void {
  const parser = internParser(db, head.parser)
  db.exec('CREATE TEMP TABLE stage_shape (id INTEGER PRIMARY KEY, shape INTEGER NOT NULL) STRICT')
  for (const { id, lists, properties } of shapes.values())
    db.run('INSERT INTO stage_shape VALUES (?, ?)', id, internShape(db, lists, properties))
  db.run(
    `INSERT INTO reading (content, parser, shape, problems, unread, instruments, hash, body)
     SELECT stage.content, ?, known.shape, r.problems, r.unread, r.instruments, r.hash, r.body
     FROM stage_reading r JOIN stage ON stage.seq = r.seq JOIN stage_shape known ON known.id = r.shape
     WHERE stage.content > 0 ORDER BY r.seq ON CONFLICT DO NOTHING`,
    parser,
  )
}

type Keeping = { readonly source: number; readonly published: number; readonly problems: readonly Problem[]; readonly held: string | null }

function keepVersion({ db, head }: Desk, { source, published, problems, held }: Keeping): Taken {
  const records = db.get<{ n: number }>('SELECT count(*) AS n FROM stage')?.n ?? 0
  const counts = countsBefore(db, { source, published, absence: head.absence }, 'stage')
  const { id } = db.get<Pick<VersionRow, 'id'>>(
    `INSERT INTO source_version (source, published, basis, recorded, accepted, rendition, files, absence, records, problems, held_for)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    source,
    published,
    head.basis,
    head.recorded,
    OPEN,
    head.rendition,
    JSON.stringify(head.files),
    head.absence,
    records,
    problems.length,
    held,
  ) ?? { id: 0 }
  if (held !== null || head.absence === 'nothing') db.run('INSERT INTO arrival SELECT ?, record, content FROM stage', id)
  if (held === null) {
    takeIn(db, { source, published, absence: head.absence }, { sql: 'SELECT record, content FROM stage', values: [] })
    db.run('UPDATE source_version SET accepted = ? WHERE id = ?', head.recorded, id)
  }
  for (const p of problems) keepProblem(db, id, head.source, p)
  const version = versionName(head.source, published)
  const taken: Taken = { version, outcome: held === null ? 'accepted' : 'held', records, ...counts, reason: held }
  appendLog(db, `version.${taken.outcome}`, { ...summary(head), ...taken }, head.recorded)
  bumpGeneration(db)
  return taken
}

function keepProblem(db: Database, version: number, source: string, p: Problem): void {
  const record = p.record === undefined ? null : internRecord(db, recordId(source, p.record))
  db.run('INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)', version, record, p.severity, p.code, p.field, p.seen, p.expected ?? null)
}

const summary = (head: ArrivalHead) => ({
  source: head.source,
  published: dayOf(head.published),
  basis: head.basis,
  rendition: head.rendition,
  files: head.files,
})
