import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../../model/index.ts'
import { numberIn } from './documents.ts'
import { all, fixture, person, source } from './kit.test-data.ts'

test('sorts documents by kind, wherever type and number stand', async () => {
  const now = await fixture('consolidated-2026')
  const numbers = (reading: Reading | undefined) =>
    ['passportNumber', 'idNumber', 'taxNumber', 'socialSecurityNumber'].map(property => all(reading, property))
  assert.deepEqual(numbers(now.get('QDi.901')), [['990001'], [], ['MDLKRM57D03Z220X'], ['900-12-3456']])
  assert.deepEqual(numbers(now.get('TAi.902')), [['SE 990820'], ['99887'], [], []])
  assert.deepEqual(numbers(now.get('KPi.903')), [['PS990420397'], [], [], []])
  const old = await fixture('consolidated-2015')
  assert.deepEqual(numbers(old.get('QDi.943')), [['A990288'], [], [], []])
  assert.deepEqual(numbers((await fixture('committee-1267-2014', source('un-sc-1267'))).get('QI.F.943.14')), [['990354'], [], [], []])
})

test('finds the number in what stands in a number field', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['A990001', 'A990001'],
    ['Libya B/990210', 'B/990210'],
    ['BN 9906361', 'BN 9906361'],
    ['A990288 (MISUSE)', 'A990288'],
    ['No. 96/990442', '96/990442'],
    ['R00099098, South Sudan', 'R00099098'],
    ['Afghan passport number SE 990820', 'SE 990820'],
    ['German travel document (“Reiseausweis”) A 9909243', 'A 9909243'],
    ['Russian passport number 8208 No. 990627', '8208 990627'],
  ]
  for (const [text, number] of cases) assert.equal(numberIn(text).number, number, text)
})

test('reads the facts that comments state, and keeps the whole comment', async () => {
  const now = await fixture('consolidated-2026')
  const karim = now.get('QDi.901')
  assert.deepEqual(
    ['fatherName', 'motherName', 'eyeColor', 'hairColor', 'deathDate', 'gender', 'title', 'sourceUrl'].map(p => all(karim, p)),
    [
      ['Nadim al-Model'],
      ['Salma Fictional'],
      ['brown'],
      ['black'],
      ['2021-03~'],
      ['male'],
      ['Amir'],
      ['https://www.interpol.int/en/How-we-work/Notices/View-UN-Notices-Individuals'],
    ],
  )
  assert.ok(all(karim, 'notes').some(note => note.endsWith('was concluded on 8 November 2022.')))
  assert.deepEqual(all(now.get('TAi.902'), 'gender'), ['male'])
  assert.deepEqual([all(now.get('KPe.910'), 'imoNumber'), all(now.get('KPe.910'), 'swiftBic')], [['IMO5342883'], ['MDLSKPPY']])
  assert.deepEqual([all(now.get('QDe.909'), 'taxNumber'), all(now.get('QDe.909'), 'email')], [['7700774'], ['relief@sample.example']])
  assert.deepEqual(all(now.get('KPi.903'), 'gender'), [])
})

test('a written correction holds for one exact text in one field', async () => {
  const repaired = await person('<FIRST_NAME>A</FIRST_NAME><INDIVIDUAL_ADDRESS><COUNTRY>Milan</COUNTRY></INDIVIDUAL_ADDRESS>')
  assert.deepEqual([all(repaired, 'country'), repaired.problems], [['it'], []])
  const other = await person('<FIRST_NAME>A</FIRST_NAME><INDIVIDUAL_ADDRESS><COUNTRY>Turin</COUNTRY></INDIVIDUAL_ADDRESS>')
  assert.deepEqual([all(other, 'country'), other.problems.map(p => p.code)], [[], ['country.unknown']])
})
