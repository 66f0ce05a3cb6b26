import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePair, type PairScore } from './index.ts'

type Properties = Readonly<Record<string, readonly string[]>>

const pair = (query: Properties, candidate: Properties, schema = 'Person'): PairScore =>
  comparePair({ schema, query, candidate }, { explain: true })
const match = (query: Properties, candidate: Properties, schema = 'Person') => pair(query, candidate, schema).score >= 0.7
const rules = (found: PairScore) => found.explanation?.map(e => e.rule) ?? []

const NAME = { name: ['Orlan Vestergaard Timoleon'] }

test('a shared address alone is no match', () => {
  const address = ['19 Vrbova, Kamnik 1240, Slovenia']
  assert.ok(!match({ name: ['Alpine Bakery d.o.o.'], address }, { name: ['Siemora, d.o.o.'], address }, 'Company'))
  assert.equal(
    rules(pair({ name: ['Siemora'], address }, { name: ['Siemora'], address: ['Vrbova 19, 1240 Kamnik'] }, 'Company'))[1],
    'addressAgrees',
  )
})

test('an unlike address never removes an alias hit', () => {
  assert.ok(
    pair({ ...NAME, address: ['12 Any Road, Springfield'] }, { name: ['Somebody Else'], alias: NAME.name, address: ['Peshawar, Pakistan'] })
      .score >= 0.95,
  )
})

test('usual abbreviations, exonyms and separate fields do not change an address', () => {
  const alike = (a: Properties, b: Properties) => match(a, b, 'Address')
  assert.ok(alike({ full: ['4410 W Larkin Dr, Phoenix AZ 85031'] }, { full: ['4410 WEST LARKIN DRIVE, PHOENIX, ARIZONA 85031, US'] }))
  assert.ok(alike({ full: ['Calle 23 No. 117, La Habana, Cuba'] }, { full: ['Calle 23 #117, Havana, Cuba'] }))
  assert.ok(!alike({ full: ['4418 W Larkin Dr, Phoenix AZ 85031'] }, { full: ['4410 W Larkin Dr, Phoenix AZ 85031'] }))
})

test('one string and separate fields are the same address', () => {
  assert.ok(
    match(
      { full: ['5599 NW 230th Avenue, Boca Linda, FL 33496'] },
      { street: ['5599 NW 230th Avenue'], city: ['Boca Linda'], state: ['FL'], postalCode: ['33496'], country: ['us'] },
      'Address',
    ),
  )
})
