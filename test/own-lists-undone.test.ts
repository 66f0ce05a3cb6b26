// A list of one's own comes to be with its first version: what was refused leaves none behind, and none that reads otherwise.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { asWriter, importPaths } from '../src/app-data.ts'
import { readConfig } from '../src/config.ts'
import { readOwnLists } from '../src/jobs/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'wholists-own-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const config = readConfig({ data: join(folder, 'data'), offline: '1' }, {})
const quiet = () => undefined
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const take = (path: string, mapping?: string) =>
  asWriter(config, quiet, data => importPaths(data, { paths: [path], source: 'own-watch', ...(mapping ? { mapping } : {}) }, quiet))
const MAPPING = { schema: 'Person', key: ['Name'], properties: { name: 'Name' } }

test('a refused table leaves no list, a taken one leaves it, and a later refusal leaves its mapping', async () => {
  const table = file('watch.csv', 'Name,Born\nJane Sample,1970\n')
  const refused = await take(table)
  assert.deepEqual([refused.versions.map(v => v.code), readOwnLists(config.data)], [['own.unmapped'], []])

  await assert.rejects(take(join(folder, 'nowhere.csv')), { code: 'input.missing-file' })
  assert.deepEqual(readOwnLists(config.data), [], 'what could not be opened leaves none either')

  const mapping = file('map.json', JSON.stringify({ ...MAPPING, ignore: ['Born'] }))
  const taken = await take(table, mapping)
  assert.deepEqual(
    taken.versions.map(v => v.outcome),
    ['accepted'],
  )
  const kept = readOwnLists(config.data)
  assert.equal(kept[0]?.name, 'watch')

  const other = file('other.json', JSON.stringify({ ...MAPPING, key: ['Number'] }))
  const again = await take(file('watch-2.csv', 'Name,Born\nJohn Sample,1971\n'), other)
  assert.deepEqual(
    again.versions.map(v => v.outcome),
    ['refused'],
  )
  assert.deepEqual(readOwnLists(config.data), kept)
})
