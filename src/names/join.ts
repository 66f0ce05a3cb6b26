import { remembered } from './remembered.ts'
import {
  ARABIC,
  distance,
  FAR,
  HEARD,
  KOREAN,
  letterGapsOf,
  lettersOf,
  SINITIC,
  type Spelled,
  soundGapsOf,
  soundsOf,
  TYPED,
} from './sounds.ts'
import type { NameToken } from './token.ts'

/** Initials written together: two or three consonants, which make no word. */
export const LETTERS_WRITTEN_TOGETHER = /^[bcdfghjklmnpqrstvwxz]{2,3}$/

/** The least similarity of a join that counts; below it 0 is as good. */
export const LEAST_JOINED = 0.7

const LIMIT = 45
// Twentieths of an edit a letter of a join may cost until nothing is left of its similarity.
const TWENTIETHS_A_LETTER = 14

/** The letters that occur in a text, a bit each. */
export function lettersIn(text: string): number {
  let bits = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.charCodeAt(i)
    bits |= point >= 97 && point <= 122 ? 1 << (point - 97) : 1 << 26
  }
  return bits
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Whether a word can be words of that length and letters written together, give or take a few edits. */
export function joinsPossibly(word: NameToken, length: number, letters: number): boolean {
  return length >= 4 && Math.abs(word.text.length - length) <= 3 && bitCount(word.letters ^ letters) <= 5
}

/** How alike a word is to a stretch of tokens written together: from `LEAST_JOINED` to 1, else less than that. */
export function joined(word: NameToken, parts: readonly NameToken[], from: number, to: number): number {
  let text = ''
  for (let i = from; i < to; i++) text += parts[i]!.text
  if (word.text === text) return 1
  if (text.length < 5) return 0
  const stretch = stretchOf(text)
  const times = isSyllables(word.script) || isSyllables(parts[from]!.script) ? 2 : 1
  const most = TWENTIETHS_A_LETTER * text.length
  const limit = Math.min(LIMIT, Math.ceil(((1 - LEAST_JOINED) * most) / times) + 1)
  const typed = distance(word.typed, stretch.typed, TYPED, limit)
  const heard = heardJoined(word, stretch.sounds, parts[from]!.script, limit)
  const cost = Math.min(typed, heard)
  return cost === FAR ? 0 : 1 - (times * cost) / most
}

// The letters and sounds of words written together: a name meets those of a query again and again.
type Stretch = { readonly typed: Spelled; readonly sounds: Uint8Array }
const stretches = remembered<Stretch>(20_000)

function stretchOf(text: string): Stretch {
  const known = stretches.get(text)
  if (known) return known
  const codes = lettersOf(text)
  const made = { typed: { codes, gaps: letterGapsOf(codes) }, sounds: soundsOf(text) }
  stretches.set(text, made)
  return made
}

const isSyllables = (script: string): boolean => script === 'Hani' || script === 'Hang'

function heardJoined(word: NameToken, codes: Uint8Array, script: string, limit: number): number {
  const korean = word.script === 'Hang' || script === 'Hang'
  if (korean || word.script === 'Hani' || script === 'Hani')
    return distance(word.strict, { codes, gaps: soundGapsOf(codes, false, 2) }, korean ? KOREAN : SINITIC, limit)
  const vowelFree = word.script !== script && (word.script === 'Arab' || script === 'Arab')
  const gaps = soundGapsOf(codes, vowelFree && script !== 'Arab')
  return distance(vowelFree && word.script !== 'Arab' ? word.bare : word.heard, { codes, gaps }, vowelFree ? ARABIC : HEARD, limit)
}
