import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraphsOf } from './segments.ts'

const text = 'Moscow weighs striking the movement from its list; nothing is settled.\n\nTalks went on.\nThe court did not speak.'
const quote = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('a text is cut at the edges of its claims, and joined again it is the text', () => {
  const claims = [
    quote('weighs striking the movement from its list'),
    quote('striking the movement'),
    quote('nothing is settled'),
    quote('Talks went on'),
  ]
  const paragraphs = paragraphsOf(text, claims)
  assert.equal(paragraphs.map(p => p.segments.map(s => s.text).join('')).join('\n\n'), text)
  assert.deepEqual(
    paragraphs.map(p => p.claims),
    [[0, 1, 2], [3]],
  )
  assert.deepEqual(
    paragraphs[0]?.segments.map(s => [s.text, s.claims, s.ends]),
    [
      ['Moscow ', [], []],
      ['weighs ', [0], []],
      ['striking the movement', [0, 1], [1]],
      [' from its list', [0], [0]],
      ['; ', [], []],
      ['nothing is settled', [2], [2]],
      ['.', [], []],
    ],
  )
})

test('every claim ends in exactly one stretch, also one that runs over two paragraphs', () => {
  const over = [quote('settled.\n\nTalks went'), quote('speak')]
  const ends = paragraphsOf(text, over).flatMap(p => p.segments.flatMap(s => s.ends))
  assert.deepEqual(
    [...new Set(ends)].sort((a, b) => a - b),
    [0, 1],
  )
})

test('a text without claims stays in one piece a paragraph', () => {
  assert.deepEqual(
    paragraphsOf('One.\n\nTwo.', []).map(p => p.segments.map(s => s.text)),
    [['One.'], ['Two.']],
  )
  assert.deepEqual(paragraphsOf('', []), [])
})
