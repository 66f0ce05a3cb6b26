import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { headOf, memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  spoil: text => text.replace('<summary>', '<aliases>x</aliases><summary>'),
})

const feed = readFileSync(join(import.meta.dirname, 'fixtures/feed/lstd-ntts-eng.xml'))

test('aliases by commas or semicolons, abbreviations and former names, and the day as it was in Canada', async () => {
  const { records, readings } = await outcomeOf(source, [memoryFile('lstd-ntts-eng.xml', feed)])
  assert.deepEqual(
    readings.map(({ parties: [party], designations: [d] }, i) => [
      records[i]?.key,
      d?.from?.earliest,
      ...['name', 'alias', 'weakAlias', 'previousName'].map(p => (party ? valuesOf(party, p) : [])),
    ]),
    [
      ['sf', '2003-02-12', ['Sample Front'], ['Front of Specimens', 'Jabhat al-Mithal', 'SF'], ['SF'], []],
      ['eh', '2012-07-09', ['Example Harakat'], [], [], []],
      ['sb', '2021-02-05', ['Specimen Brigade'], ['Brigade of Specimens', 'Sample Relief, Inc.'], ['SB'], ['Old Brigade']],
    ],
  )
  const brigade = readings[2]?.parties[0]
  assert.deepEqual(brigade && valuesOf(brigade, 'summary'), ['An invented brigade.'])
})

test('the feed states its instant', () => {
  assert.equal(source.recognise(headOf('lstd-ntts-eng.xml', feed))?.published, Date.parse('2026-11-20T05:00:00Z') / 1000)
})
