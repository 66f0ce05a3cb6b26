import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'
import { cardNumber } from './persons.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['pk-nacta/proscribed-persons'],
  counts: {
    'pk-nacta/proscribed-persons/2025-11-18.json': { records: 3650, why: 'two rows of the feed repeat others word for word' },
    'pk-nacta/proscribed-persons/2026-06-03.json': { records: 4663, why: 'two rows of the feed repeat others word for word' },
  },
  spoil: text => text.replace('"District"', '"Tehsil"'),
})

const read = (people: readonly object[]) => outcomeOf(source, [memoryFile('source.json', JSON.stringify(people))])
const person = (more: object) => ({ Name: 'Sample Karim', FatherName: 'Sample Gul', CNIC: '', Province: 'KP', District: 'SWAT', ...more })

test('persons without a usable number are as many parties as there are persons', async () => {
  const { records, problems } = await read([
    person({}),
    person({ Name: 'Model Omar', CNIC: null }),
    person({ Name: 'Test Zar', CNIC: '-' }),
    person({ Name: 'Fiction Ali', CNIC: '00000-0000000-0' }),
  ])
  assert.deepEqual(
    records.map(({ key }) => key),
    ['sample-karim.sample-gul.swat', 'model-omar.sample-gul.swat', 'test-zar.sample-gul.swat', 'fiction-ali.sample-gul.swat'],
  )
  assert.equal(problems.filter(({ code }) => code === 'identifier.unusable').length, 4)
})

test('a filler is no card number', () => {
  for (const filler of ['', '-', '3', '1111111111111', '1234567891011', 'CJ12345678901'])
    assert.equal(cardNumber(filler), undefined, filler)
  assert.equal(cardNumber(' 99990-1638411-1'), '9999016384111')
})

test('two persons under one number are both kept and told, one person told twice is one', async () => {
  const card = '9999327564863'
  const { records, problems } = await read([
    person({ CNIC: card }),
    person({ CNIC: card, Name: 'Other' }),
    person({ CNIC: card, Name: 'Sample Karim ' }),
  ])
  assert.deepEqual(
    records.map(({ key }) => key),
    [card, `${card}~2`],
  )
  assert.deepEqual(
    problems.map(({ code, record }) => `${code} ${record}`),
    [`record.repeated ${card}`, `record.key-twice ${card}~2`],
  )
})

test('aliases and the words around a father’s name are told apart from the names', async () => {
  const { readings } = await read([
    person({ Name: 'Model Zafar alias Usama, Shaka', FatherName: 'S/o Muhammad Model @ Faryadi (late)' }),
    person({ Name: 'Bibi Sample', FatherName: 'W/o Dary Model' }),
  ])
  const [zafar, bibi] = readings.map(({ parties }) => parties[0])
  assert.ok(zafar && bibi)
  assert.deepEqual(valuesOf(zafar, 'name'), ['Model Zafar'])
  assert.deepEqual(valuesOf(zafar, 'alias'), ['Usama', 'Shaka'])
  assert.deepEqual(valuesOf(zafar, 'fatherName'), ['Muhammad Model', 'Faryadi'])
  assert.deepEqual(valuesOf(bibi, 'fatherName'), [])
  assert.deepEqual(valuesOf(bibi, 'notes'), ['Wife of Dary Model'])
})
