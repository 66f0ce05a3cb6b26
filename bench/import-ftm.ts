/**
 * How fast entities of FollowTheMoney lines come in, and that memory stays flat: `node bin/node.js bench/import-ftm.ts [COUNT…]`
 * (default 50000 200000). Each count is generated with a fixed seed into a temporary file, imported as a version of
 * `opensanctions` in a process of its own, then once more with one entity in a thousand changed; peak memory is that process's.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/intake/index.ts'
import { importFiles } from '../src/jobs/index.ts'
import { openLedger } from '../src/ledger/index.ts'
import { loadSources } from '../src/sources/index.ts'

const SEED = 20_261_125
const SYLLABLES = 'ka mo ri sen ta bel or vin sha du ne li gor am ze pol tu rak ev mi'.split(' ')
const STATES = ['ru', 'ir', 'sy', 'de', 'fr', 'us', 'cn', 'kp', 'by', 'ae']

/** The same numbers from the same seed, 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function entity(i: number, edition: number): object {
  const random = randomFrom(SEED + i)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const word = () => {
    const text = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('')
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const name = `${word()} ${word()} ${word()}`
  const day = `${1930 + Math.floor(random() * 75)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`
  const changed = edition > 0 && i % 1000 === 0 ? [`Changed ${edition}`] : []
  const common = { name: [name], alias: [`${word()} ${word()}`, ...changed], country: [pick(STATES)], topics: ['sanction'] }
  const kind = i % 20
  const stamps = {
    referents: [`ofac-${1_000_000 + i}`],
    datasets: ['bench'],
    target: true,
    first_seen: '2026-01-01T00:00:00',
    last_seen: `2026-11-0${edition + 1}T00:00:00`,
    last_change: '2026-10-01T00:00:00',
  }
  const id = `bench-${i}`
  if (kind < 12)
    return {
      id,
      caption: name,
      schema: 'Person',
      properties: {
        ...common,
        birthDate: [day],
        nationality: [pick(STATES)],
        passportNumber: [`P${7_000_000 + i}`],
        address: [`${i} ${word()} Street, ${word()}`],
      },
      ...stamps,
    }
  if (kind < 17)
    return {
      id,
      caption: name,
      schema: 'Company',
      properties: {
        ...common,
        registrationNumber: [String(10_000_000 + i)],
        incorporationDate: [day],
        address: [`${i} ${word()} Road, ${word()}`],
      },
      ...stamps,
    }
  return {
    id,
    caption: name,
    schema: 'Ownership',
    properties: { owner: [`bench-${i - kind}`], asset: [`bench-${i - kind + 13}`], percentage: [String(10 + kind)] },
    ...stamps,
  }
}

async function generate(path: string, count: number, edition: number): Promise<void> {
  const out = createWriteStream(path)
  for (let from = 0; from < count; from += 1000) {
    let lines = ''
    for (let i = from; i < Math.min(from + 1000, count); i++) lines += `${JSON.stringify(entity(i, edition))}\n`
    if (!out.write(lines)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

type Figures = {
  readonly firstMs: number
  readonly secondMs: number
  /** Of the processor, threads of the runtime included. */
  readonly firstCpuMs: number
  readonly secondCpuMs: number
  readonly ledgerBytes: number
  readonly peakBytes: number
}

async function measure(count: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ftm-'))
  try {
    const now = () => 1_800_000_000
    const sources = await loadSources()
    const ledger = await openLedger(folder, { now, parsers: id => sources.all.find(s => s.id === id) })
    const archive = openArchive(join(folder, 'archive'), () => String(count))
    const timesMs: number[] = []
    const cpusMs: number[] = []
    for (const edition of [0, 1]) {
      const path = join(folder, `2026-11-0${edition + 1}.entities.ftm.json`)
      await generate(path, count, edition)
      const before = process.cpuUsage()
      const begin = performance.now()
      const { versions } = await importFiles({ paths: [path], source: 'opensanctions', ledger, archive, sources, now })
      timesMs.push(performance.now() - begin)
      const { user, system } = process.cpuUsage(before)
      cpusMs.push((user + system) / 1000)
      rmSync(path)
      for (const v of versions)
        if (v.outcome !== 'accepted' || v.records !== count) throw new Error(`${v.version}: ${v.outcome}: ${v.message}`)
    }
    await ledger.close()
    const [firstMs = 0, secondMs = 0] = timesMs
    const [firstCpuMs = 0, secondCpuMs = 0] = cpusMs
    return {
      firstMs,
      secondMs,
      firstCpuMs,
      secondCpuMs,
      ledgerBytes: statSync(join(folder, 'ledger.sqlite')).size,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const args = process.argv.slice(2)
if (args[0] === '--measure') console.log(JSON.stringify(await measure(Number(args[1]))))
else {
  const counts = args.length > 0 ? args.map(Number) : [50_000, 200_000]
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
  console.log(
    '| entities | first import | CPU | a CPU second | again, 1 in 1,000 changed | CPU | ledger | peak memory |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  for (const count of counts) {
    const run = spawnSync(process.execPath, [import.meta.filename, '--measure', String(count)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (run.status !== 0) process.exit(run.status ?? 1)
    const { firstMs, secondMs, firstCpuMs, secondCpuMs, ledgerBytes, peakBytes } = JSON.parse(run.stdout) as Figures
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
    const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
    console.log(
      `| ${count} | ${seconds(firstMs)} | ${seconds(firstCpuMs)} | ${Math.round(count / (firstCpuMs / 1000))} | ${seconds(secondMs)} | ${seconds(secondCpuMs)} | ${mb(ledgerBytes)} | ${mb(peakBytes)} |`,
    )
  }
}
