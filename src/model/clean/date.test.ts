import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { partialDate, readStoredDate, storedDate } from '../dates.ts'
import { otherCalendarDate } from './calendar.ts'
import { readDates } from './date.ts'
import { clean } from './index.ts'

const read = (text: string, order?: 'dmy' | 'mdy') => readDates(text, order).map(storedDate)

/** Text as publishers print it, and the dates it may mean. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['1946', ['1946']],
  ['circa 1962', ['1962~']],
  ['ca. 1962', ['1962~']],
  ['1961 (approximative)', ['1961~']],
  ['1958 to 1960', ['1958/1960']],
  ['Between 1958 and 1960', ['1958/1960']],
  ['1961 - 1963 (approximative)', ['1961/1963~']],
  ['1955-1958', ['1955/1958']],
  ['1977/1978', ['1977/1978']],
  ['1958-60', ['1958/1960']],
  ['26 Sep 1946 to 07 Dec 1946', ['1946-09-26/1946-12-07']],
  ['Between Aug. and Sep. 1977', ['1977-08-01/1977-09-30']],
  ['Mar 1971', ['1971-03']],
  ['09 Feb 1951', ['1951-02-09']],
  ['01 Jan.1967', ['1967-01-01']],
  ['Sept. 11, 1970', ['1970-09-11']],
  ['9 февраля 1951', ['1951-02-09']],
  ['9.2.1951', ['1951-02-09']],
  ['09.11.1982 г', ['1982-11-09']],
  ['1951-02-09', ['1951-02-09']],
  ['2015-04-07-04:00', ['2015-04-07']],
  ['2014-11-01T00:00:00', ['2014-11-01']],
  ['1979-12-31 00:00:00.0', ['1979-12-31']],
  ['00/00/1961', ['1961']],
  ['00/02/1961', ['1961-02']],
  ['01/2001', ['2001-01']],
  ['1961-00-00', ['1961']],
  ['1960s', ['1960/1969']],
  ['late 1960s', ['1960/1969']],
  ['1965年8月29日', ['1965-08-29']],
  ['１９６５', ['1965']],
  ['١٩٦٧', ['1967']],
  ['24/11/1973', ['1973-11-24']],
  ['09/29/1978', ['1978-09-29']],
  ['01/03/1976', ['1976-03-01', '1976-01-03']],
  ['03/03/1976', ['1976-03-03']],
  ['Approximately 2001, 2002, 2003, 2004', ['2001/2004~']],
  ['1999, 2003', ['1999', '2003']],
  ['1960 or 1961', ['1960/1961']],
  ['1 Jan 1960 or 3 Feb 1961', ['1960-01-01', '1961-02-03']],
  ['24/06/1402 (Hijri Calendar)', ['1982-04~']],
  ['1402-06-24（ヒジュラ暦）', ['1982-04~']],
  ['1345 AH', ['1926-07-01/1927-07-31~']],
  ['1962 to circa 1964', ['1962/1964~']],
  ['Between approximately 1955 and 1958', ['1955/1958~']],
  ['12-14 April 1963', ['1963-04-12/1963-04-14']],
  ['(1) 22/06/1966 (2) 1969', ['1966-06-22', '1969']],
  ['a) 12 Jan 1960 b) 1965', ['1960-01-12', '1965']],
  ['09.11.1982 г.р.', ['1982-11-09']],
  ['1965 г.', ['1965']],
  ['c1960', ['1960~']],
  ['1960?', ['1960~']],
  ['possibly 1960', ['1960~']],
  ['1960 (est.)', ['1960~']],
  ['born in 1962 or 1963', ['1962/1963']],
  ['Date of birth: 1962', ['1962']],
  ['from 1963 to 1965', ['1963/1965']],
  ['1957 -- 1959', ['1957/1959']],
  ['1963-01-01 to 1964-12-31', ['1963/1964']],
  ['1963-02-01/1964-10-31', ['1963-02-01/1964-10-31']],
  ['12 or 13 April 1963', ['1963-04-12', '1963-04-13']],
  ['10.10.1974, 12.12.1975', ['1974-10-10', '1975-12-12']],
  ['10/10/1974\u00a012/12/1975', ['1974-10-10', '1975-12-12']],
  ['1974 1976', ['1974', '1976']],
  ['04-1963', ['1963-04']],
  ['05/00/1961', ['1961']],
  ['08SEP1963', ['1963-09-08']],
  ['29-Nov-69', ['1969-11-29']],
  ['1.2.05', ['2005-02-01', '1905-02-01']],
  ['Summer 1970', ['1970~']],
  ['9 февраля 1951 года', ['1951-02-09']],
  ['1 lipca 1970 r.', ['1970-07-01']],
  ['15. července 2025', ['2025-07-15']],
  ['1970. gada 1. janvāris', ['1970-01-01']],
  ['15 Shawwal 1390', ['1970-12~']],
  ['1 Farvardin 1345', ['1966-03~']],
]
for (const [text, dates] of cases) test(`reads ${text} as ${dates.join(' or ')}`, () => assert.deepEqual(read(text), dates))

test('makes no date of what is none, or is damaged: a repair is written for one exact text', () => {
  for (const text of [
    '',
    'na',
    'abc-1956',
    '11/061963',
    '195,8',
    '25/01/,1974',
    '196819621974',
    '3/05/196',
    '29 Feb. 1969',
    '31/04/1970',
    '30-35 years old',
    'spring',
    '1389',
    '1960 to 1950',
    '0961',
    '31-Feb-69',
    'Apr-63',
    '1963-24-12',
    '0000-00-00',
    'before 1970',
  ]) {
    assert.deepEqual(read(text), [], text)
  }
})

test('follows the order of the publisher where it is known', () => {
  assert.deepEqual([read('01/03/1976', 'dmy'), read('01/03/1976', 'mdy'), read('09/29/1978', 'dmy')], [['1976-03-01'], ['1976-01-03'], []])
})

test('says where a date is ambiguous or of another calendar, and keeps it', () => {
  const date = { name: 'birthDate', type: 'date' } as const
  assert.deepEqual(clean(date, '01/03/1976'), {
    values: ['1976-03-01', '1976-01-03'],
    note: { code: 'date.ambiguous', expected: 'day and month in a known order' },
  })
  assert.deepEqual(clean(date, '24/06/1402 Hijri'), {
    values: ['1982-04~'],
    note: { code: 'date.other-calendar', expected: 'a Gregorian date' },
  })
  assert.deepEqual(clean(date, '29-Nov-69'), {
    values: ['1969-11-29'],
    note: { code: 'date.short-year', expected: 'a year of four digits' },
  })
  assert.ok('problem' in clean(date, '11/061963'))
})

test('places days of the Islamic and the Persian calendar in the months they may lie in', () => {
  const at = (calendar: 'islamic' | 'persian', year: number, month: number, day: number) =>
    otherCalendarDate(calendar, { year, month, day }, '').map(storedDate)
  assert.deepEqual(at('islamic', 1389, 1, 1), ['1969-03~'])
  assert.deepEqual(at('islamic', 1445, 9, 1), ['2024-03~'])
  assert.deepEqual(at('persian', 1357, 11, 22), ['1979-02~'])
  assert.deepEqual(at('persian', 1400, 1, 1), ['2021-03~'])
  assert.deepEqual(at('islamic', 1400, 13, 1), [])
})

test('a stored date reads back as the same days', () => {
  const part = fc.tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.option(fc.integer({ min: 1, max: 12 })),
    fc.option(fc.integer({ min: 1, max: 28 })),
    fc.boolean(),
  )
  fc.assert(
    fc.property(part, ([year, month, day, approximate]) => {
      const date = partialDate(year, month, month === null ? null : day, '', approximate)
      assert.ok(date)
      const back = readStoredDate(storedDate(date))
      assert.deepEqual({ ...back, text: '' }, date)
    }),
  )
})
