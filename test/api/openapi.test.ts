// The OpenAPI document against real answers: each operation is asked, each answer has the shape it declares.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Schema from 'typebox/schema'
import { type Answer, at } from './served.ts'
import { openWorld, type World } from './world.ts'

type Operation = {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>
}
type Document = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: object
}

let world: World
let document: Document
before(async () => {
  world = await openWorld()
  document = (await world.get('/openapi.json')).json as Document
})
after(() => world.close())

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const table = () => {
  const body = new FormData()
  body.set('file', new Blob(['name\nAnna Testova\n']), 'a.csv')
  return body
}
const QUERY = { schema: 'Person', properties: { name: ['Anna Testova'] } }
const SAYS_NOTHING = ''

/** A request for each operation, and for its errors: path of the document, path that is asked, body. */
const REQUESTS: readonly (readonly [operation: string, path: string, body?: unknown])[] = [
  ['POST /match/{dataset}', '/match/default?cutoff=0.3&listings=true', { queries: { q: QUERY } }],
  ['POST /match/{dataset}', '/match/default?keep=true', { queries: { a: QUERY, b: QUERY } }],
  ['POST /match/{dataset}', '/match/default', { queries: {} }],
  ['POST /match/{dataset}', '/match/nowhere', { queries: { q: QUERY } }],
  ['POST /match/{dataset}', '/match/default?limit=501', { queries: { q: QUERY } }],
  ['GET /search/{dataset}', '/search/default?facets=schema&facets=genders&limit=50'],
  ['GET /search/{dataset}', '/search/default?filter=x'],
  ['GET /search/{dataset}', '/search/default?limit=many'],
  ['GET /entities/{id}', '/entities/us-ofac-sdn:1020'],
  ['GET /entities/{id}', '/entities/nobody'],
  ['GET /entities/{id}/adjacent', '/entities/us-ofac-sdn:1020/adjacent'],
  ['GET /entities/{id}/adjacent/{property}', '/entities/us-ofac-sdn:1020/adjacent/sanctions'],
  ['GET /statements', '/statements'],
  ['GET /catalog', '/catalog'],
  ['GET /manifest', '/manifest'],
  ['GET /algorithms', '/algorithms'],
  ['GET /reconcile/{dataset}', '/reconcile/default'],
  ['POST /reconcile/{dataset}', '/reconcile/default', form({ queries: '{"q":{"query":"Anna Testova"}}' })],
  ['POST /reconcile/{dataset}', '/reconcile/default', form({ nothing: '' })],
  ['GET /reconcile/{dataset}/suggest/entity', '/reconcile/default/suggest/entity?prefix=anna'],
  ['GET /reconcile/{dataset}/suggest/type', '/reconcile/default/suggest/type?prefix=per'],
  ['GET /reconcile/{dataset}/suggest/property', '/reconcile/default/suggest/property?prefix=birth'],
  ['GET /reconcile/{dataset}/extend/property', '/reconcile/default/extend/property?type=Person'],
  ['GET /healthz', '/healthz'],
  ['GET /readyz', '/readyz'],
  ['POST /updatez', '/updatez', SAYS_NOTHING],
  ['GET /metrics', '/metrics'],
  ['GET /api/screen', '/api/screen?name=Anna+Testova'],
  ['GET /api/screen', '/api/screen?name=Anna+Testova&keep=true'],
  ['GET /api/screen', '/api/screen?scope=nowhere&name=x'],
  ['POST /api/screen', '/api/screen', QUERY],
  ['POST /api/screen-file', '/api/screen-file', table()],
  ['GET /api/entity/{id}', '/api/entity/un-sc:QDe.004'],
  ['GET /api/entity/{id}', '/api/entity/nobody'],
  ['GET /api/history/{id}', '/api/history/un-sc:QDe.004'],
  ['GET /api/sources', '/api/sources'],
  ['POST /api/sources/accept', '/api/sources/accept', { version: 'un-sc/1999-01-01', reason: 'none' }],
  ['GET /api/identity/proposals', '/api/identity/proposals'],
  [
    'POST /api/identity/decide',
    '/api/identity/decide',
    { a: 'un-sc:none', b: 'facts:none', verdict: 'unsure', reason: 'a test', by: 'a test' },
  ],
  ['GET /api/identity/decisions', '/api/identity/decisions'],
  ['GET /api/follows', '/api/follows'],
  ['POST /api/follows', '/api/follows', { what: 'list:nothing', webhook: 'https://example.org/hook' }],
  ['DELETE /api/follows/{id}', '/api/follows/f_none'],
  ['POST /api/identity/undo', '/api/identity/undo', { a: 'un-sc:none', b: 'facts:none', reason: 'a test', by: 'a test' }],
  ['GET /api/identity/resolver', '/api/identity/resolver'],
  ['POST /api/identity/resolver', '/api/identity/resolver', '["NK-1","zz:9","positive",null,"x",null]'],
  ['GET /api/listed', '/api/listed?party=taliban&authority=ru&on=2003-02-14'],
  ['GET /api/listed', '/api/listed?party=nobody-known&authority=ru'],
  ['POST /api/listed', '/api/listed', '{"party":"taliban","authority":"ru","on":"2003-02-14"}'],
  ['GET /api/lists', '/api/lists'],
  ['GET /api/matrix', '/api/matrix?party=taliban&on=2020-01-01'],
  ['GET /api/instrument/{id}', '/api/instrument/unscr-1267'],
  ['GET /api/instrument/{id}', '/api/instrument/nothing'],
  ['GET /api/instrument/{id}', '/api/instrument/unscr-1267?on=2020-01-01'],
  ['GET /api/instrument/{id}', '/api/instrument/unscr-1267?on=2020-13-41'],
  ['GET /api/instruments', '/api/instruments?find=1267'],
  ['GET /api/changes', '/api/changes'],
  ['GET /api/changes/feed.json', '/api/changes/feed.json'],
  ['GET /api/changes/feed.atom', '/api/changes/feed.atom'],
  ['GET /api/diff/{source}', '/api/diff/un-sc?from=2026-02-03&to=2026-02-03'],
  ['GET /api/diff/{source}', '/api/diff/nothing?from=2026-02-03&to=2026-02-03'],
  ['GET /api/identity/proposals', '/api/identity/proposals'],
  ['POST /api/identity/decide', '/api/identity/decide', { a: 'un-sc:A', b: 'un-sc:B', verdict: 'same', reason: 'seen', by: 'anna' }],
  ['GET /api/signals', '/api/signals'],
  ['GET /api/signals/feed', '/api/signals/feed'],
  ['POST /api/read', '/api/read', { text: 'a', html: 'b' }],
  ['POST /api/read', '/api/read', { text: 'A text.', title: 'T', published: '2025-05-04' }],
  ['POST /api/read', '/api/read', { text: 'A text.', published: 'yesterday' }],
]

/** Asked by tests of their own: one fetches from publishers, one is a stream without an end. */
const ELSEWHERE: ReadonlySet<string> = new Set(['POST /api/sources/update', 'GET /api/progress'])

const ask = (method: string, path: string, body: unknown): Promise<Answer> =>
  method === 'GET' ? world.get(path) : method === 'DELETE' ? world.delete(path) : world.post(path, body === SAYS_NOTHING ? undefined : body)

test('it is a document of OpenAPI 3.1', () => assert.equal(document.openapi, '3.1.0'))

test('every operation says what it is, and every parameter what it means', () => {
  const silent: string[] = []
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!operation.summary || !operation.tags?.length) silent.push(`${method} ${path}`)
      for (const p of operation.parameters ?? []) if (p.in === 'query' && !p.description) silent.push(`${method} ${path}: ${p.name}`)
    }
  }
  assert.deepEqual(silent, [])
})

test('every operation is asked here', () => {
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map(method => `${method.toUpperCase()} ${path}`),
  )
  const asked = new Set(REQUESTS.map(([operation]) => operation))
  assert.deepEqual(
    documented.filter(o => !asked.has(o) && !ELSEWHERE.has(o)),
    [],
  )
})

for (const [operation, path, body] of REQUESTS) {
  test(`${operation.split(' ')[0]} ${path} answers as declared`, async () => {
    const [method = '', template = ''] = operation.split(' ')
    const declared = document.paths[template]?.[method.toLowerCase()]
    assert.ok(declared, `${operation} is not in the document`)
    const answer = await ask(method, path, body)
    const response = declared.responses[String(answer.status)]
    assert.ok(response, `${answer.status} is not declared: ${answer.text.slice(0, 300)}`)
    const [type, content] = Object.entries(response.content ?? {})[0] ?? []
    assert.ok(type && content, `nothing is declared for ${answer.status}`)
    assert.ok(answer.headers.get('content-type')?.startsWith(type), `${answer.headers.get('content-type')} is not ${type}`)
    const values = type.endsWith('ndjson')
      ? answer.text
          .trim()
          .split('\n')
          .map(line => JSON.parse(line) as unknown)
      : [type.endsWith('json') ? answer.json : answer.text]
    for (const value of values) {
      const [right, errors] = Schema.Errors({ components: document.components, ...content.schema }, value)
      assert.ok(right, JSON.stringify(errors.slice(0, 5), null, 1))
    }
  })
}

test('the page about the interface names every path, loads nothing from elsewhere and runs no script', async () => {
  const page = await world.get('/api')
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'/,
  )
  for (const path of Object.keys(document.paths)) assert.ok(page.text.includes(`<code>${path}</code>`), path)
  assert.equal(/<script|style="|https?:\/\/(?!127\.0\.0\.1|localhost)[^"]*\.(css|js)/.test(page.text), false)
  assert.equal((await world.get('/api/style.css')).status, 200)
})

test('at finds what stands at a path', () =>
  assert.deepEqual([at({ a: [{ b: 1 }, { b: 2 }] }, 'a.*.b'), at({ a: null }, 'a.b')], [[1, 2], undefined]))
