const PRIME = 0x01000193
const BASIS = 0x811c9dc5

/** Words by themselves and by each with one letter less, so that one slip of the hand still leads to them. */
export function nearWords(words: Iterable<string>): (word: string) => string | undefined {
  const near = new Map<string, string>()
  // A bit for each hash of a part; most words have none of them, and then no part is made a text of.
  const hashes = new Uint32Array(1 << 11)
  for (const word of words)
    for (const part of [word, ...withoutOne(word)]) {
      if (!near.has(part)) near.set(part, word)
      const hash = hashWithout(part, part.length)
      hashes[hash >>> 5] = (hashes[hash >>> 5] as number) | (1 << (hash & 31))
    }
  const mayBeNear = (word: string): boolean => {
    for (let i = 0; i <= word.length; i++) {
      const hash = hashWithout(word, i)
      if (((hashes[hash >>> 5] as number) & (1 << (hash & 31))) !== 0) return true
    }
    return false
  }
  return word => {
    if (!mayBeNear(word)) return undefined
    for (const part of [word, ...withoutOne(word)]) {
      const found = near.get(part)
      if (found !== undefined) return found
    }
    return undefined
  }
}

function withoutOne(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

// A hash of 16 bits of a word without the letter at a place, of the whole word where it has none there.
function hashWithout(word: string, at: number): number {
  let h = BASIS
  for (let i = 0; i < word.length; i++) if (i !== at) h = Math.imul(h ^ word.charCodeAt(i), PRIME)
  return (h ^ (h >>> 16)) & 0xffff
}
