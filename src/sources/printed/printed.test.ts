import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Problem, partyBuilder } from '../../model/index.ts'
import { addAddress, addBirthPlace, addCountries, addDates, addNumbers, type Draft } from './fill.ts'
import { valuesIn } from './split.ts'

const CELLS: readonly (readonly [string, readonly string[]])[] = [
  ['one', ['one']],
  ['one; two', ['one', 'two']],
  ['one (a; b); two', ['one (a; b)', 'two']],
  ['one (a; two', ['one (a', 'two']],
  ['"(a) 11.4.1963; (b) 11.4.1960"', ['11.4.1963', '11.4.1960']],
  ['a) Tripoli b) Tunis', ['Tripoli', 'Tunis']],
  ['(1) Tripoli (2) Tunis (currently)', ['Tripoli', 'Tunis (currently)']],
  ['(i) 1.1.1960, (ii) 1.1.1961', ['1.1.1960', '1.1.1961']],
  ['Identity card (a) 10716775 (Syrian); (b) 2020316097', ['Identity card 10716775 (Syrian)', '2020316097']],
  ['Sample (a) alone', ['Sample (a) alone']],
]

test('a cell falls into its values, and a bracket that begins no enumeration stays', () => {
  for (const [cell, values] of CELLS) assert.deepEqual(valuesIn(cell), values, cell)
})

const filled = (schema: string, fill: (draft: Draft) => void) => {
  const draft: Draft = { party: partyBuilder('x:1', schema), problems: [] as Problem[] }
  fill(draft)
  return {
    values: draft.party
      .build()
      .statements.filter(s => s.property !== 'notes')
      .map(s => `${s.property} ${s.value}`),
    problems: [...draft.party.problems, ...draft.problems].map(({ code }) => code),
  }
}
const leaf = (text: string) => ({ field: 'cell', text })

test('two registration numbers in one cell, parted by a hard space, are two numbers', () => {
  const { values, problems } = filled('Company', d => addNumbers(d, 'registrationNumber', leaf('INN: 7704730655\u202fOGRN: 1027700132195')))
  assert.deepEqual(values, ['taxNumber 7704730655', 'innCode 7704730655', 'ogrnCode 1027700132195'])
  assert.deepEqual(problems, [])
})

test('a number whose check digits do not agree is told and kept as a plain one', () => {
  const { values, problems } = filled('Company', d => addNumbers(d, 'ogrnCode', leaf('1027700132190')))
  assert.deepEqual(values, ['registrationNumber 1027700132190'])
  assert.deepEqual(problems, ['identifier.unreadable'])
})

test('filler is no value, and NA is a country in a country field alone', () => {
  for (const text of ['-', 'na', 'None', 'N/D']) {
    assert.deepEqual(filled('Person', d => addNumbers(d, 'idNumber', leaf(text))).values, [], text)
    assert.deepEqual(filled('Person', d => addAddress(d, leaf(text))).values, [], text)
  }
  assert.deepEqual(filled('Person', d => addCountries(d, 'country', leaf('NA'))).values, ['country na'])
  assert.deepEqual(
    filled('Person', d => addCountries(d, 'country', leaf('na'))),
    { values: [], problems: [] },
  )
})

test('dates keep doubt and alternatives, and what is none is flagged', () => {
  assert.deepEqual(filled('Person', d => addDates(d, 'birthDate', leaf('possibly 23.7.1981'))).values, ['birthDate 1981-07-23~'])
  assert.deepEqual(filled('Person', d => addDates(d, 'birthDate', leaf('1979, 1980 or 1982'))).values.length, 3)
  assert.deepEqual(filled('Person', d => addDates(d, 'birthDate', leaf('10 October (year unknown)'))).problems, ['date.unreadable'])
})

test('a place of birth tells its country, past and present', () => {
  assert.deepEqual(filled('Person', d => addBirthPlace(d, leaf('Lyuban, former USSR (now Belarus)'))).values, [
    'birthPlace Lyuban, former USSR (now Belarus)',
    'birthCountry suhh',
    'birthCountry by',
  ])
})
