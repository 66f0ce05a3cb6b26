import { nameParts } from '../../model/index.ts'
import table from './names.json' with { type: 'json' }

/** The names that an item of a Canadian regulation writes as prose, and what it says of a birth. */
export type LawNames = {
  readonly name: string
  readonly others: readonly { readonly text: string; readonly weak: boolean }[]
  /** Words after `born`: `on March 31, 1978`, `in 1966`. */
  readonly born: readonly string[]
  /** Brackets that are neither names nor a birth. */
  readonly remarks: readonly string[]
}

const ALSO =
  /^(?:alias|also\s+known(?:\s+among\s+other\s+names)?\s+as|connue?s?(?:\s+notamment)?\s+sous\s+(?:les\s+noms?\s+(?:suivants?\s*)?(?=:)|le\s+nom\s+(?:suivant\s*(?=:)|d[e’'])|les\s+noms\s+de))\s*:?\s*/iu
const BORN = /^(?:born|née?)\s+/iu
const ONE_NAME: readonly string[] = table.oneName

/**
 * The names of an item such as `X (XY) (also known among other names as A, B (BC) and D)`, in English or French.
 *
 * Commas part names outside brackets; the last two are joined by a conjunction. What holds a comma or a conjunction and is
 * one name all the same stands in `names.json`.
 */
export function lawNames(item: string, lang: 'en' | 'fr' = 'en'): LawNames {
  const text = item.replace(/\s+/gu, ' ').trim()
  const { outer, brackets } = peel(text)
  const others: LawNames['others'][number][] = []
  const born: string[] = []
  const remarks: string[] = []
  for (const bracket of brackets) {
    if (ALSO.test(bracket)) for (const one of listed(bracket.replace(ALSO, ''), lang)) others.push(...variantsOf(one))
    else if (BORN.test(bracket)) born.push(bracket.replace(BORN, ''))
    else if (/^(?:formerly|including|y compris|anciennement)\b/iu.test(bracket)) remarks.push(bracket)
    else others.push({ text: unquoted(bracket), weak: isWeak(bracket) })
  }
  return { name: outer, others: unique(outer, others), born, remarks }
}

function unique(name: string, others: LawNames['others']): LawNames['others'] {
  const byText = new Map<string, LawNames['others'][number]>()
  for (const other of others) if (other.text !== '' && other.text !== name && !byText.has(other.text)) byText.set(other.text, other)
  return [...byText.values()]
}

// Takes the brackets off the end of a text, the last first; a bracket that is never closed ends with the text.
function peel(text: string): { readonly outer: string; readonly brackets: readonly string[] } {
  const brackets: string[] = []
  let outer = text
  while (true) {
    const at = lastBracket(outer)
    if (at < 1) return { outer: outer.trim(), brackets }
    brackets.unshift(inside(outer.slice(at + 1)))
    outer = outer.slice(0, at).trim()
  }
}

// What stands in a bracket: its own end off, where the text has one.
function inside(text: string): string {
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  return (count(/[)\]]/gu) > count(/[([]/gu) ? text.replace(/[)\]]\s*$/u, '') : text).trim()
}

// Where the bracket that ends the text begins; -1 where none does. In `X (also … (A)` the outer one is meant.
function lastBracket(text: string): number {
  let depth = 0
  for (let i = text.length - 1; i >= 0; i--) {
    const c = text[i]
    if (c === ')' || c === ']') depth++
    else if (c === '(' || c === '[') {
      depth--
      if (depth === 0) return unclosedBefore(text, i)
      if (depth < 0) return i
    } else if (depth === 0 && i === text.length - 1) break
  }
  const open = text.search(/[([]\s*(?:also known|connue?s? )/iu)
  return open
}

function unclosedBefore(text: string, at: number): number {
  const before = text.slice(0, at)
  const count = (pattern: RegExp) => (before.match(pattern) ?? []).length
  return count(/[([]/gu) > count(/[)\]]/gu) ? Math.max(before.lastIndexOf('('), before.lastIndexOf('[')) : at
}

function listed(text: string, lang: 'en' | 'fr'): readonly string[] {
  const shielded = ONE_NAME.reduce((all, name, i) => all.replaceAll(name, `\u0001${i}\u0001`), text)
  const parts = splitOutside(shielded)
  const last = parts.pop() ?? ''
  const plain = last.replace(/^(?:and|et)\s+/iu, '')
  parts.push(...(plain === last ? inTwo(last, lang) : [plain]))
  return parts.map(part => part.replace(/\u0001(\d+)\u0001/gu, (_, i: string) => ONE_NAME[Number(i)] ?? '').trim()).filter(Boolean)
}

function splitOutside(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth--
    else if ((c === ',' || c === ';') && depth === 0) {
      parts.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  return [...parts, text.slice(from).trim()]
}

// The two names around the last conjunction outside brackets. English texts hold French lists now and then, French texts English
// names. `Alexei or Aleksey SAMPLE` gives two spellings of a first name.
function inTwo(text: string, lang: 'en' | 'fr'): readonly string[] {
  const last = (lang === 'en' ? [/\s(?:and|or)\s+/giu, /\s(?:et|ou)\s+/giu] : [/\s(?:et|ou)\s+/giu])
    .map(conjunction =>
      [...text.matchAll(conjunction)].findLast(({ index }) => {
        const before = text.slice(0, index)
        return (before.match(/[([]/gu) ?? []).length === (before.match(/[)\]]/gu) ?? []).length
      }),
    )
    .find(found => found !== undefined)
  if (!last) return [text]
  const [left, right] = [text.slice(0, last.index), text.slice(last.index + last[0].length)]
  const rest = right.split(' ').slice(1)
  return /^or$/iu.test(last[0].trim()) && !left.includes(' ') && !isAcronym(left) && rest.length > 0
    ? [[left, ...rest].join(' '), right]
    : [left, right]
}

// `Lashkar-e-Jhanvi (LeJ)`, `Saraya Al-Quds (The Jerusalem Brigades)`, `Jaish-e-Mohammad (Muhammed)`: the last is another
// spelling of the last word, not a name of its own.
function variantsOf(text: string): LawNames['others'] {
  const { outer, brackets } = peel(text)
  if (brackets.length === 0) return nameParts(text).map(part => ({ text: part.text, weak: false }))
  const out: LawNames['others'][number][] = [{ text: unquoted(outer), weak: false }]
  for (const bracket of brackets) {
    for (const one of bracket.split(/\s*[,/]\s+|(?<=\p{Ll}{2})\/(?=\p{Lu})/u)) {
      const word = /[\p{L}\p{M}’']+$/u.exec(outer)?.[0] ?? ''
      const respelt = !one.includes(' ') && !isAcronym(one) && word !== '' && one[0]?.toLowerCase() === word[0]?.toLowerCase()
      out.push(
        respelt ? { text: outer.slice(0, outer.length - word.length) + one, weak: false } : { text: unquoted(one), weak: isWeak(one) },
      )
    }
  }
  return out
}

const isAcronym = (text: string) => (text.match(/\p{Lu}/gu) ?? []).length > 1
// A single ordinary word, such as `(Guardians)`, names many things.
const isWeak = (text: string) => !text.includes(' ') && !isAcronym(text)
const unquoted = (text: string) => text.replace(/^[“«"]\s*|\s*[”»"]$/gu, '').trim()
