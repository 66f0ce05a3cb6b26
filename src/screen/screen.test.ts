import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildIndex, comparableOf, type IndexRecord, openIndex, openSearcher } from '../candidates/index.ts'
import { type Instant, OPEN } from '../model/index.ts'
import { prepareQuery, type ScreenOptions, screen } from './index.ts'

type Properties = Readonly<Record<string, readonly string[]>>

const record = (id: string, properties: Properties, over: { since?: Instant; until?: Instant; schema?: string } = {}): IndexRecord => {
  const schema = over.schema ?? 'Person'
  const cleaned = prepareQuery({ schema, properties })
  return {
    record: id,
    source: id.split(':')[0] ?? '',
    content: 1,
    since: over.since ?? 100,
    until: over.until ?? OPEN,
    schema,
    lists: [],
    topics: [],
    ...comparableOf(schema, cleaned.properties),
  }
}

const LISTED = [
  record('un:1', { name: ['Orlan Vestergaard Timoleon'], birthDate: ['1961'] }),
  record('us:7', { name: ['TIMOLEON, Orlan Vestergard'], birthDate: ['1961-05-09'], nationality: ['ye'] }),
  record('us:8', { name: ['Orlan Vestergaard Timoleon'], passportNumber: ['XK129951'] }),
  record('us:9', { name: ['Orlan Vestergaard Timoleon Foundation'] }, { schema: 'Organization' }),
]
const ENTITY = new Map([
  ['un:1', 'e1'],
  ['us:7', 'e1'],
])

async function screened(properties: Properties, options: Partial<ScreenOptions> = {}, records: readonly IndexRecord[] = LISTED) {
  const index = openIndex(await buildIndex(records, { generation: 'g', matcher: 'm' }))
  const instants = new Map([
    ['un', null],
    ['us', null],
  ])
  return screen(index, openSearcher(index), prepareQuery({ schema: 'Person', properties }), { filter: { instants, limit: 5 }, ...options })
}

test('shows one party with records on two lists as one result, with the details of both', async () => {
  const query = { name: ['Orlan Vestergaard Timoleon'], birthDate: ['1961-05-09'], nationality: ['ye'] }
  const { results, matches } = await screened(query, { entityOf: record => ENTITY.get(record) ?? record })
  assert.deepEqual(
    results.map(r => [r.entity, [...r.records].sort()]),
    [
      ['e1', ['un:1', 'us:7']],
      ['us:8', ['us:8']],
    ],
  )
  assert.equal(matches, 2)
  assert.deepEqual(
    results[0]?.features.map(f => f.rule),
    ['name', 'dateDay', 'countryAgrees', 'limit'],
  )
  assert.deepEqual([results[0]?.matchedName?.text, results[0]?.matchedName?.standing], ['Orlan Vestergaard Timoleon', 'name'])
})

test("holds details of an entity's other records against the query, even where their names are unlike", async () => {
  const records = [
    record('un:1', { name: ['Orlan Timoleon'] }),
    record('us:7', { name: ['Abu Zubair the Carpenter'], birthDate: ['1961-05-09'] }),
  ]
  const { results } = await screened(
    { name: ['Orlan Timoleon'], birthDate: ['1961-05-09'] },
    { entityOf: () => 'e1', recordsOf: () => ['un:1', 'us:7'] },
    records,
  )
  assert.equal(results[0]?.features[1]?.rule, 'dateDay')
})

test('leaves out excluded entities and records, and what stays at or below the cutoff', async () => {
  const query = { name: ['Orlan Vestergaard Timoleon'] }
  assert.deepEqual(
    (await screened(query, { excluded: new Set(['us:7', 'us:8']) })).results.map(r => r.entity),
    ['un:1'],
  )
  const { results } = await screened({ name: ['Orlan Vestergaad Timoleom'] }, { cutoff: 0.2, threshold: 1 })
  assert.ok(results.length > 0 && results.every(r => !r.match && r.score > 0.2))
})

test('counts every match but returns no more than the limit', async () => {
  const many = Array.from({ length: 30 }, (_, i) => record(`un:${i}`, { name: ['Orlan Vestergaard'] }))
  const { results, matches } = await screened(
    { name: ['Orlan Vestergaard'] },
    { filter: { instants: new Map([['un', null]]), limit: 3 } },
    many,
  )
  assert.deepEqual([results.length, matches], [3, 30])
})

test('leads from a number to its party, and explains it', async () => {
  const { results } = await screened({ passportNumber: ['XK 12 99 51'] })
  assert.deepEqual(
    results.map(r => [r.entity, r.match, r.features[0]?.rule]),
    [['us:8', true, 'numberSameKind']],
  )
})

test('answers for a past day with the records of that day', async () => {
  const past = [record('un:1', { name: ['Orlan Vestergaard'] }, { since: 100, until: 200 })]
  const at = async (instant: number) =>
    (await screened({ name: ['Orlan Vestergaard'] }, { filter: { instants: new Map([['un', instant]]), limit: 5 } }, past)).results.length
  assert.deepEqual([await at(99), await at(150), await at(200)], [0, 1, 0])
})

test('finds nothing for a query without a name or number, and for names without letters', async () => {
  for (const query of [{}, { name: ['   '] }, { name: ['--- ???'] }, { name: ['\u200b\u200d'] }, { birthDate: ['1961-05-09'] }])
    assert.deepEqual((await screened(query)).results, [])
})

test('answers whatever it is asked, and finds the listed name among what is strange', async () => {
  const index = openIndex(await buildIndex(LISTED, { generation: 'g', matcher: 'm' }))
  const searcher = openSearcher(index)
  const ask = (name: string) =>
    screen(index, searcher, prepareQuery({ schema: 'Person', properties: { name: [name] } }), {
      filter: { instants: new Map([['un', null]]), limit: 5 },
      cutoff: 0,
    })
  const strange = [
    'a'.repeat(10_000),
    'Orlan '.repeat(500),
    Array.from({ length: 500 }, (_, i) => `w${i}rd`).join(' '),
    'o\u0301'.repeat(5000),
    '\u202eOrlan\u202c',
    '\ud800 Orlan \udc00',
    '😀'.repeat(200),
    '\u0000',
    'محمد '.repeat(300),
    '习近平'.repeat(300),
    'a-b.c,d;'.repeat(1000),
  ]
  for (const name of strange) {
    const { results } = ask(name)
    assert.ok(results.length <= 5)
    for (const { score } of results) assert.ok(score >= 0 && score <= 1, `${name.slice(0, 20)}… scores ${score}`)
  }
  assert.equal(ask(`\u202eOrlan\u202c \ud800 Vestergaard 😀 Timoleon \udc00\u0000`).results[0]?.match, true)
})

test('keeps persons and organisations apart', async () => {
  assert.ok(!(await screened({ name: ['Orlan Vestergaard Timoleon'] })).results.some(r => r.entity === 'us:9'))
})
