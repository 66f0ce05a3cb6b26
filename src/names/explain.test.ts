import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, explainNames } from './index.ts'

const explained = (query: string, listed: string) => explainNames(analyseName(query, 'person'), analyseName(listed, 'person'))

test('an explanation tells the words as written where they were romanised or folded', () => {
  const { links } = explained('Сираджудин Хаккани', 'Sirajuddin Ḥaqqānī')
  assert.ok(links.length > 0)
  assert.deepEqual(links.flatMap(l => l.asked ?? []).sort(), ['сираджудин', 'хаккани'])
  assert.ok(links.flatMap(l => l.recorded ?? []).includes('ḥaqqānī'))
  for (const { query, asked } of links) assert.equal(asked?.length, query.length, 'a word as written for each word compared')
})

test('words that are compared as they are written are told once', () => {
  for (const link of explained('rustam karimov', 'rustam karimov').links)
    assert.deepEqual([link.asked, link.recorded], [undefined, undefined])
})

test('contributions and rest add up to the score', () => {
  for (const [a, b] of [
    ['Сираджудин Хаккани', 'Sirajuddin Haqqani'],
    ['Rustam Tashkenti Karimov', 'Rustam Karimov'],
    ['Leila Haddad', 'Layla Hadad'],
  ] as const) {
    const { links, rest, score } = explained(a, b)
    assert.ok(Math.abs(links.reduce((sum, l) => sum + l.contribution, rest) - score) < 1e-9, `${a} : ${b}`)
  }
})
