// WhoLists' own resources over HTTP, against the real product.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Answer, at } from './served.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

describe('screening', () => {
  test('one name: results with listings, the versions used, what is incomplete, the matcher', async () => {
    const { status, json } = await world.get('/api/screen?name=Anna+Testova&birthDate=1970-01-02&country=ru')
    assert.equal(status, 200)
    assert.deepEqual(
      [at(json, 'results.0.id'), at(json, 'results.0.match'), at(json, 'results.0.listings.0.status')],
      ['un-sc:QDi.801', true, 'listed'],
    )
    assert.ok((at(json, 'versions.*.version') as string[]).includes('un-sc/2026-02-03'))
    for (const field of ['matcher', 'index', 'asOf.published']) assert.equal(typeof at(json, field), 'string')
  })

  test('what comes near is shown below the threshold', async () => {
    const { json } = await world.get('/api/screen?name=Anna+Testov&threshold=0.999')
    const [first] = at(json, 'results') as object[]
    assert.ok(first && Number(at(first, 'score')) > 0.5)
    assert.equal(at(first, 'match'), false)
  })

  test('a number alone finds its holder', async () => {
    const { json } = await world.get('/api/screen?id=TS990801')
    assert.equal(at(json, 'results.0.id'), 'un-sc:QDi.801')
  })

  test('a day before the list was there finds nobody', async () => {
    const { json } = await world.get('/api/screen?name=Anna+Testova&published=2026-01-01&scope=un-sc')
    assert.deepEqual([at(json, 'results'), at(json, 'asOf.valid')], [[], '2026-01-01'])
  })

  test('an unknown scope is 404, an unreadable day 400', async () => {
    assert.equal((await world.get('/api/screen?name=x&scope=nowhere')).status, 404)
    assert.equal((await world.get('/api/screen?name=x&valid=2021-02-30')).status, 400)
  })
})

const linesOf = (answer: Answer) =>
  answer.text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)
const upload = (text: string, name = 'customers.csv', query = '') => {
  const body = new FormData()
  body.set('file', new Blob([text]), name)
  return world.post(`/api/screen-file${query}`, body)
}

describe('screening a file', () => {
  test('columns are recognised, each row answered, the end counted', async () => {
    const answer = await upload('Full name;Date of birth\nAnna Testova;1970-01-02\nNobody Known Here;\n')
    assert.equal(answer.headers.get('content-type'), 'application/x-ndjson; charset=utf-8')
    const lines = linesOf(answer)
    assert.deepEqual(at(lines, '0.columns.*.property'), ['name', 'birthDate'])
    const rows = lines.filter(l => at(l, 'type') === 'row')
    assert.deepEqual(
      rows.map(r => [at(r, 'row'), at(r, 'answer.results.0.id')]),
      [
        [2, 'un-sc:QDi.801'],
        [3, undefined],
      ],
    )
    const end = lines.at(-1)
    assert.deepEqual([at(end, 'type'), at(end, 'rows'), at(end, 'matched'), at(end, 'failed')], ['end', 2, 1, 0])
    assert.ok((at(end, 'context.versions') as unknown[]).length > 0)
  })

  test('a column is what the caller says it is', async () => {
    const lines = linesOf(
      await upload('Kunde,Info\nAnna Testova,1970\n', 'a.csv', '?column=name:Kunde&column=birthDate:Info&schema=Person'),
    )
    assert.deepEqual(at(lines, '0.columns.*.property'), ['name', 'birthDate'])
  })

  test('a table without names, a page, and no file at all are refused with what was seen', async () => {
    for (const answer of [await upload('colour\tsize\nred\t4\n'), await upload('<!doctype html><p>x'), await upload('')]) {
      assert.deepEqual([answer.status, at(answer.json, 'code')], [400, 'input.invalid'], answer.text)
    }
    assert.equal((await world.post('/api/screen-file', { name: 'x' })).status, 400)
  })
})

describe('entities and their story', () => {
  test('everything about an entity: names, records, listings, events', async () => {
    const { json } = await world.get('/api/entity/un-sc:QDe.004')
    assert.equal(at(json, 'entity.id'), 'un-sc:QDe.004')
    for (const part of ['names', 'records', 'listings', 'events']) assert.ok((at(json, part) as unknown[]).length > 0, part)
    assert.deepEqual(new Set(at(json, 'records.*.source') as string[]), new Set(['un-sc', 'facts']))
  })

  test('a former id leads on, and the day asked for stays', async () => {
    for (const path of ['entity', 'history']) {
      const answer = await world.get(`/api/${path}/facts:al-qaida?published=2026-11-24`)
      assert.deepEqual([answer.status, answer.headers.get('location')], [308, `/api/${path}/un-sc%3AQDe.004?published=2026-11-24`])
    }
  })

  test('the story is in order of time', async () => {
    const days = at((await world.get('/api/history/un-sc:QDe.004')).json, 'events.*.day') as string[]
    assert.deepEqual(days, [...days].sort())
  })
})

describe('law', () => {
  const CASES: readonly (readonly [on: string, status: string])[] = [
    ['2003-02-13', 'not-listed'],
    ['2003-02-14', 'listed'],
    ['2025-04-16', 'listed'],
  ]
  for (const [on, status] of CASES) {
    test(`the Taliban in Russia on ${on}: ${status}, with its instrument and evidence`, async () => {
      const { json } = await world.get(`/api/listed?party=taliban&authority=ru&on=${on}`)
      assert.equal(at(json, 'status'), status)
      if (status === 'listed')
        assert.deepEqual([at(json, 'instrument'), (at(json, 'evidence') as unknown[]).length > 0], ['ru-supreme-court-2003', true])
    })
  }

  test('an unknown party, authority or day is refused by its code', async () => {
    const code = async (query: string) => at((await world.get(`/api/listed?${query}`)).json, 'code')
    assert.equal(await code('party=nobody-known&authority=ru'), 'party.unknown')
    assert.equal(await code('party=taliban&authority=atlantis'), 'authority.unknown')
    assert.equal(await code('party=taliban&authority=ru&on=yesterday'), 'input.invalid')
  })

  test('the matrix has a cell for each party and authority', async () => {
    const { json } = await world.get('/api/matrix?party=taliban&party=al-qaida&authority=ru&authority=un&on=2020-01-01')
    const [parties, authorities, cells] = ['parties', 'authorities', 'cells'].map(part => at(json, part) as unknown[][])
    assert.deepEqual([parties?.length, authorities?.length], [2, 2])
    assert.ok(cells?.every(row => row.length === 2))
  })

  test('an instrument tells its lineage, and is found by its number', async () => {
    assert.ok((at((await world.get('/api/instrument/unscr-1267')).json, 'amendedBy') as unknown[]).length > 0)
    assert.ok((at((await world.get('/api/instruments?find=1267')).json, 'instruments.*.id') as string[]).includes('unscr-1267'))
    const unknown = await world.get('/api/instrument/nothing')
    assert.deepEqual([unknown.status, at(unknown.json, 'code')], [404, 'instrument.unknown'])
  })
})

describe('sources and changes', () => {
  test('each source tells its freshness, newest version, counts and problems', async () => {
    const { json } = await world.get('/api/sources')
    const un = (at(json, 'sources') as object[]).find(s => at(s, 'id') === 'un-sc')
    assert.deepEqual([at(un, 'newest.version'), at(un, 'newest.records'), at(un, 'versions')], ['un-sc/2026-02-03', 4, 1])
    assert.equal(typeof at(json, 'index.generation'), 'string')
  })

  test('a version that is not held cannot be accepted', async () => {
    const answer = await world.post('/api/sources/accept', { version: 'un-sc/2026-02-03', reason: 'x' })
    assert.deepEqual([answer.status, at(answer.json, 'code')], [400, 'version.not-held'])
    assert.equal((await world.post('/api/sources/accept', { version: 'un-sc/2026-02-03', reason: '' })).status, 422)
  })

  test('a version differs in nothing from itself; an unknown one is 404', async () => {
    const { json } = await world.get('/api/diff/un-sc?from=2026-02-03&to=2026-02-03')
    assert.deepEqual([at(json, 'added'), at(json, 'amended'), at(json, 'removed')], [[], [], []])
    const unknown = await world.get('/api/diff/un-sc?from=1999-01-01&to=2026-02-03')
    assert.deepEqual([unknown.status, at(unknown.json, 'code')], [404, 'version.unknown'])
  })
})

describe('reading a text', () => {
  test('dates count from the day of publication given with it, and the text stays as it was', async () => {
    const text = 'Moscow said yesterday it is considering removing the Taliban from its list of terrorist organisations.'
    const about = { title: 'A title', publisher: 'A paper', published: '2025-05-04' }
    const { json } = await world.post('/api/read', { text, ...about })
    assert.deepEqual(
      [at(json, 'document.title'), at(json, 'document.publisher'), at(json, 'document.published'), at(json, 'document.text')],
      [about.title, about.publisher, about.published, text],
    )
    assert.deepEqual([at(json, 'events.0.type'), at(json, 'events.0.date')], ['delisting_considered', '2025-05-03'])
    assert.equal((await world.post('/api/read', { text, published: '2025-02-31' })).status, 400)
  })

  test('a decision on a pair is kept, listed, and can be taken back', async () => {
    const [a, b] = ['un-sc:QDi.801', 'facts:taliban']
    assert.equal((await world.post('/api/identity/decide', { a, b, verdict: 'different', reason: 'seen', by: 'anna' })).status, 200)
    const decided = (await world.get('/api/identity/decisions')).json
    assert.deepEqual(
      [at(decided, 'decisions.0.verdict'), at(decided, 'decisions.0.by'), at(decided, 'decisions.0.holds')],
      ['different', 'anna', true],
    )
    assert.equal((await world.post('/api/identity/undo', { a, b, reason: 'a slip', by: 'anna' })).status, 200)
    assert.equal(at((await world.get('/api/identity/decisions')).json, 'decisions.0.holds'), false)
  })
})
