import { constants, inflateRawSync } from 'node:zlib'
import type { FileHead } from '../model/index.ts'
import { OLE_MAGIC } from './sheet-xls.ts'

/** What the beginning of a workbook tells before it is read: its form, and the words found there (names of sheets, shared texts). */
export type SheetPeek = { readonly form: 'xlsx' | 'ods' | 'xls'; readonly words: string }

const seen = new WeakMap<Uint8Array, SheetPeek | null>()

/**
 * What the first bytes of a workbook tell, so that a source knows its own; undefined where it is no workbook. A large one
 * shows the names of its sheets and perhaps none of its cells.
 */
export function peekSheet({ bytes }: Pick<FileHead, 'bytes'>): SheetPeek | undefined {
  const known = seen.get(bytes)
  if (known !== undefined) return known ?? undefined
  const found = look(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  seen.set(bytes, found ?? null)
  return found
}

function look(bytes: Buffer): SheetPeek | undefined {
  if (bytes.subarray(0, 8).toString('hex') === OLE_MAGIC)
    // Texts stand in one byte or two a letter, at any place.
    return { form: 'xls', words: `${bytes.toString('latin1')}\n${bytes.toString('utf16le')}\n${bytes.subarray(1).toString('utf16le')}` }
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return undefined
  const members = membersOf(bytes)
  const form =
    members.has('xl/workbook.xml') || members.has('[Content_Types].xml') ? 'xlsx' : members.has('content.xml') ? 'ods' : undefined
  if (!form) return undefined
  const telling = ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'content.xml']
  return { form, words: telling.map(name => members.get(name) ?? '').join('\n') }
}

// Members from their own headers on, the last as far as it is there.
function membersOf(bytes: Buffer): ReadonlyMap<string, string> {
  const members = new Map<string, string>()
  const mark = Buffer.from('PK\u0003\u0004', 'latin1')
  for (let at = bytes.indexOf(mark); at >= 0 && at + 30 < bytes.length; at = bytes.indexOf(mark, at + 4)) {
    const [nameBytes, extraBytes] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)]
    const name = bytes.subarray(at + 30, at + 30 + nameBytes).toString('utf8')
    const content = bytes.subarray(at + 30 + nameBytes + extraBytes)
    members.set(name, bytes.readUInt16LE(at + 8) === 8 ? inflated(content) : content.subarray(0, 4096).toString('utf8'))
  }
  return members
}

function inflated(content: Buffer): string {
  try {
    return inflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 }).toString('utf8')
  } catch {
    return ''
  }
}
