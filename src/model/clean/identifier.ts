import { cleanText } from './text.ts'

/** What makes an identifier comparable: kinds with an authority of their own, or a plain number. */
export type IdentifierKind = 'imo' | 'mmsi' | 'lei' | 'bic' | 'isin' | 'inn' | 'ogrn' | 'iban' | 'uei' | 'npi' | 'wallet' | 'plain'

const KINDS: Readonly<Record<string, IdentifierKind>> = {
  imoNumber: 'imo',
  mmsi: 'mmsi',
  leiCode: 'lei',
  swiftBic: 'bic',
  bic: 'bic',
  isin: 'isin',
  isinCode: 'isin',
  innCode: 'inn',
  ogrnCode: 'ogrn',
  iban: 'iban',
  uniqueEntityId: 'uei',
  npiCode: 'npi',
  publicKey: 'wallet',
}

/** The kind of identifier a property holds. */
export const identifierKind = (property: string): IdentifierKind => KINDS[property] ?? 'plain'

/**
 * An identifier in the form it is compared in; undefined where it cannot be one of its kind.
 * Plain numbers keep letters, digits and their separators as published; comparison folds them (`screen`).
 * Hexadecimal wallet addresses ignore case and may lack their 0x, base58 ones do not ignore it.
 */
export function cleanIdentifier(property: { readonly name: string; readonly format?: string }, text: string): string | undefined {
  const kind = (property.format as IdentifierKind | undefined) ?? identifierKind(property.name)
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  switch (kind) {
    case 'imo':
      return imo(compact)
    case 'mmsi':
      return /^\d{9}$/.test(compact) ? compact : undefined
    case 'lei':
      return /^[A-Z0-9]{18}\d{2}$/.test(compact) && mod97(compact) === 1 ? compact : undefined
    case 'bic':
      return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(compact) ? compact : undefined
    case 'isin':
      return isin(compact)
    case 'inn':
      return inn(compact)
    case 'ogrn':
      return ogrn(compact)
    case 'iban':
      return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact) && mod97(compact.slice(4) + compact.slice(0, 4)) === 1 ? compact : undefined
    case 'wallet':
      return wallet(text)
    default:
      return cleanText(text)
  }
}

// ISO 7064 MOD 97-10, as LEI and IBAN use it.
function mod97(text: string): number {
  let rest = 0
  for (const c of text) for (const d of /\d/.test(c) ? c : String(c.charCodeAt(0) - 55)) rest = (rest * 10 + Number(d)) % 97
  return rest
}

// Seven digits. A ship's last digit is the sum of the first six times 7 to 2, modulo 10 (IMO resolution A.1117); a company's or
// registered owner's is 11 less the remainder by 11 of the first six times 8, 6, 4, 2, 9 and 7, modulo 10 (MSC.160(78)).
function imo(compact: string): string | undefined {
  const digits = compact.replace(/^IMO/, '')
  if (!/^\d{7}$/.test(digits)) return undefined
  const sum = (weights: readonly number[]) => weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  const last = Number(digits[6])
  const ship = sum([7, 6, 5, 4, 3, 2]) % 10 === last
  const company = (11 - (sum([8, 6, 4, 2, 9, 7]) % 11)) % 10 === last
  return ship || company ? `IMO${digits}` : undefined
}

// Luhn over the letters turned to numbers (ISO 6166).
function isin(compact: string): string | undefined {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(compact)) return undefined
  const digits = [...compact].map(c => (/\d/.test(c) ? c : String(c.charCodeAt(0) - 55))).join('')
  const sum = [...digits].reverse().reduce((s, d, i) => s + (i % 2 === 1 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(d)] ?? 0) : Number(d)), 0)
  return sum % 10 === 0 ? compact : undefined
}

// Russian taxpayer number: 10 digits for bodies, 12 for persons, with check digits.
function inn(compact: string): string | undefined {
  const check = (weights: readonly number[]) => (weights.reduce((s, w, i) => s + w * Number(compact[i]), 0) % 11) % 10
  if (/^\d{10}$/.test(compact)) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(compact[9]) ? compact : undefined
  if (!/^\d{12}$/.test(compact)) return undefined
  const first = check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(compact[10])
  const second = check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(compact[11])
  return first && second ? compact : undefined
}

// Russian registration number: 13 digits for bodies (modulo 11), 15 for entrepreneurs (modulo 13).
function ogrn(compact: string): string | undefined {
  if (!/^(\d{13}|\d{15})$/.test(compact)) return undefined
  const body = BigInt(compact.slice(0, -1))
  const rest = (body % (compact.length === 13 ? 11n : 13n)) % 10n
  return String(rest) === compact.at(-1) ? compact : undefined
}

function wallet(text: string): string | undefined {
  const address = text.replace(/\s+/g, '').replace(WALLET_SCHEME, '').replace(/\?.*$/, '')
  if (/^[0-9a-f]{40}$/i.test(address)) return `0x${address.toLowerCase()}`
  if (/^0x[0-9a-f]{40,64}$/i.test(address)) return address.toLowerCase()
  if (/^(bc|tb|ltc)1[a-z0-9]{20,80}$/i.test(address)) return address.toLowerCase()
  return /^[0-9A-Za-z:+/=_.-]{20,120}$/.test(address) ? address : undefined
}

// The name of the currency before an address, as payment links have it (BIP 21, ERC-681).
const WALLET_SCHEME = /^(?:bitcoin|bitcoincash|ethereum|litecoin|dogecoin|dash|zcash|monero|ripple|tron):(?:pay-)?/i
