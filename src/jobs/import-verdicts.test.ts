import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { acceptVersion } from './import.ts'
import { inForce, outcomes, people, presenceOf, smallFile, smallSource, withDesk } from './import-kit.ts'

const REFUSED: readonly {
  readonly what: string
  readonly name: string
  readonly text: string
  readonly source?: string
  readonly code: string
  readonly says: RegExp
  readonly logged?: boolean
}[] = [
  {
    what: 'an HTML page',
    name: 'alpha 2020-02-01.txt',
    text: '<!DOCTYPE html><html><body>Sign in</body></html>',
    source: 'alpha',
    code: 'version.not-this-source',
    says: /HTML page/,
  },
  {
    what: 'an HTML page of nobody',
    name: 'list 2020-02-01.txt',
    text: '<html><body>Sign in</body></html>',
    code: 'version.refused',
    says: /HTML page/,
    logged: false,
  },
  {
    what: 'a file cut off',
    name: 'a.txt',
    text: smallFile('alpha 2020-02-01', people(1, 20), ''),
    code: 'version.refused',
    says: /cut off before its end/,
  },
  {
    what: "another source's file",
    name: 'a.txt',
    text: smallFile('beta 2020-02-01', people(1, 20)),
    source: 'alpha',
    code: 'version.not-this-source',
    says: /a file of beta/,
  },
  { what: 'an empty file', name: '2020-02-01.txt', text: '', source: 'alpha', code: 'version.not-this-source', says: /empty/ },
  { what: 'a file without a day', name: 'a.txt', text: smallFile('alpha', people(1, 20)), code: 'version.undated', says: /--published/ },
  {
    what: 'a file of nobody',
    name: '2020-02-01.txt',
    text: 'something else',
    code: 'version.unknown-source',
    says: /No source recognises/,
    logged: false,
  },
  {
    what: 'a file that its reader fails on',
    name: 'a.txt',
    text: smallFile('alpha 2020-02-01', people(1, 20), 'FAULT'),
    code: 'version.refused',
    says: /not made for/,
  },
]

for (const { what, name, text, source, code, says, logged = true } of REFUSED)
  test(`refuses ${what} in words, and the version before stays in force`, () =>
    withDesk(async desk => {
      await desk.import([desk.write('first.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
      const before = await presenceOf(desk)
      const good = desk.write('z.txt', smallFile('beta 2020-03-01', people(2, 21)))
      const report = await desk.import([desk.write(name, text)], { source })
      assert.deepEqual(
        report.versions.map(v => [v.outcome, v.code, v.version]),
        [['refused', code, null]],
      )
      assert.match(report.versions[0]?.message ?? '', says)
      assert.deepEqual([await presenceOf(desk), await inForce(desk)], [before, 'alpha/2020-01-01'])
      assert.equal((await desk.ledger.versions()).length, 1)
      const kinds = (await Array.fromAsync(desk.ledger.logLines())).map(line => line.kind)
      assert.equal(kinds.includes('version.refused'), logged, 'what a source is known for is in the log')
      assert.deepEqual(
        outcomes(await desk.import([desk.write(name, text), good])).at(-1),
        'accepted beta/2020-03-01',
        'the others are not stopped',
      )
    }))

const HELD: readonly { readonly what: string; readonly records: readonly string[]; readonly end?: string; readonly says: RegExp }[] = [
  { what: 'half the size of the one before', records: people(1, 10), says: /lacks 10 records of the 20 of 2020-01-01, more than the 20 %/ },
  { what: 'of no records', records: [], says: /has 0 records, at least 2 are expected/ },
  { what: 'of a sudden many more', records: people(1, 60), says: /brings 40 records beside the 20/ },
  { what: 'with an unknown element', records: [...people(1, 20), '?surprise'], end: 'END 21', says: /element that is unknown.*\?surprise/ },
  {
    what: "that misses its publisher's own count",
    records: people(1, 20),
    end: 'END 25',
    says: /differs from the number the publisher states.*20.*expected 25/,
  },
]

for (const { what, records, end, says } of HELD)
  test(`holds a version ${what}, says why, and lets a person bring it into force`, () =>
    withDesk(async desk => {
      await desk.import([desk.write('first.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
      const path = desk.write('second.txt', smallFile('alpha 2020-02-01', records, end))
      const [held] = (await desk.import([path])).versions
      assert.deepEqual([held?.outcome, held?.version], ['held', 'alpha/2020-02-01'])
      assert.match(held?.message ?? '', says)
      assert.match(held?.message ?? '', /wholists accept alpha\/2020-02-01 --reason/)
      assert.equal(await inForce(desk), 'alpha/2020-01-01')
      assert.deepEqual(outcomes(await desk.import([path])), ['held alpha/2020-02-01'], 'it is not read twice')
      await assert.rejects(
        acceptVersion({ ledger: desk.ledger, now: () => 1 }, 'alpha/2020-02-01', { reason: ' ', by: 'a reviewer' }),
        WhoListsError,
      )
      await acceptVersion({ ledger: desk.ledger, now: () => 1_800_000_000 }, 'alpha/2020-02-01', {
        reason: 'confirmed by telephone',
        by: 'a reviewer',
      })
      assert.equal(await inForce(desk), 'alpha/2020-02-01')
    }))

test('bounds widen with the years between two versions, but never to half a list', () =>
  withDesk(async desk => {
    await desk.import([desk.write('a.txt', smallFile('alpha 2010-01-01', people(1, 20)))])
    const later = await desk.import([desk.write('b.txt', smallFile('alpha 2020-01-01', people(8, 70)))])
    assert.deepEqual(outcomes(later), ['accepted alpha/2020-01-01'])
    const half = await desk.import([desk.write('c.txt', smallFile('alpha 2030-01-01', people(40, 70)))])
    assert.deepEqual(outcomes(half), ['held alpha/2030-01-01'])
  }))

test('one list inside a collection that empties holds the version, though the sum hardly moves', () =>
  withDesk(
    async desk => {
      const rest = people(1, 90)
      const write = (day: string, isn: readonly string[]) => desk.write(`${day}.txt`, smallFile(`alpha ${day}`, [...rest, ...isn]))
      await desk.import([write('2019-10-02', people(101, 110, 'ISN'))])
      const report = await desk.import([
        write('2019-10-03', []),
        write('2019-10-04', people(101, 107, 'ISN')),
        write('2019-10-05', people(101, 110, 'ISN')),
      ])
      assert.deepEqual(outcomes(report), ['held alpha/2019-10-03', 'held alpha/2019-10-04', 'accepted alpha/2019-10-05'])
      assert.match(report.versions[0]?.message ?? '', /on the list ISN it has 0 designations where there were 10/)
      assert.deepEqual((await desk.ledger.diff('alpha', '2019-10-02', '2019-10-05')).changes, [], 'no event over the four days')
    },
    [smallSource('alpha', { bounds: { min: 2, maxLoss: 0.2, maxGain: 0.5, lists: { ISN: 9 }, fill: { name: 1 } } })],
  ))

test('a property that most records lack holds the version', () =>
  withDesk(
    async desk => {
      const report = await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', [...people(1, 8), 'k9|Person 9|L|noted']))])
      assert.deepEqual(outcomes(report), ['held alpha/2020-01-01'])
      assert.match(report.versions[0]?.message ?? '', /only 11.1 % of its records have the property notes, at least 50 % are expected/)
    },
    [smallSource('alpha', { bounds: { min: 2, maxLoss: 0.2, maxGain: 0.5, fill: { notes: 0.5 } } })],
  ))

test('a list inside a collection that loses a quarter or trebles overnight holds the version; small lists may move', () =>
  withDesk(
    async desk => {
      const rest = people(1, 400)
      const write = (day: string, isn: number, small: number) =>
        desk.write(
          `${day}.txt`,
          smallFile(`alpha ${day}`, [...rest, ...people(501, 500 + isn, 'ISN'), ...people(901, 900 + small, 'TINY')]),
        )
      const report = await desk.import([
        write('2022-10-05', 40, 4),
        write('2022-10-06', 45, 1),
        write('2022-10-07', 31, 1),
        write('2022-10-08', 130, 12),
        write('2022-10-09', 60, 12),
      ])
      assert.deepEqual(outcomes(report), [
        'accepted alpha/2022-10-05',
        'accepted alpha/2022-10-06',
        'held alpha/2022-10-07',
        'held alpha/2022-10-08',
        'accepted alpha/2022-10-09',
      ])
      assert.match(
        report.versions[2]?.message ?? '',
        /on the list ISN it has 31 designations where there were 45, more than the 20 % that may leave/,
      )
      assert.match(
        report.versions[3]?.message ?? '',
        /on the list ISN it has 130 designations where there were 45, more than the 100 % that may come/,
      )
    },
    [smallSource('alpha', { bounds: { min: 2, maxLoss: 0.2, maxGain: 0.5, eachList: { maxLoss: 0.2, maxGain: 1 } } })],
  ))
