import { HEBREW } from './tables/letters.tables.ts'

// Two letters that would be read as one sound: an unwritten vowel stands between them.
const ONE_SOUND = /^(?:[skgdtzcpr]h|ts|dz)/

/**
 * A word in Hebrew letters: vav and yod are consonants at the head of a word and vowels inside it, he at the end and
 * alef inside carry a vowel; what is doubled (vav, yod) is a consonant.
 *
 * @source rules of the Academy of the Hebrew Language, 2006
 */
export function hebrew(word: string): string {
  const bare = word.normalize('NFKD').replace(/[^\u05d0-\u05ea]/g, '')
  let out = ''
  for (let i = 0; i < bare.length; i++) {
    const letter = bare[i] ?? ''
    const doubled = (letter === 'ו' || letter === 'י') && bare[i + 1] === letter
    const sound = doubled ? (letter === 'ו' ? 'v' : 'ay') : soundOf(letter, i, bare)
    out += out !== '' && ONE_SOUND.test((out.at(-1) ?? '') + sound) ? `a${sound}` : sound
    if (doubled) i++
  }
  return out
}

function soundOf(letter: string, i: number, word: string): string {
  const next = word[i + 1] ?? ''
  const carries = (letter === 'א' || letter === 'ע') && (next === 'ו' || next === 'י')
  if (carries) return ''
  if (letter === 'ו' && i > 0) return 'o'
  if (letter === 'י' && i > 0 && next !== 'ו') return 'i'
  if (letter === 'ה' && i === word.length - 1 && i > 0) return 'a'
  return HEBREW[letter] ?? ''
}
