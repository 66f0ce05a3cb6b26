import { growingU8, growingU32 } from './growing.ts'
import { mix } from './hash.ts'
import type { Sections } from './layout.ts'

const encoder = new TextEncoder()
const PRIME = 0x01000193
const BASIS = 0x811c9dc5

/** Texts kept once each: a text in, its number out. */
export type Interner = {
  intern(text: string): number
  readonly count: number
  /** All bytes as UTF-8, and where each text begins (one more number than texts: the end of the last). */
  bytes(): Uint8Array
  starts(): Uint32Array
}

/** An interner without any text yet. */
export function stringInterner(): Interner {
  const bytes = growingU8(1 << 16)
  const starts = growingU32(1 << 12)
  starts.push(0)
  const places = new Places()

  // Writes a text behind the last without counting it yet, so that one known already leaves no trace; gives the hash of its bytes.
  let length = 0
  const write = (text: string): number => {
    bytes.reserve(text.length * 3)
    const array = bytes.array
    const from = bytes.length
    length = text.length
    let hash = BASIS
    for (let i = 0; i < length; i++) {
      const c = text.charCodeAt(i)
      if (c > 127) return writeEncoded(text)
      array[from + i] = c
      hash = Math.imul(hash ^ c, PRIME)
    }
    return mix(hash)
  }
  const writeEncoded = (text: string): number => {
    const array = bytes.array
    const from = bytes.length
    length = encoder.encodeInto(text, array.subarray(from)).written
    let hash = BASIS
    for (let i = from; i < from + length; i++) hash = Math.imul(hash ^ (array[i] as number), PRIME)
    return mix(hash)
  }
  const isWritten = (id: number): boolean => {
    const array = bytes.array
    const written = bytes.length
    const start = starts.array[id] as number
    if ((starts.array[id + 1] as number) - start !== length) return false
    for (let i = 0; i < length; i++) if (array[start + i] !== array[written + i]) return false
    return true
  }
  return {
    intern(text) {
      const hash = write(text)
      let at = places.first(hash)
      for (let id = places.idAt(at); id >= 0; id = places.idAt(at)) {
        if (places.hashAt(at) === hash && isWritten(id)) return id
        at = places.next(at)
      }
      const id = starts.length - 1
      bytes.length += length
      starts.push(bytes.length)
      places.put(at, hash, id)
      return id
    },
    get count() {
      return starts.length - 1
    },
    bytes: () => bytes.view(),
    starts: () => starts.view(),
  }
}

// An open hash table: at each place a hash and beside it the number of a text plus one, or 0.
class Places {
  #table = new Uint32Array(1 << 13)
  #mask = this.#table.length - 1
  #count = 0

  first(hash: number): number {
    return (hash << 1) & this.#mask
  }

  next(at: number): number {
    return (at + 2) & this.#mask
  }

  idAt(at: number): number {
    return (this.#table[at + 1] as number) - 1
  }

  hashAt(at: number): number {
    return this.#table[at] as number
  }

  put(at: number, hash: number, id: number): void {
    this.#table[at] = hash
    this.#table[at + 1] = id + 1
    if (++this.#count * 4 > this.#table.length) this.#grow()
  }

  #grow(): void {
    const former = this.#table
    this.#table = new Uint32Array(former.length * (former.length < 1 << 20 ? 4 : 2))
    this.#mask = this.#table.length - 1
    for (let i = 0; i < former.length; i += 2) {
      if (former[i + 1] === 0) continue
      let at = this.first(former[i] as number)
      while (this.#table[at + 1] !== 0) at = this.next(at)
      this.#table[at] = former[i] as number
      this.#table[at + 1] = former[i + 1] as number
    }
  }
}

/** The texts of two interners as one, the second one's numbered on from the first one's. */
export function stringSections(first: Interner, second: Interner): Sections {
  const stringBytes = new Uint8Array(first.bytes().length + second.bytes().length)
  stringBytes.set(first.bytes())
  stringBytes.set(second.bytes(), first.bytes().length)
  const stringStarts = new Uint32Array(first.count + second.count + 1)
  stringStarts.set(first.starts())
  const end = first.bytes().length
  second.starts().forEach((start, id) => {
    stringStarts[first.count + id] = end + start
  })
  return { stringBytes, stringStarts }
}

/** Texts by number, decoded when asked for. */
export function stringReader(bytes: Uint8Array, starts: Uint32Array): (id: number) => string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return id => buffer.toString('utf8', starts[id], starts[id + 1])
}
