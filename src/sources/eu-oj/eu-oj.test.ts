import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Reading, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import { ACTS } from './acts.ts'
import sources from './index.ts'

const ACTS_HELD =
  'oj-32001r2580 oj-32002r0881 oj-32003r1210 oj-32006r0765 oj-32009r1284 oj-32010r0356 oj-32011r0101 oj-32011r0359 oj-32011r0753 oj-32012r0267 oj-32014r0208 oj-32014r0269 oj-32014r0747 oj-32014r0833 oj-32014r1352 oj-32016r0044 oj-32016r1686 oj-32017r1770 oj-32017r2063 oj-32018r1542 oj-32019r0796 oj-32019r1716 oj-32022r2309 oj-32023r0888 oj-32023r1529 oj-32023r2147 oj-32024r0287 oj-32024r0386 oj-32024r2642 oj-amendment-32026r1720 oj-amendment-32026r1843 oj-amendment-32026r1846 oj-amendment-32026r1880 oj-amendment-32026r1883 oj-amendment-32026r1941 oj-amendment-32026r1960'.split(
    ' ',
  )

sourceSuite({
  sources,
  folder: import.meta.dirname,
  real: ACTS_HELD.map(folder => `eu/${folder}`),
  spoil: text => text.replace('recordId,', 'recordNumber,'),
})

const folder = join(import.meta.dirname, 'fixtures')
async function read(path: string, alter: (text: string) => string = text => text): Promise<Outcome> {
  const file = heldFile(join(folder, path), alter(readFileSync(join(folder, path), 'utf8')))
  const [publication] = sources.flatMap(source => publicationsOf(source, [file], () => ''))
  assert.ok(publication)
  return outcomeOf(publication.source, asSourceFiles(publication))
}
const party = (reading: Reading | undefined) => {
  const [found] = reading?.parties ?? []
  assert.ok(found)
  return found
}

test('every act rests on a list and instruments of the curated base', () => {
  for (const [celex, { list, instruments }] of ACTS) assert.ok(list.startsWith('eu-') && instruments.length > 0, celex)
})

test('an entry keeps its key when its number moves; ships go by their IMO number, namesakes by their birth date', async () => {
  const { records } = await read('32014r0269/2026-07-17.csv')
  const moved = await read('32014r0269/2026-07-17.csv', text => text.replace('32014R0269,1,', '32014R0269,9,'))
  const keys = records.map(({ key }) => key)
  assert.deepEqual(keys, [
    '32014R0269/i.persons/ivan-ivanovich-specimenov',
    '32014R0269/i.entities/jsc-sample-works-jsc-sw',
    '32014R0269/i.persons/pavel-petrovich-modelev~1963',
    '32014R0269/i.persons/pavel-petrovich-modelev~possibly-23-7-1981',
  ])
  assert.deepEqual(
    moved.records.map(({ key }) => key),
    keys,
  )
  const ships = await read('32014r0833/2026-07-17.csv')
  assert.deepEqual(
    ships.records.slice(2).map(({ key }) => key),
    ['32014R0833/xlii/imo-9074729', '32014R0833/xlii/imo-9176187'],
  )
})

test('enumerated and alternative values of a cell are told apart', async () => {
  const { readings } = await read('32014r0269/2026-07-17.csv')
  const person = party(readings[0])
  assert.deepEqual(valuesOf(person, 'birthDate'), ['1955-03-06', '1955-03-15'])
  assert.deepEqual(valuesOf(person, 'nationality'), ['ru'])
  assert.deepEqual(valuesOf(person, 'country'), ['suhh', 'ru'])
  assert.deepEqual(valuesOf(person, 'birthCountry'), ['suhh', 'ru'])
  assert.deepEqual(valuesOf(person, 'passportNumber'), ['515458008'])
  assert.deepEqual(valuesOf(person, 'idNumber'), ['660603-05-5267'])
  assert.deepEqual(valuesOf(person, 'socialSecurityNumber'), ['156-92-0000'])
  const company = party(readings[1])
  assert.deepEqual(valuesOf(company, 'phone').length, 3)
  assert.deepEqual(valuesOf(company, 'email'), ['info@sample.example', 'pr@sample.example'])
  assert.deepEqual(valuesOf(company, 'innCode'), ['7704730655'])
  assert.deepEqual(valuesOf(company, 'swiftBic'), ['SAMPRUMM'])
  assert.deepEqual(valuesOf(party(readings[3]), 'birthDate'), ['1981-07-23~'])
})

test('a country written with a slash is one country, and prose after a name is none', async () => {
  const { readings } = await read('32002r0881/2026-07-21.csv')
  const person = party(readings[0])
  assert.deepEqual(valuesOf(person, 'nationality'), ['mm'])
  assert.deepEqual(valuesOf(person, 'birthDate'), ['1963-04-11', '1960-04-11', '1970/1979'])
  assert.deepEqual(valuesOf(person, 'alias'), ['عبدالله المثالي', 'Abu Mithal'])
  assert.deepEqual(valuesOf(person, 'previousName'), ['Abu Sample'])
  assert.deepEqual(valuesOf(person, 'topics'), ['sanction', 'crime.terror'])
  assert.deepEqual(valuesOf(party(readings[1]), 'alias'), ['SRS', 'Mithal Relief', 'Relief of Mithal'])
})

test('sectoral measures are no freeze of funds: they are on another list, from the day the annex states', async () => {
  const { readings } = await read('32014r0833/2026-07-17.csv')
  const [designation] = readings[0]?.designations ?? []
  assert.deepEqual(
    [designation?.list, designation?.programme, designation?.from?.earliest, designation?.instruments],
    ['eu-sanctions-map', 'EU-RUS, Export control', '2022-04-13', ['eu-reg-833-2014']],
  )
  assert.deepEqual(valuesOf(party(readings[0]), 'topics'), ['export.control'])
  assert.equal((await read('32014r0269/2026-07-17.csv')).readings[0]?.designations[0]?.list, 'eu-russia-269')
})

test('the additions of an amending act name the act they amend, and absence from them says nothing', async () => {
  const { records, readings } = await read('amendment/2026-08-21.csv')
  assert.deepEqual(records[0]?.key, '32014R0269/i.entities/sample-machine-plant')
  const [designation] = readings[0]?.designations ?? []
  assert.deepEqual([designation?.list, designation?.note], ['eu-russia-269', 'Annex I.ENTITIES, added by 32026R9102'])
  assert.equal(sources.find(({ id }) => id === 'eu-oj-amendments')?.absence, 'nothing')
})

test('an unknown measure is flagged and put on no list of its own', async () => {
  const { readings } = await read('32014r0269/2026-07-17.csv', text => text.replaceAll('Asset freeze', 'Tea ban'))
  assert.deepEqual(
    readings[0]?.problems.map(({ code }) => code),
    ['programme.unmapped'],
  )
  assert.deepEqual(valuesOf(party(readings[0]), 'topics'), [])
})

test('rows of another act keep the file out', async () => {
  const { problems } = await read('32014r0269/2026-07-17.csv', text => text.replace('\n32014R0269,2,', '\n32014R0833,2,'))
  assert.ok(problems.some(({ code, severity }) => code === 'version.not-this-source' && severity === 'stop'))
})
