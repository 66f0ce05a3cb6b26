import Papa from 'papaparse'
import type { FileEvent } from '../jobs/index.ts'

type RowEvent = FileEvent & { readonly type: 'row' }

const HEADS = ['row', 'asked', 'match', 'score', 'id', 'caption', 'schema', 'listings']

/** The first line of a table of answers. */
export const answerHeads = (): string => Papa.unparse([HEADS])

/** The lines of one row's answer: one a result, and one for a name with none. Cells that a spreadsheet would take for a formula are quoted. */
export function answerLines({ row, name, answer }: RowEvent): string {
  const base = [String(row), name]
  const results = answer.results.map(r => [
    ...base,
    String(r.match),
    r.score.toFixed(3),
    r.id,
    r.caption,
    r.schema,
    r.listings
      .filter(l => l.holds)
      .map(l => `${l.status} ${l.list}`)
      .join('; '),
  ])
  return Papa.unparse(results.length > 0 ? results : [[...base, 'false', '', '', '', '', '']], { escapeFormulae: true })
}
