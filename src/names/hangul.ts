import anyAscii from 'any-ascii'
import { HANGUL, KOREAN_SURNAMES } from './tables/letters.tables.ts'
import type { Piece, ReadWord } from './words.ts'

const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '')

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
