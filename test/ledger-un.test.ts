import assert from 'node:assert/strict'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openArchive } from '../src/intake/index.ts'
import { importFiles } from '../src/jobs/index.ts'
import { type Ledger, openLedger, type Presence } from '../src/ledger/index.ts'
import { endOfDay, OPEN } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

const LISTS = join(import.meta.dirname, '..', '..', 'shared', 'lists', 'un-sc', 'consolidated')
const options = existsSync(LISTS) ? {} : { skip: `the real lists are not beside the checkout (${LISTS})` }
const NOW = { published: OPEN - 1, recorded: OPEN - 1 }

/** A ledger that took the files in with one import each, in this order, and what became of them. */
async function ledgerOf(
  paths: readonly string[],
): Promise<{ readonly ledger: Ledger; readonly outcomes: readonly string[]; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-un-'))
  const sources = await loadSources()
  const now = () => 1_800_000_000
  const ledger = await openLedger(folder, { now, parsers: id => sources.all.find(s => s.id === id) })
  let files = 0
  const archive = openArchive(join(folder, 'archive'), () => String(files++))
  const outcomes: string[] = []
  for (const path of paths) {
    const { versions } = await importFiles({ paths: [path], ledger, archive, sources, now })
    outcomes.push(...versions.map(v => `${v.outcome} ${v.version ?? v.message}`))
  }
  const close = async () => {
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ledger, outcomes, close }
}

async function rows(presences: AsyncIterable<Presence>): Promise<readonly string[]> {
  const found: string[] = []
  for await (const p of presences) found.push(`${p.key} ${p.since} ${p.until}`)
  return found.sort()
}

const files = existsSync(LISTS)
  ? globSync('*.xml*', { cwd: LISTS })
      .sort()
      .map(name => join(LISTS, name))
  : []
/** The same files in another order, which follows from a number. */
const shuffled = (seed: number) =>
  files
    .map((file, i) => ({ file, rank: Math.imul(i + 1, seed) >>> 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(f => f.file)

/** Numbers that orders follow from: odd ones, so that no two files share a rank. */
const SEEDS = [2_654_435_761, 40_503, 1_597_334_677]

test(
  'every version of the UN list, in order and in several other orders, makes one ledger, and again nothing changes',
  options,
  async () => {
    const inOrder = await ledgerOf(files)
    assert.deepEqual(
      inOrder.outcomes.filter(o => !o.startsWith('accepted ')),
      [],
    )
    const expected = await rows(inOrder.ledger.presences())
    assert.equal(new Set(SEEDS.map(seed => shuffled(seed).join())).size, SEEDS.length, 'the orders differ')
    for (const seed of SEEDS) {
      const other = await ledgerOf([...shuffled(seed), ...files.slice(0, 3)])
      assert.deepEqual(
        other.outcomes.filter(o => o.startsWith('held ') || o.startsWith('refused ')),
        [],
      )
      assert.deepEqual(
        other.outcomes.slice(-3).map(o => o.split(' ')[0]),
        ['same', 'same', 'same'],
      )
      assert.deepEqual(await rows(other.ledger.presences()), expected, `in the order of ${seed}`)
      await other.close()
    }
    await checkDiffs(inOrder.ledger)
    await checkIran(inOrder.ledger)
    await inOrder.close()
  },
)

/** Differences known from the list's own history, and their sum. */
async function checkDiffs(ledger: Ledger): Promise<void> {
  const diff = async (from: string, to: string) => (await ledger.diff('un-sc', from, to)).changes
  assert.deepEqual(await diff('2020-11-23', '2020-11-30'), [])
  assert.deepEqual(await diff('2025-12-10', '2026-01-28'), [])
  const added = (await diff('2015-03-13', '2015-03-27')).filter(c => c.kind === 'added').map(c => c.key)
  assert.ok(added.includes('TAi.173') && added.includes('TAe.014'))
  const autumn = await diff('2025-08-02', '2025-11-29')
  const back = autumn.filter(c => c.kind === 'added' && c.relisted)
  assert.deepEqual([autumn.filter(c => c.kind === 'added').length, back.length], [123, 121])
  assert.ok(back.every(c => c.key.startsWith('IR')))
  assert.deepEqual(
    autumn.filter(c => c.kind === 'removed').map(c => c.key),
    ['QDi.317', 'QDi.336'],
  )
  const versions = await ledger.versions('un-sc')
  const state = new Set<string>()
  for await (const row of ledger.state('un-sc', versions[0]?.published ?? 0)) state.add(row.key)
  for (const [i, version] of versions.entries()) {
    const before = versions[i - 1]
    for (const change of before ? (await ledger.diff('un-sc', before.name, version.name)).changes : []) {
      if (change.kind === 'added') state.add(change.key)
      if (change.kind === 'removed') state.delete(change.key)
    }
  }
  const last = new Set<string>()
  for await (const row of ledger.state('un-sc', versions.at(-1)?.published ?? 0)) last.add(row.key)
  assert.deepEqual(state, last, 'the differences add up to the last version')
}

async function checkIran(ledger: Ledger): Promise<void> {
  const stretches = async (published: number) =>
    (await ledger.attestations(['un-sc:IRi.001'], { ...NOW, published })).map(a => [a.since, a.until, a.lastWithout, a.lastWith])
  assert.deepEqual(await stretches(OPEN - 1), [
    ['2015-02-26', '2024-09-21', null, '2023-03-27'],
    ['2025-11-29', null, '2025-08-02', '2026-01-28'],
  ])
  assert.deepEqual(await stretches(endOfDay('2023-12-31')), [['2015-02-26', null, null, '2023-03-27']], 'as it was known then')
}
