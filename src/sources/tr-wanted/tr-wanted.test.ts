import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  spoil: text => text.replaceAll('"Adi"', '"Ad"').replaceAll('"Soyadi"', '"Soyad"'),
})

const answer = readFileSync(join(import.meta.dirname, 'fixtures/answer/GetTerorleArananlarList.json'), 'utf8')

test('persons of every colour, with birth as precise as told', async () => {
  const { readings, problems } = await outcomeOf(source, [memoryFile('list.json', answer)])
  assert.deepEqual(
    readings.map(({ parties: [party] }) => ['name', 'birthDate', 'program', 'topics'].map(p => (party ? valuesOf(party, p) : []))),
    [
      [['ÖRNEK UYDURMAOĞLU'], ['1970-01-01'], ['KIRMIZI'], ['wanted', 'crime.terror']],
      [['NUMUNE MİSAL'], ['1968'], ['KIRMIZI'], ['wanted', 'crime.terror']],
      [['UYDURMA ÖRNEK'], [], ['MAVİ'], ['wanted', 'crime.terror']],
    ],
  )
  assert.deepEqual(problems, [])
})

test('a member that is not known is told as unread', async () => {
  const { readings } = await outcomeOf(source, [memoryFile('list.json', answer.replace('"Adi": "ÖRNEK"', '"Adi": "ÖRNEK", "Boy": "180"'))])
  assert.deepEqual(readings[0]?.unread, [{ field: 'Boy', text: '180' }])
})
