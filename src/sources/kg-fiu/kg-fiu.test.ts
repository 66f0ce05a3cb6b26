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
  spoil: text => text.replace('<Number>1</Number>', '<Number>1</Number><Sex>1</Sex>'),
})

test('persons and organisations with days of each of the three forms', async () => {
  const { readings } = await outcomeOf(source, [memoryFile('svod.xml', readFileSync(join(import.meta.dirname, 'fixtures/file/svod.xml')))])
  assert.deepEqual(
    readings.map(({ parties, designations }) => [parties[0] && valuesOf(parties[0], 'name')[0], designations[0]?.from?.earliest]),
    [
      ['Үлгүев Мисал Жасалмаевич', '2018-01-17'],
      ['Образцов Пример', '2018-01-17'],
      ['Вымышленный фронт', '2017-05-04'],
    ],
  )
  const second = readings[1]?.parties[0]
  assert.deepEqual(second && valuesOf(second, 'birthDate'), ['1979-12-27', '1979-12-26'])
})
