/**
 * How fast versions come in, and what memory that takes: `node bin/node.js bench/import.ts [SECTION…]`.
 *
 * Sections: `un-one`, `un-all`, `sdn-one`, `sdn-all` over the real lists beside the checkout; `synthetic` over invented ones
 * (`--versions N`, default 60, of 20,000 records of which 0.5 % change each time). Each section runs in a process of its own,
 * so that its peak memory is its own; times leave out the start of the process. On a machine that does other work too, the CPU
 * time a version is the figure to compare.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/intake/index.ts'
import { importFiles } from '../src/jobs/index.ts'
import { type ArrivalHead, type Ledger, openLedger } from '../src/ledger/index.ts'
import type { RawRecord, Reading } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

const LISTS = join(import.meta.dirname, '..', '..', 'shared', 'lists')
const SECTIONS = ['un-one', 'un-all', 'sdn-one', 'sdn-all', 'synthetic'] as const
type Section = (typeof SECTIONS)[number]
type Timed = { readonly timesMs: readonly number[]; readonly ledgerBytes: number }
type Figures = {
  readonly what: string
  readonly timesMs: readonly number[]
  readonly cpuMs: number
  readonly ledgerBytes: number
  readonly peakBytes: number
}

const now = () => Math.floor(Date.now() / 1000)

/** Imports each path by itself into one data folder, and takes the time of each. */
async function timeImports(paths: readonly string[]): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const sources = await loadSources()
  const ledger = await openLedger(folder, { now, parsers: id => sources.all.find(s => s.id === id) })
  let files = 0
  const archive = openArchive(join(folder, 'archive'), () => String(files++))
  const timesMs: number[] = []
  for (const path of paths) {
    const begin = performance.now()
    const { versions } = await importFiles({ paths: [path], ledger, archive, sources, now })
    timesMs.push(performance.now() - begin)
    for (const v of versions) if (v.outcome !== 'accepted') throw new Error(`${v.version}: ${v.outcome}: ${v.message}`)
  }
  return { timesMs, ...(await sizeAndClose(ledger, folder)) }
}

async function sizeAndClose(ledger: Ledger, folder: string): Promise<{ readonly ledgerBytes: number }> {
  await ledger.close()
  const ledgerBytes = statSync(join(folder, 'ledger.sqlite')).size
  rmSync(folder, { recursive: true, force: true })
  return { ledgerBytes }
}

const RECORDS = 20_000
const CHANGED = 0.005

/** Takes in versions of a list of which a share changes each time, without reading files: what the ledger itself needs. */
async function timeSynthetic(versions: number): Promise<Timed> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const parse = (raw: RawRecord): Reading => syntheticReading(raw)
  const ledger = await openLedger(folder, { now, parsers: () => ({ parser: 'synthetic@1', parse, kind: 'official', absence: 'removal' }) })
  const wordings = new Uint32Array(RECORDS)
  let state = 1
  const timesMs: number[] = []
  for (let v = 0; v < versions; v++) {
    for (let i = 0; i < RECORDS * CHANGED; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      wordings[state % RECORDS] = v
    }
    const head: ArrivalHead = {
      source: 'synthetic',
      published: 1_400_000_000 + v * 86_400,
      basis: 'given',
      recorded: now(),
      rendition: 'xml',
      files: [],
      parser: 'synthetic@1',
      absence: 'removal',
    }
    const begin = performance.now()
    const staging = await ledger.stage(head)
    for (let i = 0; i < RECORDS; i++)
      staging.add({ key: String(i), body: `Person number ${i}, wording ${wordings[i]}, ${'with some words about him '.repeat(8)}` })
    for (const { content, raw } of staging.unread()) staging.keep(content, parse(raw))
    staging.outlook()
    staging.commit([], null)
    timesMs.push(performance.now() - begin)
  }
  return { timesMs, ...(await sizeAndClose(ledger, folder)) }
}

function syntheticReading(raw: RawRecord): Reading {
  const id = `synthetic:${raw.key}`
  const [name = '', wording = ''] = raw.body.split(', ')
  const statement = (property: string, value: string) => ({ property, value, text: value, field: property })
  return {
    parties: [{ id, schema: 'Person', statements: [statement('name', name), statement('notes', wording)] }],
    designations: [{ party: id, list: 'l', programme: 'p', status: 'listed', instruments: [], confidence: 'read', field: 'l' }],
    instruments: [],
    links: [],
    unread: [],
    problems: [],
  }
}

const real = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: LISTS })
    .sort()
    .map(name => join(LISTS, name))

async function measure(section: Section, versions: number): Promise<Figures> {
  const un = section.startsWith('un') ? real('un-sc/consolidated/*.xml*') : []
  const sdn = section.startsWith('sdn') ? real('us-ofac/sdn/*.csv*') : []
  const work: Record<Section, () => Promise<Timed>> = {
    'un-one': () => timeImports(un.slice(-1)),
    'un-all': () => timeImports(un),
    'sdn-one': () => timeImports(sdn.slice(-1)),
    'sdn-all': () => timeImports(sdn),
    synthetic: () => timeSynthetic(versions),
  }
  await loadSources()
  const before = process.cpuUsage()
  const figures = await work[section]()
  const { user, system } = process.cpuUsage(before)
  return { what: section, ...figures, cpuMs: (user + system) / 1000, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

function show({ what, timesMs, cpuMs, ledgerBytes, peakBytes }: Figures): void {
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  const ms = (n: number) => `${Math.round(n)} ms`
  const sum = timesMs.reduce((a, b) => a + b, 0)
  const [min, max] = [Math.min(...timesMs), Math.max(...timesMs)]
  console.log(
    `| ${what} | ${timesMs.length} | ${ms(sum)} | ${ms(min)} | ${ms(sum / timesMs.length)} | ${ms(max)} | ${ms(cpuMs / timesMs.length)} | ${mb(ledgerBytes)} | ${mb(peakBytes)} |`,
  )
}

const args = process.argv.slice(2)
const asked = args.indexOf('--versions')
const versions = asked < 0 ? 60 : Number(args[asked + 1])
const inChild = args[0] === '--measure'
if (inChild) {
  console.log(JSON.stringify(await measure(args[1] as Section, versions)))
} else {
  const chosen = SECTIONS.filter(s => args.length === 0 || args.includes(s) || (asked >= 0 && args.length === 2))
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}\n`)
  console.log(
    '| section | versions | in all | min | mean | max | CPU a version | ledger | peak memory |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  for (const section of chosen) {
    if (section !== 'synthetic' && !existsSync(LISTS)) {
      console.log(`| ${section} | left out: the real lists are not beside the checkout |`)
      continue
    }
    const run = spawnSync(process.execPath, [import.meta.filename, '--measure', section, '--versions', String(versions)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (run.status !== 0) process.exit(run.status ?? 1)
    show(JSON.parse(run.stdout) as Figures)
  }
}
