import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, OPEN, WhoListsError } from '../model/index.ts'
import { acceptHeld } from './accept.ts'
import { attest } from './attest.ts'
import { connect, type Database } from './database.ts'
import { diffVersions } from './diff.ts'
import { instrumentsOf, problemsOf, unreadFieldsOf } from './figures.ts'
import { sourceNumber } from './intern.ts'
import { addJudgements, readJudgements, readMemberships, replaceMemberships } from './judgements.ts'
import { appendLog, checkLog, readLog } from './log.ts'
import { findRecord, historyOf, presenceAt } from './presence.ts'
import { historyAsRecorded, presencesAsRecorded } from './presence-recorded.ts'
import { openReadings, type Readings, rereadContents } from './readings.ts'
import { checkKnown, derivedIsCurrent, prepareSchema } from './schema.ts'
import { openStaging } from './staging.ts'
import { allPresences, overSnapshot, stateAt } from './state.ts'
import type { Ledger, OpenOptions, Parsers } from './types.ts'
import { versionName } from './version-name.ts'
import { findVersion, knownVersion, type VersionRow, versionAt } from './versions.ts'

/** The ledger's file in the data folder. */
export const LEDGER_FILE = 'ledger.sqlite'

type Named = VersionRow & { readonly name: string }
type Parts = {
  readonly db: Database
  readonly path: string
  readonly parsers: Parsers
  readonly readings: Readings
  readonly readOnly: boolean
}

const VERSIONS = 'SELECT v.*, s.name FROM source_version v JOIN source s ON s.id = v.source'

/**
 * Opens the ledger of a data folder, laid out anew where there is none.
 *
 * @throws `data.newer` where a newer program wrote it; `input.missing-file` where it is opened for reading and is not there
 */
export async function openLedger(folder: string, options: OpenOptions): Promise<Ledger> {
  const { readOnly = false, parsers } = options
  const path = join(folder, LEDGER_FILE)
  if (readOnly && !existsSync(path)) throw new WhoListsError('input.missing-file', { path })
  if (!readOnly) mkdirSync(folder, { recursive: true })
  const db = connect(path, readOnly)
  try {
    if (readOnly) checkKnown(db)
    else prepareSchema(db, options.now)
    if (readOnly && !derivedIsCurrent(db)) throw new WhoListsError('index.not-ready')
  } catch (error) {
    db.close()
    throw error
  }
  const parts: Parts = { db, path, parsers, readOnly, readings: openReadings(db, parsers) }
  return { ...writing(parts), ...reading(parts), ...judging(parts), close: async () => db.close() }
}

function writing({ db, path, parsers }: Parts): Pick<Ledger, 'stage' | 'accept' | 'rebuildReadings' | 'log'> {
  return {
    stage: async head => openStaging(path, head),
    accept: async (version, reason, by, recorded) => acceptHeld(db, { version, reason, by, recorded }),
    async rebuildReadings(source, { progress, anew } = {}) {
      let read = 0
      for (const { done, total } of rereadContents(db, source, parsers, anew)) {
        read = done
        progress?.(done, total)
        await new Promise(resolve => setImmediate(resolve))
      }
      return read
    },
    log: async (kind, body, recorded) => db.write(() => appendLog(db, kind, body, recorded)),
  }
}

function reading(
  parts: Parts,
): Omit<Ledger, 'stage' | 'accept' | 'rebuildReadings' | 'log' | 'close' | 'judge' | 'judgements' | 'memberships' | 'keepMemberships'> {
  const { db, path, parsers, readings } = parts
  return {
    versions: async source =>
      (source === undefined
        ? db.all<Named>(`${VERSIONS} ORDER BY s.name, published`)
        : db.all<Named>(`${VERSIONS} WHERE s.name = ? ORDER BY published`, source)
      ).map(knownVersion),
    problems: async version => problemsOf(db, findVersion(db, version), parsers),
    unreadFields: async version => unreadFieldsOf(db, findVersion(db, version), parsers),
    async versionAt(source, { published, recorded }) {
      const row = versionAt(db, sourceNumber(db, source) ?? -1, published, recorded)
      return row ? knownVersion({ ...row, name: source }) : null
    },
    sources: async () =>
      db
        .all<{ name: string }>(
          'SELECT name FROM source s WHERE EXISTS (SELECT 1 FROM source_version WHERE source = s.id AND accepted < ?) ORDER BY name',
          OPEN,
        )
        .map(s => s.name),
    async *presences(source, recorded) {
      yield* overSnapshot(path, own => (recorded === undefined ? allPresences(own, source) : presencesAsRecorded(own, recorded, source)))
    },
    reading: async content => readings.reading(content),
    readings: async contents => readings.readings(contents),
    async recordHistory(record, recorded) {
      const found = findRecord(db, record)
      if (!found) return []
      return recorded === undefined ? historyOf(db, found) : historyAsRecorded(db, found, recorded)
    },
    async recordAt(record, cut) {
      const found = findRecord(db, record)
      const at = found && presenceAt(db, found, cut)
      const one = at && readings.reading(at.presence.content)
      return at && one ? { ...at.presence, reading: one, version: versionName(at.presence.source, at.version.published) } : null
    },
    async *state(source, instant, recorded = OPEN) {
      yield* overSnapshot(path, own => stateAt(own, openReadings(own, parsers), source, { instant, recorded }))
    },
    diff: (source, from, to, pair) => diffVersions(db, readings, { source, from, to }, pair),
    attestations: async (records, cut) => attest(parts, records, cut),
    instruments: async recorded => instrumentsOf(db, newestVersions(db, recorded), parsers),
    async *logLines(since = 0) {
      yield* overSnapshot(path, own => readLog(own, since))
    },
    verifyLog: async () => checkLog(db),
    generation: async () => db.get<{ value: number }>("SELECT value FROM meta WHERE name = 'generation'")?.value ?? 0,
  }
}

function judging({ db }: Parts): Pick<Ledger, 'judge' | 'judgements' | 'memberships' | 'keepMemberships'> {
  return {
    judge: async judgements => addJudgements(db, judgements),
    judgements: async record => readJudgements(db, record),
    memberships: async (recorded: Instant) => readMemberships(db, recorded),
    keepMemberships: async (next, recorded) => replaceMemberships(db, next, recorded),
  }
}

const newestVersions = (db: Database, recorded = OPEN - 1): readonly Named[] =>
  db.all<Named>(
    `${VERSIONS} WHERE accepted <= ?1 AND published = (SELECT max(published) FROM source_version WHERE source = v.source AND accepted <= ?1) ORDER BY s.name`,
    recorded,
  )
