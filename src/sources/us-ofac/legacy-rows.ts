import { decodeText, isProblem, type Row, readCsv, stop } from '../../intake/index.ts'
import type { Problem, SourceFile } from '../../model/index.ts'

/** The parts of a legacy publication. */
export type LegacyPart = 'primary' | 'alt' | 'add' | 'comments'

/** Columns of each part, in order. */
export const COLUMNS: Readonly<Record<LegacyPart, readonly string[]>> = {
  primary: ['key', 'name', 'type', 'programs', 'title', 'callSign', 'vesselType', 'tonnage', 'grossTonnage', 'flag', 'owner', 'remarks'],
  alt: ['key', 'number', 'kind', 'name', 'remarks'],
  add: ['key', 'number', 'street', 'city', 'country', 'remarks'],
  comments: ['key', 'remarks'],
}

/** Widths of the columns in the fixed-width form; comments have none. */
export const WIDTHS: Readonly<Record<'primary' | 'alt' | 'add', readonly number[]>> = {
  primary: [10, 350, 12, 50, 200, 8, 25, 14, 8, 40, 150, 1000],
  alt: [10, 10, 8, 350, 200],
  add: [10, 10, 750, 116, 250, 200],
}

const DELIMITERS: Readonly<Record<string, string>> = { csv: ',', del: '@', pip: '|' }
const NOTHING = new Set(['', '-0-', '-0'])
const CLOSING = '\u001a'

/**
 * The rows of one part in any of the four legacy forms, by column; `-0-` is nothing. A row with another number of columns
 * or without a number as its key is a stop problem (`table.columns`, `key.unreadable`).
 */
export async function* legacyRows(file: SourceFile, part: LegacyPart): AsyncGenerator<Readonly<Record<string, string>> | Problem> {
  const columns = COLUMNS[part]
  const rows = file.rendition === 'ff' ? fixedRows(file, part) : readCsv(file, { delimiter: DELIMITERS[file.rendition] ?? ',' })
  for await (const row of rows) {
    if (isProblem(row)) {
      yield row
      continue
    }
    if (row.cells.length !== columns.length) {
      yield stop(
        'table.columns',
        `${file.name}:${row.line}`,
        `${row.cells.length} columns: ${row.cells.join(' | ')}`,
        `${columns.length} columns`,
      )
      return
    }
    const out: Record<string, string> = {}
    for (const [i, column] of columns.entries()) {
      const value = column === 'remarks' ? (row.cells[i] ?? '') : (row.cells[i] ?? '').trim()
      // Remarks break off between any two characters, a blank among them, so theirs stay. One row of January 2019 lost the last dash of its null.
      if (!NOTHING.has(value.trim())) out[column] = value
    }
    if (!/^\d+$/.test(out['key'] ?? '')) {
      yield stop('key.unreadable', `${file.name}:${row.line}`, row.cells.join(' | '), 'a number in the first column')
      return
    }
    if (file.rendition === 'ff' && out['remarks']) out['remarks'] = out['remarks'].trimEnd()
    yield out
  }
}

async function* fixedRows(file: SourceFile, part: LegacyPart): AsyncGenerator<Row | Problem> {
  const widths = part === 'comments' ? [] : WIDTHS[part]
  const length = widths.reduce((sum, width) => sum + width, 0)
  let rest = ''
  let line = 0
  const cut = (text: string): Row | Problem | undefined => {
    line++
    const row = text.replace(/\r$/, '').replaceAll(CLOSING, '')
    if (row.trim() === '') return undefined
    if (row.length !== length) return stop('table.width', `${file.name}:${line}`, `${row.length} characters`, `${length} characters`)
    let at = 0
    // The other forms write a quotation mark inside a cell as an apostrophe.
    return { line, cells: widths.map(width => row.slice(at, (at += width)).replaceAll('"', "'")) }
  }
  for await (const piece of decodeText(file)) {
    if (isProblem(piece)) {
      yield piece
      continue
    }
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const row = cut(text)
      if (row) yield row
    }
  }
  const last = cut(rest)
  if (last) yield last
  if (line <= 1 && !last) yield stop('download.empty', file.name, '', 'lines of fixed width')
}
