import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { declaredIn, noteDeclared } from './declared.ts'
import { loadSources, sourcesByFolder } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'wholists-declared-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a folder without a note is read source by source', () => {
  assert.equal(declaredIn(folder), undefined)
})

test('sources known by a note say the same of themselves, and read with their own code', async () => {
  const byFolder = [...(await sourcesByFolder())].map(([name, sources]) => ({
    door: relative(folder, join(import.meta.dirname, name, 'index.ts')),
    sources,
  }))
  noteDeclared(folder, byFolder)
  const noted = declaredIn(folder) ?? []
  const { all } = await loadSources()
  assert.equal(noted.length, all.length)
  const raw = { key: 'x', body: '{}' }
  for (const source of all) {
    const known = noted.find(n => n.id === source.id)
    assert.ok(known, `${source.id} is noted`)
    const { recognise, read, parse, ...declared } = source
    assert.deepEqual({ ...known, recognise: 0, read: 0, parse: 0 }, { ...declared, recognise: 0, read: 0, parse: 0 })
    assert.deepEqual(known.parse(raw), source.parse(raw), source.id)
  }
})

test('a source whose folder no longer declares it is an error, not silence', () => {
  const [first] = declaredIn(folder) ?? []
  assert.ok(first)
  const door = join(folder, 'empty.mjs')
  writeFileSync(door, 'export default []')
  noteDeclared(folder, [{ door: 'empty.mjs', sources: [first] }])
  assert.throws(() => declaredIn(folder)?.[0]?.parse({ key: 'x', body: '{}' }), /declares no source/)
})
