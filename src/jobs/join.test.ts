import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type ExampleEntry, exampleSource, exampleVersion } from '../../test/support/example-source.ts'
import { temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { buildIndex, openIndex } from '../candidates/index.ts'
import { collect } from '../sources/index.ts'
import { indexRecords } from './index-records.ts'
import { joinRecords } from './join.ts'

const SOURCES = [exampleSource('first', 'un-1267', { rank: 1 }), exampleSource('second', 'eu-russia-269', { rank: 2 })] as const

/** Two lists that come in one after the other, joined after each as an import does. */
async function joinedAfter(t: TestContext, versions: readonly (readonly [source: string, day: string, ...entries: ExampleEntry[]])[]) {
  const base = await temporaryLedger({ sources: collect(SOURCES) })
  t.after(() => base.close())
  const data = join(base.folder, 'joins')
  mkdirSync(data)
  const { ledger, sources } = base
  for (const [source, day, ...entries] of versions) {
    const path = join(base.folder, `${source}-${day}.json`)
    writeFileSync(path, exampleVersion(day, [{ number: 'Z', name: `Nobody of ${source}` }, ...entries], source))
    assert.equal((await base.take(path)).versions[0]?.outcome, 'accepted')
    const index = openIndex(await buildIndex(indexRecords(ledger, sources.all), { generation: day, matcher: 'm' }))
    await joinRecords({ data, ledger, sources: SOURCES, index, matcher: 'm', now: base.now() })
  }
  const judged = (await ledger.judgements()).map(j => `${[j.a, j.b].sort().join(' ')} ${j.verdict}`)
  return { judged, memberships: Object.fromEntries(await ledger.memberships(base.now())) }
}

const KARIM = { name: 'Karim Abdulsample Modelov', born: '1961-02-03', country: 'af' }
const PAIR = ['first:A', 'second:B'] as const
const ONE = { 'first:A': 'first:A', 'second:B': 'first:A' }

test('a record is joined with one that was there before, whichever of the two lists is of the better rank', async t => {
  const first = ['first', '2020-01-01', { number: 'A', ...KARIM }] as const
  const second = ['second', '2020-01-02', { number: 'B', ...KARIM }] as const
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    const { judged, memberships } = await joinedAfter(t, order)
    assert.deepEqual(judged, [`${PAIR.join(' ')} same`], order.map(([source]) => source).join(' then '))
    assert.deepEqual(memberships, ONE)
  }
})

test('a record that comes to fit as well puts the pair before a person, as if all had come at once', async t => {
  const { judged } = await joinedAfter(t, [
    ['first', '2020-01-01', { number: 'A', ...KARIM }],
    ['second', '2020-01-02', { number: 'B', ...KARIM }],
    ['first', '2020-02-01', { number: 'A', ...KARIM }, { number: 'C', ...KARIM }],
  ])
  const last = new Map(judged.map(line => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]))
  assert.deepEqual([last.get('first:A second:B'), last.get('first:C second:B')], ['unsure', 'unsure'])
})

test('an act that spells a name otherwise than the text that takes it in is put before a person where the birth date agrees', async t => {
  const born = '1989-03-14'
  const { judged } = await joinedAfter(t, [
    [
      'first',
      '2026-01-01',
      { number: 'text', name: 'Halidah Examplagalla', born },
      { number: 'other', name: 'Omar Examplagalla', born: '1970-05-05' },
    ],
    ['second', '2026-01-02', { number: 'act', name: 'Halida Examplagala', born }],
  ])
  assert.ok(judged.includes('first:text second:act unsure') || judged.includes('first:text second:act same'), judged.join('; '))
  assert.ok(!judged.some(line => line.startsWith('first:other')), 'nobody by the surname alone')
})
