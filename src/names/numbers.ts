import { NUMBER_WORDS } from './tables/organisations.tables.ts'
import type { TokenParts } from './token.ts'

const ROMAN = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/**
 * The value of a word that is a number: digits, ordinals, number words, and roman numerals up to 39; a code of letters
 * and digits is its own value. Undefined where it is none.
 */
export function numberOf(text: string, besideWords: boolean): string | undefined {
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) {
    const digits = /^0*(\d+)(?:st|nd|rd|th|e|er|ya|y|i)?$/.exec(text)
    return digits?.[1] ?? text
  }
  const word = NUMBER_WORDS.get(text)
  if (word !== undefined && besideWords) return String(word)
  if (besideWords && text.length <= 6 && ROMAN.test(text)) return String(roman(text))
  return text.length >= 3 && /\d/.test(text) ? text : undefined
}

function roman(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN_VALUES[text[i] ?? ''] ?? 0
    sum += value < (ROMAN_VALUES[text[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

const valueOf = (part: TokenParts | undefined): number =>
  part?.kind === 'number' && /^n:\d{1,4}$/.test(part.symbol) ? Number(part.symbol.slice(2)) : -1

/** The tokens with tens and units put together: "forty four" and "forty 4" are 44. */
export function joinNumbers(parts: readonly TokenParts[]): readonly TokenParts[] {
  if (!parts.some(part => part.kind === 'number')) return parts
  const out: TokenParts[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    const next = parts[i + 1]
    if (!part) continue
    const tens = valueOf(part)
    const units = valueOf(next)
    if (next && tens >= 20 && tens <= 90 && tens % 10 === 0 && units > 0 && units < 10 && !/^\d/.test(part.text)) {
      out.push({ ...part, text: `${part.text}${next.text}`, symbol: `n:${tens + units}`, original: `${part.original} ${next.original}` })
      i++
    } else out.push(part)
  }
  return out
}
