import { Worker } from 'node:worker_threads'
import { NOW, type Query, SOURCES } from './search-made.ts'

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

/** How long a worker takes to attach the index. */
export async function attached(buffer: SharedArrayBuffer): Promise<string> {
  const { thread, next } = worker()
  await next()
  thread.postMessage({ buffer, queries: [], sources: SOURCES, now: NOW }, [])
  const { attached } = await next<Answer>()
  await thread.terminate()
  return `${(attached / 1000).toFixed(3)} s`
}

/** How many queries a second two workers answer over the one index. */
export async function throughput(buffer: SharedArrayBuffer, queries: readonly Query[]): Promise<string> {
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
