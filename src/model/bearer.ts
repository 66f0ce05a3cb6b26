import { isA } from './ftm.ts'
import type { Party, Reading } from './types.ts'

/** Property that lists name to be found by, and that is blocked with whoever holds it. */
const HOLDINGS = ['CryptoWallet', 'BankAccount', 'Security']
/** Properties that name who holds it. */
const HOLDERS = ['holder', 'issuer']

/** True for wallets, accounts and securities: an entry that names one leads by it to its holder. */
export const isHolding = (schema: string): boolean => HOLDINGS.some(holding => isA(schema, holding))

/**
 * The party of a reading whose designations hold for another: itself, or the holder of a wallet, account or security that no
 * designation names, since what a listed party holds is blocked with it.
 */
export function bearerOf(party: Party, reading: Reading): string {
  if (!isHolding(party.schema) || reading.designations.some(d => d.party === party.id)) return party.id
  return party.statements.find(s => HOLDERS.includes(s.property))?.value ?? party.id
}

/** The holder that the properties of a wallet, account or security name; undefined of anything else. */
export const holderIn = (schema: string, properties: Readonly<Record<string, readonly unknown[]>>): string | undefined =>
  isHolding(schema) ? HOLDERS.flatMap(name => properties[name] ?? []).find(value => typeof value === 'string') : undefined
