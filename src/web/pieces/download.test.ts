import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvRow } from './download.ts'

test('a cell with a comma, a quote or a line break is quoted, and nothing can run as a formula', () => {
  assert.equal(csvRow(['plain', 'a, b', 'say "so"', 'two\nlines', 3, null]), 'plain,"a, b","say ""so""","two\nlines",3,\r\n')
  assert.equal(csvRow(['=1+1', '@x', '-5', -5]), "'=1+1,'@x,'-5,-5\r\n")
})
