import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({
  sources,
  folder: import.meta.dirname,
  spoil: text => text.replace('<num>1</num>', '<num>1</num><sex>1</sex>'),
})

const read = async (id: string, path: string) => {
  const source = sources.find(one => one.id === id)
  assert.ok(source)
  const { readings } = await outcomeOf(source, [memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path)))])
  return readings
}

test('persons and organisations of the first category, with the day of listing from either element', async () => {
  const readings = await read('kz-afm-financing', 'category-1/xml_category_1.xml')
  assert.deepEqual(
    readings.map(({ parties: [party], designations: [d] }) => [party?.schema, party && valuesOf(party, 'name')[0], d?.from?.earliest]),
    [
      ['Person', 'ВЫДУМАННЫЙ ПРИМЕР ОБРАЗЦОВИЧ', '2024-03-05'],
      ['Person', 'ОБРАЗЦОВА ПРИМЕРА', '2018-10-17'],
      ['Organization', 'Вымышленный фронт', undefined],
    ],
  )
  const front = readings[2]?.parties[0]
  assert.deepEqual(front && valuesOf(front, 'alias'), ['ВФ', 'Sample Front', 'SF'])
})

test('the second category has persons in the elements of organisations', async () => {
  const readings = await read('kz-afm-terrorism', 'category-2/xml_category_2.xml')
  assert.deepEqual(
    readings.map(({ parties: [party] }) => [party?.schema, party && valuesOf(party, 'idNumber')]),
    [
      ['Person', ['000000000001']],
      ['Person', []],
      ['Organization', []],
    ],
  )
})

test('prose on weapons of mass destruction is read by its labels', async () => {
  const readings = await read('kz-afm-weapons', 'weapons/sanction-weapon.xml')
  const [pak, company] = readings.map(({ parties: [party] }) => party)
  assert.ok(pak && company)
  const said = ['name', 'alias', 'birthDate', 'nationality', 'passportNumber', 'position', 'birthPlace'].map(p => valuesOf(pak, p))
  assert.deepEqual(said, [
    ['ПАК ПРИМЕР ОБРАЗЕЦ'],
    ['Pak Sample', 'Пак Образ', 'Pak Specimen'],
    ['1964-07-17'],
    ['kp'],
    ['P0000009'],
    ['директор вымышленной компании'],
    [],
  ])
  assert.equal(company.schema, 'Organization')
  assert.deepEqual(valuesOf(company, 'previousName'), ['Пробная компания'])
  assert.equal(readings[1]?.designations[0]?.from?.earliest, '2006-12-23')
})
