import { romanise } from './romanise.ts'
import { LEGAL_FORMS, PARTICLES, STOP_WORDS, TITLES } from './tables/words.tables.ts'
import { foldCase, foldLookalikes, MAX_WORDS, mainScript, plainText } from './text.ts'
import { type TokenParts, tokenOf } from './token.ts'
import type { AnalysedName, NameKind, NameParts, NameRole } from './types.ts'

/**
 * A name taken apart: romanised tokens with what each is, and further readings where a script is ambiguous.
 *
 * @param text the name as written, in any script
 * @param kind what it names
 * @param parts name parts given beside the full name; they give tokens their roles
 * @returns never throws; a name without any letter or digit has no tokens
 */
export function analyseName(text: string, kind: NameKind, parts?: NameParts): AnalysedName {
  const plain = swapComma(plainText(text), kind)
  const words = splitWords(plain)
  const readings = readWords(words)
  const analysed = readings.map(reading => tagged(text, kind, reading, parts))
  const [first, ...alternatives] = analysed
  return { ...(first ?? { text, kind, tokens: [], roles: [], alternatives: [] }), alternatives: alternatives.slice(0, 2) }
}

/** What a FollowTheMoney schema names. */
export function nameKindOf(schema: string): NameKind {
  if (schema === 'Person') return 'person'
  if (schema === 'Company' || schema === 'Organization' || schema === 'PublicBody') return 'organisation'
  if (schema === 'Vessel' || schema === 'Airplane' || schema === 'Vehicle') return 'vessel'
  return 'unknown'
}

// "SURNAME, Given" is put into natural order; suffixes such as "Jr." stay where they are.
function swapComma(text: string, kind: NameKind): string {
  if (kind !== 'person') return text
  const at = text.indexOf(',')
  if (at < 0 || text.includes(',', at + 1)) return text
  return `${text.slice(at + 1)} ${text.slice(0, at)}`
}

function splitWords(text: string): readonly string[] {
  const joined = text
    .replace(/(?<=\p{L})[.](?=\p{L}[.])|(?<=\b\p{L}[.]\p{L})[.]/gu, '')
    .replace(/['’‘ʼʻʿʾ`´]/g, '')
    .replace(/&|\+/g, ' and ')
  return joined
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(word => word !== '')
    .slice(0, MAX_WORDS)
}

type Word = { readonly texts: readonly string[]; readonly script: string; readonly original: string }

function readWords(words: readonly string[]): readonly (readonly Word[])[] {
  const read = words.map(word => {
    const script = mainScript(word)
    const folded = foldLookalikes(foldCase(word.normalize('NFC')), script)
    return romanise(folded, script).map(texts => ({ texts, script, original: folded }))
  })
  const most = Math.min(3, Math.max(1, ...read.map(r => r.length)))
  return Array.from({ length: most }, (_, i) => read.flatMap(r => r[i] ?? r[0] ?? []))
}

function tagged(text: string, kind: NameKind, words: readonly Word[], parts: NameParts | undefined): AnalysedName {
  const flat = words.flatMap(word => word.texts.map(t => ({ text: t, script: word.script, original: word.original })))
  const made: TokenParts[] = []
  for (let i = 0; i < flat.length; i++) {
    const word = flat[i]
    if (!word) continue
    const legal =
      kind === 'person' || kind === 'vessel'
        ? undefined
        : legalFormAt(
            flat.map(f => f.text),
            i,
          )
    if (legal) {
      made.push({
        text: flat
          .slice(i, i + legal.length)
          .map(f => f.text)
          .join(''),
        kind: 'legal-form',
        symbol: legal.group,
        script: word.script,
        original: flat
          .slice(i, i + legal.length)
          .map(f => f.original)
          .join(' '),
      })
      i += legal.length - 1
    } else made.push({ ...word, ...kindOf(word.text, kind) })
  }
  const allEmpty = made.every(p => p.kind === 'title' || p.kind === 'legal-form' || p.kind === 'stop' || p.kind === 'particle')
  const tokens = made.map(p => tokenOf(allEmpty ? { ...p, kind: 'word' } : p))
  return { text, kind, tokens, roles: tokens.map(t => roleOf(t.original, parts)), alternatives: [] }
}

function legalFormAt(texts: readonly string[], at: number): { group: string; length: number } | undefined {
  for (let length = Math.min(6, texts.length - at); length > 0; length--) {
    const group = LEGAL_FORMS.get(texts.slice(at, at + length).join(' '))
    if (group) return { group, length }
  }
  return undefined
}

function kindOf(text: string, kind: NameKind): Pick<TokenParts, 'kind' | 'symbol'> {
  if (/^\d+$/.test(text)) return { kind: 'number', symbol: `n:${BigInt(text)}` }
  if (kind === 'person' || kind === 'unknown') {
    if (TITLES.has(text)) return { kind: 'title', symbol: '' }
    const particle = PARTICLES.get(text)
    if (particle) return { kind: 'particle', symbol: particle }
  }
  if (kind !== 'person' && STOP_WORDS.has(text)) return { kind: 'stop', symbol: '' }
  return text.length === 1 ? { kind: 'initial', symbol: '' } : { kind: 'word', symbol: '' }
}

function roleOf(original: string, parts: NameParts | undefined): NameRole {
  if (!parts) return 'any'
  const found = (['given', 'middle', 'patronymic', 'family'] as const).filter(role =>
    parts[role]?.some(p => splitWords(foldCase(plainText(p))).includes(original)),
  )
  return found.length === 1 ? (found[0] ?? 'any') : 'any'
}
