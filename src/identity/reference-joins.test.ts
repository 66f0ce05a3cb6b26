import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement } from '../model/index.ts'
import { type Joinable, joinByReference } from './reference-joins.ts'

const un = (key: string): Joinable => ({ record: `un-sc:${key}`, rank: 1, own: { scheme: 'un', value: key }, quoted: [] })
const quoting = (record: string, rank: number, ...values: string[]): Joinable => ({
  record,
  rank,
  own: null,
  quoted: values.map(value => ({ scheme: 'un', value })),
})
const judged = (a: string, b: string, verdict: Judgement['verdict']): Judgement => ({
  a,
  b,
  verdict,
  reason: 'looked at both',
  by: 'reviewer',
  recorded: 1,
})

test('an entry that quotes a number joins the entry that bears it, led by the first source', () => {
  const { memberships, judgements } = joinByReference([quoting('uk-fcdo:AFG0001', 3, 'TAi.002.'), un('TAi.002'), un('TAi.003')], [], 5)
  assert.deepEqual([...memberships].sort(), [
    ['uk-fcdo:AFG0001', 'un-sc:TAi.002'],
    ['un-sc:TAi.002', 'un-sc:TAi.002'],
  ])
  assert.equal(judgements.length, 1)
  assert.match(judgements[0]?.reason ?? '', /quotes the number un:tai\.002/)
})

test('two entries that quote one number are one party even where nobody bears it any more', () => {
  const { memberships } = joinByReference([quoting('eu-fsf:1', 2, 'TAi.081'), quoting('facts:someone', 9, 'TAi.081')], [], 5)
  assert.equal(memberships.get('facts:someone'), 'eu-fsf:1')
})

test('a refusal keeps two records apart while others still join', () => {
  const records = [un('A'), quoting('x:1', 2, 'A'), quoting('y:1', 3, 'A')]
  const { memberships } = joinByReference(records, [judged('un-sc:A', 'x:1', 'different')], 5)
  assert.equal(memberships.get('x:1'), undefined)
  assert.equal(memberships.get('y:1'), 'un-sc:A')
})

test('a refusal holds for the whole groups', () => {
  const records = [un('A'), un('B'), quoting('x:1', 2, 'B'), quoting('y:1', 3, 'A', 'B')]
  const { memberships } = joinByReference(records, [judged('un-sc:A', 'x:1', 'different')], 5)
  assert.notEqual(memberships.get('un-sc:A') ?? 'un-sc:A', memberships.get('x:1'))
})

test("a person's word joins without a reference, and its reversal parts again", () => {
  const records = [un('A'), quoting('x:1', 2)]
  const same = judged('un-sc:A', 'x:1', 'same')
  assert.equal(joinByReference(records, [same], 5).memberships.get('x:1'), 'un-sc:A')
  assert.equal(joinByReference(records, [same, judged('un-sc:A', 'x:1', 'different')], 5).memberships.size, 0)
})

test('a judgement already kept is not kept twice', () => {
  const records = [un('A'), quoting('x:1', 2, 'A')]
  const first = joinByReference(records, [], 5)
  const second = joinByReference(records, first.judgements, 6)
  assert.deepEqual(second.judgements, [])
  assert.deepEqual([...second.memberships], [...first.memberships])
})

test('an entity id does not depend on the order of import', () => {
  const records = [un('A'), quoting('x:1', 2, 'A'), quoting('y:1', 3, 'A')]
  const inOrder = [...joinByReference(records, [], 5).memberships].sort()
  assert.deepEqual([...joinByReference([...records].reverse(), [], 5).memberships].sort(), inOrder)
})
