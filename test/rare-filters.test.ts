// Filters that few parties pass, asked with a name that very many have: whoever passes is found, however many do not.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openProduct } from '../src/app.ts'
import { type Data, openData } from '../src/app-data.ts'
import { type OpenedEngine, openEngine } from '../src/app-engine.ts'
import { readConfig } from '../src/config.ts'
import { currentGeneration } from '../src/jobs/index.ts'
import { openScreener, type QueryAnswer, type ScreeningOptions, scopeNamed } from '../src/questions/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'wholists-rare-'))
const config = readConfig({ data: join(folder, 'data'), offline: '1' }, {})
const NAMESAKES = 700
let data: Data
let engine: OpenedEngine

/** Namesakes, one of whom holds an office; the last of them changes from version to version. */
function list(published: string, place: string): string {
  const path = join(folder, `${published}.ftm.json`)
  const people = Array.from({ length: NAMESAKES }, (_, i) => ({
    id: `p${i}`,
    schema: 'Person',
    properties: {
      name: ['Ivan Testov'],
      topics: [i === 650 ? 'role.pep' : 'crime'],
      ...(i === NAMESAKES - 1 ? { birthPlace: [place] } : {}),
    },
  }))
  writeFileSync(path, people.map(p => JSON.stringify(p)).join('\n'))
  return path
}

before(async () => {
  const product = await openProduct(config, { write: true, progress: () => undefined })
  await product.importPaths({ paths: [list('2026-01-05', 'Minsk')], source: 'own-many', published: '2026-01-05' })
  await product.importPaths({ paths: [list('2026-02-05', 'Gomel')], source: 'own-many', published: '2026-02-05' })
  await product.close()
  data = await openData(config, true)
  const generation = currentGeneration(config.data)
  assert.ok(generation)
  engine = await openEngine(data, generation)
})
after(async () => {
  engine.close()
  await data.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (given: Partial<ScreeningOptions>): Promise<QueryAnswer> =>
  openScreener(engine).one(
    { schema: 'Person', properties: { name: ['Ivan Testov'] } },
    {
      scope: scopeNamed(engine, 'own-many'),
      limit: 5,
      threshold: 0.7,
      cutoff: 0.5,
      asOf: {},
      topics: [],
      excludedSchemata: [],
      excludedIds: [],
      changedSince: null,
      weights: {},
      config: {},
      listings: false,
      ...given,
    },
  )
const idsOf = (answer: QueryAnswer) => answer.results.map(r => r.id)

test('the one namesake with a topic is found, and counted as one', async () => {
  const answer = await ask({ topics: ['role.pep', 'debarment'] })
  assert.deepEqual(idsOf(answer), ['own-many:p650'])
  assert.equal(answer.total.value, 1)
})

test('a topic that nobody has finds nobody', async () => {
  const answer = await ask({ topics: ['sanction'] })
  assert.deepEqual(answer.results, [])
  assert.equal(answer.total.value, 0)
})

test('the one namesake who changed since a day is found', async () => {
  assert.deepEqual(idsOf(await ask({ changedSince: '2026-01-20' })), [`own-many:p${NAMESAKES - 1}`])
  assert.deepEqual(idsOf(await ask({ changedSince: '2026-01-20', topics: ['role.pep'] })), [])
})

test('the same holds for a past day', async () => {
  const asOf = { published: '2026-01-10' }
  assert.deepEqual(idsOf(await ask({ asOf, topics: ['role.pep'] })), ['own-many:p650'])
  assert.deepEqual(idsOf(await ask({ asOf, changedSince: '2026-01-20' })), [])
  assert.deepEqual(idsOf(await ask({ asOf: { published: '2026-03-01' }, changedSince: '2026-01-20' })), [`own-many:p${NAMESAKES - 1}`])
})

test('without a filter as many as were asked for are shown', async () => {
  assert.equal((await ask({})).results.length, 5)
})
