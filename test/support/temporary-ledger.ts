import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../../src/intake/index.ts'
import { type ImportReport, importFiles } from '../../src/jobs/index.ts'
import { type Ledger, openLedger } from '../../src/ledger/index.ts'
import { type Day, type Instant, startOfDay } from '../../src/model/index.ts'
import { loadSources, type Sources } from '../../src/sources/index.ts'

/** The folder of the curated base in this checkout. */
export const BASE_FOLDER = join(import.meta.dirname, '../../data/facts')

/** A ledger in a folder of its own, with the sources of this checkout unless others are given. `close` removes the folder. */
export type TemporaryLedger = {
  readonly ledger: Ledger
  readonly sources: Sources
  /** Takes files and folders in. */
  take(...paths: readonly string[]): Promise<ImportReport>
  /** The clock: one second later with each question to it. */
  readonly now: () => Instant
  /** Sets the clock to the beginning of a day. */
  setDay(day: Day): void
  /** A folder for files that go with the ledger. */
  readonly folder: string
  close(): Promise<void>
}

/** Opens an empty ledger whose clock begins on `day`. */
export async function temporaryLedger(options: { readonly day?: Day; readonly sources?: Sources } = {}): Promise<TemporaryLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-'))
  const sources = options.sources ?? (await loadSources())
  let clock = startOfDay(options.day ?? '2026-11-25')
  const now = () => clock++
  const byId = new Map(sources.all.map(s => [s.id, s]))
  const ledger = await openLedger(join(folder, 'data'), { now, parsers: id => byId.get(id) })
  const archive = openArchive(join(folder, 'archive'), () => String(clock++))
  return {
    ledger,
    sources,
    take: (...paths) => importFiles({ paths, ledger, archive, sources, now }),
    now,
    setDay(day) {
      clock = startOfDay(day)
    },
    folder,
    async close() {
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
