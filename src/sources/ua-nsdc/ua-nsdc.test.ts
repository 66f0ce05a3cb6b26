import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { type Party, valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  spoil: text => text.replace(/"(sid|aid|subjectId)"/, '"newMember": "1", "$1"'),
})

const file = (name: string, part: string) => ({
  ...memoryFile(name, readFileSync(join(import.meta.dirname, 'fixtures/register', name))),
  part,
})
const [persons, bodies] = [file('subjects-individual.json', 'persons'), file('subjects-legal.json', 'bodies')]
const measures = file('subjects-900001-actions.json', 'measures')
const all = (party: Party | undefined, ...properties: readonly string[]) => properties.map(p => (party ? valuesOf(party, p) : []))

test('subjects have the status of the register, and days where measures tell them', async () => {
  const { records, readings, problems } = await outcomeOf(source, [persons, bodies, measures])
  assert.deepEqual(
    readings.map(({ designations: [d] }, i) => [records[i]?.key, d?.status, d?.from?.earliest]),
    [
      ['900001', 'listed', '2021-01-31'],
      ['900002', 'delisted', undefined],
      ['900003', 'listed', undefined],
      ['900101', 'delisted', undefined],
    ],
  )
  assert.equal(readings[0]?.designations[0]?.note, 'Блокування активів; Обмеження торговельних операцій')
  assert.match(readings[0]?.designations[0]?.grounds ?? '', /^Decree 899\/2021 of 2021-01-31/)
  assert.deepEqual(
    problems.map(({ code, record }) => [code, record]),
    [['status.missing', '900003']],
  )
})

test('names of three scripts, dates in prose, several numbers in one text, unknown types and attributes', async () => {
  const { readings } = await outcomeOf(source, [persons, bodies])
  const [first, second, third, company] = readings.map(({ parties }) => parties[0])
  assert.deepEqual(all(first, 'name', 'alias', 'weakAlias', 'passportNumber', 'birthPlace'), [
    ['ВИГАДАНИЙ Зразок Прикладович'],
    ['ВЫМЫШЛЕННЫЙ Образец Примерович', 'Vyhadanyi Zrazok', 'Vymyshlennyi Obrazets'],
    ['VYHADANYI Zrazok Prykladovych'],
    ['00 00 000000', '000000001'],
    ['м. Зразків (росія)'],
  ])
  assert.deepEqual([...all(second, 'birthDate'), ...all(third, 'birthDate', 'idNumber')], [['1957/1959'], ['1980-08'], ['1']])
  assert.deepEqual(all(company, 'alias', 'ogrnCode', 'okpoCode', 'incorporationDate'), [
    ['Общество с ограниченной ответственностью "Образец"', 'Limited Liability Company Zrazok', 'ООО «Образец»', 'Zrazok LLC'],
    ['0000000000000'],
    ['00000000'],
    ['2003-02-01'],
  ])
})

test('one kind of subject alone is no register, and measures of an unknown subject are told', async () => {
  const alone = await outcomeOf(source, [persons])
  assert.deepEqual(
    alone.problems.map(({ code, severity }) => [code, severity]),
    [['part.missing', 'stop']],
  )
  const strange = { ...measures, name: 'subjects-999-actions.json' }
  const { problems } = await outcomeOf(source, [persons, bodies, strange])
  assert.ok(problems.some(({ code, seen }) => code === 'parts.differ' && seen === '999'))
})

test('a file of 2023 holds a row a measure: subjects come together under their number, active while a measure is', async () => {
  const older = (name: string, part: string) => ({
    ...memoryFile(name, readFileSync(join(import.meta.dirname, 'fixtures/register-2023', name))),
    part,
    rendition: 'json-2023',
  })
  const { records, readings } = await outcomeOf(source, [
    older('subjects-individual.json', 'persons'),
    older('subjects-legal.json', 'bodies'),
  ])
  assert.deepEqual(
    readings.map(({ designations: [d] }, i) => [records[i]?.key, d?.status, d?.from?.earliest, d?.to?.earliest]),
    [
      ['900001', 'listed', '2021-01-31', undefined],
      ['900101', 'delisted', '2021-05-06', '2024-05-06'],
    ],
  )
  assert.deepEqual(all(readings[0]?.parties[0], 'alias', 'innCode', 'nationality'), [
    ['ВЫМЫШЛЕННЫЙ Образец Примерович', 'Vyhadanyi Zrazok', 'Vymyshlennyi Obrazets', 'ВЫМЫШЛЕННЫЙ Образец'],
    ['000000000000'],
    ['ru'],
  ])
})
