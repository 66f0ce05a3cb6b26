import type { KnownInstrument } from './types.ts'

/** A legal act cited in a text. */
export type InstrumentFound = { readonly start: number; readonly end: number; readonly text: string; readonly id: string | null }

/** How acts are cited, as `data/news/citations.json` holds it for all languages. */
export type CitationFile = {
  readonly patterns: readonly string[]
  /** What an act is found by: its kind, coarsely, and its number (the pattern's groups). */
  readonly keys: readonly { readonly kind: string; readonly pattern: string }[]
}

/** Reads the legal acts that a text cites, and what known instrument each is. */
export type InstrumentReader = (text: string) => readonly InstrumentFound[]

/** A reader that resolves citations to these instruments by kind and number. */
export function instrumentReader(file: CitationFile, known: Iterable<KnownInstrument>): InstrumentReader {
  const patterns = file.patterns.map(p => new RegExp(p, 'gu'))
  const kinds = file.keys.map(k => ({ kind: k.kind, pattern: new RegExp(k.pattern, 'gu') }))
  const keysOf = (text: string) =>
    kinds.flatMap(({ kind, pattern }) =>
      [...text.matchAll(pattern)].map(m => `${kind} ${m.slice(1).filter(Boolean).join('/').toLowerCase()}`),
    )
  const byNumber = new Map<string, string>()
  for (const { id, number, title } of known) {
    for (const key of [...keysOf(number ?? ''), ...keysOf(title)]) if (!byNumber.has(key)) byNumber.set(key, id)
    if (/^unscr-\d+$/.test(id)) byNumber.set(`resolution ${id.slice(6)}`, id)
  }
  return text => {
    if (!/\d/.test(text)) return []
    const found: InstrumentFound[] = []
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const skipped = match[0].length - match[0].trimStart().length
        const [start, end] = [match.index + skipped, match.index + match[0].length]
        if (found.some(f => start < f.end && end > f.start)) continue
        const words = text.slice(start, end)
        found.push({
          start,
          end,
          text: words,
          id:
            keysOf(words)
              .map(k => byNumber.get(k))
              .find(id => id !== undefined) ?? null,
        })
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }
}
