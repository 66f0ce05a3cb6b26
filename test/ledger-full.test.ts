import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { openDesk, people, smallFile, smallSource } from '../src/jobs/import-kit.ts'
import { OPEN, WhoListsError } from '../src/model/index.ts'

const NOW = { published: OPEN - 1, recorded: OPEN - 1 }
const isFull = (error: unknown) => error instanceof WhoListsError && error.code === 'data.full'
const sources = [smallSource('alpha', { bounds: { min: 1, maxLoss: 1, maxGain: 1000 } })]
/** A list that hardly compresses fills the archive; one that compresses well fits there and fills the ledger. */
const LISTS = {
  archive: smallFile(
    'alpha 2020-02-01',
    Array.from({ length: 4000 }, (_, i) => `k${i}|${randomBytes(600).toString('base64')}|L`),
  ),
  ledger: smallFile(
    'alpha 2020-02-01',
    Array.from({ length: 4000 }, (_, i) => `k${i}|${'same words '.repeat(80)}|L`),
  ),
}

const mounted = (folder: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

for (const [what, text] of Object.entries(LISTS))
  test(`a disk without room for the ${what} leaves the state before, and with room the import goes through`, async t => {
    const folder = mkdtempSync(join(tmpdir(), 'full-'))
    if (!mounted(folder)) {
      rmSync(folder, { recursive: true })
      t.skip('a file system of 3 MB can be mounted by root only')
      return
    }
    const files = mkdtempSync(join(tmpdir(), 'full-files-'))
    try {
      const desk = await openDesk(sources, folder)
      const outside = await openDesk(sources, files)
      await desk.import([outside.write('a.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
      const big = outside.write('b.txt', text)
      await assert.rejects(desk.import([big]), isFull)
      assert.equal((await desk.ledger.versionAt('alpha', NOW))?.name, 'alpha/2020-01-01')
      assert.equal((await Array.fromAsync(desk.ledger.presences())).length, 20)
      assert.deepEqual(integrity(folder), 'ok')
      assert.equal((await desk.ledger.verifyLog()).broken, null)
      execFileSync('mount', ['-o', 'remount,size=200m', folder])
      assert.equal((await desk.import([big])).versions[0]?.outcome, 'accepted')
      await desk.ledger.close()
      await outside.close()
    } finally {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
      rmSync(files, { recursive: true, force: true })
    }
  })

for (const [what, text] of Object.entries(LISTS))
  test(`a quota that stops the ${what} leaves the state before and says that there is no room`, async t => {
    if (process.platform === 'win32') return t.skip('there is no quota on file sizes to set')
    const folder = mkdtempSync(join(tmpdir(), 'quota-'))
    const desk = await openDesk(sources, folder)
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
    const script = `
      import { openDesk, smallSource } from ${JSON.stringify(new URL('../src/jobs/import-kit.ts', import.meta.url).href)}
      const desk = await openDesk([smallSource('alpha', { bounds: { min: 1, maxLoss: 1, maxGain: 1000 } })], ${JSON.stringify(folder)})
      await desk.import([${JSON.stringify(desk.write('b.txt', text))}]).then(() => console.log('through'), error => console.log(error.code, error.message))`
    const shell = `trap '' XFSZ; ulimit -f 1000; exec "$0" --input-type=module -e "$1"`
    const run = spawnSync('bash', ['-c', shell, process.execPath, script], { encoding: 'utf8' })
    assert.match(run.stdout, /^data\.full There is no room left to write /, run.stderr)
    assert.equal((await desk.ledger.versionAt('alpha', NOW))?.name, 'alpha/2020-01-01')
    assert.equal(integrity(folder), 'ok')
    assert.equal((await desk.ledger.verifyLog()).broken, null)
    await desk.close()
  })

function integrity(folder: string): string {
  const db = new DatabaseSync(join(folder, 'ledger.sqlite'))
  const found = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string }
  db.close()
  return found.integrity_check
}
