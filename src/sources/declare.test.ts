import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading, Source } from '../model/index.ts'
import { type Declaration, declare } from './declare.ts'

const EMPTY: Reading = { parties: [], designations: [], instruments: [], links: [], unread: [], problems: [] }
const declared = (parse: Source['parse'], other: Partial<Declaration> = {}) =>
  declare({
    id: 'xx-test',
    kind: 'official',
    rank: 1,
    authority: 'xx',
    jurisdiction: 'xx',
    title: 'Test',
    publisher: 'Test',
    url: '',
    licence: '',
    cadence: { text: 'daily', staleAfterDays: 2 },
    parser: 'xx-test@1',
    bounds: { min: 1, maxLoss: 0.5, maxGain: 1 },
    recognise: () => undefined,
    async *read() {},
    parse,
    ...other,
  })

test('a party that a record names twice is one party with the statements of both', () => {
  const party = (value: string) => ({
    id: 'xx-test:1/w',
    schema: 'CryptoWallet',
    statements: [{ property: 'currency', value, text: value, field: 'f' }],
  })
  const { parties } = declared(() => ({ ...EMPTY, parties: [party('XBT'), party('ETH'), party('XBT')] })).parse({ key: '1', body: '' })
  assert.deepEqual(
    parties.map(p => p.statements.map(s => s.value)),
    [['XBT', 'ETH']],
  )
})

test('a fault in parsing stops the version and names the record', () => {
  const { problems } = declared(() => {
    throw new TypeError('no such thing')
  }).parse({ key: '7', body: '' })
  assert.equal(problems[0]?.severity, 'stop')
  assert.match(JSON.stringify(problems[0]), /7/)
})

test('a declaration that cannot be right is an error at start', () => {
  assert.throws(() => declared(() => EMPTY, { parser: 'other@1' }), /parser/)
  assert.throws(() => declared(() => EMPTY, { bounds: { min: 0, maxLoss: 2, maxGain: 1 } }), /bounds/)
})
