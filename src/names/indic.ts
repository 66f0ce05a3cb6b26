// The scripts of India share one layout: the same letter stands at the same place of each block of 128.
const CONSONANTS: readonly string[] = [
  'k',
  'kh',
  'g',
  'gh',
  'ng',
  'ch',
  'chh',
  'j',
  'jh',
  'n',
  't',
  'th',
  'd',
  'dh',
  'n',
  't',
  'th',
  'd',
  'dh',
  'n',
  'n',
  'p',
  'ph',
  'b',
  'bh',
  'm',
  'y',
  'r',
  'r',
  'l',
  'l',
  'zh',
  'v',
  'sh',
  'sh',
  's',
  'h',
]
const FIRST_CONSONANT = 0x15
const VOWELS: readonly string[] = ['a', 'a', 'i', 'i', 'u', 'u', 'ri', 'l', 'e', 'e', 'e', 'ai', 'o', 'o', 'o', 'au']
const FIRST_VOWEL = 0x05
const SIGNS: readonly string[] = ['a', 'i', 'i', 'u', 'u', 'ri', 'ri', 'e', 'e', 'e', 'ai', 'o', 'o', 'o', 'au']
const FIRST_SIGN = 0x3e
const VIRAMA = 0x4d
const NUKTA = 0x3c
// Candrabindu, anusvara and Gurmukhi's tippi write a nasal; visarga a breath.
const MARKS: Readonly<Record<number, string>> = { 1: 'n', 2: 'n', 3: 'h', 0x70: 'n' }
// Malayalam has letters for consonants that no vowel follows.
const CHILLU: Readonly<Record<number, string>> = { 0x7a: 'n', 0x7b: 'n', 0x7c: 'r', 0x7d: 'l', 0x7e: 'l', 0x7f: 'k' }
// Letters with a nukta, as Persian and Arabic words need them.
const DOTTED: Readonly<Record<string, string>> = { k: 'q', kh: 'kh', g: 'gh', j: 'z', d: 'r', dh: 'rh', ph: 'f', y: 'y', l: 'l' }
// Northern languages drop the vowel of a final consonant.
const KEEPS_FINAL: ReadonlySet<string> = new Set(['Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'])

/** The scripts this reads. */
export const INDIC: ReadonlySet<string> = new Set(['Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym'])

/** A word in a script of India in Latin letters: a consonant carries the vowel a unless a sign says otherwise. */
export function indic(word: string, script: string): string {
  let out = ''
  let pending = ''
  // Whether the consonant before has no vowel, and whether the last one is bound to such a one: then its vowel stays.
  let joining = false
  let conjunct = false
  const flush = (vowel: string): void => {
    if (pending === '') return
    out += pending + vowel
    pending = ''
  }
  for (const letter of word.normalize('NFC')) {
    const at = (letter.codePointAt(0) ?? 0) & 0x7f
    if (at >= FIRST_CONSONANT && at < FIRST_CONSONANT + CONSONANTS.length) {
      flush('a')
      conjunct = joining
      joining = false
      pending = CONSONANTS[at - FIRST_CONSONANT] ?? ''
    } else if (at === NUKTA) pending = DOTTED[pending] ?? pending
    else if (at === VIRAMA) {
      flush('')
      joining = true
    } else if (at >= FIRST_SIGN && at < FIRST_SIGN + SIGNS.length) flush(SIGNS[at - FIRST_SIGN] ?? '')
    else if (at >= FIRST_VOWEL && at < FIRST_VOWEL + VOWELS.length) {
      flush('a')
      out += VOWELS[at - FIRST_VOWEL] ?? ''
    } else if (script === 'Mlym' && CHILLU[at] !== undefined) {
      flush('a')
      out += CHILLU[at] ?? ''
    } else if (MARKS[at] !== undefined) {
      flush('a')
      out += MARKS[at] ?? ''
    }
  }
  flush(KEEPS_FINAL.has(script) || conjunct || out === '' ? 'a' : '')
  if (script === 'Taml') return voiced(out)
  return script === 'Telu' || script === 'Knda' ? out.replace(/avu$/, 'ao') : out
}

// Tamil has one letter for a voiceless and a voiced stop: between vowels and after nasals it is voiced, and ch is s but when doubled.
function voiced(word: string): string {
  return word
    .replace(/(?<!ch)ch(?!ch)(?<!nch)/g, 's')
    .replace(/(?<=[aeioumnr])(?:k(?!k)(?=[aeiou])|t(?!t)h?(?=[aeiou])|p(?!p)(?=[aeiou]))/g, stop => VOICED[stop] ?? stop)
}
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', th: 'd', p: 'b' }
