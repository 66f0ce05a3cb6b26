import type { MatrixAnswer } from '../../answers.ts'
import type { Words } from '../../language/en.ts'

/** A cell that says something else than on the day before. */
export type CellChange = { readonly row: number; readonly column: number; readonly was: string; readonly is: keyof Words['status'] }

/** The cells that differ between two days of one matrix. */
export function changesBetween(before: MatrixAnswer, after: MatrixAnswer): readonly CellChange[] {
  return after.cells.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const was = before.cells[r]?.[c]?.status
      return was === undefined || was === cell.status ? [] : [{ row: r, column: c, was, is: cell.status }]
    }),
  )
}

/** What changed on a day, in words: "On this day. Russia: Taliban suspended." */
export function changesWords(changes: readonly CellChange[], answer: MatrixAnswer, words: Pick<Words, 'status'>): string {
  if (changes.length === 0) return 'A change on this day leaves every cell as it was.'
  const byColumn = Map.groupBy(changes, change => change.column)
  const said = [...byColumn].map(([column, some]) => {
    const name = answer.authorities[column]?.name ?? ''
    return `${name}: ${some.map(c => `${answer.parties[c.row]?.caption ?? ''} ${words.status[c.is].toLowerCase()}`).join(', ')}`
  })
  return `On this day. ${said.join('; ')}.`
}
