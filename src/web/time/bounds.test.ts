import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isKnownDay, precisionOf } from './bounds.ts'
import { readTypedDate, readTypedDay } from './days.ts'

test('a bound is said as precisely as it is known, and no more', () => {
  const table: readonly [string | null, string, 'stated' | 'seen', object][] = [
    ['2007-09-12', '2007-09-13', 'stated', { kind: 'day', day: '2007-09-13' }],
    ['2007-09-12', '2007-09-14', 'stated', { kind: 'two-days', first: '2007-09-13', second: '2007-09-14' }],
    ['2011-12-31', '2012-12-31', 'stated', { kind: 'year', year: '2012' }],
    ['2011-12-31', '2013-01-01', 'stated', { kind: 'year', year: '2012' }],
    ['2014-04-30', '2014-05-31', 'stated', { kind: 'month', month: '2014-05' }],
    ['2024-01-31', '2024-02-29', 'stated', { kind: 'month', month: '2024-02' }],
    [null, '2018-01-27', 'seen', { kind: 'by', day: '2018-01-27' }],
    ['2023-03-27', '2024-09-21', 'seen', { kind: 'between', first: '2023-03-28', last: '2024-09-21' }],
    ['2011-12-31', '2012-12-31', 'seen', { kind: 'between', first: '2012-01-01', last: '2012-12-31' }],
  ]
  for (const [after, by, basis, expected] of table) assert.deepEqual(precisionOf({ after, by, basis }), expected, `${after} ${by}`)
})

test('a day is known only where nothing lies between the last day before it and itself', () => {
  assert.equal(isKnownDay({ after: '2007-09-12', by: '2007-09-13' }), true)
  assert.equal(isKnownDay({ after: '2007-09-11', by: '2007-09-13' }), false)
  assert.equal(isKnownDay({ after: null, by: '2007-09-13' }), false)
})

test('typed dates are taken as people write them, and a day that does not exist is named', () => {
  const date = (value: string) => ({ kind: 'date', value })
  const table: readonly [string, object][] = [
    ['', { kind: 'empty' }],
    ['1961', date('1961')],
    ['1961-2', date('1961-02')],
    ['1961-02-28', date('1961-02-28')],
    ['28.02.1961', date('1961-02-28')],
    ['28/2/1961', date('1961-02-28')],
    ['31.02.1961', { kind: 'no-such-day', day: 31, month: 2, year: 1961 }],
    ['1961-13-01', { kind: 'unreadable' }],
    ['spring 1961', { kind: 'unreadable' }],
  ]
  for (const [text, expected] of table) assert.deepEqual(readTypedDate(text), expected, text)
})

test('a day asked for is today where nothing or "today" is typed', () => {
  assert.equal(readTypedDay(' Today ', ['today']), null)
  assert.equal(readTypedDay('', ['today']), null)
  assert.equal(readTypedDay('2018-03-01', ['today']), '2018-03-01')
  assert.equal(readTypedDay('2018', ['today']), undefined)
})
