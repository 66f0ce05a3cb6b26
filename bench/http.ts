// The server under load, on the work the peers were measured with: the UN list and both of OFAC's, names only, limit 5. Batches are
// measured with bulk names loaded beside them, as a list of the user's own.
//
//   node bin/node.js bench/http.ts [--seconds N] [--overload N] [--bulk N] [--server URL --pid PID]
//
// Needs the lists and queries of ../shared beside the checkout; without them it says so and ends. `--server` measures one that
// runs already. Prints latency, queries a second, queries a CPU second of the server, memory.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { writeBulk } from './bulk-names.ts'
import { type LoadQuery, loadClient, percentile, processFigures } from './http-client.ts'

const ROOT = join(import.meta.dirname, '..')
const PEERS = join(ROOT, '..', 'shared', 'peers')
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    overload: { type: 'string', default: '10' },
    bulk: { type: 'string', default: '50000' },
    server: { type: 'string' },
    pid: { type: 'string' },
  },
})
const SECONDS = Number(options.seconds)
const OVERLOAD_SECONDS = Number(options.overload)

type Running = { readonly base: string; readonly pid: number; loadBulk(): Promise<void>; stop(): Promise<void> }

async function main(): Promise<void> {
  if (!existsSync(PEERS)) {
    console.log('bench/http: ../shared/peers is not there, nothing was measured')
    return
  }
  const queries = readQueries()
  const running = options.server ? { base: options.server, pid: Number(options.pid), ...NOTHING_TO_DO } : await start()
  try {
    console.log(`at rest: ${processFigures(running.pid).rssMb} MB`)
    await warm(running, queries)
    await oneClient(running, queries)
    await running.loadBulk()
    await warm(running, queries)
    const sustainable = await batches(running, queries)
    await overload(running, queries, sustainable)
  } finally {
    await running.stop()
  }
}

const NOTHING_TO_DO = { loadBulk: async () => undefined, stop: async () => undefined }

const peer = (script: string, ...args: readonly string[]) =>
  execFileSync(process.execPath, [join(PEERS, script), ...args], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

function readQueries(): readonly LoadQuery[] {
  return peer('queries.mjs')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as LoadQuery)
}

async function start(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-bench-'))
  const lists = join(folder, 'lists')
  mkdirSync(lists)
  peer('queries.mjs', '--data', lists)
  const env = { ...process.env, WHOLISTS_DATA: join(folder, 'data'), WHOLISTS_OFFLINE: '1', WHOLISTS_LOG: 'warn' }
  const wholists = join(ROOT, 'bin', 'wholists.js')
  const bring = (what: string, ...args: readonly string[]) => {
    const since = performance.now()
    execFileSync(process.execPath, [wholists, 'import', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    console.log(`import ${what}: ${((performance.now() - since) / 1000).toFixed(1)} s, index and entities included`)
  }
  bring('UN', join(lists, 'un_consolidated.xml'))
  bring(
    'OFAC',
    ...['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map(name => join(lists, name)),
    '--source',
    'us-ofac-sdn',
    '--published',
    '2024-05-03',
  )
  const consolidated = join(PEERS, '..', 'lists', 'us-ofac', 'consolidated-nonsdn', '2025-12-18.xml')
  if (existsSync(consolidated)) bring('OFAC consolidated', consolidated)
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'wholists.js'), 'serve', '--port', '0'], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let said = ''
  const base = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      const address = /answers at (http:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.on('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    base,
    pid: startedBy(child.pid as number),
    async loadBulk() {
      const volume = join(PEERS, '..', 'volume')
      if (!existsSync(volume) || options.bulk === '0') return console.log('no bulk names')
      const path = join(folder, 'bulk.ftm.json')
      await writeBulk(volume, path, Number(options.bulk))
      bring(`${options.bulk} bulk names`, path, '--source', 'own-bulk', '--published', '2025-11-26')
      // A server looks for a newer generation every two seconds.
      await sleep(5000)
    },
    async stop() {
      child.removeAllListeners('exit')
      child.kill('SIGTERM')
      await new Promise(resolve => child.once('exit', resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// The command starts the server in a process of its own.
const startedBy = (pid: number) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])

async function warm({ base }: Running, queries: readonly LoadQuery[]): Promise<void> {
  const client = loadClient(base, 2)
  for (let at = 0; at < queries.length; at += 20) await client.match(queries.slice(at, at + 20))
  client.close()
}

async function oneClient({ base, pid }: Running, queries: readonly LoadQuery[]): Promise<void> {
  const client = loadClient(base, 1)
  const before = processFigures(pid)
  const times: number[] = []
  const until = performance.now() + SECONDS * 1000
  for (let i = 0; performance.now() < until; i++) {
    const { ms, status } = await client.match([queries[i % queries.length] as LoadQuery])
    if (status !== 200) throw new Error(`status ${status}`)
    times.push(ms)
  }
  client.close()
  report('one client, batch 1', times, times.length, { pid, before, seconds: SECONDS })
}

async function batches({ base, pid }: Running, queries: readonly LoadQuery[]): Promise<number> {
  const client = loadClient(base, 2)
  const beside = loadClient(base, 1)
  const before = processFigures(pid)
  const until = performance.now() + SECONDS * 1000
  const times: number[] = []
  const single: number[] = []
  const stream = async (offset: number) => {
    for (let i = offset; performance.now() < until; i += 50) {
      const { ms, status } = await client.match(batchAt(queries, i))
      if (status !== 200) throw new Error(`status ${status}`)
      times.push(ms)
    }
  }
  const probe = async () => {
    for (let i = 0; performance.now() < until; i++) {
      single.push((await beside.match([queries[i % queries.length] as LoadQuery])).ms)
      await sleep(20)
    }
  }
  await Promise.all([stream(0), stream(500), probe()])
  client.close()
  beside.close()
  report('two clients, batches of 50', times, times.length * 50 + single.length, { pid, before, seconds: SECONDS })
  console.log(`  a batch of 1 beside them: p50 ${percentile(single, 0.5).toFixed(2)} ms, p99 ${percentile(single, 0.99).toFixed(2)} ms`)
  return (times.length * 50) / SECONDS
}

const batchAt = (queries: readonly LoadQuery[], at: number) =>
  Array.from({ length: 50 }, (_, i) => queries[(at + i) % queries.length] as LoadQuery)

// Batches of 50 at three times the rate that was sustained, whether or not earlier ones were answered.
async function overload({ base, pid }: Running, queries: readonly LoadQuery[], sustainable: number): Promise<void> {
  const client = loadClient(base, 256)
  const gap = (50 / (3 * sustainable)) * 1000
  const counts = { accepted: 0, refused: 0, lost: 0 }
  const running: Promise<void>[] = []
  const since = performance.now()
  for (let i = 0; performance.now() - since < OVERLOAD_SECONDS * 1000; i++) {
    running.push(
      client.match(batchAt(queries, i * 50)).then(
        ({ status }) => void (status === 200 ? counts.accepted++ : status === 503 ? counts.refused++ : counts.lost++),
        () => void counts.lost++,
      ),
    )
    const due = since + i * gap
    const early = due - performance.now()
    if (early > 0) await sleep(early)
  }
  await Promise.all(running)
  const drained = performance.now()
  const { ms, status } = await client.match([queries[0] as LoadQuery])
  client.close()
  console.log(
    `three times that load for ${OVERLOAD_SECONDS} s: ${counts.accepted} accepted, ${counts.refused} refused (503), ${counts.lost} lost; ${processFigures(pid).rssMb} MB`,
  )
  console.log(
    `  all answered ${((drained - since) / 1000 - OVERLOAD_SECONDS).toFixed(1)} s after the load ended; the next query: ${status} in ${ms.toFixed(1)} ms`,
  )
}

function report(
  what: string,
  times: readonly number[],
  count: number,
  { pid, before, seconds }: { pid: number; before: ReturnType<typeof processFigures>; seconds: number },
): void {
  const now = processFigures(pid)
  const cpu = now.cpuSeconds - before.cpuSeconds
  console.log(
    `${what}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms, ${Math.round(count / seconds)} queries/s, ${Math.round(count / cpu)} queries a CPU second, ${now.rssMb} MB (peak ${now.peakMb})`,
  )
}

await main()
