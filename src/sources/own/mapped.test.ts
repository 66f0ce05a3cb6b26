import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inMemory, mainParty, readAll } from '../../../test/support/read-source.ts'
import { valuesOf } from '../../model/index.ts'
import { type Mapping, ownSource, readMapping } from './index.ts'

const MAPPING: Mapping = readMapping(
  JSON.stringify({
    schema: { column: 'Kind', values: { P: 'Person', C: 'Company' } },
    key: ['No'],
    properties: {
      name: ['Name', { join: ['First', 'Last'] }],
      birthDate: { column: 'Born', order: 'dmy' },
      country: { column: 'Country', split: '|', values: { Holland: 'nl' }, default: 'de' },
      topics: { value: 'poi' },
    },
    ignore: ['Internal'],
  }),
)
const HEADS = 'No;Kind;Name;First;Last;Born;Country;Internal'
const list = (mapping: Partial<Mapping> = {}) =>
  ownSource({ name: 'watch', title: 'Watch', mapping: { ...MAPPING, delimiter: ';', ...mapping } })
const csv = (rows: readonly string[], mapping: Partial<Mapping> = {}) => {
  const source = list(mapping)
  return readAll([inMemory('list.csv', [HEADS, ...rows].join('\n'), source)], source)
}
const values = async (read: ReturnType<typeof csv>, key: string, property: string) =>
  valuesOf(mainParty((await read).readings.get(key)), property)

test('columns become properties: joined, split, translated, with defaults, and dates in the order that is told', async () => {
  const read = csv(['A-1;P;;Ada;Probe;3/4/1971;Holland|France;x', 'B-2;C;Sample Ltd;;;;;'])
  assert.deepEqual((await read).problems, [])
  assert.deepEqual(await values(read, 'a-1', 'name'), ['Ada Probe'])
  assert.deepEqual(await values(read, 'a-1', 'birthDate'), ['1971-04-03'])
  assert.deepEqual(await values(read, 'a-1', 'country'), ['fr', 'nl'])
  assert.deepEqual(await values(read, 'b-2', 'country'), ['de'])
  assert.deepEqual(await values(read, 'b-2', 'topics'), ['poi'])
})

test('rows of one key are one entity', async () => {
  const read = csv(['1;P;Ada Probe;;;;;', '1;P;A. Probe;;;1971;;'])
  assert.deepEqual([...(await read).readings.keys()], ['1'])
  assert.deepEqual(await values(read, '1', 'name'), ['A. Probe', 'Ada Probe'])
})

test('a column that the mapping lacks is told, one that the file lacks holds the version, an unknown kind costs its row', async () => {
  const codes = async (read: ReturnType<typeof csv>) =>
    (await read).problems.map(({ code, severity, seen }) => `${severity} ${code} ${seen}`)
  assert.deepEqual(await codes(csv(['1;P;Ada;;;;;'], { ignore: [] })), ['flag column.unmapped Internal'])
  assert.deepEqual(
    await codes(csv(['1;P;Ada;;;;;'], { key: ['Number'] })).then(([first]) => first?.slice(0, 23)),
    'stop table.head-missing',
  )
  assert.deepEqual(await codes(csv(['1;X;Ada;;;;;', '2;P;Bob;;;;;'])), ['flag schema.unmapped X'])
})

test('JSON is read by the same mapping, members of members by their path', async () => {
  const source = list({
    at: 'data.items',
    properties: { name: 'who.name', country: 'who.states' },
    key: ['id'],
    schema: 'Person',
    ignore: [],
  })
  const text = JSON.stringify({ data: { items: [{ id: 7, who: { name: 'Ada', states: ['fr', 'nl'] }, colour: 'red' }] } })
  const { readings, problems } = await readAll([inMemory('list.json', text, source)], source)
  assert.deepEqual(valuesOf(mainParty(readings.get('7')), 'country'), ['fr', 'nl'])
  assert.deepEqual(
    problems.map(({ code, seen }) => `${code} ${seen}`),
    ['column.unmapped colour'],
  )
})

test('a workbook is read by the same mapping, from the sheet that is named', async () => {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Notes']]), 'First')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['A title'], HEADS.split(';'), ['1', 'P', 'Ada', '', '', '', 'Holland', '']]), 'People')
  for (const bookType of ['xlsx', 'biff8'] as const) {
    const source = list({ sheet: 'People', skip: 1 })
    const { readings, problems } = await readAll(
      [inMemory('list.xls', write(book, { type: 'buffer', bookType }) as Buffer, source)],
      source,
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(valuesOf(mainParty(readings.get('1')), 'country'), ['nl'])
  }
})

test('without a mapping a table is nobody’s; with one a page still is', () => {
  const head = { name: 'x', path: 'x', sizeBytes: 9, bytes: Buffer.from('No;Kind\n1;P'), text: 'No;Kind\n1;P', tail: '' }
  assert.equal(ownSource({ name: 'watch', title: 'Watch' }).recognise(head), undefined)
  assert.equal(list().recognise(head)?.rendition, 'csv')
  assert.equal(list().recognise({ ...head, bytes: Buffer.from('<html>'), text: '<html>' }), undefined)
})

test('a mapping file is checked, and its first mistake named', () => {
  const mistakes: readonly (readonly [unknown, RegExp])[] = [
    ['{', /JSON/],
    [{}, /key/],
    [{ schema: 'Robot', key: ['a'], properties: { name: 'a' } }, /schema of FollowTheMoney/],
    [{ schema: 'Person', key: ['a'], properties: { shoeSize: 'a' } }, /shoeSize/],
    [{ schema: 'Person', key: ['a'], properties: { name: { column: 'a', value: 'b' } } }, /one of column, join and value/],
    [{ schema: 'Person', key: ['a'], properties: { name: 'a' }, sheets: 'x' }, /sheets/],
  ]
  for (const [value, says] of mistakes)
    assert.throws(() => readMapping(typeof value === 'string' ? value : JSON.stringify(value)), { code: 'input.invalid', message: says })
})

const senzing = async (name: string) => {
  const source = ownSource({ name: 'watch', title: 'Watch' })
  return readAll([inMemory(name, readFileSync(join(import.meta.dirname, 'fixtures/senzing', name)), source)], source)
}

test('Senzing JSON in each of its three forms says the same', async () => {
  for (const name of ['flat.jsonl', 'features.jsonl', 'features-array.json']) {
    const { readings, problems } = await senzing(name)
    assert.deepEqual(problems, [], name)
    const ahmad = mainParty(readings.get('WATCHLIST:1001'))
    assert.equal(ahmad.schema, 'Person')
    assert.deepEqual(valuesOf(ahmad, 'name'), ['Ahmad Sample Fiction'], name)
    assert.deepEqual(valuesOf(ahmad, 'alias'), ['Haji Ahmad Sample'], name)
    assert.deepEqual(valuesOf(ahmad, 'passportNumber'), ['P00000001'], name)
    assert.deepEqual(valuesOf(ahmad, 'address'), ['House 4, Street 2, Quetta, 87300, PK'], name)
    assert.ok(valuesOf(ahmad, 'notes').includes('STATUS: Active'), name)
  }
})

test('a date of which day and month could be either is kept as a note', async () => {
  const { readings } = await senzing('flat.jsonl')
  const ahmad = mainParty(readings.get('WATCHLIST:1001'))
  assert.deepEqual(valuesOf(ahmad, 'birthDate'), [])
  assert.ok(valuesOf(ahmad, 'notes').includes('DATE_OF_BIRTH: 1/3/1958'))
})

test('the groups of OpenSanctions’ Senzing export are read too', async () => {
  const { readings, problems } = await senzing('senzing.json')
  assert.deepEqual(problems, [])
  const ahmad = mainParty(readings.get('OS_XX_SAMPLE_SANCTIONS:NK-SampleAhmadFictionAAAAAA'))
  assert.deepEqual(valuesOf(ahmad, 'topics'), ['sanction'])
  assert.deepEqual(valuesOf(ahmad, 'birthDate'), ['1945', '1958-03-01', '1978-07'])
  assert.deepEqual(valuesOf(ahmad, 'birthPlace'), ['Sample village, Afghanistan'])
})
