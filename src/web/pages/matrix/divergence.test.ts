import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnswerStatus, MatrixAnswer } from '../../answers.ts'
import { divergences } from './divergence.ts'

/** `read`: unknown, with no entry when the list was last read. */
const answer = (rows: readonly (readonly (AnswerStatus | 'read')[])[]): MatrixAnswer => ({
  on: '2025-01-01',
  authorities: [],
  parties: rows.map((_, i) => ({ id: `p${i}`, caption: `Party ${i}` })),
  cells: rows.map(row => row.map(cellOf)),
  changeDays: [],
})

const cellOf = (status: AnswerStatus | 'read'): MatrixAnswer['cells'][number][number] => ({
  status: status === 'read' ? 'unknown' : status,
  list: null,
  confidence: null,
  disputed: false,
  from: null,
  to: null,
  noEntryBy: status === 'read' ? '2024-02-27' : null,
})

test('authorities part ways where one lists and another removed, suspended or never entered; what was never read parts nobody', () => {
  const found = divergences(
    answer([
      ['listed', 'unknown', 'delisted'],
      ['listed', 'unknown'],
      ['delisted', 'never'],
      ['never', 'listed', 'suspended'],
      ['unknown', 'listed', 'read'],
    ]),
  )
  assert.deepEqual(
    found.map(d => [d.party.id, d.by.map(b => `${b.stand} ${b.columns.join(' ')}`)]),
    [
      ['p0', ['listed 0', 'delisted 2']],
      ['p3', ['listed 1', 'suspended 2', 'never 0']],
      ['p4', ['listed 1', 'once-never 2']],
    ],
  )
})
