import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SourceView } from '../../answers.ts'
import { groupSources, worstOf } from './groups.ts'

const source = (id: string, publisher: string, freshness: SourceView['freshness'] = 'current') =>
  ({ id, publisher, freshness }) as SourceView

test('many publications of one publisher stand together where the first of them stood, few stand alone', () => {
  const acts = Array.from({ length: 6 }, (_, i) => source(`eu-${i}`, 'Publications Office', i === 3 ? 'stale' : 'current'))
  const items = groupSources([source('un', 'UN'), ...acts.slice(0, 2), source('us', 'OFAC'), ...acts.slice(2)])
  assert.deepEqual(
    items.map(item => (item.kind === 'one' ? item.source.id : `${item.publisher} ${item.sources.length}`)),
    ['un', 'Publications Office 6', 'us'],
  )
  assert.deepEqual(worstOf(acts), { freshness: 'stale', count: 1 })
})
