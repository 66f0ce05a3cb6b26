import { createHash } from 'node:crypto'
import { endingOf, isProblem, type Row, readCsv, readSheet, type SheetRow } from '../intake/index.ts'
import { type Problem, type SourceFile, WhoListsError } from '../model/index.ts'

/** The most rows of one table. */
export const MAX_ROWS = 100_000

/** Lines that tell the delimiter: a title alone on the first has none. */
const LINES = 12

const DELIMITERS = [',', ';', '\t', '|']

/** The rows of a table, its first one included, and what was left out. */
export type TableRows = { readonly rows: readonly Row[]; readonly problems: readonly Problem[] }

/**
 * The rows of an uploaded table: CSV with any usual delimiter, XLSX or ODS, told by the bytes. Of a workbook the first sheet with
 * rows is taken.
 *
 * @throws input.invalid where the file is no table, is damaged, or has more than MAX_ROWS rows
 */
export async function tableRows(name: string, bytes: AsyncIterable<Uint8Array>): Promise<TableRows> {
  const file = await heldFile(name, bytes)
  const whole = file.open()
  let head = Buffer.alloc(0)
  for await (const part of whole) {
    head = Buffer.from(part.subarray(0, 65_536))
    break
  }
  const isWorkbook = head.subarray(0, 2).toString('latin1') === 'PK'
  return gather(name, isWorkbook ? readSheet(file) : readCsv(file, { delimiter: delimiterOf(head) }))
}

async function gather(name: string, read: AsyncIterable<Row | SheetRow | Problem>): Promise<TableRows> {
  const rows: Row[] = []
  const problems: Problem[] = []
  let sheet: string | undefined
  for await (const item of read) {
    if (isProblem(item)) {
      if (item.severity === 'stop')
        throw new WhoListsError('input.invalid', { what: name, expected: item.expected ?? 'a table', seen: item.code })
      problems.push(item)
      continue
    }
    if ('sheet' in item) {
      sheet ??= item.sheet
      if (item.sheet !== sheet) {
        if (!problems.some(p => p.code === 'sheet.left-out' && p.field === item.sheet))
          problems.push({ code: 'sheet.left-out', severity: 'note', field: item.sheet, seen: item.sheet })
        continue
      }
    }
    if (item.cells.every(cell => cell.trim() === '')) continue
    if (rows.length > MAX_ROWS) throw new WhoListsError('input.invalid', { what: name, expected: `at most ${MAX_ROWS} rows`, seen: 'more' })
    rows.push(item)
  }
  return { rows, problems }
}

async function heldFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceFile> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  const whole = Buffer.concat(parts)
  return {
    name,
    sha256: createHash('sha256').update(whole).digest('hex'),
    sizeBytes: whole.length,
    part: 'table',
    rendition: endingOf(name),
    async *open() {
      yield whole
    },
  }
}

// The delimiter that parts the first lines into most cells; inside quotes nothing counts.
function delimiterOf(head: Buffer): string {
  const first = head
    .toString('latin1')
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, LINES)
    .join('\n')
  const counts = DELIMITERS.map(d => first.split(d).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
