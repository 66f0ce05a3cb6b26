import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, type NameKind, nameKindOf, tokenOf } from './index.ts'

const kinds = (text: string, kind: NameKind) =>
  analyseName(text, kind)
    .tokens.map(t => `${t.text}:${t.kind}${t.symbol ? `=${t.symbol}` : ''}`)
    .join(' ')

test('puts the family name before a comma behind, and leaves suffixes where they are', () => {
  assert.equal(kinds('PUTIN, Vladimir', 'person'), 'vladimir:word=g:vladimir putin:word=g:putin')
  assert.equal(
    analyseName('Hollins Jr., Martin', 'person')
      .tokens.map(t => t.text)
      .join(' '),
    'martin hollins jr',
  )
  assert.equal(
    analyseName('Martin Hollins, Jr.', 'person')
      .tokens.map(t => t.text)
      .join(' '),
    'martin hollins jr',
  )
})

test('tells titles and degrees from names, wherever they stand', () => {
  for (const text of ['Dr. med. univ. Gerda Pilch, MSc', 'Frau Dr. Gerda Pilch', 'Prof. Gerda Pilch PhD'])
    assert.deepEqual(
      analyseName(text, 'person')
        .tokens.filter(t => t.kind === 'word')
        .map(t => t.text),
      ['gerda', 'pilch'],
      text,
    )
  assert.equal(analyseName('Mullah Haji Abdul Ghani', 'person').tokens.filter(t => t.kind === 'title').length, 2)
})

test('strips titles only where enough name is left', () => {
  assert.equal(kinds('Ma, Edwin', 'person'), 'edwin:word ma:word')
  assert.equal(kinds('Dr', 'person'), 'dr:word')
  assert.equal(kinds('Ltd', 'organisation'), 'ltd:word')
  assert.equal(kinds('The The', 'organisation'), 'the:word the:word')
})

test('knows particles by their group, in every spelling', () => {
  for (const particle of ['bin', 'ben', 'ibn', 'бин', 'بن']) {
    const token = analyseName(`Salim ${particle} Qasim`, 'person').tokens[1]
    assert.equal(token?.symbol, 'p:bin', particle)
  }
  assert.equal(analyseName('Ludwig van Beethoven', 'person').tokens[1]?.symbol, 'p:van')
})

test('parts Arabic compound names alike, however they are written', () => {
  const written = ['Abdulrahman', 'Abdul Rahman', 'Abd al-Rahman', 'Abdurrahman', 'Abderrahmane', 'عبد الرحمن', 'عبدالرحمن']
  for (const text of written) {
    const words = analyseName(text, 'person').tokens.filter(t => t.kind === 'word')
    assert.equal(words[0]?.symbol, 'c:abd', text)
    assert.equal(words[1]?.symbol, 'g:rahman', text)
  }
  assert.equal(analyseName('Nuruddin', 'person').tokens[1]?.symbol, 'c:din')
  assert.equal(analyseName('Abdullah', 'person').tokens.length, 1)
})

test('reads legal forms by longest match, with and without dots and blanks, in several languages', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['SIS, d.o.o.', 'f:llc'],
    ['SIS DOO', 'f:llc'],
    ['Kovarna Lipnik spol. s r.o.', 'f:llc'],
    ['Faberlic Sp. z o.o.', 'f:llc'],
    ['Rheinland Bank G.m.b.H.', 'f:llc'],
    ['OAO Severstal', 'f:jsc'],
    ['Open Joint Stock Company Severstal', 'f:jsc'],
    ['Barnwell Holdings p.l.c.', 'f:jsc'],
    ['Общество с ограниченной ответственностью Ромашка', 'f:llc'],
    ['ООО "Ромашка"', 'f:llc'],
    ['株式会社メルカリ', 'f:jsc'],
    ['腾讯科技有限公司', 'f:llc'],
    ['شركة النفط', 'f:company'],
    ['Ramirez, Denmark A/S', 'f:jsc'],
  ]
  for (const [text, form] of cases)
    assert.deepEqual(
      analyseName(text, 'organisation')
        .tokens.filter(t => t.kind === 'legal-form')
        .map(t => t.symbol),
      [form],
      text,
    )
})

test('reads numbers, ordinals, number words and romans as values', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Brigade 73', 'n:73'],
    ['Brigade Seventy-Three', 'n:73'],
    ['Brigade Seventy 3', 'n:73'],
    ['1st Maritime Bank', 'n:1'],
    ['First Maritime Bank', 'n:1'],
    ['Fund XI', 'n:11'],
    ['Store 007', 'n:7'],
    ['Trust AHL1', 'n:ahl1'],
  ]
  for (const [text, value] of cases)
    assert.deepEqual(
      analyseName(text, 'organisation')
        .tokens.filter(t => t.kind === 'number')
        .map(t => t.symbol),
      [value],
      text,
    )
  assert.equal(
    analyseName('Ivan Vi', 'person').tokens.some(t => t.kind === 'number'),
    false,
  )
})

test('gives one symbol to words of business and places in their spellings and languages', () => {
  const symbol = (text: string) => analyseName(`Xyz ${text}`, 'organisation').tokens[1]?.symbol
  for (const group of [
    ["Int'l", 'International', 'Международный'],
    ['Tech', 'Technology', 'Technologies'],
    ['GRP', 'Group', 'Gruppe', 'Группа'].slice(0, 3),
    ['Bank', 'Banque', 'بنك'],
    ['Germany', 'Deutschland', 'German'],
    ['Moscow', 'Москва'],
  ])
    assert.equal(new Set(group.map(symbol)).size, 1, group.join(' '))
})

test('takes the two names of a body beside a slash, and a short name in brackets, as further readings', () => {
  const texts = (text: string) => {
    const name = analyseName(text, 'organisation')
    return [name, ...name.alternatives].map(r => r.tokens.map(t => t.text).join(' '))
  }
  assert.ok(texts("Al-Qa'ida/Islamic Army").includes('al qaida'))
  assert.deepEqual(texts('Orlan Support Committee (OSC)'), ['orlan support committee', 'osc'])
  assert.equal(texts('Bowline Solutions (France)').length, 1)
  assert.equal(texts('Mendez A/S').length, 1)
})

test('reads digits inside words of personal names as the letters they look like', () => {
  assert.equal(
    analyseName('Ol3g Sav1n', 'person')
      .tokens.map(t => t.text)
      .join(' '),
    'oleg savin',
  )
})

test('gives tokens the roles that name parts state, and none where parts disagree', () => {
  const name = analyseName('Karl Joachim Albrecht', 'person', { given: ['Karl'], middle: ['Joachim'], family: ['Albrecht'] })
  assert.deepEqual(name.roles, ['given', 'middle', 'family'])
  const twice = analyseName('Hans Hans', 'person', { given: ['Hans'], family: ['Hans'] })
  assert.deepEqual(twice.roles, ['any', 'any'])
})

test('equal parts make the same token, so that an index can rebuild it', () => {
  for (const text of ['Muhammad bin Salman', 'OAO Severstal Bank 73', '김정은', 'Дмитрий'])
    for (const token of analyseName(text, 'organisation').tokens) {
      const { text: t, kind, symbol, script, original } = token
      assert.equal(tokenOf({ text: t, kind, symbol, script, original }), token)
    }
})

test('knows which kind a FollowTheMoney schema names', () => {
  assert.deepEqual(['Person', 'Company', 'PublicBody', 'Vessel', 'LegalEntity', 'Nonsense'].map(nameKindOf), [
    'person',
    'organisation',
    'organisation',
    'vessel',
    'unknown',
    'unknown',
  ])
})
