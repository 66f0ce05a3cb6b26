import { MAX_TOKENS } from './alignment.ts'
import { FORM_HEADS, GLUED_FORMS, groupName, groupOf, LEGAL_FORMS, LONGEST_FORM, PLACE_OF, SECTOR_OF } from './lexicon.ts'
import { joinNumbers, numberOf } from './numbers.ts'
import { naturalOrder, splitWords } from './split.ts'
import { KOREAN_SURNAMES } from './tables/letters.tables.ts'
import { ARABIC_FORMS, STOP_WORDS, VESSEL_PREFIXES } from './tables/organisations.tables.ts'
import { COMPOUND_HEADS, GENERATIONS, PARTICLES, RANKS, SOFT_TITLES, TITLES, TRAILING_TITLES } from './tables/persons.tables.ts'
import { foldCase, plainText } from './text.ts'
import { type NameToken, type TokenParts, tokenOf } from './token.ts'
import type { AnalysedName, NameKind, NameParts, NameRole, TokenKind } from './types.ts'
import { wadeGiles } from './wade-giles.ts'
import { type Piece, readWord } from './words.ts'

/**
 * A name taken apart: romanised tokens with what each is, and further readings where a script is ambiguous.
 *
 * @param text the name as written, in any script
 * @param kind what it names
 * @param parts name parts given beside the full name; they give tokens their roles
 * @returns never throws; a name without any letter or digit has no tokens
 */
export function analyseName(text: string, kind: NameKind, parts?: NameParts): AnalysedName {
  const readings: AnalysedName[] = []
  for (const written of writings(plainText(text), kind))
    for (const words of wordReadings(written, kind)) if (readings.length < MOST_READINGS) readings.push(tagged(text, kind, words, parts))
  const [first, ...alternatives] = readings
  if (!first) return { text, kind, tokens: [], roles: [], alternatives: NONE }
  return alternatives.length === 0 ? first : { ...first, alternatives }
}

const MOST_READINGS = 3

/** What a FollowTheMoney schema names. */
export function nameKindOf(schema: string): NameKind {
  if (schema === 'Person') return 'person'
  if (schema === 'Company' || schema === 'Organization' || schema === 'PublicBody') return 'organisation'
  if (schema === 'Vessel' || schema === 'Airplane' || schema === 'Vehicle') return 'vessel'
  return 'unknown'
}

const isSuffix = (word: string): boolean => TITLES.has(word) || GENERATIONS.has(word) || TRAILING_TITLES.has(word) || word === 'the'

// A slash between long words parts two names of one body ("Al-Qa'ida/Islamic Army"); brackets hold a second name or a remark.
function writings(text: string, kind: NameKind): readonly string[] {
  if (kind === 'person') return [naturalOrder(text, word => isSuffix(word) && word !== 'ma')]
  if (kind === 'vessel') return [text]
  const sides = text.includes('/') ? text.split('/').filter(side => side.replace(/[^\p{L}]/gu, '').length >= 6) : []
  if (sides.length === 2) return [text, ...sides]
  const bracket = /^([^()]{3,})\(([^()]+)\)\s*$/.exec(text)
  if (!bracket?.[1] || !bracket[2]) return [text]
  if (/^\p{L}{2,8}$/u.test(bracket[2]) && !PLACE_OF.has(bracket[2].toLowerCase())) return [bracket[1], bracket[2]]
  return bracket[2].split(/\s+/).length > 2 ? [text, bracket[1]] : [text]
}

type Word = Piece

function wordReadings(text: string, kind: NameKind): readonly (readonly Word[])[] {
  const ofPerson = kind === 'person' || kind === 'unknown'
  const manner = MIDDLE_DOT.test(text) ? 'foreign' : WESTERN.test(text) ? 'western' : 'plain'
  const read = splitWords(kind === 'person' ? text : partGluedForms(text), kind).map(word => readWord(word, ofPerson, manner))
  let most = 1
  for (const word of read) most = Math.max(most, word.length)
  const out: (readonly Word[])[] = []
  for (let i = 0; i < Math.min(3, most); i++) {
    const words: Word[] = []
    for (const word of read) for (const piece of word[i] ?? word[0] ?? []) if (words.length < MAX_TOKENS) words.push(piece)
    out.push(words)
  }
  const chinese = ofPerson && out.length === 1 ? wadeGiles(out[0]?.map(word => word.text) ?? []) : undefined
  if (chinese) out.push((out[0] ?? []).map((word, i) => ({ text: chinese[i] ?? word.text, script: word.script, original: word.original })))
  return out
}

// Letters that of all languages in Cyrillic only Ukrainian and Belarusian have.
const WESTERN = /[іїєґўІЇЄҐЎ]/
// Parts the words of a foreign name put into Chinese or Japanese writing.
const MIDDLE_DOT = /[·・•‧∙]/

function partGluedForms(text: string): string {
  if (!/[\u3000-\u9fff\uac00-\ud7a3]/.test(text)) return text
  let out = text
  for (const [form] of GLUED_FORMS) {
    if (out.startsWith(form)) out = `${form} ${out.slice(form.length)}`
    else if (out.endsWith(form)) out = `${out.slice(0, -form.length)} ${form}`
    else continue
    break
  }
  return out
}

const GLUED = new Map(GLUED_FORMS)

function tagged(text: string, kind: NameKind, words: readonly Word[], parts: NameParts | undefined): AnalysedName {
  const made =
    kind === 'person'
      ? personTokens(words, SUFFIXED.test(text))
      : bodyTokens(words, kind === 'vessel' ? VESSEL_PREFIXES : kind === 'unknown' ? TITLES : NO_PREFIXES, LINKED.test(text))
  const tokens = made.every(token => EMPTY_KINDS.has(token.kind)) ? made.map(asWord) : made
  return { text, kind, tokens, roles: parts ? rolesOf(tokens, parts, kind) : noRoles(tokens.length), alternatives: NONE }
}

// The vowel that links two words in Persian and Urdu names ("Tehrik-i-Taliban", also written e); elsewhere i is a roman numeral.
const LINKED = /\p{L}-i[- ]\p{L}/iu

const NONE: readonly AnalysedName[] = []
const NO_PREFIXES: ReadonlySet<string> = new Set()
const EMPTY_KINDS: ReadonlySet<TokenKind> = new Set(['title', 'legal-form', 'stop', 'particle'])
// A name of nothing but titles or forms is that name: nothing is stripped down to nothing.
const asWord = (token: NameToken): NameToken =>
  tokenOf({ ...partsOf(token), kind: token.text.length === 1 ? 'initial' : 'word', symbol: '' })

const NO_ROLES: readonly (readonly NameRole[])[] = Array.from({ length: 200 }, (_, n) => Array.from({ length: n }, () => 'any' as const))
const noRoles = (count: number): readonly NameRole[] => NO_ROLES[count] ?? Array.from({ length: count }, () => 'any' as const)

const token = (word: Word, kind: TokenKind, symbol: string): NameToken =>
  tokenOf({ text: word.text, kind, symbol, script: word.script, original: word.original })

// A degree is told from a name by the comma before it or the full stops in it.
const SUFFIXED = /[,.]/

function personTokens(words: readonly Word[], suffixed: boolean): readonly NameToken[] {
  const out: NameToken[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    const kept = word.asPerson
    if (kept) {
      out.push(kept)
      continue
    }
    const { text } = word
    const last = i === words.length - 1
    const generation = GENERATIONS.get(text)
    if (generation !== undefined && words.length > 2 && i > 0 && words.length - i <= 2)
      out.push(token(word, 'title', `generation:${generation}`))
    else if (suffixed && TRAILING_TITLES.has(text) && words.length > 2 && last && !TITLES.has(text)) out.push(token(word, 'title', ''))
    else if (PARTICLES.has(text) && words.length > 1 && !TITLES.has(text) && !(text === 'il' && isKorean(words)))
      out.push(token(word, 'particle', `p:${PARTICLES.get(text) ?? ''}`))
    else {
      const made = personToken(word)
      if (generation === undefined && !TRAILING_TITLES.has(text) && !PARTICLES.has(text)) word.asPerson = made
      out.push(made)
    }
  }
  return out
}

// Il is an Arabic article, and a syllable of Korean given names.
const isKorean = (words: readonly Word[]) => KOREAN_FAMILIES.has(words[0]?.text ?? '') || KOREAN_FAMILIES.has(words.at(-1)?.text ?? '')
const KOREAN_FAMILIES: ReadonlySet<string> = new Set(Object.values(KOREAN_SURNAMES).flat())

// What a word of a personal name is, whatever stands beside it.
function personToken(word: Word): NameToken {
  const { text } = word
  if (TITLES.has(text)) return token(word, 'title', '')
  const compound = COMPOUND_HEADS.get(text)
  if (compound !== undefined) return token(word, 'word', `c:${compound}`)
  if (SOFT_TITLES.has(text)) return token(word, 'word', 'c:title')
  if (RANKS.has(text)) return token(word, 'word', 'c:rank')
  if (/^\d+$/.test(text)) return token(word, 'number', `n:${text.replace(/^0+(?=\d)/, '')}`)
  return token(word, text.length === 1 ? 'initial' : 'word', groupSymbol(word))
}

function bodyTokens(words: readonly Word[], prefixes: ReadonlySet<string>, linked: boolean): readonly NameToken[] {
  const out: NameToken[] = []
  let numbers = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    const form = legalFormAt(words, i)
    if (form) {
      out.push(formToken(words.slice(i, i + form.length), form.group))
      i += form.length - 1
    } else if (i === 0 && words.length > 1 && prefixes.has(word.text)) out.push(token(word, 'title', ''))
    else if (words.length === 1) out.push(bodyToken(word, true))
    else if (linked && i > 0 && word.text === 'i') out.push(token(word, 'stop', ''))
    else out.push((word.asBody ??= bodyToken(word, false)))
    if (out[out.length - 1]?.kind === 'number') numbers++
  }
  return numbers > 1 ? joinNumbers(out.map(partsOf)).map(tokenOf) : out
}

function formToken(words: readonly Word[], group: string): NameToken {
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
  const sector = SECTOR_OF.get(text) ?? SECTOR_OF.get(word.original)
  if (sector !== undefined) return token(word, 'sector', `s:${sector}`)
  if (STOP_WORDS.has(text) && !alone) return token(word, 'stop', '')
  return token(word, text.length === 1 ? 'initial' : 'word', groupSymbol(word))
}

function legalFormAt(words: readonly Word[], at: number): { readonly group: string; readonly length: number } | undefined {
  const first = words[at]
  if (!first) return undefined
  const glued =
    first.script === 'Latn' || first.script === 'Cyrl' ? undefined : (GLUED.get(first.original) ?? ARABIC_FORMS.get(first.original))
  if (glued !== undefined) return { group: glued, length: 1 }
  if (!FORM_HEADS.has(first.text)) return undefined
  let joined = ''
  let found: { group: string; length: number } | undefined
  for (let length = 1; length <= Math.min(LONGEST_FORM, words.length - at); length++) {
    joined = length === 1 ? first.text : `${joined} ${words[at + length - 1]?.text ?? ''}`
    const group = LEGAL_FORMS.get(joined)
    if (group !== undefined) found = { group, length }
  }
  return found
}

const ROLES = ['given', 'middle', 'patronymic', 'family'] as const

function rolesOf(tokens: readonly NameToken[], parts: NameParts, kind: NameKind): readonly NameRole[] {
  const roleOf = new Map<string, NameRole>()
  for (const role of ROLES)
    for (const part of parts[role] ?? [])
      for (const word of splitWords(plainText(part), kind)) {
        for (const { text } of readWord(word, true, 'plain')[0] ?? [])
          roleOf.set(text, roleOf.has(text) && roleOf.get(text) !== role ? 'any' : role)
        roleOf.set(foldCase(word), roleOf.get(foldCase(word)) ?? role)
      }
  return tokens.map(token => (token.kind === 'word' ? (roleOf.get(token.text) ?? roleOf.get(token.original) ?? 'any') : 'any'))
}
