import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openProduct } from '../src/app.ts'
import { openCurrent } from '../src/app-current.ts'
import { readConfig } from '../src/config.ts'

test('a newer generation is opened once, however many ask for it at the same time', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-renew-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const config = readConfig({ data: folder, offline: '1', workers: '1' }, {})
  const build = async () => {
    const product = await openProduct(config, { write: true, progress: () => undefined })
    await product.rebuild()
    await product.close()
  }
  await build()
  const current = await openCurrent(config)
  t.after(() => current.close())
  await build()
  let adopted = 0
  const adopt = async () => void adopted++
  assert.deepEqual(await Promise.all([current.renew(adopt), current.renew(adopt), current.renew(adopt)]), [true, false, false])
  assert.equal(adopted, 1)
})
