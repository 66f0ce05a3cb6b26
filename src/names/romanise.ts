import anyAscii from 'any-ascii'
import { arabic } from './arabic.ts'
import { pinyinOf } from './han-readings.ts'
import { hebrew } from './hebrew.ts'
import { INDIC, indic } from './indic.ts'
import { ARMENIAN, CYRILLIC, GEORGIAN, GREEK, GREEK_PAIRS, KANA, KANA_PAIRS, LATIN_LETTERS, UMLAUTS } from './tables/letters.tables.ts'
import { thai } from './thai.ts'

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
      return one(hebrew(word))
    case 'Thai':
    case 'Laoo':
      return one(thai(word))
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
  const spelled = latinLetters(word.replace(/[äöüøåə]/g, letter => UMLAUTS[letter] ?? letter))
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
          : (KANA[letter] ?? (scriptIsHan(letter) ? pinyinOf(letter).join('') : letter))
    }
  }
  return letters(out)
}

const scriptIsHan = (letter: string): boolean => letter >= '\u3400' && letter <= '\u9fff'
