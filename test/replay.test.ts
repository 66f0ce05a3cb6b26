// An auditor asks a screening of last year again: the same bytes, or what differs and why.
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { openProduct } from '../src/app.ts'
import { openData } from '../src/app-data.ts'
import { openEngine } from '../src/app-engine.ts'
import { keptOf } from '../src/app-kept.ts'
import { openServedApp } from '../src/app-server.ts'
import type { Product } from '../src/cli/index.ts'
import { type Config, readConfig } from '../src/config.ts'
import { currentGeneration, enforceRetention, KEPT_FILE, type Replay, replay } from '../src/jobs/index.ts'
import { serve } from './api/served.ts'

const folders: string[] = []
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'wholists-replay-')))
  return folders.at(-1) ?? ''
}
after(() => {
  for (const f of folders) rmSync(f, { recursive: true, force: true })
})

const SOURCE = 'own-clients'
// A name that the list does not have: how much it weighs follows from how rare the others are.
const NAME = 'Rustam Tashkenti Karimov'
const asked = { name: NAME, schema: 'Person', properties: { name: [NAME] } }
const settings = { scope: SOURCE, limit: 5, threshold: 0.7, cutoff: 0.5, asOf: {} }
const configOf = (data: string): Config => readConfig({ data, offline: '1' }, {})

/** Runs a task with the product over a data folder, as one command does. */
async function withProduct<T>(config: Config, write: boolean, task: (product: Product) => Promise<T>): Promise<T> {
  const product = await openProduct(config, { write, progress: () => undefined })
  try {
    return await task(product)
  } finally {
    await product.close()
  }
}

function importOf(config: Config, published: string, names: readonly string[]): Promise<unknown> {
  const path = join(folder(), 'entities.ftm.json')
  const lines = names.map(name =>
    JSON.stringify({ id: name.toLowerCase().replaceAll(' ', '-'), schema: 'Person', properties: { name: [name] } }),
  )
  writeFileSync(path, `${lines.join('\n')}\n`)
  return withProduct(config, true, async product => {
    const { versions } = await product.importPaths({ paths: [path], source: SOURCE, published })
    assert.deepEqual(
      versions.map(v => v.outcome),
      ['accepted'],
    )
  })
}

const JANUARY = ['Rustam Karimov', 'Leila Haddad', 'Boris Petrov']
const config = configOf(folder())
let id = ''
let answered = 0

before(async () => {
  await importOf(config, '2024-01-01', JANUARY)
  const [kept] = await withProduct(config, false, product => product.keepScreenings([asked], settings))
  assert.ok(kept)
  id = kept.id
  answered = kept.answer.results[0]?.score ?? 0
  assert.ok(kept.answer.results[0]?.match, 'there is something to find')
  // A late archive, and a version in which the name is one of very many.
  await importOf(config, '2023-01-01', ['Rustam Karimov', 'Salim Nurov'])
  await importOf(config, '2024-06-01', [
    ...JANUARY,
    ...Array.from({ length: 400 }, (_, i) => `Rustam ${'ABCDEFGHIJKLMNOPQRST'[i % 20]}${i} Karimov`),
  ])
})

/** Replays over the newest engine, which may be made to seem another. */
async function replayed(seeming: { readonly matcher?: string } = {}, of = config): Promise<Replay> {
  const generation = currentGeneration(of.data)
  assert.ok(generation)
  const data = await openData(of, true)
  const engine = await openEngine(data, generation)
  const kept = keptOf(of)
  try {
    return await replay({ engine: { ...engine, ...seeming }, built: generation.built }, kept.store.get(id))
  } finally {
    kept.close()
    engine.close()
    await data.close()
  }
}

test('a kept screening answers with the same bytes after late and newer versions came in', async () => {
  const [today] = await withProduct(config, false, product =>
    product.screenNames([asked], { ...settings, asOf: { published: '2024-01-01' } }),
  )
  assert.notEqual(today?.results[0]?.score, answered, 'the same version scores otherwise among the names held today')
  const { outcome, sealed, reasons, differences, was, is } = await withProduct(config, false, product => product.replay(id))
  assert.deepEqual({ outcome, sealed, reasons, differences }, { outcome: 'same', sealed: true, reasons: [], differences: [] })
  assert.equal(was.sha256, is.sha256)
})

test('under another matcher a replay says so, and what else differs', async () => {
  const { outcome, reasons, differences } = await replayed({ matcher: 'names-99+screen-1' })
  assert.equal(outcome, 'differs')
  assert.deepEqual(
    reasons.map(r => r.kind),
    ['matcher'],
  )
  assert.deepEqual(
    differences.map(d => [d.path, d.is]),
    [['matcher', 'names-99+screen-1']],
  )
})

test('where the version it stood on is not held, a replay names it', async () => {
  const other = configOf(folder())
  await importOf(other, '2024-06-01', JANUARY)
  copyFileSync(join(config.data, KEPT_FILE), join(other.data, KEPT_FILE))
  const { outcome, sealed, reasons } = await replayed({}, other)
  assert.equal(outcome, 'differs')
  assert.equal(sealed, false, 'another data folder has no line of it in its log')
  assert.deepEqual(
    reasons.map(r => r.kind),
    ['unlogged', 'version-missing'],
  )
  assert.match(reasons[1]?.detail ?? '', /own-clients\/2024-01-01/)
})

test('an answer that was altered after it was kept is found out by its seal', async () => {
  const database = new DatabaseSync(join(config.data, KEPT_FILE))
  const alter = (from: string, to: string) => database.prepare('UPDATE screening SET answer = replace(answer, ?, ?)').run(from, to)
  alter('Rustam Karimov', 'Rustam Kerimov')
  const { outcome, sealed, reasons, differences } = await replayed()
  alter('Rustam Kerimov', 'Rustam Karimov')
  database.close()
  assert.deepEqual([outcome, sealed, reasons[0]?.kind], ['differs', false, 'altered'])
  assert.ok(differences.some(d => d.was?.includes('Kerimov') && d.is?.includes('Karimov')))
})

test('what the server keeps is replayed from the command line to the bytes it answered', async () => {
  const app = await openServedApp(
    { ...config, workers: 1 },
    () => undefined,
    () => undefined,
  )
  const served = await serve(app)
  try {
    const query = { schema: 'Person', properties: { name: [NAME] } }
    const match = await served.post(`/match/${SOURCE}?keep=true`, { queries: { a: query, b: query } })
    const { kept, responses } = JSON.parse(match.text) as { kept: Record<string, string>; responses: Record<string, { query: object }> }
    assert.deepEqual(
      [Object.keys(kept), Object.keys(responses)],
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    )
    const screened = await served.get(`/api/screen?scope=${SOURCE}&name=${encodeURIComponent(NAME)}&keep=true`)
    const answer = JSON.parse(screened.text) as { kept: string; results: unknown }
    for (const one of [...Object.values(kept), answer.kept]) {
      const { outcome, sealed } = await withProduct(config, false, product => product.replay(one))
      assert.deepEqual([outcome, sealed], ['same', true])
    }
    const again = (await withProduct(config, false, product => product.replay(answer.kept))).answer as { results: unknown }
    assert.deepEqual(again.results, answer.results)
    for (const one of [...Object.values(kept), answer.kept])
      await withProduct(config, false, product => product.eraseScreenings({ id: one }))
  } finally {
    await served.close()
    await app.close()
  }
})

test('the ledger holds nothing of who was asked about', () => {
  for (const name of readdirSync(config.data).filter(n => n.startsWith('ledger')))
    assert.ok(!readFileSync(join(config.data, name)).includes(NAME), name)
})

test('what is kept longer than it may be is erased, and the log says which', async () => {
  const kept = keptOf(config)
  try {
    const logged: unknown[] = []
    const log = async (kind: string, body: unknown) => void logged.push([kind, body])
    const { kept: at } = kept.store.get(id)
    assert.deepEqual(await enforceRetention(kept.store, log, 0, at + 9e9), [], '0 days keeps everything')
    assert.deepEqual(await enforceRetention(kept.store, log, 30, at + 30 * 86_400), [])
    assert.deepEqual(await enforceRetention(kept.store, log, 30, at + 30 * 86_400 + 1), [id])
    assert.deepEqual(logged, [['screening.erased', { ids: [id], reason: 'kept for 30 days' }]])
  } finally {
    kept.close()
  }
})

test('an erased screening leaves nothing of it in the file, and cannot be replayed', async () => {
  const [again] = await withProduct(config, false, product => product.keepScreenings([asked], settings))
  const files = () => readdirSync(config.data).filter(n => n.startsWith(KEPT_FILE))
  const holds = () => files().some(n => readFileSync(join(config.data, n)).includes(NAME))
  assert.ok(holds())
  assert.deepEqual(await withProduct(config, false, product => product.eraseScreenings({ id: again?.id ?? '' })), [again?.id])
  assert.ok(!holds())
  await assert.rejects(
    withProduct(config, false, product => product.replay(again?.id ?? '')),
    { code: 'screening.unknown' },
  )
  assert.deepEqual(await withProduct(config, false, product => product.keptScreenings()), [])
})
