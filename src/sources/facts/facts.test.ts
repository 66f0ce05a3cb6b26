import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FileHead, Problem, RawRecord, Reading, SourceFile } from '../../model/index.ts'
import { captionOf, isDay, schemaOf, startOfDay } from '../../model/index.ts'
import facts from './index.ts'

const BASE = join(import.meta.dirname, '../../../data/facts')

const fileOf = (part: string, content: string): SourceFile => ({
  name: `${part}.json`,
  sha256: '',
  sizeBytes: content.length,
  part,
  rendition: 'json',
  async *open() {
    yield new TextEncoder().encode(content)
  },
})
const baseFiles = () => facts.parts.required.map(part => fileOf(part, readFileSync(join(BASE, `${part}.json`), 'utf8')))
const headOf = (name: string, text: string): FileHead => ({
  name,
  path: `facts/${name}`,
  sizeBytes: text.length,
  bytes: new TextEncoder().encode(text.slice(0, 65_536)),
  text: text.slice(0, 65_536),
  tail: text.slice(-65_536),
})

async function readAll(files: readonly SourceFile[]) {
  const raws: RawRecord[] = []
  const problems: Problem[] = []
  for await (const item of facts.read(files)) {
    if ('body' in item) raws.push(item)
    else problems.push(item)
  }
  return { raws, problems }
}

async function readings(): Promise<ReadonlyMap<string, Reading>> {
  const { raws } = await readAll(baseFiles())
  return new Map(raws.map(raw => [raw.key, facts.parse(raw)]))
}

const rowsOf = (part: string) => JSON.parse(readFileSync(join(BASE, `${part}.json`), 'utf8')) as readonly Record<string, unknown>[]

test('recognises each part of the base by its content, and nothing else of the same name', () => {
  for (const name of readdirSync(BASE).filter(n => n.endsWith('.json'))) {
    const head = headOf(name, readFileSync(join(BASE, name), 'utf8'))
    assert.equal(facts.recognise(head)?.part, name.replace('.json', ''), name)
  }
  assert.equal(facts.recognise(headOf('parties.json', '{"parties": []}')), undefined)
  assert.equal(facts.recognise(headOf('lists.json', '[{"id": 1, "title": "groceries"}]')), undefined)
  assert.equal(facts.recognise(headOf('base.json', '{"base": "something else"}')), undefined)
  assert.equal(facts.recognise(headOf('base.json', '{"base": ')), undefined)
})

test('base.json states the day of the publication', () => {
  const text = readFileSync(join(BASE, 'base.json'), 'utf8')
  assert.equal(facts.recognise(headOf('base.json', text))?.published, startOfDay('2026-11-24'))
})

test('every row of the base becomes part of exactly one raw record under a steady key, in order', async () => {
  const { raws, problems } = await readAll(baseFiles())
  assert.deepEqual(problems, [])
  const keys = raws.map(r => r.key)
  assert.deepEqual(keys, [...keys].sort())
  assert.equal(new Set(keys).size, keys.length)
  const rows = ['parties', 'instruments', 'lists', 'authorities', 'citations', 'relations'].map(p => rowsOf(p).length)
  assert.equal(
    keys.length,
    rows.reduce((a, b) => a + b, 0),
  )
  for (const key of ['taliban', 'instrument:unscr-1267', 'list:ru-fsb-terror', 'authority:ru-supreme-court', 'relation:rel-001']) {
    assert.ok(keys.includes(key), key)
  }
})

test('the order of files, of rows and of keys within rows makes no difference to the records', async () => {
  const turn = (value: unknown): unknown =>
    Array.isArray(value) || typeof value !== 'object' || value === null ? value : Object.fromEntries(Object.entries(value).reverse())
  const turned = facts.parts.required.map(part => fileOf(part, JSON.stringify([...rowsOf(part)].reverse().map(turn), null, 1))).reverse()
  assert.deepEqual((await readAll(turned)).raws, (await readAll(baseFiles())).raws)
})

test('every row parses without a problem, with nothing left unread', async () => {
  for (const [key, reading] of await readings()) {
    assert.deepEqual(reading.problems, [], key)
    assert.deepEqual(reading.unread, [], key)
  }
})

test('every designation of the base is read with its dates, instruments and days seen', async () => {
  const all = [...(await readings()).values()].flatMap(r => r.designations)
  const rows = rowsOf('designations')
  assert.equal(all.length, rows.length)
  const place = (party: unknown, list: unknown, status: unknown, from: unknown) => JSON.stringify([party, list, status, from ?? null])
  const read = new Map(all.map(d => [place(d.party.slice('facts:'.length), d.list, d.status, d.from?.text), d]))
  for (const row of rows) {
    const d = read.get(place(row['partyId'], row['list'], row['status'], row['from']))
    assert.ok(d, JSON.stringify(row))
    assert.equal(d.to?.text ?? null, row['to'] ?? null)
    assert.equal(d.instruments[0] ?? null, row['instrument'])
    assert.equal(d.confidence, row['confidence'])
    assert.equal(d.disputed ?? false, row['disputed'] ?? false)
    assert.equal(d.authority, row['authority'])
    assert.deepEqual(
      d.seenOn ?? [],
      ((row['seenOn'] ?? []) as { date: string }[]).map(s => s.date),
    )
    assert.ok(d.asOf === undefined || isDay(d.asOf))
  }
})

test('a person is read with birth dates as precise as stated, offices, and the bodies led', async () => {
  const reading = (await readings()).get('sirajuddin-haqqani')
  const party = reading?.parties[0]
  assert.ok(party && reading)
  assert.equal(party.schema, 'Person')
  assert.ok(party.statements.some(s => s.property === 'birthDate' && s.value === '1977/1978' && s.text === '1977/1978'))
  assert.ok(party.statements.some(s => s.property === 'position' && s.value.startsWith('Minister of the Interior')))
  const ends = reading.links.map(l => [l.schema, l.from, l.to])
  assert.deepEqual(ends, [
    ['Membership', 'facts:sirajuddin-haqqani', 'facts:taliban'],
    ['Membership', 'facts:sirajuddin-haqqani', 'facts:haqqani-network'],
  ])
})

test('a movement is read with its names by language, English first, and the numbers others give it', async () => {
  const reading = (await readings()).get('taliban')
  const party = reading?.parties[0]
  assert.ok(party && reading)
  assert.equal(captionOf(party), 'Taliban')
  assert.equal(party.statements.find(s => s.value === '塔利班')?.lang, 'zh')
  assert.deepEqual(reading.references, [
    { party: 'facts:taliban', scheme: 'ofac', value: '6636', field: 'parties.json#taliban/externalIds.ofac' },
  ])
})

test('every party has a schema that exists and a name', async () => {
  for (const [key, reading] of await readings()) {
    for (const party of reading.parties) {
      assert.ok(schemaOf(party.schema), key)
      assert.notEqual(captionOf(party), party.id)
    }
  }
})

test('an instrument is read with what it does to others', async () => {
  const [instrument] = (await readings()).get('instrument:ru-supreme-court-2025')?.instruments ?? []
  assert.deepEqual(instrument?.acts, [
    { verb: 'implements', target: 'ru-law-513fz-2024' },
    { verb: 'amends', target: 'ru-supreme-court-2003' },
  ])
  const [exemption] = (await readings()).get('instrument:unscr-2615')?.instruments ?? []
  assert.ok(exemption?.acts.some(a => a.verb === 'exempts' && a.target === 'unscr-1988'))
})

test('a relation names parties by their record ids and States by jurisdiction', async () => {
  const relations = [...(await readings()).values()].flatMap(r => r.relations ?? [])
  const first = relations.find(r => r.id === 'rel-001')
  assert.equal(first?.actor, 'facts:taliban')
  assert.equal(first.target, 'af')
  assert.ok(relations.some(r => r.participants.includes('pk')))
})

test('a part that is missing or no JSON list keeps the version from coming into force', async () => {
  const missing = await readAll(baseFiles().filter(f => f.part !== 'relations'))
  assert.deepEqual(
    missing.problems.map(p => [p.code, p.severity, p.field]),
    [['file.missing', 'stop', 'relations.json']],
  )
  const cut = await readAll(baseFiles().map(f => (f.part === 'lists' ? fileOf('lists', '[{"id": "un-1267"') : f)))
  assert.deepEqual(
    cut.problems.map(p => [p.code, p.severity]),
    [
      ['file.unreadable', 'stop'],
      ['file.missing', 'stop'],
    ],
  )
})

test('a designation of no party and a row without id are flagged, the rest is read', async () => {
  const files = baseFiles().map(f => {
    if (f.part === 'designations')
      return fileOf(f.part, JSON.stringify([...rowsOf('designations'), { ...rowsOf('designations')[0], partyId: 'nobody' }]))
    if (f.part === 'lists') return fileOf(f.part, JSON.stringify([...rowsOf('lists'), { name: 'no id' }]))
    return f
  })
  const { raws, problems } = await readAll(files)
  assert.deepEqual(problems.map(p => `${p.severity} ${p.code}`).sort(), ['flag designation.no-party', 'flag row.no-id'])
  assert.equal(raws.length, (await readAll(baseFiles())).raws.length)
})

const validate = (folder: string) =>
  execFileSync(process.execPath, [join(folder, 'validate.mjs'), '--quiet'], { encoding: 'utf8', stdio: 'pipe' })

test('the base passes its validator', () => {
  assert.equal(validate(BASE).trim(), 'ok')
})

test('the validator finds a broken reference, an overlap and a cycle', () => {
  const broken: readonly (readonly [string, (rows: Record<string, unknown>[]) => void, RegExp])[] = [
    [
      'designations',
      rows => {
        rows[0]!['list'] = 'no-such-list'
      },
      /unknown list/,
    ],
    [
      'designations',
      rows => {
        rows.push({ ...rows[0], from: '2020-01-01', fromPrecision: 'day' })
      },
      /two open listings/,
    ],
    [
      'instruments',
      rows => {
        rows.find(r => r['id'] === 'unscr-1267')!['implements'] = ['unscr-1267']
      },
      /implements itself/,
    ],
  ]
  for (const [part, breakIt, expected] of broken) {
    const folder = mkdtempSync(join(tmpdir(), 'facts-'))
    try {
      cpSync(BASE, folder, { recursive: true })
      const rows = rowsOf(part).map(r => ({ ...r }))
      breakIt(rows)
      writeFileSync(join(folder, `${part}.json`), JSON.stringify(rows))
      assert.throws(() => validate(folder), expected)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
})
