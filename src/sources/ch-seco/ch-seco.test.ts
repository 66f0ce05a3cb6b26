import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startOfDay, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import { assertNothingUnread, assertStatementsFit } from '../suite-checks.ts'
import { haveRealLists, REAL_LISTS } from '../suite-publications.ts'
import source from './index.ts'
import { programmeOf } from './programmes.ts'

const SAMPLE = 'ch-seco/sesam-xml-sample/2024-01-17.xml'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['ch-seco'],
  // The publisher's own sample is a list of changes: never a whole list.
  broken: { [SAMPLE]: 'version.partial' },
  spoil: text => text.replace('<justification', '<frozen-assets>1</frozen-assets><justification'),
})

const FIXTURE = join(import.meta.dirname, 'fixtures/whole/whole-list.xml')
async function read(alter: (text: string) => string = text => text, path = FIXTURE): Promise<Outcome> {
  const [publication] = publicationsOf(source, [heldFile(path, alter(readFileSync(path, 'utf8')))], () => '')
  assert.ok(publication)
  return outcomeOf(source, asSourceFiles(publication))
}
const readingOf = ({ records, readings }: Outcome, key: string) => {
  const reading = readings[records.findIndex(record => record.key === key)]
  assert.ok(reading?.parties[0], key)
  return { ...reading, party: reading.parties[0] }
}

test('the day of the list is read from its root', () => {
  assert.equal(source.recognise(heldFile(FIXTURE, readFileSync(FIXTURE)).head)?.published, startOfDay('2026-09-15'))
})

test('a spelling variant takes the place of its part alone', async () => {
  const { party } = readingOf(await read(), '91001')
  assert.deepEqual(valuesOf(party, 'name'), ['Ahmad Sample Fiction', 'احمد نمونه فکشن'])
  assert.deepEqual(valuesOf(party, 'alias'), ['Ahmed Sampel Fiction', 'Ahmad نمونه Fiction', 'Ahmad Sample', 'Omar Specimen Jr.'])
  assert.deepEqual([valuesOf(party, 'weakAlias'), valuesOf(party, 'title')], [['Abu Specimen'], ['Haji']])
})

test('history inside a target is no present fact', async () => {
  const { party } = readingOf(await read(), '91001')
  assert.ok(!party.statements.some(({ value }) => value.includes('Name That Was Taken Out')))
})

test('removed targets keep their dates, and the latest effective date decides whatever the order', async () => {
  const found = await read()
  const stretches = (key: string) => readingOf(found, key).designations.map(d => [d.status, d.from?.earliest, d.to?.earliest])
  assert.deepEqual(stretches('91301'), [['delisted', '2022-03-04', '2025-03-21']])
  assert.deepEqual(stretches('91401'), [
    ['delisted', '2011-09-24', '2014-05-02'],
    ['listed', '2019-02-02', undefined],
  ])
  assert.deepEqual(valuesOf(readingOf(found, '91301').party, 'topics'), [])
})

test('a target on two programmes has a designation on each, and its foreign number is quoted', async () => {
  const { designations, references } = readingOf(await read(), '91101')
  assert.deepEqual(designations.map(d => `${d.programme} ${d.list}`).toSorted(), ['Taliban ch-seco-taliban', 'Ukraine ch-seco'])
  assert.deepEqual(
    references?.map(({ scheme, value }) => `${scheme} ${value}`),
    ['eu EU.99999.1'],
  )
  assert.deepEqual(
    readingOf(await read(), '91001').references?.map(({ scheme, value }) => `${scheme} ${value}`),
    ['un TAi.999'],
  )
})

test('an ordinance is known by its number, and without one by the groups it names', () => {
  assert.equal(programmeOf('Ordinance of 2 October 2000 on … (SR 946.203), annex 1').list, 'ch-seco-taliban')
  assert.equal(programmeOf('Ordinance on measures against individuals and groups associated with the Taliban').list, 'ch-seco-taliban')
  assert.equal(programmeOf('Ordinance on Hamas (SR 946.231.09)').terrorism, true)
  assert.equal(programmeOf('Ordinance of 4 March 2022 (SR 946.231.176.72), annex 8').list, 'ch-seco')
})

test('a place is the frame of an address and of a birth', async () => {
  const { party } = readingOf(await read(), '91001')
  assert.ok(valuesOf(party, 'address').includes('c/o Specimen Trading, House 4, Street 2, P.O. Box 17, 87300, Quetta, Pakistan'))
  assert.deepEqual(valuesOf(party, 'birthPlace'), ['Sample village, Sample Province, Afghanistan'])
})

test('days without a year are told, and a decade is ten years', async () => {
  const { party, problems } = readingOf(await read(), '91301')
  assert.deepEqual(valuesOf(party, 'birthDate'), ['1970'])
  assert.ok(problems.some(({ code }) => code === 'date.no-year'))
  const decade = await read(text => text.replace('Review concluded on 1 June 2010.', 'Date of birth: 1960s'))
  assert.ok(valuesOf(readingOf(decade, '91001').party, 'birthDate').includes('1960/1969'))
})

test('a day of incorporation goes before one of registration', async () => {
  const both = await read(text =>
    text.replace('Date of registration: 1 April 2010', 'Date of registration: 13.4.1993 (incorporation date 12.9.2002)'),
  )
  const { party } = readingOf(both, '91101')
  assert.deepEqual(valuesOf(party, 'incorporationDate'), ['2002-09-12'])
  assert.ok(valuesOf(party, 'notes').some(text => text.includes('13.4.1993')))
  assert.deepEqual(valuesOf(readingOf(await read(), '91101').party, 'incorporationDate'), ['2010-04-01'])
})

test('a set that the file does not name is flagged', async () => {
  const { problems } = readingOf(await read(text => text.replace('sanctions-set-id="90101"', 'sanctions-set-id="99999"')), '91001')
  assert.ok(problems.some(({ code }) => code === 'programme.unmapped'))
})

const absent = haveRealLists() ? false : 'there is no ../shared/lists beside the checkout'

test('the targets of the publisher’s sample read whole', { skip: absent }, async () => {
  const found = await read(text => text.replace('list-type="amendment"', 'list-type="whole-list"'), join(REAL_LISTS, SAMPLE))
  assert.deepEqual(found.problems, [])
  assert.equal(found.records.length, 3)
  assertNothingUnread(found)
  assertStatementsFit(found)
})
