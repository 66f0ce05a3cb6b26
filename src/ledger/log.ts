import { createHash } from 'node:crypto'
import type { Instant } from '../model/index.ts'
import type { Database } from './database.ts'
import type { LogCheck, LogLine } from './types.ts'

type Row = { readonly seq: number; readonly recorded: Instant; readonly kind: string; readonly body: string; readonly hash: Uint8Array }

/** Before the first line. */
const NOTHING = new Uint8Array(32)

/** Adds one line, chained to the line before. Runs inside the caller's transaction. */
export function appendLog(db: Database, kind: string, body: unknown, recorded: Instant): void {
  const last = db.get<Pick<Row, 'hash'>>('SELECT hash FROM log ORDER BY seq DESC LIMIT 1')
  const text = JSON.stringify(body)
  db.run(
    'INSERT INTO log (recorded, kind, body, hash) VALUES (?, ?, ?, ?)',
    recorded,
    kind,
    text,
    lineHash(last?.hash ?? NOTHING, recorded, kind, text),
  )
}

/** The lines after a number, oldest first, under one snapshot. */
export function* readLog(db: Database, after: number): Generator<LogLine> {
  for (const row of db.each<Row>('SELECT * FROM log WHERE seq > ? ORDER BY seq', after)) {
    const { seq, recorded, kind, body, hash } = row
    yield { seq, recorded, kind, body: JSON.parse(body) as unknown, hash: Buffer.from(hash).toString('hex') }
  }
}

/** Computes the chain again: how many lines hold, and the first that does not follow from the one before. */
export function checkLog(db: Database): LogCheck {
  let [previous, lines]: [Uint8Array, number] = [NOTHING, 0]
  for (const row of db.each<Row>('SELECT * FROM log ORDER BY seq')) {
    const expected = lineHash(previous, row.recorded, row.kind, row.body)
    if (row.seq !== lines + 1 || !expected.equals(row.hash)) return { lines, broken: row.seq }
    previous = row.hash
    lines += 1
  }
  return { lines, broken: null }
}

/** The hash of a line: sha256 over the previous hash, then recorded, kind and body, a line feed between each. */
const lineHash = (previous: Uint8Array, recorded: Instant, kind: string, body: string): Buffer =>
  createHash('sha256').update(previous).update(`${recorded}\n${kind}\n${body}`).digest()
