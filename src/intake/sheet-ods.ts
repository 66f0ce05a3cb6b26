import type { Problem, SourceFile } from '../model/index.ts'
import { isProblem } from './problems.ts'
import { MAX_COLUMNS, partItems } from './sheet-part.ts'
import type { SheetRow, XmlElement } from './types.ts'
import type { ZipMember } from './zip.ts'

/** The rows of an ODS workbook; repeated rows are given as often as they stand for, empty ones left out. */
export async function* readOds(file: SourceFile, members: ReadonlyMap<string, ZipMember>): AsyncGenerator<SheetRow | Problem> {
  const member = members.get('content.xml')
  if (!member) throw new Error('content.xml is missing')
  let sheet = ''
  let line = 0
  for await (const item of partItems(file, member, ['table-row'], true)) {
    if (isProblem(item)) {
      yield item
      if (item.severity === 'stop') return
    } else if (item.kind === 'outer') {
      if (item.element.name !== 'table') continue
      sheet = item.element.attributes['name'] ?? ''
      line = 0
    } else {
      const cells = rowCells(item.element)
      const times = Number(item.element.attributes['number-rows-repeated'] ?? 1)
      const shown = cells.length > 0 ? Math.min(times, MAX_COLUMNS) : 0
      for (let i = 0; i < shown; i++) yield { sheet, line: line + 1 + i, cells }
      line += times
    }
  }
}

function rowCells(row: XmlElement): readonly string[] {
  const cells: string[] = []
  for (const cell of row.children) {
    if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue
    const text = cellText(cell)
    const times = Math.min(Number(cell.attributes['number-columns-repeated'] ?? 1), MAX_COLUMNS - cells.length)
    for (let i = 0; i < times; i++) cells.push(text)
  }
  while (cells.length > 0 && cells.at(-1) === '') cells.pop()
  return cells
}

function cellText(cell: XmlElement): string {
  const date = cell.attributes['date-value']
  if (cell.attributes['value-type'] === 'date' && date) return date.replace(/T00:00:00(?:\.0+)?$/, '')
  const paragraphs = cell.children.filter(child => child.name === 'p').map(inline)
  return paragraphs.join('\n') || cell.attributes['string-value'] || cell.attributes['value'] || ''
}

// Blanks, tabs and line breaks are elements in OpenDocument; annotations and the like are no text of the cell.
function inline(element: XmlElement): string {
  if (element.name === 's') return ' '.repeat(Math.min(Number(element.attributes['c'] ?? 1), 100))
  if (element.name === 'tab') return '\t'
  if (element.name === 'line-break') return '\n'
  if (element.name === 'annotation') return ''
  return (element.parts ?? []).map(part => (typeof part === 'string' ? part : inline(part))).join('')
}
