import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'

const FACTBOOK = 'us-cia/world-factbook-terrorist-organizations/2025-05-28.html'

sourceSuite({
  sources,
  folder: import.meta.dirname,
  real: ['us-cia/world-factbook-terrorist-organizations'],
  counts: { [FACTBOOK]: { records: 76, why: 'one heading stands over branches that are not designated' } },
})

const read = (id: string, path: string) => {
  const source = sources.find(one => one.id === id)
  assert.ok(source)
  return outcomeOf(source, [memoryFile('page.html', readFileSync(join(import.meta.dirname, 'fixtures', path)))])
}

test('the page of the Department: amendments add names, and the second table delists with its days', async () => {
  const { records, readings } = await read('us-fto', 'page/foreign-terrorist-organizations.html')
  assert.equal(records.length, 6)
  const front = readings.find(({ parties }) => parties[0] && valuesOf(parties[0], 'name').includes('Sample Front'))?.parties[0]
  assert.ok(front)
  assert.deepEqual(valuesOf(front, 'alias'), ['Hay’at Specimen (SF/HS)', 'Jabhat Specimen', 'Hay’at Specimen'])
  assert.deepEqual(
    readings
      .map(({ designations }) => designations.map(d => [d.status, d.from?.earliest, d.to?.earliest]))
      .flat()
      .slice(-2),
    [
      ['delisted', '2018-05-18', '2025-07-08'],
      ['delisted', '1997-10-08', '1999-10-08'],
    ],
  )
})

test('a page with a third table, or other columns, is held', async () => {
  const path = join(import.meta.dirname, 'fixtures/page/foreign-terrorist-organizations.html')
  const text = readFileSync(path, 'utf8').replace('Date Removed', 'Revoked')
  const [source] = sources
  assert.ok(source)
  const { problems } = await outcomeOf(source, [memoryFile('page.html', text)])
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['html.tables', 'stop']],
  )
})

test('the Factbook: names, former names, and the day of designation where there is one', async () => {
  const { readings, problems } = await read('us-cia-fto', 'factbook/references.html')
  const [brigades] = readings
  assert.ok(brigades?.parties[0])
  assert.deepEqual(valuesOf(brigades.parties[0], 'name'), ['Specimen Brigades'])
  assert.deepEqual(valuesOf(brigades.parties[0], 'previousName'), ['Army of Samples'])
  assert.deepEqual(
    readings.map(({ designations }) => designations[0]?.from?.earliest),
    ['2012-05-30', '1997-10-08', undefined],
  )
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['record.no-party', 'date.missing'],
  )
})
