import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Incomplete } from '../questions/index.ts'
import { presentIncomplete } from './present-listings.ts'

const missing = (source: string): Incomplete => ({ source, reason: 'missing', detail: `No version of ${source} was there.` })

test('many sources without a version are told together, a stale one in its own line', () => {
  const told = presentIncomplete([...['a', 'b', 'c', 'd'].map(missing), { source: 'e', reason: 'stale', detail: 'It is 9 days old.' }])
  assert.equal(told.split('\n').length, 3)
  assert.match(told, /^ {2}e: stale\. It is 9 days old\.\n {2}missing, .*: a, b, c, d\.\n/)
})

test('few sources without a version have a line each', () => {
  assert.equal(presentIncomplete(['a', 'b'].map(missing)).split('\n').length, 2)
})
