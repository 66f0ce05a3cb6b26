import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownVersion, Ledger, Presence } from '../ledger/index.ts'
import { type Designation, exactDay, OPEN, type Reading, startOfDay } from '../model/index.ts'
import { lagOf } from './lag.ts'

const version = (day: string): KnownVersion => ({
  id: 1,
  name: `probe/${day}`,
  source: 'probe',
  published: startOfDay(day),
  basis: 'stated',
  recorded: startOfDay(day),
  accepted: startOfDay(day),
  rendition: 'xml',
  files: [],
  records: 1,
  heldFor: null,
  problems: 0,
})

/** A ledger that holds records by the day they came and the day of their listing. */
function ledgerOf(rows: readonly (readonly [record: number, since: string, listed: string | null])[]): Ledger {
  const presences = rows.map(
    ([record, since], content): Presence => ({
      record,
      source: 'probe',
      key: String(record),
      content,
      since: startOfDay(since),
      until: OPEN,
    }),
  )
  const reading = (listed: string | null): Reading => {
    const designation: Designation = {
      party: 'probe:1',
      list: 'l',
      programme: 'p',
      status: 'listed',
      instruments: [],
      confidence: 'read',
      field: 'f',
      ...(listed === null ? {} : { from: exactDay(listed) }),
    }
    return { parties: [], designations: [designation], instruments: [], links: [], unread: [], problems: [] }
  }
  const ledger: Pick<Ledger, 'presences' | 'readings'> = {
    presences: async function* () {
      yield* presences
    },
    readings: contents => Promise.resolve(new Map(contents.map(content => [content, reading(rows[content]?.[2] ?? null)]))),
  }
  return ledger as Ledger
}

const versions = ['2026-06-01', '2026-01-09', '2026-01-08', '2026-01-01'].map(version)

test('the lag is the middle of the days from act to appearance, of what came soon after the version before', async () => {
  const ledger = ledgerOf([
    [1, '2026-01-01', '2001-10-12'],
    [2, '2026-01-08', '2026-01-06'],
    [3, '2026-01-08', '2025-12-20'],
    [4, '2026-01-09', '2026-01-04'],
    [5, '2026-06-01', '2026-01-20'],
  ])
  assert.deepEqual(await lagOf(ledger, 'probe', versions), { days: 5, listings: 3 })
})

test('a record that comes back or changes, one without a day, and one listed long before do not count', async () => {
  const ledger = ledgerOf([
    [1, '2026-01-01', '2025-12-30'],
    [1, '2026-01-09', '2026-01-07'],
    [2, '2026-01-08', null],
    [3, '2026-01-08', '2014-03-05'],
  ])
  assert.equal(await lagOf(ledger, 'probe', versions), null)
})

test('one version alone shows no lag', async () => {
  assert.equal(await lagOf(ledgerOf([[1, '2026-01-01', '2025-12-30']]), 'probe', versions.slice(3)), null)
})
