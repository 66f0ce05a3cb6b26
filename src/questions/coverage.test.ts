import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownVersion } from '../ledger/index.ts'
import { type AsOf, endOfDay, OPEN, startOfDay } from '../model/index.ts'
import { coverageOf, type SourceFacts } from './coverage.ts'

const source = (id: string, staleAfterDays: number | null = 30): SourceFacts => ({
  id,
  kind: 'official',
  title: id.toUpperCase(),
  cadence: { text: 'monthly', staleAfterDays },
  verified: true,
  scopes: ['default'],
  addresses: [{ url: 'https://example.org/list.xml', part: 'main', rendition: 'xml' }],
})
const version = (id: string, day: string, accepted = startOfDay('2026-01-01')): KnownVersion => ({
  id: 1,
  source: id,
  name: `${id}/${day}`,
  published: startOfDay(day),
  basis: 'stated',
  recorded: startOfDay('2026-01-01'),
  accepted,
  rendition: 'xml',
  files: [],
  records: 2,
  heldFor: accepted === OPEN ? 'half the size of the one before' : null,
  problems: 0,
})
const at = (published: string, recorded = '2026-12-31'): AsOf => ({
  valid: published,
  published: endOfDay(published),
  recorded: endOfDay(recorded),
  validAsked: false,
})

test('the newest version published and accepted by then answers', () => {
  const versions = [version('a', '2026-01-01'), version('a', '2026-02-01'), version('a', '2026-03-01')]
  assert.equal(coverageOf([source('a')], versions, at('2026-02-10'), []).versions[0]?.version, 'a/2026-02-01')
})

test('what was accepted later does not answer for a day before', () => {
  const versions = [version('a', '2026-01-01'), version('a', '2026-02-01', startOfDay('2026-06-01'))]
  const { versions: used } = coverageOf([source('a', null)], versions, at('2026-12-01', '2026-05-01'), [])
  assert.equal(used[0]?.version, 'a/2026-01-01')
})

test('a source without a version is missing, an old one stale, a held one held', () => {
  const versions = [version('old', '2025-01-01'), version('held', '2026-02-01'), version('held', '2026-02-05', OPEN)]
  const { incomplete } = coverageOf([source('none'), source('old'), source('held')], versions, at('2026-02-10'), [])
  assert.deepEqual(
    incomplete.map(i => [i.source, i.reason]),
    [
      ['none', 'missing'],
      ['old', 'stale'],
      ['held', 'held'],
    ],
  )
})

test('nothing found is no answer where a required source is missing, or every official list is', () => {
  const versions = [version('a', '2026-02-01')]
  const sources = [source('a'), source('b')]
  assert.equal(coverageOf(sources, versions, at('2026-02-10'), []).unsearched, false)
  assert.equal(coverageOf(sources, versions, at('2026-02-10'), ['b']).unsearched, true)
  assert.equal(coverageOf([source('b')], versions, at('2026-02-10'), []).unsearched, true)
})

test('a required source that nobody knows is said to be missing', () => {
  const { incomplete, unsearched } = coverageOf([source('a')], [version('a', '2026-02-01')], at('2026-02-10'), ['zz-nowhere'])
  assert.deepEqual(
    incomplete.map(i => i.source),
    ['zz-nowhere'],
  )
  assert.equal(unsearched, true)
})

test('a source at no address that was never taken in is not missed, unless it is required', () => {
  const nowhere = { ...source('annexes'), addresses: [] }
  const versions = [version('a', '2026-02-01')]
  assert.deepEqual(coverageOf([source('a'), nowhere], versions, at('2026-02-10'), []).incomplete, [])
  assert.equal(coverageOf([source('a'), nowhere], versions, at('2026-02-10'), ['annexes']).unsearched, true)
})
