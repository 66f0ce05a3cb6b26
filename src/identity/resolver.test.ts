import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement } from '../model/index.ts'
import { readResolver, resolverLines } from './resolver.ts'

const judged = (a: string, b: string, verdict: Judgement['verdict']): Judgement => ({
  a,
  b,
  verdict,
  reason: 'seen',
  by: 'anna',
  recorded: 1_700_000_000,
})
const short = (judgements: readonly Judgement[]) => judgements.map(j => [j.a, j.b, j.verdict, j.by])

test('decisions are written as lines of a resolver file, the later id first', () =>
  assert.deepEqual(resolverLines([judged('un-sc:B', 'eu-fsf:A', 'same'), { ...judged('a:1', 'a:2', 'different'), score: 0.5 }]), [
    '["a:2","a:1","negative",0.5,"anna","2023-11-14T22:13:20"]',
    '["un-sc:B","eu-fsf:A","positive",null,"anna","2023-11-14T22:13:20"]',
  ]))

test('what was written is read back', () => {
  const given = [judged('a:1', 'b:1', 'same'), judged('a:2', 'b:2', 'different'), judged('a:3', 'b:3', 'unsure')]
  const { judgements, unknown, broken } = readResolver(resolverLines(given), () => true, 5)
  assert.deepEqual(short(judgements), short(given))
  assert.deepEqual([unknown, broken], [0, []])
})

test('records tied to one canonical id are the same, and a refusal between such ids holds for their records', () => {
  const lines = [
    '["NK-1","a:1","positive",null,"max","2024-01-01"]',
    '["NK-1","b:1","positive",null,"max","2024-01-01"]',
    '["NK-2","c:1","positive",null,"max","2024-01-01"]',
    '["NK-2","NK-1","negative",null,"eva","2024-01-01"]',
  ]
  const { judgements } = readResolver(lines, id => !id.startsWith('NK'), 5)
  assert.deepEqual(short(judgements), [
    ['a:1', 'c:1', 'different', 'eva'],
    ['a:1', 'b:1', 'same', 'max'],
  ])
})

test('lines about ids that are not held here are counted, broken ones named, suggestions passed over', () => {
  const lines = [
    '["Q1","zz-9","positive",null,"max",null]',
    '["a:2","a:1","no_judgement",0.9,null,null]',
    '{"no":"line"}',
    '["a:2","a:1","perhaps",1,"x",null]',
  ]
  const { judgements, unknown, broken } = readResolver(lines, id => id.startsWith('a:'), 5)
  assert.deepEqual(judgements, [])
  assert.equal(unknown, 1)
  assert.deepEqual(
    broken.map(b => b.line),
    [3, 4],
  )
})
