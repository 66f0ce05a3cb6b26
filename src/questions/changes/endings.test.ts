import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type ExampleEntry, exampleSource, exampleVersion } from '../../../test/support/example-source.ts'
import { temporaryLedger } from '../../../test/support/temporary-ledger.ts'
import type { ListFact, Source } from '../../model/index.ts'
import { collect } from '../../sources/index.ts'
import { membershipOf } from '../members.ts'
import { type ChangesAsked, changesOf } from './changes.ts'

const lists = new Map(
  ['gb-russia', 'eu-russia'].map((id): [string, ListFact] => [
    id,
    {
      id,
      authority: 'gb-fcdo',
      name: id,
      kind: 'sanctions',
      scope: '',
      legalBasis: [],
      ended: false,
      confidence: 'verified',
      citations: [],
    },
  ]),
)

/** An old list that closed on 28 January 2026, and the one that carries on what it told, of another authority. */
const OLD = exampleSource('old', 'gb-russia', {
  authority: 'gb-hmt-ofsi',
  jurisdiction: 'gb',
  title: 'The old list',
  closed: { on: '2026-01-28', successors: ['new'] },
})
const NEW = exampleSource('new', 'gb-russia', { authority: 'gb-fcdo', jurisdiction: 'gb', title: 'The new list' })

type Version = readonly [source: string, day: string, ...entries: readonly ExampleEntry[]]

async function world(
  t: TestContext,
  sources: readonly Source[],
  versions: readonly Version[],
  joined: Readonly<Record<string, string>> = {},
) {
  const base = await temporaryLedger({ sources: collect(sources), day: '2026-11-25' })
  t.after(() => base.close())
  for (const [source, day, ...entries] of versions) {
    const path = join(base.folder, `${source}-${day}.json`)
    writeFileSync(path, exampleVersion(day, [{ number: 'Z', name: 'Somebody Else' }, ...entries], source))
    const report = await base.take(path)
    assert.equal(report.versions[0]?.outcome, 'accepted', JSON.stringify(report))
  }
  return (asked: Partial<ChangesAsked> = {}, today = base.now()) =>
    changesOf(
      {
        ledger: base.ledger,
        sources: new Map(base.sources.all.map(s => [s.id, s])),
        membership: membershipOf(new Map(Object.entries(joined))),
        lists,
        now: () => today,
      },
      { since: null, until: null, sources: [], kinds: [], limit: 500, offset: 0, ...asked },
    )
}

const lines = ({ events }: Awaited<ReturnType<typeof changesOf>>) =>
  events.map(e => `${e.published.slice(0, 10)} ${e.source} ${e.kind} ${e.members[0]?.reference ?? ''}`.trim()).sort()

const bank: ExampleEntry = { number: '97008', name: 'Sample Bank' }
const omar: ExampleEntry = { number: '97009', name: 'Omar Model' }
const joined = { 'old:97008': 'new:R1', 'new:R1': 'new:R1', 'old:97009': 'new:R2', 'new:R2': 'new:R2' }

test('the end of a publication is one event, and nobody leaves or joins a list by it', async t => {
  const ask = await world(
    t,
    [OLD, NEW],
    [
      ['old', '2026-01-20', bank, omar],
      ['new', '2026-01-20'],
      ['new', '2026-01-28', { ...bank, number: 'R1' }, { ...omar, number: 'R2' }],
    ],
    joined,
  )
  const found = await ask({ material: true })
  assert.deepEqual(lines(found), ['2026-01-28 old ended'])
  const [ended] = found.events
  assert.deepEqual(
    [ended?.title, ended?.interval, ended?.successors, ended?.members, ended?.filesBefore.length, ended?.filesAfter.length],
    [
      'The old list is no longer published; The new list carries on',
      { after: '2026-01-27', by: '2026-01-28', basis: 'stated' },
      ['new'],
      [],
      1,
      1,
    ],
  )
  assert.deepEqual(
    lines(await ask()),
    ['2026-01-28 new form R1', '2026-01-28 old ended'],
    'the successor tells the same in another form, once',
  )
})

test('the end is found by list, authority, source, kind and day, and not before it has come', async t => {
  const ask = await world(
    t,
    [OLD, NEW],
    [
      ['old', '2026-01-20', bank],
      ['new', '2026-01-20'],
    ],
  )
  for (const asked of [
    { lists: ['gb-russia'] },
    { authorities: ['gb-hmt-ofsi'] },
    { sources: ['old'] },
    { kinds: ['ended'] },
    { since: '2026-01-28' },
  ] as const)
    assert.deepEqual(lines(await ask(asked)), ['2026-01-28 old ended'], JSON.stringify(asked))
  for (const asked of [
    { lists: ['eu-russia'] },
    { authorities: ['gb-fcdo'] },
    { sources: ['new'] },
    { parties: ['old:97008'] },
    { until: '2026-01-27' },
  ] as const)
    assert.deepEqual(lines(await ask(asked)), [], JSON.stringify(asked))
  assert.deepEqual(lines(await ask({}, Date.parse('2026-01-27T23:59:59Z') / 1000)), [])
})

test('a removal by the successor is a removal, although the last version of the ended list still has the entry', async t => {
  const ask = await world(
    t,
    [OLD, NEW],
    [
      ['old', '2026-01-20', bank],
      ['new', '2026-01-20', { ...bank, number: 'R1' }],
      ['new', '2026-03-01', { ...bank, number: 'R1' }, omar],
      ['new', '2026-04-01', omar],
    ],
    joined,
  )
  assert.deepEqual(lines(await ask()), ['2026-01-28 old ended', '2026-03-01 new listed 97009', '2026-04-01 new removed R1'])
})

test('an act that stands in the gazette first is the listing; the file that follows tells of no second one, and ends it', async t => {
  const act = exampleSource('act', 'eu-russia', { authority: 'eu-council', jurisdiction: 'eu', absence: 'nothing', rank: 2 })
  const file = exampleSource('file', 'eu-russia', { authority: 'eu-commission', jurisdiction: 'eu' })
  const plant: ExampleEntry = { number: 'P', name: 'Sample Machine Plant', listedOn: '2026-06-01' }
  for (const follows of ['2026-06-22', '2026-06-03']) {
    const ask = await world(
      t,
      [act, file],
      [
        ['act', '2026-05-01'],
        ['file', '2026-05-20'],
        ['act', '2026-06-01', plant],
        ['file', follows, plant],
        ['file', '2026-09-01'],
      ],
      { 'act:P': 'act:P', 'file:P': 'act:P' },
    )
    assert.deepEqual(lines(await ask()), ['2026-06-01 act listed P', `${follows} file form P`, '2026-09-01 file removed P'])
  }
})
