import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, mergeMembers } from './merge.ts'

const member = (record: string, rank: number, names: readonly string[]): Member => ({
  record,
  source: record.split(':')[0] ?? '',
  rank,
  party: {
    id: record,
    schema: 'Organization',
    statements: names.map(value => ({ property: 'name', value, text: value, field: 'name' })),
  },
  reading: { parties: [], designations: [], instruments: [], links: [], unread: [], problems: [] },
  version: 'x/2026-01-01',
  firstSeen: 0,
  lastChange: 0,
  lastSeen: 0,
})
const captionOf = (...names: readonly (readonly string[])[]) =>
  mergeMembers(
    'a:1',
    names.map((own, i) => member(`${'abc'[i]}:1`, i, own)),
    [],
  ).caption

test('a name in capitals alone is shown as another record of the party writes the same words, never otherwise', () => {
  assert.equal(captionOf(['TALIBAN'], ['Taliban']), 'Taliban')
  assert.equal(captionOf(['ÉTÉ SARL'], ['Été Sarl']), 'Été Sarl')
  assert.equal(captionOf(['TALIBAN'], ['Islamic Movement of Taliban']), 'TALIBAN')
  assert.equal(captionOf(['THE HOUTHIS'], ['the Houthis']), 'THE HOUTHIS')
  assert.equal(captionOf(['Haqqani Network'], ['HAQQANI NETWORK']), 'Haqqani Network')
})
