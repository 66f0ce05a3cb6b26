import type { Problem, SourceFile } from '../model/index.ts'
import { decodeText, type EncodingHint } from './decode.ts'
import { isProblem, stop } from './problems.ts'
import type { Row } from './types.ts'

/** How a table of text is written. */
export type CsvOptions = EncodingHint & {
  /** One character; a comma where absent. */
  readonly delimiter?: string
  /** The quotation mark, doubled inside itself; `null` where the publisher quotes nothing. */
  readonly quote?: string | null
  /** Limits, for tests. */
  readonly maxCellLength?: number
  readonly maxRowLength?: number
}

const MAX_CELL = 4 * 1024 * 1024
const MAX_ROW = 16 * 1024 * 1024
/** Some publishers close a file with this byte of old systems. */
const CLOSING = '\u001a'
const LF = 10
const CR = 13

/**
 * The rows of a table of text, with flat memory; lines without any character are left out.
 *
 * A line break inside quotes belongs to its cell, as `\n`. Ends with a stop problem where the file is not whole or not a table:
 * `download.empty`, `download.html`, `csv.unclosed-quote`, `csv.stray-quote`, `csv.too-long`, `encoding.*`.
 */
export async function* readCsv(file: SourceFile, options: CsvOptions = {}): AsyncGenerator<Row | Problem> {
  const reader = new CsvReader(options)
  let start = ''
  for await (const text of decodeText(file, options)) {
    if (isProblem(text)) {
      yield text
      if (text.severity === 'stop') return
      continue
    }
    if (start.length < 512) {
      start += text.slice(0, 512)
      if (/^\s*<(?:!doctype\s+html|html)/i.test(start)) {
        yield stop('download.html', file.name, start.slice(0, 120), 'a table of text')
        return
      }
    }
    yield* reader.write(text)
    if (reader.fault) {
      yield stop(reader.fault.code, `${file.name}:${reader.fault.line}`, reader.fault.seen, 'a table of text')
      return
    }
  }
  if (start.trim() === '') {
    yield stop('download.empty', file.name, '', 'a table of text')
    return
  }
  yield* reader.end()
  if (reader.fault) yield stop(reader.fault.code, `${file.name}:${reader.fault.line}`, reader.fault.seen, 'a closing quotation mark')
}

/** The first rows of a table from the beginning of its text, for recognising a file by its heads. */
export function firstRows(text: string, count: number, delimiter = ','): readonly (readonly string[])[] {
  const reader = new CsvReader({ delimiter })
  const rows: (readonly string[])[] = []
  for (const row of reader.write(text.replace(/^\ufeff/, ''))) if (rows.push(row.cells) === count) return rows
  return reader.fault ? rows : [...rows, ...[...reader.end()].map(({ cells }) => cells)]
}

type State = 'start' | 'plain' | 'quoted' | 'after-quote'

/** Cuts text into rows, piece by piece. */
class CsvReader {
  fault: { readonly code: string; readonly line: number; readonly seen: string } | null = null
  private state: State = 'start'
  private cell = ''
  private cells: string[] = []
  private rowLength = 0
  private line = 1
  private rowLine = 1
  private returned = false
  private readonly delimiter: string
  private readonly quote: string | null
  private readonly maxCell: number
  private readonly maxRow: number

  constructor(options: CsvOptions) {
    this.delimiter = options.delimiter ?? ','
    this.quote = options.quote === undefined ? '"' : options.quote
    this.maxCell = options.maxCellLength ?? MAX_CELL
    this.maxRow = options.maxRowLength ?? MAX_ROW
  }

  *write(text: string): Generator<Row> {
    const [delimiter, quote] = [this.delimiter.charCodeAt(0), this.quote === null ? -1 : this.quote.charCodeAt(0)]
    let from = this.returned && text.startsWith('\n') ? 1 : 0
    this.returned = false
    for (let i = from; i < text.length && !this.fault; i++) {
      const c = text.charCodeAt(i)
      if (this.state === 'quoted') {
        if (c === LF) this.line++
        if (c !== quote) continue
      } else if (this.state !== 'after-quote' && c !== delimiter && c !== LF && c !== CR && (c !== quote || this.state === 'plain')) {
        this.state = 'plain'
        continue
      }
      this.keep(text.slice(from, i))
      from = i + 1
      const row = this.step(text.charAt(i))
      if (row) yield row
      if (c !== CR || this.state === 'quoted') continue
      if (i === text.length - 1) this.returned = true
      else if (text.charCodeAt(i + 1) === LF) from = ++i + 1
    }
    if (!this.fault) this.keep(text.slice(from))
  }

  // One character that ends a cell, a row, or a quotation.
  private step(c: string): Row | undefined {
    if (this.state === 'quoted') {
      this.state = 'after-quote'
      return undefined
    }
    if (c === this.quote && this.state === 'after-quote') {
      this.cell += c
      this.state = 'quoted'
      return undefined
    }
    if (c === this.quote && this.state === 'start') {
      this.state = 'quoted'
      return undefined
    }
    if (c === this.delimiter) {
      this.endCell()
      return undefined
    }
    if (c === '\n' || c === '\r') return this.endRow()
    if (c === CLOSING || c === ' ' || c === '\t') return undefined
    this.fault = { code: 'csv.stray-quote', line: this.rowLine, seen: `${this.cell.slice(-60)}${this.quote}${c}` }
    return undefined
  }

  *end(): Generator<Row> {
    if (this.state === 'quoted') {
      this.fault = { code: 'csv.unclosed-quote', line: this.rowLine, seen: this.cell.slice(0, 120) }
      return
    }
    const row = this.endRow()
    if (row) yield row
  }

  private keep(piece: string): void {
    if (piece === '') return
    this.cell += piece
    this.rowLength += piece.length
    if (this.cell.length > this.maxCell || this.rowLength > this.maxRow)
      this.fault = { code: 'csv.too-long', line: this.rowLine, seen: this.cell.slice(0, 120) }
  }

  private endCell(): void {
    this.cells.push(this.cell.includes('\r') ? this.cell.replace(/\r\n?/g, '\n') : this.cell)
    this.cell = ''
    this.state = 'start'
  }

  private endRow(): Row | undefined {
    this.endCell()
    const row = { line: this.rowLine, cells: this.cells }
    this.cells = []
    this.rowLength = 0
    this.line++
    this.rowLine = this.line
    const [only] = row.cells
    return row.cells.length === 1 && (only === '' || only === CLOSING) ? undefined : row
  }
}
