const PRIME = 0x01000193
// Letters of a word of which one may be left out; longer words are none of those looked for.
const MOST_LETTERS = 64
// So many that few words seem near that are not.
const BITS_A_PART = 64
const POWERS = new Int32Array(MOST_LETTERS + 1).fill(1)
for (let i = 1; i <= MOST_LETTERS; i++) POWERS[i] = Math.imul(POWERS[i - 1] as number, PRIME)

/** Words by themselves and by each with one letter less, so that one slip of the hand still leads to them. */
export function nearWords(words: Iterable<string>): (word: string) => string | undefined {
  const near = new Map<string, string>()
  for (const word of words) for (const part of [word, ...withoutOne(word)]) if (!near.has(part)) near.set(part, word)
  // A bit for each hash of a part; most words have none of them, and then no part is made a text of.
  const width = Math.ceil(Math.log2(near.size * BITS_A_PART + 32))
  const bits = new Uint32Array(2 ** (width - 5))
  const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - width)
  const has = (hash: number): boolean => {
    const place = placeOf(hash)
    return ((bits[place >>> 5] as number) & (1 << (place & 31))) !== 0
  }
  for (const part of near.keys()) {
    const place = placeOf(hashOf(part))
    bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31))
  }
  const mayBeNear = (word: string): boolean => {
    const whole = hashOf(word)
    if (has(whole)) return true
    // The hash goes on from h to h * PRIME + letter; what stands behind a letter left out is the whole less what stands before.
    let before = 0
    for (let i = 0; i < word.length; i++) {
      const rest = POWERS[word.length - 1 - i] as number
      const next = Math.imul(before, PRIME) + word.charCodeAt(i)
      if (has((Math.imul(before, rest) + whole - Math.imul(next, rest)) | 0)) return true
      before = next
    }
    return false
  }
  return word => {
    if (word.length > MOST_LETTERS || !mayBeNear(word)) return undefined
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

function hashOf(word: string): number {
  let h = 0
  for (let i = 0; i < word.length; i++) h = Math.imul(h, PRIME) + word.charCodeAt(i)
  return h | 0
}
