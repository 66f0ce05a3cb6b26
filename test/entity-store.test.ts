// The entity store is the same whether it is written once records are joined, or before and then mended where joins changed.
import assert from 'node:assert/strict'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { asWriter, importPaths } from '../src/app-data.ts'
import { beginEntities, secondThread } from '../src/app-second-thread.ts'
import { readConfig } from '../src/config.ts'
import { buildEntityStore, currentGeneration, openEntityWriter } from '../src/jobs/index.ts'
import { packReading } from '../src/ledger/index.ts'
import { type EntityStore, entitiesNamed, entitiesNow, openEntityStore, regrouped } from '../src/questions/index.ts'
import { collect } from '../src/sources/index.ts'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from './support/temporary-ledger.ts'

const SOURCES = join(import.meta.dirname, '../src/sources')
const TABLES = ['entity', 'member', 'field', 'value', 'edge', 'vocabulary', 'words_docsize']

let base: TemporaryLedger
let records: readonly string[]

before(async () => {
  base = await temporaryLedger()
  cpSync(join(SOURCES, 'us-ofac/fixtures/sdn-csv'), join(base.folder, 'files/2024-05-03'), { recursive: true })
  const { versions } = await base.take(join(base.folder, 'files'), join(SOURCES, 'un-sc/fixtures/consolidated-2026'), BASE_FOLDER)
  // A handful of parties is fewer than a list has.
  for (const { outcome, version } of versions)
    if (outcome === 'held' && version !== null) await base.ledger.accept(version, 'a fixture', 'test', base.now())
  const held: string[] = []
  for await (const { members } of entities(new Map())) held.push(...members.map(m => m.record))
  records = held.sort()
})
after(() => base.close())

const now = 2_000_000_000
const given = (memberships: ReadonlyMap<string, string>) => ({ ledger: base.ledger, sources: base.sources.all, now, memberships })
const entities = (memberships: ReadonlyMap<string, string>) => entitiesNow(given(memberships))

/** Every `step`-th record joined to the one so many places before, which leads. */
const joined = (step: number, back: number): ReadonlyMap<string, string> =>
  new Map(
    records.flatMap((record, i) => {
      const lead = records[i - back]
      return i % step === 0 && lead !== undefined ? [[record, lead] as const, [lead, lead] as const] : []
    }),
  )

/** Every row of every table. */
function rowsOf(path: string): Readonly<Record<string, readonly string[]>> {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = (table: string) =>
    database
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map(row => JSON.stringify(row))
      .sort()
  try {
    return Object.fromEntries(TABLES.map(table => [table, rows(table)]))
  } finally {
    database.close()
  }
}

async function wholeStore(memberships: ReadonlyMap<string, string>) {
  const path = join(base.folder, 'whole.sqlite')
  const count = await buildEntityStore(path, entities(memberships), base.sources.all)
  return { rows: rowsOf(path), count }
}

const GROUPINGS: readonly (readonly [string, () => ReadonlyMap<string, string>])[] = [
  ['of no joins', () => new Map()],
  ['of pairs', () => joined(4, 1)],
  ['of other pairs', () => joined(6, 5)],
]

for (const [from, was] of GROUPINGS)
  for (const [to, is] of GROUPINGS)
    test(`a store ${from} that is mended is, row for row, one ${to}`, async () => {
      const path = join(base.folder, 'mended.sqlite')
      const writer = openEntityWriter(path, base.sources.all)
      for await (const entity of entities(was())) writer.add(entity)
      writer.settle()
      const { ended, begun } = regrouped(was(), is())
      writer.remove(ended)
      for await (const entity of entitiesNamed(given(is()), begun)) writer.add(entity)
      const count = writer.end()
      const whole = await wholeStore(is())
      assert.ok(whole.count > 200, String(whole.count))
      assert.deepEqual(rowsOf(path), whole.rows)
      assert.equal(count, whole.count)
    })

function threadOf() {
  const second = secondThread(readConfig({ data: join(base.folder, 'data') }))
  return { ...base, own: { lists: [], datasets: [] }, second }
}

test('a second thread writes the same store while records are joined', async () => {
  const here = threadOf()
  const path = join(base.folder, 'thread.sqlite')
  const building = await beginEntities(here, path, now, 0)
  const memberships = joined(4, 1)
  await base.ledger.keepMemberships(memberships, base.now())
  const count = await building.joined()
  await here.second.end()
  const whole = await wholeStore(memberships)
  assert.deepEqual(rowsOf(path), whole.rows)
  assert.equal(count, whole.count)
  assert.ok(!existsSync(`${path}.part`))
})

test('a thread that fails or is given up says so and leaves no file', async () => {
  const here = threadOf()
  const failing = await beginEntities(here, join(BASE_FOLDER, 'lists.json', 'entities.sqlite'), now, 0)
  await assert.rejects(() => failing.joined(), /ENOTDIR|EEXIST/)
  const path = join(base.folder, 'dropped.sqlite')
  const dropped = await beginEntities(here, path, now, 0)
  await dropped.drop()
  assert.ok(!existsSync(path) && !existsSync(`${path}.part`))
  const further = collect([...base.sources.all, { ...base.sources.sourceOf('un-sc'), id: 'no-such-source' }])
  const unknown = await beginEntities({ ...here, sources: further }, path, now, 0)
  await assert.rejects(() => unknown.joined(), { code: 'source.unknown' })
  await here.second.end()
})

test('a second thread parses as this one does', async () => {
  const { second } = threadOf()
  const source = base.sources.sourceOf('un-sc')
  const database = new DatabaseSync(join(base.folder, 'data/ledger.sqlite'), { readOnly: true })
  const sql = "SELECT r.key, c.body FROM content c JOIN record r ON r.id = c.record JOIN source s ON s.id = r.source WHERE s.name = 'un-sc'"
  const raws = database.prepare(sql).all() as { readonly key: string; readonly body: string }[]
  database.close()
  const stored = await second.parse('un-sc', raws)
  assert.ok(raws.length > 3)
  assert.deepEqual(
    stored.map(s => s.body),
    raws.map(raw => packReading(source.parse(raw)).body),
  )
  await assert.rejects(() => second.parse('no-such-source', raws), { code: 'source.unknown' })
  await second.end()
})

test('a list of the user’s own that has just been made is in a store that a thread writes', async () => {
  const config = readConfig({ data: join(base.folder, 'own') })
  const file = join(base.folder, 'many.jsonl')
  const line = (i: number) => JSON.stringify({ id: `n${i}`, schema: 'Person', properties: { name: [`Invented Person ${i}`] } })
  writeFileSync(file, Array.from({ length: 3000 }, (_, i) => line(i)).join('\n'))
  const quiet = () => undefined
  await asWriter(config, quiet, data => importPaths(data, { paths: [file], source: 'own-many' }, quiet))
  const counted = (store: EntityStore) => store.all<{ n: number }>("SELECT count(*) AS n FROM entity WHERE name LIKE 'own-many:%'")[0]?.n
  const count = withStore(currentGeneration(config.data)?.storePath ?? '', counted)
  assert.equal(count, 3000)
})

function withStore<T>(path: string, ask: (store: EntityStore) => T): T {
  const store = openEntityStore(path)
  try {
    return ask(store)
  } finally {
    store.close()
  }
}
