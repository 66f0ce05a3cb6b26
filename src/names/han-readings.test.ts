import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pinyin } from 'pinyin-pro'
import { hanReadings } from '../../test/support/han-readings.ts'
import { pinyinOf } from './han-readings.ts'

test('the table of readings is the one its dictionary gives', async () => {
  const table = JSON.parse(readFileSync(new URL('./tables/han-readings.json', import.meta.url), 'utf8')) as unknown
  assert.deepEqual(table, await hanReadings())
})

test('every word of the table, and any two of them together, are read as the dictionary reads them', async () => {
  const { words, counted, surnames } = await hanReadings()
  const all = [words, counted, surnames].flatMap(Object.keys)
  const texts = all.flatMap((word, i) => [word, `${word}${all[(i * 7919) % all.length]}`, `${all[(i * 104729) % all.length]}${word}`])
  for (const text of texts) assert.equal(pinyinOf(text).join(' '), byDictionary(text), text)
})

test('a character is read by the word it stands in, a surname as a surname', () => {
  assert.deepEqual(pinyinOf('银行'), ['yin', 'hang'])
  assert.deepEqual(pinyinOf('行走'), ['xing', 'zou'])
  assert.deepEqual(pinyinOf('单'), ['shan'])
  assert.deepEqual(pinyinOf('欧阳明'), ['ou', 'yang', 'ming'])
})

test('what has no reading is empty, and a text of any length is read', () => {
  assert.deepEqual(pinyinOf('の'), [''])
  assert.equal(pinyinOf('中国银行'.repeat(50)).join(''), 'zhongguoyinhang'.repeat(50))
})

const byDictionary = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', mode: 'surname', v: true })
    .map(s => s.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .join(' ')
