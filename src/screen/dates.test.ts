import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePair, type PairScore } from './index.ts'

type Properties = Readonly<Record<string, readonly string[]>>

const pair = (query: Properties, candidate: Properties, schema = 'Person'): PairScore =>
  comparePair({ schema, query, candidate }, { explain: true })
const match = (query: Properties, candidate: Properties, schema = 'Person') => pair(query, candidate, schema).score >= 0.7
const rules = (found: PairScore) => found.explanation?.map(e => e.rule) ?? []

const NAME = { name: ['Orlan Vestergaard Timoleon'] }
const born = (...birthDate: string[]) => ({ ...NAME, birthDate })

test('a full birth date lifts a damaged name', () => {
  const damaged = { name: ['Orlan Vestergaad Timoleon'] }
  const party = { name: ['Orlan Vestergaard Timoleon'] }
  assert.ok(pair({ ...damaged, birthDate: ['1961-05-09'] }, { ...party, birthDate: ['1961-05-09'] }).score > pair(damaged, party).score)
})

test('a partial date that contains the listed one agrees', () => {
  assert.deepEqual(rules(pair(born('1978-05'), born('1978-05-20'))), ['name', 'dateMonth', 'limit'])
})

test('day and month exchanged agree', () => {
  assert.deepEqual(rules(pair(born('1975-04-03'), born('1975-03-04'))), ['name', 'dateSwapped', 'limit'])
})

test('the first of January is a year in disguise', () => {
  assert.deepEqual(rules(pair(born('1968-08-17'), born('1968-01-01'))), ['name', 'dateYear', 'limit'])
  assert.deepEqual(rules(pair(born('1991-08-17'), born('1968-01-01'))), ['name', 'dateFarApart'])
})

test('a circa reaches two years to each side', () => {
  for (const [asked, rule] of [
    ['1960', 'dateRange'],
    ['1962-07-01', 'dateRange'],
    ['1963-07-01', 'dateNear'],
    ['1958', 'dateRange'],
  ] as const)
    assert.equal(rules(pair(born(asked), born('circa 1960')))[1], rule, asked)
  assert.equal(rules(pair(born('1959-04-04'), born('1958 to 1960')))[1], 'dateRange')
})

test('a birth year off by one keeps a full name match', () => {
  for (const [asked, listed] of [
    ['1973-11-10', '1972-11-10'],
    ['1982-07-30', '1981-07-30'],
    ['1975-04-03', '1974-03-04'],
    ['1926', '1925-01-25'],
    ['1937-05-28', '1937-04-28'],
    ['1963-02-02', '1936-02-02'],
  ] as const)
    assert.ok(pair(born(asked), born(listed)).score >= 0.9, `${asked} ${listed}`)
})

test('another day of the same year costs little', () => {
  assert.deepEqual(rules(pair(born('1961-02-11'), born('1961-10-28'))), ['name', 'dateSameYear'])
})

test('dates lower with their distance', () => {
  const scores = ['1962-05-09', '1963-09-01', '1966-02-28', '1985-11-30'].map(date => pair(born(date), born('1961-05-17')).score)
  for (let i = 1; i < scores.length; i++) assert.ok((scores[i] as number) < (scores[i - 1] as number), scores.join(' '))
})

test('agreement with any of several stated dates counts', () => {
  assert.equal(rules(pair(born('1962-05-01'), born('1958', '1962-05-01')))[1], 'dateDay')
})

test('a far date alone leaves an equal name for review, with another country it does not', () => {
  assert.ok(match(born('1991-08-17'), born('1968-03-02')))
  assert.ok(!match({ ...born('1991-08-17'), nationality: ['tj'] }, { ...born('1968-03-02'), nationality: ['af'] }))
})
