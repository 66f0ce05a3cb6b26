import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { startOfDay, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import { haveRealLists, REAL_LISTS } from '../suite-publications.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['uk-ofsi/conlist'],
  spoil: (text, { rendition }) => (rendition === 'csv' ? text.replace('Alias Type', 'Alias Kind') : text.slice(0, 300)),
})

const folder = join(import.meta.dirname, 'fixtures')
async function read(path: string, content: Uint8Array = readFileSync(join(folder, path))): Promise<Outcome> {
  const [publication] = publicationsOf(source, [heldFile(join(folder, path), content)], () => '')
  assert.ok(publication, path)
  return outcomeOf(source, asSourceFiles(publication))
}
const CSV = 'csv/conlist.csv'
const XLSX = 'xlsx/conlist-2022-05-04.xlsx'
const readingOf = ({ records, readings }: Outcome, key: string) => {
  const reading = readings[records.findIndex(record => record.key === key)]
  assert.ok(reading?.parties[0], key)
  return { ...reading, party: reading.parties[0] }
}

test('rows of one group are one party, and a birth year is bound to no address', async () => {
  const found = await read(CSV)
  const { party } = readingOf(found, '97004')
  assert.equal(found.records.length, 2)
  assert.deepEqual(
    [valuesOf(party, 'name'), valuesOf(party, 'alias'), valuesOf(party, 'birthDate'), valuesOf(party, 'address')],
    [['AHMAD FICTION'], ['AHMED FIKSHUN'], ['1961', '1962'], ['Herat, Afghanistan', 'Kabul, Afghanistan']],
  )
})

test('the order of rows and blanks around a name make no difference', async () => {
  const text = readFileSync(join(folder, CSV), 'latin1')
  const [first = '', heads = '', ...rows] = text.trimEnd().split('\r\n')
  const turned = [first, heads, ...rows.toReversed()].join('\r\n').replace(' FICTION ', 'FICTION')
  const records = (outcome: Outcome) => outcome.records.map(({ key, body }) => `${key} ${body}`).toSorted()
  assert.deepEqual(records(await read(CSV, Buffer.from(turned, 'latin1'))), records(await read(CSV)))
})

test('the day of the first line is the day of publication, and the text is windows-1252', async () => {
  const head = heldFile(join(folder, CSV), readFileSync(join(folder, CSV))).head
  assert.equal(source.recognise(head)?.published, startOfDay('2016-04-20'))
  assert.deepEqual(valuesOf(readingOf(await read(CSV), '97005').party, 'name'), ['SPÉCIMEN RELIEF'])
})

test('filler is no address, and a former name stays one', async () => {
  const { party } = readingOf(await read(CSV), '97005')
  assert.deepEqual(
    [valuesOf(party, 'address'), valuesOf(party, 'country'), valuesOf(party, 'previousName')],
    [[], ['na'], ['SPECIMEN AID']],
  )
})

test('numbers of the Security Council and of the UK Sanctions List are quoted', async () => {
  const quoted = (outcome: Outcome, key: string) => readingOf(outcome, key).references?.map(({ scheme, value }) => `${scheme} ${value}`)
  assert.deepEqual(quoted(await read(CSV), '97004'), ['uk OFSI 97004', 'un QI.A.999.03'])
  const sheet = await read(XLSX)
  assert.deepEqual(quoted(sheet, '97009'), ['uk OFSI 97009', 'un KPv.999', 'uk DPR9202'])
  assert.deepEqual(quoted(sheet, '97008'), ['uk OFSI 97008', 'uk RUS9201'])
})

test('labelled parts of the other information become what they are', async () => {
  const sheet = await read(XLSX)
  const person = readingOf(sheet, '97008')
  assert.equal(person.designations[0]?.grounds, 'Member who voted for a specimen.')
  assert.deepEqual(valuesOf(person.party, 'phone'), ['+74950000001', '+74950000002'])
  assert.deepEqual(valuesOf(person.party, 'weakAlias'), ['ABU SPECIMEN'])
  assert.deepEqual(valuesOf(person.party, 'birthDate'), ['1978-07'])
  assert.deepEqual(valuesOf(person.party, 'birthCountry'), ['suhh', 'ua', 'ly'])
  const ship = readingOf(sheet, '97009').party
  assert.deepEqual(
    ['imoNumber', 'flag', 'pastFlags', 'type', 'tonnage', 'buildDate'].map(name => valuesOf(ship, name).join(' ')),
    ['IMO9074729', 'pa kr', 'tg', 'Tanker', '1100', '1989'],
  )
  const group = readingOf(sheet, '97010')
  assert.deepEqual([group.designations[0]?.list, group.designations[0]?.instruments], ['gb-isil-aq', ['gb-isil-2019']])
  assert.deepEqual(valuesOf(group.party, 'innCode'), ['7704730655'])
})

test('a regime rests on what was in force: not on regulations of later years', async () => {
  const [designation] = readingOf(await read(CSV), '97005').designations
  assert.deepEqual(
    [designation?.list, designation?.instruments, designation?.from?.earliest],
    ['gb-afghanistan', ['gb-si-2011-1893'], '2001-04-02'],
  )
})

test('the list is closed, and stays for its history', () => {
  assert.deepEqual(source.closed, { on: '2026-01-28', successors: ['uk-fcdo'] })
  assert.deepEqual(source.addresses, [])
})

test('two versions of one day and one length differ where their parties do', async () => {
  const before = await read(CSV)
  const after = await read(CSV, Buffer.from(readFileSync(join(folder, CSV), 'latin1').replaceAll('97005', '97007'), 'latin1'))
  assert.equal(after.records.length, before.records.length)
  assert.deepEqual(
    after.records.map(({ key }) => key),
    ['97004', '97007'],
  )
})

const absent = haveRealLists() ? false : 'there is no ../shared/lists beside the checkout'

test('the version that a spreadsheet spoiled has no blanks around its names', { skip: absent }, async () => {
  const found = await read(CSV, gunzipSync(readFileSync(join(REAL_LISTS, 'uk-ofsi/conlist/2018-04-13.csv.gz'))))
  const padded = found.readings.flatMap(({ parties }) => parties.flatMap(p => p.statements)).filter(({ value }) => value !== value.trim())
  assert.deepEqual(padded.slice(0, 3), [])
  assert.equal(found.records.length, 2106)
})
