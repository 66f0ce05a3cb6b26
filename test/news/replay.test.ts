import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openData } from '../../src/app-data.ts'
import { openEngine } from '../../src/app-engine.ts'
import { openReader } from '../../src/app-news.ts'
import { ensureReady } from '../../src/app-ready.ts'
import { signalsOf } from '../../src/app-signals.ts'
import { readConfig } from '../../src/config.ts'
import { currentGeneration } from '../../src/jobs/index.ts'
import { type NewsReader, openClaimStore } from '../../src/news/index.ts'
import type { Engine } from '../../src/questions/index.ts'
import { documentOf } from './kit.ts'

const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'news')
const folder = mkdtempSync(join(tmpdir(), 'wholists-replay-'))
const config = { ...readConfig({ data: folder }, {}), offline: true }
let engine: Engine & { close(): void }
let reader: NewsReader
let closeData: () => Promise<void>

before(async () => {
  await ensureReady(config, () => undefined)
  const generation = currentGeneration(config.data)
  assert.ok(generation)
  const data = await openData(config, true)
  engine = await openEngine(data, generation)
  reader = await openReader(engine)
  closeData = () => data.close()
})
after(async () => {
  engine.close()
  await closeData()
  rmSync(folder, { recursive: true, force: true })
})

type Told = { readonly id: string; readonly published: string; readonly text: string }

/** Where Russia and the Taliban stand on each day, when every report is kept on its own day and none before. */
async function replayed(documents: readonly Told[], days: readonly string[]): Promise<readonly string[]> {
  const kept = mkdtempSync(join(tmpdir(), 'wholists-replay-claims-'))
  const store = openClaimStore(kept, { readOnly: false })
  const left = documents.toSorted((a, b) => (a.published < b.published ? -1 : 1))
  const states: string[] = []
  for (const on of days) {
    while (left[0] && left[0].published <= on) {
      const { id, published, text } = left.shift() as Told
      store.keep(reader.read(documentOf(text, published, id)), 0, true)
    }
    const { signals } = await signalsOf(engine, store, { party: 'taliban', authority: 'ru', on, limit: 100 })
    const [newest] = signals.filter(s => s.direction === 'delisting')
    states.push(newest ? `${newest.status} ${newest.rung} ${newest.closedBy?.day ?? ''}`.trim() : 'nothing')
  }
  store.close()
  rmSync(kept, { recursive: true })
  return states
}

test('reports of our own, replayed day by day: pending from the first sign, higher with each, closed by the suspension', async () => {
  const told = [
    ['a', '2024-04-10', 'Russia is considering removing the Taliban from its list of terrorist organisations, officials said.'],
    ['b', '2024-05-20', 'Russian envoys held talks with the Taliban in Kazan.'],
    ['c', '2024-10-05', 'Moscow intends to take the Taliban off its list of terrorist organisations.'],
    ['d', '2025-04-18', 'The Supreme Court of Russia suspended the ban on the Taliban on Thursday.'],
  ] as const
  const documents = told.map(([id, published, text]) => ({ id, published, text }))
  assert.deepEqual(
    await replayed(documents, ['2024-04-09', '2024-04-10', '2024-05-20', '2024-10-05', '2025-04-16', '2025-04-17', '2025-04-18']),
    [
      'nothing',
      'open considered',
      'open considered',
      'open announced',
      'open announced',
      'closed announced 2025-04-17',
      'closed announced 2025-04-17',
    ],
  )
})

test('the development documents, replayed day by day: Russia and the Taliban are pending before April 2025 and closed after', {
  skip: existsSync(CORPUS) ? false : 'the development documents (../shared/news) are not here',
}, async () => {
  const documents = readdirSync(CORPUS)
    .filter(n => n.endsWith('.json'))
    .map(n => JSON.parse(readFileSync(join(CORPUS, n), 'utf8')) as Told)
  const states = await replayed(documents, ['2024-04-17', '2024-04-18', '2024-12-31', '2025-04-16', '2025-04-18', '2025-07-04'])
  assert.equal(states[0], 'nothing')
  assert.deepEqual(
    states.slice(1, 4).map(s => s.split(' ')[0]),
    ['open', 'open', 'open'],
  )
  for (const state of states.slice(4)) assert.match(state, /^closed .* 2025-04-17$/)
})
