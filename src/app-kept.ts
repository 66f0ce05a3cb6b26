// Kept screenings as the command line, the workers and the server reach them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clock } from './app-reading.ts'
import type { Config } from './config.ts'
import { enforceRetention, KEPT_FILE, type KeptStore, type LogLine, openKept } from './jobs/index.ts'
import { openLedger } from './ledger/index.ts'

/** The kept screenings of a data folder with the log that seals them; the file is made where there is none. */
export function keptOf(config: Config): { readonly store: KeptStore; readonly log: LogLine; close(): void } {
  const store = openKept(config.data)
  return { store, log: logTo(config), close: () => store.close() }
}

// One line is one short transaction: it needs no writer's lock, and waits for whoever writes just now.
const logTo =
  (config: Config): LogLine =>
  async (kind, body, recorded) => {
    const ledger = await openLedger(config.data, { now: clock, parsers: () => undefined })
    try {
      await ledger.log(kind, body, recorded)
    } finally {
      await ledger.close()
    }
  }

/** Erases the screenings that were kept for longer than the settings say; gives their ids. */
export async function forgetOld(config: Config): Promise<readonly string[]> {
  if (config.keepDays === 0 || !existsSync(join(config.data, KEPT_FILE))) return []
  const kept = keptOf(config)
  try {
    return await enforceRetention(kept.store, kept.log, config.keepDays, clock())
  } finally {
    kept.close()
  }
}
