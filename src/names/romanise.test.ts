import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, type NameKind } from './index.ts'

const read = (text: string, kind: NameKind = 'person') =>
  analyseName(text, kind)
    .tokens.map(t => t.text)
    .join(' ')
const readings = (text: string, kind: NameKind = 'person') => {
  const name = analyseName(text, kind)
  return [name, ...name.alternatives].map(r => r.tokens.map(t => t.text).join(' '))
}

const table = (name: string, cases: readonly (readonly [string, string])[], kind: NameKind = 'person') =>
  test(name, () => {
    for (const [text, expected] of cases) assert.equal(read(text, kind), expected, text)
  })

table('reads Cyrillic as passports write it (ICAO 9303, BGN/PCGN)', [
  ['Владимир Путин', 'vladimir putin'],
  ['Щукин Ёж', 'shchukin yozh'],
  ['Юлия Яковлева', 'yuliya yakovleva'],
  ['Александар Вучић', 'aleksandar vuchic'],
  ['България', 'balgariya'],
  ['Қасым Ғалымжан', 'qasym ghalymzhan'],
])

table('reads Ukrainian and Belarusian their own way where a letter tells them', [
  ['Ігор Гнатюк', 'ihor hnatyuk'],
  ['Микита Їжак', 'mykyta izhak'],
  ['Аляксандр Ўладзіміраў', 'alyaksandr uladzimirau'],
])

table('reads Greek by ELOT 743, pairs of letters first', [
  ['Κυριάκος Μητσοτάκης', 'kyriakos mitsotakis'],
  ['Παπανδρέου', 'papandreou'],
  ['Μπακογιάννη Ντόρα', 'bakogianni dora'],
])

table('reads Georgian, Armenian and Hebrew letter by letter', [
  ['ბარაკ ობამა', 'barak obama'],
  ['მიხეილ სააკაშვილი', 'mikheil saakashvili'],
  ['Նիկոլ Փաշինյան', 'nikol pashinyan'],
  ['Սերժ Սարգսյան', 'serzh sargsyan'],
])

table('reads known Arabic names as they are usually spelt and others by their letters', [
  ['محمد طاهر', 'muhammad tahir'],
  ['فاضل محمود غريب', 'fadil mahmud ghrib'],
  ['بشار الأسد', 'bashar al asad'],
  ['عبدالرحمن', 'abd rahman'],
  ['أسامة بن لادن', 'usama bin ladin'],
])

test('gives Arabic letters that Persian reads otherwise a reading of their own', () => {
  assert.ok(readings('ذوقان').some(r => r.startsWith('dh')))
  assert.ok(readings('ذوقان').some(r => r.startsWith('z')))
  assert.ok(readings('عصبة الأنصار', 'organisation').includes('asbat al ansar'))
})

table('reads Han as pinyin, the family name by its own reading and apart', [
  ['习近平', 'xi jinping'],
  ['欧阳明', 'ouyang ming'],
  ['單雄信', 'shan xiongxin'],
])

test('reads a foreign name in Chinese writing word by word, not as family and given name', () => {
  assert.equal(read('贝拉克·奥巴马'), 'beilake aobama')
})

table('reads kana by Hepburn', [
  ['ドナルド・トランプ', 'donarudo toranpu'],
  ['さくら', 'sakura'],
])

test('reads hangul with the family name apart, in both romanisations', () => {
  assert.deepEqual(readings('김정은').slice(0, 2), ['kim jong un', 'gim jeong eun'])
  assert.equal(read('이재명'), 'lee jae myong')
  assert.equal(read('남궁민수'), 'namgung min su')
})

table('reads Indic scripts with the inherent vowel', [
  ['नरेन्द्र मोदी', 'narendra modi'],
  ['রহমান', 'rahaman'],
  ['ਸਿੰਘ', 'singh'],
  ['ராஜா', 'raja'],
])

table('reads Latin letters that do not decompose, Turkish i and Vietnamese marks', [
  ['Łukasz Wołczyk', 'lukasz wolczyk'],
  ['İSMAİL İNAN', 'ismail inan'],
  ['MEHMET IŞIK', 'mehmet isik'],
  ['mehmet ışık', 'mehmet isik'],
  ['Nguyễn Đức Ấn', 'nguyen duc an'],
  ['Bjørn Þórðarson', 'bjorn thordarson'],
])

test('gives umlauts two readings', () => {
  assert.deepEqual(readings('Müller'), ['muller', 'mueller'])
})

test('decodes entities, drops invisible characters and folds look-alikes', () => {
  assert.equal(read('Whyte &amp; Mackay', 'organisation'), 'whyte and mackay')
  assert.equal(read('Sergei\u200bNaryshkin'), 'sergei naryshkin')
  assert.equal(read('Ser\u00adgei Nary\u200dshkin'), 'sergei naryshkin')
  assert.equal(read('S\u0435rg\u0435i N\u0430ryshkin'), 'sergei naryshkin')
  assert.equal(read('C\u0438б\u041cаш', 'organisation'), 'sibmash')
  assert.equal(read('Ｖｌａｄｉｍｉｒ Ｐｕｔｉｎ'), 'vladimir putin')
})

test('reads Wade–Giles as pinyin where the words show that they are', () => {
  assert.ok(readings('Mao Tse-tung').includes('mao ze dong'))
  assert.ok(readings('Hsi Chin-ping').includes('xi jin bing'))
  assert.deepEqual(readings('Kim Jong Sung').length, 1)
})
