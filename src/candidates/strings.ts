import { growingU8, growingU32 } from './growing.ts'
import { hashBytes } from './hash.ts'

const encoder = new TextEncoder()

/** Texts kept once each: a text in, its number out. */
export type Interner = {
  intern(text: string): number
  /** The number of a text, below 0 where it is not kept. */
  find(text: string): number
  /** Keeps a text once more, under a number of its own. */
  again(text: string): number
  readonly count: number
  /** All bytes as UTF-8, and where each text begins (one more number than texts: the end of the last). */
  bytes(): Uint8Array
  starts(): Uint32Array
}

/** An interner without any text yet. */
export function stringInterner(): Interner {
  const bytes = growingU8(1 << 20)
  const starts = growingU32(1 << 16)
  let table = new Uint32Array(1 << 17)
  let mask = table.length - 1
  const hashes = growingU32(1 << 16)
  starts.push(0)
  const count = () => starts.length - 1

  const grow = () => {
    table = new Uint32Array(table.length * 4)
    mask = table.length - 1
    for (let id = 0; id < count(); id++) {
      let at = (hashes.array[id] as number) & mask
      while (table[at] !== 0) at = (at + 1) & mask
      table[at] = id + 1
    }
  }
  const same = (id: number, from: number, to: number) => {
    const start = starts.array[id] as number
    if ((starts.array[id + 1] as number) - start !== to - from) return false
    for (let i = 0; i < to - from; i++) if (bytes.array[start + i] !== bytes.array[from + i]) return false
    return true
  }
  // The place in the table of the text written last, or of where it would stand.
  const placeOf = (hash: number, from: number, to: number) => {
    let at = hash & mask
    for (let slot = table[at] as number; slot !== 0; slot = table[at] as number) {
      if (hashes.array[slot - 1] === hash && same(slot - 1, from, to)) return at
      at = (at + 1) & mask
    }
    return at
  }
  const find = (text: string) => {
    const from = bytes.length
    const to = from + write(text)
    return (table[placeOf(hashBytes(bytes.array, from, to), from, to)] as number) - 1
  }
  const intern = (text: string) => {
    const from = bytes.length
    const to = from + write(text)
    const hash = hashBytes(bytes.array, from, to)
    const at = placeOf(hash, from, to)
    if (table[at] !== 0) return (table[at] as number) - 1
    table[at] = count() + 1
    return keep(to, hash)
  }
  const keep = (to: number, hash: number) => {
    const id = count()
    hashes.push(hash)
    bytes.length = to
    starts.push(to)
    if (id * 2 > table.length) grow()
    return id
  }
  const again = (text: string) => {
    const from = bytes.length
    const to = from + write(text)
    return keep(to, hashBytes(bytes.array, from, to))
  }
  // Behind the last text, without counting it yet: a text that is known already leaves no trace.
  const write = (text: string) => {
    bytes.reserve(text.length * 3)
    const array = bytes.array
    const from = bytes.length
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c > 127) return encoder.encodeInto(text, array.subarray(from)).written
      array[from + i] = c
    }
    return text.length
  }
  return {
    intern,
    find,
    again,
    get count() {
      return count()
    },
    bytes: () => bytes.view(),
    starts: () => starts.view(),
  }
}

/** Texts by number, decoded when asked for. */
export function stringReader(bytes: Uint8Array, starts: Uint32Array): (id: number) => string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return id => buffer.toString('utf8', starts[id], starts[id + 1])
}
