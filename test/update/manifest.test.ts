import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isManifest, type Resolved, resolveManifests, type SourceUpdate } from '../../src/jobs/index.ts'
import { WhoListsError } from '../../src/model/index.ts'
import { type Dataset, datasetId, datasetSource } from '../../src/sources/index.ts'
import { openKit, type UpdateKit } from './kit.ts'
import { answer, type PlayingServer, startServer } from './playing-server.ts'

const [OLD, NEXT, NEW] = ['20261120060203-ghi', '20261121060203-abc', '20261122060203-bcd']
const TOKEN = { secret: (name: string) => (name === 'SAMPLE_TOKEN' ? 'open-sesame' : undefined) }
const person = (id: string, name: string, referents: readonly string[] = []) => ({
  id,
  caption: name,
  schema: 'Person',
  properties: { name: [name], topics: ['sanction'] },
  referents,
  datasets: ['xx_one'],
})
const lines = (...values: readonly object[]) => values.map(value => JSON.stringify(value)).join('\n')
const BASE = lines(...Array.from({ length: 20 }, (_, i) => person(`x-${i + 1}`, `Specimen Number ${i + 1}`)))
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')

let server: PlayingServer
before(async () => {
  server = await startServer()
})
after(() => server.close())

async function withKit(task: (kit: UpdateKit) => Promise<void>): Promise<void> {
  const kit = await openKit(server)
  try {
    await task(kit)
  } finally {
    await kit.close()
  }
}

/** The catalogue's word on its one dataset, inside a collection. */
const catalogue = (version: string, entities: string, more: object = {}) => ({
  datasets: [
    { name: 'all', title: 'All', type: 'collection', children: ['xx_one'], resources: [] },
    {
      name: 'xx_one',
      title: 'Sample list',
      version,
      result: 'success',
      publisher: { name: 'Sample Ministry' },
      resources: [
        { name: 'targets.simple.csv', url: `${server.url}/simple.csv` },
        { name: 'entities.ftm.json', url: `${server.url}/entities.ftm.json`, checksum: sha1(entities) },
      ],
      delta_url: `${server.url}/delta.json`,
      ...more,
    },
  ],
})
const play = (path: string, body: unknown) => server.play(path, answer(200, typeof body === 'string' ? body : JSON.stringify(body)))
const playDeltas = (deltas: Readonly<Record<string, string>>) => {
  play('/delta.json', { versions: Object.fromEntries(Object.keys(deltas).map(version => [version, `${server.url}/${version}`])) })
  for (const [version, text] of Object.entries(deltas)) play(`/${version}`, text)
}

function written(kit: UpdateKit, text: string): string {
  const path = join(kit.folder, 'manifest.yml')
  writeFileSync(path, text)
  return path
}
const MANIFEST = () => `catalogs:
  - url: ${server.url}/catalog.json
    scope: all
    resource_name: entities.ftm.json
    auth_token: "\${SAMPLE_TOKEN}"
    colour: red
datasets:
  - name: house_list
    title: Of the house
    path: house.json
    namespace: true
    version: "20261119"
  - {name: both, children: [xx_one, house_list]}
`
const resolved = (kit: UpdateKit, text = MANIFEST(), known: readonly Dataset[] = []): Promise<Resolved> =>
  resolveManifests({ folder: kit.folder, fetcher: kit.fetcher(), ...TOKEN }, [written(kit, text)], known)

async function updated(kit: UpdateKit): Promise<SourceUpdate> {
  const { datasets } = await resolved(kit)
  const one = datasets.find(({ name }) => name === 'xx_one') ?? assert.fail('no dataset')
  return kit.one(datasetSource(one), { datasets: new Map([[datasetId(one.name), one]]), ...TOKEN })
}
const asked = () => server.asked.splice(0).map(({ url }) => url)

test('a manifest leads to datasets: of a catalogue by scope and resource, and those it names itself', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, BASE))
    const { datasets, reports } = await resolved(kit)
    assert.equal(server.asked[0]?.headers.authorization, 'Token open-sesame')
    const [house, one] = datasets
    assert.deepEqual([house?.name, house?.path, house?.namespace], ['house_list', join(kit.folder, 'house.json'), true])
    assert.deepEqual(
      [one?.name, one?.entities, one?.version, one?.token, one?.collections],
      ['xx_one', `${server.url}/entities.ftm.json`, OLD, 'SAMPLE_TOKEN', ['all']],
    )
    assert.deepEqual(reports[0]?.notes, ['manifest.unknown-key catalogs[0]/colour: "red"'])
    assert.ok(one && house)
    const [aggregate, own] = [datasetSource(one), datasetSource(house)]
    assert.deepEqual(
      [aggregate.id, aggregate.kind, aggregate.scopes, aggregate.publisher],
      ['os-xx-one', 'aggregate', ['xx_one', 'all'], 'Sample Ministry'],
    )
    assert.deepEqual([own.id, own.kind, own.scopes], ['os-house-list', 'own', ['house_list', 'both']])
    assert.doesNotMatch(JSON.stringify(datasets), /sesame/)
    assert.equal(isManifest(join(kit.folder, 'manifest.yml')), true)
  }))

test('a dataset is taken in at the version its index names, and asked for again only where that moves', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, BASE))
    play('/entities.ftm.json', BASE)
    assert.equal((await updated(kit)).versions[0]?.version, 'os-xx-one/2026-11-20T06:02:03')
    assert.deepEqual(asked(), ['/catalog.json', '/entities.ftm.json'])
    assert.equal((await updated(kit)).outcome, 'unchanged')
    assert.deepEqual(asked(), ['/catalog.json'])
  }))

test('a chain of deltas is applied to the file that is held, oldest first; a removal is one, a join is told', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, BASE))
    play('/entities.ftm.json', BASE)
    await updated(kit)
    playDeltas({
      [NEW]: lines(
        { op: 'MOD', entity: person('x-21', 'Specimen Amended', ['x-3']) },
        { op: 'DEL', entity: { id: 'x-22' } },
        { op: 'DEL', entity: { id: 'x-3' } },
      ),
      [NEXT]: lines(
        { op: 'ADD', entity: person('x-21', 'Specimen Added') },
        { op: 'ADD', entity: person('x-22', 'Specimen Passing') },
        { op: 'DEL', entity: { id: 'x-2' } },
      ),
      [OLD]: lines({ op: 'DEL', entity: { id: 'never asked for' } }),
    })
    play('/catalog.json', catalogue(NEW, 'the whole file is not asked for'))
    asked()
    const update = await updated(kit)
    assert.deepEqual(asked(), ['/catalog.json', '/delta.json', `/${NEXT}`, `/${NEW}`])
    assert.deepEqual([update.outcome, update.versions[0]?.version], ['updated', 'os-xx-one/2026-11-22T06:02:03'])
    const { changes } = await kit.ledger.diff('os-xx-one', '2026-11-20', '2026-11-22')
    assert.deepEqual(changes.map(({ kind, key }) => `${kind} ${key}`).sort(), ['added x-21', 'removed x-2', 'removed x-3'])
    const problems = await kit.ledger.problems('os-xx-one/2026-11-22T06:02:03')
    assert.deepEqual(problems.map(({ code, seen }) => `${code} ${seen}`).sort(), ['delta.joined x-3', 'delta.removed x-2'])
  }))

test('where the deltas do not reach back, or do not fit, the whole file is asked for', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, BASE))
    play('/entities.ftm.json', BASE)
    await updated(kit)
    const later = `${BASE}\n${lines(person('x-21', 'Specimen Added'))}`
    play('/entities.ftm.json', later)
    playDeltas({ [NEXT]: lines({ op: 'DEL', entity: { id: 'x-1' } }) })
    play('/catalog.json', catalogue(NEXT, later))
    asked()
    assert.equal((await updated(kit)).versions[0]?.records, 21)
    assert.deepEqual(asked(), ['/catalog.json', '/delta.json', '/entities.ftm.json'])
    playDeltas({ [NEXT]: '', [NEW]: lines({ op: 'MOD', entity: person('nobody', 'Nobody') }) })
    play('/catalog.json', catalogue(NEW, later))
    assert.equal((await updated(kit)).versions[0]?.version, 'os-xx-one/2026-11-22T06:02:03')
    assert.deepEqual(asked(), ['/catalog.json', '/delta.json', `/${NEW}`, '/entities.ftm.json'])
  }))

test('a file whose checksum is another than its index states, or a token that is not set, changes nothing', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, 'other bytes'))
    play('/entities.ftm.json', BASE)
    const wrong = await updated(kit)
    assert.equal(wrong.outcome, 'failed')
    assert.match(wrong.detail, /its checksum is [0-9a-f]{40}, its index states/)
    assert.equal(await kit.inForce('os-xx-one'), null)
    const { datasets, reports } = await resolveManifests(
      { folder: kit.folder, fetcher: kit.fetcher(), secret: () => undefined },
      [written(kit, MANIFEST())],
      [{ name: 'xx_one', title: 'As known', namespace: false, collections: [], entities: `${server.url}/entities.ftm.json` }],
    )
    assert.match(reports.at(-1)?.detail ?? '', /the variable SAMPLE_TOKEN, which holds the token for it, is not set/)
    assert.deepEqual(
      datasets.map(({ title }) => title),
      ['Of the house', 'As known'],
      'what was known stays',
    )
  }))

test('a run that failed and has no data leaves the dataset as it was, and is told', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, BASE, { result: 'failure', resources: [] }))
    const { datasets, reports } = await resolved(kit)
    assert.deepEqual(
      datasets.map(({ name }) => name),
      ['house_list'],
    )
    assert.deepEqual(reports[0]?.notes.slice(1), ['dataset.no-resource xx_one: failure'])
  }))

const mistakes: readonly (readonly [string, string, RegExp])[] = [
  ['a token itself', 'catalogs: [{url: "https://example.org/c.json", auth_token: "abcdef"}]', /the name of a variable/],
  ['a dataset named twice', 'datasets: [{name: a, path: x}, {name: a, path: y}]', /each dataset once/],
  ['a dataset without data', 'datasets: [{name: a}]', /entities_url or path/],
  ['a name that is none', 'datasets: [{name: "A B", path: x}]', /small letters/],
  ['an address that is none', 'catalogs: [{url: here}]', /the address of a catalogue/],
  ['no manifest', 'hello', /an object with catalogs and datasets/],
  ['no YAML', 'catalogs: [', /YAML or JSON/],
]
for (const [what, text, says] of mistakes)
  test(`a manifest with ${what} is refused in words`, () =>
    withKit(async kit => {
      await assert.rejects(
        resolved(kit, text),
        error => error instanceof WhoListsError && error.code === 'input.invalid' && says.test(error.message),
      )
    }))

test('a scope that the catalogue lacks is named with those that it has', () =>
  withKit(async kit => {
    play('/catalog.json', catalogue(OLD, BASE))
    await assert.rejects(resolved(kit, MANIFEST().replace('scope: all', 'scopes: [all, zz_none]')), /all, xx_one/)
  }))

test('a token goes to the host it is meant for, and to none that this one redirects to', () =>
  withKit(async kit => {
    const other = await startServer()
    try {
      other.play('/entities', answer(200, BASE))
      play('/catalog.json', catalogue(OLD, BASE))
      server.play('/entities.ftm.json', answer(302, '', { location: `${other.url}/entities` }))
      assert.equal((await updated(kit)).outcome, 'updated')
      assert.deepEqual(
        [...server.asked, ...other.asked].map(({ headers }) => headers.authorization),
        ['Token open-sesame', 'Token open-sesame', undefined],
      )
    } finally {
      await other.close()
    }
  }))
