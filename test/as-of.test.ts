// What the lists said on a day: an installation that holds everything answers as one that holds only the versions up to that day.
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { openPastStores } from '../src/jobs/index.ts'
import { captionOf, type Day, OPEN, valuesOf } from '../src/model/index.ts'
import { searchEntities } from '../src/questions/index.ts'
import { type Installation, installation } from './support/installation.ts'

const FIXTURES = join(import.meta.dirname, '../src/sources/un-sc/fixtures')
const LISTS = join(import.meta.dirname, '../../shared/lists')
const REAL = existsSync(LISTS) ? false : 'the real lists are not beside this checkout'

/**
 * How rare a word is counts over all names of the index, later ones too, and moves a score a little: findings are compared from
 * a score that is out of its reach on, and without their scores.
 */
const [CLEAR, RARITY] = [0.86, 0.04]

/** The search of a past day: by a word of each name, with facets, and by a field. */
async function searched(of: Installation, source: string, names: readonly string[], asOf: { readonly published: Day }) {
  const stores = openPastStores(of.engine)
  const store = await stores.at(asOf)
  const ask = (q: string, target: boolean | null = null) =>
    searchEntities(
      store,
      {
        scope: [{ source, lists: null }],
        q,
        simple: true,
        fuzzy: false,
        schema: 'Thing',
        excludedSchemata: [],
        changedSince: null,
        filters: [],
        target,
        facets: ['countries', 'topics', 'schema'],
        sort: [{ field: 'id', descending: false }],
        limit: 20,
        offset: 0,
      },
      dataset => dataset,
    )
  const words = new Set(names.flatMap(name => name.split(/[^\p{L}]+/u).filter(word => word.length > 4)))
  const found = Object.fromEntries([...words].map(word => [`search ${word}`, ask(word)]))
  const all = { 'search of all': ask(''), 'search of targets': ask('', true) }
  await stores.close()
  return { ...found, ...all }
}

/** What had changed by a day, without the instants at which versions came in here. */
async function changed(of: Installation, published: Day) {
  const asked = { since: null, until: null, sources: [], kinds: [], limit: 20_000, offset: 0, asOf: { published } }
  const { changes, events = [], total, totalEvents } = await of.answers.changes(asked)
  const without = <T extends { readonly recorded: string }>({ recorded: _, ...rest }: T) => rest
  return { changes: changes.map(without), events: events.map(without), total, totalEvents }
}

/** Everything that the installation answers about its parties as published by a day; nothing of it names the installation. */
async function told(of: Installation, source: string, published: Day, sample: number) {
  const asOf = { published }
  const { keys, names } = await partiesOf(of, source, sample)
  const answers: Record<string, unknown> = { changes: await changed(of, published), ...(await searched(of, source, names, asOf)) }
  for (const name of names) {
    const { results } = await of.screen(
      { schema: 'LegalEntity', properties: { name: [name] } },
      { asOf, limit: 20, threshold: CLEAR, cutoff: CLEAR },
    )
    answers[`screen ${name}`] = results
      .filter(r => r.score > CLEAR + RARITY)
      .map(({ score: _, rank: __, explanations: ___, ...rest }) => rest)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  for (const id of keys) {
    const found = await of.answers.entity(id, { nested: false, asOf })
    // What no version up to the day ever held is not there at all in an installation of that day.
    if (!found) continue
    answers[`entity ${id}`] = found
    answers[`listed ${id}`] = await of.answers.listed({
      party: id,
      authority: source === 'un-sc' ? 'un' : 'ca',
      list: null,
      on: published,
      ...asOf,
    })
    const { cells, parties, changeDays } = await of.answers.matrix({ parties: [id], authorities: [], on: published, asOf })
    answers[`matrix ${id}`] = { cells, parties: parties.map(p => p.id), changeDays }
  }
  return answers
}

async function partiesOf({ engine }: Installation, source: string, sample: number) {
  const keys: string[] = []
  const names: string[] = []
  let last = -1
  let n = 0
  for await (const row of engine.ledger.presences(source)) {
    if (row.record === last) continue
    last = row.record
    n += 1
    if (n % sample !== 0) continue
    const party = (await engine.ledger.reading(row.content))?.parties[0]
    keys.push(`${source}:${row.key}`)
    if (party) names.push(captionOf(party), ...valuesOf(party, 'alias').slice(0, 1))
  }
  return { keys, names }
}

async function replay(source: string, versions: readonly string[], days: readonly Day[], sample: number): Promise<number> {
  const dayOfFile = (path: string) => /\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0] ?? ''
  const whole = await installation(versions, source)
  let compared = 0
  try {
    for (const day of days) {
      const fresh = await installation(
        versions.filter(path => dayOfFile(path) <= day),
        source,
      )
      try {
        assert.equal((await fresh.engine.ledger.versions(source)).filter(v => v.accepted < OPEN).length > 0, true)
        const due = await told(fresh, source, day, sample)
        const given = await told(whole, source, day, sample)
        for (const [question, answer] of Object.entries(due)) assert.deepEqual(given[question], answer, `${question} as of ${day}`)
        compared += Object.keys(due).length
      } finally {
        await fresh.close()
      }
    }
  } finally {
    await whole.close()
  }
  return compared
}

test('small fixtures of three years answer for each year as that year alone', async () => {
  const files = ['2015', '2023', '2026'].flatMap(year => {
    const folder = join(FIXTURES, `consolidated-${year}`)
    return readdirSync(folder).map(name => join(folder, name))
  })
  assert.equal(files.length, 3)
  const whole = await installation(files, 'un-sc')
  const days = (await whole.engine.ledger.versions('un-sc')).map(v => v.name.slice('un-sc/'.length))
  try {
    for (const [i, day] of days.entries()) {
      const fresh = await installation(files.slice(0, i + 1), 'un-sc')
      try {
        const due = await told(fresh, 'un-sc', day, 1)
        const given = await told(whole, 'un-sc', day, 1)
        for (const [question, answer] of Object.entries(due)) assert.deepEqual(given[question], answer, `${question} as of ${day}`)
        assert.ok(Object.keys(due).length > 10)
      } finally {
        await fresh.close()
      }
    }
  } finally {
    await whole.close()
  }
})

test('all eight versions of Canada answer on each day as an installation of that day', { skip: REAL }, async () => {
  const folder = join(LISTS, 'ca-justice/listed-terrorist-entities-sor-2002-284')
  const files = readdirSync(folder)
    .sort()
    .map(name => join(folder, name))
  assert.ok((await replay('ca-terrorists', files, ['2021-03-01', '2024-07-01', '2024-12-10', '2025-08-01'], 3)) > 200)
})

test('ten years of UN versions answer on sample days as an installation of that day', { skip: REAL }, async () => {
  const folder = join(LISTS, 'un-sc/consolidated')
  const files = readdirSync(folder)
    .sort()
    .map(name => join(folder, name))
  assert.ok((await replay('un-sc', files, ['2015-03-17', '2021-01-01'], 25)) > 100)
})

test('a party since removed is found for a day on which it was listed, and is no match for today', { skip: REAL }, async () => {
  const folder = join(LISTS, 'un-sc/consolidated')
  const [before, after] = ['2021-03-12.xml.gz', '2022-09-15.xml.gz'].map(name => join(folder, name))
  const of = await installation([before ?? '', after ?? ''], 'un-sc')
  try {
    const gone = (await of.engine.ledger.diff('un-sc', 'un-sc/2021-03-12', 'un-sc/2022-09-15')).changes.filter(
      c => c.kind === 'removed' && c.was?.designations.some(d => d.from && d.from.latest < '2018-01-01'),
    )
    assert.ok(gone.length > 0)
    for (const { record, was } of gone) {
      const name = was?.parties[0] ? captionOf(was.parties[0]) : ''
      const ask = (asOf: object) => of.screen({ schema: 'LegalEntity', properties: { name: [name] } }, { asOf, limit: 10 })
      const found = (await ask({ valid: '2018-01-01' })).results.find(r => r.id === record)
      assert.ok(found?.match, `${record} as in force on 2018-01-01`)
      assert.ok(found.listings.some(l => l.holds && l.status === 'listed'))
      for (const asOf of [{}, { valid: '2023-01-01' }]) assert.ok(!(await ask(asOf)).results.some(r => r.id === record && r.match), record)
    }
  } finally {
    await of.close()
  }
})
