import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openClaimStore, pendingChanges } from '../../src/news/index.ts'
import { documentOf, readerOverBase } from './kit.ts'

const reader = readerOverBase()
const AROUND = {
  captionOf: (id: string) => id,
  nameOf: (code: string) => code,
  changesOf: (authority: string, party: string) =>
    authority === 'ru' && party === 'taliban'
      ? [{ day: '2025-04-17', direction: 'delisting' as const, title: 'suspended on the list', instrument: 'ru-supreme-court-2025' }]
      : [],
  relationsOf: () => [],
}
const TOLD = [
  ['a', '2024-04-10', 'Russia is considering removing the Taliban from its list of terrorist organisations, officials said.'],
  ['b', '2024-05-20', 'Russia and the Taliban hold talks in Kazan about trade and transit.'],
  ['c', '2024-10-05', 'Moscow intends to take the Taliban off its list of terrorist organisations.'],
] as const

function caseOn(day: string, told: readonly (readonly [string, string, string])[] = TOLD) {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-claims-'))
  const store = openClaimStore(folder, { readOnly: false })
  for (const [id, published, text] of told) store.keep(reader.read(documentOf(text, published, id)), 0, true)
  const found = pendingChanges(store.claims(day), day, AROUND)
  store.close()
  rmSync(folder, { recursive: true })
  return found.map(p => [p.authority, p.party, p.direction, p.rung, p.status, p.closedBy?.day ?? null])
}

test('a delisting that was weighed is pending, climbs the ladder, and is closed by the official change', () => {
  assert.deepEqual(caseOn('2024-04-01'), [])
  assert.deepEqual(caseOn('2024-04-11'), [['ru', 'taliban', 'delisting', 'considered', 'open', null]])
  assert.deepEqual(caseOn('2025-04-16'), [['ru', 'taliban', 'delisting', 'announced', 'open', null]])
  assert.deepEqual(caseOn('2025-04-18'), [['ru', 'taliban', 'delisting', 'announced', 'closed', '2025-04-17']])
})

test('talks alone open no pending change', () => assert.deepEqual(caseOn('2024-06-01', [TOLD[1]]), []))

test('a case nobody speaks of any more expires', () => {
  const told = [['z', '2020-01-10', 'Kazakhstan is considering removing Hezbollah from its list of terrorist organisations.']] as const
  assert.equal(caseOn('2020-02-01', told)[0]?.[4], 'open')
  assert.equal(caseOn('2023-01-10', told)[0]?.[4], 'expired')
})
