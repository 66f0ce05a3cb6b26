import { CYRILLIC_LOOKALIKES, GREEK_LOOKALIKES, LATIN_LOOKALIKES } from './tables/letters.tables.ts'

/** Characters of a name that are analysed; what stands beyond them is ignored, so that no input costs more than a few milliseconds. */
export const MAX_CHARACTERS = 600
/** Words of a name that are analysed. */
export const MAX_WORDS = 48

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  rsquo: '’',
  lsquo: '‘',
  shy: '',
}
// Zero-width space is read as a break; the joiners and marks that write no letter are dropped.
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd\u{e0000}-\u{e0fff}\u0640]/gu
const PLAIN = /^[a-zA-Z0-9 ,.'&/()-]*$/

/** The name without entities, invisible characters and compatibility forms, cut to a bounded length; case is kept. */
export function plainText(text: string): string {
  let out = text.length > 2 * MAX_CHARACTERS ? text.slice(0, 2 * MAX_CHARACTERS) : text
  if (PLAIN.test(out) && !out.includes('&')) return out.length > MAX_CHARACTERS ? out.slice(0, MAX_CHARACTERS) : out
  if (out.includes('&')) out = out.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/giu, decodeEntity)
  out = out
    .toWellFormed()
    .replace(/[\u200b\u2028\u2029]/g, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
  return out.length > MAX_CHARACTERS ? out.slice(0, MAX_CHARACTERS).toWellFormed() : out
}

// "&eacute;" and its like: a letter and its mark by name.
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
}
const LETTERS: Readonly<Record<string, string>> = {
  szlig: 'ß',
  aelig: 'æ',
  oelig: 'œ',
  oslash: 'ø',
  eth: 'ð',
  thorn: 'þ',
  lstrok: 'ł',
  inodot: 'ı',
}

function markedLetter(name: string): string | undefined {
  const [letter, mark] = [name.charAt(0), name.slice(1)]
  return LETTERS[name.toLowerCase()] ?? (MARKS[mark] === undefined ? undefined : (letter + MARKS[mark]).normalize('NFC'))
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? markedLetter(name) ?? whole
  const point = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
  return point > 0 && point < 0x110000 && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole
}

const ASCII = /^[\u0000-\u007f]*$/

/** The word in lower case, with all four letters of Turkish i as one. */
export function foldCase(word: string): string {
  const lower = word.toLowerCase()
  return ASCII.test(lower) ? lower : lower.replaceAll('i\u0307', 'i').replaceAll('ı', 'i').replaceAll('ς', 'σ')
}

const SCRIPTS: readonly (readonly [string, number, number])[] = [
  ['Latn', 0x41, 0x24f],
  ['Grek', 0x370, 0x3ff],
  ['Cyrl', 0x400, 0x52f],
  ['Armn', 0x530, 0x58f],
  ['Hebr', 0x590, 0x5ff],
  ['Arab', 0x600, 0x6ff],
  ['Arab', 0x750, 0x77f],
  ['Arab', 0x8a0, 0x8ff],
  ['Deva', 0x900, 0x97f],
  ['Beng', 0x980, 0x9ff],
  ['Guru', 0xa00, 0xa7f],
  ['Gujr', 0xa80, 0xaff],
  ['Orya', 0xb00, 0xb7f],
  ['Taml', 0xb80, 0xbff],
  ['Telu', 0xc00, 0xc7f],
  ['Knda', 0xc80, 0xcff],
  ['Mlym', 0xd00, 0xd7f],
  ['Sinh', 0xd80, 0xdff],
  ['Thai', 0xe00, 0xe7f],
  ['Laoo', 0xe80, 0xeff],
  ['Tibt', 0xf00, 0xfff],
  ['Mymr', 0x1000, 0x109f],
  ['Geor', 0x10a0, 0x10ff],
  ['Hang', 0x1100, 0x11ff],
  ['Ethi', 0x1200, 0x139f],
  ['Khmr', 0x1780, 0x17ff],
  ['Geor', 0x1c90, 0x1cbf],
  ['Latn', 0x1e00, 0x1eff],
  ['Grek', 0x1f00, 0x1fff],
  ['Kana', 0x3040, 0x30ff],
  ['Hang', 0x3130, 0x318f],
  ['Kana', 0x31f0, 0x31ff],
  ['Hani', 0x3400, 0x4dbf],
  ['Hani', 0x4e00, 0x9fff],
  ['Latn', 0xa720, 0xa7ff],
  ['Hang', 0xac00, 0xd7a3],
  ['Hani', 0xf900, 0xfaff],
  ['Arab', 0xfb50, 0xfdff],
  ['Arab', 0xfe70, 0xfeff],
  ['Hani', 0x20000, 0x3ffff],
]

/** The ISO 15924 code of the script a character belongs to; "Zyyy" for digits, signs and scripts without a table. */
export function scriptOf(point: number): string {
  if (point < 0x80) return (point >= 0x61 && point <= 0x7a) || (point >= 0x41 && point <= 0x5a) ? 'Latn' : 'Zyyy'
  for (const [script, from, to] of SCRIPTS)
    if (point >= from && point <= to) return point === 0xd7 || point === 0xf7 || (point > 0x7f && point < 0xaa) ? 'Zyyy' : script
  return 'Zyyy'
}

/** The script most letters of a word are written in; Kana wins over Han, since Han words of Japanese carry kana. */
export function mainScript(word: string): string {
  const counts = new Map<string, number>()
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0) ?? 0)
    if (script !== 'Zyyy') counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  if (counts.size === 0) return 'Zyyy'
  let best = 'Zyyy'
  let most = 0
  for (const [script, count] of counts) if (count > most) [best, most] = [script, count]
  return best === 'Hani' && counts.has('Kana') ? 'Kana' : best
}

/** The word with look-alike letters of other scripts folded to its main script ("Sеrgеi" with Cyrillic е becomes Latin). */
export function foldLookalikes(word: string, script: string): string {
  if (script !== 'Latn' && script !== 'Cyrl' && script !== 'Grek') return word
  const table = script === 'Latn' ? LATIN_LOOKALIKES : script === 'Cyrl' ? CYRILLIC_LOOKALIKES : GREEK_LOOKALIKES
  let out = ''
  for (const letter of word) {
    const other = scriptOf(letter.codePointAt(0) ?? 0)
    out += other !== script && other !== 'Zyyy' ? (table[letter] ?? letter) : letter
  }
  return out
}
