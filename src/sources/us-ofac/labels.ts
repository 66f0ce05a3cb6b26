import { CURRENCIES, FEATURE_ONLY, LABELS, type Meaning, WALLET_LABEL } from './labels.tables.ts'

/** A label with what it means; `currency` for wallets. */
export type Labelled = { readonly label: string; readonly meaning: Meaning; readonly currency?: string; readonly unseenCurrency?: true }

const byFirstWord = new Map<string, string[]>()
for (const label of Object.keys(LABELS).sort((a, b) => b.length - a.length)) {
  const first = firstWord(label)
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), label])
}

function firstWord(text: string): string {
  const end = text.search(/[\s:]/)
  return end < 0 ? text : text.slice(0, end)
}

const WALLET = new RegExp(`^${WALLET_LABEL} ?(\\w{2,10})$`)
const meanings = new Map<string, Labelled | undefined>()

/** The meaning of a whole label as the XML forms give it; undefined where it is unknown. A closing colon or dash says nothing. */
export function meaningOf(text: string): Labelled | undefined {
  const known = meanings.get(text)
  if (known || meanings.has(text)) return known
  const found = lookUp(text)
  meanings.set(text, found)
  return found
}

function lookUp(text: string): Labelled | undefined {
  const label = text
    .replaceAll('’', "'")
    .replace(/\s*[:-]\s*$/, '')
    .trim()
  const wallet = WALLET.exec(label)
  if (wallet?.[1]) return walletLabel(wallet[1])
  const meaning = LABELS[label]
  return meaning && { label, meaning }
}

/**
 * The label a part of the remarks begins with, and the rest; undefined where it begins with none, which makes it free text.
 * `DOB 09 Feb 1951`, `Linked To: X`, `Digital Currency Address - XBT 1…`, `Executive Order 13662 Directive Determination - Subject to …`.
 */
export function labelled(part: string): (Labelled & { readonly rest: string }) | undefined {
  if (part.startsWith(WALLET_LABEL)) {
    const wallet = /^(\w{2,10})\s+(\S.*)$/.exec(part.slice(WALLET_LABEL.length).trim())
    return wallet?.[1] && wallet[2] ? { ...walletLabel(wallet[1]), rest: wallet[2] } : undefined
  }
  for (const label of byFirstWord.get(firstWord(part)) ?? []) {
    if (!part.startsWith(label) || FEATURE_ONLY.has(label)) continue
    const after = part.slice(label.length)
    if (after !== '' && !/^(?:\s|:)/.test(after)) continue
    const meaning = LABELS[label]
    if (meaning) return { label, meaning, rest: after.replace(/^\s*(?::|-(?=\s))?\s*/, '').trim() }
  }
  return undefined
}

const walletLabel = (currency: string): Labelled => ({
  label: WALLET_LABEL.replace(/ -$/, ''),
  meaning: { as: 'wallet' },
  currency,
  ...(CURRENCIES.has(currency) ? {} : { unseenCurrency: true }),
})

// Words that end a label: what carries one and a figure, yet no known label, is a new kind of value.
const LIKE_A_LABEL =
  /^(?:alt\. )?[A-Z][\w.'’/&()-]*(?: [\w.'’/&()-]+){0,6}? ?(?:Number|No\.|#|Code|Address|ID|Identification|Date|Information)(?: \([^)]*\))?(?::| -)? \S*\d/

/** True for a text that looks like a labelled value of a kind no table knows. */
export const looksLabelled = (part: string): boolean => LIKE_A_LABEL.test(part)
