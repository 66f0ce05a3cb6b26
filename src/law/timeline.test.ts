import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Bound } from '../model/index.ts'
import { attestation, curatedRow } from './attest.fixture.ts'
import { type AttestedSpan, timeline } from './timeline.ts'
import { TIMELINE_CASES } from './timeline-cases.tables.ts'

const bound = (b: Bound | null) => (b ? `(${b.after ?? ''}, ${b.by}] ${b.basis}` : 'open')
const drawn = (spans: readonly AttestedSpan[]) => spans.map(s => `${s.status}: ${bound(s.from)} .. ${bound(s.to)}`)
const notes = (spans: readonly AttestedSpan[]) => spans.flatMap(s => s.disagreement.map(d => d.note))
const sources = (span: AttestedSpan | undefined) => span?.evidence.map(e => e.source).join(' ')

for (const c of TIMELINE_CASES) {
  test(c.name, () => {
    const all = [
      ...(c.official ?? []).map(attestation),
      ...(c.curated ?? []).map(curatedRow),
      ...(c.copies ?? []).map(said => attestation({ source: 'us-csl', kind: 'aggregate', ...said })),
    ].map(a => ({ ...a, list: 'the-list' }))
    for (const order of [all, [...all].reverse()]) {
      const spans = timeline(order, c.surroundings)
      assert.deepEqual(drawn(spans), c.spans)
      if (c.notes) assert.deepEqual(notes(spans), c.notes)
    }
  })
}

test('a row that a newer base no longer has was corrected: it leaves no removal behind', () => {
  const gone = { ...curatedRow({ from: '2010-01-01' }), until: '2027-01-01' }
  assert.deepEqual(timeline([gone]), [])
  const kept = curatedRow({ from: '2011-01-01' })
  assert.deepEqual(drawn(timeline([gone, { ...kept, since: '2027-01-01', lastWithout: '2026-11-24' }])), [
    'listed: (2010-12-31, 2011-01-01] curated .. open',
  ])
})

test('lists are told apart, and evidence of each rank is kept, the surest first', () => {
  const spans = timeline([
    curatedRow({ list: 'un-1988', from: '2001-01-25', instruments: ['unscr-1333'] }),
    attestation({ list: 'un-1988', from: '2001-01-25', since: '2014-10-01', instruments: ['unscr-1988'] }),
    attestation({ list: 'us-sdgt', source: 'us-ofac-sdn', since: '2015-03-13' }),
  ])
  assert.deepEqual(
    spans.map(s => s.list),
    ['un-1988', 'us-sdgt'],
  )
  assert.equal(sources(spans[0]), 'un-sc facts')
  assert.deepEqual(spans[0]?.instruments, ['unscr-1333', 'unscr-1988'])
})

test('among official sources the named order decides, and the second narrows the first', () => {
  const both = [
    attestation({ source: 'un-sc-1267', since: '2014-05-01', from: '2003-01-01' }),
    attestation({ source: 'un-sc', since: '2015-02-26' }),
  ]
  const spans = timeline(both, { order: ['un-sc', 'un-sc-1267'] })
  assert.deepEqual(drawn(spans), ['listed: (2002-12-31, 2003-01-01] stated .. open'])
  assert.equal(sources(spans[0]), 'un-sc un-sc-1267')
  assert.equal(sources(timeline(both, { order: ['un-sc-1267'] })[0]), 'un-sc-1267 un-sc')
})

test('an act in the gazette gives the start, the file that follows speaks for the end', () => {
  const act = attestation({ source: 'eu-oj', from: '2026-06-01', since: '2026-06-01' })
  const file = { source: 'eu-fsf', since: '2026-06-22', lastWithout: '2026-06-20', lastWith: '2026-09-01' }
  const order = { order: ['eu-fsf', 'eu-oj'] }
  assert.deepEqual(drawn(timeline([act, attestation(file)], order)), ['listed: (2026-05-31, 2026-06-01] stated .. open'])
  assert.deepEqual(drawn(timeline([act, attestation({ ...file, until: '2026-10-01' })], order)), [
    'listed: (2026-05-31, 2026-06-01] stated .. (2026-09-01, 2026-10-01] seen',
  ])
})

test('an act speaks for its day: a list that never held the party long after it shows that it was taken off again', () => {
  const act = attestation({ source: 'eu-acts', from: '2026-03-05', since: '2026-03-05', lastWith: '2026-11-01' })
  const around = (...days: readonly string[]) => ({ silent: new Set(['eu-acts']), carriers: () => days })
  assert.deepEqual(drawn(timeline([act], around('2026-01-10'))), ['listed: (2026-03-04, 2026-03-05] stated .. open'])
  assert.deepEqual(drawn(timeline([act], around('2026-03-20'))), ['listed: (2026-03-04, 2026-03-05] stated .. open'], 'a late file')
  assert.deepEqual(drawn(timeline([act], around('2026-01-10', '2026-03-20', '2026-06-01'))), [
    'listed: (2026-03-04, 2026-03-05] stated .. (2026-03-05, 2026-06-01] seen',
  ])
})

test('from the day a list holds what an act has added, the list speaks for the end, whatever acts came later', () => {
  const act = attestation({ source: 'eu-acts', from: '2026-03-05', since: '2026-03-05', lastWith: '2026-11-01' })
  const file = { source: 'eu-annex', lastWithout: '2026-01-10', since: '2026-03-20', lastWith: '2026-05-01', until: '2026-07-01' }
  for (const order of [
    ['eu-acts', 'eu-annex'],
    ['eu-annex', 'eu-acts'],
  ])
    assert.deepEqual(drawn(timeline([act, attestation(file)], { order, silent: new Set(['eu-acts']), carriers: () => ['2026-07-01'] })), [
      'listed: (2026-03-04, 2026-03-05] stated .. (2026-05-01, 2026-07-01] seen',
    ])
})

test('a list is not an authority: entries on two lists stay two, each under its own act', () => {
  const spans = timeline([
    attestation({ source: 'us-ofac-consolidated', list: 'us-ns-mbs', since: '2020-01-01', instruments: ['caatsa'] }),
    attestation({ source: 'us-ofac-consolidated', list: 'us-ssi', since: '2020-01-01', instruments: ['us-eo-13662'] }),
  ])
  assert.deepEqual(
    spans.map(s => [s.list, ...s.instruments]),
    [
      ['us-ns-mbs', 'caatsa'],
      ['us-ssi', 'us-eo-13662'],
    ],
  )
})

test('a file of changes narrows to a day what two whole files leave open: the addition, and the removal as a decision', () => {
  const file = attestation({
    source: 'us-ofac-sdn',
    lastWithout: '2026-01-01',
    since: '2026-02-01',
    lastWith: '2026-03-01',
    until: '2026-04-01',
  })
  const changes = 'us-ofac-delta'
  const added = attestation({ source: changes, from: '2026-01-15', since: '2026-01-15', until: '2026-03-20' })
  const removed = attestation({ source: changes, status: 'delisted', to: '2026-03-20', since: '2026-03-20' })
  const around = {
    silent: new Set([changes]),
    versions: new Map([['us-ofac-sdn', ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']]]),
  }
  assert.deepEqual(drawn(timeline([file], around)), ['listed: (2026-01-01, 2026-02-01] seen .. (2026-03-01, 2026-04-01] seen'])
  assert.deepEqual(drawn(timeline([file, added, removed], around)), [
    'listed: (2026-01-14, 2026-01-15] stated .. (2026-03-19, 2026-03-20] stated',
    'delisted: (2026-03-19, 2026-03-20] stated .. open',
  ])
})
