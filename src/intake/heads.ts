import type { Problem } from '../model/index.ts'
import { isProblem, note, stop } from './problems.ts'
import type { HeadedRow, Row } from './types.ts'

/** The letters and digits of a head in small letters: publishers change blanks, dashes and capitals. */
export const lettersOf = (head: string): string =>
  head
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** True where a row holds all of these heads, in any order and however they are spelt. */
export function hasHeads(cells: readonly string[] | undefined, wanted: readonly string[]): boolean {
  const there = new Set((cells ?? []).map(lettersOf))
  return wanted.every(head => there.has(lettersOf(head)))
}

/**
 * Rows by the heads of the first row, in whatever order they stand. A head that differs from an expected one in blanks,
 * punctuation or capitals alone is that head, and noted (`table.head-respelt`). A head that comes twice or is missing where
 * `expected` names it is a stop problem (`table.head-twice`, `table.head-missing`), one that `expected` does not name is
 * `table.head-unknown`; a row with more cells than heads is `table.row-too-long`. Where the last row alone has too few cells
 * the file was cut off (`download.truncated`).
 *
 * @param expected heads the source reads; heads in `optional` may be missing
 */
export async function* withHeads<R extends Row>(
  rows: AsyncIterable<R | Problem>,
  expected?: readonly string[],
  optional: readonly string[] = [],
): AsyncGenerator<HeadedRow | Problem> {
  let heads: readonly string[] | null = null
  const length = { rows: 0, short: 0, last: false }
  let last: R | undefined
  for await (const row of rows) {
    if (isProblem(row)) {
      yield row
      continue
    }
    if (!heads) {
      const spelt = row.cells.map(cell => cell.replace(/\s+/gu, ' ').trim())
      heads = spelt.map(head => asExpected(head, spelt, expected))
      for (const [i, head] of heads.entries())
        if (head !== spelt[i]) yield note('table.head-respelt', String(row.line), spelt[i] ?? '', head)
      yield* headProblems(heads, row.line, expected, optional)
      continue
    }
    if (row.cells.slice(heads.length).some(cell => cell !== ''))
      yield stop('table.row-too-long', String(row.line), row.cells.slice(heads.length).join(' | '), `${heads.length} cells`)
    length.rows++
    length.last = row.cells.length < heads.length
    if (length.last) length.short++
    last = row
    yield { line: row.line, cells: Object.fromEntries(heads.map((head, i) => [head, row.cells[i] ?? ''])) }
  }
  // Rows of a workbook may end before empty cells.
  if (last && !('sheet' in last) && heads && length.last && length.short === 1 && length.rows > 1)
    yield stop('download.truncated', String(last.line), last.cells.join(' | ').slice(-120), `${heads.length} cells, as in the rows before`)
}

function asExpected(head: string, all: readonly string[], expected: readonly string[] | undefined): string {
  if (!expected || expected.includes(head) || head === '') return head
  const same = expected.filter(name => lettersOf(name) === lettersOf(head))
  const [name] = same
  return name !== undefined && same.length === 1 && !all.includes(name) ? name : head
}

function* headProblems(
  heads: readonly string[],
  line: number,
  expected: readonly string[] | undefined,
  optional: readonly string[],
): Generator<Problem> {
  for (const head of new Set(heads.filter((h, i) => h !== '' && heads.indexOf(h) !== i))) yield stop('table.head-twice', String(line), head)
  if (!expected) return
  for (const head of expected)
    if (!heads.includes(head) && !optional.includes(head)) yield stop('table.head-missing', String(line), heads.join(' | '), head)
  for (const head of heads) if (head !== '' && !expected.includes(head)) yield stop('table.head-unknown', String(line), head)
}
