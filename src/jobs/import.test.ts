import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { OPEN, WhoListsError } from '../model/index.ts'
import { acceptVersion, type ImportReport } from './import.ts'
import { type Desk, openDesk, people, smallFile, smallSource } from './import-kit.ts'

const outcomes = (report: ImportReport) => report.versions.map(v => `${v.outcome} ${v.version ?? v.code ?? ''}`)
const NOW = { published: OPEN - 1, recorded: OPEN - 1 }
const inForce = async (desk: Desk, source = 'alpha') => (await desk.ledger.versionAt(source, NOW))?.name
const presence = async (desk: Desk) =>
  (await Array.fromAsync(desk.ledger.presences())).map(p => `${p.source}:${p.key} ${p.since} ${p.until}`).sort()

async function withDesk(work: (desk: Desk) => Promise<void>, sources = [smallSource('alpha'), smallSource('beta')]): Promise<void> {
  const desk = await openDesk(sources)
  try {
    await work(desk)
  } finally {
    await desk.close()
  }
}

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
    const [rows, generation] = [await presence(desk), await desk.ledger.generation()]
    assert.deepEqual(
      outcomes(await desk.import(paths)),
      VERSIONS.map(([day]) => `same alpha/${day}`),
    )
    assert.deepEqual([await presence(desk), await desk.ledger.generation()], [rows, generation])
  }))

test('versions imported one by one in any order make the same ledger', async () => {
  const made: string[][] = []
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
      made.push(await presence(desk))
    })
  assert.deepEqual(made[1], made[0])
  assert.deepEqual(made[2], made[0])
})

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
      const before = await presence(desk)
      const good = desk.write('z.txt', smallFile('beta 2020-03-01', people(2, 21)))
      const report = await desk.import([desk.write(name, text)], { source })
      assert.deepEqual(
        report.versions.map(v => [v.outcome, v.code, v.version]),
        [['refused', code, null]],
      )
      assert.match(report.versions[0]?.message ?? '', says)
      assert.deepEqual([await presence(desk), await inForce(desk)], [before, 'alpha/2020-01-01'])
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

test('an older version that comes late takes its place and leaves the newest in force', () =>
  withDesk(async desk => {
    await desk.import([desk.write('b.txt', smallFile('alpha 2020-02-01', people(1, 20)))])
    assert.deepEqual(outcomes(await desk.import([desk.write('a.txt', smallFile('alpha 2020-01-01', people(2, 21)))])), [
      'accepted alpha/2020-01-01',
    ])
    assert.equal(await inForce(desk), 'alpha/2020-02-01')
    assert.equal((await desk.ledger.diff('alpha', '2020-01-01', '2020-02-01')).changes.length, 2)
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
