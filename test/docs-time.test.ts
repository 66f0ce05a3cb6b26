import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startOfDay } from '../src/model/index.ts'
import { type LawDesk, lawDesk, listed, resolveAsOf } from '../src/questions/index.ts'
import { collect, loadSources } from '../src/sources/index.ts'
import { exampleSource, exampleVersion } from './support/example-source.ts'
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

const VERSIONS = tables().find(t => t.heads[0] === 'version')
const QUESTIONS = tables().filter(t => t.heads.includes('status'))

let page: TemporaryLedger
let desk: LawDesk

before(async () => {
  assert.ok(VERSIONS)
  const all = await loadSources()
  page = await temporaryLedger({ day: '2026-01-01', sources: collect([exampleSource(), all.sourceOf('facts')]) })
  await page.take(BASE_FOLDER)
  for (const row of VERSIONS.rows) {
    page.setDay(row['taken in'] ?? '')
    const entries = VERSIONS.heads.slice(1, -1).flatMap(head => {
      const [, name = '', listedOn] = /^(.*?)(?:, listed on (\S+))?$/.exec(head) ?? []
      return row[head] === 'yes' ? [{ number: name.replace(' ', '-'), name, ...(listedOn ? { listedOn } : {}) }] : []
    })
    // A version needs an entry: one that is not asked about.
    const path = join(page.folder, `${row['version']}.json`)
    writeFileSync(path, exampleVersion(row['version'] ?? '', [...entries, { number: 'X', name: 'Somebody Else' }]))
    const { versions } = await page.take(path)
    assert.deepEqual(
      versions.map(v => v.outcome),
      ['accepted'],
    )
  }
  page.setDay('2026-11-25')
  desk = lawDesk(page.ledger, page.sources.all, page.now)
})
after(() => page.close())

async function answer(row: Readonly<Record<string, string>>): Promise<readonly (string | null)[]> {
  const asked = { ...(row['published'] ? { published: row['published'] } : {}), ...(row['recorded'] ? { recorded: row['recorded'] } : {}) }
  const view = await desk.at(resolveAsOf(asked, startOfDay('2026-11-25')))
  const example = row['authority'] === undefined
  const { status, boundary } = await listed(view, {
    party: example ? `example-list:${(row['party'] ?? '').replace(' ', '-')}` : (row['party'] ?? ''),
    authority: row['authority'] ?? 'un',
    list: row['list'] ?? 'un-1267',
    on: row['on'] ?? '',
  })
  return [status, boundary.from, boundary.to]
}

test('the page has a table of versions and tables of questions', () => {
  assert.ok(VERSIONS && VERSIONS.rows.length > 3)
  assert.ok(QUESTIONS.length >= 6 && QUESTIONS.flatMap(t => t.rows).length > 30)
})

for (const table of QUESTIONS) {
  test(`docs/time.md, line ${table.line}: every row is the product's own answer`, async () => {
    for (const row of table.rows) {
      const expected = [row['status'] ?? '', row['from'] || null, row['to'] || null]
      assert.deepEqual(await answer(row), expected, JSON.stringify(row))
    }
  })
}
