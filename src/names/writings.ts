import { simplified } from './han.ts'
import { EAST_ASIAN_WORDS, GLUED_FORMS, PLACE_OF } from './lexicon.ts'
import { naturalOrder } from './split.ts'
import { STOP_WORDS } from './tables/organisations.tables.ts'
import { GENERATIONS, TITLES, TRAILING_TITLES } from './tables/persons.tables.ts'
import type { NameKind } from './types.ts'

const isSuffix = (word: string): boolean => TITLES.has(word) || GENERATIONS.has(word) || TRAILING_TITLES.has(word) || word === 'the'

/**
 * A name as written and, where it holds two names of one body, each of the two: "Al-Qa'ida/Islamic Army", a name with its
 * acronym in brackets, behind a dash or before it. Names of persons in natural order.
 */
export function writings(text: string, kind: NameKind): readonly string[] {
  if (kind === 'person') return inTwoScripts(text).map(one => naturalOrder(one, word => isSuffix(word) && word !== 'ma'))
  if (kind === 'vessel') return [text]
  const sides = /[/;]/.test(text) ? text.split(/[/;]/).filter(side => side.replace(/[^\p{L}]/gu, '').length >= LEAST_LETTERS) : []
  if (sides.length === 2) return [text, ...sides.map(side => writings(side, kind)[0] ?? side)]
  const own = withAcronym(text)
  if (own) return own
  const bracket = /^([^()]{3,})\(([^()]+)\)\s*$/.exec(text)
  if (!bracket?.[1] || !bracket[2]) return [text]
  if (/^\p{L}{2,8}$/u.test(bracket[2]) && !PLACE_OF.has(bracket[2].toLowerCase())) return [bracket[1], bracket[2]]
  return bracket[2].split(/\s+/).length > 2 ? [text, bracket[1]] : [text]
}

// "Orlan Vestergaard (Орлан Вестергор)" is one name twice.
function inTwoScripts(text: string): readonly string[] {
  const found = text.includes('(') ? IN_BRACKETS.exec(text) : undefined
  const [, before = '', inside = ''] = found ?? []
  return LATIN.test(before) && !LATIN.test(inside) && /\p{L}{2}/u.test(inside) ? [before, inside] : [text]
}
const IN_BRACKETS = /^([^()]+)\(([^()]+)\)\s*$/
const LATIN = /\p{Script=Latin}/u

// A side of a slash with fewer letters is a legal form or a kind of ship.
const LEAST_LETTERS = 6

// A word of capitals at either end, as acronyms are.
const CAPITALS = /^[\p{Pd}\s]*(\p{Lu}{3,8})[\s\p{Pd}:]|[\s\p{Pd}(]\(?(\p{Lu}{3,8})\)?[\s.]*$/u

/** A name and its acronym, where it holds both ("Islamic Movement of Baltaran - IMB"); undefined where it does not. */
export function withAcronym(text: string): readonly [string, string] | undefined {
  if (!CAPITALS.test(text)) return undefined
  const words = text.split(/[\s\p{Pd}()"«»“”,.:]+/u).filter(word => word !== '')
  if (words.length < 4) return undefined
  for (const [acronym, rest] of [
    [words.at(-1) ?? '', words.slice(0, -1)],
    [words[0] ?? '', words.slice(1)],
  ] as const)
    if (acronym.length <= rest.length && /^\p{Lu}{3,8}$/u.test(acronym) && initialsOf(rest).includes(acronym.toLowerCase()))
      return [rest.join(' '), acronym]
  return undefined
}

const initialsOf = (words: readonly string[]): readonly string[] => {
  const folded = words.map(word => word.toLowerCase())
  return [folded, folded.filter(word => !STOP_WORDS.has(word))].map(list => list.map(word => [...word][0] ?? '').join(''))
}

const EAST_ASIAN = new RegExp(`(${EAST_ASIAN_WORDS.join('|')})`, 'g')

const GLUED = GLUED_FORMS.map(([form]) => form.normalize('NFKC'))

/** The name of a body with blanks around legal forms and words of business and place that East Asian scripts write without. */
export function partGlued(text: string): string {
  if (!/[\u0e00-\u0eff\u3000-\u9fff\uac00-\ud7a3]/.test(text)) return text
  const head = GLUED.find(form => text.startsWith(form)) ?? ''
  const rest = text.slice(head.length)
  const tail = head.length < text.length ? (GLUED.find(form => rest.trimEnd().endsWith(form)) ?? '') : ''
  const name = tail === '' ? rest : rest.trimEnd().slice(0, -tail.length)
  return `${head} ${simplified(name).replace(EAST_ASIAN, ' $1 ')} ${tail}`
}
