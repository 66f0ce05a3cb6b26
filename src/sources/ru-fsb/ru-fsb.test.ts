import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname })

test('rows of every table, a judgment carried over its rows, and a ban that is suspended', async () => {
  const { readings } = await outcomeOf(source, [
    memoryFile('terror.html', readFileSync(join(import.meta.dirname, 'fixtures/page/terror.html'))),
  ])
  assert.equal(readings.length, 7)
  assert.deepEqual(
    readings.map(({ designations }) => [designations[0]?.status, designations[0]?.from?.earliest]),
    [
      ['listed', '2003-03-04'],
      ['listed', '2003-03-04'],
      ['listed', '2003-03-04'],
      ['listed', '2015-02-13'],
      ['listed', '2014-12-30'],
      ['listed', '2022-09-29'],
      ['suspended', '2025-04-17'],
    ],
  )
  const state = readings[3]?.parties[0]
  assert.ok(state)
  assert.deepEqual(valuesOf(state, 'alias'), ['Вымышленное Государство Образца', 'ВГО'])
})
