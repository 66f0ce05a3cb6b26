// How fast the index is built, loaded, attached and searched, at 100 thousand and 1 million names.
//
//   node24 bench/search.ts [100000 1000000] [--queries 3000]
//
// Names are put together from the words of real lists beside the checkout, with a fixed seed. A third of the queries are
// listed names, a third damaged or in another script, a third ordinary people who are on no list. A query is timed from its text
// to the five explained results.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildIndex, type IndexRecord, loadIndex, openIndex, openSearcher, saveIndex } from '../src/candidates/index.ts'
import { OPEN } from '../src/model/index.ts'
import { MATCHER_VERSION, prepareQuery, screen } from '../src/screen/index.ts'
import { damagedName, madeName, type Random, readWords, seeded, sharedText, type Whose, type Words } from './search-names.ts'

const EARLIER = 1_600_000_000
const NOW = 1_750_000_000
const ROUNDS = 3
const SOURCES = ['un-sc', 'us-ofac-sdn', 'eu-fsf', 'gb-fcdo']
const COUNTRIES = ['ru', 'ir', 'sy', 'kp', 'af', 'iq', 'ly', 'cn', 'by', 've', 'so', 'ye']

type Query = { readonly kind: 'exact' | 'damaged' | 'absent'; readonly schema: string; readonly text: string; readonly of: string | null }

const SCHEMA: Readonly<Record<Whose, string>> = { person: 'Person', organisation: 'Organization' }

async function measure(size: number, words: Words): Promise<void> {
  console.log(`\n${size.toLocaleString('en')} names`)
  const random = seeded(20261125)
  const { records, queries } = made(size, words, random)
  const before = process.memoryUsage().rss
  const start = performance.now()
  const cpu = process.cpuUsage()
  const buffer = await buildIndex(indexed(records), { generation: 'bench', matcher: MATCHER_VERSION })
  const built = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const index = openIndex(buffer)
  line('index', `${(buffer.byteLength / 1e6).toFixed(1)} MB, ${index.names} different names, ${index.tokens} words, ${index.rows} rows`)
  line(
    'built',
    `${seconds(built)} (${seconds((user + system) / 1000)} of processor); memory grew by ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  try {
    const path = join(folder, 'index')
    line('saved', seconds(await time(() => saveIndex(buffer, path))))
    line('loaded and checked', seconds(await time(() => loadIndex(path))))
  } finally {
    rmSync(folder, { recursive: true })
  }
  line('attached by a worker', await attached(buffer))
  searches(buffer, queries)
  line('two workers', await throughput(buffer, queries))
}

function made(size: number, words: Words, random: Random) {
  const records: {
    whose: Whose
    id: string
    source: string
    names: string[]
    since: number
    until: number
    country: string
    date: string
    number: string | null
  }[] = []
  for (let names = 0; names < size; ) {
    const count = Math.min(size - names, 1 + Math.floor(random.next() ** 2 * 5))
    const source = random.pick(SOURCES)
    const whose: Whose = random.below(3) ? 'person' : 'organisation'
    const parts = {
      whose,
      id: `${source}:${records.length}`,
      source,
      country: random.pick(COUNTRIES),
      date: `${1930 + random.below(75)}-0${1 + random.below(9)}-1${random.below(10)}`,
      number: random.below(3) ? null : String(10_000_000 + random.below(90_000_000)),
    }
    const own = Array.from({ length: count }, () => madeName(whose, words, random))
    names += count
    // A record in three changed once: its names stand over two intervals, the same ones mostly.
    const changed = random.below(3) === 0
    records.push({ ...parts, names: own, since: changed ? NOW - 1e7 : EARLIER - random.below(1e8), until: OPEN })
    if (changed)
      records.push({ ...parts, names: own.slice(0, Math.max(1, own.length - random.below(2))), since: EARLIER - 1e7, until: NOW - 1e7 })
  }
  const people = ['us', 'global']
    .flatMap(k =>
      sharedText(`matching/screening/negatives_${k}.dev.csv`)
        .split('\n')
        .slice(1, 6000)
        .map(l => l.split(',')[2] ?? ''),
    )
    .filter(n => n !== '')
  const queries = Array.from({ length: asks }, (_, i): Query => {
    if (i % 3 === 2) return { kind: 'absent', schema: 'Person', text: random.pick(people), of: null }
    const record = random.pick(records)
    const name = random.pick(record.names)
    const asked = { schema: SCHEMA[record.whose], of: record.id }
    return i % 3 === 0 ? { ...asked, kind: 'exact', text: name } : { ...asked, kind: 'damaged', text: damagedName(name, words, random) }
  })
  return { records, queries }
}

function* indexed(records: ReturnType<typeof made>['records']): Iterable<IndexRecord> {
  for (const r of records) {
    yield {
      record: r.id,
      source: r.source,
      content: 1,
      since: r.since,
      until: r.until,
      schema: SCHEMA[r.whose],
      kind: r.whose,
      names: r.names.map((text, i) => ({ text, standing: i === 0 ? 'name' : 'alias' })),
      identifiers: r.number ? [`passportNumber:${r.number}`] : [],
      dates: [r.date],
      countries: [r.country],
      genders: ['male'],
      addresses: [],
      lists: [],
      topics: ['sanction'],
    }
  }
}

function searches(buffer: SharedArrayBuffer, queries: readonly Query[]): void {
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
}

/** Gives a function from a name to its five explained results. */
export function answerer(buffer: SharedArrayBuffer) {
  const index = openIndex(buffer)
  const searcher = openSearcher(index)
  return ({ schema, text }: { readonly schema: string; readonly text: string }, instant: number) =>
    screen(index, searcher, prepareQuery({ schema, properties: { name: [text] } }), {
      filter: { instants: new Map(SOURCES.map(s => [s, instant])), limit: 5 },
      cutoff: 0.5,
    }).results
}

const WORKER = `
import { parentPort, workerData } from 'node:worker_threads'
const { openIndex, openSearcher } = await import(workerData.candidates)
const { prepareQuery, screen } = await import(workerData.screen)
parentPort.postMessage('up')
parentPort.on('message', ({ buffer, queries, sources, now }) => {
  const start = performance.now()
  const index = openIndex(buffer)
  const searcher = openSearcher(index)
  const attached = performance.now() - start
  for (const { schema, text } of queries) screen(index, searcher, prepareQuery({ schema, properties: { name: [text] } }), { filter: { instants: new Map(sources.map(s => [s, now])), limit: 5 }, cutoff: 0.5 })
  parentPort.postMessage({ attached, took: performance.now() - start - attached })
})
`

type Answer = { readonly attached: number; readonly took: number }

function worker() {
  const rooms = {
    candidates: new URL('../src/candidates/index.ts', import.meta.url).href,
    screen: new URL('../src/screen/index.ts', import.meta.url).href,
  }
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`), { workerData: rooms })
  const next = <T>() => new Promise<T>((resolve, reject) => thread.once('message', resolve).once('error', reject))
  return { thread, next }
}

async function attached(buffer: SharedArrayBuffer): Promise<string> {
  const { thread, next } = worker()
  await next()
  thread.postMessage({ buffer, queries: [], sources: SOURCES, now: NOW }, [])
  const { attached } = await next<Answer>()
  await thread.terminate()
  return seconds(attached)
}

async function throughput(buffer: SharedArrayBuffer, queries: readonly Query[]): Promise<string> {
  const threads = [worker(), worker()]
  await Promise.all(threads.map(t => t.next()))
  const run = (part: readonly Query[]) =>
    Promise.all(
      threads.map((t, i) => {
        t.thread.postMessage({ buffer, queries: part.filter((_, n) => n % 2 === i), sources: SOURCES, now: NOW }, [])
        return t.next<Answer>()
      }),
    )
  await run(queries.slice(0, 600)) // so that both have compiled what they run
  const cpu = process.cpuUsage()
  const start = performance.now()
  await run(queries)
  const took = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  for (const t of threads) await t.thread.terminate()
  const rate = (ms: number) => Math.round(queries.length / (ms / 1000)).toLocaleString('en')
  return `${rate(took)} queries a second, ${rate((user + system) / 1000)} a second of processor`
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
const at = process.argv.indexOf('--queries')
const asks = at > 0 ? Number(process.argv[at + 1]) : 3000
const sizes = process.argv
  .slice(2)
  .filter((a, i, all) => /^\d+$/.test(a) && all[i - 1] !== '--queries')
  .map(Number)
for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await measure(size, words)
