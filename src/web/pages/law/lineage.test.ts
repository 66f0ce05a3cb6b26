import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InstrumentAnswer } from '../../answers.ts'
import { firstDay, lineageOf } from './lineage.ts'

const title = (issued: string) => ({ title: 'Act', number: null, issued, issuedBy: 'x' })
const none = {
  implements: [],
  implementedBy: [],
  amends: [],
  amendedBy: [],
  repeals: [],
  repealedBy: [],
  exempts: [],
  exemptions: [],
  designations: [],
}
const all = {
  allImplements: [],
  allImplementedBy: [],
  allAmends: [],
  allAmendedBy: [],
  allRepeals: [],
  allRepealedBy: [],
  allExemptions: [],
}
const answer: InstrumentAnswer = {
  ...none,
  ...all,
  id: 'b',
  ...title('2000-05-05'),
  type: 'decree',
  effective: null,
  note: null,
  confidence: 'read',
  inForce: true,
  implements: ['a'],
  implementedBy: ['c'],
  chain: [
    { act: 'b', verb: 'implements', target: 'a' },
    { act: 'c', verb: 'implements', target: 'b' },
    { act: 'd', verb: 'amends', target: 'c' },
  ],
  titles: { a: title('1999-10-15'), c: title('2001'), d: title('2010-01') },
}

test('acts come in order of time with their relation to the one asked about', () => {
  const { acts, own, left } = lineageOf(answer, 10)
  assert.deepEqual(
    acts.map(a => a.id),
    ['a', 'b', 'c', 'd'],
  )
  assert.deepEqual(
    acts.map(a => a.distance),
    [1, 0, 1, 2],
  )
  assert.deepEqual(
    acts.map(a => a.relation),
    ['carried out by this act', '', 'carries this act out', 'further along the chain'],
  )
  assert.equal(own, 1)
  assert.equal(left, 0)
})

test('where not all fit the nearest stay, and the rest is counted', () => {
  const { acts, edges, left } = lineageOf(answer, 3)
  assert.deepEqual(
    acts.map(a => a.id),
    ['a', 'b', 'c'],
  )
  assert.deepEqual(edges, [
    { from: 1, to: 0, verb: 'implements' },
    { from: 2, to: 1, verb: 'implements' },
  ])
  assert.equal(left, 1)
})

test('a date known to the year or month stands at its beginning', () => {
  assert.equal(firstDay('2001'), '2001-01-01')
  assert.equal(firstDay('2010-01'), '2010-01-01')
  assert.equal(firstDay('1958/1964~'), '1958-01-01')
})
