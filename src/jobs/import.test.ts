import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { OPEN, WhoListsError } from '../model/index.ts'
import { inForce, openDesk, outcomes, people, presenceOf, smallFile, smallSource, withDesk } from './import-kit.ts'

const NOW = { published: OPEN - 1, recorded: OPEN - 1 }

/** Four versions of a list of twenty that changes a little each time. */
const VERSIONS: readonly (readonly [string, readonly string[]])[] = [
  ['2020-01-01', people(1, 20)],
  ['2020-02-01', people(2, 21)],
  ['2020-03-01', [...people(2, 20), 'k1|Person 1|L', 'k21|Person Twenty-one|L']],
  ['2020-04-01', people(3, 24)],
]

test('takes every version of a folder in, oldest first, and a second run changes nothing', () =>
  withDesk(async desk => {
    for (const [day, records] of VERSIONS) desk.write(`${day}.txt`, smallFile(`alpha ${day}`, records))
    const paths = [join(desk.folder, 'files')]
    const first = await desk.import(paths)
    assert.deepEqual(
      outcomes(first),
      VERSIONS.map(([day]) => `accepted alpha/${day}`),
    )
    assert.equal(first.versions[1]?.message, 'alpha/2020-02-01: 20 records, 1 added, 1 removed.')
    const [rows, generation] = [await presenceOf(desk), await desk.ledger.generation()]
    assert.deepEqual(
      outcomes(await desk.import(paths)),
      VERSIONS.map(([day]) => `same alpha/${day}`),
    )
    assert.deepEqual([await presenceOf(desk), await desk.ledger.generation()], [rows, generation])
  }))

test('versions imported one by one in any order make the same ledger', async () => {
  const made: (readonly string[])[] = []
  for (const order of [
    [0, 1, 2, 3],
    [3, 1, 0, 2],
    [2, 3, 1, 0],
  ])
    await withDesk(async desk => {
      for (const i of order) {
        const [day, records] = VERSIONS[i] ?? ['', []]
        assert.deepEqual(outcomes(await desk.import([desk.write(`${day}.txt`, smallFile(`alpha ${day}`, records))])), [
          `accepted alpha/${day}`,
        ])
      }
      made.push(await presenceOf(desk))
    })
  assert.deepEqual(made[1], made[0])
  assert.deepEqual(made[2], made[0])
})

test('an older version that comes late takes its place and leaves the newest in force', () =>
  withDesk(async desk => {
    await desk.import([desk.write('b.txt', smallFile('alpha 2020-02-01', people(1, 20)))])
    assert.deepEqual(outcomes(await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(2, 21)))])), [
      'accepted alpha/2020-01-01',
    ])
    assert.equal(await inForce(desk), 'alpha/2020-02-01')
    assert.equal((await desk.ledger.diff('alpha', '2020-01-01', '2020-02-01')).changes.length, 2)
  }))

test('one out and one in on the same day with the same count is a change, one second later', () =>
  withDesk(async desk => {
    await desk.import([desk.write('a.txt', smallFile('alpha 2021-04-20', people(1, 20)))])
    const report = await desk.import([desk.write('b.txt', smallFile('alpha 2021-04-20', [...people(1, 19), 'k99|Model Omar|L']))])
    assert.deepEqual(outcomes(report), ['accepted alpha/2021-04-20T00:00:01'])
    const { changes } = await desk.ledger.diff('alpha', 'alpha/2021-04-20', 'alpha/2021-04-20T00:00:01')
    assert.deepEqual(
      changes.map(c => `${c.kind} ${c.key}`),
      ['removed k20', 'added k99'],
    )
  }))

test('a file in another order and with another end of line is the same version, and tells nobody of changes', () =>
  withDesk(async desk => {
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
    const other = await desk.import([desk.write('b.txt', `${smallFile('alpha 2020-01-01', people(1, 20).toReversed())}\n`)])
    assert.deepEqual(outcomes(other), ['same alpha/2020-01-01'])
    const later = await desk.import([desk.write('c.txt', smallFile('alpha 2020-02-01', people(1, 20).toReversed()))])
    assert.deepEqual(outcomes(later), ['accepted alpha/2020-02-01'])
    assert.deepEqual((await desk.ledger.diff('alpha', '2020-01-01', '2020-02-01')).changes, [])
  }))

test('an import can be told to accept what it would hold, with a reason', () =>
  withDesk(async desk => {
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
    const half = desk.write('b.txt', smallFile('alpha 2020-02-01', people(1, 10)))
    const report = await desk.import([half], { accept: { reason: 'the regime ended', by: 'a reviewer' } })
    assert.deepEqual(outcomes(report), ['accepted alpha/2020-02-01'])
    assert.match(report.versions[0]?.message ?? '', /accepted: the regime ended/)
    assert.equal(await inForce(desk), 'alpha/2020-02-01')
  }))

test('two records of one key are both kept and flagged', () =>
  withDesk(async desk => {
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', [...people(1, 5), 'k5|Person Six|L']))])
    assert.deepEqual(
      (await desk.ledger.problems('alpha/2020-01-01')).map(p => [p.code, p.severity, p.record]),
      [['record.twice', 'flag', 'k5']],
    )
    assert.notEqual(await desk.ledger.recordAt('alpha:k5#2', NOW), null)
  }))

test('a key that names another party overnight is flagged, a party that keeps a word of its name is not', () =>
  withDesk(async desk => {
    const rest = people(1, 18)
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', [...rest, 'k19|Nadia Sample|L', 'k20|Omar Model|L']))])
    await desk.import([desk.write('b.txt', smallFile('alpha 2020-02-01', [...rest, 'k19|SAMPLE, Nadja|L', 'k20|Karim Fiction|L']))])
    const problems = await desk.ledger.problems('alpha/2020-02-01')
    assert.deepEqual(
      problems.map(p => [p.code, p.severity, p.record, p.seen, p.expected]),
      [['record.other-party', 'flag', 'k20', 'Karim Fiction', 'Omar Model']],
    )
  }))

test('a file that is no longer there is refused and does not stop the others', () =>
  withDesk(async desk => {
    const gone = desk.write('a.txt', smallFile('alpha 2020-01-01', people(1, 20)))
    const stays = desk.write('b.txt', smallFile('beta 2020-01-01', people(1, 20)))
    const report = await desk.import([gone, stays], { progress: p => p.phase === 'archiving' && p.source === 'alpha' && rmSync(gone) })
    assert.deepEqual(outcomes(report), ['refused version.refused', 'accepted beta/2020-01-01'])
    assert.match(report.versions[0]?.message ?? '', /can no longer be read/)
  }))

test('a publication without a required part is refused as incomplete, one without an optional part names those it has', () =>
  withDesk(
    async desk => {
      const alt = desk.write('alt/a.txt', smallFile('alpha alt 2020-01-01', people(21, 22)))
      const refused = await desk.import([alt])
      assert.deepEqual(outcomes(refused), ['refused version.incomplete'])
      assert.match(
        refused.versions[0]?.message ?? '',
        /of alpha of 2020-01-01 lacks its part main\. Import the parts of one publication together/,
      )
      const main = desk.write('main/a.txt', smallFile('alpha main 2020-01-01', people(1, 20)))
      const later = desk.write('main/b.txt', smallFile('alpha main 2020-02-01', people(1, 20)))
      await desk.import([alt, main, later])
      assert.deepEqual(
        (await desk.ledger.versions()).map(v => [v.name, v.rendition, v.records, v.files.length]),
        [
          ['alpha/2020-01-01', 'lines: main alt', 22, 2],
          ['alpha/2020-02-01', 'lines: main', 20, 1],
        ],
      )
    },
    [smallSource('alpha', { parts: { required: ['main'], optional: ['alt'] } })],
  ))

test('stops between two versions when asked, and goes on from there', () =>
  withDesk(async desk => {
    for (const [day, records] of VERSIONS) desk.write(`${day}.txt`, smallFile(`alpha ${day}`, records))
    const stopper = new AbortController()
    const paths = [join(desk.folder, 'files')]
    const report = await desk.import(paths, { signal: stopper.signal, outcome: v => v.version === 'alpha/2020-02-01' && stopper.abort() })
    assert.deepEqual([report.interrupted, outcomes(report)], [true, ['accepted alpha/2020-01-01', 'accepted alpha/2020-02-01']])
    const rest = await desk.import(paths)
    assert.deepEqual(
      [rest.interrupted, outcomes(rest)],
      [false, ['same alpha/2020-01-01', 'same alpha/2020-02-01', 'accepted alpha/2020-03-01', 'accepted alpha/2020-04-01']],
    )
  }))

test('reports its phases with the version they belong to', () =>
  withDesk(async desk => {
    const phases = new Set<string>()
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(1, 600)))], {
      progress: p => phases.add(`${p.phase} ${p.version ?? '-'}`),
    })
    assert.deepEqual(
      [...phases],
      ['looking -', 'archiving 2020-01-01', 'reading alpha/2020-01-01', 'parsing alpha/2020-01-01', 'keeping alpha/2020-01-01'],
    )
  }))

test('says which path does not exist, and what is no day', () =>
  withDesk(async desk => {
    await assert.rejects(
      desk.import([join(desk.folder, 'nowhere')]),
      (e: unknown) => e instanceof WhoListsError && e.code === 'input.missing-file',
    )
    await assert.rejects(
      desk.import([desk.folder], { published: '2020-13-01' }),
      (e: unknown) => e instanceof WhoListsError && e.code === 'input.invalid',
    )
    await assert.rejects(
      desk.import([desk.folder], { source: 'gamma' }),
      (e: unknown) => e instanceof WhoListsError && e.code === 'source.unknown',
    )
  }))

test('a new parser reads the contents of its predecessor before the next version is judged', () =>
  withDesk(async desk => {
    await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(1, 20)))])
    const { folder } = desk
    const next = await openDesk([smallSource('alpha', { parser: 'alpha@2' })], folder)
    await next.import([desk.write('b.txt', smallFile('alpha 2020-02-01', people(1, 21)))])
    assert.equal(await next.ledger.rebuildReadings('alpha'), 0)
    assert.deepEqual(
      (await next.ledger.diff('alpha', '2020-01-01', '2020-02-01')).changes.map(c => c.kind),
      ['added'],
    )
    await next.ledger.close()
  }))
