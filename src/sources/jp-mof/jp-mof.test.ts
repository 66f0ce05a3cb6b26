import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { storedDate, valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'
import { numberIn } from './parse.ts'
import { japaneseDates, namesIn, noticesIn } from './words.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['jp-mof/economic-sanctions'],
  counts: {
    'jp-mof/economic-sanctions/2022-04-14.xls': {
      records: 2504,
      why: 'every notice number with a name counts, and those of removed parties; MANIFEST.json counts rows with a date, a number and both names',
    },
  },
})

const fixture = () =>
  outcomeOf(source, [memoryFile('sanctions.xls', readFileSync(join(import.meta.dirname, 'fixtures/book/sanctions.xls')))])

test('a removed number stays as delisted on its day, a continued remark joins its party, an ended programme is told', async () => {
  const { records, readings, problems } = await fixture()
  assert.deepEqual(
    records.map(({ key }, i) => [key, readings[i]?.designations[0]?.status, readings[i]?.designations[0]?.to?.earliest]),
    [
      ['milosevic-1', 'listed', undefined],
      ['taliban-1', 'delisted', '2011-11-18'],
      ['taliban-2', 'listed', undefined],
      ['taliban-3', 'listed', undefined],
      ['drc-persons-1', 'listed', undefined],
      ['drc-persons-2', 'listed', undefined],
    ],
  )
  const eric = readings[4]?.parties[0]
  assert.ok(eric && valuesOf(eric, 'notes').includes('見本。\n続きの見本。'))
  assert.ok(problems.some(({ code }) => code === 'programme.ended'))
})

test('a party of the Taliban sheet in full', async () => {
  const { readings } = await fixture()
  const party = readings[2]?.parties[0]
  assert.ok(party)
  assert.deepEqual(valuesOf(party, 'name'), ['MOHAMMAD SAMPLE', 'محمد نمونه', 'モハンマド・サンプル'])
  assert.deepEqual(valuesOf(party, 'alias'), ['サンプル・ハジ', 'モハメド・サンプル', 'Sample Haji', 'Mohamed Sample'])
  assert.deepEqual(valuesOf(party, 'birthDate'), ['1955/1958~', '1945/1950~'])
  assert.deepEqual([valuesOf(party, 'nationality'), valuesOf(party, 'country')], [['ru'], ['suhh']])
  assert.deepEqual(valuesOf(party, 'passportNumber'), ['OA996623'])
  assert.deepEqual(valuesOf(party, 'modifiedAt'), ['2008-06-25', '2012-03-27'])
  assert.equal(readings[2]?.designations[0]?.from?.earliest, '2001-09-22')
})

test('names in kana and Latin letters come apart, remarks on them do not become names', () => {
  const texts = (cell: string) => namesIn(cell).names.map(({ text }) => text)
  assert.deepEqual(texts('(a)サンプル（Sample）、(b)ムサ（Musa）'), ['サンプル', 'Sample', 'ムサ', 'Musa'])
  assert.deepEqual(texts('アブ・アリ\nAbu Ali'), ['アブ・アリ', 'Abu Ali'])
  assert.deepEqual(texts('見本貿易有限会社、サンプル貿易\nSAMPLE TRADING COMPANY, LTD, SPECIMEN CO.'), [
    '見本貿易有限会社',
    'サンプル貿易',
    'SAMPLE TRADING COMPANY, LTD',
    'SPECIMEN CO.',
  ])
  assert.deepEqual(namesIn('オマル・サンプル（1969年2月5日見本にて出生）'), {
    names: [{ text: 'オマル・サンプル', lang: 'ja' }],
    notes: ['1969年2月5日見本にて出生'],
  })
  assert.deepEqual(texts('(a)Es Sample, Kader (b)Sample Omar'), ['Es Sample, Kader', 'Sample Omar'])
  assert.deepEqual(texts('不明'), [])
})

test('dates in Japanese print, serial numbers, and notices', () => {
  const days = (cell: string) => japaneseDates(cell).dates.map(storedDate)
  assert.deepEqual(days('(a)1955年-1958年頃\n(b)１945年-1950年頃'), ['1955/1958~', '1945/1950~'])
  assert.deepEqual(days('1965年又は1966年'), ['1965/1966'])
  assert.deepEqual(days('(a)1985年頃(b)1984年から1986年までの間'), ['1985~', '1984/1986'])
  assert.deepEqual(days('26969'), ['1973-11-01'])
  assert.deepEqual(days('1977'), ['1977'])
  assert.equal(noticesIn('2011.11.18削除\n（9．と同一人物）').removed?.earliest, '2011-11-18')
  assert.deepEqual(noticesIn('2002.4.20\n200812.19改訂').unread, ['200812.19改訂'])
  assert.equal(numberIn('アフガニスタン旅券 D 000769 (1997年2月2日発行)'), 'D 000769')
  assert.equal(numberIn('199421147、旅券失効日:2014年12月29日'), '199421147')
})

test('a sheet whose name tells no programme is of the one that its title names; line marks and circa of the form since 2025', async () => {
  const path = join(import.meta.dirname, 'fixtures/since-2025/list.xlsx')
  const { records, readings, problems } = await outcomeOf(source, [{ ...memoryFile('list.xlsx', readFileSync(path)), rendition: 'xlsx' }])
  assert.deepEqual(
    readings.map(({ designations: [d] }, i) => [records[i]?.key, d?.programme, d?.from?.earliest]),
    [
      ['taliban-1', 'タリバーン関係者等', '2001-09-22'],
      ['terrorists-1-2', 'テロリスト等(1)', '2002-07-05'],
    ],
  )
  const omar = readings[0]?.parties[0]
  assert.deepEqual(omar && ['alias', 'weakAlias', 'birthDate'].map(p => valuesOf(omar, p)), [
    ['Umar Specimen', 'ウマル・スペシメン', 'Abu Misal'],
    ['Abu Sample'],
    ['1971~'],
  ])
  assert.deepEqual(problems, [])
})
