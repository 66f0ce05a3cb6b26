import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname })

test('active, expired and revoked designations with their days', async () => {
  const file = memoryFile('page.html', readFileSync(join(import.meta.dirname, 'fixtures/page/resolution-1373.html')))
  const { records, readings } = await outcomeOf(source, [file])
  assert.deepEqual(
    readings.map(({ designations: [d] }, i) => [records[i]?.key, d?.status, d?.from?.earliest, d?.to?.earliest]),
    [
      ['sample-front', 'listed', '2010-10-12', undefined],
      ['example-harakat', 'listed', '2024-03-01', undefined],
      ['specimen-brigades', 'delisted', '2004-06-08', '2010-06-07'],
      ['invented-army', 'delisted', undefined, '2013-02-20'],
    ],
  )
  const [front, harakat] = readings.map(({ parties }) => parties[0])
  assert.ok(front && harakat)
  assert.deepEqual(valuesOf(front, 'alias'), ['SF', 'Front of Specimens', 'Jabhat al-Mithal'])
  assert.deepEqual(valuesOf(harakat, 'previousName'), ['Example Movement'])
})
