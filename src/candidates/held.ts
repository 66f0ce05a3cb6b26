/**
 * Postings held, with what they have gained and the word that raised them last. The table leads from a posting to its
 * place, plus one; it is small, so that reading stays within the processor's cache.
 */
export type Held = { table: Uint32Array; mask: number; postings: Uint32Array; gains: Float32Array; words: Uint8Array; count: number }

const HASH = 0x9e3779b1

/** Nothing held yet. */
export const nothingHeld = (): Held => ({
  table: new Uint32Array(1 << 12),
  mask: 0,
  count: 0,
  postings: new Uint32Array(1 << 11),
  gains: new Float32Array(1 << 11),
  words: new Uint8Array(1 << 11),
})

/** Makes it empty, with room for at most so many postings. */
export function clear(held: Held, most: number): void {
  held.count = 0
  const size = Math.max(16, 2 ** Math.ceil(Math.log2(most * 2 + 2)))
  if (size > held.table.length) held.table = new Uint32Array(size)
  else held.table.fill(0, 0, size)
  held.mask = size - 1
  if (most <= held.postings.length) return
  held.postings = new Uint32Array(size)
  held.gains = new Float32Array(size)
  held.words = new Uint8Array(size)
}

/** Raises the postings of a part of a list by a word, once each, taking up those that are not held. */
export function addAll(held: Held, list: Uint32Array, from: number, to: number, word: number, gain: number): void {
  const { table, mask, postings, gains, words } = held
  let count = held.count
  for (let p = from; p < to; p++) {
    const posting = list[p] as number
    let at = (Math.imul(posting, HASH) >>> 8) & mask
    let place = table[at] as number
    while (place !== 0 && postings[place - 1] !== posting) {
      at = (at + 1) & mask
      place = table[at] as number
    }
    if (place === 0) {
      postings[count] = posting
      gains[count] = gain
      words[count] = word
      table[at] = ++count
    } else if (words[place - 1] !== word) {
      words[place - 1] = word
      gains[place - 1] = (gains[place - 1] as number) + gain
    }
  }
  held.count = count
}

/** Raises the postings of a part of a list by a word, once each, where they are held. */
export function raiseAll(held: Held, list: Uint32Array, from: number, to: number, word: number, gain: number): void {
  const { table, mask, postings, gains, words } = held
  if (held.count === 0) return
  for (let p = from; p < to; p++) {
    const posting = list[p] as number
    let at = (Math.imul(posting, HASH) >>> 8) & mask
    let place = table[at] as number
    while (place !== 0 && postings[place - 1] !== posting) {
      at = (at + 1) & mask
      place = table[at] as number
    }
    if (place === 0 || words[place - 1] === word) continue
    words[place - 1] = word
    gains[place - 1] = (gains[place - 1] as number) + gain
  }
}
