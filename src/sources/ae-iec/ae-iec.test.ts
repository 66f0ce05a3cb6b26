import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['ae-iec/local-terrorist-list'],
})

const read = (path: string, rendition: string) =>
  outcomeOf(source, [{ ...memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path))), rendition }])

test('the workbook: parties on a sheet of removals are delisted by its resolution and day', async () => {
  const { readings } = await read('book/local-list.xls', 'xls')
  assert.deepEqual(
    readings.map(({ parties, designations }) => [
      parties[0]?.schema,
      ...designations.map(d => [d.status, d.from?.earliest, d.to?.earliest, d.instruments.join()]),
    ]),
    [
      ['Person', ['listed', '2017-06-09', undefined, '']],
      ['Organization', ['listed', '2014-01-01', undefined, 'ae-cabinet-41-2014']],
      ['Person', ['delisted', '2017-01-01', '2026-01-15', '']],
    ],
  )
  assert.deepEqual(readings[2]?.parties[0] && valuesOf(readings[2].parties[0], 'topics'), [])
})

test('names in both scripts, two numbers in one cell, present and former nationality', async () => {
  const { readings } = await read('csv/local-list.csv', 'csv')
  const [khaled, omar] = readings.map(({ parties }) => parties[0])
  assert.ok(khaled && omar)
  assert.deepEqual(valuesOf(khaled, 'name'), ['KHALED MOHD AL NAMOTHAJ', 'خالد محمد النموذج'])
  assert.deepEqual(valuesOf(khaled, 'alias'), ['خالد محمد النموذج', 'أبوخليل'])
  assert.deepEqual(valuesOf(omar, 'passportNumber'), ['U90171753', 'NZ90Y5659'])
  assert.deepEqual([valuesOf(omar, 'nationality'), valuesOf(omar, 'country')], [['se'], ['lr']])
  assert.deepEqual(valuesOf(omar, 'birthDate'), ['1987-02-27'])
})

test('a column of an unknown name holds the version', async () => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/csv/local-list.csv'), 'utf8').replace('مكان الميلاد', 'لون')
  const { problems } = await outcomeOf(source, [{ ...memoryFile('list.csv', text), rendition: 'csv' }])
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'stop').map(({ code, seen }) => [code, seen]),
    [['table.head-unknown', 'لون']],
  )
})
