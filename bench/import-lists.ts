/**
 * How long all versions of the real lists beside the checkout take, source by source: `node bin/node.js bench/import-lists.ts`.
 * One import of the whole folder into a fresh data folder; the table tells what became of the files of each source, and beside the
 * records how many entries their manifest counts in the main files: where the two differ, the source's declaration says why.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/intake/index.ts'
import { type Imported, importFiles } from '../src/jobs/index.ts'
import { openLedger } from '../src/ledger/index.ts'
import type { Problem, RawRecord, Reading, Source, SourceFile } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

const LISTS = join(import.meta.dirname, '..', '..', 'shared', 'lists')
if (!existsSync(LISTS)) throw new Error('the real lists are not beside the checkout')

type Entry = { readonly sha256: string; readonly records: number }
const entries = JSON.parse(readFileSync(join(LISTS, 'MANIFEST.json'), 'utf8')) as readonly Entry[]
const counts = new Map(entries.map(({ sha256, records }) => [sha256, records] as const))

/** What is seen of a source while it reads: entries of its main files as the manifest counts them, and fields that facts came from. */
type Watch = { counted: number; readonly fields: Set<string> }
const watches = new Map<string, Watch>()

function watched(source: Source): Source {
  const watch: Watch = { counted: 0, fields: new Set() }
  watches.set(source.id, watch)
  const read = (files: readonly SourceFile[]) => {
    for (const { part, sha256 } of files) if (part === source.parts.required[0]) watch.counted += counts.get(sha256) ?? 0
    return source.read(files)
  }
  const parse = (record: RawRecord): Reading => {
    const reading = source.parse(record)
    for (const { statements } of reading.parties) for (const { field } of statements) watch.fields.add(field.replaceAll(/\d+/g, ''))
    return reading
  }
  return { ...source, read, parse }
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

const folder = mkdtempSync(join(tmpdir(), 'bench-lists-'))
try {
  const now = () => Math.floor(Date.now() / 1000)
  const loaded = await loadSources()
  const all = loaded.all.map(watched)
  const sources = { ...loaded, all, sourceOf: (id: string) => all.find(s => s.id === id) ?? loaded.sourceOf(id) }
  const ledger = await openLedger(folder, { now, parsers: id => sources.all.find(s => s.id === id) })
  let files = 0
  const archive = openArchive(join(folder, 'archive'), () => String(files++))
  const seen = new Map<string, { readonly imported: Imported[]; ms: number }>()
  let last = performance.now()
  const begin = last
  const outcome = (imported: Imported) => {
    const known = seen.get(imported.source ?? 'of no source') ?? { imported: [], ms: 0 }
    known.imported.push(imported)
    known.ms += performance.now() - last
    last = performance.now()
    seen.set(imported.source ?? 'of no source', known)
  }
  // The samples are of invented parties and of no day.
  const names =
    process.argv.length > 2
      ? process.argv.slice(2)
      : readdirSync(LISTS, { withFileTypes: true }).flatMap(e => (e.isDirectory() && e.name !== 'samples' ? [e.name] : []))
  const folders = names.map(name => join(LISTS, name))
  await importFiles({ paths: folders, ledger, archive, sources, now, outcome })
  const allMs = performance.now() - begin
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
  const columns = ['source', 'versions', 'accepted', 'held', 'refused', 'records', 'by the manifest', 'fields', 'unread']
  const heads = [...columns, 'stops', 'flags', 'seconds']
  console.log(row(heads))
  console.log(row(heads.map(() => '---')))
  for (const [source, { imported, ms }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const of = (kind: Imported['outcome']) => imported.filter(one => one.outcome === kind).length
    const records = imported.reduce((n, one) => n + one.records, 0)
    const { counted, fields } = watches.get(source) ?? { counted: 0, fields: new Set() }
    const versions = (await ledger.versions(source)).map(({ name }) => name)
    const problems = (await Promise.all(versions.map(name => ledger.problems(name)))).flat()
    const count = (wanted: (p: Problem) => boolean) => problems.filter(wanted).length
    const found = [count(p => p.code === 'field.unread'), count(p => p.severity === 'stop'), count(p => p.severity === 'flag')]
    const outcomes = [imported.length, of('accepted'), of('held'), of('refused'), records, counted, fields.size]
    console.log(row([source, ...outcomes, ...found, (ms / 1000).toFixed(1)]))
  }
  await ledger.close()
  const { user, system } = process.cpuUsage()
  console.log(
    `\nIn all ${(allMs / 1000).toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of processor, peak memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
