import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname })

test('sheets of persons, bodies and ships, with papers in the order of their kinds', async () => {
  const { readings } = await outcomeOf(source, [
    memoryFile('slistEN.xlsx', readFileSync(join(import.meta.dirname, 'fixtures/book/slistEN.xlsx'))),
  ])
  assert.deepEqual(
    readings.map(({ parties, designations }) => [parties[0]?.schema, designations[0]?.from?.earliest]),
    [
      ['Person', '2021-03-31'],
      ['Person', '2022-10-27'],
      ['Organization', '2021-03-31'],
      ['Vessel', '2022-05-26'],
    ],
  )
  const omar = readings[0]?.parties[0]
  assert.ok(omar)
  assert.deepEqual([valuesOf(omar, 'idNumber'), valuesOf(omar, 'passportNumber')], [['000001'], ['P0000001']])
  assert.deepEqual(valuesOf(omar, 'birthDate'), ['1970-01-01', '1971'])
})
