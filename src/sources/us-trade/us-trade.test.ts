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
  real: ['us-trade/consolidated-screening-list'],
  spoil: text => text.replace('license_policy', 'licence_policy').replace('"total": 4', '"total": 5'),
})

const csv = () =>
  outcomeOf(source, [memoryFile('consolidated.csv', readFileSync(join(import.meta.dirname, 'fixtures/csv/consolidated.csv')))])
const json = (results: readonly object[]) =>
  outcomeOf(source, [{ ...memoryFile('consolidated.json', JSON.stringify({ total: results.length, results })), rendition: 'json' }])

test('an entry of the Treasury reads as OFAC’s own and quotes its number', async () => {
  const { records, readings } = await csv()
  const reading = readings[records.findIndex(({ key }) => key === 'sdn-990006')]
  const [party] = reading?.parties ?? []
  assert.ok(party && reading)
  assert.deepEqual(reading.references, [{ party: party.id, scheme: 'ofac', value: '990006', field: 'entity_number' }])
  assert.deepEqual(
    reading.designations.map(({ list, programme }) => `${list} ${programme}`),
    ['us-ofac-sdn IFSR', 'us-sdgt SDGT'],
  )
  assert.deepEqual(valuesOf(party, 'name'), ['Karim SAMPLE'])
  assert.deepEqual(valuesOf(party, 'birthDate'), ['1961-02-03', '1962~'])
  assert.deepEqual(valuesOf(party, 'passportNumber'), ['K900336'])
  assert.deepEqual(valuesOf(party, 'topics'), ['sanction', 'crime.terror'])
})

test('a row that is an address is no party, and two rows of one name are both kept', async () => {
  const { records, problems } = await csv()
  assert.deepEqual(
    records.map(({ key }) => key).filter(key => key.startsWith('dtc')),
    ['dtc-aaron-specimen', 'dtc-aaron-specimen~2'],
  )
  assert.ok(problems.some(({ code, seen }) => code === 'record.no-party' && seen === 'Address 01: 9 Example Road'))
})

test('one value, several and none are told apart whatever their spelling in JSON', async () => {
  const row = (entity_number: string, dates_of_birth: unknown) => ({
    source: 'Specially Designated Nationals (SDN) - Treasury Department',
    entity_number,
    type: 'Individual',
    programs: ['SDGT'],
    name: 'SAMPLE, Karim',
    dates_of_birth,
  })
  const { readings } = await json([row('1', '1961-02-03'), row('2', ['1970', '1971-05-01']), row('3', null)])
  assert.deepEqual(
    readings.map(({ parties }) => parties[0] && valuesOf(parties[0], 'birthDate')),
    [['1961-02-03'], ['1970', '1971-05-01'], []],
  )
})

test('a list of an unknown name is flagged and never guessed', async () => {
  const { readings } = await json([{ source: 'New List (NL) - Some Department', name: 'Sample Co' }])
  assert.deepEqual(
    readings[0]?.problems.map(({ code, severity, seen }) => [code, severity, seen]),
    [['programme.unknown', 'flag', 'New List (NL) - Some Department']],
  )
  assert.equal(readings[0]?.designations[0]?.list, 'us-csl')
})

test('an item of a list may hold several values, and a street several addresses', async () => {
  const { readings } = await json([
    {
      source: 'Entity List (EL) - Bureau of Industry and Security',
      type: 'Entity',
      name: 'Sample Works',
      alt_names: ['SW; Works of Samples', 'and Old Works'],
      addresses: [{ address: '1 First Road; and 2 Second Road', city: 'Sampletown', country: 'CN' }],
    },
  ])
  const [party] = readings[0]?.parties ?? []
  assert.ok(party)
  assert.equal(party.schema, 'Organization')
  assert.deepEqual(valuesOf(party, 'alias'), ['SW', 'Works of Samples', 'Old Works'])
  assert.deepEqual(valuesOf(party, 'address'), ['1 First Road, CN', '2 Second Road, Sampletown, CN'])
})
