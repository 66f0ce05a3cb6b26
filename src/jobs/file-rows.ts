import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { endingOf, isProblem, type Row, readCsv, readSheet, type SheetRow } from '../intake/index.ts'
import { type Problem, type SourceFile, WhoListsError } from '../model/index.ts'

/** The most rows of one table. */
export const MAX_ROWS = 100_000

/** Lines that tell the delimiter: a title alone on the first has none. */
const LINES = 12

const DELIMITERS = [',', ';', '\t', '|']

/** The rows of a table, its first one included, and what was left out. */
export type TableRows = {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
  /** What parts the cells of a table of text; null in a workbook. */
  readonly delimiter: string | null
}

/**
 * The rows of an uploaded table: CSV with any usual delimiter, XLSX or ODS, told by the bytes. Of a workbook the first sheet with
 * rows is taken.
 *
 * @throws input.invalid where the file is no table, is damaged, or has more than MAX_ROWS rows
 */
export async function tableRows(name: string, bytes: AsyncIterable<Uint8Array>): Promise<TableRows> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  const given = Buffer.concat(parts)
  if (given.length === 0) throw new WhoListsError('input.invalid', { what: name, expected: 'a table', seen: 'an empty file' })
  if (given.subarray(0, 2).toString('latin1') === 'PK')
    return { ...(await gather(name, readSheet(heldFile(name, given)))), delimiter: null }
  const { text, assumed } = inUtf8(name, given)
  const delimiter = delimiterOf(text.subarray(0, 65_536))
  const { rows, problems } = await gather(name, readCsv(heldFile(name, text), { delimiter }))
  return { rows, problems: assumed === null ? problems : [...problems, assumed], delimiter }
}

// Spreadsheets save text in the encoding of the machine or in UTF-16; what is read by assumption is said.
function inUtf8(name: string, given: Buffer): { readonly text: Buffer; readonly assumed: Problem | null } {
  const mark = given.subarray(0, 2).toString('latin1')
  if (mark === '\u00ff\u00fe' || mark === '\u00fe\u00ff') {
    const text = new TextDecoder(mark === '\u00ff\u00fe' ? 'utf-16le' : 'utf-16be').decode(given)
    return { text: Buffer.from(text), assumed: null }
  }
  if (given.includes(0))
    throw new WhoListsError('input.invalid', { what: name, expected: 'a CSV, XLSX or ODS file', seen: 'a file of another kind' })
  if (isUtf8(given)) return { text: given, assumed: null }
  const assumed = {
    code: 'encoding.assumed',
    severity: 'note',
    field: '',
    seen: 'The file is not in UTF-8; it was read as Windows-1252.',
  } as const
  return { text: Buffer.from(new TextDecoder('windows-1252').decode(given)), assumed }
}

async function gather(name: string, read: AsyncIterable<Row | SheetRow | Problem>): Promise<Omit<TableRows, 'delimiter'>> {
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

function heldFile(name: string, whole: Buffer): SourceFile {
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
