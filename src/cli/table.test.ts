import assert from 'node:assert/strict'
import { test } from 'node:test'
import { table, widthOf, wrap } from './table.ts'

test('columns of a table line up whatever the script', () => {
  const [, first, second] = table(
    ['Name', 'List'],
    [
      ['塔利班', 'x'],
      ['Taliban', 'y'],
    ],
  ).split('\n')
  assert.equal(widthOf(first?.slice(0, first.indexOf('x')) ?? ''), widthOf(second?.slice(0, second.indexOf('y')) ?? ''))
})

test('combining marks take no column, wide characters take two', () => {
  assert.deepEqual([widthOf('e\u0301'), widthOf('한국'), widthOf('\u001b[31mred\u001b[39m')], [1, 4, 3])
})

test('long text is broken at blanks, and what it began with stays', () => {
  assert.equal(wrap('  one two three', 9, '    '), '  one two\n    three')
})

test('a word longer than the width is not cut', () => {
  assert.equal(wrap('a veryveryverylongword b', 8), 'a\nveryveryverylongword\nb')
})
