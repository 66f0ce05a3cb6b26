import { burmese } from './burmese.ts'
import { hanName, simplified } from './han.ts'
import { hangulName } from './hangul.ts'
import { GROUP_OF, LATIN_OF } from './lexicon.ts'
import { type Remembered, remembered } from './remembered.ts'
import { cyrillic, romanise } from './romanise.ts'
import { WESTERN_CYRILLIC } from './tables/letters.tables.ts'
import { SCRIPT_WORDS } from './tables/persons.tables.ts'
import { foldCase, foldLookalikes, mainScript } from './text.ts'
import type { NameToken } from './token.ts'

/** A piece of a word in Latin letters, with what it stands for in its own script. */
export type Piece = {
  readonly text: string
  readonly script: string
  readonly original: string
  /** Whether it was one capital letter. */
  readonly capital?: true
  /** The token it is in a personal name of several words, and in a body's, where that does not depend on which they are; kept once found. */
  asPerson?: NameToken | null
  asBody?: NameToken | null
  /** Other tokens made of it, and whether a legal form may begin with it; kept once found. */
  made?: NameToken[]
  mayBeginForm?: boolean
  /** The word of a legal form that it is but for a slip of the hand. */
  asForm?: string
  /** The word of a long legal form that it is with a slip; empty where it is none. */
  asSlip?: string
}

/** Readings of a word, the likeliest first; each is one piece or more (a Han name is a surname and a given name). */
export type ReadWord = readonly (readonly Piece[])[]

/** How a name is to be read. */
export type Manner = 'plain' | 'foreign' | 'western'

const MAX_KEPT = 200_000
const tables = (): Readonly<Record<Manner, Remembered<ReadWord>>> => ({
  plain: remembered(MAX_KEPT),
  foreign: remembered(MAX_KEPT / 10),
  western: remembered(MAX_KEPT / 10),
})
const keptOfPersons = tables()
const keptOfBodies = tables()

/**
 * The readings of a word as written; none where it has no letter that can be read.
 *
 * @param manner `foreign` for a foreign name put into Chinese or Japanese writing (its words parted by a middle dot), `western`
 *   for Cyrillic with letters that only Ukrainian or Belarusian have
 */
export function readWord(word: string, ofPerson: boolean, manner: Manner): ReadWord {
  const kept = (ofPerson ? keptOfPersons : keptOfBodies)[manner]
  const found = kept.get(word)
  if (found) return found
  const read = readUnkept(word, ofPerson, manner)
  kept.set(word, read)
  return read
}

/** The same, read anew: for whoever keeps readings himself. */
export function readUnkept(word: string, ofPerson: boolean, manner: Manner): ReadWord {
  const read = readNew(word, ofPerson, manner)
  if (read.length === 1 && read[0]?.length === 1 && read[0][0]?.text !== '') return read
  return read.map(pieces => pieces.filter(piece => piece.text !== '')).filter(pieces => pieces.length > 0)
}

function readNew(word: string, ofPerson: boolean, manner: Manner): ReadWord {
  if (/^[A-Z]$/.test(word)) return [[{ text: word.toLowerCase(), script: 'Latn', original: word.toLowerCase(), capital: true }]]
  const plain = /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : ''
  const script = plain === '' ? mainScript(word) : 'Latn'
  const original = plain === '' ? foldLookalikes(foldCase(word.normalize('NFC')), script) : plain
  const whole = (readings: readonly (readonly string[])[]): ReadWord =>
    readings.map(reading => reading.map(text => ({ text, script, original: reading.length === 1 ? original : text })))
  if (script === 'Arab') return arabicReadings(original).map(reading => reading.map(part => ({ ...part, script })))
  if (script === 'Hebr') return whole(SCRIPT_WORDS.has(original) ? [[SCRIPT_WORDS.get(original) ?? '']] : romanise(original, script))
  if (script === 'Hani') return hanName(simplified(original), ofPerson && manner !== 'foreign')
  if (script === 'Hang') return hangulName(original, ofPerson)
  if (script === 'Mymr')
    return [(ofPerson ? burmese(original) : [burmese(original).join('')]).map(text => ({ text, script, original: text }))]
  const text = ofPerson && script === 'Latn' ? digitsAsLetters(original) : original
  const readings =
    plain !== '' ? [[plain]] : script === 'Cyrl' && manner === 'western' ? [[cyrillic(text, WESTERN_CYRILLIC)]] : romanise(text, script)
  return whole(ofPerson && (script === 'Latn' || script === 'Cyrl') ? readings.map(reading => reading.flatMap(splitCompound)) : readings)
}

// A digit inside a word of a personal name stands for the letter it looks like.
const LOOKS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g' }
function digitsAsLetters(word: string): string {
  return /\d/.test(word) && /\p{L}.*\p{L}/u.test(word) ? word.replace(/\d/g, digit => LOOKS[digit] ?? digit) : word
}

const ABD = /^(c?abd(?:oul|ul|el|al|ol|il|[uea](?:r(?=r)|s(?=s)|d(?=d)|n(?=n)|t(?=t)|z(?=z)|sh(?=sh))|u|i|o|e))(.{3,})$/
const DIN = /^(.{3,}?)(?:(?:ou|oe|[aeiou])dd?|[aeu]ld)(?:in|ine|een|eine|eyn)$/

// The article joined to the word before it (Fazlur Rahman, Ziaul Haq).
const LINKED = /^(.{3,})u[lrsznt]$/

/** "Abdulrahman" as Abd and Rahman, "Nuruddin" as Nur and Din: the parts that other spellings write apart. */
function splitCompound(word: string): readonly string[] {
  if (word.length < 6 || GROUP_OF.has(word)) return [word]
  const abd = ABD.exec(word)
  if (abd?.[2] !== undefined && !/^[aeou]?l*a+(?:h|[iy]?[eo][vw])/.test(abd[2])) {
    for (let from = 3; from <= 6; from++) {
      const rest = word.slice(word.startsWith('c') ? from + 1 : from)
      if (rest.length >= 3 && GROUP_OF.has(rest)) return ['abd', rest]
    }
    return ['abd', abd[2]]
  }
  const linked = LINKED.exec(word)
  if (linked?.[1] !== undefined && GROUP_OF.has(linked[1])) return [linked[1], 'ul']
  const din = DIN.exec(word)
  if (din?.[1] !== undefined && (GROUP_OF.has(din[1]) || /dd|[aeu]ld/.test(word.slice(din[1].length)))) return [din[1], 'din']
  return [word]
}

const NO_ARTICLE = /^(?:الله|الياس|الیاس|الهام|الماس|البرز|الهه|الکساندر|الكساندر|البرتو|اليكس|الفريد|الفونسو|اليزابيث)/

type Part = { readonly text: string; readonly original: string }

function arabicReadings(word: string): readonly (readonly Part[])[] {
  const bare = word.normalize('NFKD').replace(/[\p{M}\u200c]/gu, '')
  const known = SCRIPT_WORDS.get(word) ?? SCRIPT_WORDS.get(bare) ?? LATIN_OF.get(bare)
  if (known !== undefined) return [[{ text: known, original: bare }]]
  if (bare.startsWith('عبدال') && bare.length > 7) return prefixed([{ text: 'abd', original: 'عبد' }], bare.slice(5))
  if (bare.startsWith('ال') && bare.length > 4 && !NO_ARTICLE.test(bare)) return prefixed([ARTICLE], bare.slice(2))
  if (bare.startsWith('لل') && bare.length > 5) return prefixed([ARTICLE], bare.slice(2))
  if (bare.startsWith('وال') && bare.length > 5) return prefixed([{ text: 'wa', original: 'و' }, ARTICLE], bare.slice(3))
  if (bare.endsWith('الدين') && bare.length > 6)
    return arabicReadings(bare.slice(0, -5)).map(reading => [...reading, { text: 'din', original: 'الدين' }])
  if (bare.endsWith('الله') && bare.length > 6)
    return arabicReadings(bare.slice(0, -4)).map(reading => [...reading, { text: 'allah', original: 'الله' }])
  const whole = romanise(bare, 'Arab').map(([text = '']) => [{ text, original: bare }])
  const parted = twoNames(bare)
  return parted ? [...whole.slice(0, 1), parted] : whole
}

// Persian and Urdu write two given names together (محمدرضا).
function twoNames(word: string): readonly Part[] | undefined {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)]
    const [a, b] = [LATIN_OF.get(first), LATIN_OF.get(second)]
    if (a !== undefined && b !== undefined)
      return [
        { text: a, original: first },
        { text: b, original: second },
      ]
  }
  return undefined
}

const ARTICLE: Part = { text: 'al', original: 'ال' }

function prefixed(head: readonly Part[], rest: string): readonly (readonly Part[])[] {
  const known = SCRIPT_WORDS.get(rest) ?? LATIN_OF.get(rest)
  const readings = known === undefined ? romanise(rest, 'Arab').map(([text = '']) => text) : [known]
  return readings.map(text => [...head, { text, original: rest }])
}
