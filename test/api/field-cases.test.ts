// What has gone wrong for people who ran screening interfaces: each case was reported in the field.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { waitingApp } from '../../src/api/index.ts'
import { doubleApp, failure } from './double.ts'
import { type Answer, at, type Served, serve } from './served.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const match = (server: Served, queries: object, query = '') => server.post(`/match/default${query}`, { queries })
const person = (name: string) => ({ schema: 'Person', properties: { name: [name] } })

describe('cells as clients send them', () => {
  test('a query without any property is answered with nothing, and the rest of the batch is answered', async () => {
    const { status, json } = await match(world, { empty: { schema: 'Person', properties: {} }, full: person('Anna Testova') })
    assert.equal(status, 200)
    assert.deepEqual([at(json, 'responses.empty.results'), at(json, 'responses.empty.total.value')], [[], 0])
    assert.equal(at(json, 'responses.full.total.value'), 1)
  })

  for (const name of ['   ', '--- ???', '\u200b\u200d', '\u00a0\u3000', '...', '0']) {
    test(`a name of ${JSON.stringify(name)} matches nothing rather than everything`, async () => {
      const { status, json } = await match(world, { q: person(name) }, '?cutoff=0')
      assert.deepEqual([status, at(json, 'responses.q.results')], [200, []])
    })
  }

  test('an empty cell of OpenRefine does not cost its neighbours', async () => {
    const queries = JSON.stringify({ q0: { query: 'Testland Trading', limit: 3 }, q1: { query: '', limit: 3 } })
    const { status, json } = await world.post('/reconcile/default', new URLSearchParams({ queries }))
    assert.deepEqual([status, at(json, 'q1.result')], [200, []])
    assert.ok((at(json, 'q0.result') as unknown[]).length > 0)
  })

  test('a key of a batch may be any text', async () => {
    const keys = ['__proto__', 'constructor', '', '1', 'ключ', 'a"b\\c']
    const queries = `{${keys.map(k => `${JSON.stringify(k)}:${JSON.stringify(person('Anna Testova'))}`).join(',')}}`
    const { status, json } = await world.post('/match/default', `{"queries":${queries}}`)
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(at(json, 'responses') as object).sort(), [...keys].sort())
  })
})

describe('bounds', () => {
  test('more than 500 results are refused, 500 are served', async () => {
    const over = await match(world, { q: person('Any Name') }, '?limit=501')
    assert.equal(over.status, 422)
    assert.ok(Array.isArray(at(over.json, 'detail')))
    assert.equal((await match(world, { q: person('Any Name') }, '?limit=500')).status, 200)
  })

  test('a very long name is answered', async () => {
    const { status } = await match(world, { q: person('Testova '.repeat(2000)) })
    assert.equal(status, 200)
  })
})

describe('no answer is not "no match"', () => {
  test('before any list is loaded a match is refused, the server says that it is not ready, and that it is alive', async () => {
    const server = await serve(waitingApp().app)
    try {
      const answer = await match(server, { q: person('Any Name') })
      assert.deepEqual([answer.status, at(answer.json, 'code')], [503, 'index.not-ready'])
      assert.equal((await server.get('/readyz')).status, 503)
      assert.equal((await server.get('/healthz')).status, 200)
      for (const path of ['/search/default', '/entities/x', '/statements', '/reconcile/default', '/api/screen?name=x', '/api/matrix'])
        assert.equal((await server.get(path)).status, 503, path)
    } finally {
      await server.close()
    }
  })

  test('once the lists are there the same server answers', async () => {
    const waiting = waitingApp()
    const server = await serve(waiting.app)
    try {
      assert.equal((await match(server, { q: person('Anna Testova') })).status, 503)
      waiting.become(doubleApp().app)
      const answer = await match(server, { q: person('Anna Testova') })
      assert.deepEqual([answer.status, at(answer.json, 'responses.q.total.value')], [200, 1])
    } finally {
      await server.close()
    }
  })

  for (const [error, status] of [
    [failure('screening.failed', { reason: 'no answer within 30 s' }), 500],
    [failure('overloaded', { waiting: 2000, seconds: 4 }), 503],
  ] as const) {
    test(`workers that do not answer in time are ${status}, never an empty answer`, async () => {
      const server = await serve(doubleApp({ screen: error }).app)
      try {
        const answer = await match(server, { q: person('Any Name') })
        assert.deepEqual([answer.status, at(answer.json, 'responses')], [status, undefined])
      } finally {
        await server.close()
      }
    })
  }

  test('a required source that is missing makes the server not ready, and each answer says what is missing', async () => {
    const strict = await openWorld({}, { required: 'eu-fsf-not-there' })
    try {
      const ready = await strict.get('/readyz')
      assert.deepEqual([ready.status, at(ready.json, 'missing')], [503, ['eu-fsf-not-there']])
      assert.match(String(at(ready.json, 'reason')), /eu-fsf-not-there \(no source has this name\)/)
      assert.equal((await strict.get('/healthz')).status, 200)
    } finally {
      await strict.close()
    }
    const { json } = await match(world, { q: person('Nobody Known') })
    assert.ok((at(json, 'incomplete.*.reason') as string[]).includes('missing'))
  })
})

type Case = {
  readonly id: string
  readonly area: string
  readonly problem: string
  readonly input: {
    readonly request: {
      readonly method: string
      readonly path: string
      readonly params?: object
      readonly json?: unknown
      readonly form?: object
    }
    readonly given?: string
  }
  readonly expect: {
    readonly status?: number
    readonly statusIn?: readonly number[]
    readonly statusNot?: readonly number[]
    readonly body?: Readonly<Record<string, unknown>>
  }
}

const FILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'cases', 'matching.jsonl')

describe('the collected cases about the interface', {
  skip: existsSync(FILE) ? false : 'the collection is not beside the checkout',
}, () => {
  const cases = existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as Case)
        .filter(c => c.area === 'api')
    : []
  for (const one of cases) {
    test(`${one.id}: ${one.problem}`, async () => {
      const server = one.input.given ? await inState(one.input.given) : world
      try {
        check(one, await send(server, one.input.request))
      } finally {
        if (server !== world) await server.close()
      }
    })
  }
})

const inState = (given: string): Promise<Served> =>
  serve(
    /no source/.test(given)
      ? waitingApp().app
      : doubleApp({ screen: failure('screening.failed', { reason: 'no answer within its deadline' }) }).app,
  )

function send(server: Served, { method, path, params = {}, json, form }: Case['input']['request']): Promise<Answer> {
  const query = new URLSearchParams(Object.entries(params).map(([k, v]): [string, string] => [k, String(v)])).toString()
  const address = `${path.replace('{dataset}', 'default')}${query ? `?${query}` : ''}`
  if (method === 'GET') return server.get(address)
  if (form)
    return server.post(
      address,
      new URLSearchParams(Object.entries(form).map(([k, v]): [string, string] => [k, typeof v === 'string' ? v : JSON.stringify(v)])),
    )
  return server.post(address, json)
}

function check({ expect }: Case, answer: Answer): void {
  if (expect.status !== undefined) assert.equal(answer.status, expect.status, answer.text.slice(0, 300))
  if (expect.statusIn) assert.ok(expect.statusIn.includes(answer.status), String(answer.status))
  if (expect.statusNot) assert.ok(!expect.statusNot.includes(answer.status), String(answer.status))
  for (const [path, expected] of Object.entries(expect.body ?? {})) {
    const seen = at(answer.json, path)
    if (expected === 'array') assert.ok(Array.isArray(seen), path)
    else if (expected === 'string') assert.equal(typeof seen, 'string', path)
    else assert.deepEqual(seen, expected, path)
  }
}
