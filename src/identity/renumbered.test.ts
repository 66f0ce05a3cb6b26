import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Party, partyBuilder } from '../model/index.ts'
import { renumberedPairs } from './renumbered.ts'

function party(id: string, facts: Readonly<Record<string, readonly string[]>>, schema = 'Person'): Party {
  const builder = partyBuilder(`list:${id}`, schema)
  for (const [property, values] of Object.entries(facts)) for (const value of values) builder.add(property, value, property)
  return builder.build()
}

const verdicts = (gone: readonly Party[], come: readonly Party[]) => renumberedPairs(gone, come).map(p => [p.a, p.b, p.verdict])

test('an entry that is gone and one that says the same under a new number are one', () => {
  const facts = { name: ['Karim Sample'], birthDate: ['1961-02-03'], nationality: ['af'] }
  assert.deepEqual(verdicts([party('QI.S.1.01', facts)], [party('QDi.001', { ...facts, alias: ['Karimo'] })]), [
    ['list:QI.S.1.01', 'list:QDi.001', 'same'],
  ])
})

test('of several with one name each goes on as the one that says the most alike', () => {
  const [elder, younger] = [
    { name: ['Omar Model'], birthDate: ['1950-01-01'], nationality: ['iq'] },
    { name: ['Omar Model'], birthDate: ['1980-01-01'], nationality: ['iq'] },
  ]
  assert.deepEqual(verdicts([party('1', elder), party('2', younger)], [party('8', younger), party('9', elder)]).sort(), [
    ['list:1', 'list:9', 'same'],
    ['list:2', 'list:8', 'same'],
  ])
})

test('nothing goes on by its name alone: a person is asked', () =>
  assert.deepEqual(
    verdicts([party('1', { name: ['Sample Plant'] }, 'Organization')], [party('2', { name: ['Sample Plant'] }, 'Organization')]),
    [['list:1', 'list:2', 'unsure']],
  ))

test('where the whole list was given new numbers, an entry of few words goes along', () => {
  const many = Array.from({ length: 10 }, (_, i) => ({ name: [`Model Person ${'ABCDEFGHIJ'[i]}`], birthDate: [`19${50 + i}-01-01`] }))
  const plant = { name: ['Sample Plant'] }
  const pairs = renumberedPairs(
    [...many.map((facts, i) => party(`old${i}`, facts)), party('old', plant, 'Organization')],
    [...many.map((facts, i) => party(`new${i}`, facts)), party('new', plant, 'Organization')],
  )
  assert.equal(pairs.find(p => p.a === 'list:old')?.verdict, 'same')
})

test('a birth date that contradicts keeps two apart', () => {
  const [one, other] = [
    party('1', { name: ['Omar Model'], birthDate: ['1950'] }),
    party('2', { name: ['Omar Model'], birthDate: ['1980'] }),
  ]
  assert.deepEqual(verdicts([one], [other]), [])
})

test('a key made from text that the publisher set otherwise makes no new party, and its old number names nobody else', () => {
  const old = party('1|russia|sample  machine works jsc', { name: ['Sample  Machine\u00a0Works JSC'], country: ['ru'] }, 'Company')
  const moved = party('1|russia|sample machine works jsc', { name: ['Sample Machine Works JSC'], country: ['ru'] }, 'Company')
  const fresh = party('1|russia|new sample plant', { name: ['New Sample Plant'], country: ['ru'] }, 'Company')
  assert.deepEqual(verdicts([old], [fresh, moved]), [[old.id, moved.id, 'same']])
})
