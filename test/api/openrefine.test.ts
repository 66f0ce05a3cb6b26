// Speaks the reconciliation protocol as OpenRefine does, from pasting the address of the service to filled columns.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { at } from './served.ts'
import { openWorld, type World } from './world.ts'

type Service = { readonly service_url: string; readonly service_path: string }
type Manifest = {
  readonly versions: readonly string[]
  readonly name: string
  readonly identifierSpace: string
  readonly schemaSpace: string
  readonly batchSize: number
  readonly view: { readonly url: string }
  readonly preview: { readonly url: string; readonly width: number; readonly height: number }
  readonly suggest: { readonly entity: Service; readonly type: Service; readonly property: Service }
  readonly extend: { readonly propose_properties: Service; readonly property_settings: readonly object[] }
  readonly defaultTypes: readonly { readonly id: string; readonly name: string }[]
}
type Candidate = {
  readonly id: string
  readonly name: string
  readonly score: number
  readonly match: boolean
  readonly type: readonly { readonly id: string }[]
}

/** A client as OpenRefine is one: it knows the address of the service and takes the rest from the manifest. */
function openRefine(service: string) {
  const json = async <T>(
    address: string,
    init: RequestInit = {},
  ): Promise<{ readonly status: number; readonly body: T; readonly headers: Headers }> => {
    const response = await fetch(address, init)
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }
  const at_ = ({ service_url, service_path }: Service, parameters: Record<string, string>) => {
    const url = new URL(service_url + service_path)
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
    return url.href
  }
  const post = <T>(field: string, value: unknown) =>
    json<T>(service, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', accept: 'application/json' },
      body: new URLSearchParams({ [field]: JSON.stringify(value) }).toString(),
    })
  return {
    manifest: async () => (await json<Manifest>(service)).body,
    suggest: async (from: Service, prefix: string) =>
      (await json<{ result: readonly { id: string; name: string }[] }>(at_(from, { prefix }))).body.result,
    propose: async (from: Service, type: string) =>
      (await json<{ properties: readonly { id: string; name: string }[] }>(at_(from, { type }))).body.properties,
    reconcile: (queries: object) => post<Readonly<Record<string, { readonly result: readonly Candidate[] }>>>('queries', queries),
    extend: (ids: readonly string[], properties: readonly object[]) =>
      post<{
        readonly meta: readonly { id: string; name: string }[]
        readonly rows: Readonly<Record<string, Readonly<Record<string, readonly { str?: string }[]>>>>
      }>('extend', { ids, properties }),
  }
}

let world: World
let client: ReturnType<typeof openRefine>
let manifest: Manifest
before(async () => {
  world = await openWorld()
  client = openRefine(`${world.base}/reconcile/default`)
  manifest = await client.manifest()
})
after(() => world.close())

describe('adding the service', () => {
  test('the manifest says version 0.2, its name and spaces, and where to look at an entity', () => {
    assert.deepEqual([manifest.versions, manifest.batchSize], [['0.2'], 3])
    assert.ok(manifest.name.includes('WhoLists'))
    assert.ok(manifest.identifierSpace && manifest.schemaSpace)
    assert.ok(manifest.view.url.startsWith(world.base) && manifest.view.url.includes('{{id}}'))
    assert.deepEqual([manifest.preview.width, manifest.preview.height], [430, 600])
  })

  test('the query string of the address is kept in every path, for keys', async () => {
    const kept = await openRefine(`${world.base}/reconcile/default?api_key=secret`).manifest()
    for (const service of [kept.suggest.entity, kept.suggest.type, kept.suggest.property, kept.extend.propose_properties])
      assert.ok(service.service_path.endsWith('?api_key=secret'))
    const found = await client.suggest(kept.suggest.type, 'per')
    assert.ok(found.some(t => t.id === 'Person'))
  })

  test('an unknown dataset is no service', async () => assert.equal((await fetch(`${world.base}/reconcile/nowhere`)).status, 404))
})

describe('guessing the type of a column', () => {
  test('a batch without types finds candidates of several, with their types', async () => {
    const { body } = await client.reconcile({
      q0: { query: 'Anna Testova', limit: 3 },
      q1: { query: 'Testland Trading Company', limit: 3 },
    })
    assert.equal(body['q0']?.result[0]?.type[0]?.id, 'Person')
    assert.ok(['Company', 'Organization', 'LegalEntity'].includes(body['q1']?.result[0]?.type[0]?.id ?? ''))
  })

  test('the types to choose from are those that can be matched, and more are suggested by their beginning', async () => {
    assert.equal(manifest.defaultTypes[0]?.id, 'Person')
    assert.deepEqual(await client.suggest(manifest.suggest.type, ''), [])
    const found = await client.suggest(manifest.suggest.type, 'comp')
    assert.ok(found.length <= 5 && found.some(t => t.id === 'Company'))
  })
})

describe('reconciling a column', () => {
  const batch = {
    q0: {
      query: 'Anna Testova',
      type: 'Person',
      type_strict: 'should',
      limit: 2,
      properties: [
        { pid: 'Person:birthDate', v: '1970-01-02' },
        { pid: 'Nonsense:x', v: 'y' },
      ],
    },
    q1: { query: 'Boris Specimenov', type: ['Person', 'Company'], properties: [{ pid: 'Person:nationality', v: ['Afghanistan', ''] }] },
    q2: { query: 'Nobody Known Anywhere', type: 'Person' },
  }

  test('each cell has its candidates, best first, matched from 0.7 on', async () => {
    const { status, body, headers } = await client.reconcile(batch)
    assert.deepEqual([status, headers.get('x-batch-size')], [200, '3'])
    assert.deepEqual([body['q0']?.result[0]?.id, body['q0']?.result[0]?.match], ['un-sc:QDi.801', true])
    assert.equal(body['q1']?.result[0]?.id, 'un-sc:TAi.802')
    for (const { result } of Object.values(body)) {
      assert.deepEqual(
        result.map(c => c.score),
        result.map(c => c.score).sort((a, b) => b - a),
      )
      for (const c of result) assert.ok(c.score > 0 && c.match === c.score >= 0.7 && typeof c.name === 'string')
    }
  })

  test('properties that contradict lower the score', async () => {
    const scoreOf = async (born: string) =>
      (await client.reconcile({ q: { ...batch.q0, properties: [{ pid: 'Person:birthDate', v: born }] } })).body['q']?.result[0]?.score ?? 0
    assert.ok((await scoreOf('1931-05-05')) < (await scoreOf('1970-01-02')))
  })

  test('a property may hold an entity that was reconciled before', async () => {
    const { status, body } = await client.reconcile({
      q: { ...batch.q0, properties: [{ pid: 'Person:nationality', v: { id: 'ru', name: 'Russia' } }] },
    })
    assert.deepEqual([status, body['q']?.result[0]?.id], [200, 'un-sc:QDi.801'])
  })

  test('more than 100 queries, no field, broken JSON and unknown types are 400 with what is wrong', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`q${i}`, { query: 'x' }]))
    assert.equal((await client.reconcile(many)).status, 400)
    assert.equal((await world.post('/reconcile/default', new URLSearchParams({ other: '{}' }))).status, 400)
    const broken = await world.post('/reconcile/default', new URLSearchParams({ queries: '{"q":' }))
    assert.deepEqual([broken.status, Array.isArray(at(broken.json, 'errors'))], [400, true])
    assert.equal((await client.reconcile({ q: { query: 'x', type: 'Nonsense' } })).status, 400)
    assert.equal((await client.reconcile({ q: { query: 'x', limit: 'many' } })).status, 400)
  })

  test('the algorithm and the day of change can be named', async () => {
    const asked = (parameters: string) =>
      world.post(`/reconcile/default?${parameters}`, new URLSearchParams({ queries: JSON.stringify({ q: batch.q0 }) }))
    assert.equal((await asked('algorithm=ofac')).status, 200)
    assert.equal((await asked('algorithm=magic')).status, 400)
    assert.deepEqual(at((await asked('changed_since=2026-06-01')).json, 'q.result'), [])
  })
})

describe('choosing a match by hand', () => {
  test('entities are suggested by the beginning of a name', async () => {
    const found = await client.suggest(manifest.suggest.entity, 'anna tes')
    assert.deepEqual(
      found.map(e => [e.id, e.name]),
      [['un-sc:QDi.801', 'ANNA TESTOVA']],
    )
    assert.deepEqual(await client.suggest(manifest.suggest.entity, ''), [])
  })

  test('the address to look at an entity leads to it', async () => {
    const page = manifest.identifierSpace + encodeURIComponent('un-sc:QDi.801')
    assert.equal((await fetch(page)).status, 200)
  })
})

describe('adding columns from reconciled values', () => {
  test('properties are proposed for a type, and suggested by their beginning', async () => {
    const proposed = await client.propose(manifest.extend.propose_properties, 'Person')
    assert.ok(proposed.some(p => p.id === 'Person:birthDate') && proposed.some(p => p.id === 'Thing:name'))
    const suggested = await client.suggest(manifest.suggest.property, 'birth d')
    assert.ok(suggested.length > 0 && suggested.length <= 5 && suggested.some(p => p.id === 'Person:birthDate'))
    assert.equal((await fetch(`${world.base}/reconcile/default/extend/property?type=Nonsense`)).status, 400)
    const one = await world.get('/reconcile/default/extend/property?type=Person&limit=1')
    assert.deepEqual([at(one.json, 'limit'), (at(one.json, 'properties') as unknown[]).length], [1, 1])
  })

  test('columns are filled with words, or as values are stored, and no longer than asked', async () => {
    const { status, body } = await client.extend(
      ['un-sc:QDi.801', 'nobody'],
      [
        { id: 'Person:nationality' },
        { id: 'Thing:topics', settings: { limit: '1', render: 'raw' } },
        { id: 'Person:birthDate', settings: {} },
      ],
    )
    assert.equal(status, 200)
    assert.deepEqual(
      body.meta.map(m => m.id),
      ['Person:nationality', 'Thing:topics', 'Person:birthDate'],
    )
    assert.ok(body.meta.every(m => m.name !== m.id))
    assert.deepEqual(body.rows['un-sc:QDi.801'], {
      'Person:nationality': [{ str: 'Russia' }],
      'Thing:topics': [{ str: 'sanction' }],
      'Person:birthDate': [{ str: '1970-01-02' }],
    })
    assert.deepEqual(body.rows['nobody'], {})
  })

  test('an id that was joined into another is 400; extension goes before queries', async () => {
    assert.equal((await client.extend(['facts:al-qaida'], [{ id: 'Thing:name' }])).status, 400)
    const both = await world.post(
      '/reconcile/default',
      new URLSearchParams({ queries: '{"q":{"query":"x"}}', extend: JSON.stringify({ ids: [], properties: [] }) }),
    )
    assert.deepEqual([both.status, both.json], [200, { meta: [], rows: {} }])
  })
})
