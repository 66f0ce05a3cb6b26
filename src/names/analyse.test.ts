import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, compareNames } from './index.ts'

test('one name in several scripts reads alike', () => {
  for (const [a, b] of [
    ['Сергей Лавров', 'Sergey Lavrov'],
    ['习近平', 'Xi Jinping'],
    ['ბარაკ ობამა', 'Barak Obama'],
    ['Sеrgеi Nаryshkin', 'Sergei Naryshkin'],
  ] as const) {
    assert.equal(
      analyseName(a, 'person')
        .tokens.map(t => t.text)
        .join(' '),
      analyseName(b, 'person')
        .tokens.map(t => t.text)
        .join(' '),
    )
  }
})

test('equal names score 1 in any order of words', () => {
  assert.equal(compareNames(analyseName('PUTIN, Vladimir', 'person'), analyseName('Vladimir Putin', 'person')).score, 1)
})
