import type { Row, XmlElement } from '../../intake/index.ts'
import { firstRows, hasHeads, isProblem, peekSheet, readCsv, readSheet, readXml, stop, withHeads } from '../../intake/index.ts'
import {
  type FileHead,
  isDay,
  type Problem,
  type RawRecord,
  type Recognised,
  readDates,
  type SourceFile,
  startOfDay,
} from '../../model/index.ts'
import { type Bag, type Columns, gatherRows, keep, recordOf, tidy } from '../uk-list/entries.ts'
import { COLUMNS, ELEMENTS, FRAMES, SEARCH_COLUMNS } from './form.tables.ts'

/**
 * What a file of the UK Sanctions List is: XML, CSV, or a workbook of the whole list or of a search.
 *
 * @source `DateGenerated` of the XML file (day first); the first line of the CSV file, `Report Date: 20-Nov-2026`, and of
 *   a workbook. A large workbook may be known by its name alone; `read` checks its heads.
 */
export function recogniseFcdo(head: FileHead): Recognised | undefined {
  const text = head.text.replace(/^\ufeff/, '')
  if (/<Designations\b/.test(text) && /<DateGenerated>|<Designation>/.test(text))
    return found('xml', dayIn(/<DateGenerated>\s*([^<]*?)\s*</.exec(text)?.[1] ?? ''))
  const rows = firstRows(text, 2)
  const at = rows.findIndex(row => hasHeads(row, TELLING_HEADS))
  if (at >= 0) return found('csv', dayIn(/(\d{1,2}[-/ ][\p{L}\d]+[-/ ]\d{4})/u.exec(at === 1 ? (rows[0]?.join(' ') ?? '') : '')?.[1] ?? ''))
  const book = peekSheet(head)
  const named = /uk-fcdo|uk[-_ ]?sanctions[-_ ]?list|FCDO_SL/i.test(head.path) && book?.form !== 'xls'
  return book && (named || ['Unique ID', 'OFSI Group ID', 'Regime Name'].every(name => book.words.includes(name)))
    ? found(book.form, dayIn(/Report Date:\s*(\d{1,2}[-/ ][\p{L}\d]+[-/ ]\d{4})/u.exec(book.words)?.[1] ?? ''))
    : undefined
}

const found = (rendition: string, day: string | undefined): Recognised => ({
  source: 'uk-fcdo',
  part: 'main',
  rendition,
  ...(day && isDay(day) ? { published: startOfDay(day) } : {}),
})

function dayIn(text: string): string | undefined {
  const [date] = readDates(text, 'dmy')
  return date && date.earliest === date.latest ? date.earliest : undefined
}

/** The designations under their Unique ID, which is kept for life. */
export async function* readFcdo(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    if (file.rendition === 'xml') yield* readDesignations(file)
    else if (file.rendition === 'csv')
      yield* gatherRows(withHeads(pastReportDate(readCsv(file, { encoding: 'utf-8' }), file), heads(COLUMNS), ['']), COLUMNS)
    else yield* readBook(file)
  }
}

/** Heads that no other table has together. */
const TELLING_HEADS = ['Last Updated', 'Unique ID', 'OFSI Group ID', 'Name 6']

const heads = (columns: Columns) => Object.keys(columns)

// A workbook of the whole list has the columns of the CSV file, that of a search others.
async function* readBook(file: SourceFile): AsyncGenerator<RawRecord | Problem> {
  const rows = readSheet(file)
  let seen = ''
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    const row = next.value
    if (isProblem(row)) {
      yield row
      if (row.severity === 'stop') return
      continue
    }
    const columns = [COLUMNS, SEARCH_COLUMNS].find(known => hasHeads(row.cells, heads(known)))
    if (columns) return yield* gatherRows(withHeads(after(row, rows), heads(columns), ['']), columns)
    seen ||= row.cells.join(' | ')
    // Above the heads stands at most the day of the report.
    if (row.line > 2) break
  }
  yield stop('version.not-this-source', file.name, seen, 'the heads of the list or of its search export')
}

async function* after<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}

// The first line is the day of the report.
async function* pastReportDate(rows: AsyncGenerator<Row | Problem>, file: SourceFile): AsyncGenerator<Row | Problem> {
  let first = true
  for await (const row of rows) {
    if (!isProblem(row) && first) {
      first = false
      if (/^Report Date\b/i.test(row.cells[0] ?? '')) continue
      if (!hasHeads(row.cells, TELLING_HEADS)) {
        yield stop('version.not-this-source', file.name, row.cells.join(' | '), 'Report Date and the heads of the list')
        return
      }
    }
    yield row
  }
}

async function* readDesignations(file: SourceFile): AsyncGenerator<RawRecord | Problem> {
  const seen = new Set<string>()
  const odd = new Set<string>()
  for await (const item of readXml(file, ['Designation'])) {
    if (isProblem(item)) {
      yield item
      if (item.severity === 'stop') return
      continue
    }
    if (item.path[0] !== 'Designations') {
      yield stop('version.not-this-source', file.name, `<${item.path[0]}>`, '<Designations>')
      return
    }
    if (item.kind === 'outer') {
      if (item.path.length > 1 && item.element.name !== 'DateGenerated')
        yield stop('xml.unknown-element', item.path.join('/'), item.element.text)
      continue
    }
    const { key, bag, unknown } = bagOf(item.element)
    for (const path of unknown) {
      if (odd.has(path)) continue
      odd.add(path)
      yield { ...stop('xml.unknown-element', path, key, 'an element of the known form'), record: key }
    }
    if (key === '')
      yield stop('record.no-key', 'Designation/UniqueID', item.element.children.map(child => child.text).join(' '), 'a unique id')
    else if (seen.size === seen.add(key).size) yield { ...stop('record.key-twice', 'UniqueID', key, 'one designation an id'), record: key }
    else yield recordOf(key, bag)
  }
  if (seen.size === 0) yield stop('list.empty', file.name, '0 designations', 'thousands of designations')
}

function bagOf(designation: XmlElement): { readonly key: string; readonly bag: Bag; readonly unknown: readonly string[] } {
  const bag: Bag = new Map()
  const unknown: string[] = []
  const listing: Record<string, string> = {}
  let key = ''
  const visit = (element: XmlElement, path: string): void => {
    const place = ELEMENTS[path]
    const text = tidy(element.text)
    if (FRAMES.has(path)) {
      // A group of values, such as one Name or Address, is kept whole.
      const kind = FRAMES.get(path)
      if (!kind) for (const child of element.children) visit(child, `${path}/${child.name}`)
      else {
        const parts: Record<string, string> = {}
        for (const child of element.children) {
          const part = ELEMENTS[`${path}/${child.name}`]?.split('.')[1]
          if (!part) unknown.push(`${path}/${child.name}`)
          else if (tidy(child.text) !== '') parts[part] = tidy(child.text)
        }
        if (Object.keys(parts).length > 0) keep(bag, kind, parts)
      }
    } else if (place === undefined) unknown.push(path)
    else if (text === '') return
    else if (place === '') key = text
    else if (place.startsWith('listing.')) listing[place.slice('listing.'.length)] = text
    else keep(bag, place, text)
  }
  for (const child of designation.children) visit(child, child.name)
  if (Object.keys(listing).length > 0) keep(bag, 'listing', listing)
  return { key, bag, unknown }
}
