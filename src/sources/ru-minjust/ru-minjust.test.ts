import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { russianNames } from '../rows/russian-names.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['ru-minjust/undesirable-organisations'],
  spoil: text => text.replace('"fullName"', '"title"').replace('"field_8_s"', '"field_12_s"'),
})

const fixture = (path: string, rendition: string) => ({
  ...memoryFile('registry.json', readFileSync(join(import.meta.dirname, 'fixtures', path))),
  rendition,
})

test('names in every bracket come apart, and the State is no name', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['«Фонд примеров» (The Specimen Endowment)', ['Фонд примеров', 'The Specimen Endowment'], []],
    [
      'Limited liability company (SIA) «Sample Project» («Проект Образец»), Латвийская Республика',
      ['Limited liability company «Sample Project»', 'SIA', 'Проект Образец'],
      ['lv'],
    ],
    ['Model Inc. («Общество «Родник», «Модель, Инк.», MM) (США)', ['Model Inc.', 'Общество «Родник»', 'Модель, Инк.', 'MM'], ['us']],
    ['Model Media, z. s. («Модель») (Чешская Республика)', ['Model Media, z. s.', 'Модель'], ['cz']],
    ['«Федерация» («Federation»), Великобритания, Лондон', ['Федерация', 'Federation'], ['gb']],
    ['«Первый конгресс», «Второй конгресс» (Congress), Канада', ['Первый конгресс', 'Второй конгресс', 'Congress'], ['ca']],
    ['Союз (другие названия: «Имя», «Другое имя»; Third)', ['Союз', 'Имя', 'Другое имя', 'Third'], []],
  ]
  for (const [text, names, countries] of cases) {
    const { name, others, countries: found } = russianNames(text)
    assert.deepEqual([[name, ...others], found], [names, countries], text)
  }
})

test('an organisation taken off the register is delisted on that day, in both forms', async () => {
  for (const [path, rendition, key] of [
    ['mirror/registry.json', 'json', '3'],
    ['values/undesirable-values.json', 'json-values', '2'],
  ] as const) {
    const { records, readings } = await outcomeOf(source, [fixture(path, rendition)])
    const removed = readings[records.findIndex(record => record.key === key)]
    assert.deepEqual(
      removed?.designations.map(({ status, list }) => [status, list]),
      [['delisted', 'ru-minjust-undesirable']],
    )
    assert.match(removed?.designations[0]?.to?.earliest ?? '', /^20\d\d-\d\d-\d\d$/)
    assert.equal(removed?.parties[0] && valuesOf(removed.parties[0], 'topics').length, 0)
  }
})
