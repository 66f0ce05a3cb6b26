import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import sources from './index.ts'
import { partiesIn } from './titles.ts'

sourceSuite({ sources, folder: import.meta.dirname })

const namesIn = (title: string) => partiesIn(title).map(({ names }) => names)

test('a title names one party with its other names, or several after "namely" and beside a wing', () => {
  assert.deepEqual(namesIn('Namuna Misal Khan @ Abu Namuna @ Sample Bhai'), [['Namuna Misal Khan', 'Abu Namuna', 'Sample Bhai']])
  assert.deepEqual(namesIn('Lashkar-e-Misal / Pasban-e-Namuna'), [['Lashkar-e-Misal', 'Pasban-e-Namuna']])
  assert.deepEqual(namesIn('Four factions of Sample League (SL), namely : SL (First Leader), SL (Second) and SL (Third)'), [
    ['SL (First Leader)', 'Sample League (First Leader)'],
    ['SL (Second)', 'Sample League (Second)'],
    ['SL (Third)', 'Sample League (Third)'],
  ])
  assert.deepEqual(
    namesIn('Invented Organisations, namely: (i) Sample Army (SA) and its political wing, the Sample Front (SF), (ii) Other Army'),
    [['Sample Army (SA)'], ['Sample Front (SF)'], ['Other Army']],
  )
  assert.deepEqual(namesIn('Sample Front of Exampleland (SFE) and its associates or affiliates or fronts'), [
    ['Sample Front of Exampleland (SFE)'],
  ])
  assert.deepEqual(namesIn('Party of Specimens (Red/Blue) -- All its formations and front organisations'), [
    ['Party of Specimens (Red/Blue)'],
  ])
})

test('the First Schedule: abbreviations, the whole title where it says more, the notification, and no party of the UN row', async () => {
  const source = sources.find(({ id }) => id === 'in-mha-organisations')
  assert.ok(source)
  const page = readFileSync(join(import.meta.dirname, 'fixtures/organisations/terrorist-organisations.html'))
  const { records, readings, problems } = await outcomeOf(source, [memoryFile('page.html', page)])
  assert.deepEqual(
    records.map(({ key }) => key),
    [
      'lashkar-e-misal',
      'harakat-e-namuna',
      'psa',
      'rsf',
      'sample-naxal-group-marxist-invented',
      'sample-liberation-army',
      'sample-peoples-front',
      'specimen-national-front',
      'communist-party-of-specimens-red-blue',
    ],
  )
  const army = readings[5]?.parties[0]
  assert.ok(army)
  assert.deepEqual(valuesOf(army, 'weakAlias'), ['SLA'])
  assert.deepEqual(valuesOf(army, 'sourceUrl'), ['https://www.mha.gov.in/sites/default/files/sample-6.pdf'])
  assert.match(valuesOf(army, 'description')[0] ?? '', /^Invented Extremist Organisations/)
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['record.no-party'],
  )
})
