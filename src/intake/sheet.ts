import type { Problem, SourceFile } from '../model/index.ts'
import { wholeFile } from './bytes.ts'
import { stop } from './problems.ts'
import { readOds } from './sheet-ods.ts'
import { OLE_MAGIC, readXls } from './sheet-xls.ts'
import { readXlsx } from './sheet-xlsx.ts'
import type { SheetRow } from './types.ts'
import { type ZipMember, zipMembers } from './zip.ts'

const MAX_BYTES = 128 * 1024 * 1024
const WORKBOOK = 'an XLSX, ODS or XLS workbook'

/**
 * The rows of a workbook (XLSX, ODS or the old binary XLS), sheet by sheet in its order; rows without any text are left out.
 *
 * A cell is text as stored: numbers as written, days as `YYYY-MM-DD` (with `THH:MM:SS` where a time was given), truth values
 * as TRUE or FALSE, line breaks as `\n`. Ends with a stop problem where there is no whole workbook: `download.not-sheet`,
 * `download.html`, `sheet.too-long`, `sheet.unreadable`.
 */
export async function* readSheet(file: SourceFile): AsyncGenerator<SheetRow | Problem> {
  const bytes = await wholeFile(file, MAX_BYTES)
  if (!bytes) {
    yield stop('sheet.too-long', file.name, `more than ${MAX_BYTES} bytes`, 'a workbook')
    return
  }
  const old = bytes.subarray(0, 8).toString('hex') === OLE_MAGIC
  if (!old && bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    const start = bytes.subarray(0, 120).toString('latin1')
    yield stop(/^\s*<(?:!doctype\s+html|html)/i.test(start) ? 'download.html' : 'download.not-sheet', file.name, start, WORKBOOK)
    return
  }
  try {
    if (old) {
      yield* readXls(bytes)
      return
    }
    const members = new Map((await zipMembers(bytes)).map(member => [member.name, member] as const))
    const rows = readerOf(file, members)
    if (rows) yield* rows
    else yield stop('download.not-sheet', file.name, [...members.keys()].slice(0, 5).join(', '), WORKBOOK)
  } catch (error) {
    yield stop('sheet.unreadable', file.name, error instanceof Error ? error.message : String(error), WORKBOOK)
  }
}

function readerOf(file: SourceFile, members: ReadonlyMap<string, ZipMember>): AsyncIterable<SheetRow | Problem> | undefined {
  if (members.has('xl/workbook.xml')) return readXlsx(file, members)
  if (members.has('content.xml')) return readOds(file, members)
  return undefined
}
