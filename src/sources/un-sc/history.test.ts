import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import type { Reading, Source } from '../../model/index.ts'
import { asSourceFiles, heldFiles, outcomeOf, publicationsOf } from '../suite.ts'
import sources from './index.ts'

const FOLDER = join(import.meta.dirname, '../../..', '..', 'shared', 'lists', 'un-sc', 'consolidated')
const skip = existsSync(FOLDER) ? false : 'there is no ../shared/lists/un-sc beside the checkout'

type Version = ReadonlyMap<string, { readonly body: string; readonly reading: Reading }>

/** What a reading states, without the words it was read from. */
const facts = ({ parties, designations }: Reading) =>
  JSON.stringify([
    parties.map(p => [p.id, p.schema, p.statements.map(s => `${s.property} ${s.value}`).sort()]),
    designations.map(d => [d.list, d.status, d.from?.earliest]),
  ])

const minus = (a: Version, b: Version) => [...a.keys()].filter(key => !b.has(key)).sort()
const amended = (a: Version, b: Version) =>
  [...a].filter(([key, { reading }]) => b.has(key) && facts(b.get(key)?.reading ?? reading) !== facts(reading)).map(([key]) => key)

describe('the consolidated list over the years', { skip }, () => {
  const versions = new Map<string, Version>()
  const at = (day: string): Version => versions.get(day) ?? assert.fail(`no version of ${day}`)

  before(async () => {
    const unSc: Source = sources.find(s => s.id === 'un-sc') ?? assert.fail('no un-sc')
    for (const publication of publicationsOf(unSc, heldFiles(FOLDER), (_, day) => day)) {
      const { records, readings } = await outcomeOf(unSc, asSourceFiles(publication))
      versions.set(publication.name, new Map(records.map(({ key, body }, i) => [key, { body, reading: readings[i] ?? assert.fail(key) }])))
    }
  })

  test('a republication changes nothing', () => {
    for (const [from, to] of [
      ['2020-11-23', '2020-11-30'],
      ['2025-12-10', '2026-01-28'],
    ] as const) {
      assert.deepEqual([minus(at(from), at(to)), minus(at(to), at(from)), amended(at(from), at(to))], [[], [], []])
      assert.ok([...at(from)].every(([key, { body }]) => at(to).get(key)?.body === body))
    }
  })

  test('March 2015 adds two Taliban parties and takes four parties off', () => {
    assert.deepEqual(minus(at('2015-03-27'), at('2015-03-13')), ['QDi.351', 'TAe.014', 'TAi.173'])
    assert.equal(minus(at('2015-03-13'), at('2015-03-27')).length, 4)
    assert.ok(at('2015-03-27').has('TAi.171'))
  })

  test('121 Iran parties of 2015 are back in November 2025 under their numbers', () => {
    const [old, gone, back] = [at('2015-03-27'), at('2025-08-02'), at('2025-11-29')]
    const added = minus(back, gone)
    assert.equal(added.length, 123)
    assert.equal(added.filter(key => key.startsWith('IR') && old.has(key)).length, 121)
    assert.deepEqual(minus(gone, back), ['QDi.317', 'QDi.336'])
  })

  test('new layout, order and wording of the file amend only what they change', () => {
    const count = (from: string, to: string) => amended(at(from), at(to)).length
    assert.equal(count('2017-06-20', '2017-06-30'), 1)
    assert.equal(count('2018-06-07', '2018-06-21'), 0)
    assert.equal(count('2025-11-29', '2025-12-10'), 0)
    assert.equal(count('2025-04-19', '2025-08-02'), 8)
    assert.ok(count('2023-03-27', '2024-09-21') <= 450)
    assert.ok(count('2024-09-21', '2025-04-19') <= 95)
  })

  test('Liberia, Côte d’Ivoire and Mali leave whole, each when its regime ends', () => {
    const held = (day: string, key: RegExp) => [...at(day).keys()].filter(one => key.test(one)).length
    const regimes = [/^LR[ie]\./, /^CI[ie]\./, /^ML[ie]\./]
    assert.deepEqual(
      ['2015-03-27', '2017-06-20', '2020-03-20', '2023-03-27', '2024-09-21'].map(day => regimes.map(key => held(day, key))),
      [
        [52, 6, 0],
        [0, 0, 0],
        [0, 0, 8],
        [0, 0, 8],
        [0, 0, 0],
      ],
    )
    const on = (day: string, list: string) => [...at(day).values()].filter(({ reading }) => reading.designations.some(d => d.list === list))
    assert.deepEqual(
      [on('2015-03-27', 'un-1521').length, on('2015-03-27', 'un-1572').length, on('2023-03-27', 'un-2374').length],
      [52, 6, 8],
    )
  })

  test('the Taliban list holds 140 parties from March 2015 on: TAi.174 comes, TAi.081 goes, and rewording removes nobody', () => {
    const taliban = (day: string) => [...at(day).keys()].filter(key => key.startsWith('TA')).sort()
    const days = [...versions.keys()].filter(day => day >= '2015-03-27')
    assert.equal(days.length, 18)
    assert.deepEqual(
      days.filter(day => taliban(day).length !== 140),
      [],
    )
    const [before, after] = [taliban('2015-03-27'), taliban('2017-06-20')]
    assert.deepEqual([after.filter(key => !before.includes(key)), before.filter(key => !after.includes(key))], [['TAi.174'], ['TAi.081']])
    for (const day of days.slice(1)) assert.deepEqual(taliban(day), after, day)
    const reworded = (from: string, to: string) => after.filter(key => at(from).get(key)?.body !== at(to).get(key)?.body).length
    assert.deepEqual([reworded('2018-10-29', '2020-03-20'), reworded('2024-09-21', '2025-04-19')], [139, 60])
  })

  test('of the Iran parties 37 are missing from 2017 on and 84 after March 2023', () => {
    const iran = [...at('2015-03-27').keys()].filter(key => key.startsWith('IR'))
    const left = (day: string) => iran.filter(key => at(day).has(key)).length
    assert.deepEqual(
      ['2015-03-27', '2017-06-20', '2023-03-27', '2024-09-21', '2025-08-02', '2025-11-29'].map(left),
      [121, 84, 84, 0, 0, 121],
    )
  })

  test('a number with a closing stop or a capital letter is the number of later versions', () => {
    for (const key of ['QDi.343', 'TAi.171']) assert.ok(at('2015-02-26').has(key) && at('2020-03-20').has(key), key)
    const odd = [...versions.values()].flatMap(version => [...version.keys()].filter(key => !/^[A-Z]{2}[ie]\.\d{3}$/.test(key)))
    assert.deepEqual(odd, [])
  })

  test('nine numbers have two DATAIDs in ten years, and stay one record each', () => {
    const ids = new Map<string, Set<string>>()
    for (const version of versions.values())
      for (const [key, { body }] of version) {
        const id = (JSON.parse(body) as { readonly DATAID: readonly string[] }).DATAID[0] ?? ''
        ids.set(key, (ids.get(key) ?? new Set()).add(id))
      }
    assert.deepEqual([...ids].flatMap(([key, known]) => (known.size > 1 ? [key] : [])).sort(), [
      ...[1, 2, 3, 4, 5, 6, 7].map(n => `HTi.00${n}`),
      'KPe.068',
      'QDi.346',
    ])
  })
})
