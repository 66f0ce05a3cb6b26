import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'
import { readLine } from './line.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname })

test('a line is read from its right end on, each part but the name being optional', () => {
  const parts = (text: string) => Object.values(readLine(text))
  assert.deepEqual(parts('2. ПРИМЕРОВ АХМЕД*, (ОБРАЗЦОВ АХМЕД; ПРИМЕРОВ АХМАТ), 01.01.1990 г.р. , С. ПРИМЕРНОЕ, РАЙОН;'), [
    'ПРИМЕРОВ АХМЕД',
    '*',
    'ОБРАЗЦОВ АХМЕД; ПРИМЕРОВ АХМАТ',
    '01.01.1990',
    'С. ПРИМЕРНОЕ, РАЙОН',
    '',
    '',
  ])
  assert.deepEqual(parts('4. НЕДАТОВ НЕДАТ НЕДАТОВИЧ, , ;'), ['НЕДАТОВ НЕДАТ НЕДАТОВИЧ', '', '', '', '', '', ''])
  assert.deepEqual(parts('3. ОРГАНИЗАЦИЯ "ПРИМЕР, ОБРАЗЕЦ", 12.03.2004, ИНН: 0000000000, ОГРН: 0000000000000;'), [
    'ОРГАНИЗАЦИЯ "ПРИМЕР, ОБРАЗЕЦ"',
    '',
    '',
    '12.03.2004',
    '',
    '0000000000',
    '0000000000000',
  ])
})

test('the second form gives the whole state under its numbers, with the day of inclusion', async () => {
  const file = { ...memoryFile('catalog.xml', readFileSync(join(import.meta.dirname, 'fixtures/v2/catalog-v2.xml'))), rendition: 'xml-2' }
  const { records, readings } = await outcomeOf(source, [file])
  const first = readings[records.findIndex(({ key }) => key === '900001')]
  assert.ok(first?.parties[0])
  assert.equal(first.designations[0]?.from?.earliest, '2021-05-14')
  assert.deepEqual(valuesOf(first.parties[0], 'topics'), ['sanction', 'crime.terror'])
  assert.deepEqual(valuesOf(first.parties[0], 'birthDate'), ['1982-11-09'])
})
