// What a list calls its entry (TAi.144, RUS0614) is what officers quote to each other: typed like a name, it finds the entry.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { plainQuery } from '../src/model/index.ts'
import { type Installation, installation } from './support/installation.ts'

let here: Installation
let numbers: readonly string[]

before(async () => {
  here = await installation([join(import.meta.dirname, '../src/sources/un-sc/fixtures/consolidated-2026')])
  const keys: string[] = []
  for await (const { key } of here.engine.ledger.state('un-sc', Number.MAX_SAFE_INTEGER)) keys.push(key)
  numbers = keys
  assert.ok(numbers.length > 3)
})
after(() => here.close())

test('the number of an entry finds that entry alone, in capitals or not', async () => {
  for (const number of numbers)
    for (const typed of [number, number.toLowerCase()]) {
      const { results } = await here.screen(plainQuery({ names: [typed], schema: 'Thing' }))
      assert.deepEqual(
        results.filter(r => r.match).map(r => r.id),
        [`un-sc:${number}`],
        typed,
      )
    }
})

test('a number that no entry bears finds nothing', async () => {
  const { results } = await here.screen(plainQuery({ names: ['QDi.998'], schema: 'Thing' }))
  assert.deepEqual(results, [])
})
