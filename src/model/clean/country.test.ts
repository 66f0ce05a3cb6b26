import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanCountries, cleanCountry } from './country.ts'
import { readNationality } from './nationality.ts'

test('knows countries by code, by name in many languages, and by what their people are called', () => {
  for (const [text, code] of [
    ['NA', 'na'],
    ['Namibia', 'na'],
    ['UK', 'gb'],
    ['AFG', 'af'],
    ['Burma', 'mm'],
    ['Korea, North', 'kp'],
    ["Democratic People's Republic of Korea", 'kp'],
    ['RPDC', 'kp'],
    ['Российская Федерация', 'ru'],
    ['イラク', 'iq'],
    ['Côte d’Ivoire', 'ci'],
    ['the Philippines', 'ph'],
    ['Saudi Arabian', 'sa'],
    ['Tanzanian', 'tz'],
    ['Sultanate of Oman', 'om'],
    ['USSR', 'suhh'],
    ['former Yugoslavia', 'yucs'],
    ['Kosovo', 'xk'],
  ] as const) {
    assert.equal(cleanCountry(text), code, text)
  }
})

test('makes no country of filler, of phrases or of places inside one', () => {
  for (const text of ['-', 'None', 'Unknown', '00', 'Milan', 'Operates in Syria', 'Possibly Ethiopian', 'Atlantis', ''])
    assert.equal(cleanCountry(text), undefined, text)
})

test('looks the whole text up first, then its parts, and counts one place once', () => {
  for (const [text, codes] of [
    ['Myanmar/Burma', ['mm']],
    ['Burma / Birmanie', ['mm']],
    ['Sudan/South Sudan', ['sd', 'ss']],
    ['Ukrainian, Russian', ['ua', 'ru']],
    ['Bosnia and Herzegovina', ['ba']],
    ['Trinidad and Tobago', ['tt']],
    ['Syria/Turkey', ['sy', 'tr']],
    ['Iran / unknown', []],
    ['Amman, Jordan', []],
  ] as const) {
    assert.deepEqual(cleanCountries(text), codes, text)
  }
})

test('keeps present, former and possible nationality apart', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
    ['Afghan', ['af'], [], []],
    ['USSR (until 1991)', [], ['suhh'], []],
    ['former Soviet Union', [], ['suhh'], []],
    ['Kuwaiti citizenship withdrawn in 2002', [], ['kw'], []],
    ['Bahrain (citizenship revoked in Jan. 2015)', [], ['bh'], []],
    ['Possibly Ethiopian', [], [], ['et']],
    ['Stateless Palestinian', [], [], ['ps']],
    ['Unresolved/Palestinian origin', [], [], ['ps']],
    ['Jordanian of Palestinian origin', ['jo'], [], []],
    ['Sudanese by birth', ['sd'], [], []],
    ['Indonesia (as at Dec. 2003)', ['id'], [], []],
    ['United States. Also believed to hold Syrian nationality', ['us'], [], ['sy']],
  ]
  for (const [text, present, former, possible] of cases) {
    const read = readNationality(text)
    assert.deepEqual([read?.present, read?.former, read?.possible], [present, former, possible], text)
    assert.equal(read?.more, text !== 'Afghan', text)
  }
  assert.equal(readNationality('citizen of the world'), undefined)
})

test('Turkish names are found in capitals, which do not tell the two letters i apart', () => {
  assert.deepEqual(['MISIR', 'Mısır', 'KIRGIZİSTAN', 'SIRBİSTAN'].map(cleanCountry), ['eg', 'eg', 'kg', 'rs'])
})
