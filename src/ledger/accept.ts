import { type Instant, OPEN, WhoListsError } from '../model/index.ts'
import type { Database } from './database.ts'
import { appendLog } from './log.ts'
import { takeIn } from './take-in.ts'
import type { Taken } from './types.ts'
import { versionName } from './version-name.ts'
import { bumpGeneration, countsBefore, findVersion } from './versions.ts'

/** Who accepts which version, why and when. */
export type Acceptance = { readonly version: string; readonly reason: string; readonly by: string; readonly recorded: Instant }

/**
 * Brings a held version into force, as one more late arrival, in one transaction.
 *
 * @throws `version.unknown`, `version.not-held`
 */
export function acceptHeld(db: Database, { version, reason, by, recorded }: Acceptance): Taken {
  const found = findVersion(db, version)
  const name = versionName(found.name, found.published)
  if (found.accepted < OPEN) throw new WhoListsError('version.not-held', { version: name })
  return db.write(() => {
    db.exec('CREATE TEMP TABLE IF NOT EXISTS accepting (record INTEGER PRIMARY KEY) STRICT; DELETE FROM accepting')
    db.run('INSERT INTO accepting SELECT record FROM arrival WHERE version = ?', found.id)
    const counts = countsBefore(db, found, 'accepting')
    takeIn(db, found, { sql: 'SELECT record, content FROM arrival WHERE version = ?', values: [found.id] })
    db.run('UPDATE source_version SET accepted = ? WHERE id = ?', recorded, found.id)
    if (found.absence === 'removal') db.run('DELETE FROM arrival WHERE version = ?', found.id)
    const taken: Taken = { version: name, outcome: 'accepted', records: found.records, ...counts, reason }
    appendLog(db, 'version.accepted', { source: found.name, ...taken, by, heldFor: found.held_for }, recorded)
    bumpGeneration(db)
    return taken
  })
}
