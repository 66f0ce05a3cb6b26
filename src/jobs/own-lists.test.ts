import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { dropOwnList, keepOwnList, readOwnLists } from './own-lists.ts'

test('a data folder remembers the lists of the user’s own by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-lists-'))
  try {
    assert.deepEqual(readOwnLists(folder), [])
    keepOwnList(folder, { name: 'staff', title: 'Staff' })
    keepOwnList(folder, { name: 'customers', title: 'Customers' })
    keepOwnList(folder, { name: 'staff', title: 'Our staff' })
    assert.deepEqual(readOwnLists(folder), [
      { name: 'customers', title: 'Customers' },
      { name: 'staff', title: 'Our staff' },
    ])
    dropOwnList(folder, 'customers')
    dropOwnList(folder, 'nobody')
    assert.deepEqual(readOwnLists(folder), [{ name: 'staff', title: 'Our staff' }])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
