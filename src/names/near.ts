/** Words by themselves and by each with one letter less, so that one slip of the hand still leads to them. */
export function nearWords(words: Iterable<string>): (word: string) => string | undefined {
  const near = new Map<string, string>()
  for (const word of words) for (const part of [word, ...withoutOne(word)]) if (!near.has(part)) near.set(part, word)
  return word => {
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
