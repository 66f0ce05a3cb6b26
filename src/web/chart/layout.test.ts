import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Listing } from '../answers.ts'
import { rowsOf, standingOf } from './intervals.ts'
import { axisOf, textWidth, withoutCollisions, wrap } from './layout.ts'

const listing = (part: Partial<Listing>): Listing => ({
  list: 'ru-list',
  listName: 'List',
  authority: 'ru-court',
  authorityName: 'Court',
  jurisdiction: 'ru',
  status: 'listed',
  from: { after: '2003-02-13', by: '2003-02-14', basis: 'stated', text: '' },
  to: null,
  instruments: [],
  endInstruments: [],
  confidence: 'read',
  disputed: false,
  evidence: [],
  holds: false,
  reference: null,
  programme: null,
  grounds: null,
  lastRead: null,
  note: null,
  disagreement: [],
  ...part,
})
const suspended = listing({ status: 'suspended', from: { after: '2025-04-16', by: '2025-04-17', basis: 'stated', text: '' } })
const until2025 = listing({ to: { after: '2025-04-16', by: '2025-04-17', basis: 'stated', text: '' } })

test('the stretch that holds answers for the day; before the first known one the party was not yet listed', () => {
  assert.equal(standingOf([{ ...until2025, holds: true }, suspended], '2025-04-16').status, 'listed')
  assert.equal(standingOf([until2025, { ...suspended, holds: true }], '2025-04-17').status, 'suspended')
  assert.equal(standingOf([until2025, suspended], '2003-02-13').status, 'not-listed')
})

test('an ended listing is removed after its end, and unknown while the end may or may not have come', () => {
  const row = [listing({ to: { after: '2023-03-27', by: '2024-09-21', basis: 'seen', text: '' } })]
  assert.equal(standingOf(row, '2023-03-28').status, 'unknown')
  assert.equal(standingOf(row, '2024-09-20').status, 'unknown')
  assert.equal(standingOf(row, '2024-09-21').status, 'delisted')
})

test('a listing that has begun but is not said to hold is unknown, never listed', () => {
  assert.equal(standingOf([listing({})], '2026-01-01').status, 'unknown')
})

test('before a start that is known the party was not yet listed; before an unknown one nothing is known', () => {
  assert.equal(standingOf([until2025], '2000-01-01').status, 'not-listed')
  assert.equal(standingOf([listing({ from: { after: null, by: '2018-01-27', basis: 'seen', text: '' } })], '2000-01-01').status, 'unknown')
})

test('rows come as the United Nations, regional bodies, then States by their first listing', () => {
  const at = (list: string, jurisdiction: string, day: string) =>
    listing({ list, jurisdiction, from: { after: null, by: day, basis: 'seen', text: '' } })
  const rows = rowsOf([
    at('kz', 'kz', '2005-03-15'),
    at('us', 'us', '1999-07-04'),
    at('eu', 'eu', '2011-08-01'),
    at('un', 'un', '2011-06-17'),
    at('us2', 'us', '2002-07-02'),
  ])
  assert.deepEqual(
    rows.map(r => r.list),
    ['un', 'eu', 'us', 'us2', 'kz'],
  )
})

test('the axis has years at equal steps, none closer than its label needs', () => {
  for (const width of [300, 750, 2000]) {
    const ticks = axisOf({ from: '1999-01-01', to: '2026-11-24', width })
    const years = ticks.map(t => Number(t.label))
    const step = (years[1] ?? 0) - (years[0] ?? 0)
    assert.ok(
      years.every((year, i) => i === 0 || year - (years[i - 1] ?? 0) === step),
      String(years),
    )
    assert.ok((step / 28) * width >= 40, `${width}: ${step}`)
  }
})

test('a label that would meet the one before is dropped, and no text is cut when it is broken into lines', () => {
  const labels = [
    { x: 0, label: '1267' },
    { x: 10, label: '1333' },
    { x: 80, label: '1390' },
  ]
  assert.deepEqual(
    withoutCollisions(labels, 12).map(l => l.label),
    ['1267', '1390'],
  )
  const text = 'Unified federal list of organisations recognised as terrorist'
  const lines = wrap(text, 160, 13)
  assert.equal(lines.join(' '), text)
  for (const line of lines) assert.ok(textWidth(line, 13) <= 160, line)
})
