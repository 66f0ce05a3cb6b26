import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openLedger } from './ledger.ts'
import { ledgerSuite } from './suite.ts'
import type { Ledger } from './types.ts'

const folders = new Map<Ledger, string>()
after(() => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true })
})

ledgerSuite({
  async fresh(parsers) {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
    const ledger = await openLedger(folder, { now: () => 1_700_000_000, parsers })
    folders.set(ledger, folder)
    return ledger
  },
  again: async (ledger, parsers) => openLedger(folders.get(ledger) ?? '', { now: () => 1_700_000_000, parsers }),
})
