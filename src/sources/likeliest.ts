/** Ids that a mistyped one may have meant: those that share most pairs of neighbouring letters with it, the best first. */
export function likeliest(asked: string, known: readonly string[], most = 4): readonly string[] {
  const pairs = pairsOf(asked)
  return known
    .map(id => ({ id, share: shared(pairs, pairsOf(id)) }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id)
}

const LEAST = 0.35

const pairsOf = (id: string): ReadonlySet<string> => {
  const text = `-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`
  return new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)))
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (2 * a.intersection(b).size) / (a.size + b.size)
