import type { Instant, Judgement } from '../model/index.ts'
import type { Database } from './database.ts'
import { internRecord, recordId } from './intern.ts'
import { appendLog } from './log.ts'
import { findRecord } from './presence.ts'
import { bumpGeneration } from './versions.ts'

type JudgementRow = {
  readonly a_source: string
  readonly a_key: string
  readonly b_source: string
  readonly b_key: string
  readonly verdict: Judgement['verdict']
  readonly reason: string
  readonly score: number | null
  readonly by: string
  readonly recorded: Instant
}

const SELECT = `
SELECT sa.name AS a_source, ra.key AS a_key, sb.name AS b_source, rb.key AS b_key, verdict, reason, score, by, recorded
FROM judgement j JOIN record ra ON ra.id = j.a JOIN source sa ON sa.id = ra.source JOIN record rb ON rb.id = j.b JOIN source sb ON sb.id = rb.source`

/** Adds judgements and a line of the log for each, in one transaction. */
export function addJudgements(db: Database, judgements: readonly Judgement[]): void {
  if (judgements.length === 0) return
  db.write(() => {
    for (const j of judgements) {
      const sql = 'INSERT INTO judgement (a, b, verdict, reason, score, by, recorded) VALUES (?, ?, ?, ?, ?, ?, ?)'
      db.run(sql, internRecord(db, j.a), internRecord(db, j.b), j.verdict, j.reason, j.score ?? null, j.by, j.recorded)
      appendLog(db, 'judgement', j, j.recorded)
    }
    bumpGeneration(db)
  })
}

/** Judgements, oldest first: all, or those on one record. */
export function readJudgements(db: Database, record?: string): readonly Judgement[] {
  const number = record === undefined ? undefined : findRecord(db, record)?.record
  if (record !== undefined && number === undefined) return []
  const rows =
    number === undefined
      ? db.all<JudgementRow>(`${SELECT} ORDER BY j.id`)
      : db.all<JudgementRow>(`${SELECT} WHERE j.a = ?1 OR j.b = ?1 ORDER BY j.id`, number)
  return rows.map(row => ({
    a: recordId(row.a_source, row.a_key),
    b: recordId(row.b_source, row.b_key),
    verdict: row.verdict,
    reason: row.reason,
    ...(row.score === null ? {} : { score: row.score }),
    by: row.by,
    recorded: row.recorded,
  }))
}

/** Entity by record at a recorded instant; a record that is not in it is an entity of its own id. */
export function readMemberships(db: Database, recorded: Instant): ReadonlyMap<string, string> {
  const rows = db.each<{ source: string; key: string; entity_source: string; entity_key: string }>(
    `SELECT s.name AS source, r.key, es.name AS entity_source, er.key AS entity_key
     FROM membership m JOIN record r ON r.id = m.record JOIN source s ON s.id = r.source
       JOIN record er ON er.id = m.entity JOIN source es ON es.id = er.source
     WHERE m.since <= ? AND m.until > ?`,
    recorded,
    recorded,
  )
  const entities = new Map<string, string>()
  for (const row of rows) entities.set(recordId(row.source, row.key), recordId(row.entity_source, row.entity_key))
  return entities
}

/** Makes memberships what `next` says from an instant on, in one transaction; what they were before that instant stays. */
export function replaceMemberships(db: Database, next: ReadonlyMap<string, string>, recorded: Instant): void {
  const now = readMemberships(db, recorded)
  const ended = [...now].filter(([record, entity]) => next.get(record) !== entity).map(([record]) => record)
  const begun = [...next].filter(([record, entity]) => now.get(record) !== entity)
  if (ended.length + begun.length === 0) return
  db.write(() => {
    for (const id of ended) {
      const record = internRecord(db, id)
      db.run('DELETE FROM membership WHERE record = ? AND since = ?', record, recorded)
      db.run('UPDATE membership SET until = ?2 WHERE record = ?1 AND since < ?2 AND until > ?2', record, recorded)
    }
    for (const [record, entity] of begun) {
      db.run('INSERT INTO membership VALUES (?, ?, 9999999999, ?)', internRecord(db, record), recorded, internRecord(db, entity))
    }
    appendLog(db, 'memberships', { ended: ended.length, begun: begun.length }, recorded)
    bumpGeneration(db)
  })
}
