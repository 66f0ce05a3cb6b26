import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordMeant } from './members.ts'

const sources = [
  { id: 'us-ofac-sdn', kind: 'official', authority: 'us-ofac' },
  { id: 'us-ofac-consolidated', kind: 'official', authority: 'us-ofac' },
  { id: 'us-trade', kind: 'aggregate', authority: 'us-ofac' },
  { id: 'uk-fcdo', kind: 'official', authority: 'gb-fcdo' },
] as const

test('a tie leads to the party in whichever file of the publisher it stands, and waits for one that stands in none', () => {
  const meant = (record: string, ...held: readonly string[]) => recordMeant(sources, record, id => held.includes(id))
  assert.equal(meant('us-ofac-sdn:990091', 'us-ofac-sdn:990091', 'us-ofac-consolidated:990091'), 'us-ofac-sdn:990091')
  assert.equal(meant('us-ofac-sdn:990091', 'us-ofac-consolidated:990091'), 'us-ofac-consolidated:990091')
  assert.equal(meant('us-ofac-sdn:990091', 'us-trade:990091', 'uk-fcdo:990091'), 'us-ofac-sdn:990091')
  assert.equal(meant('nowhere:1', 'uk-fcdo:1'), 'nowhere:1')
})
