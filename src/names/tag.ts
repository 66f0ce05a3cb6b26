import { legalFormAt, mayBeginForm } from './legal-form.ts'
import { groupName, groupOf, KNOWN_NAMES, PLACE_OF, SECTOR_OF, sectorOfInflected } from './lexicon.ts'
import { nearWords } from './near.ts'
import { joinNumbers, numberOf } from './numbers.ts'
import { splitWords } from './split.ts'
import { KOREAN_SURNAMES } from './tables/letters.tables.ts'
import { STOP_WORDS, VESSEL_PREFIXES } from './tables/organisations.tables.ts'
import { COMPOUND_HEADS, GENERATIONS, PARTICLES, RANKS, SOFT_TITLES, TITLES, TRAILING_TITLES } from './tables/persons.tables.ts'
import { foldCase, plainText } from './text.ts'
import { type NameToken, type TokenParts, tokenOf } from './token.ts'
import type { AnalysedName, NameKind, NameParts, NameRole, TokenKind } from './types.ts'
import { type Piece, readWord } from './words.ts'

type Word = Piece

/** A reading of a name: a token and a role for each word or legal form of it. */
export function tagged(text: string, kind: NameKind, words: readonly Word[], parts: NameParts | undefined): AnalysedName {
  const made =
    kind === 'person'
      ? personTokens(words, SUFFIXED.test(text))
      : bodyTokens(words, kind === 'vessel' ? VESSEL_PREFIXES : kind === 'unknown' ? TITLES : NO_PREFIXES, LINKED.test(text))
  const tokens = made.every(token => EMPTY_KINDS.has(token.kind)) ? made.map(asWord) : made
  return { text, kind, tokens, roles: parts ? rolesOf(tokens, parts, kind) : noRoles(tokens.length), alternatives: NONE }
}

// The vowel that links two words in Persian and Urdu names ("Tehrik-i-Taliban", also written e); elsewhere i is a roman numeral.
const LINKED = /\p{L}-i[- ]\p{L}/iu

/** No further readings. */
export const NONE: readonly AnalysedName[] = []
const NO_PREFIXES: ReadonlySet<string> = new Set()
/** Kinds of tokens that name nobody by themselves. */
export const EMPTY_KINDS: ReadonlySet<TokenKind> = new Set(['title', 'legal-form', 'stop', 'particle'])
// A name of nothing but titles or forms is that name: nothing is stripped down to nothing.
const asWord = (token: NameToken): NameToken =>
  tokenOf({ ...partsOf(token), kind: token.text.length === 1 ? 'initial' : 'word', symbol: '' })

const NO_ROLES: readonly (readonly NameRole[])[] = Array.from({ length: 200 }, (_, n) => Array.from({ length: n }, () => 'any' as const))
/** The roles of so many words where none is given. */
export const noRoles = (count: number): readonly NameRole[] => NO_ROLES[count] ?? Array.from({ length: count }, () => 'any' as const)

// The token that a word is; those made of it before are asked for first.
function token(word: Word, kind: TokenKind, symbol: string): NameToken {
  if (word.made) for (const known of word.made) if (known.kind === kind && known.symbol === symbol) return known
  const found = tokenOf({ text: word.text, kind, symbol, script: word.script, original: word.original })
  // Most words are of one kind only: a list of one takes less room than one that was pushed to.
  if (word.made) word.made.push(found)
  else word.made = [found]
  return found
}

// A degree is told from a name by the comma before it or the full stops in it.
const SUFFIXED = /[,.]/

function personTokens(words: readonly Word[], suffixed: boolean): readonly NameToken[] {
  const out: NameToken[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    const steady = words.length > 1 ? steadyPersonToken(word) : null
    if (steady) {
      out.push(steady)
      continue
    }
    const { text } = word
    const last = i === words.length - 1
    const generation = GENERATIONS.get(text)
    if (generation !== undefined && words.length > 2 && i > 0 && words.length - i <= 2)
      out.push(token(word, 'title', `generation:${generation}`))
    else if (suffixed && TRAILING_TITLES.has(text) && words.length > 2 && last && !TITLES.has(text)) out.push(token(word, 'title', ''))
    else if (isParticle(word) && words.length > 1 && isParticleThere(text, last, words)) out.push(particleToken(word))
    else out.push(personToken(word))
  }
  return out
}

/** The token of a word in a personal name of several words; null where it depends on which they are. */
export function steadyPersonToken(word: Word): NameToken | null {
  if (word.asPerson !== undefined) return word.asPerson
  const { text } = word
  if (SYLLABLE_SCRIPTS.has(word.script)) return (word.asPerson = personToken(word))
  const depends = GENERATIONS.has(text) || TRAILING_TITLES.has(text) || text === 'il' || text === 'na'
  return (word.asPerson = depends ? null : isParticle(word) ? particleToken(word) : personToken(word))
}

// Syllables of Chinese and Korean are no particles, titles or initials, whatever their Latin letters look like.
const SYLLABLE_SCRIPTS: ReadonlySet<string> = new Set(['Hani', 'Hang'])

// A capital letter alone is an initial ("John E. Halvorsen"), a small one a particle.
const isParticle = ({ text, capital, script }: Word): boolean =>
  PARTICLES.has(text) && !TITLES.has(text) && !capital && !SYLLABLE_SCRIPTS.has(script)
const particleToken = (word: Word): NameToken => token(word, 'particle', `p:${PARTICLES.get(word.text) ?? ''}`)

// Il is an Arabic article, and a syllable of Korean given names; "na" says at the end that nothing is known.
const isParticleThere = (text: string, last: boolean, words: readonly Word[]): boolean =>
  text === 'il' ? !isKorean(words) : text !== 'na' || (last && words.length > 2)
const isKorean = (words: readonly Word[]) => KOREAN_FAMILIES.has(words[0]?.text ?? '') || KOREAN_FAMILIES.has(words.at(-1)?.text ?? '')
const KOREAN_FAMILIES: ReadonlySet<string> = new Set(Object.values(KOREAN_SURNAMES).flat())

// A slip in a long title leaves a title; a longer word is a name made of it (Marshall, Moallemi).
const LONG_TITLE = 6
const nearTitle = nearWords([...TITLES].filter(title => title.length > LONG_TITLE))
const isNearTitle = (text: string): boolean =>
  text.length >= LONG_TITLE && !KNOWN_NAMES.has(text) && (nearTitle(text)?.length ?? 0) >= text.length

// What a word of a personal name is, whatever stands beside it.
function personToken(word: Word): NameToken {
  const { text } = word
  if (SYLLABLE_SCRIPTS.has(word.script)) return token(word, 'word', groupSymbol(word))
  if (TITLES.has(text)) return token(word, 'title', '')
  const compound = COMPOUND_HEADS.get(text)
  if (compound !== undefined) return token(word, 'word', `c:${compound}`)
  if (SOFT_TITLES.has(text)) return token(word, 'word', 'c:title')
  if (RANKS.has(text)) return token(word, 'word', 'c:rank')
  if (isNearTitle(text)) return token(word, 'title', '')
  if (/^\d+$/.test(text)) return token(word, 'number', `n:${text.replace(/^0+(?=\d)/, '')}`)
  return token(word, text.length === 1 ? 'initial' : 'word', groupSymbol(word))
}

function bodyTokens(words: readonly Word[], prefixes: ReadonlySet<string>, linked: boolean): readonly NameToken[] {
  const out: NameToken[] = []
  let numbers = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    const steady = words.length > 1 && !(i === 0 && prefixes.has(word.text)) ? steadyBodyToken(word) : null
    const form = steady ? undefined : legalFormAt(words, i)
    if (steady) out.push(steady)
    else if (form) {
      out.push(formToken(words.slice(i, i + form.length), form.group))
      i += form.length - 1
    } else if (i === 0 && words.length > 1 && prefixes.has(word.text)) out.push(token(word, 'title', ''))
    else if (words.length === 1) out.push(bodyToken(word, true))
    else if (linked && i > 0 && word.text === 'i') out.push(token(word, 'stop', ''))
    else out.push(bodyToken(word, false))
    if (out[out.length - 1]?.kind === 'number') numbers++
  }
  return numbers > 1 ? joinNumbers(out.map(partsOf)).map(tokenOf) : out
}

/** The token of a word in a body's name of several words, behind the first where that may be a prefix; null where it depends on which they are. */
export function steadyBodyToken(word: Word): NameToken | null {
  if (word.asBody !== undefined) return word.asBody
  return (word.asBody = mayBeginForm(word) || word.text === 'i' ? null : bodyToken(word, false))
}

function formToken(words: readonly Word[], group: string): NameToken {
  if (words.length === 1 && words[0]) return token(words[0], 'legal-form', `f:${group}`)
  const text = words.map(w => w.text).join('')
  return tokenOf({
    text,
    kind: 'legal-form',
    symbol: `f:${group}`,
    script: words[0]?.script ?? '',
    original: words.map(w => w.original).join(' '),
  })
}

const partsOf = ({ text, kind, symbol, script, original }: NameToken): TokenParts => ({ text, kind, symbol, script, original })

// The variant group of a name ("g:muhammad"), empty where it is in none.
function groupSymbol(word: Word): string {
  const group = groupOf(word)
  return group > 0 ? `g:${groupName(group)}` : ''
}

function bodyToken(word: Word, alone: boolean): NameToken {
  const { text } = word
  const number = numberOf(text, !alone)
  if (number !== undefined) return token(word, 'number', `n:${number}`)
  const place = PLACE_OF.get(text) ?? PLACE_OF.get(word.original)
  if (place !== undefined) return token(word, 'place', `l:${place}`)
  const sector = SECTOR_OF.get(text) ?? SECTOR_OF.get(word.original) ?? (word.script === 'Cyrl' ? sectorOfInflected(text) : undefined)
  if (sector !== undefined) return token(word, 'sector', `s:${sector}`)
  if (STOP_WORDS.has(text) && !alone) return token(word, 'stop', '')
  return token(word, text.length === 1 ? 'initial' : 'word', groupSymbol(word))
}

const ROLES = ['given', 'middle', 'patronymic', 'family'] as const

/** The roles that parts given beside a name give its tokens. */
export function rolesOf(tokens: readonly NameToken[], parts: NameParts, kind: NameKind): readonly NameRole[] {
  if (known?.parts !== parts || known.kind !== kind) known = { parts, kind, roleOf: rolesByWord(parts, kind) }
  const { roleOf } = known
  return tokens.map(token => (token.kind === 'word' ? (roleOf.get(token.text) ?? roleOf.get(token.original) ?? 'any') : 'any'))
}

// The parts asked about last: the names of a record come one after the other.
let known: { readonly parts: NameParts; readonly kind: NameKind; readonly roleOf: ReadonlyMap<string, NameRole> } | undefined

function rolesByWord(parts: NameParts, kind: NameKind): ReadonlyMap<string, NameRole> {
  const roleOf = new Map<string, NameRole>()
  for (const role of ROLES)
    for (const part of parts[role] ?? [])
      for (const word of splitWords(plainText(part), kind)) {
        for (const { text } of readWord(word, true, 'plain')[0] ?? [])
          roleOf.set(text, roleOf.has(text) && roleOf.get(text) !== role ? 'any' : role)
        const folded = foldCase(word)
        if (!roleOf.has(folded)) roleOf.set(folded, role)
      }
  return roleOf
}
