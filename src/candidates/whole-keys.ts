import type { AnalysedName, NameKind, Token } from '../names/index.ts'
import { mix } from './hash.ts'
import { tokenIn } from './sections.ts'

const PRIME = 0x01000193
// Keys of different sorts never meet.
const JOINED = 0x1b873593
const JOINED_SOUND = 0x4cf5ad43
const INITIALS = 0x6a09e667
const ACRONYM = 0x27d4eb2f

const SILENT: ReadonlySet<string> = new Set(['title', 'legal-form', 'stop'])
// An acronym has two to eight letters and stands for as many words.
const SHORTEST_ACRONYM = 2
const LONGEST_ACRONYM = 8
const fits = (n: number) => n >= SHORTEST_ACRONYM && n <= LONGEST_ACRONYM

// Sound classes of consonants; vowels, h, w and y have none.
const CLASSES = new Uint8Array(128)
for (const letters of ['bp', 'dt', 'gkqcx', 'fv', 'szj', 'l', 'm', 'n', 'r', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
  for (const letter of letters) CLASSES[letter.charCodeAt(0)] = letters.charCodeAt(0)

// From so many consonants a whole name is known by them alone; below that by its letters.
const LEAST_CONSONANTS = 5

// What a word adds to a key. A key goes on from h to h * PRIME + letter; so it goes over a whole word by the power of PRIME and
// one sum. The first sound of a word falls away behind a word that ends with it, so both sums are kept.
const LETTERS = 0
const LETTERS_POWER = 1
const SOUNDS = 2
const SOUNDS_POWER = 3
const LATER_SOUNDS = 4
const LATER_POWER = 5
// Class of its first and of its last letter, how many sounds, and whether it is silent.
const WHAT = 6
// Its first letter, and how many letters.
const FIRST = 7
const STRIDE = 8
const MOST_COUNTED = 255
const SILENT_BIT = 1 << 24

/** What words add to the keys of the names that hold them, word by word. */
export class WordParts {
  #parts = new Int32Array(STRIDE << 6)
  #count = 0

  get parts(): Int32Array {
    return this.#parts
  }

  /** Forgets all words. */
  clear(): void {
    this.#count = 0
  }

  /** Takes a word up under the next number. */
  add({ text, kind }: Token): void {
    if ((this.#count + 1) * STRIDE > this.#parts.length) {
      const larger = new Int32Array(this.#parts.length * 2)
      larger.set(this.#parts)
      this.#parts = larger
    }
    const at = this.#count++ * STRIDE
    const parts = this.#parts
    parts.fill(0, at, at + STRIDE)
    parts[at + LETTERS_POWER] = parts[at + SOUNDS_POWER] = parts[at + LATER_POWER] = 1
    let count = 0
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const letter = text.charCodeAt(i)
      goOn(parts, at + LETTERS, letter)
      const sound = CLASSES[letter & 127] as number
      if (sound !== 0 && sound !== before) {
        goOn(parts, at + SOUNDS, sound)
        if (i > 0) goOn(parts, at + LATER_SOUNDS, sound)
        count++
      }
      before = sound
    }
    const first = CLASSES[text.charCodeAt(0) & 127] as number
    parts[at + WHAT] = first | (before << 8) | (Math.min(count, MOST_COUNTED) << 16) | (SILENT.has(kind) ? SILENT_BIT : 0)
    parts[at + FIRST] = text.charCodeAt(0) | (Math.min(text.length, MOST_COUNTED) << 16)
  }
}

// A sum and, beside it, its power with one letter more.
function goOn(parts: Int32Array, at: number, letter: number): void {
  parts[at] = Math.imul(parts[at] as number, PRIME) + letter
  parts[at + 1] = Math.imul(parts[at + 1] as number, PRIME)
}

/** A reading of a name: slots from one place to another whose words are those of `parts`. */
export type Reading = { readonly parts: Int32Array; readonly slots: Uint32Array; readonly from: number; readonly to: number }

// The key of words written together: where the blanks were and which vowels makes no difference.
function joinedKey({ parts, slots, from, to }: Reading): number {
  let letters = JOINED
  let sounds = JOINED_SOUND
  let consonants = 0
  let before = 0
  let any = false
  for (let i = from; i < to; i++) {
    const at = tokenIn(slots[i] as number) * STRIDE
    const what = parts[at + WHAT] as number
    if ((what & SILENT_BIT) !== 0) continue
    any = true
    letters = (Math.imul(letters, parts[at + LETTERS_POWER] as number) + (parts[at + LETTERS] as number)) | 0
    const goesOn = before !== 0 && before === (what & 0xff) ? 1 : 0
    const sum = goesOn ? LATER_SOUNDS : SOUNDS
    sounds = (Math.imul(sounds, parts[at + sum + 1] as number) + (parts[at + sum] as number)) | 0
    consonants += ((what >>> 16) & 0xff) - goesOn
    before = (what >>> 8) & 0xff
  }
  return any ? mix(consonants < LEAST_CONSONANTS ? letters : sounds) : 0
}

// Of one reading of a body's name: the key of its initials, or of the acronym that it is. `initials` and `acronym` are the
// sorts of key that they get.
function acronymKey({ parts, slots, from, to }: Reading, kind: NameKind, initials: number, acronym: number): number {
  if (kind === 'person' || kind === 'vessel') return 0
  let first = initials
  let whole = acronym
  let words = 0
  let letters = 0
  for (let i = from; i < to; i++) {
    const at = tokenIn(slots[i] as number) * STRIDE
    if (((parts[at + WHAT] as number) & SILENT_BIT) !== 0) continue
    words++
    letters += (parts[at + FIRST] as number) >>> 16
    first = (Math.imul(first, PRIME) + ((parts[at + FIRST] as number) & 0xffff)) | 0
    whole = (Math.imul(whole, parts[at + LETTERS_POWER] as number) + (parts[at + LETTERS] as number)) | 0
  }
  if (words === 1) return fits(letters) ? mix(whole) : 0
  return fits(words) ? mix(first) : 0
}

/** Calls `each` with the keys of a reading of a listed name as a whole: its words written together, its initials, the acronym that it is. */
export function wholeKeys(reading: Reading, kind: NameKind, each: (key: number) => void): void {
  const joined = joinedKey(reading)
  if (joined !== 0) each(joined)
  const acronym = acronymKey(reading, kind, INITIALS, ACRONYM)
  if (acronym !== 0) each(acronym)
}

const asked = new WordParts()
const askedSlots = Uint32Array.from({ length: 256 }, (_, i) => i)

/** Calls `each` with the keys that a queried name as a whole asks for, and what a name found by one weighs. */
export function askedWhole(name: AnalysedName, each: (key: number, weight: number) => void): void {
  for (const { tokens, kind } of [name, ...name.alternatives]) {
    asked.clear()
    for (const token of tokens) asked.add(token)
    const reading = { parts: asked.parts, slots: askedSlots, from: 0, to: Math.min(tokens.length, askedSlots.length) }
    const joined = joinedKey(reading)
    if (joined !== 0) each(joined, JOINED_WEIGHT)
    // An acronym asks for initials, initials for an acronym.
    const acronym = acronymKey(reading, kind, ACRONYM, INITIALS)
    if (acronym !== 0) each(acronym, INITIALS_WEIGHT)
  }
}

// The same consonants in the same order are mostly the same name; initials are those of many.
const JOINED_WEIGHT = 0.8
const INITIALS_WEIGHT = 0.6
