import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inventedPairs } from '../bench/matching-data.ts'
import { analyseName, compareNames, nameKindOf } from '../src/names/index.ts'

const pairs = inventedPairs()
const scoreOf = (schema: string, query: string, listed: string) => {
  const kind = nameKindOf(schema)
  return compareNames(analyseName(query, kind), analyseName(listed, kind)).score
}

for (const category of new Set(pairs.map(pair => pair.category)))
  test(`invented pairs are told right nine times in ten: ${category}`, () => {
    const mine = pairs.filter(pair => pair.category === category)
    const wrong = mine.filter(pair => scoreOf(pair.schema, pair.query, pair.listed) >= 0.7 !== pair.match)
    assert.ok(mine.length >= 15)
    assert.ok(wrong.length <= mine.length * 0.1, wrong.map(pair => `${pair.query} | ${pair.listed}`).join('; '))
  })

test('both sides of an invented pair may be asked for', () => {
  for (const pair of pairs.filter((_, i) => i % 7 === 0)) {
    const there = scoreOf(pair.schema, pair.query, pair.listed)
    const back = scoreOf(pair.schema, pair.listed, pair.query)
    assert.ok(Math.abs(there - back) < 0.05, `${pair.query} | ${pair.listed}: ${there}, ${back}`)
  }
})
