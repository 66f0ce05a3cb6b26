import { isProblem, lettersOf, readSheet, stop } from '../../intake/index.ts'
import type { Problem, SourceFile } from '../../model/index.ts'

/** A row of a workbook by its columns, with the sheet it stands on. */
export type SheetRecord = { readonly sheet: string; readonly cells: Readonly<Record<string, string>>; readonly field: string }

/** How a workbook is read. */
export type SheetForm = {
  /** Columns by the letters and digits of their heads, and what each holds; an empty text is a column that says nothing. */
  readonly columns: Readonly<Record<string, string>>
  /** True for the row that holds the heads. */
  isHead(cells: readonly string[]): boolean
  /** Columns without a head go on with this one. */
  readonly unnamed?: string
  /** What a column holds whose head `columns` lacks, by its letters and digits; undefined where that is not known either. */
  otherColumn?(letters: string): string | undefined
}

/** The rows of every sheet by their columns; a head that the form does not know, or a sheet without heads, stops the version. */
export async function* sheetRecords(file: SourceFile, form: SheetForm): AsyncGenerator<SheetRecord | Problem> {
  const columnOf = (head: string): string | undefined => {
    const letters = lettersOf(head)
    return form.columns[letters] ?? form.otherColumn?.(letters)
  }
  let [sheet, headed] = ['', 0]
  let heads: readonly string[] | undefined
  for await (const row of readSheet(file)) {
    if (isProblem(row)) {
      yield row
      continue
    }
    if (row.sheet !== sheet) {
      sheet = row.sheet
      heads = undefined
    }
    const field = `${row.sheet}:${row.line}`
    if (!heads) {
      if (!form.isHead(row.cells)) continue
      heads = row.cells.map(lettersOf)
      headed++
      const strange = row.cells.find(cell => cell.trim() !== '' && columnOf(cell) === undefined)
      if (strange !== undefined) yield stop('table.head-unknown', field, strange, Object.keys(form.columns).join(', '))
      continue
    }
    const cells: Record<string, string> = {}
    for (const [i, cell] of row.cells.entries()) {
      const head = heads[i] ?? ''
      const name = head === '' ? form.unnamed : columnOf(head)
      const text = cell
        .split('\n')
        .map(line => line.replace(/\s+/gu, ' ').trim())
        .filter(line => line !== '')
        .join('\n')
      if (name && text !== '') cells[name] = cells[name] === undefined ? text : `${cells[name]}\n${text}`
    }
    if (Object.keys(cells).length > 0) yield { sheet, cells, field }
  }
  if (headed === 0) yield stop('table.head-missing', file.name, sheet, Object.keys(form.columns).slice(0, 8).join(', '))
}
