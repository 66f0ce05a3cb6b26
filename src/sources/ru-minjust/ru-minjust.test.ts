import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { russianNames } from '../rows/russian-names.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({
  sources,
  folder: import.meta.dirname,
  real: ['ru-minjust/undesirable-organisations'],
  spoil: text =>
    text
      .replace('"fullName"', '"title"')
      .replace('"field_8_s"', '"field_12_s"')
      .replace('"field_4_s"', '"field_14_s"')
      .replace('class="doc"', 'class="document"')
      .replace('field_2_s": "', 'field_22_s": "')
      .replace('59961ebb', '69961ebb'),
})

const [source, agents, extremist] = sources
assert.ok(source && agents && extremist)

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

test('foreign agents: persons and bodies by their kind, a pseudonym in brackets, one taken off the register', async () => {
  const { readings, problems } = await outcomeOf(agents, [fixture('agents/foreign-agents-values.json', 'json-values')])
  assert.deepEqual(
    readings.map(({ parties: [party], designations: [d] }) => [party?.schema, d?.status, d?.from?.earliest, d?.to?.earliest]),
    [
      ['Person', 'listed', '2025-12-01', undefined],
      ['Organization', 'delisted', '2020-11-05', '2024-02-14'],
      ['Organization', 'listed', '2022-06-24', undefined],
      ['Person', 'listed', '2025-10-10', undefined],
    ],
  )
  const maria = readings[3]?.parties[0]
  assert.deepEqual(maria && ['name', 'alias', 'website'].map(p => valuesOf(maria, p)), [
    ['Образцова Мария Петровна'],
    ['Маша Пример'],
    ['https://example.org/'],
  ])
  assert.deepEqual(problems, [])
})

test('extremist organisations: in force from the last judgment, other names, and a remark that takes one off', async () => {
  const { readings, problems } = await outcomeOf(extremist, [fixture('extremist/extremist-organisations-7822.html', 'html')])
  assert.deepEqual(
    readings.map(({ parties: [party], designations: [d] }) => [party && valuesOf(party, 'name')[0], d?.status, d?.from?.earliest]),
    [
      ['Вымышленное объединение «Образец»', 'listed', '2006-09-12'],
      ['Местная религиозная организация «Пример» города Образцова', 'listed', '2009-10-09'],
      ['Межрегиональное движение «Несуществующий союз»', 'listed', '2010-06-10'],
      ['Общественное объединение «Выдумка»', 'delisted', '2015-04-03'],
    ],
  )
  const union = readings[2]?.parties[0]
  assert.deepEqual(union && valuesOf(union, 'alias'), ['НС', 'Союз Н.'])
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['record.no-party'],
  )
})

test('the answer for extremist organisations: fields are what the list of registers calls them', async () => {
  const answer = fixture('extremist-answer/extremist-values.json', 'json-values')
  const columns = { ...fixture('extremist-answer/registry-all.json', 'json'), part: 'columns' }
  const { records, readings } = await outcomeOf(extremist, [answer, columns])
  assert.deepEqual(
    readings.map(({ designations: [d] }, i) => [records[i]?.key.slice(0, 10), d?.from?.earliest, d?.to?.earliest]),
    [
      ['11-07-2006', '2006-09-12', undefined],
      ['03-04-2015', '2015-04-03', '2020-06-05'],
      ['движение-н', undefined, undefined],
    ],
  )
  assert.match(readings[0]?.designations[0]?.grounds ?? '', /^Судебные акты: решение/)
  const alone = await outcomeOf(extremist, [answer])
  assert.match(alone.readings[0]?.designations[0]?.grounds ?? '', /^field_3_s: решение/)
})

test('the list of registers is no register by itself', async () => {
  const columns = { ...fixture('extremist-answer/registry-all.json', 'json'), part: 'columns' }
  const { problems } = await outcomeOf(extremist, [columns])
  assert.ok(problems.some(({ code, severity }) => code === 'part.missing' && severity === 'stop'))
})
