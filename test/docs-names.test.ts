import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameTable, nameTableOnPage } from './support/name-table.ts'

test("the page on matching holds the names' features and weights as the code has them (node24 test/support/name-table.ts writes them)", () => {
  assert.equal(nameTableOnPage(), nameTable())
})
