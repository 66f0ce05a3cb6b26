import type { Token } from '../names/index.ts'
import { mix } from './hash.ts'

const PRIME = 0x01000193
// Keys of different sorts never meet.
const SPELLED = 0x811c9dc5
const SOUND = 0x2f6e2b15
const SYMBOL = 0x51ed270b

// From so many letters one deletion, from so many up to so many two; longer tokens than that are not
// mistyped names.
const ONE_DELETION = 3
/** Titles, particles and legal forms of fewer letters are found as they are or not at all: there are too many of them. */
export const SMALL_WORD = 5
const TWO_DELETIONS = 8
const LONGEST_TWO = 14
const LONGEST = 24
const SKELETON_DELETION = 6
/** From so many letters a respelling says something. */
export const RESPELLED_LENGTH = 4

const hash = (sort: number, text: string) => {
  let h = sort
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return mix(h)
}

function without(sort: number, text: string, first: number, second: number): number {
  let h = sort
  for (let i = 0; i < text.length; i++) if (i !== first && i !== second) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return mix(h)
}

const RESPELLED = 0x7ed55d16

// How languages write one sound: German w and sch, French ou, Polish cz, English sh, kh and ee, Spanish j.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|sh|ch(?=[ei])|cz|sz|zh|dzh|dj|z/g, 's'],
  [/kh|gh|ch|ck|q|c/g, 'k'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/(?<=[bdt])h/g, ''],
  [/ou|oo/g, 'u'],
  [/ee|ie|ei|[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** A hash of a word as no language in particular would write it: equal for spellings of one word by different languages. */
export function respelled(text: string): number {
  let out = text
  for (const [pattern, sound] of SPELLINGS) out = out.replace(pattern, sound)
  return hash(RESPELLED, out)
}

/**
 * Calls `each` with the keys under which a token is kept and looked up; a key may come twice. Two tokens that differ by one
 * letter put in, left out, replaced or swapped share a deletion, from eight letters also those that differ by two; tokens
 * of one sound share their skeleton, spellings by another language their respelling, variants of one name their symbol.
 *
 * @param respelling what `respelled` gives of its text
 */
export function tokenKeys(token: Token, respelling: number, each: (key: number) => void): void {
  const { text, skeleton, symbol, kind } = token
  if (kind === 'number') return each(hash(SYMBOL, symbol || text))
  each(hash(SPELLED, text))
  const small = kind === 'stop' || kind === 'title' || kind === 'particle' || kind === 'legal-form'
  if (small && text.length < SMALL_WORD) return
  if (text.length <= LONGEST) {
    if (text.length >= ONE_DELETION) for (let i = 0; i < text.length; i++) each(without(SPELLED, text, i, i))
    if (text.length >= TWO_DELETIONS && text.length <= LONGEST_TWO)
      for (let i = 0; i < text.length; i++) for (let j = i + 1; j < text.length; j++) each(without(SPELLED, text, i, j))
  }
  if (text.length >= RESPELLED_LENGTH) each(respelling)
  if (skeleton !== '') each(soundKey(token))
  if (skeleton.length >= SKELETON_DELETION && skeleton.length <= LONGEST)
    for (let i = 0; i < skeleton.length; i++) each(without(SOUND, skeleton, i, i))
  if (symbol !== '') each(hash(SYMBOL, symbol))
}

// Two consonants are shared by too many words: what the word begins and ends with goes with them.
function soundKey({ text, skeleton }: Token): number {
  if (skeleton.length > 2) return hash(SOUND, skeleton)
  const vowel = (at: number) => (/[aeiouyjw]/.test(text[at] ?? '') ? 'v' : 'c')
  return hash(SOUND, vowel(0) + skeleton + vowel(text.length - 1))
}

/** Calls `each` with the keys by which a word put together from others is looked up: nearly the same word or none. */
export function closeKeys(token: Token, each: (key: number) => void): void {
  each(hash(SPELLED, token.text))
  if (token.text.length >= RESPELLED_LENGTH) each(respelled(token.text))
  if (token.skeleton.length > 2) each(soundKey(token))
}
