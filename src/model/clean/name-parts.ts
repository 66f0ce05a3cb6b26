import { cleanCountry } from './country.ts'
import { cleanText } from './text.ts'

/** One of the names that a cell holds, and how it was meant. */
export type NamePart = {
  readonly text: string
  readonly as: 'name' | 'abbreviation' | 'former' | 'nickname'
  /** Words beside the name that are no name. */
  readonly note?: string
}

/** Words in brackets that say what the name before them is. */
const QUALIFIERS: readonly (readonly [RegExp, NamePart['as']])[] = [
  [/^(?:previously|formerly)\s+(?:listed\s+as|known\s+as|called)$/iu, 'former'],
  [/^(?:prominently\s+known\s+(?:as|by)\b.*|nom\s+de\s+guerre|combat\s+name|call\s*sign|nickname|alias|kunya|initials)$/iu, 'nickname'],
  [
    /^(?:birth\s+name|original\s+script|true\s+name|real\s+name|maiden\s+name|tigrinya|arabic|dari|pashto|urdu|persian|farsi|russian|chinese|korean)$/iu,
    'name',
  ],
]
/** Words around a name in brackets that are no part of it. */
const LABELS = /^(?:sub-unit\s+name|original\s+script|in\s+arabic|arabic|transliterations?)\s*:\s*|\s+-\s+sub-unit\s+name$/giu
const OUTER_AND_BRACKET = /^(.*?\S)\s*\(((?:[^()]|\([^()]*\))*)\)$/su

/**
 * The names in one cell of a list. Several parted by `;`, a name with its abbreviation (`Ansar al-Shari'a (AAS)`), with
 * itself in another script (`عبدالله السندي (Abdullah Sindhi)`), with a word on what it is (`El Para (combat name)`).
 * What is none of these stays whole: `AL-HARAMAIN FOUNDATION (PAKISTAN)`.
 */
export function nameParts(text: string): readonly NamePart[] {
  const name = unquoted(trimmed(cleanText(text) ?? ''))
  if (name === '') return []
  const several = enumerated(name) ?? splitOutside(name, ';')
  if (several.length > 1) return several.flatMap(nameParts)
  const closed = closedBracket(name)
  if (closed) return closed
  const bracket = OUTER_AND_BRACKET.exec(name)
  const qualified = bracket?.[1] && bracket[2] ? qualifiedName(bracket[1], bracket[2].trim()) : undefined
  if (qualified) return qualified
  const born = /^(.+?),?\s+(born\s+(?:in\s|on\s|\d).+)$/iu.exec(name)
  if (born?.[1] && born[2]) return [{ text: born[1], as: 'name', note: born[2] }]
  const scripts = TWO_SCRIPTS.exec(name)
  if (scripts?.[1] && scripts[2]) return [...nameParts(scripts[1]), ...nameParts(scripts[2])]
  const slash = /^(.+?)\s+\/\s+(\S+)$/u.exec(name)
  if (slash?.[1] && slash[2] && abbreviates(slash[2], slash[1])) return [...nameParts(slash[1]), { text: slash[2], as: 'abbreviation' }]
  return bracket?.[1] && bracket[2] ? bracketed(name, bracket[1], bracket[2].trim()) : [{ text: name, as: 'name' }]
}

// A bracket that is never closed: read as if it were, where that tells names apart.
function closedBracket(name: string): readonly NamePart[] | undefined {
  if (name.split('(').length !== name.split(')').length + 1) return undefined
  const parts = nameParts(`${name})`)
  return parts.length > 1 ? parts : [{ text: name, as: 'name' }]
}

function qualifiedName(outer: string, inner: string): readonly NamePart[] | undefined {
  const found = QUALIFIERS.find(([words]) => words.test(inner))
  if (!found) return undefined
  const [, as] = found
  return nameParts(outer).map(part => ({ ...part, as, ...(as === 'nickname' ? { note: inner } : {}) }))
}

function bracketed(whole: string, outer: string, inner: string): readonly NamePart[] {
  const labelled = inner.replace(LABELS, '').trim()
  const names = splitOutside(labelled, ';')
  const otherScript = isLatin(outer) !== isLatin(names[0] ?? '')
  if (labelled !== inner || names.length > 1 || otherScript) return [...nameParts(outer), ...names.flatMap(nameParts)]
  if (abbreviates(inner, outer)) return [...nameParts(outer), { text: inner.replace(/\s/g, ''), as: 'abbreviation' }]
  if (isProse(inner)) return nameParts(outer).map((part, i) => (i === 0 ? { ...part, note: inner } : part))
  return [{ text: whole, as: 'name' }]
}

// Five words or more with three small ones in a row, or a number: a remark, not a name.
const isProse = (text: string) => text.split(' ').length > 4 && (/\b[a-z]{3,} [a-z]{2,} [a-z]/.test(text) || /\d{4}/.test(text))
const trimmed = (text: string) => text.replace(/^[;,\s]+|[;,\s]+$/g, '')
const unquoted = (text: string) =>
  text.replace(/^["“”«'‘](.+)["”“»'’]$/u, (all, inner: string) => (/["“”«»]/u.test(inner) ? all : inner)).trim()
const TWO_SCRIPTS =
  /^([\p{Script=Latin}\p{P}\p{M}\s\d]*\p{Script=Latin}[\p{Script=Latin}.’'\s-]*)\s+((?:(?!\p{Script=Latin})\p{L})(?:(?!\p{Script=Latin})[^()])*)$/u
const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)

function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === '(') depth++
    else if (c === ')') depth--
    else if (c === separator && depth === 0) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [...parts, text.slice(from)].map(part => part.trim()).filter(part => part !== '')
}

// `A b) B c) C`: letters or numbers before each name but perhaps the first.
function enumerated(text: string): readonly string[] | undefined {
  if (!/(?:^|\s)(?:b|ii|2)\)\s/.test(text)) return undefined
  return text
    .split(/(?:^|\s)(?:[a-z]|[ivx]+|\d{1,2})\)\s+/)
    .map(trimmed)
    .filter(part => part !== '')
}

/**
 * True where capitals stand for the words of a name, in their order: each begins a word or goes on in the one it is in.
 *
 *     SAPICO   SAhand Aluminum Parts Industrial COmpany
 */
function abbreviates(short: string, name: string): boolean {
  const letters = short.replace(/[.\-/\s]/gu, '').toUpperCase()
  if (!/^\p{Lu}[\p{L}\d.\-/ ]{1,11}$/u.test(short) || (short.match(/\p{Lu}/gu) ?? []).length < 2 || letters.length < 2) return false
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
  if (words.includes(letters) || (letters.length > 3 && cleanCountry(short) !== undefined)) return false
  // Short ones may leap over letters inside a word: HQN for Haqqani Network.
  const leaps = letters.length <= 4
  const fits = (letter: number, word: number, at: number): boolean => {
    if (letter === letters.length) return true
    const wanted = letters[letter] ?? ' '
    const inside = leaps ? words[word]?.indexOf(wanted, at) : words[word]?.[at] === wanted ? at : -1
    if (inside !== undefined && inside >= 0 && fits(letter + 1, word, inside + 1)) return true
    for (let next = word + 1; next < words.length; next++) if (words[next]?.[0] === wanted && fits(letter + 1, next, 1)) return true
    return false
  }
  return words.some((word, i) => word.startsWith(letters[0] ?? ' ') && fits(1, i, 1))
}
