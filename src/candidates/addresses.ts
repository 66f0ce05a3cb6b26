import { analyseName } from '../names/index.ts'
import { ADDRESS_WORDS, CITIES } from './addresses.tables.ts'

/** A word of an address: all it may stand for ("st" is a street or a saint), and whether it holds a digit. */
export type AddressWord = { readonly forms: readonly string[]; readonly number: boolean }

const FORMS = new Map<string, string[]>()
for (const [first = '', ...others] of [...ADDRESS_WORDS, ...CITIES])
  for (const word of [first, ...others]) FORMS.set(word, [...(FORMS.get(word) ?? []), first])

const kept = new Map<string, readonly AddressWord[]>()
const MAX_KEPT = 5_000

/** The words of an address, in Latin letters; those that say nothing are left out. */
export function addressWords(address: string): readonly AddressWord[] {
  const found = kept.get(address)
  if (found) return found
  if (kept.size >= MAX_KEPT) kept.clear()
  const latin = /[^\p{Script=Latin}\p{P}\p{S}\p{N}\p{M}\s]/u.test(address)
    ? analyseName(address, 'vessel')
        .tokens.map(t => t.text)
        .join(' ')
    : address
  const plain = latin.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.'’]/g, '')
  const out = plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(w => w !== '')
    .map(w => ({ forms: FORMS.get(w) ?? [w], number: /\d/.test(w) }))
    .filter(w => w.forms.some(f => f !== ''))
  kept.set(address, out)
  return out
}

/** An address with each word in the form that stands for its spellings ("st" and "ulitsa" as "street"). */
export const plainAddress = (address: string): string =>
  addressWords(address)
    .map(({ forms }) => forms.find(form => form !== '') ?? '')
    .join(' ')
