import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement } from '../model/index.ts'
import { joinAll, proposals } from './joins.ts'
import type { Joinable } from './reference-joins.ts'

const joinByReference = (records: readonly Joinable[], decided: readonly Judgement[], recorded: number) =>
  joinAll({ records, decided, scored: [], recorded })

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

test('a scored pair is joined, kept with its score, and followed in later runs', () => {
  const records = [quoting('x:1', 2), quoting('y:1', 3)]
  const scored = [{ a: 'x:1', b: 'y:1', verdict: 'same', reason: 'names and birth date agree', score: 0.99 }] as const
  const first = joinAll({ records, decided: [], scored, recorded: 5 })
  assert.equal(first.memberships.get('y:1'), 'x:1')
  const later = joinAll({ records, decided: first.judgements, scored: [], recorded: 6 })
  assert.equal(later.memberships.get('y:1'), 'x:1')
  assert.deepEqual(later.judgements, [])
})

test('an unsure pair is proposed, not joined, and leaves the proposals once a person has spoken', () => {
  const records = [quoting('x:1', 2), quoting('y:1', 3)]
  const scored = [{ a: 'x:1', b: 'y:1', verdict: 'unsure', reason: 'only the names agree', score: 0.9 }] as const
  const { memberships, judgements } = joinAll({ records, decided: [], scored, recorded: 5 })
  assert.equal(memberships.size, 0)
  assert.equal(proposals(judgements).length, 1)
  assert.equal(proposals([...judgements, judged('y:1', 'x:1', 'different')]).length, 0)
})

test('a scored pair never joins what a person keeps apart', () => {
  const records = [quoting('x:1', 2), quoting('y:1', 3)]
  const scored = [{ a: 'x:1', b: 'y:1', verdict: 'same', reason: 'names agree', score: 0.99 }] as const
  assert.equal(joinAll({ records, decided: [judged('x:1', 'y:1', 'different')], scored, recorded: 5 }).memberships.size, 0)
})

test('a pair compared anew follows the newer comparison, but never over a person', () => {
  const records = [quoting('x:1', 2), quoting('y:1', 3)]
  const pair = (verdict: 'same' | 'unsure') => [{ a: 'x:1', b: 'y:1', verdict, reason: 'compared', score: 0.9 }]
  const first = joinAll({ records, decided: [], scored: pair('unsure'), recorded: 5 }).judgements
  const second = joinAll({ records, decided: first, scored: pair('same'), recorded: 6 })
  assert.equal(second.memberships.get('y:1'), 'x:1')
  assert.equal(joinAll({ records, decided: [...first, ...second.judgements], scored: pair('unsure'), recorded: 7 }).memberships.size, 0)
  const person = judged('x:1', 'y:1', 'unsure')
  assert.equal(joinAll({ records, decided: [...first, person], scored: pair('same'), recorded: 7 }).memberships.size, 0)
})

test('a number joins what a comparison was unsure of, and no later comparison parts it', () => {
  const alone = [un('A'), quoting('x:1', 2)]
  const unsure = [{ a: 'un-sc:A', b: 'x:1', verdict: 'unsure', reason: 'compared', score: 0.9 }] as const
  const first = joinAll({ records: alone, decided: [], scored: unsure, recorded: 5 }).judgements
  const quoted = [un('A'), quoting('x:1', 2, 'A')]
  const second = joinAll({ records: quoted, decided: first, scored: [], recorded: 6 })
  assert.equal(second.memberships.get('x:1'), 'un-sc:A')
  const third = joinAll({ records: quoted, decided: [...first, ...second.judgements], scored: unsure, recorded: 7 })
  assert.equal(third.memberships.get('x:1'), 'un-sc:A')
  assert.deepEqual(third.judgements, [])
})

test('a number of the United Nations in its former form is the same number', () => {
  const records = [
    un('QDi.086'),
    quoting('uk-ofsi:1', 2, 'QI.A.86.03'),
    quoting('uk-ofsi:2', 2, 'TI.B.24.01'),
    un('TAi.024'),
    un('TAi.240'),
  ]
  const { memberships } = joinByReference(records, [], 5)
  assert.equal(memberships.get('uk-ofsi:1'), 'un-sc:QDi.086')
  assert.equal(memberships.get('uk-ofsi:2'), 'un-sc:TAi.024')
  assert.equal(memberships.get('un-sc:TAi.240'), undefined)
})

test('a comparison never makes one of what an official list held as two at the same time, by whatever way', () => {
  const at = (record: Joinable, since: number, until: number): Joinable => ({ ...record, held: { since, until } })
  const pair = (a: string, b: string, score: number) => ({ a, b, verdict: 'same', reason: 'compared', score }) as const
  const scored = [pair('un-sc:A', 'x:1', 0.99), pair('un-sc:B', 'x:1', 0.98)]
  const apart = joinAll({ records: [at(un('A'), 1, 9), at(un('B'), 5, 9), quoting('x:1', 2)], decided: [], scored, recorded: 5 })
  assert.equal(apart.memberships.get('x:1'), 'un-sc:A')
  assert.equal(apart.memberships.get('un-sc:B'), undefined)
  assert.deepEqual(
    apart.judgements.map(j => j.verdict),
    ['same', 'unsure'],
  )
  const followed = joinAll({ records: [at(un('A'), 1, 5), at(un('B'), 5, 9), quoting('x:1', 2)], decided: [], scored, recorded: 5 })
  assert.equal(followed.memberships.get('un-sc:B'), 'un-sc:A')
})
