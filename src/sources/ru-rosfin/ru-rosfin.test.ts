import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'
import { readLine } from './line.ts'

sourceSuite({ sources, folder: import.meta.dirname })

const read = (id: string, path: string, rendition: string) => {
  const source = sources.find(one => one.id === id)
  assert.ok(source)
  return outcomeOf(source, [{ ...memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path))), rendition }])
}

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
  const { records, readings } = await read('ru-rosfin', 'v2/catalog-v2.xml', 'xml-2')
  const first = readings[records.findIndex(({ key }) => key === '900001')]
  assert.ok(first?.parties[0])
  assert.equal(first.designations[0]?.from?.earliest, '2021-05-14')
  assert.deepEqual(valuesOf(first.parties[0], 'topics'), ['sanction', 'crime.terror'])
  assert.deepEqual(valuesOf(first.parties[0], 'birthDate'), ['1982-11-09'])
})

test('what stands on the page of the removed has ended', async () => {
  const { readings } = await read('ru-rosfin-removed', 'removed/terrorists-catalog-portal-del.html', 'html')
  assert.deepEqual(
    readings.map(({ parties: [party], designations: [d] }) => [party?.schema, d?.status, d?.list]),
    [
      ['Organization', 'delisted', 'ru-rosfin-terror'],
      ['Person', 'delisted', 'ru-rosfin-terror'],
    ],
  )
})

test('copies of UN lists: other names by commas on the page, numbers as references and an end in the file', async () => {
  const page = await read('ru-rosfin-un', 'un-page/terrorists-catalog-portal-international.html', 'html')
  const [front, omar] = page.readings.map(({ parties: [party] }) => party)
  assert.ok(front && omar)
  assert.deepEqual(valuesOf(front, 'alias'), ['FRONT DE SPECIMEN', 'ПРИМЕРНЫЙ ФРОНТ'])
  assert.deepEqual(valuesOf(omar, 'birthDate'), ['1971-06-03'])
  const { readings } = await read('ru-rosfin-un', 'un-file/un-catalog.xml', 'xml-2')
  assert.deepEqual(
    readings.map(({ references, designations: [d] }) => [references?.[0]?.value, d?.status, d?.to?.earliest]),
    [
      ['QDi.999', 'listed', undefined],
      ['QDe.999', 'delisted', '2021-05-06'],
    ],
  )
})

test('the list on weapons: prose by its labels, the decision as grounds, a remark that ends the listing', async () => {
  const { readings } = await read('ru-rosfin-wmd', 'weapons/omu-list.html', 'html')
  const [pak] = readings[0]?.parties ?? []
  assert.ok(pak)
  assert.deepEqual(
    ['name', 'alias', 'birthDate', 'nationality', 'passportNumber'].map(p => valuesOf(pak, p)),
    [['ПАК ПРИМЕР ОБРАЗЕЦ'], ['Pak Sample', 'Пак Образ', 'Pak Specimen'], ['1964-07-17'], ['kp'], ['P0000009']],
  )
  assert.deepEqual(
    readings.map(({ parties: [party], references, designations: [d] }) => [
      party?.schema,
      references?.[0]?.value,
      d?.from?.earliest,
      d?.to?.earliest,
    ]),
    [
      ['Person', 'KPi.999', '2017-06-02', undefined],
      ['Organization', 'IRe.999', '2006-12-23', '2023-10-18'],
    ],
  )
})

test('a decision of the Commission goes with each of its subjects, whatever its tags are called', async () => {
  const { readings } = await read('ru-rosfin-mvk', 'mvk/mvk-decisions.xml', 'xml-mvk')
  const [d] = readings[0]?.designations ?? []
  assert.deepEqual(
    [d?.list, d?.status, d?.from?.earliest, d?.grounds],
    ['ru-rosfin-mvk', 'listed', '2026-11-20', 'НомерРешения: 900; ДатаРешения: 2026-11-20; РешениеПоСубъекту: Заморозить'],
  )
})

test('the first form and the page know a subject by the same key', async () => {
  const file = await read('ru-rosfin', 'v1/catalog-old.xml', 'xml-1')
  const page = await read('ru-rosfin', 'page/terrorists-catalog-portal-act.html', 'html')
  const keys = file.records.map(({ key }) => key)
  assert.deepEqual(keys.slice(0, 3), [
    'вымышленный-совет-образца',
    'местная-религиозная-организация-пример',
    'вымышленный-пётр-иванович.09-11-1982.г-образцов-примерной-области',
  ])
  assert.ok(page.records.some(({ key }) => key === keys[0]) && page.records.some(({ key }) => key === keys[2]))
})
