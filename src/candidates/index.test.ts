import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { OPEN, WhoListsError } from '../model/index.ts'
import { analyseName, type NameKind } from '../names/index.ts'
import {
  attachIndex,
  bruteForce,
  buildIndex,
  type CandidateFilter,
  type CandidateIndex,
  type CandidateQuery,
  type IndexRecord,
  loadIndex,
  type NameStanding,
  openIndex,
  openSearcher,
  saveIndex,
} from './index.ts'

const META = { generation: 'g1', matcher: 'm1' }

type Given = Partial<Omit<IndexRecord, 'names'>> & { readonly names: readonly (string | readonly [string, NameStanding])[] }

const record = (id: string, given: Given): IndexRecord => {
  const kind: NameKind = given.kind ?? 'person'
  return {
    record: id,
    source: id.split(':')[0] ?? '',
    content: 1,
    since: 100,
    until: OPEN,
    schema: 'Person',
    kind,
    identifiers: [],
    dates: [],
    countries: [],
    genders: [],
    addresses: [],
    lists: [],
    topics: [],
    ...given,
    names: given.names.map(n => (typeof n === 'string' ? ([n, 'name'] as const) : n)).map(([text, standing]) => ({ text, standing })),
  }
}

const indexOf = async (records: Iterable<IndexRecord> | AsyncIterable<IndexRecord>) =>
  openIndex(await buildIndex(records, META), { check: true })
const any = (...sources: string[]): CandidateFilter => ({ instants: new Map(sources.map(s => [s, null])), limit: 64 })
const asked = (text: string, kind: NameKind = 'person'): CandidateQuery => ({ names: [analyseName(text, kind)], identifiers: [] })
const found = (index: CandidateIndex, query: CandidateQuery, filter: CandidateFilter) => [
  ...new Set(
    openSearcher(index)
      .find(query, filter)
      .map(c => index.recordId(c.row)),
  ),
]

const PARTIES = [
  record('a:1', {
    names: ['Orlan Vestergaard Timoleon', ['Orlan the Tall', 'weak-alias']],
    identifiers: ['passportNumber:XK 12-99'],
    dates: ['1961'],
    lists: ['L1'],
    topics: ['sanction'],
  }),
  record('a:2', { names: ['Gaspard Ntembalo'], lists: ['L2'] }),
  record('b:1', { names: ['Siemora Kraftwerk AG'], kind: 'organisation', schema: 'Company', identifiers: ['taxNumber:SI91729181'] }),
  record('b:2', { names: ['Хаматов Доку Умарович'] }),
]

test('gives back what a record said, with its names as they were analysed', async () => {
  const index = await indexOf(PARTIES)
  const { row, ...held } = index.record(0)
  const { names, ...given } = PARTIES[0] as IndexRecord
  assert.equal(row, 0)
  assert.deepEqual(held, given)
  const [from, to] = index.entriesOf(0)
  assert.deepEqual(
    Array.from({ length: to - from }, (_, i) => index.name(from + i)),
    names.map(n => analyseName(n.text, given.kind)),
  )
  assert.deepEqual([index.standing(from), index.standing(from + 1)], ['name', 'weak-alias'])
  assert.deepEqual(index.rowsOf('b:2'), [3])
  assert.deepEqual(index.rowsOf('b:3'), [])
})

test('finds a party by a wrong first letter, swapped letters, a moved blank, joined words and another script', async () => {
  const index = await indexOf(PARTIES)
  const cases = [
    ['Qrlan Vestergaard Timoleon', 'a:1'],
    ['Timoleon Orlna', 'a:1'],
    ['Gaspar Dntembalo', 'a:2'],
    ['Aspard Ntembalo', 'a:2'],
    ['Umarovich Khamatov Doku', 'b:2'],
  ] as const
  for (const [text, id] of cases) assert.equal(found(index, asked(text), any('a', 'b'))[0], id, text)
  assert.equal(found(index, asked('SiemoraKraftwerk', 'organisation'), any('a', 'b'))[0], 'b:1')
})

test('finds names written together where the other side writes them apart, in any script', async () => {
  const index = await indexOf([
    record('a:1', { names: ['Matiullah Zarbakht'] }),
    record('a:2', { names: ['Abd al Rauf Tolwak'] }),
    record('a:3', { names: ['Habib Ullah'] }),
    ...['Abdullah Khan', 'Mati Shah', 'Habib Said', 'Rauf Jan', 'Ullah Nur'].map((name, i) => record(`a:1${i}`, { names: [name] })),
  ])
  const cases = [
    ['مطيع الله زربخت', 'a:1'],
    ['Mati Ullah Zarbakht', 'a:1'],
    ['Mateeullah Zarbakht', 'a:1'],
    ['Abdurrauf Tolwak', 'a:2'],
    ['Abdulrauf Tulwak', 'a:2'],
    ['Habibullah', 'a:3'],
    ['Habeebullah', 'a:3'],
  ] as const
  for (const [text, id] of cases) assert.equal(found(index, asked(text), any('a'))[0], id, text)
})

test('finds a party by its number in any writing, whatever its name', async () => {
  const index = await indexOf(PARTIES)
  const by = (identifier: string) => found(index, { names: [], identifiers: [identifier] }, any('a', 'b'))
  assert.deepEqual(by('passportNumber:xk1299'), ['a:1'])
  assert.deepEqual(by('idNumber:XK-1299'), ['a:1'])
  assert.deepEqual(by('taxNumber:91729181'), ['b:1'])
  assert.deepEqual(by('passportNumber:XK1298'), [])
})

test('finds nobody by a name that shares nothing, and by one that is empty', async () => {
  const index = await indexOf(PARTIES)
  for (const text of ['Brunhilde Quacksalber', '', '--- ???']) assert.deepEqual(found(index, asked(text), any('a', 'b')), [], text)
})

test('searches only the sources, schemata, lists and topics asked for', async () => {
  const index = await indexOf(PARTIES)
  const query = asked('Orlan Vestergaard Timoleon')
  const cases: readonly (readonly [Partial<CandidateFilter>, readonly string[]])[] = [
    [{}, ['a:1']],
    [{ instants: new Map([['b', null]]) }, []],
    [{ schemata: new Set(['Person']) }, ['a:1']],
    [{ schemata: new Set(['Company']) }, []],
    [{ excludedSchemata: new Set(['Person']) }, []],
    [{ lists: new Set(['L1', 'L9']) }, ['a:1']],
    [{ lists: new Set(['L2']) }, []],
    [{ topics: new Set(['sanction']) }, ['a:1']],
    [{ topics: new Set(['wanted']) }, []],
  ]
  for (const [part, expected] of cases) assert.deepEqual(found(index, query, { ...any('a', 'b'), ...part }), expected)
})

test('finds a name only at the instants at which its source held it; the end is excluded', async () => {
  const index = await indexOf([
    record('a:1', { names: ['Orlan Vestergaard'], since: 100, until: 200, content: 1 }),
    record('a:1', { names: ['Orlan Westergard'], since: 200, until: OPEN, content: 2 }),
  ])
  const contents = (at: number | null) =>
    openSearcher(index)
      .find(asked('Orlan Vestergaard'), { instants: new Map([['a', at]]), limit: 5 })
      .map(c => index.record(c.row).content)
  assert.deepEqual([99, 100, 199, 200, 4_000_000_000, null].map(contents), [[], [1], [1], [2], [2], [1, 2]])
})

test('is the same from an asynchronous source of records', async () => {
  async function* later() {
    yield* PARTIES
  }
  assert.deepEqual(new Uint8Array(await buildIndex(later(), META)), new Uint8Array(await buildIndex(PARTIES, META)))
})

test('is read back from its file, and refused when one bit of it differs or its end is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'index-'))
  try {
    const path = join(folder, 'names.index')
    const buffer = await buildIndex(PARTIES, META)
    await saveIndex(buffer, path)
    const index = await loadIndex(path)
    assert.deepEqual([index.generation, index.matcher, index.rows, index.entries], ['g1', 'm1', 4, 5])
    assert.deepEqual(found(attachIndex(index.buffer), asked('Gaspard Ntembalo'), any('a')), ['a:2'])
    const bytes = readFileSync(path)
    const damaged = (error: unknown) => error instanceof WhoListsError && error.code === 'index.damaged'
    for (const at of [3, 8, 20, 40, 200, bytes.length >> 1, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] as number) ^ 4
      writeFileSync(path, altered)
      await assert.rejects(loadIndex(path), damaged, `byte ${at}`)
    }
    for (const length of [0, 16, bytes.length - 4, bytes.length - 3]) {
      writeFileSync(path, bytes.subarray(0, length))
      await assert.rejects(loadIndex(path), damaged, `${length} bytes`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('finds with its keys and early stops exactly what going through every name finds', async () => {
  const { records, queries } = generated(400, 120)
  const index = await indexOf(records)
  const fast = openSearcher(index)
  const slow = bruteForce(index)
  let hits = 0
  for (const query of queries) {
    for (const filter of [
      any('s0', 's1', 's2'),
      {
        instants: new Map([
          ['s1', 150],
          ['s2', 50],
        ]),
        limit: 10,
        lists: new Set(['L1']),
      },
    ]) {
      const expected = slow.find(query, filter)
      hits += expected.length
      assert.deepEqual(rounded(fast.find(query, filter)), rounded(expected), query.names.map(n => n.text).join())
    }
  }
  assert.ok(hits > queries.length * 2, `the twins were compared on ${hits} candidates`)
})

// Sums of single and of double precision differ in the last digits, and ties with them in order.
const rounded = (candidates: readonly { row: number; names: readonly number[]; weight: number }[]) =>
  candidates
    .map(c => ({ row: c.row, names: [...c.names].sort((a, b) => a - b), weight: Math.round(c.weight * 1e4) }))
    .sort((a, b) => b.weight - a.weight || a.row - b.row)

function generated(count: number, asks: number) {
  let seed = 7
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed % n
  }
  const syllables = ['ka', 'mo', 'ra', 'shi', 'bel', 'tun', 'ar', 'od', 'ev', 'zhu', 'lin', 'pet', 'gor', 'sa', 'ni', 'y']
  const word = () => Array.from({ length: 1 + random(4) }, () => syllables[random(syllables.length)]).join('')
  const words = Array.from({ length: 150 }, word)
  const pick = () => words[(random(150) * random(150)) % 150] as string
  const name = () => Array.from({ length: 1 + random(4) }, pick).join(' ')
  const records = Array.from({ length: count }, (_, i) =>
    record(`s${i % 3}:${i}`, {
      names: Array.from({ length: 1 + random(3) }, name),
      since: random(100),
      until: random(2) ? OPEN : 100 + random(100),
      lists: [`L${random(3)}`],
      identifiers: [`idNumber:${1000 + random(500)}`],
    }),
  )
  const damaged = (text: string) => {
    const at = random(text.length)
    return random(2) ? text : random(2) ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}q${text.slice(at)}`
  }
  const queries = Array.from({ length: asks }, () => ({
    names: [analyseName(damaged(name()), 'person')],
    identifiers: random(4) ? [] : [`idNumber:${1000 + random(500)}`],
  }))
  return { records, queries }
}
