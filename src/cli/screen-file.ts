import Papa from 'papaparse'
import { WhoListsError } from '../model/index.ts'
import type { ScreenAnswer } from '../questions/index.ts'
import type { NameAsked } from './product.ts'

const HEADS: Readonly<Record<keyof NameAsked, RegExp>> = {
  name: /^(full[ _-]?)?name$|^(customer|party|entity)([ _-]?name)?$|^caption$/i,
  schema: /^(schema|type|kind)$/i,
  birthDate: /^(birth[ _-]?date|date[ _-]?of[ _-]?birth|dob|born)$/i,
  country: /^(country|nationality|citizenship|jurisdiction)$/i,
  id: /^(id[ _-]?number|passport([ _-]?(no|number))?|registration([ _-]?(no|number))?|imo|wallet|tax[ _-]?(id|number))$/i,
}

/**
 * The rows of a CSV file as questions; its heads say which column is what.
 *
 * @throws input.invalid where no column holds the name, or a row is broken
 */
export async function rowsOf(path: string, text: string, schema: string): Promise<readonly NameAsked[]> {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: 'greedy' })
  const broken = errors.find(e => e.type === 'Quotes' || e.code === 'TooManyFields')
  if (broken)
    throw new WhoListsError('input.invalid', {
      what: `${path}, row ${(broken.row ?? 0) + 2}`,
      expected: 'cells as its heads name them',
      seen: broken.message,
    })
  const heads = meta.fields ?? []
  const head = (field: keyof NameAsked) => heads.find(h => HEADS[field].test(h.trim()))
  const nameHead = head('name')
  if (!nameHead)
    throw new WhoListsError('input.invalid', {
      what: `the heads of ${path}`,
      expected: 'a column "name"',
      seen: heads.join(', ') || 'none',
    })
  const cell = (row: Record<string, string>, field: keyof NameAsked) => {
    const at = head(field)
    return at === undefined ? '' : (row[at]?.trim() ?? '')
  }
  return data.map(row => ({
    name: cell(row, 'name'),
    schema: cell(row, 'schema') || schema,
    ...(cell(row, 'birthDate') ? { birthDate: cell(row, 'birthDate') } : {}),
    ...(cell(row, 'country') ? { country: cell(row, 'country') } : {}),
    ...(cell(row, 'id') ? { id: cell(row, 'id') } : {}),
  }))
}

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
