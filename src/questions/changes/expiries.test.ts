import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type ExampleEntry, exampleSource, exampleVersion } from '../../../test/support/example-source.ts'
import { temporaryLedger } from '../../../test/support/temporary-ledger.ts'
import { startOfDay } from '../../model/index.ts'
import { collect } from '../../sources/index.ts'
import { membershipOf } from '../members.ts'
import { changesOf } from './changes.ts'

const rest: ExampleEntry = { number: 'Z', name: 'Somebody Else' }

/** What is told of these versions of a list of orders that run out, as of a day. */
async function told(
  t: TestContext,
  versions: readonly (readonly [day: string, ...entries: readonly ExampleEntry[]])[],
  today = '2026-11-25',
) {
  const base = await temporaryLedger({ sources: collect([exampleSource('orders', 'us-bis-dpl', { terms: true })]) })
  t.after(() => base.close())
  for (const [day, ...entries] of versions) {
    const path = join(base.folder, `${day}.json`)
    writeFileSync(path, exampleVersion(day, [rest, ...entries], 'orders'))
    assert.equal((await base.take(path)).versions[0]?.outcome, 'accepted')
  }
  const { events } = await changesOf(
    {
      ledger: base.ledger,
      sources: new Map(base.sources.all.map(s => [s.id, s])),
      membership: membershipOf(new Map()),
      lists: new Map(),
      now: () => startOfDay(today),
    },
    { since: null, until: null, sources: [], kinds: [], material: true, limit: 100, offset: 0 },
  )
  return events
    .map(e => `${e.published.slice(0, 10)} ${e.kind} ${e.members[0]?.reference} by ${e.interval.by} ${e.interval.basis} in ${e.version}`)
    .sort()
}

const order: ExampleEntry = { number: 'A', name: 'Karim Sample', listedOn: '2017-10-16', until: '2020-10-13' }

test('a stated term that runs out is a removal on its day, without any new version and though the entry stays in the file', async t => {
  const versions = [
    ['2019-01-01', order],
    ['2023-01-01', order],
  ] as const
  assert.deepEqual(await told(t, versions), ['2020-10-13 removed A by 2020-10-13 stated in orders/2019-01-01'])
  assert.deepEqual(await told(t, versions, '2020-10-12'), [])
})

test('what had run out before the first version tells of nothing, and a term of a year is over when the year is', async t => {
  assert.deepEqual(await told(t, [['2021-01-01', order]]), [])
  const year = { ...order, until: '2024' }
  assert.deepEqual(await told(t, [['2021-01-01', year]]), ['2025-01-01 removed A by 2024-12-31 stated in orders/2021-01-01'])
})

test('an entry that leaves the file after its term has run out is not removed again; one that states an end gone by is removed then', async t => {
  assert.deepEqual(await told(t, [['2019-01-01', order], ['2023-01-01']]), [
    '2020-10-13 removed A by 2020-10-13 stated in orders/2019-01-01',
  ])
  const endless: ExampleEntry = { number: 'A', name: 'Karim Sample', listedOn: '2017-10-16' }
  assert.deepEqual(
    await told(t, [
      ['2019-01-01', endless],
      ['2021-01-01', order],
    ]),
    ['2021-01-01 removed A by 2020-10-13 stated in orders/2021-01-01'],
  )
  const longer = { ...order, until: '2030-10-13' }
  assert.deepEqual(
    await told(t, [
      ['2019-01-01', order],
      ['2020-01-01', longer],
    ]),
    ['2020-01-01 amended A by 2020-01-01 seen in orders/2020-01-01'],
  )
})

test('an entry that a list keeps as removed may come and go without anything being listed or removed', async t => {
  const gone: ExampleEntry = { number: 'A', name: 'Karim Sample', status: 'delisted', listedOn: '2017-10-16', until: '2018-05-01' }
  assert.deepEqual(await told(t, [['2019-01-01'], ['2020-01-01', gone], ['2021-01-01']]), [])
})
