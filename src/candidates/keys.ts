import type { AnalysedName, Token } from '../names/index.ts'
import { mix } from './hash.ts'

const PRIME = 0x01000193
// Keys of different sorts never meet.
const SPELLED = 0x811c9dc5
const SOUND = 0x2f6e2b15
const SYMBOL = 0x51ed270b
const JOINED = 0x1b873593
const JOINED_SOUND = 0x4cf5ad43
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
export function closeKeys(token: Token, each: (key: number) => void): void {
  each(hash(SPELLED, token.text))
  if (token.text.length >= RESPELLED_LENGTH) each(respelled(token.text))
  if (token.skeleton.length > 2) each(soundKey(token))
}

const SILENT: ReadonlySet<string> = new Set(['title', 'legal-form', 'stop'])
// An acronym has two to eight letters and stands for as many words.
const SHORTEST_ACRONYM = 2
const LONGEST_ACRONYM = 8

const fits = (n: number) => n >= SHORTEST_ACRONYM && n <= LONGEST_ACRONYM

const goOn = (h: number, text: string) => {
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return h
}

// Sound classes of consonants; vowels, h, w and y have none.
const CLASSES = new Uint8Array(128)
for (const letters of ['bp', 'dt', 'gkqcx', 'fv', 'szj', 'l', 'm', 'n', 'r', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
  for (const letter of letters) CLASSES[letter.charCodeAt(0)] = letters.charCodeAt(0)

// From so many consonants a whole name is known by them alone; below that by its letters.
const LEAST_CONSONANTS = 5

// The key of words written together: where the blanks were and which vowels makes no difference.
function joinedKey(tokens: readonly Token[]): number {
  let spelled = JOINED
  let sound = JOINED_SOUND
  let consonants = 0
  let before = 0
  for (const { kind, text } of tokens) {
    if (SILENT.has(kind)) continue
    spelled = goOn(spelled, text)
    for (let i = 0; i < text.length; i++) {
      const sounds = CLASSES[text.charCodeAt(i) & 127] as number
      if (sounds !== 0 && sounds !== before) {
        sound = Math.imul(sound ^ sounds, PRIME)
        consonants++
      }
      before = sounds
    }
  }
  return spelled === JOINED ? 0 : mix(consonants < LEAST_CONSONANTS ? spelled : sound)
}

// Of one reading of a body's name: the key of its initials, or of the acronym that it is. `initials` and `acronym` are the
// sorts of key that they get.
function acronymKey({ tokens, kind }: AnalysedName, initials: number, acronym: number): number {
  if (kind === 'person' || kind === 'vessel') return 0
  let first = initials
  let whole = acronym
  let words = 0
  let letters = 0
  for (const token of tokens) {
    if (SILENT.has(token.kind)) continue
    words++
    letters += token.text.length
    first = Math.imul(first ^ token.text.charCodeAt(0), PRIME)
    whole = goOn(whole, token.text)
  }
  if (words === 1) return fits(letters) ? mix(whole) : 0
  return fits(words) ? mix(first) : 0
}

/** Calls `each` with the keys of a listed name as a whole: its words written together, its initials, the acronym that it is. */
export function wholeKeys(name: AnalysedName, each: (key: number) => void): void {
  const keep = (key: number) => {
    if (key !== 0) each(key)
  }
  keep(joinedKey(name.tokens))
  keep(acronymKey(name, INITIALS, ACRONYM))
  for (const reading of name.alternatives) {
    keep(joinedKey(reading.tokens))
    keep(acronymKey(reading, INITIALS, ACRONYM))
  }
}

/** Calls `each` with the keys that a queried name as a whole asks for, and what a name found by one weighs. */
export function askedWhole(name: AnalysedName, each: (key: number, weight: number) => void): void {
  for (const reading of [name, ...name.alternatives]) {
    const joined = joinedKey(reading.tokens)
    if (joined !== 0) each(joined, JOINED_WEIGHT)
    // An acronym asks for initials, initials for an acronym.
    const acronym = acronymKey(reading, ACRONYM, INITIALS)
    if (acronym !== 0) each(acronym, INITIALS_WEIGHT)
  }
}

// The same consonants in the same order are mostly the same name; initials are those of many.
const JOINED_WEIGHT = 0.8
const INITIALS_WEIGHT = 0.6
