import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import source from './index.ts'
import { programmeOf } from './programmes.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['ca-gac'],
  spoil: text => text.replace('<Item>', '<DateOfRemoval>2026-01-01</DateOfRemoval><Item>'),
})

async function read(year: '2020' | '2025', alter: (text: string) => string = text => text): Promise<Outcome> {
  const path = join(import.meta.dirname, 'fixtures', year, 'sema-lmes.xml')
  const [publication] = publicationsOf(source, [heldFile(path, alter(readFileSync(path, 'utf8')))], () => '')
  assert.ok(publication)
  return outcomeOf(source, asSourceFiles(publication))
}
const readingOf = ({ records, readings }: Outcome, key: string) => {
  const reading = readings[records.findIndex(record => record.key === key)]
  assert.ok(reading?.parties[0], key)
  return { ...reading, party: reading.parties[0] }
}

test('an entry keeps its key through double and hard blanks, a moved item and another spelling of its regime', async () => {
  const [before, after] = [await read('2020'), await read('2025')]
  const keys = (outcome: Outcome) => outcome.records.map(({ key }) => key)
  for (const key of ['russia/sample-machine-works-jsc', 'burma/sample-mine-holdings']) {
    assert.ok(keys(before).includes(key), key)
    assert.ok(keys(after).includes(key), key)
  }
  assert.deepEqual(valuesOf(readingOf(before, 'russia/sample-machine-works-jsc').party, 'name'), ['Sample Machine Works JSC'])
  assert.ok(keys(after).includes('russia/new-sample-plant'))
})

test('tags of both years read the same', async () => {
  const renamed = await read('2020', text =>
    text
      .replaceAll('Entity>', 'EntityOrShip>')
      .replaceAll('DateOfBirth>', 'DateOfBirthOrShipBuildDate>')
      .replaceAll('Title>', 'TitleOrShip>'),
  )
  assert.deepEqual(renamed.records, (await read('2020')).records)
})

test('slashed dates come in both orders: an ambiguous one is both, and told', async () => {
  const found = await read('2025')
  const born = (key: string) => valuesOf(readingOf(found, key).party, 'birthDate')
  assert.deepEqual(born('ukraine/pavel-modelev~24-11-1973'), ['1973-11-24'])
  assert.deepEqual(born('belarus/ruslan-specimenau'), ['1978-09-29'])
  assert.deepEqual(born('hamas/omar-mithal').toSorted(), ['1976-01-03', '1976-03-01'])
  assert.ok(readingOf(found, 'hamas/omar-mithal').problems.some(({ code }) => code === 'date.ambiguous'))
})

test('what a spreadsheet made of dates is read and told', async () => {
  const found = await read('2025')
  const serial = readingOf(found, 'iran/ali-serial')
  assert.deepEqual([valuesOf(serial.party, 'birthDate'), serial.problems.map(({ code }) => code)], [['1972-09-01'], ['date.serial']])
  const short = readingOf(found, 'ukraine/pavel-modelev~sep-69')
  assert.deepEqual(valuesOf(short.party, 'birthDate'), ['1969-09'])
  assert.ok(short.problems.some(({ code }) => code === 'date.short-year'))
})

test('aliases keep the languages of their labels, and a comma before Ltd. parts nothing', async () => {
  const { party } = readingOf(await read('2025'), 'belarus/ruslan-specimenau')
  assert.deepEqual(
    party.statements.filter(s => s.property === 'alias').map(s => `${s.lang ?? '-'} ${s.value}`),
    ['- Ruslan SPECIMENOV', '- Rouslan SPECIMENOFF', 'be Руслан СПЕЦЫМЕНАЎ', 'ru Руслан СПЕЦИМЕНОВ'],
  )
  const mine = readingOf(await read('2020'), 'burma/sample-mine-holdings').party
  assert.deepEqual(valuesOf(mine, 'alias'), ['Sample Mine Holdings Pte. Ltd.', 'Sample Mine Co., Ltd.'])
})

test('a ship has its number, type and year, and no birth', async () => {
  const { party } = readingOf(await read('2025'), 'russia/imo-9074729')
  assert.deepEqual(
    [party.schema, ...['name', 'imoNumber', 'type', 'buildDate'].map(name => valuesOf(party, name).join(' '))],
    ['Vessel', 'Specimen Star', 'IMO9074729', 'Oil Tanker', '2005'],
  )
})

test('a regime is read in two languages and rests on its act; the country of a regime is none of the party', async () => {
  assert.deepEqual(programmeOf('Burma / Birmanie')?.key, 'burma')
  assert.deepEqual(programmeOf('Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR) / Règlement')?.instruments, [
    'ca-jvcfoa-2017',
  ])
  const { designations, party } = readingOf(await read('2025'), 'russia/new-sample-plant')
  assert.deepEqual(
    designations.map(d => [d.list, d.from?.earliest, d.note]),
    [['ca-autonomous', '2025-02-21', 'Schedule 1, Part 2, item 811']],
  )
  assert.deepEqual(valuesOf(party, 'country'), [])
  const odd = await read('2025', text => text.replace('Iran</', 'Atlantis / Atlantide</'))
  assert.ok(odd.problems.some(({ code }) => code === 'programme.unmapped'))
})
