import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({ sources, folder: import.meta.dirname })

const read = (id: string, path: string) => {
  const source = sources.find(one => one.id === id)
  assert.ok(source)
  return outcomeOf(source, [memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path)))])
}

test('a designation cancelled in the cell of its date has ended, and a UN number is a reference', async () => {
  const { readings } = await read('il-nbctf-persons', 'persons/individuals.xlsx')
  assert.deepEqual(
    readings.map(({ designations: [d] }) => [d?.status, d?.from?.earliest, d?.to?.earliest]),
    [
      ['listed', '2020-09-01', undefined],
      ['delisted', '2019-05-01', '2024-02-03'],
    ],
  )
  assert.deepEqual(
    readings[1]?.references?.map(({ value }) => value),
    ['QDi.999'],
  )
  const omar = readings[0]?.parties[0]
  assert.deepEqual(omar && valuesOf(omar, 'name'), ['עומר דוגמה', 'OMAR SPECIMEN', 'عمر مثال'])
})

test('organisations: the first of the two days begins the listing, and linked ones are tied', async () => {
  const { readings } = await read('il-nbctf-organisations', 'bodies/organizations.xlsx')
  assert.equal(readings[0]?.designations[0]?.from?.earliest, '2018-03-01')
  assert.deepEqual(
    readings[0]?.links.map(({ to }) => to),
    ['il-nbctf-organisations:8002', 'il-nbctf-organisations:8003'],
  )
})
