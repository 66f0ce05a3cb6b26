/** A word of a text with its place and the form it is looked up by. */
export type Token = { readonly start: number; readonly end: number; readonly norm: string; readonly capital: boolean }

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʿʾ‘`][\p{L}\p{M}]+)*/gu
const POSSESSIVE = /['’`]s$/u

/** The words of a text in order. A possessive ending counts as no part of its word; hyphens part words. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(POSSESSIVE, '')
    tokens.push({ start: match.index, end: match.index + word.length, norm: normWord(word), capital: isCapital(word) })
  }
  return tokens
}

/** The words of a name, as `tokensOf` would read them in a text. */
export const wordsOf = (name: string): readonly string[] => tokensOf(name).map(t => t.norm)

/** A word without case, marks and apostrophes. */
export function normWord(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  const plain = lower.normalize('NFKD').replace(/[\p{M}'’ʿʾ‘`]/gu, '')
  return /^\p{Script=Cyrillic}/u.test(plain) ? plain.replace(CASE_ENDING, '') : plain
}

/** Endings that Slavic nouns and adjectives change with their case; what is left names the same. */
const CASE_ENDING = /(?<=.{4})(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ом|ем|ым|им|ах|ях|ам|ям|[аяуюыиеоьй])$/u

const FIRST = /^\p{Lu}|^\p{Lo}|^\p{N}/u
const isCapital = (word: string) => FIRST.test(word)
