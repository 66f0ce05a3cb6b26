import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildIndex, indexRecordOf, openIndex, openSearcher } from '../candidates/index.ts'
import { OPEN, partyBuilder } from '../model/index.ts'
import { prepareQuery, screen } from '../screen/index.ts'
import { type Member, mergeMembers } from './merge.ts'

// One list calls a name of the man weak, the other calls it strong.
const strong = partyBuilder('one:990095', 'Person')
strong.add('name', 'SAMPLE, Karim', 'name')
strong.add('alias', 'KARIMOV, Sample', 'alias')
const weak = partyBuilder('two:QDi.903', 'Person')
weak.add('name', 'Karim Sample', 'name')
weak.add('weakAlias', 'Karimov Sample', 'alias')
const PARTIES = [strong.build(), weak.build()]

const member = (rank: number): Member => {
  const party = PARTIES[rank] ?? assert.fail('no such party')
  const reading = { parties: [], designations: [], instruments: [], links: [], unread: [], problems: [] }
  const source = party.id.slice(0, party.id.indexOf(':'))
  return { record: party.id, source, rank, party, reading, version: 'x/2026-01-01', firstSeen: 0, lastChange: 0, lastSeen: 0 }
}

test('a join keeps what each list calls a name, and its undoing gives back both', () => {
  const before = JSON.stringify(PARTIES)
  const { properties } = mergeMembers('one:990095', [member(0), member(1)], [])
  assert.deepEqual([properties['alias'], properties['weakAlias']], [['KARIMOV, Sample'], ['Karimov Sample']])
  assert.equal(JSON.stringify(PARTIES), before, 'neither record is edited')
  assert.equal(mergeMembers('one:990095', [member(0)], []).properties['weakAlias'], undefined)
  assert.equal(mergeMembers('two:QDi.903', [member(1)], []).properties['alias'], undefined)
})

test('a name that one list calls weak and another strong is found as a strong one', async () => {
  async function* records() {
    for (const party of PARTIES)
      yield indexRecordOf(
        { record: party.id, source: party.id.slice(0, party.id.indexOf(':')), content: 1, since: 0, until: OPEN },
        party,
        [],
      )
  }
  const index = openIndex(await buildIndex(records(), { generation: 'g', matcher: 'm' }))
  const query = prepareQuery({ schema: 'Person', properties: { name: ['Karimov Sample'] } })
  const found = (sources: readonly string[]) =>
    screen(index, openSearcher(index), query, {
      filter: { instants: new Map(sources.map(id => [id, null])), limit: 5 },
      threshold: 0.7,
      cutoff: 0.1,
    }).results.toSorted((a, b) => b.score - a.score)[0]
  const [byStrong, byWeak, byBoth] = [found(['one']), found(['two']), found(['one', 'two'])]
  assert.ok(byStrong && byWeak && byBoth)
  assert.ok(byWeak.score < byStrong.score, `${byWeak.score} below ${byStrong.score}`)
  assert.equal(byBoth.score, byStrong.score)
})
