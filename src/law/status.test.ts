import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attestation, curatedRow } from './attest.fixture.ts'
import { boundaryDays, statusOn } from './status.ts'
import { timeline } from './timeline.ts'

type Rows = Parameters<typeof timeline>[0]
const on = (rows: Rows, day: string) => statusOn(timeline(rows), day)
const told = (rows: Rows, day: string) => {
  const { status, from, to } = on(rows, day)
  return [status, from, to]
}

const TALIBAN_RU = [
  curatedRow({ list: 'ru-fsb-terror', from: '2003-02-14', to: '2025-04-17', instruments: ['ru-supreme-court-2003'] }),
  curatedRow({ list: 'ru-fsb-terror', status: 'suspended', from: '2025-04-17', instruments: ['ru-supreme-court-2025'] }),
]

test('the Taliban in Russia: the day before, the day of, and the day after each boundary', () => {
  assert.deepEqual(told(TALIBAN_RU, '2003-02-13'), ['not-listed', null, '2003-02-14'])
  assert.deepEqual(told(TALIBAN_RU, '2003-02-14'), ['listed', '2003-02-14', '2025-04-17'])
  assert.deepEqual(told(TALIBAN_RU, '2025-04-16'), ['listed', '2003-02-14', '2025-04-17'])
  assert.deepEqual(told(TALIBAN_RU, '2025-04-17'), ['suspended', '2025-04-17', null])
  assert.equal(on(TALIBAN_RU, '2010-01-01').instrument, 'ru-supreme-court-2003')
  assert.equal(on(TALIBAN_RU, '2026-01-01').instrument, 'ru-supreme-court-2025')
})

const IRI = [
  attestation({ list: 'un-1737', from: '2007-03-24', since: '2015-02-26', until: '2024-09-21', lastWith: '2023-03-27' }),
  attestation({ list: 'un-1737', from: '2007-03-24', since: '2025-11-29', lastWithout: '2025-08-02', lastWith: '2026-01-28' }),
]

const IRI_DAYS = [
  ['2007-03-23', ['not-listed', null, '2007-03-24']],
  ['2007-03-24', ['listed', '2007-03-24', '2024-09-21']],
  ['2023-03-27', ['listed', '2007-03-24', '2024-09-21']],
  ['2023-03-28', ['unknown', '2007-03-24', '2024-09-21']],
  ['2024-09-20', ['unknown', '2007-03-24', '2024-09-21']],
  ['2024-09-21', ['delisted', '2024-09-21', '2025-11-29']],
  ['2025-08-02', ['delisted', '2024-09-21', '2025-11-29']],
  ['2025-08-03', ['unknown', '2024-09-21', '2025-11-29']],
  ['2025-11-29', ['listed', '2025-11-29', null]],
  ['2030-01-01', ['listed', '2025-11-29', null]],
] as const

test('IRi.001: between the versions that show a change the status is unknown, never "no"', () => {
  for (const [day, expected] of IRI_DAYS) assert.deepEqual(told(IRI, day), expected, day)
})

test('an end known to the year or month is over when that is, not on its first day', () => {
  const a = [attestation({ from: '2022-03-01', to: '2026', since: '2022-04-01' })]
  assert.deepEqual(told(a, '2026-05-10'), ['listed', '2022-03-01', '2026'])
  assert.deepEqual(told(a, '2026-12-31'), ['listed', '2022-03-01', '2026'])
  assert.deepEqual(told(a, '2027-01-01'), ['delisted', '2026', null])
  const b = [attestation({ from: '2022-03-01', to: '2026-06', since: '2022-04-01' })]
  assert.deepEqual(told(b, '2026-06-15'), ['listed', '2022-03-01', '2026-06'])
  assert.deepEqual(told(b, '2026-07-01'), ['delisted', '2026-06', null])
})

test('a start known to the year has begun for sure on its last day, and has not before its first', () => {
  const c = [attestation({ from: '2026', since: '2026-12-31' })]
  assert.deepEqual(told(c, '2025-12-31'), ['not-listed', null, '2026'])
  assert.deepEqual(told(c, '2026-02-01'), ['unknown', null, '2026'])
  assert.deepEqual(told(c, '2026-12-31'), ['listed', '2026', null])
})

test('a listing without a known start was perhaps there before it was first read', () => {
  const rows = [curatedRow({ seenOn: ['2024-09-13'] })]
  assert.deepEqual(told(rows, '2024-09-12'), ['unknown', null, null])
  assert.deepEqual(told(rows, '2024-09-13'), ['listed', null, null])
})

test('never-listed answers for the day it was read and the days before, and for none after', () => {
  const rows = [curatedRow({ status: 'never', asOf: '2026-02-27', instruments: ['unscr-1988'] })]
  assert.deepEqual(told(rows, '1999-10-15'), ['never', null, null])
  assert.deepEqual(told(rows, '2026-02-27'), ['never', null, null])
  assert.deepEqual(told(rows, '2026-02-28'), ['unknown', null, null])
  assert.equal(on(rows, '2026-02-27').instrument, 'unscr-1988')
  assert.equal(on(rows, '2026-02-28').evidence.length, 1)
})

test('nothing attested is unknown', () => {
  assert.deepEqual(told([], '2020-01-01'), ['unknown', null, null])
})

test('before a record that only tells of a removal or a suspension the status is unknown', () => {
  const rows = [curatedRow({ status: 'delisted', from: '2010-05-05' })]
  assert.equal(on(rows, '2010-05-04').status, 'unknown')
  assert.equal(on(rows, '2010-05-05').status, 'delisted')
})

test('a removal that is only seen answers with the evidence and end of the listing', () => {
  const rows = [attestation({ from: '2010-01-01', since: '2014-10-01', until: '2020-01-01', lastWith: '2019-12-01' })]
  const answer = on(rows, '2021-01-01')
  assert.equal(answer.status, 'delisted')
  assert.equal(answer.evidence[0]?.version, 'un-sc/2019-12-01')
})

test('confidence and dispute are those of the row that answers', () => {
  const rows = [
    curatedRow({ from: '2014', to: '2026', confidence: 'recalled', disputed: true }),
    curatedRow({ status: 'delisted', from: '2026' }),
  ]
  assert.deepEqual([on(rows, '2020-01-01').confidence, on(rows, '2020-01-01').disputed], ['recalled', true])
  assert.deepEqual([on(rows, '2028-01-01').confidence, on(rows, '2028-01-01').disputed], ['verified', false])
})

test('boundary days are the days on which a status may change', () => {
  assert.deepEqual(boundaryDays(timeline(IRI)), ['2007-03-24', '2024-09-21', '2025-11-29'])
})
