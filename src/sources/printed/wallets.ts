import { createHash } from 'node:crypto'
import type { Leaf } from '../../intake/index.ts'
import { type Party, partyBuilder } from '../../model/index.ts'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** What an address is by its own form: the chains it can be on, and whether its check digits agree (null: the form has none that is read). */
type WalletForm = { readonly chains: readonly string[]; readonly valid: boolean | null }

const EVM = ['ethereum', 'ethereum-classic', 'arbitrum', 'bsc']

const FORMS: readonly { readonly form: RegExp; readonly chains: readonly string[]; readonly check?: 'base58' }[] = [
  { form: /^0x[0-9a-f]{40}$/i, chains: EVM },
  { form: /^bc1[a-z0-9]{20,80}$/i, chains: ['bitcoin'] },
  { form: /^ltc1[a-z0-9]{20,80}$/i, chains: ['litecoin'] },
  { form: /^bnb1[a-z0-9]{30,50}$/i, chains: ['binance'] },
  { form: /^(?:bitcoincash:)?[qp][a-z0-9]{41}$/, chains: ['bitcoin-cash'] },
  { form: /^[48][0-9A-Za-z]{94}$|^4[0-9A-Za-z]{105}$/, chains: ['monero'] },
  { form: /^T[1-9A-HJ-NP-Za-km-z]{33}$/, chains: ['tron'], check: 'base58' },
  { form: /^t[13][1-9A-HJ-NP-Za-km-z]{33}$/, chains: ['zcash'], check: 'base58' },
  { form: /^X[1-9A-HJ-NP-Za-km-z]{33}$/, chains: ['dash'], check: 'base58' },
  { form: /^D[1-9A-HJ-NP-Za-km-z]{33}$/, chains: ['dogecoin', 'verge'], check: 'base58' },
  { form: /^[LM][1-9A-HJ-NP-Za-km-z]{32,33}$/, chains: ['litecoin'], check: 'base58' },
  { form: /^[GA][1-9A-HJ-NP-Za-km-z]{33}$/, chains: ['bitcoin-gold'], check: 'base58' },
  { form: /^r[1-9A-HJ-NP-Za-km-z]{24,34}$/, chains: ['ripple'] },
  {
    form: /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/,
    chains: ['bitcoin', 'bitcoin-cash', 'bitcoin-sv', 'litecoin', 'bitcoin-gold'],
    check: 'base58',
  },
  { form: /^[1-9A-HJ-NP-Za-km-z]{43,44}$/, chains: ['solana'] },
]

const OF_CURRENCY: Readonly<Record<string, string>> = {
  XBT: 'bitcoin',
  BTC: 'bitcoin',
  ETH: 'ethereum',
  ETC: 'ethereum-classic',
  ARB: 'arbitrum',
  BSC: 'bsc',
  LTC: 'litecoin',
  BCH: 'bitcoin-cash',
  BSV: 'bitcoin-sv',
  BTG: 'bitcoin-gold',
  XMR: 'monero',
  ZEC: 'zcash',
  DASH: 'dash',
  XVG: 'verge',
  DOGE: 'dogecoin',
  TRX: 'tron',
  XRP: 'ripple',
  BNB: 'binance',
  SOL: 'solana',
}

/** The form of an address; no chains where it has the form of none that is known. */
function walletForm(address: string): WalletForm {
  const found = FORMS.find(({ form }) => form.test(address))
  return found ? { chains: found.chains, valid: found.check ? base58Check(address) : null } : { chains: [], valid: null }
}

/** The chain of an address, as far as form and label tell, and where the two disagree. */
export type Chain = { readonly chain: string | undefined; readonly differs: boolean; readonly valid: boolean | null }

/**
 * The chain an address is on: what its form allows, and among that what the label says. A label can name the wrong chain
 * (`XBT` before an address of Ethereum), and a token such as USDT lives on several. Where the form is that of no known
 * chain, the label stands, and the address is invalid if the label names a chain whose form is known.
 */
export function chainOf(address: string, currency: string): Chain {
  const { chains, valid } = walletForm(address)
  const said = OF_CURRENCY[currency]
  if (chains.length === 0) return { chain: said, differs: false, valid: said === undefined ? null : false }
  if (said === undefined || chains.includes(said)) return { chain: said ?? chains[0], differs: false, valid }
  return { chain: chains[0], differs: !(said === 'binance' && chains === EVM), valid }
}

/** Addresses whose form is told from any other text: those without check digits that are read, and those with. */
const IN_TEXT =
  /(?<![0-9A-Za-z])(?:0x[0-9A-Fa-f]{40}|bc1[a-z0-9]{25,80}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|T[1-9A-HJ-NP-Za-km-z]{33}|4[0-9AB][0-9A-Za-z]{93})(?![0-9A-Za-z])/g

/**
 * The wallets whose addresses stand in prose, as parties held by the one it is about. Only what no other number looks like
 * counts: forms with check digits must agree with them.
 */
export function walletsIn({ text, field }: Leaf, holder: string): readonly Party[] {
  const addresses = [...new Set([...text.matchAll(IN_TEXT)].map(([address]) => address))]
  return addresses.flatMap(address => {
    const { chain, valid } = chainOf(address, '')
    if (!chain || valid === false) return []
    const wallet = partyBuilder(`${holder}/wallet-${address}`, 'CryptoWallet')
    wallet.addClean('publicKey', address, address, field)
    wallet.addClean('blockchain', chain, address, field)
    wallet.addClean('holder', holder, holder, field)
    return [wallet.build()]
  })
}

// The last four bytes are the first four of the double SHA-256 of the rest.
function base58Check(address: string): boolean {
  let number = 0n
  for (const letter of address) number = number * 58n + BigInt(ALPHABET.indexOf(letter))
  const hex = number.toString(16)
  const digits = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const bytes = Buffer.concat([Buffer.alloc(/^1*/.exec(address)?.[0].length ?? 0), digits])
  const hash = (data: Uint8Array) => createHash('sha256').update(data).digest()
  return (
    bytes.length > 4 &&
    hash(hash(bytes.subarray(0, -4)))
      .subarray(0, 4)
      .equals(bytes.subarray(-4))
  )
}
