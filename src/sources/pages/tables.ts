import type { CheerioAPI } from 'cheerio'
import { isProblem, readHtml, stop } from '../../intake/index.ts'
import type { Problem, SourceFile } from '../../model/index.ts'

/** A cell of a page's table: its lines, all of them in one, and where its first link leads. */
export type PageCell = { readonly lines: readonly string[]; readonly text: string; readonly link: string }

/** A row of cells, with its place on the page. */
export type PageRow = { readonly cells: readonly PageCell[]; readonly field: string }

/** A table of a page: the heading and caption above it, the words of its first row in small letters, and all its rows. */
export type PageTable = {
  readonly heading: string
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly PageRow[]
  readonly field: string
}

const MAX_SPAN = 50
/** Stands where a page breaks a line: line breaks of its source say nothing. */
const BREAK = '\u2028'
type PageElement = Parameters<CheerioAPI>[0]
const NO_CELL: PageCell = { lines: [], text: '', link: '' }

/**
 * The tables of a page in their order. A cell that spans rows stands in each of them, so that a column is a column; one that
 * spans columns is followed by empty ones. A page that cannot be read, or has no table, is a stop problem.
 *
 * @param due what should stand there, in words
 */
export async function pageTables(file: SourceFile, due: string): Promise<readonly PageTable[] | Problem> {
  const page = await readHtml(file)
  if (isProblem(page)) return page
  const tables: PageTable[] = []
  let heading = ''
  for (const element of page('h1,h2,h3,h4,table').toArray()) {
    if (!page(element).is('table')) {
      heading = tidy(page(element).text())
      continue
    }
    const field = `table[${tables.length}]`
    const rows = rowsOf(page, element, field)
    const caption = tidy(page(element).find('caption').first().text())
    tables.push({ heading, caption, heads: (rows[0]?.cells ?? []).map(({ text }) => text.toLowerCase()), rows, field })
  }
  return tables.length > 0 ? tables : stop('html.tables', file.name, tidy(page('body').text()).slice(0, 120), due)
}

/** The text of an element with its blanks made one, so that a page's layout says nothing. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function rowsOf(page: CheerioAPI, table: PageElement, field: string): readonly PageRow[] {
  const hanging = new Map<number, { readonly cell: PageCell; left: number }>()
  const down = (cells: PageCell[]): void => {
    for (let above = hanging.get(cells.length); above; above = hanging.get(cells.length)) {
      if (above.left === 1) hanging.delete(cells.length)
      above.left--
      cells.push(above.cell)
    }
  }
  return page(table)
    .find('tr')
    .toArray()
    .map((row, i) => {
      const cells: PageCell[] = []
      for (const element of page(row).children('td,th').toArray()) {
        down(cells)
        const cell = cellOf(page, element)
        const rows = spanOf(page, element, 'rowspan')
        if (rows > 1) hanging.set(cells.length, { cell, left: rows - 1 })
        cells.push(cell, ...Array.from({ length: spanOf(page, element, 'colspan') - 1 }, () => NO_CELL))
      }
      down(cells)
      return { cells, field: `${field} row ${i + 1}` }
    })
}

const spanOf = (page: CheerioAPI, element: PageElement, name: string): number =>
  Math.min(Math.max(Number.parseInt(page(element).attr(name) ?? '', 10) || 1, 1), MAX_SPAN)

function cellOf(page: CheerioAPI, element: PageElement): PageCell {
  const cell = page(element)
  cell.find('br').replaceWith(BREAK)
  for (const block of cell.find('p,li,div').toArray()) page(block).prepend(BREAK).append(BREAK)
  const lines = cell
    .text()
    .split(BREAK)
    .map(tidy)
    .filter(line => line !== '')
  return { lines, text: lines.join(' '), link: cell.find('a[href]').first().attr('href') ?? '' }
}
