import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnNumber, unNumbersIn } from './quoted.ts'

const numbersIn = (text: string) => unNumbersIn({ text, field: 'remark' }, 'eu-fsf:1').map(r => `${r.scheme} ${r.value}`)

const OWN: readonly (readonly [text: string, ...numbers: readonly string[]])[] = [
  ['UN Ref QI.A.986.03. Listed on 25 January 2003', 'un QI.A.986.03'],
  ['(UN Ref): TAi.950. Review concluded', 'un TAi.950'],
  ['UN reference number: KPI.933', 'un KPi.933'],
  ['UN ID: LYe.902', 'un LYe.902'],
  ['Permanent reference number: QDi.901 (former: UN Ref QI.S.901.11)', 'un QDi.901', 'un QI.S.901.11'],
]

test('a number that a text gives as the own one is quoted, whatever the label and form', () => {
  for (const [text, ...numbers] of OWN) assert.deepEqual(numbersIn(text), numbers, text)
})

test('a number in brackets behind a name is that of another, and so is a number that only looks like one', () => {
  for (const text of [
    'Brother of Somebody Else (TI.A.970.01). Belongs to a tribe.',
    'Associated with a group (QDe.904)',
    'Member of a group (listed under permanent reference number QDe.992)',
    'UN listed pursuant to paragraphs 15 and 17 of resolution 1970',
    'Date of UN designation: 1.11.2005',
    'UN Ref: pending',
  ])
    assert.deepEqual(numbersIn(text), [], text)
})

test('a cell that holds a number of the Security Council and nothing else is told from other numbers', () => {
  assert.deepEqual(['TAi.999', 'QDe.901.', 'QI.A.912.01.', 'kpi.933', 'EU.99999.1', '4711', 'TAi.999 and others'].map(isUnNumber), [
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
