import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, type NameKind, nameReader } from './index.ts'
import { LEGAL_FORMS, PLACE_OF, SECTOR_OF } from './lexicon.ts'
import { KOREAN_SURNAMES } from './tables/letters.tables.ts'
import { STOP_WORDS } from './tables/organisations.tables.ts'
import { GENERATIONS, GIVEN_NAMES, PARTICLES, RANKS, TITLES, TRAILING_TITLES } from './tables/persons.tables.ts'

// Words of every table that tagging looks at, and others.
const WORDS = [
  ...[...TITLES, ...GENERATIONS.keys(), ...TRAILING_TITLES, ...PARTICLES.keys(), ...RANKS, ...STOP_WORDS],
  ...[...LEGAL_FORMS.keys(), ...[...PLACE_OF.keys()].slice(0, 80), ...[...SECTOR_OF.keys()].slice(0, 80)],
  ...[...GIVEN_NAMES.slice(0, 40).flat(), ...Object.values(KOREAN_SURNAMES).flat().slice(0, 40)],
  ..."Abdulrahman Nuruddin VESTERGAARD Timoleon O`Hara X 7 44 12th forty four ii Chiang Tzu-chi Hsieh Ch'en 3com AKSDJHWQLKJDHQWKJEH i il e".split(
    ' ',
  ),
  ...'twenty forty four 4 40 nine'.split(' '),
  ...[
    'Łabędź',
    'şahin',
    'ŞAHİN',
    'Đorđe',
    'Æsir',
    'Сергеевич',
    'ИВАНОВ',
    'Андрiй',
    'Їжак',
    'Nguyễn',
    'Prĳs',
    'Cаmеl',
    'e\u0301tat',
    'Σοφία',
  ],
  ...['S.A.', 'C.V', 'U.K.', 'B.', 'I', 'IMB', 'SBM', "People's", "KIM'S", "'S", "'", 'R&D', '+', 'M.V', 'S.p.A.', 'A.1', 'A1.B', 'x.y.z.'],
  ...['Müller', 'Сергей', 'محمد', '李小龍', 'A.B.C', 'S.A', 'Inc', 'Co', 'Al-Rahman', "Ta'if", "Kim's", '&', '', 'Qa/Whatever'],
]
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '. ',
  ', ',
  ' (',
  ') ',
  '  ',
  '/',
  "'",
  '.',
  ' - ',
  '&',
  ' & ',
  '+',
  '"',
  ': ',
  '_',
  '; ',
  "' ",
  '.. ',
]

// The same sequence each time.
function below(state: { at: number }, n: number): number {
  state.at = (Math.imul(state.at, 1664525) + 1013904223) >>> 0
  return Math.floor((state.at / 2 ** 32) * n)
}

function generated(state: { at: number }): string {
  const words = Array.from({ length: 1 + below(state, 6) }, () => WORDS[below(state, WORDS.length)] ?? '')
  const cased = words.map(word => (below(state, 3) === 0 ? word.toUpperCase() : word))
  return cased.map((word, i) => (i === 0 ? word : (BETWEEN[below(state, BETWEEN.length)] ?? ' ') + word)).join('')
}

test('names read in a row are taken apart as each would be by itself', () => {
  const state = { at: 7 }
  const kinds: readonly NameKind[] = ['person', 'organisation', 'vessel', 'unknown']
  const read = nameReader()
  for (let i = 0; i < 30_000; i++) {
    const kind = kinds[below(state, 8)] ?? (i % 2 ? 'person' : 'organisation')
    const text = generated(state)
    const { ids, ...name } = read(text, kind)
    assert.deepEqual(name, analyseName(text, kind), `${kind} ${JSON.stringify(text)}`)
    if (ids)
      assert.deepEqual(
        ids,
        name.tokens.map(token => token.id),
      )
  }
})

test('parts given beside a name that is read in a row give its words their roles', () => {
  const parts = { given: ['Orlan'], family: ['Vestergaard'] }
  assert.deepEqual(nameReader()('Vestergaard Orlan', 'person', parts).roles, ['family', 'given'])
})
