import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMapping } from '../sources/index.ts'
import { proposeMapping } from './own-mapping.ts'

const fileOf = (name: string, text: string) => ({
  name,
  async *open() {
    yield Buffer.from(text)
  },
})

test('a mapping is proposed by the heads of a table, and is one that can be read', async () => {
  const mapping = await proposeMapping(
    fileOf('staff.csv', 'Kundennummer;Vorname;Nachname;Geburtsdatum;Staat;Grund\nK1;Ivan;Sample;12.03.1971;RU;Verdacht\n'),
  )
  assert.deepEqual(mapping, {
    schema: 'Person',
    key: ['Kundennummer'],
    properties: {
      name: [{ join: ['Vorname', 'Nachname'] }],
      firstName: 'Vorname',
      lastName: 'Nachname',
      birthDate: 'Geburtsdatum',
      country: 'Staat',
    },
    ignore: ['Grund'],
    delimiter: ';',
  })
  assert.deepEqual(readMapping(JSON.stringify(mapping)), mapping)
})

test('a column of kinds tells the schema of each row; rows without a number go by name and birth', async () => {
  const mapping = await proposeMapping(
    fileOf('watch.csv', 'Watch list of the house\n\nName,Type,Date of birth\nJane Sample,Individual,1970\nSample Ltd,Company,\n'),
  )
  assert.deepEqual(mapping?.schema, { column: 'Type', values: { Individual: 'Person', Company: 'Company' }, default: 'LegalEntity' })
  assert.deepEqual(mapping?.key, ['Name', 'Date of birth'])
  assert.equal(mapping?.skip, 1)
})

test('what is no table gets no proposal', async () => {
  assert.equal(await proposeMapping(fileOf('empty.csv', '')), null)
  assert.equal(await proposeMapping(fileOf('letter.txt', 'Dear reader\nwe write to you\n')), null)
  assert.equal(await proposeMapping(fileOf('book.xlsx', 'PK\u0003\u0004 cut off')), null)
})
