import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import { haveRealLists, REAL_LISTS } from '../suite-publications.ts'
import source from './index.ts'

const FRENCH = 'ca-justice/listed-terrorist-entities-dors-2002-284-fr/2026-06-14.xml'
const ENGLISH = 'ca-justice/listed-terrorist-entities-sor-2002-284'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: [ENGLISH, 'ca-justice/listed-terrorist-entities-dors-2002-284-fr'],
  // The French text is the second part of a publication: alone it names nobody.
  broken: { [FRENCH]: 'part.missing' },
  spoil: text => text.replace('<Item ', '<Delisted>2026</Delisted><Item '),
})

const outcome = async (...paths: readonly string[]) => {
  const [publication] = publicationsOf(
    source,
    paths.map(path => heldFile(path, readFileSync(path))),
    () => '',
  )
  assert.ok(publication)
  return outcomeOf(source, asSourceFiles(publication))
}
const fixture = (name: string) => join(import.meta.dirname, 'fixtures/both', name)

test('an entity has its names in both languages, and a repealed item is no entity', async () => {
  const { readings, records } = await outcome(fixture('SOR-2002-284.xml'), fixture('DORS-2002-284.xml'))
  assert.deepEqual(
    records.map(({ key }) => key),
    ['900001', '900002', '900003', '900004', '900005'],
  )
  const names = readings[0]?.parties[0]?.statements
    .filter(s => /name|alias/i.test(s.property))
    .map(s => `${s.lang} ${s.property} ${s.value}`)
  assert.deepEqual(names, [
    'en name Jund al-Mithal',
    'en alias JaM',
    'en alias The Specimen Front',
    'en alias Fictional Brigade',
    'en alias FB',
    'en alias Army of Sample and Example',
    'en alias Jaish-i-Mithal',
    'en alias Jaish-i-Misal',
    'en alias Saraya Mithal',
    'en alias The Sample Brigades',
    'fr alias Front du modèle',
    'en alias Kach and Kahane Movement',
    'en alias Katibat Mithal',
    'fr alias Jund al-Mithal',
    'fr alias Brigade fictive',
    'fr alias BF',
    'en alias Army of Sample',
  ])
})

test('the French names stay out where the two texts differ in length', async () => {
  const { problems, readings } = await outcome(fixture('SOR-2002-284.xml'))
  assert.deepEqual(problems, [])
  assert.equal(
    readings[1]?.parties[0]?.statements.some(s => s.lang === 'fr'),
    false,
  )
})

const real = (day: string) => join(REAL_LISTS, ENGLISH, `${day}.xml`)
const absent = haveRealLists() ? false : 'there is no ../shared/lists beside the checkout'

test('real versions: removals, an amendment in capitals alone, and steady keys', { skip: absent }, async () => {
  const days = ['2021-02-15', '2024-06-19', '2024-07-23', '2025-09-29', '2026-06-14']
  const versions = await Promise.all(days.map(day => outcome(real(day))))
  const keys = versions.map(({ records }) => new Map(records.map((record, i) => [record.key, i] as const)))
  const left = (from: number, to: number) =>
    [...(keys[from] ?? [])]
      .filter(([key]) => !keys[to]?.has(key))
      .map(([, i]) => valuesOf(versions[from]?.readings[i]?.parties[0] as never, 'name')[0])
  assert.deepEqual(left(0, 1), ['Armed Islamic Group'])
  assert.deepEqual(left(1, 2), [])
  assert.deepEqual(left(3, 4), ['Euskadi Ta Askatasuna', 'Hay’at Tahrir al-Sham'])
  const ansar = (version: number) => valuesOf(versions[version]?.readings[keys[version]?.get('694410') ?? -1]?.parties[0] as never, 'name')
  assert.deepEqual([ansar(1), ansar(2)], [['Ansar al-Islam'], ['Ansar al-islam']])
})

test('the real French text joins the English one entity by entity', { skip: absent }, async () => {
  const { problems, readings } = await outcome(real('2026-06-14'), join(REAL_LISTS, FRENCH))
  assert.deepEqual(problems, [])
  const taliban = readings.find(({ parties }) => parties[0] && valuesOf(parties[0], 'name')[0] === 'Taliban')?.parties[0]
  assert.ok(taliban && valuesOf(taliban, 'alias').includes('Les talibans'))
})

test('an item that reads as it was inserted tells the day of listing', async () => {
  const { readings } = await outcome(fixture('SOR-2002-284.xml'))
  assert.deepEqual(
    readings.map(({ designations }) => designations[0]?.from?.earliest),
    [undefined, '2024-06-21', '2025-12-08', undefined, undefined],
  )
})
