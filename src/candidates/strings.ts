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
  const texts = textsInOne()
  const places = placesByHash(texts.isSame)
  const keep = (to: number, hash: number) => {
    places.hashes.push(hash)
    const id = texts.keep(to)
    if (id * 2 > places.size()) places.grow()
    return id
  }
  return {
    intern(text) {
      const from = texts.end()
      const to = from + texts.write(text)
      const hash = texts.hash(from, to)
      const at = places.of(hash, from, to)
      const known = places.idAt(at)
      if (known >= 0) return known
      places.put(at, texts.count())
      return keep(to, hash)
    },
    find(text) {
      const from = texts.end()
      const to = from + texts.write(text)
      return places.idAt(places.of(texts.hash(from, to), from, to))
    },
    again(text) {
      const from = texts.end()
      const to = from + texts.write(text)
      return keep(to, texts.hash(from, to))
    },
    get count() {
      return texts.count()
    },
    bytes: () => texts.bytes.view(),
    starts: () => texts.starts.view(),
  }
}

// Texts one behind the other as UTF-8.
function textsInOne() {
  const bytes = growingU8(1 << 20)
  const starts = growingU32(1 << 16)
  starts.push(0)
  return {
    bytes,
    starts,
    count: () => starts.length - 1,
    end: () => bytes.length,
    hash: (from: number, to: number) => hashBytes(bytes.array, from, to),
    /** Writes a text behind the last without counting it yet, so that one known already leaves no trace; gives its length. */
    write(text: string) {
      bytes.reserve(text.length * 3)
      const array = bytes.array
      const from = bytes.length
      for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i)
        if (c > 127) return encoder.encodeInto(text, array.subarray(from)).written
        array[from + i] = c
      }
      return text.length
    },
    /** Counts the text written last, which ends at `to`; gives its number. */
    keep(to: number) {
      bytes.length = to
      starts.push(to)
      return starts.length - 2
    },
    /** Whether a text kept is the one written. */
    isSame(id: number, from: number, to: number) {
      const start = starts.array[id] as number
      if ((starts.array[id + 1] as number) - start !== to - from) return false
      for (let i = 0; i < to - from; i++) if (bytes.array[start + i] !== bytes.array[from + i]) return false
      return true
    },
  }
}

// An open hash table: at each place the number of a text plus one, or 0.
function placesByHash(isSame: (id: number, from: number, to: number) => boolean) {
  let table = new Uint32Array(1 << 17)
  let mask = table.length - 1
  const hashes = growingU32(1 << 16)
  return {
    /** The hash of each text kept. */
    hashes,
    size: () => table.length,
    idAt: (at: number) => (table[at] as number) - 1,
    put(at: number, id: number) {
      table[at] = id + 1
    },
    /** The place of the text written last, or of where it would stand. */
    of(hash: number, from: number, to: number) {
      let at = hash & mask
      for (let slot = table[at] as number; slot !== 0; slot = table[at] as number) {
        if (hashes.array[slot - 1] === hash && isSame(slot - 1, from, to)) return at
        at = (at + 1) & mask
      }
      return at
    },
    grow() {
      table = new Uint32Array(table.length * 4)
      mask = table.length - 1
      for (let id = 0; id < hashes.length; id++) {
        let at = (hashes.array[id] as number) & mask
        while (table[at] !== 0) at = (at + 1) & mask
        table[at] = id + 1
      }
    },
  }
}

/** Texts by number, decoded when asked for. */
export function stringReader(bytes: Uint8Array, starts: Uint32Array): (id: number) => string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return id => buffer.toString('utf8', starts[id], starts[id + 1])
}
