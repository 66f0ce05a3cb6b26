import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { storedDate, valuesOf } from '../../model/index.ts'
import { datesIn } from '../rows/dates.ts'
import { itemsIn } from '../rows/items.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'
import { listedOn } from './parse.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname, real: ['au-dfat/consolidated'] })

const read = (path: string) => outcomeOf(source, [memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path)))])

test('rows of one number are one party, and a number that begins anew is another, flagged', async () => {
  const { records, problems } = await read('form-2025/Australian_Sanctions_Consolidated_List.xlsx')
  assert.deepEqual(
    records.map(({ key }) => key),
    ['9001', '9001~2', '9002', '9003'],
  )
  assert.deepEqual(
    problems.filter(({ code }) => code === 'record.key-twice').map(({ record }) => record),
    ['9001~2'],
  )
})

test('the form of 2022: names by their type, both nationalities, the day of the first listing', async () => {
  const { readings } = await read('form-2022/regulation8_consolidated.xls')
  const [hassan, trading, omar] = readings
  assert.ok(hassan?.parties[0] && trading?.parties[0] && omar)
  assert.deepEqual(valuesOf(hassan.parties[0], 'name'), ['SAMPLE HASSAN FICTION', 'نمونه حسن'])
  assert.deepEqual(valuesOf(hassan.parties[0], 'birthDate'), ['1955/1958~', '1945/1950~'])
  assert.deepEqual([valuesOf(hassan.parties[0], 'nationality'), valuesOf(hassan.parties[0], 'country')], [['ru'], ['suhh']])
  assert.deepEqual(valuesOf(trading.parties[0], 'previousName'), ['Old Example Trading'])
  assert.deepEqual(
    [hassan, trading].map(({ designations }) => designations.map(d => [d.programme, d.from?.earliest])),
    [[['1988 (Taliban)', '2001-01-25']], [['Autonomous (Syria)', '2012-06-24']]],
  )
  assert.deepEqual(
    omar.designations.map(({ programme }) => programme),
    ['1970 (Libya)', '1973 (Libya)'],
  )
})

test('the day of listing is the first, never that of an amendment, a renewal or an instrument', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Listed by UN 1267 and 1988 Committee on 31 January 2001 (amended on 3 Sep. 2003)', '2001-01-31'],
    ['Listed on: 16 May 2014', '2014-05-16'],
    ['Resolution 2270 (2016) Listed on: 2 Mar. 2016 (amended on 3 Jun 2017)', '2016-03-02'],
    ['The Minister for Foreign Affairs listed this person on 4 Jul 2013 under regulation 6(1)', '2013-07-04'],
    ['2022-03-17', '2022-03-17'],
    ['Instrument of first listing: Charter of the United Nations Act 1945 List 2001 (No 2). Last listed on: 12/11/2022', undefined],
    ['Autonomous Sanctions Amendment (No. 7) Instrument 2022', undefined],
  ]
  for (const [text, day] of cases) assert.equal(listedOn(text)?.earliest, day, text)
})

test('dates of every spelling in these cells, and those that are none', () => {
  const cases: readonly (readonly [string, readonly string[], number])[] = [
    ['Approximately 2001, 2002, 2003, 2004', ['2001/2004~'], 0],
    ['1999, 2003', ['1999', '2003'], 0],
    ['01/2001', ['2001-01'], 0],
    ['a) 9 Mar. 1970   b) 1971   c) Between 1958 and 1963', ['1970-03-09', '1971', '1958/1963'], 0],
    ['3 May 1961; alt DOB: 1962', ['1961-05-03', '1962'], 0],
    ['5 Jul 1972 >> 7 Nov 1983', ['1972-07-05', '1983-11-07'], 0],
    ['10 Jan 1965 (as Omar Sample) 1966 (as Karim Sample)', ['1965-01-10', '1966'], 0],
    ['196819621974', [], 1],
    ['1955年頃', ['1955~'], 0],
  ]
  for (const [text, days, unread] of cases) {
    const found = datesIn(text, 'dmy')
    assert.deepEqual([found.dates.map(storedDate), found.unread.length], [days, unread], text)
  }
})

test('counted values come apart, and a bracket that counts nothing does not', () => {
  assert.deepEqual(itemsIn('a) Algeria b) Mali c) Niger'), ['Algeria', 'Mali', 'Niger'])
  assert.deepEqual(itemsIn('(1) Tripoli (2) Tunis'), ['Tripoli', 'Tunis'])
  assert.deepEqual(itemsIn('Saudi Arabia (detained)'), ['Saudi Arabia (detained)'])
  assert.deepEqual(itemsIn('Model (detained) since 2001'), ['Model (detained) since 2001'])
  assert.deepEqual(itemsIn('Section I) Kabul'), ['Section I) Kabul'])
})
