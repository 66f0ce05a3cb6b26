import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ActVerb, type Instrument, readStoredDate } from '../model/index.ts'
import { lineageOf } from './lineage.ts'

type Line = readonly [id: string, issued: string, ...acts: string[]]

/** Acts are written `verb target`; `@` before a date gives the day it takes effect. */
function instruments(lines: readonly Line[]): ReadonlyMap<string, Instrument> {
  return new Map(
    lines.map(([id, dates, ...acts]) => {
      const [issued, effective] = dates.split('@').map(d => readStoredDate(d))
      assert.ok(issued)
      const read = acts.map(act => {
        const [verb, target] = act.split(' ')
        return { verb: verb as ActVerb, target: target ?? '' }
      })
      return [id, { id, type: 'law', title: id, issuedBy: 'x', issued, ...(effective ? { effective } : {}), acts: read }]
    }),
  )
}

const CHAIN = instruments([
  ['resolution', '1999-10-15'],
  ['second', '2000-12-19', 'amends resolution'],
  ['third', '2002-01-16', 'amends second'],
  ['union', '2001-03-06', 'implements second'],
  ['state', '2001-06-01', 'implements union'],
  ['licence', '2021-12-22', 'exempts resolution'],
  ['other', '2005-01-01', 'implements elsewhere'],
])

test('follows an instrument both ways, directly and through others, in order of time', () => {
  const lineage = lineageOf(CHAIN)
  assert.deepEqual(lineage.actors('second', 'implements'), ['union'])
  assert.deepEqual(lineage.allActors('second', 'implements'), ['union', 'state'])
  assert.deepEqual(lineage.allTargets('state', 'implements'), ['second', 'union'])
  assert.deepEqual(lineage.allActors('resolution', 'amends'), ['second', 'third'])
  assert.deepEqual(lineage.actors('resolution', 'exempts'), ['licence'])
  assert.deepEqual(lineage.targets('resolution', 'implements'), [])
  assert.deepEqual(lineage.targets('nobody', 'implements'), [])
})

test('a target that is in no record is named all the same', () => {
  const lineage = lineageOf(CHAIN)
  assert.deepEqual(lineage.targets('other', 'implements'), ['elsewhere'])
  assert.deepEqual(lineage.actors('elsewhere', 'implements'), ['other'])
})

test('the chain runs down to what follows by whatever verb, and up to what it rests on', () => {
  const drawn = (id: string) =>
    lineageOf(CHAIN)
      .chain(id)
      .map(a => `${a.act} ${a.verb} ${a.target}`)
  assert.deepEqual(drawn('resolution'), [
    'second amends resolution',
    'union implements second',
    'state implements union',
    'third amends second',
    'licence exempts resolution',
  ])
  assert.deepEqual(drawn('state'), ['second amends resolution', 'union implements second', 'state implements union'])
})

test('a circle ends where it closes', () => {
  const lineage = lineageOf(
    instruments([
      ['a', '2000', 'amends b'],
      ['b', '2000', 'amends a'],
    ]),
  )
  assert.deepEqual(lineage.allActors('a', 'amends'), ['b'])
  assert.equal(lineage.chain('a').length, 2)
})

const TERMS = lineageOf(
  instruments([
    ['order', '1999-10-15@1999-11-14'],
    ['law', '2000'],
    ['repeal', '2010-05@2010-07-01', 'repeals order'],
    ['late', '2015', 'repeals law'],
  ]),
)

const IN_FORCE = [
  ['order', '1999-11-13', false],
  ['order', '1999-11-14', true],
  ['order', '2010-06-30', true],
  ['order', '2010-07-01', false],
  ['law', '1999-12-31', false],
  ['law', '2000-06-01', null],
  ['law', '2000-12-31', true],
  ['law', '2015-06-01', null],
  ['law', '2016-01-01', false],
  ['unread', '2016-01-01', null],
] as const

test('is in force from the day it takes effect until it is repealed, and not known where only a year is', () => {
  for (const [id, day, expected] of IN_FORCE) assert.equal(TERMS.inForce(id, day), expected, `${id} on ${day}`)
})

test('exemptions from an act are those surely in force on the day', () => {
  const lineage = lineageOf(
    instruments([
      ['order', '2001'],
      ['first', '2021-12-22', 'exempts order'],
      ['second', '2022-12', 'exempts order'],
      ['end', '2023-06-01', 'repeals first'],
    ]),
  )
  const on = (day: string) => lineage.exemptionsFrom(['order', 'unread'], day)
  assert.deepEqual(on('2021-12-21'), [])
  assert.deepEqual(on('2022-12-15'), ['first'])
  assert.deepEqual(on('2022-12-31'), ['first', 'second'])
  assert.deepEqual(on('2023-06-01'), ['second'])
})
