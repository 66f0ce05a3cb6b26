// Adding a source touches one folder: one is added at run time, in a folder of its own, and seen everywhere.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openServedApp } from '../src/app-server.ts'
import { readConfig } from '../src/config.ts'

const ROOT = join(import.meta.dirname, '..')
const module = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, 'src', path)).href)
const SOURCE = `
import { declare } from ${module('sources/index.ts')}
import { isProblem, readJsonLines } from ${module('intake/index.ts')}
import { partyBuilder } from ${module('model/index.ts')}

export default declare({
  id: 'zz-atlantis', kind: 'official', rank: 900, authority: 'un-sc', jurisdiction: 'zz', title: 'List of Atlantis',
  publisher: 'Atlantis', url: 'https://example.org/', licence: 'none', cadence: { text: 'yearly', staleAfterDays: null },
  parser: 'zz-atlantis@1', bounds: { min: 1, maxLoss: 1, maxGain: 10 },
  recognise: head => (head.text.startsWith('{"atlantis"') ? { source: 'zz-atlantis', part: 'main', rendition: 'json' } : undefined),
  async *read(files) {
    for (const file of files) for await (const item of readJsonLines(file)) yield isProblem(item) ? item : { key: item.value.atlantis, body: JSON.stringify(item.value) }
  },
  parse: raw => {
    const party = partyBuilder('zz-atlantis:' + raw.key, 'Person')
    party.add('name', JSON.parse(raw.body).name, 'name')
    party.add('topics', 'sanction', 'name')
    return {
      parties: [party.build()],
      designations: [{ party: party.id, list: 'un-1988', programme: 'Atlantis', status: 'listed', instruments: [], confidence: 'read', field: 'name' }],
      instruments: [], links: [], unread: [], problems: [],
    }
  },
})
`
let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'wholists-adding-'))
  mkdirSync(join(folder, 'sources', 'zz-atlantis'), { recursive: true })
  writeFileSync(join(folder, 'sources', 'zz-atlantis', 'index.ts'), SOURCE)
  writeFileSync(join(folder, 'list.json'), '{"atlantis":"1","name":"Poseidonios Atlantikos"}\n')
})
after(() => rmSync(folder, { recursive: true, force: true }))

const settings = () => ({ WHOLISTS_DATA: join(folder, 'data'), WHOLISTS_SOURCES: join(folder, 'sources'), WHOLISTS_OFFLINE: '1' })
const wholists = (...args: readonly string[]): Promise<{ readonly status: number; readonly out: string }> =>
  new Promise(resolve => {
    const options = { env: { ...process.env, ...settings() }, maxBuffer: 1 << 26 }
    execFile(process.execPath, [join(ROOT, 'bin', 'wholists.js'), ...args], options, (error, out) =>
      resolve({ status: error ? Number(error.code ?? 3) : 0, out }),
    )
  })

test('the command line imports its file, shows it among the sources and finds its party', async () => {
  const imported = await wholists('import', join(folder, 'list.json'), '--published', '2026-01-01')
  assert.match(imported.out, /zz-atlantis\/2026-01-01: 1 records/)
  const { sources } = JSON.parse((await wholists('sources', '--json')).out) as {
    sources: readonly { id: string; newest: { records: number } | null }[]
  }
  assert.equal(sources.find(s => s.id === 'zz-atlantis')?.newest?.records, 1)
  const { results } = JSON.parse((await wholists('screen', 'Poseidonios Atlantikos', '--json')).out) as {
    results: readonly { id: string; match: boolean }[]
  }
  assert.deepEqual([results[0]?.id, results[0]?.match], ['zz-atlantis:1', true])
})

test('the catalogue and the data of the interface have it too', async () => {
  const app = await openServedApp(readConfig({ workers: '1' }, { ...process.env, ...settings() }), assert.fail, () => undefined)
  try {
    const dataset = app.catalog().find(({ name }) => name === 'zz-atlantis')
    assert.equal(dataset?.title, 'List of Atlantis')
    const { sources } = await app.sources()
    assert.equal(sources.find(({ id }) => id === 'zz-atlantis')?.title, 'List of Atlantis')
  } finally {
    await app.close()
  }
})
