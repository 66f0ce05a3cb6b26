import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import { nameAndAddress } from './denied.ts'
import source from './index.ts'

const WHY = 'the file repeats a name for each of its orders and addresses; MANIFEST.json counts rows'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['us-bis/denied-persons'],
  counts: {
    'us-bis/denied-persons/2019-06-29.txt': { records: 414, why: WHY },
    'us-bis/denied-persons/2023-11-30.txt': { records: 544, why: WHY },
  },
  spoil: text => text.replace('Postal_Code', 'Zip').replace('Type of Denial', 'Kind of Denial'),
})

test('an order that has run out stays in the file and ends on its own day, read month first', async () => {
  const file = memoryFile('dpl.txt', readFileSync(join(import.meta.dirname, 'fixtures/tabs/dpl.txt')))
  const { records, readings } = await outcomeOf(source, [file])
  const spans = readings.map(({ designations }) => designations.map(({ from, to }) => [from?.earliest, to?.earliest]))
  assert.deepEqual(
    records.map(({ key }, i) => [key, spans[i]]),
    [
      ['sample-karim', [['2017-10-16', '2020-10-13']]],
      [
        'model-trading-inc',
        [
          ['2003-06-19', '2056-06-29'],
          ['2002-03-04', undefined],
        ].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? 1 : -1)),
      ],
      ['pearl-a-k-a-nei-chien-specimen-li', [['2019-03-04', undefined]]],
    ],
  )
  assert.deepEqual(readings[0]?.parties[0] && valuesOf(readings[0].parties[0], 'address'), [
    '605 SPECIMEN LAKE DRIVE, RICHARDSON, TX, 75081, US',
    'P.O. BOX 99360, DUBAI, AE',
  ])
  assert.deepEqual(readings[2]?.parties[0] && valuesOf(readings[2].parties[0], 'alias'), ['NEI-CHIEN SPECIMEN'])
})

test('a legal form after a comma belongs to the name', () => {
  assert.deepEqual(nameAndAddress('Specimen Exports, Inc., 2 Example Street, Dubai, AE'), [
    'Specimen Exports, Inc.',
    '2 Example Street, Dubai, AE',
  ])
  assert.deepEqual(nameAndAddress('Specimen Omar, 1 Example Street'), ['Specimen Omar', '1 Example Street'])
})
