// How fast the index is built, loaded, attached and searched, at 100 thousand and 1 million names, and how many pairs of names a
// second are scored beside nomenklatura's logic-v2.
//
//   node24 bench/search.ts [100000 1000000] [--queries 3000] [--slowest 12] [--python PYTHON]
//
// Names are put together from the words of real lists beside the checkout, with a fixed seed. A third of the queries are
// listed names, a third damaged or in another script, a third ordinary people who are on no list. A query is timed from its text
// to the five explained results. PYTHON (or NOMENKLATURA_PYTHON) is one that has nomenklatura.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIndex, loadIndex, openIndex, openSearcher, saveIndex } from '../src/candidates/index.ts'
import { MATCHER_VERSION, prepareQuery, screen } from '../src/screen/index.ts'
import { EARLIER, indexed, type Made, madeQueries, madeRecords, NOW, type Query, SOURCES } from './search-made.ts'
import { readWords, seeded, type Words } from './search-names.ts'
import { besideNomenklatura } from './search-nomenklatura.ts'
import { attached, throughput } from './search-workers.ts'

const ROUNDS = 3

type Asked = { readonly queries: number; readonly slowest: number }

async function measure(size: number, words: Words, asked: Asked): Promise<void> {
  console.log(`\n${size.toLocaleString('en')} names`)
  const random = seeded(20261125)
  const records = madeRecords(size, words, random)
  const queries = madeQueries(asked.queries, records, words, random)
  await built(records, 1)
  const buffer = await built(records, 2)
  const index = openIndex(buffer)
  line('index', `${(buffer.byteLength / 1e6).toFixed(1)} MB, ${index.names} different names, ${index.tokens} words, ${index.rows} rows`)
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  try {
    const path = join(folder, 'index')
    line('saved', seconds(await time(() => saveIndex(buffer, path))))
    line('loaded and checked', seconds(await time(() => loadIndex(path))))
  } finally {
    rmSync(folder, { recursive: true })
  }
  line('attached by a worker', await attached(buffer))
  searches(buffer, queries, asked.slowest)
  line('two workers', await throughput(buffer, queries))
}

// The product builds with two threads.
async function built(records: readonly Made[], threads: number): Promise<SharedArrayBuffer> {
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  const start = performance.now()
  const buffer = await buildIndex(indexed(records), { generation: 'bench', matcher: MATCHER_VERSION }, { threads })
  const took = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
  const what = threads === 1 ? 'built by one thread' : `built by ${threads} threads`
  line(what, `${seconds(took)} (${seconds((user + system) / 1000)} of processor); memory grew by ${grown} MB`)
  return buffer
}

function searches(buffer: SharedArrayBuffer, queries: readonly Query[], slowest: number): void {
  for (const query of queries.slice(0, 600)) answerer(buffer)(query, NOW)
  const best = { now: new Float64Array(queries.length).fill(Infinity), past: new Float64Array(queries.length).fill(Infinity) }
  const first: number[] = []
  const right: Record<Query['kind'], number> = { exact: 0, damaged: 0, absent: 0 }
  // Rounds with searchers that remember nothing of the round before; now and then take turns in going first, so that a slow
  // moment of the machine meets both.
  for (let round = 0; round < ROUNDS; round++) {
    const run = { now: answerer(buffer), past: answerer(buffer) }
    queries.forEach((query, i) => {
      for (const time of (i + round) % 2 ? (['now', 'past'] as const) : (['past', 'now'] as const)) {
        const start = performance.now()
        const results = run[time](query, time === 'now' ? NOW : EARLIER)
        const took = performance.now() - start
        best[time][i] = Math.min(best[time][i] as number, took)
        if (time === 'past' || round > 0) continue
        first.push(took)
        if (query.of === null ? results[0]?.match !== true : results.some(r => r.entity === query.of && r.match)) right[query.kind]++
      }
    })
  }
  const of = (kind: Query['kind']) => [...best.now].filter((_, i) => queries[i]?.kind === kind)
  line('first round', spread(first))
  line(`best of ${ROUNDS} rounds`, spread([...best.now]))
  for (const kind of ['exact', 'damaged', 'absent'] as const)
    line(`  ${kind}`, `${spread(of(kind))}; right ${((100 * right[kind]) / of(kind).length).toFixed(1)} %`)
  line('a past day', `${spread([...best.past])}; ${(sum([...best.past]) / sum([...best.now])).toFixed(2)} times the cost of now`)
  const order = queries.map((query, i) => ({ query, took: best.now[i] as number })).sort((a, b) => b.took - a.took)
  for (const { query, took } of order.slice(0, slowest)) line(`  ${took.toFixed(2)} ms`, `${query.kind} ${query.schema}: ${query.text}`)
}

// Gives a function from a name to its five explained results.
function answerer(buffer: SharedArrayBuffer) {
  const index = openIndex(buffer)
  const searcher = openSearcher(index)
  return ({ schema, text }: { readonly schema: string; readonly text: string }, instant: number) =>
    screen(index, searcher, prepareQuery({ schema, properties: { name: [text] } }), {
      filter: { instants: new Map(SOURCES.map(s => [s, instant])), limit: 5 },
      cutoff: 0.5,
    }).results
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function line(what: string, text: string) {
  console.log(`${what.padEnd(22)} ${text}`)
}

function seconds(ms: number) {
  return `${(ms / 1000).toFixed(3)} s`
}

function sum(values: readonly number[]) {
  return values.reduce((a, b) => a + b, 0)
}

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const part = (p: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0).toFixed(3)
  return `min ${part(0)}, mean ${(sum(values) / values.length).toFixed(3)}, p50 ${part(0.5)}, p99 ${part(0.99)} ms`
}

const words = readWords()
if (!words) {
  console.log('bench/search: the names beside the checkout (../shared/volume) are absent')
  process.exit(0)
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: 'string', default: '3000' },
    slowest: { type: 'string', default: '0' },
    python: { type: 'string' },
  },
})
const asked = { queries: Number(values.queries), slowest: Number(values.slowest) }
const sizes = positionals.length > 0 ? positionals.map(Number) : [100_000, 1_000_000]
for (const size of sizes) await measure(size, words, asked)
line('\npairs of names', besideNomenklatura(values.python ?? process.env.NOMENKLATURA_PYTHON))
