import type { AnalysedName, Token } from '../names/index.ts'
import { mix } from './hash.ts'

const PRIME = 0x01000193
// Keys of different sorts never meet.
const SPELLED = 0x811c9dc5
const SOUND = 0x2f6e2b15
const SYMBOL = 0x51ed270b
const JOINED = 0x1b873593
const INITIALS = 0x6a09e667
const ACRONYM = 0x27d4eb2f

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
 */
export function tokenKeys(token: Token, each: (key: number) => void): void {
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
  if (text.length >= RESPELLED_LENGTH) each(respelled(text))
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
export function closeKeys(text: string, each: (key: number) => void): void {
  each(hash(SPELLED, text))
  if (text.length >= RESPELLED_LENGTH) each(respelled(text))
}

const SILENT = new Set(['title', 'legal-form', 'stop'])
// An acronym has two to eight letters and stands for as many words.
const SHORTEST_ACRONYM = 2
const LONGEST_ACRONYM = 8

type Whole = { readonly joined: string; readonly initials: string; readonly acronym: string }

function wholeOf(reading: AnalysedName): Whole {
  const words = reading.tokens.filter(t => !SILENT.has(t.kind)).map(t => t.text)
  const joined = words.join('')
  if (reading.kind === 'person' || reading.kind === 'vessel') return { joined, initials: '', acronym: '' }
  const fits = (n: number) => n >= SHORTEST_ACRONYM && n <= LONGEST_ACRONYM
  return {
    joined,
    initials: words.length > 1 && fits(words.length) ? words.map(w => w[0]).join('') : '',
    acronym: words.length === 1 && fits(joined.length) ? joined : '',
  }
}

/** Calls `each` with the keys of a listed name as a whole: its words written together, its initials, the acronym that it is. */
export function wholeKeys(name: AnalysedName, each: (key: number) => void): void {
  for (const reading of [name, ...name.alternatives]) {
    const { joined, initials, acronym } = wholeOf(reading)
    if (joined !== '') each(hash(JOINED, joined))
    if (initials !== '') each(hash(INITIALS, initials))
    if (acronym !== '') each(hash(ACRONYM, acronym))
  }
}

/** Calls `each` with the keys that a queried name as a whole asks for, and what a name found by one weighs. */
export function askedWhole(name: AnalysedName, each: (key: number, weight: number) => void): void {
  for (const reading of [name, ...name.alternatives]) {
    const { joined, initials, acronym } = wholeOf(reading)
    if (joined !== '') each(hash(JOINED, joined), JOINED_WEIGHT)
    if (acronym !== '') each(hash(INITIALS, acronym), INITIALS_WEIGHT)
    if (initials !== '') each(hash(ACRONYM, initials), INITIALS_WEIGHT)
  }
}

// Words written together are nearly the same name; initials are those of many.
const JOINED_WEIGHT = 0.95
const INITIALS_WEIGHT = 0.6
