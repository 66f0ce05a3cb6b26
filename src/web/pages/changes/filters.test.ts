import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filtersOf, sinceOf } from './filters.ts'

const since = (search: string, newest?: string) => sinceOf(filtersOf(new URLSearchParams(search)), newest)

test('changes are shown from the day asked, else for the year before the newest version unless the question is narrow', () => {
  assert.equal(since('', '2026-08-21T00:00:00'), '2025-08-21')
  assert.equal(since('since=2020-01-01', '2026-08-21'), '2020-01-01')
  assert.equal(since('since=all', '2026-08-21'), '')
  assert.equal(since('source=un-sc', '2026-08-21'), '')
  assert.equal(since('kind=removed&list=un-1988', '2026-08-21'), '2025-08-21')
  assert.equal(since('', undefined), '')
})
