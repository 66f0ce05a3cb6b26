import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfDay, startOfDay, WhoListsError } from '../model/index.ts'
import { instantText, resolveAsOf } from './as-of.ts'

const NOW = startOfDay('2026-11-25') + 3600

test('nothing asked means now, in force today', () => {
  assert.deepEqual(resolveAsOf({}, NOW), { valid: '2026-11-25', published: NOW, recorded: NOW, validAsked: false })
})

test('published means the end of that day, in force on that day, with all we know now', () => {
  const asOf = resolveAsOf({ published: '2015-03-17' }, NOW)
  assert.deepEqual(asOf, { valid: '2015-03-17', published: endOfDay('2015-03-17'), recorded: NOW, validAsked: false })
})

test('recorded draws published and valid with it', () => {
  const asOf = resolveAsOf({ recorded: '2020-01-02' }, NOW)
  assert.deepEqual(asOf, { valid: '2020-01-02', published: endOfDay('2020-01-02'), recorded: endOfDay('2020-01-02'), validAsked: false })
})

test('an instant is taken to the second', () => {
  assert.equal(instantText(resolveAsOf({ published: '2015-03-17T10:11:12' }, NOW).published), '2015-03-17T10:11:12')
})

for (const asked of [
  { valid: '2015-02-30' },
  { published: 'yesterday' },
  { recorded: '2015-13-01' },
  { published: '2015-02-30T00:00:00' },
]) {
  test(`refuses ${JSON.stringify(asked)} and says what it expects`, () => {
    assert.throws(
      () => resolveAsOf(asked, NOW),
      (error: unknown) => error instanceof WhoListsError && error.code === 'input.invalid' && /YYYY-MM-DD/.test(error.message),
    )
  })
}
