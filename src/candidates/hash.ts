const PRIME = 0x01000193
const BASIS = 0x811c9dc5

/** Spreads the bits of a 32-bit number, so that its high bits may choose a bucket. */
export function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 32-bit hash of a text. */
export function hashText(text: string, seed = 0): number {
  let h = BASIS ^ seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return mix(h)
}

/** Two independent 32-bit sums over whole words: they notice any changed, moved or missing word of an index file. */
export function checksum(words: Uint32Array): readonly [number, number] {
  let a = 0x9e3779b9
  let b = 0x7f4a7c15
  for (let i = 0; i < words.length; i++) {
    const w = words[i] as number
    a = Math.imul(a ^ w, 0x85ebca6b)
    a = (a << 13) | (a >>> 19)
    b = (Math.imul(b, 31) + w + i) | 0
  }
  return [mix(a), mix(b)]
}
