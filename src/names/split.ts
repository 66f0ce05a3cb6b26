import { MAX_WORDS } from './text.ts'
import type { NameKind } from './types.ts'

// Letters each followed by a full stop: "p.l.c.", "A.B.C", "Sp. z o.o.".
const DOTTED = /(?<![\p{L}\p{N}\p{M}])\p{L}\p{M}*(?:\.\s?\p{L}\p{M}*(?![\p{L}\p{M}]))+\.?/gu
const APOSTROPHES = /['’‘ʼʻʿʾ`´ʽ′ˈ]/g
/** The s of the possessive, with its apostrophe. */
export const POSSESSIVE = /['’](?:s|S)(?![\p{L}\p{N}])/gu
// "M/V", "M.T.": one word, the kind of ship.
// The Hebrew abbreviation of "limited" has a quotation mark inside.
const HEBREW_LIMITED = /בע["״”“'׳]{1,2}מ/g
const SHIP_PREFIX = /^\s*([msfd])\s*[/.]\s*([vtsy])\b\.?\s*/i
const WORD_BREAK = /[^\p{L}\p{N}\p{M}]+/u
// Letters set apart for the eye ("G E R H A R D"): one word.
const SPACED = /(?<![\p{L}\p{M}\p{N}'’])(?:\p{L}\s){4,}\p{L}(?![\p{L}\p{M}'’])/u
const SPACED_RUNS = new RegExp(SPACED.source, 'gu')
const SIMPLE = /^[A-Za-z ]*$/

/**
 * The words of a name, as written. Apostrophes vanish inside a word; hyphens and all other signs part words; letters
 * with full stops between them are one word in names of organisations (S.A.) and initials in names of persons.
 */
export function splitWords(text: string, kind: NameKind): readonly string[] {
  if (SIMPLE.test(text) && !SPACED.test(text)) return cut(text.split(' '))
  if (SPACED.test(text))
    return splitWords(
      text.replace(SPACED_RUNS, run => run.replace(/\s/g, '')),
      kind,
    )
  let out = kind === 'vessel' ? text.replace(SHIP_PREFIX, '$1$2 ') : text
  if (kind !== 'person') {
    if (out.includes('.')) out = out.replace(DOTTED, letters => `${letters.replace(/[.\s]/g, '')} `)
    if (out.includes('בע')) out = out.replace(HEBREW_LIMITED, 'בעמ')
    out = out.replace(POSSESSIVE, '').replace(/[&+]/g, ' and ').replace(/%/g, ' percent')
  }
  return cut(out.replace(APOSTROPHES, '').split(WORD_BREAK))
}

function cut(words: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const word of words) {
    if (word === '') continue
    out.push(word)
    if (out.length === MAX_WORDS) break
  }
  return out
}

/** "SURNAME, Given" in natural order; a suffix such as ", Jr." or a degree stays behind. Other kinds of names are left alone. */
export function naturalOrder(text: string, isSuffix: (word: string) => boolean): string {
  const at = text.indexOf(',')
  if (at < 0) return text
  const [before, ...rest] = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
  if (before === undefined || rest.length === 0) return text
  const names = rest.filter(part => !part.split(/[\s.]+/).every(word => word === '' || isSuffix(word.toLowerCase())))
  const suffixes = rest.filter(part => !names.includes(part))
  return [...names, before, ...suffixes].join(' ')
}
