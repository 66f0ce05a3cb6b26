import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventItem } from '../../answers.ts'
import { groupEvents, restOfTitle } from './kinds.ts'

const member = { record: 'x:1', reference: null, caption: 'Anna', entity: 'x:1', was: null }

test('the title of an event stands beside the name it begins with, a mass change keeps its own', () => {
  assert.equal(restOfTitle({ title: 'Anna listed on A list', members: [member], count: 1 }), 'listed on A list')
  assert.equal(restOfTitle({ title: '627 entries listed on A list', members: [member], count: 627 }), '627 entries listed on A list')
  assert.equal(restOfTitle({ title: 'A list is no longer published', members: [], count: 1 }), 'A list is no longer published')
})

test('events of one version stand together, in the order they come', () => {
  const event = (id: string, version: string) => ({ id, version, before: 'x/1', published: '2026-01-01' }) as EventItem
  assert.deepEqual(
    groupEvents([event('a', 'x/3'), event('b', 'x/2'), event('c', 'x/3')]).map(g => g.events.map(e => e.id)),
    [['a', 'c'], ['b']],
  )
})
