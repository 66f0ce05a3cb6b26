// What clients of yente rely on, statement by statement in the order of its description, over HTTP against the real product.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { at } from './served.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const ANNA = 'un-sc:QDi.801'
const AL_QAIDA = 'un-sc:QDe.004'
const person = (name: string, more: object = {}) => ({ schema: 'Person', properties: { name: [name], ...more } })
const match = (queries: object, query = '', dataset = 'default', more: object = {}) =>
  world.post(`/match/${dataset}${query}`, { queries, ...more })
const results = (answer: { json: unknown }, key = 'q') =>
  at(answer.json, `responses.${key}.results`) as readonly Readonly<Record<string, unknown>>[]
const ids = (answer: { json: unknown }, path = 'results') => at(answer.json, `${path}.*.id`) as readonly string[]

describe('1. Conventions', () => {
  test('JSON is taken without a content type, and whatever the content type says', async () => {
    for (const type of ['', 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-8']) {
      const body = new Blob([JSON.stringify({ queries: { q: person('Anna Testova') } })], { type })
      const response = await fetch(`${world.base}/match/default`, { method: 'POST', body })
      assert.equal(response.status, 200, type || 'none')
    }
  })

  test('list parameters repeat the key', async () => {
    const either = await world.get('/search/default?countries=jo&countries=kp')
    const names = at(either.json, 'results.*.caption') as string[]
    assert.ok(names.includes('ANNA TESTOVA') && names.includes('TESTLAND TRADING COMPANY'))
  })

  test('unknown query parameters are ignored', async () => {
    assert.equal((await match({ q: person('Anna Testova') }, '?fuzzy=true&api_key=x')).status, 200)
    assert.equal((await world.get('/search/default?nonsense=1')).status, 200)
  })

  test('a path with its query of more than 60,000 bytes is 414', async () => {
    const long = await world.get(`/search/default?q=${'a'.repeat(60_000)}`)
    assert.deepEqual([long.status, long.json], [414, { detail: 'Request URI too long' }])
    assert.equal((await world.get(`/search/default?simple=true&q=${'a'.repeat(50_000)}`)).status, 200)
  })

  test('answers carry a trace, and batches their size', async () => {
    const answer = await match({ a: person('Anna Testova'), b: person('Nobody Known') })
    assert.match(answer.headers.get('traceparent') ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    assert.ok(answer.headers.has('tracestate'))
    assert.equal(answer.headers.get('x-batch-size'), '2')
  })

  test('times in answers are YYYY-MM-DDTHH:MM:SS without a zone', async () => {
    const { json } = await world.get(`/entities/${ANNA}`)
    for (const field of ['first_seen', 'last_seen', 'last_change'])
      assert.match(String(at(json, field)), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  })

  for (const [value, status] of [
    ['2020-01-01', 200],
    ['2020-01-01T06', 200],
    ['2020-01-01T06:00', 200],
    ['2020-01-01T06:00:00', 200],
    ['2020', 422],
    ['2020-01-01T06:00:00Z', 422],
    ['yesterday', 422],
  ] as const) {
    test(`changed_since=${value} is ${status}`, async () => {
      assert.equal((await world.get(`/search/default?changed_since=${value}`)).status, status)
      assert.equal((await match({ q: person('Anna Testova') }, `?changed_since=${value}`)).status, status)
    })
  }

  test('changed_since means later than that, not at it', async () => {
    const change = String(at((await world.get(`/entities/${ANNA}`)).json, 'last_change'))
    assert.equal(results(await match({ q: person('Anna Testova') }, `?changed_since=${change}`)).length, 0)
    assert.equal(results(await match({ q: person('Anna Testova') }, '?changed_since=2020-01-01')).length, 1)
  })

  test('limit goes to 500, offset to 9,499; negative values become 0; 0 is legal', async () => {
    assert.equal((await world.get('/search/default?limit=501')).status, 422)
    assert.equal((await world.get('/search/default?offset=9500')).status, 422)
    assert.equal((await world.get('/search/default?limit=500&offset=9499')).status, 200)
    const negative = await world.get('/search/default?limit=-5&offset=-5')
    assert.deepEqual([at(negative.json, 'limit'), at(negative.json, 'offset'), at(negative.json, 'results')], [0, 0, []])
    assert.ok(Number(at(negative.json, 'total.value')) > 0)
  })
})

describe('1. Errors', () => {
  const DETAILS: readonly (readonly [
    what: string,
    method: 'get' | 'post',
    path: string,
    body: unknown,
    status: number,
    detail: string | RegExp,
  ])[] = [
    ['an unknown algorithm', 'post', '/match/default?algorithm=magic', { queries: { q: person('A') } }, 400, 'Invalid algorithm: magic'],
    [
      'an unknown setting',
      'post',
      '/match/default',
      { queries: { q: person('A') }, config: { nm_magic: 1 } },
      400,
      /^Invalid configuration parameter: nm_magic/,
    ],
    ['no queries', 'post', '/match/default', { queries: {} }, 400, 'No queries provided.'],
    [
      'an unknown schema in a query',
      'post',
      '/match/default',
      { queries: { q: { schema: 'Nonsense', properties: {} } } },
      400,
      /^Cannot parse example entity: /,
    ],
    [
      'a schema that cannot be matched',
      'post',
      '/match/default',
      { queries: { q: { schema: 'Sanction', properties: {} } } },
      400,
      /^Cannot parse example entity: /,
    ],
    ['a filter without a colon', 'get', '/search/default?filter=nocolon', null, 400, /^Invalid filter/],
    ['an unknown schema of a search', 'get', '/search/default?schema=Nonsense', null, 400, /^Invalid schema/],
    ['a query text that cannot be read', 'get', `/search/default?q=${encodeURIComponent('foo / bar')}`, null, 400, /^Search error: /],
    ['an order by an unknown field', 'get', '/search/default?sort=nonsense', null, 400, /./],
    ['an unknown dataset of a match', 'post', '/match/nowhere', { queries: { q: person('A') } }, 404, 'No such dataset.'],
    ['an unknown dataset of a search', 'get', '/search/nowhere', null, 404, 'No such dataset.'],
    ['an unknown entity', 'get', '/entities/nobody', null, 404, 'No such entity!'],
    ['neighbours of an unknown entity', 'get', '/entities/nobody/adjacent', null, 404, 'No such entity!'],
    ['an unknown property of an entity', 'get', `/entities/${ANNA}/adjacent/nonsense`, null, 404, 'No such property!'],
    ['a property that leads to no entity', 'get', `/entities/${ANNA}/adjacent/birthDate`, null, 404, 'No such property!'],
    ['a missing token', 'post', '/updatez', null, 403, 'Invalid token.'],
    ['a wrong token', 'post', '/updatez?token=wrong', null, 403, 'Invalid token.'],
  ]
  for (const [what, method, path, body, status, detail] of DETAILS) {
    test(`${what} is ${status}`, async () => {
      const answer = method === 'get' ? await world.get(path) : await world.post(path, body)
      assert.equal(answer.status, status, answer.text)
      const said = String(at(answer.json, 'detail'))
      if (typeof detail === 'string') assert.equal(said, detail)
      else assert.match(said, detail)
    })
  }

  test('declared limits and types are 422, each fault with its place', async () => {
    const { status, json } = await match({ q: person('Anna Testova') }, '?limit=501&threshold=high')
    const wrongBody = await world.post('/match/default', { queries: { q: { properties: { name: 7 } } } })
    assert.deepEqual([status, wrongBody.status], [422, 422])
    const faults = [...(at(json, 'detail') as object[]), ...(at(wrongBody.json, 'detail') as object[])]
    const places = faults.map(f => `${String(at(f, 'type'))} ${(at(f, 'loc') as string[]).join('.')}`)
    assert.ok(places.includes('less_than_equal query.limit'))
    assert.ok(places.includes('float_parsing query.threshold'))
    assert.ok(places.includes('missing body.queries.q.schema'))
    for (const fault of faults) assert.ok(typeof at(fault, 'msg') === 'string' && 'input' in fault)
    assert.equal(
      at(
        faults.find(f => at(f, 'type') === 'less_than_equal'),
        'ctx.le',
      ),
      500,
    )
  })

  test('an entity that was joined into another is 308, and query parameters are not kept', async () => {
    const answer = await world.get('/entities/facts:al-qaida?nested=false')
    assert.deepEqual([answer.status, answer.headers.get('location')], [308, `/entities/${encodeURIComponent(AL_QAIDA)}`])
  })
})

describe('2. Shapes', () => {
  test('an entity has the fields of EntityResponse', async () => {
    const { json } = await world.get(`/entities/${ANNA}?nested=false`)
    assert.deepEqual(
      ['id', 'caption', 'schema', 'target', 'datasets'].map(field => at(json, field)),
      [ANNA, 'ANNA TESTOVA', 'Person', true, ['un-sc']],
    )
    for (const values of Object.values(at(json, 'properties') as object)) assert.ok(Array.isArray(values))
    assert.ok(Array.isArray(at(json, 'referents')))
  })

  test('a joined entity names its sources and the ids joined in it', async () => {
    const { json } = await world.get(`/entities/${AL_QAIDA}`)
    assert.deepEqual(at(json, 'datasets'), ['un-sc', 'facts'])
    assert.ok((at(json, 'referents') as string[]).includes('facts:al-qaida'))
  })

  test('a scored entity adds score, match and explanations; there is no features object', async () => {
    const [first] = results(await match({ q: person('Anna Testova') }))
    assert.ok(first && typeof first['score'] === 'number' && first['match'] === true)
    assert.equal('features' in first, false)
    const explanations = Object.values(first['explanations'] as object)
    assert.ok(explanations.length > 0)
    for (const e of explanations) for (const field of ['score', 'detail', 'query', 'candidate']) assert.ok(field in e)
    for (const e of explanations) assert.ok(at(e, 'score') !== 0 || at(e, 'detail') !== null)
  })
})

describe('3. Match: parameters', () => {
  test('limit is 5 unless said, and echoed', async () => {
    assert.equal(at((await match({ q: person('Anna Testova') })).json, 'limit'), 5)
    assert.equal(at((await match({ q: person('Anna Testova') }, '?limit=2')).json, 'limit'), 2)
  })

  test('a score at the cutoff is dropped; one above it stays', async () => {
    const [first] = results(await match({ q: person('Anna Testov') }, '?cutoff=0.01'))
    const score = Number(first?.['score'])
    assert.ok(score > 0.01 && score < 1, `the name must come near, it scores ${score}`)
    assert.equal(results(await match({ q: person('Anna Testov') }, `?cutoff=${score}&threshold=${score}`)).length, 0)
    const below = results(await match({ q: person('Anna Testov') }, `?cutoff=${score - 0.001}&threshold=${score}`))
    assert.deepEqual([below.length, below[0]?.['match']], [1, true])
  })

  test('the cutoff is never above the threshold, and total counts from the threshold on', async () => {
    const [first] = results(await match({ q: person('Anna Testov') }, '?cutoff=0.01'))
    const score = Number(first?.['score'])
    const lower = await match({ q: person('Anna Testov') }, `?cutoff=0.99&threshold=${score - 0.01}`)
    assert.equal(at(lower.json, 'responses.q.total.value'), 1)
    assert.equal(results(lower).length, 1)
    const higher = await match({ q: person('Anna Testov') }, `?cutoff=0.01&threshold=${score + 0.001}`)
    assert.deepEqual([at(higher.json, 'responses.q.total'), results(higher)[0]?.['match']], [{ value: 0, relation: 'eq' }, false])
  })

  for (const name of ['best', 'BEST', 'logic-v2', 'Logic-V1', 'regression-v1', 'name-based', 'name-qualified', 'ofac']) {
    test(`the algorithm ${name} is accepted, and the answer says what answered`, async () => {
      const answer = await match({ q: person('Anna Testova') }, `?algorithm=${name}`)
      assert.equal(answer.status, 200)
      assert.equal(at(answer.json, 'algorithm.asked'), name)
      assert.equal(typeof at(answer.json, 'algorithm.used'), 'string')
    })
  }

  test('include_dataset cuts the scope, exclude_dataset subtracts names from it', async () => {
    const found = async (query: string) => results(await match({ q: person('Anna Testova') }, query)).length
    assert.equal(await found('?include_dataset=un-sc'), 1)
    assert.equal(await found('?include_dataset=us-ofac-sdn'), 0)
    assert.equal(await found('?exclude_dataset=un-sc'), 0)
    assert.equal(await found('?include_dataset=nothing-known'), 0)
  })

  test('who also stands in a dataset that remains is still found', async () => {
    const group = { q: { schema: 'Organization', properties: { name: ['Al-Qaida'] } } }
    const [first] = results(await match(group, '?exclude_dataset=un-sc'))
    assert.equal(first?.['id'], AL_QAIDA)
  })

  test('a list is a dataset too', async () => {
    const lists = (at((await world.get('/catalog')).json, 'datasets') as object[])
      .filter(d => at(d, 'type') === 'list')
      .map(d => String(at(d, 'name')))
    const [first] = results(await match({ q: person('Anna Testova') }, '?listings=true'))
    const list = String(at(first, 'listings.0.list'))
    assert.ok(lists.includes(list))
    assert.equal(results(await match({ q: person('Anna Testova') }, '', list)).length, 1)
    assert.equal(results(await match({ q: person('Boris Specimenov') }, '', list)).length, 0)
  })

  test('exclude_schema drops exact schemata, exclude_entity_ids any id of an entity', async () => {
    const thing = { q: { schema: 'Thing', properties: { name: ['Al-Qaida'] } } }
    const schema = String(results(await match(thing))[0]?.['schema'])
    assert.equal(
      results(await match(thing, `?exclude_schema=${schema}`)).some(r => r['schema'] === schema),
      false,
    )
    assert.equal(results(await match(thing, '?exclude_schema=Vessel'))[0]?.['id'], AL_QAIDA)
    for (const id of [AL_QAIDA, 'facts:al-qaida'])
      assert.equal(
        results(await match(thing, `?exclude_entity_ids=${id}`)).some(r => r['id'] === AL_QAIDA),
        false,
      )
    assert.equal((await match(thing, `?${'exclude_entity_ids=x&'.repeat(51)}`)).status, 422)
  })

  test('a result has at least one of the topics', async () => {
    assert.equal(results(await match({ q: person('Anna Testova') }, '?topics=debarment&topics=sanction')).length, 1)
    assert.equal(results(await match({ q: person('Anna Testova') }, '?topics=debarment')).length, 0)
  })
})

describe('3. Match: body and answer', () => {
  test('1 to 100 queries', async () => {
    const batch = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`q${i}`, person(`Name ${i}`)]))
    assert.equal((await match(batch(100))).status, 200)
    const over = await match(batch(101))
    assert.deepEqual([over.status, at(over.json, 'detail')], [400, 'Too many queries in one batch (limit: 100)'])
  })

  test('one bad schema refuses the whole batch', async () => {
    assert.equal((await match({ good: person('Anna Testova'), bad: { schema: 'Nonsense', properties: {} } })).status, 400)
  })

  test('each key has its answer: status, results best first, total, the cleaned query with its id', async () => {
    const answer = await match({ a: { id: 'mine', ...person('Anna Testova') }, b: person('Nobody Known At All') })
    assert.deepEqual(Object.keys(at(answer.json, 'responses') as object), ['a', 'b'])
    assert.deepEqual(
      [at(answer.json, 'responses.a.status'), at(answer.json, 'responses.a.query.id'), at(answer.json, 'responses.b.query.id')],
      [200, 'mine', null],
    )
    assert.deepEqual(at(answer.json, 'responses.a.total'), { value: 1, relation: 'eq' })
    assert.deepEqual(at(answer.json, 'responses.b.results'), [])
    const scores = results(answer, 'a').map(r => Number(r['score']))
    assert.deepEqual(
      scores,
      [...scores].sort((x, y) => y - x),
    )
  })

  const CLEANED: readonly (readonly [what: string, given: object, property: string, expected: unknown])[] = [
    ['a country by its name', { nationality: ['Russia'] }, 'nationality', ['ru']],
    ['a year stays a year', { birthDate: '1965' }, 'birthDate', ['1965']],
    ['numbers become text', { idNumber: [12345] }, 'idNumber', ['12345']],
    ['bare text equals a list of one', { name: 'Anna Testova' }, 'name', ['Anna Testova']],
    ['empty text is removed', { name: ['Anna Testova', '', '  '] }, 'name', ['Anna Testova']],
    ['an unknown property is dropped', { nonsense: ['x'] }, 'nonsense', undefined],
    ['what cannot be cleaned vanishes', { birthDate: ['never'] }, 'birthDate', undefined],
  ]
  for (const [what, given, property, expected] of CLEANED) {
    test(`cleaning: ${what}`, async () => {
      const answer = await match({ q: { schema: 'Person', properties: { name: ['Anna Testova'], ...given } } })
      assert.equal(answer.status, 200)
      assert.deepEqual(at(answer.json, `responses.q.query.properties.${property}`), expected)
    })
  }

  test('without a name one is composed from its parts', async () => {
    const answer = await match({ q: { schema: 'Person', properties: { firstName: ['Anna'], lastName: ['Testova'] } } })
    assert.equal(results(answer)[0]?.['id'], ANNA)
    assert.ok((at(answer.json, 'responses.q.query.properties.name') as string[]).includes('Anna Testova'))
  })

  test('the prefix of a telephone number is a hint of the country', async () => {
    const answer = await match({ q: person('Anna Testova', { phone: ['+49 30 1234567'] }) })
    assert.deepEqual(at(answer.json, 'responses.q.query.properties.country'), ['de'])
  })

  test('results are flat: references stay ids', async () => {
    for (const result of results(await match({ q: { schema: 'Thing', properties: { name: ['Mar Ficticio'] } } }))) {
      for (const values of Object.values(result['properties'] as Record<string, unknown[]>))
        for (const value of values) assert.equal(typeof value, 'string')
    }
  })

  test('a query of Thing finds every schema', async () => {
    const found = async (name: string) => results(await match({ q: { schema: 'Thing', properties: { name: [name] } } }))[0]?.['schema']
    assert.deepEqual(
      [await found('Anna Testova'), await found('Mar Ficticio'), await found('Al-Qaida')],
      ['Person', 'Vessel', 'Organization'],
    )
  })

  test('a query of LegalEntity finds persons and organisations, one of Vessel does not', async () => {
    const found = async (schema: string) => results(await match({ q: { schema, properties: { name: ['Anna Testova'] } } })).length
    assert.deepEqual([await found('LegalEntity'), await found('Person'), await found('Vessel')], [1, 1, 0])
  })

  test('weights override those of features; settings of logic-v2 are taken', async () => {
    const names = (at((await world.get('/algorithms')).json, 'algorithms') as object[]).flatMap(a =>
      Object.keys(at(a, 'features') as object),
    )
    const weights = Object.fromEntries(names.map(name => [name, 0]))
    assert.equal(results(await match({ q: person('Anna Testova') }, '', 'default', { weights })).length, 0)
    assert.equal((await match({ q: person('Anna Testova') }, '', 'default', { config: { nm_number_mismatch: 0.3 } })).status, 200)
  })
})

describe('4. Algorithms', () => {
  test('each has name, description, features and docs; best is one of them', async () => {
    const { json } = await world.get('/algorithms')
    const names = at(json, 'algorithms.*.name') as string[]
    assert.deepEqual([at(json, 'default'), names.includes(String(at(json, 'best')))], ['best', true])
    for (const name of ['logic-v2', 'logic-v1', 'ofac', 'name-based', 'name-qualified', 'regression-v1']) assert.ok(names.includes(name))
    for (const algorithm of at(json, 'algorithms') as object[]) {
      for (const feature of Object.values(at(algorithm, 'features') as object))
        assert.ok('description' in feature && 'coefficient' in feature && 'url' in feature)
      assert.ok(at(algorithm, 'docs.config') && at(algorithm, 'docs.features'))
    }
  })
})

describe('5. Search', () => {
  const found = async (query: string, dataset = 'default') => {
    const answer = await world.get(`/search/${dataset}?${query}`)
    assert.equal(answer.status, 200, answer.text)
    return at(answer.json, 'results.*.caption') as string[]
  }
  const q = (text: string) => `q=${encodeURIComponent(text)}`

  test('an empty query finds everything', async () => {
    const { json } = await world.get('/search/un-sc')
    assert.equal(at(json, 'total.value'), 4)
  })

  const QUERIES: readonly (readonly [query: string, finds: readonly string[]])[] = [
    ['testova', ['ANNA TESTOVA']],
    ['anna testova', ['ANNA TESTOVA']],
    ['anna specimenov', []],
    ['anna OR specimenov', ['ANNA TESTOVA', 'BORIS SPECIMENOV']],
    ['anna AND testova', ['ANNA TESTOVA']],
    ['+testova -anna', []],
    ['"testland trading"', ['TESTLAND TRADING COMPANY']],
    ['"trading testland"', []],
    ['"testland company"~3', ['TESTLAND TRADING COMPANY']],
    ['tesstova~1', ['ANNA TESTOVA']],
    ['TÉSTOVA', ['ANNA TESTOVA']],
    ['properties.birthDate:1970-01-02', ['ANNA TESTOVA']],
    ['dates:1970', ['ANNA TESTOVA']],
    ['identifiers:TS990801', ['ANNA TESTOVA']],
    ['countries:kp', ['TESTLAND TRADING COMPANY']],
    ['name_parts:specimenov', ['BORIS SPECIMENOV']],
    ['referents:"facts:al-qaida"', ['Al-Qaida']],
  ]
  for (const [query, finds] of QUERIES) {
    test(`${query} finds ${finds.join(' and ') || 'nothing'}`, async () =>
      assert.deepEqual([...(await found(`${q(query)}&include_dataset=un-sc`))].sort(), finds))
  }

  test('fuzzy widens terms marked with ~', async () => {
    assert.deepEqual(await found(`${q('tesstova~')}&fuzzy=true`), ['ANNA TESTOVA'])
  })

  test('the simple syntax never fails', async () => {
    for (const text of ['foo / bar', '"open', '(((', 'AND', 'anna:', '~', '*'])
      assert.equal((await world.get(`/search/default?simple=true&${q(text)}`)).status, 200, text)
    assert.deepEqual(await found(`simple=true&${q('testova (')}`), ['ANNA TESTOVA'])
  })

  test('schema cuts to what it can match', async () => {
    assert.deepEqual(await found('schema=Vessel'), ['MAR FICTICIO'])
    assert.ok((await found('schema=LegalEntity&limit=500')).includes('ANNA TESTOVA'))
  })

  test('an empty scope finds nothing and is no error', async () => assert.deepEqual(await found('include_dataset=nothing-known'), []))

  test('filters: values of one field by filter_op, fields always by AND, colons in values, unknown fields', async () => {
    assert.deepEqual(await found('filter=properties.birthDate:1970-01-02'), ['ANNA TESTOVA'])
    assert.deepEqual((await found('countries=ru&countries=kp&datasets=un-sc')).sort(), ['ANNA TESTOVA', 'TESTLAND TRADING COMPANY'])
    assert.deepEqual(await found('countries=ru&countries=kp&datasets=un-sc&filter_op=AND'), [])
    assert.deepEqual(await found('countries=ru&countries=jo&datasets=un-sc&filter_op=AND'), ['ANNA TESTOVA'])
    assert.deepEqual(await found('countries=kp&filter=properties.birthDate:1970-01-02'), [])
    assert.deepEqual(await found('filter=referents:facts:al-qaida'), ['Al-Qaida'])
    assert.deepEqual(await found('filter=nonsense:x'), [])
  })

  test('facets: three unless said, labels of datasets, types and schemata; another is 422', async () => {
    const { json } = await world.get('/search/default?q=testova')
    assert.deepEqual(Object.keys(at(json, 'facets') as object), ['countries', 'topics', 'datasets'])
    assert.deepEqual(at(json, 'facets.topics.values.*.name'), ['crime.terror', 'sanction'])
    assert.equal(at(json, 'facets.datasets.values.0.label'), 'United Nations Security Council Consolidated List')
    const more = await world.get('/search/default?q=testova&facets=schema&facets=identifiers&facets=genders')
    assert.deepEqual(at(more.json, 'facets.schema.values.0'), { name: 'Person', label: 'People', count: 1 })
    assert.deepEqual(at(more.json, 'facets.genders.values.0.name'), 'female')
    const wrong = await world.get('/search/default?facets=nonsense')
    assert.deepEqual([wrong.status, at(wrong.json, 'detail.0.loc')], [422, ['query', 'facets', 0]])
  })

  test('order: ascending unless desc is said, missing values last', async () => {
    const names = await found('sort=caption&datasets=un-sc')
    assert.deepEqual(names, [...names].sort())
    assert.deepEqual(await found('sort=caption:desc&datasets=un-sc'), [...names].reverse())
    assert.deepEqual(await found('sort=caption:sideways&datasets=un-sc'), names)
    assert.equal((await found('sort=properties.birthDate&datasets=un-sc&datasets=us-ofac-sdn')).at(0) !== 'Al-Qaida', true)
  })

  test('the answer has limit, offset, total, results and facets, and no score', async () => {
    const { json } = await world.get('/search/default?q=testova&limit=1')
    assert.deepEqual([at(json, 'limit'), at(json, 'offset'), at(json, 'total')], [1, 0, { value: 1, relation: 'eq' }])
    assert.equal('score' in (at(json, 'results.0') as object), false)
  })

  test('paging passes over results', async () => {
    const all = await found('sort=caption&datasets=un-sc')
    assert.deepEqual(await found('sort=caption&datasets=un-sc&limit=1&offset=1'), all.slice(1, 2))
  })

  test('target is a filter still', async () => {
    assert.ok((await found('target=true&datasets=un-sc')).length === 4)
    assert.deepEqual(await found('target=false&datasets=un-sc'), [])
  })
})

describe('6. Entities', () => {
  test('nested: neighbours stand under reverse properties, with their own ends', async () => {
    const { json } = await world.get(`/entities/${ANNA}`)
    assert.equal(at(json, 'properties.sanctions.0.schema'), 'Sanction')
    const person = await world.get('/entities/us-ofac-sdn:1020')
    const edges = Object.values(at(person.json, 'properties') as Record<string, unknown[]>)
      .flat()
      .filter(v => typeof v === 'object')
    assert.ok(edges.length >= 2)
  })

  test('nested=false: no neighbours, no reverse properties', async () => {
    const { json } = await world.get(`/entities/${ANNA}?nested=false`)
    assert.equal(at(json, 'properties.sanctions'), undefined)
  })

  test('adjacent: only properties with hits, each a page', async () => {
    const { json } = await world.get(`/entities/${ANNA}/adjacent?limit=1`)
    assert.equal(at(json, 'entity.id'), ANNA)
    const pages = Object.values(at(json, 'adjacent') as object)
    assert.ok(pages.length > 0)
    for (const page of pages) assert.ok(Number(at(page, 'total.value')) > 0 && at(page, 'limit') === 1 && at(page, 'offset') === 0)
  })

  test('adjacent of one property is a page; one without hits is empty', async () => {
    const { json } = await world.get(`/entities/${ANNA}/adjacent/sanctions`)
    assert.equal(at(json, 'results.0.schema'), 'Sanction')
    const none = await world.get(`/entities/${ANNA}/adjacent/ownershipOwner`)
    assert.deepEqual([none.status, at(none.json, 'results'), at(none.json, 'total.value')], [200, [], 0])
  })

  test('both routes of neighbours lead a former id to the entity', async () => {
    for (const path of ['adjacent', 'adjacent/sanctions']) {
      const answer = await world.get(`/entities/facts:al-qaida/${path}`)
      assert.deepEqual([answer.status, answer.headers.get('location')], [308, `/entities/${encodeURIComponent(AL_QAIDA)}`])
    }
  })
})

describe('7. Catalogue and system', () => {
  test('the catalogue tells datasets, what is current and what is outdated', async () => {
    for (const path of ['/catalog', '/manifest']) {
      const { json } = await world.get(path)
      assert.ok((at(json, 'current') as string[]).includes('un-sc'))
      assert.deepEqual([at(json, 'outdated'), at(json, 'index_stale')], [[], false])
      const un = (at(json, 'datasets') as object[]).find(d => at(d, 'name') === 'un-sc')
      assert.deepEqual(
        [at(un, 'version'), at(un, 'index_current'), at(un, 'entity_count'), at(un, 'load')],
        ['un-sc/2026-02-03', true, 4, true],
      )
      const all = (at(json, 'datasets') as object[]).find(d => at(d, 'name') === 'default')
      assert.ok(at(all, 'type') === 'collection' && (at(all, 'children') as string[]).includes('un-sc'))
    }
  })

  test('the catalogue has a strong tag; If-None-Match names it, a list of tags, or *', async () => {
    const answer = await world.get('/catalog')
    const tag = answer.headers.get('etag') ?? ''
    assert.match(tag, /^"[^"]+"$/)
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=300')
    for (const header of [tag, `"other", ${tag}`, '*']) {
      const unchanged = await world.get('/catalog', { 'if-none-match': header })
      assert.deepEqual([unchanged.status, unchanged.text, unchanged.headers.get('etag')], [304, '', tag])
    }
    assert.equal((await world.get('/catalog', { 'if-none-match': '"other"' })).status, 200)
  })

  test('the server is well, and ready', async () => {
    assert.deepEqual((await world.get('/healthz')).json, { status: 'ok' })
    assert.deepEqual((await world.get('/readyz')).json, { status: 'ok' })
  })

  test('updatez is a POST', async () => assert.equal((await world.get('/updatez')).status, 405))

  test('there is an icon', async () => assert.match((await world.get('/favicon.ico')).headers.get('content-type') ?? '', /^image\//))

  test('statements: rows of single values, filtered, sorted, paged', async () => {
    const { json } = await world.get(`/statements?canonical_id=${ANNA}&prop=birthDate`)
    const [row] = at(json, 'results') as object[]
    assert.deepEqual(Object.keys(row ?? {}).sort(), [
      'canonical_id',
      'dataset',
      'entity_id',
      'first_seen',
      'id',
      'last_seen',
      'prop',
      'prop_type',
      'schema',
      'target',
      'value',
    ])
    assert.deepEqual(
      [at(row, 'value'), at(row, 'prop_type'), at(row, 'dataset'), at(json, 'limit'), at(json, 'total.value')],
      ['1970-01-02', 'date', 'un-sc', 50, 1],
    )
    const page = await world.get(`/statements?canonical_id=${ANNA}&limit=2&offset=1&sort=value:desc`)
    const values = at(page.json, 'results.*.value') as string[]
    assert.deepEqual([values.length, values], [2, [...values].sort().reverse()])
    assert.equal((await world.get('/statements?limit=501')).status, 422)
  })
})

describe('12. What yente has no word for is added beside it', () => {
  test('a match names the versions it stands on and what is incomplete', async () => {
    const { json } = await match({ q: person('Anna Testova') })
    assert.ok((at(json, 'versions.*.source') as string[]).includes('un-sc'))
    assert.ok((at(json, 'incomplete') as object[]).every(i => typeof at(i, 'reason') === 'string'))
  })

  test('a past day: nobody is found before the list was there', async () => {
    assert.equal(results(await match({ q: person('Anna Testova') }, '?published=2026-01-01')).length, 0)
    assert.equal(results(await match({ q: person('Anna Testova') }, '?published=2026-02-03')).length, 1)
  })

  test('listings come when asked for', async () => {
    const [plain] = results(await match({ q: person('Anna Testova') }))
    const [told] = results(await match({ q: person('Anna Testova') }, '?listings=true'))
    assert.deepEqual(plain?.['listings'], [])
    assert.deepEqual([at(told, 'listings.0.status'), at(told, 'listings.0.from.by')], ['listed', '2014-09-23'])
  })

  test('the ids of search and of match are the same', async () => {
    const searched = ids(await world.get('/search/default?q=testova'))
    assert.deepEqual(
      searched,
      results(await match({ q: person('Anna Testova') })).map(r => r['id']),
    )
  })
})
