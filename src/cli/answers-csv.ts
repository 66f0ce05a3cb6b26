import Papa from 'papaparse'
import type { ScreenAnswer } from '../questions/index.ts'
import type { NameAsked } from './product.ts'

/** The answers as CSV: a row a result, and one for a name with none. Cells that a spreadsheet would take for a formula are quoted. */
export function answersCsv(asked: readonly NameAsked[], answers: readonly ScreenAnswer[]): string {
  const heads = ['row', 'asked', 'match', 'score', 'id', 'caption', 'schema', 'listings', 'versions', 'incomplete']
  const rows = answers.flatMap((answer, i) => {
    const base = [String(i + 1), asked[i]?.name ?? '']
    const tail = [answer.versions.map(v => v.version).join('; '), answer.incomplete.map(x => `${x.source}: ${x.reason}`).join('; ')]
    if (answer.results.length === 0) return [[...base, 'false', '', '', '', '', '', ...tail]]
    return answer.results.map(r => [
      ...base,
      String(r.match),
      r.score.toFixed(3),
      r.id,
      r.caption,
      r.schema,
      r.listings.map(l => `${l.status} ${l.list}`).join('; '),
      ...tail,
    ])
  })
  return `${Papa.unparse({ fields: heads, data: rows }, { escapeFormulae: true })}\r\n`
}
