// A whole installation behind HTTP: what follows from a person's word on two records, and what is told of past days.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { asWriter, importPaths } from '../../src/app-data.ts'
import { openServedApp, type ServedApp } from '../../src/app-server.ts'
import { readConfig } from '../../src/config.ts'
import { BASE_FOLDER } from '../support/temporary-ledger.ts'
import { type Served, serve } from './served.ts'

const OWNER = { authorization: 'Bearer a token', 'content-type': 'application/json' }
const [FIRST, SECOND] = ['facts:al-shabaab', 'facts:hamas'] as const

let folder: string
let app: ServedApp
let served: Served

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wholists-'))
  const config = readConfig({ data: folder }, { WHOLISTS_OFFLINE: '1' })
  const quiet = () => undefined
  await asWriter(config, quiet, data => importPaths(data, { paths: [BASE_FOLDER] }, quiet))
  app = await openServedApp(config, quiet, quiet)
  served = await serve(app)
})
after(async () => {
  await served?.close()
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return
    await wait(200)
  }
  assert.fail(`never came: ${what}`)
}

const PATHS = ['/entities/', '/api/entity/', '/api/history/'] as const

/** What asking by an id gives, path by path: a status, and where it leads. */
const asked = async (id: string) =>
  Promise.all(
    PATHS.map(async path => {
      const { status, headers } = await served.get(path + encodeURIComponent(id))
      return [status, headers.get('location')]
    }),
  )

const OWN = PATHS.map(() => [200, null])
const LEADS = PATHS.map(path => [308, path + encodeURIComponent(FIRST)])
const say = (path: string, body: object) =>
  served.post(`/api/identity/${path}`, { a: FIRST, b: SECOND, reason: 'for a test', by: 'anna', ...body }, OWNER)
const settled = async (due: unknown, what: string) => {
  await until(async () => JSON.stringify(await asked(SECOND)) === JSON.stringify(due), what)
  assert.deepEqual(await asked(FIRST), OWN, 'the id of the first record by rank, then key, stays')
}

test('two records that a person calls one have one id, the other leads there with 308, and an undo parts them', async () => {
  assert.deepEqual(await asked(SECOND), OWN)
  assert.equal((await say('decide', { verdict: 'same' })).status, 200)
  await settled(LEADS, 'joined')
  const joined = (await served.get(`/entities/${encodeURIComponent(FIRST)}`)).json as { readonly referents: readonly string[] }
  assert.ok(joined.referents.includes(SECOND))
  assert.equal((await say('undo', {})).status, 200)
  await settled(OWN, 'parted')
})

test('a decision is split by a later one; export and import of the resolver file carry both to the same ids', async () => {
  assert.equal((await say('decide', { verdict: 'same' })).status, 200)
  const lines = (await served.get('/api/identity/resolver')).text
  const line = lines
    .trim()
    .split('\n')
    .map(text => JSON.parse(text) as unknown[])
    .find(row => row.includes(FIRST) && row.includes(SECOND))
  assert.deepEqual(line?.slice(0, 3), [SECOND, FIRST, 'positive'], 'target, source, judgement')
  assert.equal((await say('decide', { verdict: 'different' })).status, 200)
  await settled(OWN, 'split')
  const taken = await served.post('/api/identity/resolver', lines, { ...OWNER, 'content-type': 'application/x-ndjson' })
  assert.equal(taken.status, 200, taken.text)
  assert.equal((taken.json as { readonly kept: number }).kept, 1)
  await settled(LEADS, 'joined by the file')
  assert.equal((await served.get('/api/identity/resolver')).text.includes('"positive"'), true)
})

test('a search of a day finds what the lists said then, names the versions it stands on, and nothing before the first of them', async () => {
  const found = async (query: string) => {
    const { status, json, text } = await served.get(`/search/default?q=taliban&${query}`)
    assert.equal(status, 200, text)
    const { total, versions } = json as { total: { value: number }; versions: readonly { version: string }[] }
    return [total.value > 0, versions.map(v => v.version)]
  }
  assert.deepEqual(await found('published=2026-11-24'), [true, ['facts/2026-11-24']])
  assert.deepEqual(await found('published=2026-11-23'), [false, []])
  assert.deepEqual(await found('recorded=2020-01-01'), [false, []])
  const listed = async (query: string) => {
    const { json } = await served.get(`/search/default?q=properties.name:%22Palestine+Action%22&simple=false&${query}`)
    return (json as { results: readonly { id: string }[] }).results.map(r => r.id)
  }
  assert.deepEqual([(await listed('valid=2020-01-01')).length, (await listed('valid=2025-12-01')).length], [0, 1])
  assert.equal((await served.get('/search/default?q=taliban&published=2026-02-30')).status, 400)
})

test('changes of a day are those that were known then', async () => {
  const { status, json } = await served.get('/api/changes?published=2026-11-24&recorded=2020-01-01')
  assert.equal(status, 200)
  assert.deepEqual([(json as { total: number }).total, (json as { incomplete: readonly object[] }).incomplete.length > 0], [0, true])
})
