/**
 * The form in which an identifier is looked up, whatever its kind: letters and digits in capitals.
 * Wallet addresses are kept as they are, because cleaning has folded hexadecimal ones and base58 tells capitals apart.
 * The two letters before a European tax number are the country, a "No." before any number is no part of it, and XXX behind a
 * bank's code is its head office (ISO 9362).
 *
 * @param identifier `kind:value`
 * @returns empty where fewer than four letters or digits are left, and for fillers (000000, XXXXXX)
 */
export function identifierKey(identifier: string): string {
  const { kind, value } = identifierParts(identifier)
  if (kind === 'wallet') return value
  const compact = value
    .replace(NUMBER_SIGN, '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const bare = /^(?:tax|vat)/.test(kind) ? compact.replace(VAT, '') : kind === 'bic' ? compact.replace(HEAD_OFFICE, '') : compact
  return bare.length < 4 || FILLER.test(bare) ? '' : bare
}

/** Kind and value of `kind:value`; without a kind the number is plain. */
export function identifierParts(identifier: string): { readonly kind: string; readonly value: string } {
  const colon = identifier.indexOf(':')
  return colon < 0 ? { kind: 'plain', value: identifier } : { kind: identifier.slice(0, colon), value: identifier.slice(colon + 1) }
}

// Country letters of EU VAT numbers (Directive 2006/112/EC, article 215), with GR for EL, GB and XI.
const VAT = /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)(?=U?\d{7,12}$)/

const NUMBER_SIGN = /^\s*(?:(?:no|nr|num|number)\s*[.:]|n[°º]|[№#])/i
const HEAD_OFFICE = /(?<=^.{8})XXX$/
const FILLER = /^(.)\1+$/
