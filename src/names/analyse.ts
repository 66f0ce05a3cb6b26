import { FORM_HEADS, GLUED_FORMS, GROUP_OF, groupName, LEGAL_FORMS, LONGEST_FORM, PLACE_OF, SECTOR_OF } from './lexicon.ts'
import { joinNumbers, numberOf } from './numbers.ts'
import { naturalOrder, splitWords } from './split.ts'
import { ARABIC_FORMS, STOP_WORDS, VESSEL_PREFIXES } from './tables/organisations.tables.ts'
import { COMPOUND_HEADS, GENERATIONS, PARTICLES, SOFT_TITLES, TITLES, TRAILING_TITLES } from './tables/persons.tables.ts'
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
  for (const written of writings(plainText(text), kind)) {
    for (const words of wordReadings(written, kind)) {
      if (readings.length < 3) readings.push(tagged(text, kind, words, parts))
    }
  }
  const [first, ...alternatives] = readings
  return first ? { ...first, alternatives } : { text, kind, tokens: [], roles: [], alternatives: [] }
}

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
  const foreign = /[·・•‧∙]/.test(text)
  const read = splitWords(kind === 'person' ? text : partGluedForms(text), kind).map(word => readWord(word, ofPerson, foreign))
  let most = 1
  for (const word of read) most = Math.max(most, word.length)
  const out: (readonly Word[])[] = Array.from({ length: Math.min(3, most) }, (_, i) => read.flatMap(word => word[i] ?? word[0] ?? []))
  const chinese = ofPerson && out.length === 1 ? wadeGiles(out[0]?.map(word => word.text) ?? []) : undefined
  if (chinese) out.push((out[0] ?? []).map((word, i) => ({ ...word, text: chinese[i] ?? word.text })))
  return out
}

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
      ? personParts(words)
      : kind === 'vessel'
        ? bodyParts(words, VESSEL_PREFIXES)
        : bodyParts(words, kind === 'unknown' ? TITLES : new Set())
  const bare = made.every(part => EMPTY_KINDS.has(part.kind))
  const tokens: NameToken[] = []
  for (const part of made) tokens.push(tokenOf(bare ? { ...part, kind: part.text.length === 1 ? 'initial' : 'word', symbol: '' } : part))
  return { text, kind, tokens, roles: parts ? rolesOf(tokens, parts, kind) : tokens.map(() => 'any' as const), alternatives: [] }
}

const EMPTY_KINDS: ReadonlySet<TokenKind> = new Set(['title', 'legal-form', 'stop', 'particle'])

function personParts(words: readonly Word[]): readonly TokenParts[] {
  const out: TokenParts[] = []
  const last = words.length - 1
  words.forEach((word, i) => {
    const { text } = word
    const compound = COMPOUND_HEADS.get(text)
    const generation = words.length > 2 && i > 0 ? GENERATIONS.get(text) : undefined
    if (generation !== undefined && (i === last || words.length - i <= 2))
      out.push({ ...word, kind: 'title', symbol: `generation:${generation}` })
    else if (TITLES.has(text)) out.push({ ...word, kind: 'title', symbol: '' })
    else if (TRAILING_TITLES.has(text) && words.length > 2 && i === last) out.push({ ...word, kind: 'title', symbol: '' })
    else if (compound !== undefined) out.push({ ...word, kind: 'word', symbol: `c:${compound}` })
    else if (SOFT_TITLES.has(text)) out.push({ ...word, kind: 'word', symbol: 'c:title' })
    else if (PARTICLES.has(text) && words.length > 1) out.push({ ...word, kind: 'particle', symbol: `p:${PARTICLES.get(text) ?? ''}` })
    else if (/^\d+$/.test(text)) out.push({ ...word, kind: 'number', symbol: `n:${text.replace(/^0+(?=\d)/, '')}` })
    else out.push({ ...word, kind: text.length === 1 ? 'initial' : 'word', symbol: groupSymbol(word) })
  })
  return out
}

function bodyParts(words: readonly Word[], prefixes: ReadonlySet<string>): readonly TokenParts[] {
  const out: TokenParts[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) continue
    const form = legalFormAt(words, i)
    if (form) {
      const taken = words.slice(i, i + form.length)
      out.push({
        text: taken.map(w => w.text).join(''),
        kind: 'legal-form',
        symbol: `f:${form.group}`,
        script: word.script,
        original: taken.map(w => w.original).join(' '),
      })
      i += form.length - 1
      continue
    }
    if (prefixes.has(word.text) && i === 0 && words.length > 1) out.push({ ...word, kind: 'title', symbol: '' })
    else out.push({ ...word, ...bodyKind(word, i, words.length) })
  }
  return joinNumbers(out)
}

// The variant group of a name ("g:muhammad"), empty where it is in none.
function groupSymbol(word: Word): string {
  const group = GROUP_OF.get(word.text) ?? GROUP_OF.get(word.original) ?? 0
  return group > 0 ? `g:${groupName(group)}` : ''
}

function bodyKind(word: Word, at: number, length: number): { readonly kind: TokenKind; readonly symbol: string } {
  const { text } = word
  const number = numberOf(text, at > 0 || length > 1)
  if (number !== undefined) return { kind: 'number', symbol: `n:${number}` }
  const place = PLACE_OF.get(text) ?? PLACE_OF.get(word.original)
  if (place !== undefined) return { kind: 'place', symbol: `l:${place}` }
  const sector = SECTOR_OF.get(text) ?? SECTOR_OF.get(word.original)
  if (sector !== undefined) return { kind: 'sector', symbol: `s:${sector}` }
  if (STOP_WORDS.has(text) && length > 1) return { kind: 'stop', symbol: '' }
  return { kind: text.length === 1 ? 'initial' : 'word', symbol: groupSymbol(word) }
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
        for (const { text } of readWord(word, true, false)[0] ?? [])
          roleOf.set(text, roleOf.has(text) && roleOf.get(text) !== role ? 'any' : role)
        roleOf.set(foldCase(word), roleOf.get(foldCase(word)) ?? role)
      }
  return tokens.map(token => (token.kind === 'word' ? (roleOf.get(token.text) ?? roleOf.get(token.original) ?? 'any') : 'any'))
}
