import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Evidence } from '../screen/index.ts'
import { type Compared, verdictOn } from './verdict.ts'

const rule = (name: string, contribution = 0.02): Evidence => ({
  feature:
    name === 'name' ? 'name_match' : name.startsWith('date') ? 'birth_date' : name.startsWith('country') ? 'country' : 'identifier_match',
  contribution,
  rank: contribution,
  rule: name,
  query: '',
  listed: '',
})

/** What follows for two records of one full name that few bear, with these facts beside it. */
function verdict(facts: readonly (string | Evidence)[], given: Partial<Compared> & { readonly name?: number } = {}) {
  const { name = 1, ...more } = given
  const evidence = [rule('name', name), ...facts.map(f => (typeof f === 'string' ? rule(f) : f))]
  const usual: Compared = {
    person: true,
    score: 1,
    evidence,
    words: 3,
    allWords: 3,
    rarity: 1.8,
    namesInCommon: 1,
    rivals: 0,
    weak: false,
  }
  return verdictOn({ ...usual, ...more })?.verdict ?? null
}

test('nobody is joined on a name alone: a person is asked', () => {
  assert.equal(verdict([]), 'unsure')
  assert.equal(verdict([], { person: false }), 'unsure')
  assert.equal(verdict(['genderAgrees']), 'unsure')
})

test('people of one name are one where a full birth date or a document agrees, or several lesser facts', () => {
  for (const facts of [['dateDay'], ['numberSameKind'], ['dateYear'], ['dateRange', 'countryAgrees'], ['countryAgrees', 'addressAgrees']])
    assert.equal(verdict(facts), 'same', facts.join())
  for (const facts of [['countryAgrees'], ['dateRange'], ['countryAgrees', 'genderAgrees']])
    assert.equal(verdict(facts), 'unsure', facts.join())
})

test('lesser facts do not make one of people whose name everybody bears, nor of a name of one word', () => {
  assert.equal(verdict(['dateYear', 'countryAgrees'], { rarity: 0.4, words: 2 }), 'unsure')
  assert.equal(verdict(['dateYear', 'countryAgrees'], { words: 1 }), 'unsure')
  assert.equal(verdict(['dateRange', 'countryAgrees'], { words: 1, namesInCommon: 2 }), 'same')
})

test('a body is the same by name and country where the name is uncommon, else an address, a number or a second name must agree', () => {
  const body = { person: false, words: 1, allWords: 2, rarity: 0.2 } as const
  assert.equal(verdict(['countryAgrees'], { ...body, rarity: 0.8 }), 'same')
  assert.equal(verdict(['countryAgrees'], body), 'unsure')
  for (const facts of [['addressAgrees'], ['numberSameKind']]) assert.equal(verdict(facts, body), 'same', facts.join())
  assert.equal(verdict([], { ...body, namesInCommon: 2 }), 'same')
})

test('what contradicts is never joined', () => {
  assert.equal(verdict(['dateDay', rule('countryDiffers', -0.1)]), 'unsure')
  assert.equal(verdict(['numberStrong', rule('dateFarApart', -0.3)]), 'unsure')
})

test('another paper contradicts nobody whose full name and very day of birth agree', () => {
  const paper = rule('documentDiffers', -0.1)
  assert.equal(verdict(['dateDay', paper]), 'same')
  assert.equal(verdict(['dateYear', 'countryAgrees', paper]), 'unsure')
})

test('where several of a list fit, a person is asked', () => assert.equal(verdict(['dateYear', 'countryAgrees'], { rivals: 1 }), 'unsure'))

test('a weak alias joins nobody, unless a number that nobody shares is equal', () => {
  assert.equal(verdict(['dateDay'], { weak: true }), null)
  assert.equal(verdict(['numberStrong'], { weak: true, name: 0.6 }), 'same')
})
