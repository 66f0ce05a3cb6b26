import { WhoListsError } from '../model/index.ts'
import { checksum } from './hash.ts'

/** Raised with each change of the sections or of what they hold: an index of another format is built anew. */
export const FORMAT = 4

const MAGIC = [0x4c6f6857, 0x73747369] // "WhoLists"
const PREAMBLE_BYTES = 32
const ALIGN = 64

/** What an index says of itself. */
export type IndexMeta = {
  /** The state of the ledger it was built from. */
  readonly generation: string
  /** The version of the names and of the score it was built for. */
  readonly matcher: string
}

type Section = { readonly kind: 'u8' | 'u32' | 'f32'; readonly offset: number; readonly length: number }
type Header = { readonly format: number; readonly meta: IndexMeta; readonly sections: Readonly<Record<string, Section>> }

/** The parts of an index by name. */
export type Sections = Readonly<Record<string, Uint8Array | Uint32Array | Float32Array>>

const align = (n: number) => Math.ceil(n / ALIGN) * ALIGN

/**
 * One buffer that holds all sections.
 *
 *     preamble (32 bytes)   magic, format, header length, checksum over all that follows, whole length
 *     header (JSON)         meta, and for each section its kind, offset and length
 *     sections              each on a multiple of 64 bytes
 */
export function pack(meta: IndexMeta, sections: Sections): SharedArrayBuffer {
  const placed: Record<string, Section> = {}
  const text = () => new TextEncoder().encode(JSON.stringify({ format: FORMAT, meta, sections: placed } satisfies Header))
  const place = (from: number) => {
    let at = from
    for (const [name, array] of Object.entries(sections)) {
      const kind = array instanceof Uint8Array ? 'u8' : array instanceof Uint32Array ? 'u32' : 'f32'
      placed[name] = { kind, offset: at, length: array.length }
      at = align(at + array.byteLength)
    }
    return at
  }
  // Offsets are written with as many digits as the longest may have, so a first placing far out gives the header's most length.
  place(0x7fffffff)
  const start = align(PREAMBLE_BYTES + text().length)
  const total = place(start)
  const header = text()
  const buffer = new SharedArrayBuffer(total)
  const bytes = new Uint8Array(buffer)
  bytes.set(header, PREAMBLE_BYTES)
  for (const [name, array] of Object.entries(sections)) viewOf(buffer, placed[name] as Section).set(array)
  const preamble = new Uint32Array(buffer, 0, PREAMBLE_BYTES / 4)
  const [a, b] = checksum(new Uint32Array(buffer, PREAMBLE_BYTES))
  preamble.set([...MAGIC, FORMAT, header.length, a, b, total % 0x100000000, Math.floor(total / 0x100000000)])
  return buffer
}

/**
 * The sections of a packed buffer.
 *
 * @param path what to name in the error
 * @param check whether to go over the whole buffer; a buffer handed on by another thread has been checked
 * @throws WhoListsError `index.damaged`
 */
export function unpack(buffer: SharedArrayBuffer, path: string, check: boolean): { readonly meta: IndexMeta; readonly sections: Sections } {
  const damaged = (reason: string) => new WhoListsError('index.damaged', { path, reason })
  if (buffer.byteLength < PREAMBLE_BYTES) throw damaged(`it holds ${buffer.byteLength} bytes`)
  const preamble = new Uint32Array(buffer, 0, PREAMBLE_BYTES / 4)
  const at = (i: number) => preamble[i] as number
  if (at(0) !== MAGIC[0] || at(1) !== MAGIC[1]) throw damaged('it does not begin like an index')
  if (at(2) !== FORMAT) throw damaged(`its format is ${at(2)}, this version reads ${FORMAT}`)
  const total = at(6) + at(7) * 0x100000000
  if (total !== buffer.byteLength) throw damaged(`it should hold ${total} bytes and holds ${buffer.byteLength}`)
  if (check) {
    const [a, b] = checksum(new Uint32Array(buffer, PREAMBLE_BYTES))
    if (a !== at(4) || b !== at(5)) throw damaged('its checksum does not agree')
  }
  const header = JSON.parse(Buffer.from(buffer, PREAMBLE_BYTES, at(3)).toString('utf8')) as Header
  return { meta: header.meta, sections: Object.fromEntries(Object.entries(header.sections).map(([name, s]) => [name, viewOf(buffer, s)])) }
}

function viewOf(buffer: SharedArrayBuffer, section: Section): Uint8Array | Uint32Array | Float32Array {
  if (section.kind === 'u8') return new Uint8Array(buffer, section.offset, section.length)
  if (section.kind === 'u32') return new Uint32Array(buffer, section.offset, section.length)
  return new Float32Array(buffer, section.offset, section.length)
}
