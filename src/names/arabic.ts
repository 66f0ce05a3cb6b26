import { ARABIC, PERSIAN } from './tables/letters.tables.ts'

const VOWELS = new Set('اأإآىةهيویوؤئ')
const LONG = new Set('اأإآيویو')
// Urdu writes an aspirated consonant with it.
const ASPIRATE = 'ھ'
// Two letters that would be read as one sound: an unwritten vowel stands between them.
const ONE_SOUND = /^(?:[skgdtzcpr]h|t[sjz]|d[zj]|s[jz]|z[js])/

/**
 * Readings of a word in Arabic script: Arabic, Arabic with the bound ending of ta marbuta, and Persian; they stay in this
 * order, so that words keep together.
 *
 * @param word lower-case, without marks
 */
export function arabic(word: string): readonly (readonly string[])[] {
  const readings = [lettersOf(word, ARABIC, 'a'), lettersOf(word, ARABIC, 'at'), lettersOf(word, PERSIAN, 'a')]
  if (readings[0] === '') return []
  if (readings[0] === readings[2]) readings.pop()
  if (readings.length === 2 && readings[0] === readings[1]) readings.pop()
  return readings.map(reading => [reading])
}

// Waw and ya are consonants at the head of a word and before a vowel letter, long vowels elsewhere.
function lettersOf(word: string, table: Readonly<Record<string, string>>, marbuta: string): string {
  const bare = [...word.normalize('NFC').replace(/[\u064b-\u065f\u0670\u200c]/g, '')]
  let out = ''
  bare.forEach((letter, i) => {
    const sound = letterOf(letter, i, bare, table, marbuta).replace(/[^a-z0-9]/g, '')
    const apart = out !== '' && sound !== '' && letter !== ASPIRATE && !VOWELS.has(bare[i - 1] ?? '')
    out += apart && ONE_SOUND.test((out.at(-1) ?? '') + sound) ? `a${sound}` : sound
  })
  return out
}

function letterOf(letter: string, i: number, word: readonly string[], table: Readonly<Record<string, string>>, marbuta: string): string {
  const last = word.length - 1
  const next = word[i + 1] ?? ''
  const consonant = i === 0 || (VOWELS.has(next) && next !== letter && !(next === 'ه' && i + 1 === last))
  if (letter === 'و') return consonant ? (table[letter] ?? 'w') : 'u'
  if (letter === 'ي' || letter === 'ی') return consonant && i < last ? 'y' : 'i'
  if (letter === 'ة' && i === last) return marbuta
  if (letter === 'ه' && i === last && i > 1 && !LONG.has(word[i - 1] ?? '')) return 'a'
  if (letter === 'ع' && i === 0) return VOWELS.has(next) ? '' : 'a'
  return table[letter] ?? (letter < '\u0080' ? letter : '')
}
