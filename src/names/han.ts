import { pinyinOf } from './han-readings.ts'
import { CANTONESE } from './tables/cantonese.tables.ts'
import { COMPOUND_SURNAMES, SIMPLIFIED } from './tables/han.tables.ts'
import { JAPANESE_GIVEN, JAPANESE_SINGLE, JAPANESE_SURNAMES } from './tables/japanese.tables.ts'
import type { Piece, ReadWord } from './words.ts'

const SIMPLE = new Map(SIMPLIFIED.map(pair => [[...pair][0] ?? '', [...pair][1] ?? ''] as const))
/** The word with traditional and Japanese forms of characters in their simplified form. */
export const simplified = (word: string): string => [...word].map(c => SIMPLE.get(c) ?? c).join('')

const LONGEST_NAME = 5

/**
 * Readings of a word in Han characters: pinyin, the spelling of Hong Kong, and the Japanese one where the characters are
 * a Japanese name. A personal name of two to four characters is parted into family and given name.
 *
 * @param word in simplified forms
 */
export function hanName(word: string, ofPerson: boolean): ReadWord {
  const characters = [...word]
  const pinyin = pinyinOf(word)
  if (pinyin.length !== characters.length) return [[{ text: pinyin.join(''), script: 'Hani', original: word }]]
  if (!ofPerson || characters.length > LONGEST_NAME) return [[piece(characters, pinyin, 0, pinyin.length)]]
  const chinese = inPinyin(word, characters, pinyin)
  const japanese = inJapanese(characters, 0)
  if (japanese && japanese.some(part => part.family)) return [chinese, japanese, inJapanese(characters, 1) ?? japanese]
  const cantonese = inCantonese(characters) ?? chinese
  return japanese ? [chinese, cantonese, japanese] : [chinese, cantonese]
}

const piece = (characters: readonly string[], spelt: readonly string[], from: number, to: number): Piece => ({
  text: spelt.slice(from, to).join(''),
  script: 'Hani',
  original: characters.slice(from, to).join(''),
})

const COMPOUNDS = new Set(COMPOUND_SURNAMES)

function inPinyin(word: string, characters: readonly string[], pinyin: readonly string[]): readonly Piece[] {
  if (pinyin.length < 2 || pinyin.length > 4) return [piece(characters, pinyin, 0, pinyin.length)]
  const cut = pinyin.length > 2 && COMPOUNDS.has(word.slice(0, 2)) ? 2 : 1
  return [piece(characters, pinyin, 0, cut), piece(characters, pinyin, cut, pinyin.length)]
}

const HONG_KONG = cantonese()

// A syllable a piece, since Hong Kong writes them apart; undefined where a character is not in the table.
function inCantonese(characters: readonly string[]): readonly Piece[] | undefined {
  const out: Piece[] = []
  for (let i = 0; i < characters.length; ) {
    const pair = characters.slice(i, i + 2).join('')
    const original = HONG_KONG.has(pair) ? pair : (characters[i] ?? '')
    const text = HONG_KONG.get(original)
    if (text === undefined) return undefined
    out.push({ text, script: 'Hani', original })
    i += original.length
  }
  return out
}

function cantonese(): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (let i = 0; i + 1 < CANTONESE.length; i += 2) {
    const [spelling = '', written = ''] = [CANTONESE[i], CANTONESE[i + 1]]
    if (COMPOUNDS.has(written)) map.set(written, spelling)
    else for (const character of written) if (!map.has(character)) map.set(character, spelling)
  }
  return map
}

const SURNAMES = byWriting(JAPANESE_SURNAMES, list => list.split(','))
const SINGLE = byWriting(JAPANESE_SINGLE, list => list.split(''))
const GIVEN = new Map(
  Array.from({ length: JAPANESE_GIVEN.length >> 1 }, (_, i) => [
    simplified(JAPANESE_GIVEN[2 * i] ?? ''),
    (JAPANESE_GIVEN[2 * i + 1] ?? '').split(','),
  ]),
)

function byWriting(table: readonly string[], parted: (list: string) => readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (let i = 0; i + 1 < table.length; i += 2)
    for (const written of parted(table[i + 1] ?? '')) {
      const key = simplified(written)
      if (key !== ',' && !map.has(key)) map.set(key, table[i] ?? '')
    }
  return map
}

// A family name of one character is as likely Chinese.
const sure = (characters: number): { readonly family?: true } => (characters > 1 ? { family: true } : {})

// Family and given name written together, or one of them alone; undefined where the family name is no Japanese one.
function inJapanese(characters: readonly string[], reading: 0 | 1): readonly (Piece & { readonly family?: true })[] | undefined {
  const whole = characters.join('')
  const part = (text: string, original: string): Piece => ({ text, script: 'Hani', original })
  for (let cut = Math.min(3, characters.length - 1); cut > 0; cut--) {
    const family = characters.slice(0, cut).join('')
    const surname = SURNAMES.get(family)
    const given = surname === undefined ? undefined : givenName(characters.slice(cut), reading)
    if (surname !== undefined && given !== undefined)
      return [{ ...part(surname, family), ...sure(cut) }, part(given, characters.slice(cut).join(''))]
  }
  const surname = SURNAMES.get(whole)
  if (surname !== undefined) return [{ ...part(surname, whole), ...sure(characters.length) }]
  const given = givenName(characters, reading)
  return given === undefined ? undefined : [part(given, whole)]
}

function givenName(characters: readonly string[], reading: 0 | 1): string | undefined {
  const whole = SINGLE.get(characters.join(''))
  if (whole !== undefined || characters.length > 3) return whole
  let out = ''
  for (let i = 0; i < characters.length; i++) {
    const readings = GIVEN.get(characters[i] ?? '')
    const spelt = readings?.[reading] ?? readings?.[0]
    if (spelt === undefined) return undefined
    out += spelt
  }
  return out
}
