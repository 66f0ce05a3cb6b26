import type { Problem, SourceFile } from '../model/index.ts'
import { dayOf } from '../model/index.ts'
import { isProblem } from './problems.ts'
import { MAX_COLUMNS, partElements, partItems } from './sheet-part.ts'
import type { SheetRow, XmlElement } from './types.ts'
import { textOf } from './xml.ts'
import type { ZipMember } from './zip.ts'

type Members = ReadonlyMap<string, ZipMember>
/** What cells refer to: shared texts, which cell styles are days, and the day that serial 0 stands for. */
type Book = { readonly strings: readonly string[]; readonly dayStyles: ReadonlySet<number>; readonly epoch: number }

const DAY_SECONDS = 86_400
/** Serial 25569 is 1970-01-01 where serial 0 is 30 December 1899; workbooks of old Macintoshes begin in 1904. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
/** Built-in number formats that show a day (ECMA-376, 18.8.30). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** The rows of an XLSX workbook. @throws Error where a part that others refer to is missing or damaged */
export async function* readXlsx(file: SourceFile, members: Members): AsyncGenerator<SheetRow | Problem> {
  const [properties] = await partElements(file, members.get('xl/workbook.xml'), ['workbookPr'])
  const book: Book = {
    strings: (await partElements(file, members.get('xl/sharedStrings.xml'), ['si'], true)).map(richText),
    dayStyles: await dayStyles(file, members),
    epoch: /^(1|true)$/.test(properties?.attributes['date1904'] ?? '') ? EPOCH_1904 : EPOCH_1900,
  }
  for (const { name, path } of await sheets(file, members)) {
    const member = members.get(path)
    if (!member) throw new Error(`the sheet ${name} is missing`)
    let last = 0
    for await (const item of partItems(file, member, ['row'], true)) {
      if (isProblem(item)) {
        yield item
        if (item.severity === 'stop') return
      } else if (item.kind === 'record') {
        last = Number(item.element.attributes['r'] ?? last + 1)
        const cells = rowCells(item.element, book)
        if (cells.some(cell => cell !== '')) yield { sheet: name, line: last, cells }
      }
    }
  }
}

async function sheets(file: SourceFile, members: Members): Promise<readonly { name: string; path: string }[]> {
  const targets = new Map<string, string>()
  for (const { attributes } of await partElements(file, members.get('xl/_rels/workbook.xml.rels'), ['Relationship'])) {
    const target = attributes['Target'] ?? ''
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const found = await partElements(file, members.get('xl/workbook.xml'), ['sheet'])
  return found.map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    path: targets.get(attributes['id'] ?? attributes['r:id'] ?? '') ?? '',
  }))
}

async function dayStyles(file: SourceFile, members: Members): Promise<ReadonlySet<number>> {
  const formats = new Set(DAY_FORMATS)
  for (const { attributes } of await partElements(file, members.get('xl/styles.xml'), ['numFmt'])) {
    const plain = (attributes['formatCode'] ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')
    if (/[dy]/i.test(plain)) formats.add(Number(attributes['numFmtId']))
  }
  const [styles] = await partElements(file, members.get('xl/styles.xml'), ['cellXfs'])
  return new Set((styles?.children ?? []).flatMap((style, i) => (formats.has(Number(style.attributes['numFmtId'] ?? 0)) ? [i] : [])))
}

function rowCells(row: XmlElement, book: Book): readonly string[] {
  const cells: string[] = []
  for (const cell of row.children) {
    if (cell.name !== 'c') continue
    const column = columnOf(cell.attributes['r']) ?? cells.length
    if (column >= MAX_COLUMNS) break
    while (cells.length < column) cells.push('')
    cells[column] = cellText(cell, book)
  }
  return cells
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0]
  return letters === undefined ? undefined : [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
}

function cellText(cell: XmlElement, book: Book): string {
  const value = cell.children.find(child => child.name === 'v')?.text ?? ''
  switch (cell.attributes['t']) {
    case 's':
      return book.strings[Number(value)] ?? ''
    case 'inlineStr':
      return richText(cell.children.find(child => child.name === 'is') ?? cell)
    case 'str':
      return unescaped(value)
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
    case 'e':
      return value
    default:
      return value !== '' && book.dayStyles.has(Number(cell.attributes['s'] ?? 0)) ? day(Number(value), book.epoch) : value
  }
}

// Text of runs with its outer blanks, which part words; phonetic guides (rPh) repeat it in another script.
const richText = (element: XmlElement): string =>
  element.children.map(child => (child.name === 't' ? unescaped(textOf(child)) : child.name === 'r' ? richText(child) : '')).join('')

// _x000D_ stands for a character that XML cannot hold; an underscore before such a form is itself written _x005F_.
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n')

function day(serial: number, epoch: number): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return String(serial)
  const seconds = Math.round((serial - epoch) * DAY_SECONDS)
  const date = dayOf(seconds)
  const time = ((seconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS
  if (time === 0) return date
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date}T${two(Math.floor(time / 3600))}:${two(Math.floor((time % 3600) / 60))}:${two(time % 60)}`
}
