import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../../src/intake/index.ts'
import { type ImportReport, importFiles } from '../../src/jobs/index.ts'
import { type Ledger, openLedger } from '../../src/ledger/index.ts'
import { type Instant, startOfDay } from '../../src/model/index.ts'
import { loadSources, type Sources } from '../../src/sources/index.ts'

/** The folder of the curated base in this checkout. */
export const BASE_FOLDER = join(import.meta.dirname, '../../data/facts')

/** A ledger in a folder of its own, with the sources of this checkout. `close` removes the folder. */
export type TemporaryLedger = {
  readonly ledger: Ledger
  readonly sources: Sources
  /** Takes files and folders in; the clock stands at `now`, one second later with each question to it. */
  take(...paths: readonly string[]): Promise<ImportReport>
  readonly now: () => Instant
  close(): Promise<void>
}

/** Opens an empty ledger whose clock begins on `day`. */
export async function temporaryLedger(day = '2026-11-25'): Promise<TemporaryLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-'))
  const sources = await loadSources()
  let clock = startOfDay(day)
  const now = () => clock++
  const byId = new Map(sources.all.map(s => [s.id, s]))
  const ledger = await openLedger(folder, { now, parsers: id => byId.get(id) })
  const archive = openArchive(join(folder, 'archive'), () => String(clock++))
  return {
    ledger,
    sources,
    now,
    take: (...paths) => importFiles({ paths, ledger, archive, sources, now }),
    async close() {
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
