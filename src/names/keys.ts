import type { AnalysedName, Token } from './types.ts'

/**
 * The fuzzy keys under which a token is kept and looked up. Two tokens that may be linked share at least one:
 * the token itself, each deletion of one letter (of two from eight letters), its skeleton and, from four consonants,
 * the skeleton's deletions, and the symbol of its variant group.
 */
export function searchKeys(token: Token): readonly string[] {
  const keys = new Set<string>()
  const { text, skeleton, symbol } = token
  if (token.kind === 'number') return [symbol]
  if (token.kind === 'stop' || token.kind === 'title' || token.kind === 'particle' || token.kind === 'legal-form') return [`t:${text}`]
  keys.add(`d:${text}`)
  if (text.length >= 3) for (let i = 0; i < text.length; i++) keys.add(`d:${text.slice(0, i)}${text.slice(i + 1)}`)
  if (text.length >= 8 && text.length <= 24)
    for (let i = 0; i < text.length; i++)
      for (let j = i + 1; j < text.length; j++) keys.add(`d:${text.slice(0, i)}${text.slice(i + 1, j)}${text.slice(j + 1)}`)
  if (skeleton !== '') keys.add(`s:${skeleton}`)
  if (skeleton.length >= 6) for (let i = 0; i < skeleton.length; i++) keys.add(`s:${skeleton.slice(0, i)}${skeleton.slice(i + 1)}`)
  if (symbol !== '') keys.add(`g:${symbol}`)
  return [...keys]
}

/** Keys of the whole name: its words joined, joined neighbours, and the first letters of its words. */
export function wholeKeys(name: AnalysedName): readonly string[] {
  const keys = new Set<string>()
  for (const reading of [name, ...name.alternatives]) {
    const words = reading.tokens.filter(t => t.kind !== 'title' && t.kind !== 'legal-form' && t.kind !== 'stop')
    if (words.length === 0) continue
    keys.add(`w:${words.map(t => t.text).join('')}`)
    for (let i = 0; i + 1 < words.length; i++) keys.add(`j:${words[i]?.text}${words[i + 1]?.text}`)
    if (words.length === 1) keys.add(`j:${words[0]?.text}`)
    if (words.length >= 3) keys.add(`a:${words.map(t => t.text[0]).join('')}`)
    if (words.length === 1 && (words[0]?.text.length ?? 0) <= 6) keys.add(`a:${words[0]?.text}`)
  }
  return [...keys]
}
