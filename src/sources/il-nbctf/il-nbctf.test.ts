import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { zipOf } from '../../intake/zip-writer.test-data.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({ sources, folder: import.meta.dirname })

const read = (id: string, path: string) => {
  const source = sources.find(one => one.id === id)
  assert.ok(source)
  return outcomeOf(source, [memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path)))])
}

test('a designation cancelled in the cell of its date has ended, and a UN number is a reference', async () => {
  const { readings } = await read('il-nbctf-persons', 'persons/individuals.xlsx')
  assert.deepEqual(
    readings.map(({ designations: [d] }) => [d?.status, d?.from?.earliest, d?.to?.earliest]),
    [
      ['listed', '2020-09-01', undefined],
      ['delisted', '2019-05-01', '2024-02-03'],
    ],
  )
  assert.deepEqual(
    readings[1]?.references?.map(({ value }) => value),
    ['QDi.999'],
  )
  const omar = readings[0]?.parties[0]
  assert.deepEqual(omar && valuesOf(omar, 'name'), ['עומר דוגמה', 'OMAR SPECIMEN', 'عمر مثال'])
})

test('organisations: the first of the two days begins the listing, and linked ones are tied', async () => {
  const { readings } = await read('il-nbctf-organisations', 'bodies/organizations.xlsx')
  assert.equal(readings[0]?.designations[0]?.from?.earliest, '2018-03-01')
  assert.deepEqual(
    readings[0]?.links.map(({ to }) => to),
    ['il-nbctf-organisations:8002', 'il-nbctf-organisations:8003'],
  )
})

test('a head is known without its language, number or form of date', async () => {
  const head = [
    'Internal Seq. ID',
    'Name of Individual (English)',
    'D.O.B',
    'Date of Designation in Israel',
    'Additional information (Hebrew)',
  ]
  const cells = [head, ['9001', 'SAMPLE KARIM', '01/02/1960', '03/04/2021', 'word']]
  const rows = cells.map(row => `<row>${row.map(cell => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')
  const book = zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
  const [persons] = sources.filter(({ id }) => id === 'il-nbctf-persons')
  assert.ok(persons)
  const { readings, problems } = await outcomeOf(persons, [{ ...memoryFile('book.xlsx', book), rendition: 'xlsx' }])
  const party = readings[0]?.parties[0]
  assert.deepEqual(party && ['name', 'birthDate'].map(p => valuesOf(party, p)), [['SAMPLE KARIM'], ['1960-02-01']])
  assert.equal(readings[0]?.designations[0]?.from?.earliest, '2021-04-03')
  assert.deepEqual(problems, [])
})
