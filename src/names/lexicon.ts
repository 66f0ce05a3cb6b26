import { GLUED_WORDS } from './tables/east-asian.tables.ts'
import { JAPANESE_SURNAMES } from './tables/japanese.tables.ts'
import { USUAL_NAMES } from './tables/known-names.tables.ts'
import { NATIONAL_FORMS } from './tables/legal-forms.tables.ts'
import { KOREAN_SYLLABLES } from './tables/letters.tables.ts'
import { GLUED_FORMS, SECTORS, LEGAL_FORMS as USUAL_FORMS } from './tables/organisations.tables.ts'
import { ENDINGS, FREQUENT_NAMES, GIVEN_NAMES, HEARD_IN_ARABIC, NICKNAMES } from './tables/persons.tables.ts'
import { PLACES } from './tables/places.tables.ts'

/** Number of the variant group of a given name, by each of its spellings in Latin, Arabic or Cyrillic letters. */
export const GROUP_OF: ReadonlyMap<string, number> = groups()
/**
 * Number of the variant group of a word, 0 for none. What Arabic and Hebrew leave unwritten may make a word look like
 * another one in Latin letters, so there only the word itself counts.
 */
export function groupOf({ text, script, original }: { readonly text: string; readonly script: string; readonly original: string }): number {
  return (script === 'Arab' || script === 'Hebr' ? 0 : (GROUP_OF.get(text) ?? 0)) || (GROUP_OF.get(original) ?? 0)
}

/** The name of a variant group, by its number. */
export const groupName = (group: number): string => GIVEN_NAMES[group - 1]?.[0] ?? ''
/** Some spellings of a variant group, for the reader. */
export const lineOf = (group: number): string => (GIVEN_NAMES[group - 1] ?? []).slice(0, 5).join(', ')
/** Words known as names: two of them are two names, however alike they look. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...GIVEN_NAMES.flat(),
  ...FREQUENT_NAMES.flat(),
  ...USUAL_NAMES,
  ...JAPANESE_SURNAMES.filter((_, i) => i % 2 === 0),
  ...NICKNAMES.flatMap(line => (line.split(': ')[0] ?? '').split(' ')),
])
/** The Latin spelling of a name written in Arabic script. */
export const LATIN_OF: ReadonlyMap<string, string> = latinSpellings()
/** Numbers of the full names that a word is, or is short for. */
export const NICKNAMES_OF: ReadonlyMap<string, readonly number[]> = nicknames()
/** Numbers of the Korean syllables that a spelling may stand for. */
export const SYLLABLES_OF: ReadonlyMap<string, readonly number[]> = syllables()
/** What agreement in a frequent name tells, 0 to 1, by spelling and by variant group ("#12"). */
export const FREQUENCY: ReadonlyMap<string, number> = frequencies()
/** Canonical word of an organisation's business, by each of its spellings. */
export const SECTOR_OF: ReadonlyMap<string, string> = firstWins([
  ...SECTORS.flatMap(line => line.map(word => [word, line[0] ?? ''] as const)),
  ...gluedWords(true),
])
const SLAVIC_ADJECTIVE = /(?:[yi]y|aya|yaya|o[ye]|oye|y?ogo|omu|oi|y?kh|y|ie|ye)$/
// Stems of adjectives of business in the Slavic languages that Cyrillic writes, whose endings follow the noun.
const SECTOR_STEMS = firstWins(
  [...SECTOR_OF]
    .filter(([word]) => /[a-z]{3}(?:[yi]y|aya|oe)$/.test(word))
    .map(([word, sector]) => [word.replace(SLAVIC_ADJECTIVE, ''), sector] as const),
)

/** Canonical word of business of an inflected adjective in Cyrillic, romanised; undefined where it is none. */
export const sectorOfInflected = (text: string): string | undefined =>
  text.length >= 6 ? SECTOR_STEMS.get(text.replace(SLAVIC_ADJECTIVE, '')) : undefined
/** Code of a place, by each of its names. */
export const PLACE_OF: ReadonlyMap<string, string> = firstWins(
  PLACES.flatMap(line => {
    const [code = '', names = ''] = line.split(': ')
    return names.split(' ').map(name => [name, code] as const)
  }).concat(gluedWords(false)),
)

/** Words of business and place that stand without blanks in East Asian scripts, the longest first. */
export const EAST_ASIAN_WORDS: readonly string[] = [...gluedWords(true), ...gluedWords(false)]
  .map(([word]) => word)
  .filter(word => word.length > 1)
  .sort((a, b) => b.length - a.length)

function gluedWords(sectors: boolean): (readonly [string, string])[] {
  const codes = new Set(PLACES.map(line => line.split(':')[0] ?? ''))
  return GLUED_WORDS.flatMap(line => {
    const [code = '', ...written] = line.split(' ')
    return codes.has(code) === sectors ? [] : written.map(word => [word, code] as const)
  })
}

/** Number of the group of an ending that many family names share, by ending. */
const ENDING_OF: ReadonlyMap<string, number> = firstWins(ENDINGS.flatMap((line, i) => line.map(ending => [ending, i + 1] as const)))
const LONGEST_ENDING = Math.max(...[...ENDING_OF.keys()].map(ending => ending.length))
const SHORTEST_STEM = 2

/** The longest usual ending of a word: the number of its group, 0 for none, and its letters. */
export function endingOf(text: string): { readonly group: number; readonly length: number } {
  for (let length = Math.min(LONGEST_ENDING, text.length - SHORTEST_STEM); length >= 2; length--) {
    const group = ENDING_OF.get(text.slice(-length))
    if (group !== undefined) return { group, length }
  }
  return { group: 0, length: 0 }
}
const LONGEST_SHORT = 5
/**
 * Class of a legal form in law, by its romanised words: forms usual in many countries, then those of single ones. A form of
 * two letters counts only where it is among the first.
 */
export const LEGAL_FORMS: ReadonlyMap<string, string> = firstWins([...USUAL_FORMS, ...nationalForms()])

/** Short forms of single countries, which may be names elsewhere: they count as forms only where forms stand. */
export const SHORT_FORMS: ReadonlySet<string> = new Set(
  nationalForms()
    .map(([form]) => form)
    .filter(form => form.length <= LONGEST_SHORT && !form.includes(' ') && !USUAL_FORMS.has(form)),
)

function nationalForms(): readonly (readonly [string, string])[] {
  return NATIONAL_FORMS.flatMap(line =>
    line
      .slice(3)
      .split('; ')
      .flatMap(part => {
        const [group = '', ...rest] = part.split(' ')
        return rest
          .join(' ')
          .split('|')
          .filter(form => form.length > 2)
          .map(form => [form, group] as const)
      }),
  )
}
/** Longest legal form, in words. */
export const LONGEST_FORM = Math.max(...[...LEGAL_FORMS.keys()].map(form => form.split(' ').length))
/** First words of legal forms, so that most words are passed over at once. */
export const FORM_HEADS: ReadonlySet<string> = new Set([...LEGAL_FORMS.keys()].map(form => form.split(' ')[0] ?? ''))
export { GLUED_FORMS }

function firstWins<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>()
  for (const [word, value] of entries) if (!map.has(word)) map.set(word, value)
  return map
}

// Without marks and without the article, which is a token of its own.
function bareArabic(word: string): string {
  const bare = word.normalize('NFKD').replace(/[\p{M}\u200c]/gu, '')
  return bare.startsWith('ال') && bare.length > 4 && !bare.startsWith('الله') ? bare.slice(2) : bare
}

function groups(): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  GIVEN_NAMES.forEach((line, i) => {
    for (const word of line) {
      const key = /[\u0600-\u06ff]/.test(word) ? bareArabic(word) : word
      if (!map.has(key)) map.set(key, i + 1)
    }
  })
  return map
}

function latinSpellings(): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const line of [...GIVEN_NAMES, ...HEARD_IN_ARABIC])
    for (const word of line) if (/[\u0600-\u06ff]/.test(word) && !map.has(bareArabic(word))) map.set(bareArabic(word), line[0] ?? '')
  return map
}

function nicknames(): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, Set<number>>()
  NICKNAMES.forEach((line, i) => {
    const [full = '', short = ''] = line.split(': ')
    for (const word of [...full.split(' '), ...short.split(' ')]) {
      const set = map.get(word) ?? new Set<number>()
      set.add(full.split(' ').includes(word) ? i + 1 : -(i + 1))
      map.set(word, set)
    }
  })
  return new Map([...map].map(([word, set]) => [word, [...set]]))
}

function syllables(): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>()
  KOREAN_SYLLABLES.forEach((line, i) => {
    for (const word of line) map.set(word, [...(map.get(word) ?? []), i])
  })
  return map
}

function frequencies(): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  FREQUENT_NAMES.forEach((tier, i) => {
    const value = i === 0 ? 0.35 : 0.6
    for (const word of tier) {
      if (!map.has(word)) map.set(word, value)
      const group = GROUP_OF.get(word)
      if (group && !map.has(`#${group}`)) map.set(`#${group}`, value)
    }
  })
  for (const word of USUAL_NAMES) if (!map.has(word)) map.set(word, 0.8)
  return map
}
