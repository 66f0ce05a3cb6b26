import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { buildEntityStore } from '../src/jobs/index.ts'
import { OPEN, type Source, startOfDay } from '../src/model/index.ts'
import {
  changesOf,
  entitiesAt,
  type LawDesk,
  lawDesk,
  listed,
  membershipOf,
  openEntityStore,
  resolveAsOf,
  searchEntities,
} from '../src/questions/index.ts'
import { collect, loadSources } from '../src/sources/index.ts'
import { type ExampleEntry, exampleSource, exampleVersion } from './support/example-source.ts'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from './support/temporary-ledger.ts'

/** A table of the page: its heads, and its rows by head. */
type Table = { readonly heads: readonly string[]; readonly rows: readonly Readonly<Record<string, string>>[]; readonly line: number }

const PAGE = readFileSync(join(import.meta.dirname, '../docs/time.md'), 'utf8').split('\n')

function tables(): readonly Table[] {
  const found: Table[] = []
  PAGE.forEach((text, i) => {
    if (!text.startsWith('|') || PAGE[i - 1]?.startsWith('|')) return
    const end = PAGE.findIndex((line, k) => k > i && !line.startsWith('|'))
    const [heads = [], , ...rows] = PAGE.slice(i, end < 0 ? undefined : end).map(cells)
    found.push({ heads, rows: rows.map(row => Object.fromEntries(heads.map((head, k) => [head, row[k] ?? '']))), line: i + 1 })
  })
  return found
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())

/** The invented lists of the page: a table of versions each, under the head `version` or `version of SOURCE`. */
const VERSIONS = tables().flatMap(table => {
  const source = /^version(?: of (\S+))?$/.exec(table.heads[0] ?? '')
  return source ? [{ ...table, source: source[1] ?? 'example-list' }] : []
})
const QUESTIONS = tables().filter(t => t.heads.includes('status'))
const EVENTS = tables().filter(t => t.heads.includes('what is told'))
const SEARCHES = tables().filter(t => t.heads.includes('found'))

const CLOSED = { on: '2026-01-28', successors: ['new-list'] }
const INVENTED: readonly Source[] = [
  exampleSource(),
  exampleSource('orders', 'us-bis-dpl', { authority: 'us-bis', jurisdiction: 'us', terms: true }),
  exampleSource('old-list', 'gb-sanctions', { authority: 'gb-hmt-ofsi', jurisdiction: 'gb', title: 'The old list', closed: CLOSED }),
  exampleSource('new-list', 'gb-sanctions', { authority: 'gb-fcdo', jurisdiction: 'gb', title: 'The new list' }),
]
/** The jurisdiction and the list that an invented source speaks for. */
const SPEAKS: Readonly<Record<string, readonly [authority: string, list: string]>> = {
  'example-list': ['un', 'un-1267'],
  orders: ['us', 'us-bis-dpl'],
  'old-list': ['gb', 'gb-sanctions'],
  'new-list': ['gb', 'gb-sanctions'],
}
const TODAY = startOfDay('2026-11-25')

let page: TemporaryLedger
let desk: LawDesk

before(async () => {
  const all = await loadSources()
  page = await temporaryLedger({ day: '2026-01-01', sources: collect([...INVENTED, all.sourceOf('facts')]) })
  await page.take(BASE_FOLDER)
  const rows = VERSIONS.flatMap(table => table.rows.map(row => ({ table, row, takenIn: row['taken in'] ?? '' })))
  for (const { table, row, takenIn } of rows.sort((a, b) => (a.takenIn < b.takenIn ? -1 : a.takenIn > b.takenIn ? 1 : 0))) {
    page.setDay(takenIn)
    const day = row[table.heads[0] ?? ''] ?? ''
    // A version needs an entry: one that is not asked about.
    const entries = [...entriesOf(table, row), { number: 'X', name: 'Somebody Else' }]
    const path = join(page.folder, `${table.source}-${day}.json`)
    writeFileSync(path, exampleVersion(day, entries, table.source))
    const { versions } = await page.take(path)
    assert.deepEqual(
      versions.map(v => v.outcome),
      ['accepted'],
    )
  }
  page.setDay('2026-11-25')
  // What joins make of the two lists: one party under two numbers.
  await page.ledger.keepMemberships(membership('Sample-Bank'), TODAY)
  desk = lawDesk(page.ledger, page.sources.all, page.now)
})
after(() => page.close())

const membership = (key: string) => new Map(['old-list', 'new-list'].map(source => [`${source}:${key}`, `new-list:${key}`]))

// "Ivan Example, listed on 2007-03-24": a name, and what the entry states of its days.
function entriesOf({ heads }: Table, row: Readonly<Record<string, string>>): readonly ExampleEntry[] {
  return heads.slice(1, -1).flatMap(head => {
    const [, name = '', listedOn, until] = /^(.*?)(?:, listed on (\S+?))?(?:, until (\S+))?$/.exec(head) ?? []
    if (row[head] !== 'yes') return []
    return [{ number: keyOf(name), name, ...(listedOn ? { listedOn } : {}), ...(until ? { until } : {}) }]
  })
}

const keyOf = (name: string) => name.replaceAll(' ', '-')

async function answer(row: Readonly<Record<string, string>>): Promise<readonly (string | null)[]> {
  const asked = { ...(row['published'] ? { published: row['published'] } : {}), ...(row['recorded'] ? { recorded: row['recorded'] } : {}) }
  const view = await desk.at(resolveAsOf(asked, TODAY))
  const source = row['source'] ?? 'example-list'
  const [authority = '', list = ''] = SPEAKS[source] ?? []
  const { status, boundary } = await listed(view, {
    party: row['authority'] === undefined ? `${source}:${keyOf(row['party'] ?? '')}` : (row['party'] ?? ''),
    authority: row['authority'] ?? authority,
    list: row['list'] ?? list,
    on: row['on'] ?? '',
  })
  return [status, boundary.from, boundary.to]
}

/** Everything that is told of these sources, as rows of the page, the oldest first. */
async function told(sources: readonly string[]): Promise<readonly string[]> {
  const context = {
    ledger: page.ledger,
    sources: new Map(page.sources.all.map(s => [s.id, s])),
    membership: membershipOf(await page.ledger.memberships(OPEN - 1)),
    lists: new Map(),
    now: () => TODAY,
  }
  const { events } = await changesOf(context, { since: null, until: null, sources, kinds: [], material: true, limit: 100, offset: 0 })
  return events.map(e => `${e.interval.by} ${e.kind} ${e.title}`).sort()
}

async function found(row: Readonly<Record<string, string>>): Promise<string> {
  const sources = INVENTED.slice(0, 1)
  const folder = mkdtempSync(join(page.folder, 'searched-'))
  const path = join(folder, 'entities.sqlite')
  const asOf = resolveAsOf(row['published'] ? { published: row['published'] } : {}, TODAY)
  await buildEntityStore(path, entitiesAt({ ledger: page.ledger, sources, asOf }), sources)
  const store = openEntityStore(path)
  try {
    const { results } = searchEntities(store, { ...SEARCH, q: row['words'] ?? '' }, id => id)
    return results.map(r => r.caption).join(', ') || 'nobody'
  } finally {
    store.close()
  }
}
const SEARCH = {
  scope: [{ source: 'example-list', lists: null }],
  simple: true,
  fuzzy: false,
  schema: 'Thing',
  excludedSchemata: [],
  changedSince: null,
  filters: [],
  target: null,
  facets: [],
  sort: [],
  limit: 10,
  offset: 0,
}

test('the page has tables of versions, of questions, of what is told and of what is found', () => {
  assert.deepEqual(
    VERSIONS.map(t => t.source),
    INVENTED.map(s => s.id),
  )
  assert.ok(QUESTIONS.length >= 8 && QUESTIONS.flatMap(t => t.rows).length > 40)
  assert.ok(EVENTS.length >= 2 && SEARCHES.length >= 1)
})

for (const table of QUESTIONS) {
  test(`docs/time.md, line ${table.line}: every row is the product's own answer`, async () => {
    for (const row of table.rows) {
      const expected = [row['status'] ?? '', row['from'] || null, row['to'] || null]
      assert.deepEqual(await answer(row), expected, JSON.stringify(row))
    }
  })
}

for (const table of EVENTS) {
  test(`docs/time.md, line ${table.line}: this is told of these sources, and nothing else`, async () => {
    const sources = [...new Set(table.rows.map(row => row['source'] ?? ''))]
    const expected = table.rows.map(row => `${row['by']} ${row['kind']} ${row['what is told']}`)
    assert.deepEqual(await told(sources), expected.sort())
  })
}

for (const table of SEARCHES) {
  test(`docs/time.md, line ${table.line}: the search of a day finds what it says`, async () => {
    for (const row of table.rows) assert.equal(await found(row), row['found'], JSON.stringify(row))
  })
}
