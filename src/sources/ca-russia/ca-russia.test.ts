import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startOfDay, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import { haveRealLists, REAL_LISTS } from '../suite-publications.ts'
import source from './index.ts'

const FOLDER = 'ca-justice/sema-russia-sor-2014-58'
/** Items of the party schedules, repealed ones among them, and ships; MANIFEST.json counts all items, those of goods too. */
const HELD: readonly (readonly [string, number, number, number])[] = [
  ['2019-06-21', 199, 2, 0],
  ['2021-10-20', 212, 2, 0],
  ['2022-03-07', 664, 14, 0],
  ['2022-08-28', 1237, 18, 0],
  ['2023-03-06', 1664, 20, 0],
  ['2024-03-06', 2178, 30, 0],
  ['2025-07-24', 2460, 32, 310],
  ['2025-08-21', 2460, 32, 310],
  ['2026-06-14', 2628, 35, 731],
]

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: [FOLDER],
  counts: Object.fromEntries(
    HELD.map(([day, items, repealed, ships]) => [
      `${FOLDER}/${day}.xml`,
      { records: items - repealed + ships, why: `${items} items of party schedules, ${repealed} repealed, and ${ships} ships in a table` },
    ]),
  ),
  spoil: text => text.replace('<Item ', '<Delisted/><Item '),
})

const FIXTURE = join(import.meta.dirname, 'fixtures/2026/SOR-2014-58.xml')
async function read(alter: (text: string) => string = text => text, path = FIXTURE): Promise<Outcome> {
  const held = heldFile(path, readFileSync(path))
  const [publication] = publicationsOf(
    source,
    [heldFile(path.replace(/\.gz$/, ''), alter(Buffer.from(held.bytes).toString('utf8')))],
    () => '',
  )
  assert.ok(publication)
  return outcomeOf(source, asSourceFiles(publication))
}
const readingOf = ({ records, readings }: Outcome, key: string) => {
  const reading = readings[records.findIndex(record => record.key === key)]
  assert.ok(reading?.parties[0], key)
  return { ...reading, party: reading.parties[0] }
}

test('the day is the one the consolidation is current to', () => {
  assert.equal(source.recognise(heldFile(FIXTURE, readFileSync(FIXTURE)).head)?.published, startOfDay('2026-06-14'))
})

test('goods, repealed items and provisions not in force are no parties', async () => {
  const { records, problems } = await read()
  assert.deepEqual(
    records.map(({ key }) => key),
    ['900001', '900002', '900004', '900005', '900006', 'imo-9074729', 'imo-9176187', '900007'],
  )
  assert.deepEqual(problems, [])
})

test('persons, entities and ships are told by the part they stand in', async () => {
  const found = await read()
  const schemas = ['900001', '900005', 'imo-9074729', '900007'].map(key => readingOf(found, key).party.schema)
  assert.deepEqual(schemas, ['Person', 'Organization', 'Vessel', 'Organization'])
  const ship = readingOf(found, 'imo-9176187').party
  assert.deepEqual(
    ['name', 'imoNumber', 'type', 'buildDate'].map(name => valuesOf(ship, name).join()),
    ['Model Star', 'IMO9176187', 'General Cargo / Multi Purpose', '1997'],
  )
})

test('spellings in brackets inside a name of a person make further names; in the name of a body they stay', async () => {
  const found = await read()
  const person = readingOf(found, '900002').party
  assert.deepEqual(valuesOf(person, 'name'), ['Evgeny Petrovich MODELOV'])
  assert.deepEqual(valuesOf(person, 'alias'), [
    'Yevgeny Petrovich MODELOV',
    'Evgeni Petrovich MODELOV',
    'Eugene Petrovich MODELAU',
    'Yevgen Petrovich MODELAU',
  ])
  assert.deepEqual(valuesOf(person, 'birthDate'), ['1981-07-18'])
  const bank = readingOf(found, '900005').party
  assert.deepEqual(
    [valuesOf(bank, 'name'), valuesOf(bank, 'alias')],
    [['Sample Bank (PJSC) Shanghai Branch'], ['SB', 'Specimen Bank', '“Sample” LLC']],
  )
  assert.deepEqual(valuesOf(readingOf(found, '900006').party, 'notes'), ['including SampleTV and Sample!Radio'])
})

test('an item that reads as it was inserted tells the day; an amended one, or one as old as its list, does not', async () => {
  const found = await read()
  const from = (key: string) => readingOf(found, key).designations[0]?.from?.earliest
  assert.deepEqual(['900001', '900002', '900004', 'imo-9074729', 'imo-9176187'].map(from), [
    undefined,
    '2019-03-15',
    undefined,
    undefined,
    '2026-02-19',
  ])
})

test('a schedule of a kind not known keeps the version out', async () => {
  const { problems } = await read(text => text.replace('<TitleText>Entities</TitleText>', '<TitleText>Aircraft</TitleText>'))
  assert.ok(problems.some(({ code, severity }) => code === 'schedule.unknown' && severity === 'stop'))
})

const absent = haveRealLists() ? false : 'there is no ../shared/lists beside the checkout'

test('real items keep their numbers over seven years', { skip: absent }, async () => {
  const version = (name: string) => read(text => text, join(REAL_LISTS, FOLDER, name))
  const [before, after] = [await version('2019-06-21.xml'), await version('2026-06-14.xml.gz')]
  const names = new Map(after.records.map(({ key }, i) => [key, after.readings[i]?.parties[0]] as const))
  const kept = before.records.filter(({ key }) => names.has(key))
  assert.ok(kept.length > before.records.length * 0.9, `${kept.length} of ${before.records.length}`)
})
