import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { type Party, valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({ sources, folder: import.meta.dirname })

const read = async (id: string, path: string) => {
  const source = sources.find(one => one.id === id)
  assert.ok(source)
  const file = { ...memoryFile(path, readFileSync(join(import.meta.dirname, 'fixtures', path))), rendition: 'xlsx' }
  return outcomeOf(source, [file])
}
const all = (party: Party | undefined, ...properties: readonly string[]) => properties.map(p => (party ? valuesOf(party, p) : []))

test('the domestic list: persons by their parents, several passports in a cell, mistyped values corrected', async () => {
  const { readings, problems } = await read('tr-masak-domestic', 'domestic/7madde.xlsx')
  assert.deepEqual(
    readings.map(({ parties: [party], designations: [d] }) => [party?.schema, ...all(party, 'name'), d?.from?.earliest]),
    [
      ['Person', ['ÖRNEK UYDURMAOĞLU'], '2021-12-24'],
      ['Person', ['İSPİR ÖRNEK'], '2024-03-15'],
      ['Organization', ['ÖRNEK VAKFI'], '2021-12-24'],
    ],
  )
  assert.deepEqual(all(readings[0]?.parties[0], 'alias', 'motherName', 'fatherName', 'birthDate'), [
    ['Örnek Kod', 'Numune'],
    ['NUMUNE'],
    ['MİSAL'],
    ['1970-01-01'],
  ])
  assert.deepEqual(all(readings[1]?.parties[0], 'passportNumber', 'nationality', 'birthDate'), [
    ['P0000001', 'P0000002'],
    ['iq', 'sy'],
    ['1948-08-10'],
  ])
  assert.deepEqual(problems, [])
})

test('the list of foreign requests is told by its decree; days that Excel turned are turned back', async () => {
  const { readings } = await read('tr-masak-foreign', 'foreign/6madde_ing.xlsx')
  assert.deepEqual(all(readings[0]?.parties[0], 'birthDate'), [['1948-08-01']])
})

test('the list on weapons: bodies in a column of their own, Turkish months, offices behind a comma', async () => {
  const { readings } = await read('tr-masak-weapons', 'weapons/3a3b.xlsx')
  const [pak, shipping] = readings.map(({ parties }) => parties[0])
  assert.deepEqual(all(pak, 'name', 'position', 'birthDate', 'nationality', 'passportNumber'), [
    ['SAMPLE PAK'],
    ['Direktör', 'Örnek Ticaret temsilcisi'],
    ['1960-01-01'],
    ['kp'],
    ['P0000003'],
  ])
  assert.equal(shipping?.schema, 'Organization')
  assert.deepEqual(all(shipping, 'name', 'imoNumber', 'address'), [['SAMPLE SHIPPING'], ['IMO9999993'], ['Örnek Sokak 2', 'Örnek Sokak 3']])
})
