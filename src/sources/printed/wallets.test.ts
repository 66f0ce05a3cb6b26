import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valuesOf } from '../../model/index.ts'
import { walletsIn } from './wallets.ts'

const found = (text: string) =>
  walletsIn({ text, field: 'other' }, 'x:1').map(wallet => [...valuesOf(wallet, 'publicKey'), ...valuesOf(wallet, 'blockchain')])

test('addresses in prose are wallets by their own form, with check digits that agree', () => {
  // The first block's address and the zero address are public knowledge.
  assert.deepEqual(found('BTC: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa; ETH 0x0000000000000000000000000000000000000000.'), [
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'bitcoin'],
    ['0x0000000000000000000000000000000000000000', 'ethereum'],
  ])
})

test('numbers of other kinds are no wallets', () => {
  assert.deepEqual(found('INN 1020000000001, IBAN GB33BUKB20201555555555, 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb, hash 0x00'), [])
})

test('an address that is told twice is one wallet, held by the party', () => {
  const [wallet, ...more] = walletsIn(
    { text: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa and 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', field: 'f' },
    'x:1',
  )
  assert.deepEqual([wallet?.id, more.length], ['x:1/wallet-1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 0])
  assert.deepEqual(wallet && valuesOf(wallet, 'holder'), ['x:1'])
})
