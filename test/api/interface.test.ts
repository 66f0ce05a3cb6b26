// The interface by itself, over an app of the tests: what it asks of the app, and what it makes of answers and failures.
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { App, ScreenOptions, SearchRequest } from '../../src/api/index.ts'
import { type Call, doubleApp, failure } from './double.ts'
import { at, type Served, serve } from './served.ts'

const QUERY = { queries: { q: { schema: 'Person', properties: { name: ['Anna Testova'] } } } }

/** Serves a double for one test. */
async function served(
  body: (server: Served, calls: readonly Call[]) => Promise<void>,
  replaced: Partial<App> = {},
  options: Parameters<typeof serve>[1] = {},
) {
  const { app, calls } = doubleApp(replaced)
  const server = await serve(app, options)
  try {
    await body(server, calls)
  } finally {
    await server.close()
  }
}

const given = <T>(calls: readonly Call[], name: string, argument = 0) => calls.find(c => c.name === name)?.given[argument] as T

describe('what is asked of the app', () => {
  test('a match without parameters has the defaults of yente', () =>
    served(async (server, calls) => {
      await server.post('/match/default', QUERY)
      const options = given<ScreenOptions>(calls, 'screen', 1)
      const { limit, threshold, cutoff, topics, changedSince, asOf, listings } = options
      assert.deepEqual(
        { limit, threshold, cutoff, topics, changedSince, asOf, listings },
        { limit: 5, threshold: 0.7, cutoff: 0.7, topics: [], changedSince: null, asOf: {}, listings: false },
      )
      assert.deepEqual(options.scope, [
        { source: 'test', lists: null },
        { source: 'other', lists: null },
      ])
    }))

  test('the cutoff is never above the threshold', () =>
    served(async (server, calls) => {
      await server.post('/match/default?cutoff=0.9&threshold=0.6', QUERY)
      assert.equal(given<ScreenOptions>(calls, 'screen', 1).cutoff, 0.6)
    }))

  const SCOPES: readonly (readonly [query: string, ScreenOptions['scope']])[] = [
    ['/match/test', [{ source: 'test', lists: null }]],
    ['/match/TEST-1', [{ source: 'test', lists: ['TEST-1'] }]],
    ['/match/default?include_dataset=test', [{ source: 'test', lists: null }]],
    ['/match/default?include_dataset=TEST-1&include_dataset=TEST-2', [{ source: 'test', lists: ['TEST-1', 'TEST-2'] }]],
    ['/match/default?exclude_dataset=test', [{ source: 'other', lists: null }]],
    ['/match/test?exclude_dataset=TEST-1', [{ source: 'test', lists: ['', 'TEST-2'] }]],
    ['/match/TEST-1?exclude_dataset=TEST-1', []],
    ['/match/default?include_dataset=nothing', []],
  ]
  for (const [path, scope] of SCOPES) {
    test(`${path} searches ${JSON.stringify(scope)}`, () =>
      served(async (server, calls) => {
        await server.post(path, QUERY)
        assert.deepEqual(given<ScreenOptions>(calls, 'screen', 1).scope, scope)
      }))
  }

  test('the three times go along; a day is checked against the calendar', () =>
    served(async (server, calls) => {
      await server.post('/match/default?valid=2020-02-29&published=2021-01-01T06:00&recorded=2022-01-01', QUERY)
      assert.deepEqual(given<ScreenOptions>(calls, 'screen', 1).asOf, {
        valid: '2020-02-29',
        published: '2021-01-01T06:00',
        recorded: '2022-01-01',
      })
      const wrong = await server.post('/match/default?valid=2021-02-29', QUERY)
      assert.deepEqual([wrong.status, at(wrong.json, 'code')], [400, 'input.invalid'])
    }))

  test('a search passes words, filters, facets and order on', () =>
    served(async (server, calls) => {
      await server.get(
        '/search/default?q=anna&countries=ru&countries=by&filter=properties.programId:A:B&facets=genders&sort=caption:desc&sort=first_seen&limit=-3&offset=7&target=true&filter_op=AND',
      )
      const asked = given<SearchRequest>(calls, 'search')
      assert.deepEqual(asked.filters, [
        { field: 'countries', values: ['ru', 'by'], all: true },
        { field: 'properties.programId', values: ['A:B'], all: true },
      ])
      assert.deepEqual([asked.q, asked.facets, asked.limit, asked.offset, asked.target], ['anna', ['genders'], 0, 7, true])
      assert.deepEqual(asked.sort, [
        { field: 'caption', descending: true },
        { field: 'first_seen', descending: false },
      ])
    }))

  test('plain fields of a screening become a query of the model', () =>
    served(async (server, calls) => {
      await server.get('/api/screen?name=Anna+Testova&birthDate=1970&country=ru&id=AB1234&scope=test')
      const [query] = given<readonly { schema: string; properties: Record<string, unknown> }[]>(calls, 'screen')
      assert.deepEqual(
        [query?.schema, query?.properties['name'], query?.properties['passportNumber']],
        ['Person', ['Anna Testova'], ['AB1234']],
      )
      assert.equal(given<ScreenOptions>(calls, 'screen', 1).listings, true)
    }))

  test('a screening of nothing is a fault of the question, not a list of nobody', () =>
    served(async (server, calls) => {
      for (const asked of ['', '?name=', '?name=%3F%21']) {
        const answer = await server.get(`/api/screen${asked}`)
        assert.deepEqual([answer.status, at(answer.json, 'code')], [400, 'input.invalid'])
      }
      assert.equal(calls.filter(call => call.name === 'screen').length, 0)
    }))
})

describe('what is made of failures', () => {
  const FAILURES: readonly (readonly [Parameters<typeof failure>, status: number])[] = [
    [['overloaded', { waiting: 2000, seconds: 3 }], 503],
    [['index.not-ready'], 503],
    [['screening.failed', { reason: 'a worker died' }], 500],
    [['input.invalid', { what: 'a', expected: 'b', seen: 'c' }], 400],
  ]
  for (const [error, status] of FAILURES) {
    test(`${error[0]} is ${status}, with code and remedy, and never an empty result`, () =>
      served(
        async server => {
          const answer = await server.post('/match/default', QUERY)
          assert.equal(answer.status, status)
          assert.deepEqual([at(answer.json, 'code'), at(answer.json, 'responses')], [error[0], undefined])
          assert.equal(typeof at(answer.json, 'detail'), 'string')
          assert.equal(typeof at(answer.json, 'remedy'), 'string')
          assert.equal(answer.headers.get('retry-after'), status === 503 ? (error[0] === 'overloaded' ? '3' : '5') : null)
        },
        { screen: failure(...error) },
      ))
  }

  test('an error that nobody expected is 500 without its words', () =>
    served(
      async server => {
        const answer = await server.post('/match/default', QUERY)
        assert.equal(answer.status, 500)
        assert.deepEqual([at(answer.json, 'status'), answer.text.includes('Anna')], ['error', false])
      },
      { screen: () => Promise.reject(new TypeError('Anna Testova is undefined')) },
    ))

  test('what fails on the way becomes the last line of a stream', () =>
    served(
      async server => {
        const form = new FormData()
        form.set('file', new Blob(['name\nAnna\n']), 'a.csv')
        const answer = await server.post('/api/screen-file', form)
        const lines = answer.text
          .trim()
          .split('\n')
          .map(line => JSON.parse(line) as unknown)
        assert.equal(answer.status, 200)
        assert.deepEqual([at(lines, '0.type'), at(lines, '1.type'), at(lines, '1.code')], ['columns', 'failure', 'index.not-ready'])
      },
      {
        async *screenFile(file) {
          await Array.fromAsync(file.bytes)
          yield { type: 'columns', columns: [], rows: 1 }
          await failure('index.not-ready')()
        },
      },
    ))

  test('what fails before the first line is an ordinary error', () =>
    served(
      async server => {
        const form = new FormData()
        form.set('file', new Blob(['x']), 'a.csv')
        const answer = await server.post('/api/screen-file', form)
        assert.deepEqual([answer.status, at(answer.json, 'code')], [400, 'input.invalid'])
      },
      {
        screenFile: () => ({
          [Symbol.asyncIterator]: () => ({ next: failure('input.invalid', { what: 'a.csv', expected: 'a table', seen: 'nothing' }) }),
        }),
      },
    ))
})

describe('the wire', () => {
  test('bodies of 500 bytes and more are compressed where the client takes gzip', () =>
    served(async server => {
      const raw = (path: string, encoding: string) =>
        new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
          request(`${server.base}${path}`, { headers: { 'accept-encoding': encoding } }, response => {
            const parts: Buffer[] = []
            response.on('data', (part: Buffer) => parts.push(part))
            response.on('end', () => resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(parts) }))
          })
            .on('error', reject)
            .end()
        })
      const packed = await raw('/catalog', 'gzip')
      assert.equal(packed.encoding, 'gzip')
      assert.ok(gunzipSync(packed.body).toString().includes('datasets'))
      assert.equal((await raw('/catalog', 'gzip;q=0')).encoding, undefined)
      assert.equal((await raw('/healthz', 'gzip')).encoding, undefined)
    }))

  test('a trace goes on under a span of our own, and begins where there is none', () =>
    served(async server => {
      const trace = 'ab'.repeat(16)
      const parent = `00-${trace}-${'cd'.repeat(8)}-01`
      const continued = await server.get('/healthz', { traceparent: parent, tracestate: 'other=1' })
      assert.match(continued.headers.get('traceparent') ?? '', new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`))
      assert.notEqual(continued.headers.get('traceparent'), parent)
      assert.match(continued.headers.get('tracestate') ?? '', /^wholists=[0-9a-f]{16},other=1$/)
      assert.match(
        (await server.get('/healthz', { traceparent: 'nonsense' })).headers.get('traceparent') ?? '',
        /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/,
      )
    }))

  test('every origin may read; a preflight is answered', () =>
    served(async server => {
      const answer = await server.get('/healthz', { origin: 'https://example.org' })
      assert.deepEqual(
        [answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-allow-credentials')],
        ['*', 'true'],
      )
      const preflight = await fetch(`${server.base}/match/default`, {
        method: 'OPTIONS',
        headers: { origin: 'https://example.org', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-key' },
      })
      assert.deepEqual(
        [preflight.status, preflight.headers.get('access-control-allow-origin'), preflight.headers.get('access-control-allow-headers')],
        [200, 'https://example.org', 'x-key'],
      )
    }))

  test('an unknown path is 404, a known one under another method 405', () =>
    served(async server => {
      assert.deepEqual((await server.get('/nowhere')).json, { detail: 'Not Found' })
      const wrong = await server.get('/match/default')
      assert.deepEqual([wrong.status, wrong.headers.get('allow'), wrong.json], [405, 'POST', { detail: 'Method Not Allowed' }])
    }))
})

describe('the log', () => {
  test('holds routes and figures, and nothing that a caller sends', () =>
    served(
      async server => {
        await server.post('/match/default?exclude_entity_ids=Secretova', QUERY)
        await server.post('/match/default', '{"Secretova')
        await server.post('/match/Secretova', QUERY)
        await server.get('/search/default?q=Secretova')
        await server.get('/entities/Secretova?nested=Secretova')
        await server.get('/Secretova')
        await server.get('/api/listed?party=Secretova&authority=un')
        await server.get('/api/screen?name=Secretova', { 'user-agent': 'Secretova', traceparent: 'Secretova' })
        await server.post('/reconcile/default', new URLSearchParams({ queries: '{"q":{"query":"Secretova"}}' }))
        const log = server.log().replace(/^.*Server listening.*$/m, '')
        assert.ok(log.includes('"route":"/entities/:id"') && log.includes('"route":"/match/:dataset"'))
        for (const secret of ['Secretova', 'Testova', '127.0.0.1']) assert.equal(log.includes(secret), false, `${secret} is in the log`)
        assert.ok(log.includes('"level":50') && log.includes('TypeError'))
      },
      {
        search: () => Promise.reject(new TypeError('cannot search for Secretova', { cause: new Error('Secretova') })),
        listed: failure('party.unknown', { party: 'Secretova' }),
      },
    ))
})

describe('who may change something', () => {
  const HELD = { version: 'test/2026-01-02', reason: 'looked at it' }
  const accept = async () => ({ version: HELD.version, outcome: 'accepted' })

  test('somebody on this machine may release a held version', () =>
    served(
      async (server, calls) => {
        assert.equal((await server.post('/api/sources/accept', HELD)).status, 200)
        assert.deepEqual(calls.find(c => c.name === 'accept')?.given, [HELD.version, HELD.reason])
      },
      { accept },
    ))

  const REFUSED: readonly (readonly [why: string, Record<string, string>])[] = [
    ['a page of another site', { origin: 'https://example.org' }],
    ['a page of another site, as browsers say it', { 'sec-fetch-site': 'cross-site' }],
    ['a request that a proxy passes on', { 'x-forwarded-for': '203.0.113.9' }],
    ['a wrong token behind a proxy', { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer wrong' }],
  ]
  for (const [why, headers] of REFUSED) {
    test(`${why} may not`, () =>
      served(
        async (server, calls) => {
          assert.equal((await server.post('/api/sources/accept', HELD, headers)).status, 403)
          assert.equal(
            calls.some(c => c.name === 'accept'),
            false,
          )
        },
        { accept },
      ))
  }

  const WRITES: readonly (readonly [path: string, body: unknown])[] = [
    ['/api/sources/update', {}],
    ['/api/identity/decide', { a: 'x:1', b: 'x:2', verdict: 'same', reason: 'seen', by: 'anna' }],
    ['/api/identity/undo', { a: 'x:1', b: 'x:2', reason: 'seen', by: 'anna' }],
    ['/api/identity/resolver', '["x:1","x:2","positive",null,"anna",null]'],
    ['/api/follows', { what: 'list:un-1988', webhook: 'https://example.org/hook' }],
  ]
  for (const [path, body] of WRITES)
    test(`a page of another site may not post to ${path}`, () =>
      served(async (server, calls) => {
        assert.equal((await server.post(path, body, { origin: 'https://example.org' })).status, 403)
        assert.deepEqual(calls, [])
      }))

  test('who follows what is shown to the owner alone', () =>
    served(async server => {
      assert.equal((await server.get('/api/follows', { 'x-forwarded-for': '203.0.113.9' })).status, 403)
      assert.equal((await server.delete('/api/follows/f_1', { 'sec-fetch-site': 'cross-site' })).status, 403)
    }))

  test('the token opens from everywhere', () =>
    served(
      async server => {
        assert.equal(
          (await server.post('/api/sources/accept', HELD, { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer a token' })).status,
          200,
        )
      },
      { accept },
    ))
})

describe('progress, metrics, feeds', () => {
  test('progress is told as it comes, and the server stops although somebody listens', () =>
    served(
      async server => {
        const response = await fetch(`${server.base}/api/progress`)
        const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
        let text = ''
        while (!text.includes('"phase":"read"')) text += (await reader.read()).value ?? ''
        assert.equal(response.headers.get('content-type'), 'text/event-stream')
      },
      {
        onProgress: listener => {
          setImmediate(() => listener({ task: 'import', source: 'test', phase: 'read', done: 1, total: 2, message: null }))
          return () => undefined
        },
      },
    ))

  test('metrics count requests by route and queries by number', () =>
    served(async server => {
      await server.post('/match/default', QUERY)
      await server.get('/entities/nobody')
      const { text } = await server.get('/metrics')
      assert.match(text, /wholists_http_request_seconds_count\{method="POST",route="\/match\/:dataset",status="200"\} 1/)
      assert.match(text, /wholists_http_request_seconds_count\{method="GET",route="\/entities\/:id",status="404"\} 1/)
      assert.match(text, /wholists_queries_total 1/)
      assert.match(text, /wholists_ready 1/)
    }))

  const change = {
    kind: 'amended',
    record: 'test:1',
    reference: 'T.1',
    caption: 'A & B <C>',
    cause: 'source',
    fields: [{ property: 'name', was: ['A'], is: ['A & B <C>'] }],
    source: 'test',
    sourceTitle: 'The test',
    version: 'test/2026-01-02',
    published: NOW(),
    before: 'test/2026-01-01',
    recorded: NOW(),
    entity: 'test:1',
  } as const
  const changes: App['changes'] = async () => ({ since: null, until: null, changes: [change], total: 1, incomplete: [] })

  test('changes are an Atom feed, with everything escaped', () =>
    served(
      async server => {
        const { text, headers } = await server.get('/api/changes/feed.atom')
        assert.equal(headers.get('content-type'), 'application/atom+xml; charset=utf-8')
        assert.ok(text.includes('<title>Amended: A &amp; B &lt;C&gt; (The test)</title>'))
        assert.ok(text.includes(`<link href="${server.base}/entity/test%3A1"/>`))
      },
      { changes },
    ))

  test('changes are a JSON Feed', () =>
    served(
      async server => {
        const { json } = await server.get('/api/changes/feed.json')
        assert.deepEqual(
          [at(json, 'version'), at(json, 'items.0.title'), at(json, 'items.0.date_published')],
          ['https://jsonfeed.org/version/1.1', 'Amended: A & B <C> (The test)', '2026-01-02T00:00:00Z'],
        )
      },
      { changes },
    ))
})

describe('stopping', () => {
  test('what was accepted is answered, nothing more is taken', async () => {
    let begun: () => void = () => undefined
    const hasBegun = new Promise<void>(resolve => (begun = resolve))
    let release: () => void = () => undefined
    const held = new Promise<void>(resolve => (release = resolve))
    const { app } = doubleApp()
    const server = await serve({
      ...app,
      screen: async (queries, options) => {
        begun()
        await held
        return app.screen(queries, options)
      },
    })
    const accepted = server.post('/match/default', QUERY)
    await hasBegun
    const closed = server.close()
    await assert.rejects(server.get('/healthz'))
    release()
    const { status, json, headers } = await accepted
    assert.deepEqual([status, at(json, 'responses.q.total.value')], [200, 1])
    assert.equal(headers.get('connection'), 'close', 'the server does not wait for the client to let go of its connection')
    await closed
  })
})

describe('many questions of status', () => {
  let server: Served
  before(async () => {
    const { app } = doubleApp({
      listed: async ({ party, on }) => {
        if (party === 'nobody') await failure('party.unknown', { party })()
        return {
          status: 'listed',
          party,
          list: 'TEST-1',
          instrument: null,
          boundary: { from: on, to: null },
          noEntryBy: null,
          evidence: [],
          confidence: 'read',
          disputed: false,
          disagreement: [],
          exemptions: [],
          others: [],
        }
      },
    })
    server = await serve(app)
  })
  after(() => server.close())

  test('each line has its answer in its place, a bad one its failure', async () => {
    const lines = [
      '{"party":"anna","authority":"un","on":"2020-01-01"}',
      '',
      'nonsense',
      '{"party":"nobody","authority":"un"}',
      '{"party":"anna"}',
      '{"party":"boris","authority":"un"}',
    ]
    const { text, status } = await server.post('/api/listed', lines.join('\n'), { 'content-type': 'application/x-ndjson' })
    const answers = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as unknown)
    assert.equal(status, 200)
    assert.deepEqual(
      answers.map(a => at(a, 'status') ?? at(a, 'code')),
      ['listed', 'input.invalid', 'party.unknown', 'input.invalid', 'listed'],
    )
    assert.equal(at(answers, '0.boundary.from'), '2020-01-01')
  })
})

function NOW(): string {
  return '2026-01-02T00:00:00'
}
