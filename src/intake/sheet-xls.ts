import type { SheetRow } from './types.ts'

/** How a workbook of the old binary form (BIFF) begins. */
export const OLE_MAGIC = 'd0cf11e0a1b11ae1'

/** Number formats that show a day: letters of day or year outside quotation marks and brackets. */
const showsDay = (format: string): boolean => /[dy]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''))

/** Serial 25569 is 1970-01-01 where serial 0 is 30 December 1899; workbooks of old Macintoshes begin in 1904. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
const TABLES_IN_HEADER = 109
/** Greater numbers in the allocation table are marks: free, end of chain, table. */
const LAST_SECTOR = 0xff_ff_ff_fa

/**
 * The rows of a workbook of the old binary form, in the words of `readSheet`.
 *
 * @throws Error where it is damaged or breaks off
 */
export async function* readXls(bytes: Buffer): AsyncGenerator<SheetRow> {
  if (endsShort(bytes)) throw new Error('it breaks off')
  // Loaded when the first such workbook comes: one megabyte of code that most installations never need.
  const { read } = await import('@e965/xlsx')
  const book = read(bytes, { dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true })
  const epoch = book.Workbook?.WBProps?.date1904 ? EPOCH_1904 : EPOCH_1900
  for (const name of book.SheetNames) {
    const rows = book.Sheets[name]?.['!data'] ?? []
    for (const [i, row] of rows.entries()) {
      const cells = Array.from(row ?? [], cell => cellText(cell, epoch))
      if (cells.some(cell => cell !== '')) yield { sheet: name, line: i + 1, cells }
    }
  }
}

// The allocation table says for each sector which one follows; a file that lacks one of those is not whole.
function endsShort(bytes: Buffer): boolean {
  if (bytes.length < 512) return true
  const sectorBytes = 1 << bytes.readUInt16LE(30)
  const tables = bytes.readUInt32LE(44)
  const sectors = Math.ceil((bytes.length - 512) / sectorBytes)
  for (let i = 0; i < Math.min(tables, TABLES_IN_HEADER); i++) {
    const at = bytes.readUInt32LE(76 + 4 * i)
    if (at >= sectors) return true
    const from = 512 + at * sectorBytes
    for (let entry = from; entry < from + sectorBytes && entry + 4 <= bytes.length; entry += 4) {
      const next = bytes.readUInt32LE(entry)
      if (next <= LAST_SECTOR && next >= sectors) return true
    }
  }
  return false
}

type Cell = { readonly t?: string; readonly v?: unknown; readonly z?: unknown } | undefined

function cellText(cell: Cell, epoch: number): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return ''
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE'
  if (typeof cell.v === 'number' && cell.t === 'n')
    return showsDay(typeof cell.z === 'string' ? cell.z : '') ? dayText(cell.v, epoch) : String(cell.v)
  return typeof cell.v === 'string' ? cell.v.replace(/\r\n?/g, '\n') : ''
}

/** The day that a serial number stands for, with its time where one was given; the number itself where it stands for none. */
export function dayText(serial: number, epoch: number): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return String(serial)
  const iso = new Date(Math.round((serial - epoch) * 86_400) * 1000).toISOString()
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19)
}
