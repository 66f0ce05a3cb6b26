import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerStatus, MatrixAnswer } from '../../answers.ts'
import { divergences } from './divergence.ts'

const answer = (rows: readonly (readonly AnswerStatus[])[]): MatrixAnswer => ({
  on: '2025-01-01',
  authorities: [],
  parties: rows.map((_, i) => ({ id: `p${i}`, caption: `Party ${i}` })),
  cells: rows.map(row => row.map(status => ({ status, list: null, confidence: null, disputed: false, from: null, to: null }))),
  changeDays: [],
})

test('authorities part ways where one lists and another removed, suspended or never entered; what is unknown parts nobody', () => {
  const found = divergences(
    answer([
      ['listed', 'unknown', 'delisted'],
      ['listed', 'unknown'],
      ['delisted', 'never'],
      ['never', 'listed', 'suspended'],
    ]),
  )
  assert.deepEqual(
    found.map(d => [d.party.id, d.by.map(b => `${b.status} ${b.columns.join(' ')}`)]),
    [
      ['p0', ['listed 0', 'delisted 2']],
      ['p3', ['listed 1', 'suspended 2', 'never 0']],
    ],
  )
})
