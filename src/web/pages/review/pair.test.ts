import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProposedSide } from '../../answers.ts'
import { evidenceOf, pairRows, standsIn } from './pair.ts'

const side = (facts: ProposedSide['facts']): ProposedSide => ({
  record: 'x:1',
  entity: 'x:1',
  source: 'x',
  sourceTitle: 'X',
  caption: 'X',
  schema: 'Person',
  facts,
})

test('a property agrees where one value of each side is equal, marks, capitals and order of words apart', () => {
  const rows = pairRows({
    a: side({ name: ['José Pérez'], birthDate: ['1961'], gender: ['male'] }),
    b: side({ name: ['PEREZ, Jose', 'Pepe'], birthDate: ['1962'], country: ['es'] }),
  })
  assert.deepEqual(
    rows.map(r => [r.property, r.agreement]),
    [
      ['name', 'same'],
      ['birthDate', 'differs'],
      ['gender', 'one-sided'],
      ['country', 'one-sided'],
    ],
  )
  const [dates] = pairRows({ a: side({ birthDate: ['1952-02-11'] }), b: side({ birthDate: ['1952'] }) })
  assert.equal(dates?.agreement, 'same', 'a year holds its days')
  assert.equal(standsIn('Pepe', ['José Pérez']), false)
})

test('evidence is parted into what speaks for and against, and what moves nothing is left out', () => {
  const e = (score: number) => ({ score, detail: null, query: null, candidate: null })
  const { speaksFor, speaksAgainst } = evidenceOf({
    name_match: e(0.9),
    country: e(0.02),
    birth_date: e(-0.2),
    gender: e(0),
    limit: e(-0.1),
  })
  assert.deepEqual([speaksFor.map(f => f.score), speaksAgainst.map(f => f.score)], [[0.9, 0.02], [-0.2]])
})
