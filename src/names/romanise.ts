import { createRequire } from 'node:module'
import anyAscii from 'any-ascii'
import { INDIC, indic } from './indic.ts'
import {
  ARABIC,
  ARMENIAN,
  CYRILLIC,
  GEORGIAN,
  GREEK,
  GREEK_PAIRS,
  HANGUL,
  HEBREW,
  KANA,
  KANA_PAIRS,
  KOREAN_SURNAMES,
  LATIN_LETTERS,
  PERSIAN,
  UMLAUTS,
} from './tables/letters.tables.ts'
import type { Piece, ReadWord } from './words.ts'

/** One reading of a written word: one or more Latin words of a–z and digits. */
export type Reading = readonly string[]

const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '')
const byTable = (word: string, table: Readonly<Record<string, string>>): string => {
  let out = ''
  for (const letter of word) out += table[letter] ?? (letter < '\u0080' ? letter : '')
  return letters(out)
}
const withoutMarks = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

/**
 * Latin readings of a lower-case word, the likeliest first, at most three.
 *
 * @param word one word in one script, case-folded, NFC
 * @param script ISO 15924 code of its script
 * @source ICAO 9303 and BGN/PCGN (Cyrillic, Arabic, Armenian), ELOT 743, national system of Georgia, Hepburn, McCune–Reischauer, pinyin
 */
export function romanise(word: string, script: string): readonly Reading[] {
  switch (script) {
    case 'Latn':
      return latin(word)
    case 'Cyrl':
      return one(cyrillic(word, CYRILLIC))
    case 'Grek':
      return one(greek(word))
    case 'Armn':
      return one(byTable(word.replaceAll('ու', 'u').replaceAll('եւ', 'ev'), { ...ARMENIAN, u: 'u' }))
    case 'Geor':
      return one(byTable(word.normalize('NFKD'), GEORGIAN))
    case 'Arab':
      return arabic(word)
    case 'Hebr':
      return one(byTable(withoutMarks(word), HEBREW))
    case 'Kana':
      return one(kana(word))
    case 'Zyyy':
      return one(letters(word) || letters(anyAscii(word).toLowerCase()))
    default:
      return one((INDIC.has(script) ? indic(word, script) : '') || letters(anyAscii(word).toLowerCase()))
  }
}

const one = (text: string): readonly Reading[] => (text === '' ? [] : [[text]])

function latin(word: string): readonly Reading[] {
  if (/^[a-z0-9]+$/.test(word)) return [[word]]
  const plain = latinLetters(word)
  const spelled = latinLetters(word.replace(/[äöüøå]/g, letter => UMLAUTS[letter] ?? letter))
  if (plain === '') return []
  return spelled === plain ? [[plain]] : [[plain], [spelled]]
}

function latinLetters(word: string): string {
  let out = ''
  for (const letter of word) out += LATIN_LETTERS[letter] ?? letter
  out = withoutMarks(out)
  let plain = ''
  for (const letter of out) plain += LATIN_LETTERS[letter] ?? (letter < '\u0080' ? letter : anyAscii(letter).toLowerCase())
  return letters(plain)
}

/** A word in Cyrillic letters; by the table of the language. */
export function cyrillic(word: string, table: Readonly<Record<string, string>>): string {
  // The hard sign is a vowel in Bulgarian, where it stands before a consonant.
  const written = word.normalize('NFC').replace(/ъ(?![еёюя]|$)/g, 'а')
  return byTable(written, table) || byTable(withoutMarks(written), table)
}

function greek(word: string): string {
  const bare = withoutMarks(word).replaceAll('ς', 'σ')
  let out = ''
  for (let i = 0; i < bare.length; i++) {
    const pair = GREEK_PAIRS[bare.slice(i, i + 2)]
    if (pair !== undefined) {
      out += pair === 'b' && i > 0 && i + 2 < bare.length ? 'mp' : pair === 'nt' && i === 0 ? 'd' : pair
      i++
    } else out += GREEK[bare[i] ?? ''] ?? ''
  }
  return letters(out)
}

const ARABIC_VOWELS = new Set('اأإآىةهيویوؤئ')

// Waw and ya are consonants at the head of a word and before a vowel letter, long vowels elsewhere. The readings are
// Arabic, Arabic with the bound ending of ta marbuta, and Persian; they stay in this order, so that words keep together.
function arabic(word: string): readonly Reading[] {
  const readings = [arabicLetters(word, ARABIC, 'a'), arabicLetters(word, ARABIC, 'at'), arabicLetters(word, PERSIAN, 'a')]
  if (readings[0] === '') return []
  if (readings[0] === readings[2]) readings.pop()
  if (readings.length === 2 && readings[0] === readings[1]) readings.pop()
  return readings.map(reading => [reading])
}

function arabicLetters(word: string, table: Readonly<Record<string, string>>, marbuta: string): string {
  const bare = [...word.normalize('NFC').replace(/[\u064b-\u065f\u0670\u200c]/g, '')]
  const last = bare.length - 1
  let out = ''
  bare.forEach((letter, i) => {
    const consonant = i === 0 || (ARABIC_VOWELS.has(bare[i + 1] ?? '') && bare[i + 1] !== letter)
    if (letter === 'و') out += consonant ? (table[letter] ?? 'w') : 'u'
    else if (letter === 'ي' || letter === 'ی') out += consonant && i < last ? 'y' : 'i'
    else if (letter === 'ة' && i === last) out += marbuta
    else if (letter === 'ه' && i === last && i > 1) out += 'a'
    else if (letter === 'ع' && i === 0) out += ARABIC_VOWELS.has(bare[1] ?? '') ? '' : 'a'
    else out += table[letter] ?? (letter < '\u0080' ? letter : '')
  })
  return letters(out)
}

function kana(word: string): string {
  let kata = ''
  for (const letter of word.normalize('NFC')) {
    const point = letter.codePointAt(0) ?? 0
    kata += point >= 0x3041 && point <= 0x3096 ? String.fromCodePoint(point + 0x60) : letter
  }
  let out = ''
  for (let i = 0; i < kata.length; i++) {
    const pair = KANA_PAIRS[kata.slice(i, i + 2)]
    if (pair !== undefined) {
      out += pair
      i++
    } else {
      const letter = kata[i] ?? ''
      out +=
        letter === 'ッ'
          ? (KANA[kata[i + 1] ?? ''] ?? '').slice(0, 1)
          : (KANA[letter] ?? (scriptIsHan(letter) ? syllables(letter).join('') : letter))
    }
  }
  return letters(out)
}

const scriptIsHan = (letter: string): boolean => letter >= '\u3400' && letter <= '\u9fff'

/**
 * Readings of a word in hangul: McCune–Reischauer, then revised romanisation. A personal name is read syllable by
 * syllable, as Latin spelling mostly parts it, its family name by the spellings that bearers use.
 */
export function hangulName(word: string, ofPerson: boolean): ReadWord {
  const composed = [...word.normalize('NFC')].filter(c => c >= '가' && c <= '힣')
  const piece = (text: string, original: readonly string[]): Piece => ({ text, script: 'Hang', original: original.join('') })
  if (composed.length === 0) return [[piece(letters(anyAscii(word).toLowerCase()), [word])]].filter(([p]) => p?.text !== '')
  if (!ofPerson || composed.length > LONGEST_KOREAN)
    return [false, true].map(revised => [piece(koreanSyllables(composed, revised), composed)])
  const long = composed.length > 2 && KOREAN_SURNAMES[composed.slice(0, 2).join('')] ? 2 : 1
  const surname = composed.length === 2 ? undefined : KOREAN_SURNAMES[composed.slice(0, long).join('')]
  const given = surname ? composed.slice(long) : composed
  const readings = surname && given.length === 0 ? surname.slice(0, 3) : [surname?.[0], surname?.[1] ?? surname?.[0]]
  return readings.map((spelling, i) => [
    ...(spelling === undefined ? [] : [piece(spelling, composed.slice(0, long))]),
    ...given.map(syllable => piece(koreanSyllables([syllable], i === 1), [syllable])),
  ])
}

const LONGEST_KOREAN = 4

function koreanSyllables(syllables: readonly string[], revised: boolean): string {
  let out = ''
  for (const syllable of syllables) {
    const index = (syllable.codePointAt(0) ?? 0xac00) - 0xac00
    const initials = revised ? HANGUL.revisedInitials : HANGUL.initials
    const medials = revised ? HANGUL.revisedMedials : HANGUL.medials
    out += (initials[Math.floor(index / 588)] ?? '') + (medials[Math.floor((index % 588) / 28)] ?? '') + (HANGUL.finals[index % 28] ?? '')
  }
  return out
}

// The dictionary is loaded when the first Han name comes: it takes 15 MB in each thread.
const require = createRequire(import.meta.url)
let dictionary: typeof import('pinyin-pro') | undefined

function syllables(word: string): readonly string[] {
  dictionary ??= require('pinyin-pro') as typeof import('pinyin-pro')
  return dictionary.pinyin(word, { toneType: 'none', type: 'array', mode: 'surname', v: true }).map(s => letters(s.toLowerCase()))
}

const COMPOUND_SURNAMES = new Set([
  '欧阳',
  '歐陽',
  '司马',
  '司馬',
  '诸葛',
  '諸葛',
  '上官',
  '司徒',
  '东方',
  '東方',
  '皇甫',
  '尉迟',
  '公孙',
  '公孫',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '夏侯',
  '轩辕',
  '端木',
  '百里',
  '呼延',
  '南宫',
  '澹台',
  '独孤',
])

/** The pinyin of a word in Han characters; a personal name of two to four characters is parted into family and given name. */
export function hanName(word: string, ofPerson: boolean): ReadWord {
  const characters = [...word]
  const parts = syllables(word)
  const piece = (from: number, to: number): Piece => ({
    text: parts.slice(from, to).join(''),
    script: 'Hani',
    original: characters.slice(from, to).join(''),
  })
  if (parts.length !== characters.length)
    return [[{ text: parts.join(''), script: 'Hani', original: word }]].filter(([p]) => p?.text !== '')
  if (!ofPerson || parts.length < 2 || parts.length > 4) return [[piece(0, parts.length)]]
  const cut = parts.length > 2 && COMPOUND_SURNAMES.has(word.slice(0, 2)) ? 2 : 1
  return [[piece(0, cut), piece(cut, parts.length)]]
}
