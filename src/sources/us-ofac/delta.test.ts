import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf } from '../suite.ts'
import sources from './index.ts'

const source = sources.find(({ id }) => id === 'us-ofac-delta')
assert.ok(source)
const text = readFileSync(join(import.meta.dirname, 'fixtures/delta/2026-11-20_delta.xml'), 'utf8')
const read = (xml: string) => outcomeOf(source, [memoryFile('delta.xml', xml)])

test('an addition lists from its day, a removal delists on its day, a change says neither', async () => {
  const { records, readings } = await read(text)
  assert.deepEqual(
    records.map(({ key }, i) => [key, ...(readings[i]?.designations ?? []).map(d => [d.list, d.status, d.from?.earliest, d.to?.earliest])]),
    [
      ['900003', ['us-sdgt', 'listed', '2026-11-20', undefined], ['us-ofac-sdn', 'listed', '2026-11-20', undefined]],
      ['900001/2026-11-20'],
      ['900099', ['us-ofac-sdn', 'delisted', undefined, '2026-11-20']],
    ],
  )
  assert.deepEqual(
    readings.map(({ references }) => references?.map(({ scheme, value }) => `${scheme} ${value}`)),
    [['ofac 900003'], ['ofac 900001'], ['ofac 900099']],
  )
})

test('a change holds what is new, tells what it takes away, and goes by either word', async () => {
  const taken = '<name id="30" action="remove"><isPrimary>false</isPrimary><isLowQuality>false</isLowQuality></name></names>'
  const [head = '', tail = ''] = text.split('action="change"')
  const { readings, problems } = await read(`${head}action="modify"${tail.replace('</names>', taken)}`)
  const party = readings[1]?.parties[0]
  assert.deepEqual(party && valuesOf(party, 'alias'), ['Prymer TESTOFF'])
  assert.deepEqual(
    problems.map(({ code, record }) => [code, record]),
    [['change.removes', '900001/2026-11-20']],
  )
})

test('a file of changes without a day, or with another action, is held', async () => {
  const undated = await read(text.replace(/<datePublished>[^<]*<\/datePublished>/, ''))
  const strange = await read(text.replace('action="remove"', 'action="suspend"'))
  assert.ok(undated.problems.some(({ code, severity }) => code === 'publication.undated' && severity === 'stop'))
  assert.ok(strange.problems.some(({ code, severity }) => code === 'action.unknown' && severity === 'stop'))
})
