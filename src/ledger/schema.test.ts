import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { LEDGER_FILE, openLedger } from './ledger.ts'
import { kitOf, lettersParser } from './suite-kit.ts'

const options = { now: () => 1_700_000_000, parsers: lettersParser() }
const isError = (code: string) => (error: unknown) => error instanceof WhoListsError && error.code === code

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A ledger with one version, closed again, and its file changed by hand. */
async function changed(folder: string, sql: string): Promise<void> {
  const kit = kitOf({ fresh: () => openLedger(folder, options), again: () => openLedger(folder, options) })
  const ledger = await kit.open()
  await kit.take(ledger, { published: 1000, records: { a: 'A', b: 'B' } })
  await ledger.close()
  const db = new DatabaseSync(join(folder, LEDGER_FILE))
  db.exec(sql)
  db.close()
}

test('a data folder written by a newer program is refused, for reading too, and left as it is', () =>
  inFolder(async folder => {
    await changed(folder, 'PRAGMA user_version = 99')
    await assert.rejects(openLedger(folder, options), isError('data.newer'))
    await assert.rejects(openLedger(folder, { ...options, readOnly: true }), isError('data.newer'))
  }))

test('derived tables of another form are emptied and filled again from the texts kept', () =>
  inFolder(async folder => {
    await changed(folder, "UPDATE meta SET value = 0 WHERE name = 'derived'; ALTER TABLE reading RENAME COLUMN body TO words")
    await assert.rejects(openLedger(folder, { ...options, readOnly: true }), isError('index.not-ready'))
    const ledger = await openLedger(folder, options)
    const at = { published: 1000, recorded: 9_000_000_000 }
    assert.equal((await ledger.recordAt('s:a', at))?.reading.parties[0]?.id, 's:a', 'it answers before it is filled')
    assert.equal(await ledger.rebuildReadings('s'), 2)
    assert.equal((await ledger.recordAt('s:a', at))?.reading.parties[0]?.id, 's:a')
    assert.equal((await ledger.verifyLog()).broken, null)
    await ledger.close()
    await (await openLedger(folder, { ...options, readOnly: true })).close()
  }))

test('a line of the log that was changed or taken out is found', () =>
  inFolder(async folder => {
    await changed(folder, `UPDATE log SET body = replace(body, '"records":2', '"records":3') WHERE kind = 'version.accepted'`)
    const ledger = await openLedger(folder, options)
    assert.deepEqual(await ledger.verifyLog(), { lines: 1, broken: 2 })
    await ledger.close()
  }))

test('reading where nothing was ever written says so', () =>
  inFolder(async folder => {
    await assert.rejects(openLedger(folder, { ...options, readOnly: true }), isError('input.missing-file'))
  }))
