import { lineOf } from './lexicon.ts'
import type { NameToken } from './token.ts'
import type { LinkKind } from './types.ts'

const SCRIPTS: Readonly<Record<string, string>> = {
  Arab: 'Arabic',
  Cyrl: 'Cyrillic',
  Grek: 'Greek',
  Hebr: 'Hebrew',
  Geor: 'Georgian',
  Armn: 'Armenian',
  Hani: 'Chinese',
  Hang: 'Korean',
  Kana: 'Japanese',
  Thai: 'Thai',
  Deva: 'Devanagari',
  Khmr: 'Khmer',
  Latn: 'Latin',
}
const scriptName = (token: NameToken): string => SCRIPTS[token.script] ?? token.script

/** Why two stretches of tokens were brought together, in words; undefined where the kind of link says it all. */
export function ruleOf(kind: LinkKind, query: readonly NameToken[], listed: readonly NameToken[]): string | undefined {
  const [q, l] = [query[0], listed[0]]
  if (!q || !l) return undefined
  switch (kind) {
    case 'sound':
      return q.group > 0 && q.group === l.group ? `spellings of one name: ${lineOf(q.group)}` : 'spelt differently, heard alike'
    case 'script':
      return q.script === l.script
        ? undefined
        : `${scriptName(q)} ${q.original} is read ${q.text}; ${scriptName(l)} ${l.original} is read ${l.text}`
    case 'nickname':
      return 'one is a short form of the other'
    case 'initial':
      return query.length + listed.length > 2 ? 'first letters of the words' : 'first letter of the word'
    case 'number':
      return `both are the number ${q.symbol.slice(2)}`
    case 'legal-form':
      return `legal forms of one class: ${q.symbol.slice(2)}`
    case 'symbol':
      return q.symbol === l.symbol && q.symbol !== '' ? `one word in several spellings or languages: ${q.symbol.slice(2)}` : undefined
    case 'joined':
      return 'written together in one name and apart in the other'
    default:
      return undefined
  }
}
