import type { Token } from './types.ts'

const LEAST = 3

/** The first letters of a name's words: of all, and without small words and legal forms; none of fewer than three. */
export function acronymsOf(tokens: readonly Token[]): readonly string[] {
  let all = ''
  let words = ''
  let stopless = ''
  let bare = ''
  for (const { text, kind } of tokens) {
    const letter = text[0] ?? ''
    all += letter
    if (kind !== 'legal-form') words += letter
    if (kind !== 'stop') stopless += letter
    if (kind !== 'legal-form' && kind !== 'stop') bare += letter
  }
  const out = new Set([words, bare, all, stopless])
  return [...out].filter(acronym => acronym.length >= LEAST)
}
