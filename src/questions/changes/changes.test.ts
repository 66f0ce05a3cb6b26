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

type Version = { readonly day: string; readonly entries: readonly ExampleEntry[]; readonly source?: string; readonly form?: string }

const list = (id: string): ListFact => ({
  id,
  authority: 'un-sc',
  name: `The list ${id}`,
  kind: 'sanctions',
  scope: '',
  legalBasis: [],
  ended: false,
  confidence: 'verified',
  citations: [],
})

/** What happened between these versions of one or two lists of one authority, the newest first. */
async function told(
  t: TestContext,
  versions: readonly Version[],
  joined: Readonly<Record<string, string>> = {},
  asked: Partial<ChangesAsked> & { readonly sources?: readonly string[]; readonly of?: readonly Source[] } = {},
) {
  const { of = [exampleSource('one', 'un-1267'), exampleSource('two', 'un-1988')], ...wanted } = asked
  const ledger = await temporaryLedger({ sources: collect(of) })
  t.after(() => ledger.close())
  for (const { day, entries, source = 'one', form } of versions) {
    const path = join(ledger.folder, `${source}-${day}.json`)
    writeFileSync(path, exampleVersion(day, entries, source, form))
    const report = await ledger.take(path)
    assert.equal(report.versions[0]?.outcome, 'accepted', JSON.stringify(report))
  }
  return changesOf(
    {
      ledger: ledger.ledger,
      sources: new Map(ledger.sources.all.map(s => [s.id, s])),
      membership: membershipOf(new Map(Object.entries(joined))),
      lists: new Map(['un-1267', 'un-1988'].map(id => [id, list(id)])),
      now: ledger.now,
    },
    { since: null, until: null, sources: [], kinds: [], limit: 500, offset: 0, ...wanted },
  )
}

const lines = ({ events }: Awaited<ReturnType<typeof told>>) =>
  events
    .map(e => `${e.version} ${e.kind} ${e.count === 1 ? e.members[0]?.reference : e.count}${e.material ? '' : ' (not material)'}`)
    .sort()

const rest: ExampleEntry = { number: 'Z', name: 'Somebody Else' }
const ivan: ExampleEntry = { number: 'A', name: 'Ivan Example', born: '1960-01-01', listedOn: '2007-03-24' }

test('a party that comes, goes and comes back after years is listed, removed and listed again', async t => {
  const found = await told(t, [
    { day: '2015-01-01', entries: [rest] },
    { day: '2015-02-01', entries: [rest, { ...ivan, listedOn: '2015-01-20' }] },
    { day: '2016-02-01', entries: [rest] },
    { day: '2020-02-01', entries: [rest, { ...ivan, listedOn: '2015-01-20' }] },
  ])
  assert.deepEqual(lines(found), ['one/2015-02-01 listed A', 'one/2016-02-01 removed A', 'one/2020-02-01 relisted A'])
  assert.deepEqual(
    found.events.map(e => e.interval),
    [
      { after: '2016-02-01', by: '2020-02-01', basis: 'seen' },
      { after: '2015-02-01', by: '2016-02-01', basis: 'seen' },
      { after: '2015-01-19', by: '2015-01-20', basis: 'stated' },
    ],
  )
  for (const event of found.events) assert.match([...event.filesBefore, ...event.filesAfter].join(' '), /^[0-9a-f]{64} [0-9a-f]{64}$/)
})

test('an entry that is gone for days and comes back word for word is a fault of the publication, on both days', async t => {
  const versions = ['2019-10-02', '2019-10-04', '2019-10-05'].map((day, i) => ({ day, entries: i === 1 ? [rest] : [rest, ivan] }))
  assert.deepEqual(lines(await told(t, versions)), ['one/2019-10-04 fault A (not material)', 'one/2019-10-05 fault A (not material)'])
})

test('an entry that goes on under another number is renumbered, neither removed nor listed', async t => {
  const found = await told(
    t,
    [
      { day: '2015-01-01', entries: [rest, ivan] },
      { day: '2015-02-01', entries: [rest, { ...ivan, number: 'B' }] },
    ],
    { 'one:A': 'one:A', 'one:B': 'one:A' },
  )
  assert.deepEqual(lines(found), ['one/2015-02-01 renumbered B'])
  assert.equal(found.events[0]?.members[0]?.was, 'one:A')
  assert.deepEqual(
    found.changes.map(c => [c.kind, c.event, c.entity]),
    [
      ['removed', 'renumbered', 'one:A'],
      ['added', 'renumbered', 'one:A'],
    ],
  )
})

test('a suspension and its end are told by the status, not by the presence', async t => {
  const found = await told(t, [
    { day: '2015-01-01', entries: [rest, ivan] },
    { day: '2016-01-01', entries: [rest, { ...ivan, status: 'suspended' }] },
    { day: '2017-01-01', entries: [rest, ivan] },
    { day: '2018-01-01', entries: [rest, { ...ivan, status: 'delisted' }] },
  ])
  assert.deepEqual(lines(found), ['one/2016-01-01 suspended A', 'one/2017-01-01 resumed A', 'one/2018-01-01 removed A'])
})

test('names and dates are material; wording about a party, capitals and points are not', async t => {
  const versions: Version[] = [
    { day: '2015-01-01', entries: [rest, ivan] },
    { day: '2015-02-01', entries: [rest, { ...ivan, name: 'IVAN EXAMPLE.', notes: 'Reviewed.' }] },
    { day: '2015-03-01', entries: [rest, { ...ivan, name: 'IVAN EXAMPLE.', notes: 'Reviewed.', born: '1961-01-01' }] },
  ]
  assert.deepEqual(lines(await told(t, versions)), ['one/2015-02-01 amended A (not material)', 'one/2015-03-01 amended A'])
  assert.deepEqual(lines(await told(t, versions, {}, { material: true })), ['one/2015-03-01 amended A'])
})

test('a move between the lists of one authority is one event, not a removal and a listing', async t => {
  const joined = { 'one:A': 'one:A', 'two:A': 'one:A' }
  const found = await told(
    t,
    [
      { day: '2015-01-01', entries: [rest, ivan] },
      { day: '2015-01-01', entries: [rest], source: 'two' },
      { day: '2015-02-01', entries: [rest] },
      { day: '2015-02-03', entries: [rest, ivan], source: 'two' },
    ],
    joined,
  )
  assert.equal(found.events.length, 1, JSON.stringify(lines(found)))
  assert.deepEqual(
    found.events.map(e => [e.kind, e.list, e.toList, e.members[0]?.entity]),
    [['moved', 'un-1267', 'un-1988', 'one:A']],
  )
  assert.deepEqual(
    found.changes.map(c => c.event),
    ['moved', 'moved'],
  )
})

test('a removal says on which lists of the authority the party stays', async t => {
  const found = await told(
    t,
    [
      { day: '2014-01-01', entries: [rest, ivan], source: 'two' },
      { day: '2015-01-01', entries: [rest, ivan] },
      { day: '2015-06-01', entries: [rest] },
    ],
    { 'one:A': 'one:A', 'two:A': 'one:A' },
  )
  assert.deepEqual(
    found.events.map(e => [e.kind, e.list, e.remains]),
    [['removed', 'un-1267', ['un-1988']]],
  )
})

test('the end of a regime is one event; so is a mass change, with its count', async t => {
  const three = ['P', 'Q', 'R'].map(number => ({ number, name: `Person ${number}`, list: 'un-1988' }))
  const many = Array.from({ length: 30 }, (_, i) => ({ number: `N${i}`, name: `New Person ${i}` }))
  const found = await told(t, [
    { day: '2015-01-01', entries: [rest, ...three] },
    { day: '2016-01-01', entries: [rest, ...many] },
  ])
  assert.deepEqual(found.events.map(e => [e.kind, e.list, e.count, e.scale]).sort(), [
    ['listed', 'un-1267', 30, 'mass'],
    ['removed', 'un-1988', 3, 'whole-list'],
  ])
  assert.equal(found.total, 33)
})

test('another form of the file is told as such, once', async t => {
  const entries = Array.from({ length: 3 }, (_, i) => ({ number: `N${i}`, name: `Person ${i}`, born: '1960-01-01' }))
  const bare = entries.map(({ number, name }) => ({ number, name }))
  const found = await told(t, [
    { day: '2015-01-01', entries },
    { day: '2016-01-01', entries: bare, form: 'csv' },
  ])
  assert.deepEqual(
    found.events.map(e => [e.kind, e.count, e.material, e.cause]),
    [['form', 3, false, 'rendition']],
  )
})

test('changes can be followed by party, list, authority and kind', async t => {
  const versions: Version[] = [
    { day: '2015-01-01', entries: [rest] },
    { day: '2015-02-01', entries: [rest, ivan, { number: 'B', name: 'Olga Sample', list: 'un-1988' }] },
  ]
  const asked = async (given: Partial<ChangesAsked>) => lines(await told(t, versions, { 'one:A': 'x:1', 'x:1': 'x:1' }, given))
  assert.deepEqual(await asked({ parties: ['x:1'] }), ['one/2015-02-01 listed A'])
  assert.deepEqual(await asked({ lists: ['un-1988'] }), ['one/2015-02-01 listed B'])
  assert.equal((await asked({ authorities: ['un-sc'] })).length, 2)
  assert.deepEqual(await asked({ authorities: ['us-ofac'] }), [])
  assert.deepEqual(await asked({ kinds: ['removed'] }), [])
})

test('a number that is given to another party overnight is a removal and a listing, never a change of name', async t => {
  const found = await told(t, [
    { day: '2015-01-01', entries: [rest, ivan] },
    { day: '2015-02-01', entries: [rest, { number: 'A', name: 'Olga Sample', born: '1971-05-05', listedOn: '2015-01-20' }] },
    { day: '2015-03-01', entries: [rest, { number: 'A', name: 'Olga Specimen Sample', born: '1971-05-05', listedOn: '2015-01-20' }] },
  ])
  assert.deepEqual(
    found.events.map(e => `${e.kind} ${e.members[0]?.caption}`),
    ['amended Olga Specimen Sample', 'removed Ivan Example', 'listed Olga Sample'],
  )
})
