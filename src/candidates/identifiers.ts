/**
 * The form in which an identifier is looked up, whatever its kind: letters and digits in capitals.
 * Wallet addresses are kept as they are, because cleaning has folded hexadecimal ones and base58 tells capitals apart.
 * The two letters before a European tax number are the country, not part of the number.
 *
 * @param identifier `kind:value`
 * @returns empty where fewer than four letters or digits are left
 */
export function identifierKey(identifier: string): string {
  const { kind, value } = identifierParts(identifier)
  if (kind === 'wallet') return value
  const compact = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const bare = /^(?:tax|vat)/.test(kind) ? compact.replace(VAT, '') : compact
  return bare.length < 4 ? '' : bare
}

/** Kind and value of `kind:value`; without a kind the number is plain. */
export function identifierParts(identifier: string): { readonly kind: string; readonly value: string } {
  const colon = identifier.indexOf(':')
  return colon < 0 ? { kind: 'plain', value: identifier } : { kind: identifier.slice(0, colon), value: identifier.slice(colon + 1) }
}

// Country letters of EU VAT numbers (Directive 2006/112/EC, article 215), with GR for EL, GB and XI.
const VAT = /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)(?=U?\d{7,12}$)/
