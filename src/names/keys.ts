import { acronymsOf } from './acronym.ts'
import { LETTERS_WRITTEN_TOGETHER } from './join.ts'
import { skeletonOf } from './skeleton.ts'
import { recordOf } from './token.ts'
import type { AnalysedName, Token } from './types.ts'

const ONE_DELETION = 3
const TWO_DELETIONS = 8
// Longer words are no mistyped names; two deletions of them would be hundreds of keys.
const LONGEST_TWO = 20
const SKELETON_DELETION = 6
const SMALL: ReadonlySet<string> = new Set(['stop', 'title', 'particle', 'legal-form'])

/**
 * The fuzzy keys under which a token is kept and looked up:
 *
 * - `d:` the token and each deletion of one letter (from three letters), of two (from eight): two tokens one slip apart share one;
 * - `s:` its skeleton, also with j as a vowel (Jewgeni, Yevgeny) and ch as k (Chamenei, Khamenei), and from six consonants the skeleton's deletions;
 * - `g:`, `c:`, `l:`, `s:` … the symbol of a variant group, compound head, place or sector, `n:` the value of a number;
 * - `k:` each full name it is or may be short for;
 * - `i:` the letter of an initial.
 *
 * Two names that compare at 0.7 or more share a key of these or of `wholeKeys`, of one reading each (measured on the
 * development half, tested on generated pairs).
 */
export function searchKeys(token: Token): readonly string[] {
  const { text, kind, symbol } = token
  if (kind === 'number') return [symbol]
  if (kind === 'initial') return [`i:${text}`]
  const keys = new Set<string>([`d:${text}`])
  if (symbol !== '') keys.add(symbol)
  if (SMALL.has(kind)) return [...keys]
  if (text.length >= ONE_DELETION) for (let i = 0; i < text.length; i++) keys.add(`d:${text.slice(0, i)}${text.slice(i + 1)}`)
  if (text.length >= TWO_DELETIONS && text.length <= LONGEST_TWO)
    for (let i = 0; i < text.length; i++)
      for (let j = i + 1; j < text.length; j++) keys.add(`d:${text.slice(0, i)}${text.slice(i + 1, j)}${text.slice(j + 1)}`)
  for (const skeleton of skeletonsOf(token)) {
    keys.add(`s:${skeleton}`)
    if (skeleton.length >= SKELETON_DELETION)
      for (let i = 0; i < skeleton.length; i++) keys.add(`s:${skeleton.slice(0, i)}${skeleton.slice(i + 1)}`)
  }
  for (const nickname of recordOf(token).nicknames) keys.add(`k:${Math.abs(nickname)}`)
  return [...keys]
}

function skeletonsOf({ text, skeleton }: Token): readonly string[] {
  const out = new Set([skeleton])
  if (text.includes('j')) out.add(skeletonOf(text.replaceAll('j', 'y')))
  if (text.includes('ch')) out.add(skeletonOf(text.replaceAll('ch', 'k')))
  out.delete('')
  return [...out]
}

const SILENT: ReadonlySet<string> = new Set(['title', 'legal-form', 'stop'])
const LONGEST_ACRONYM = 8

/**
 * Keys of a name as a whole, in the same space as those of its tokens: neighbours written together under `d:` and `s:`, two of them with one letter less,
 * so that "Gazprom Bank" meets the word gazprombank; `w:` all words together; `a:` the first letters of all words, and
 * the word that may be such an acronym.
 */
export function wholeKeys(name: AnalysedName): readonly string[] {
  const keys = new Set<string>()
  for (const reading of [name, ...name.alternatives]) {
    const words = reading.tokens.filter(t => !SILENT.has(t.kind)).map(t => t.text)
    keys.add(`w:${words.join('')}`)
    for (let i = 0; i + 1 < words.length; i++)
      for (let to = i + 2; to <= Math.min(words.length, i + 4); to++) {
        const joined = words.slice(i, to).join('')
        keys.add(`d:${joined}`)
        if (to === i + 2) for (let k = 0; k < joined.length; k++) keys.add(`d:${joined.slice(0, k)}${joined.slice(k + 1)}`)
        const skeleton = skeletonOf(joined)
        if (skeleton.length > 2) keys.add(`s:${skeleton}`)
        if (reading.kind === 'person' && to - i <= 3)
          keys.add(
            `a:${words
              .slice(i, to)
              .map(w => w[0])
              .join('')}`,
          )
      }
    if (reading.kind !== 'person' && words.length <= LONGEST_ACRONYM)
      for (const acronym of acronymsOf(reading.tokens)) keys.add(`a:${acronym}`)
    for (const word of words) {
      if (reading.kind === 'person' ? LETTERS_WRITTEN_TOGETHER.test(word) : words.length <= 3 && word.length <= LONGEST_ACRONYM)
        keys.add(`a:${word}`)
    }
  }
  keys.delete('w:')
  return [...keys]
}
