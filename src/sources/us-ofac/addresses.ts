import type { EntryAddress } from './entry.ts'

/** Parts of an address by the names OFAC gives them. */
export type AddressParts = Partial<
  Record<'ADDRESS1' | 'ADDRESS2' | 'ADDRESS3' | 'CITY' | 'STATE/PROVINCE' | 'POSTAL CODE' | 'REGION' | 'Unknown', string>
>

/** Names of the parts that `addressOf` knows. */
export const ADDRESS_PARTS: readonly (keyof AddressParts)[] = [
  'ADDRESS1',
  'ADDRESS2',
  'ADDRESS3',
  'CITY',
  'STATE/PROVINCE',
  'POSTAL CODE',
  'REGION',
  'Unknown',
]

/** An address from its parts, as the legacy files write it: street lines, "City, State Code", region, country. */
export function addressOf(parts: AddressParts, country: string, field: string): EntryAddress {
  const joined = (names: readonly (keyof AddressParts)[], between: string) =>
    names
      .map(name => parts[name] ?? '')
      .filter(Boolean)
      .join(between)
  const city = [joined(['CITY', 'STATE/PROVINCE'], ', '), parts['POSTAL CODE'] ?? ''].filter(Boolean).join(' ')
  return { lines: [joined(['ADDRESS1', 'ADDRESS2', 'ADDRESS3'], ', '), city, joined(['REGION', 'Unknown'], ', ')], country, field }
}
