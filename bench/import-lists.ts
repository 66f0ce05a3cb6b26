/**
 * How long all versions of the real lists beside the checkout take, source by source: `node bin/node.js bench/import-lists.ts`.
 * One import of the whole folder into a fresh data folder; the table tells what became of the files of each source.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/intake/index.ts'
import { type Imported, importFiles } from '../src/jobs/index.ts'
import { openLedger } from '../src/ledger/index.ts'
import { loadSources } from '../src/sources/index.ts'

const LISTS = join(import.meta.dirname, '..', '..', 'shared', 'lists')
if (!existsSync(LISTS)) throw new Error('the real lists are not beside the checkout')

const folder = mkdtempSync(join(tmpdir(), 'bench-lists-'))
try {
  const now = () => Math.floor(Date.now() / 1000)
  const sources = await loadSources()
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
  console.log(
    '| source | versions | accepted | held | refused | records | stops | flags | unread fields | seconds |\n|---|---|---|---|---|---|---|---|---|---|',
  )
  for (const [source, { imported, ms }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const of = (kind: Imported['outcome']) => imported.filter(one => one.outcome === kind).length
    const records = imported.reduce((n, one) => n + one.records, 0)
    const versions = (await ledger.versions(source)).map(({ name }) => name)
    const problems = (await Promise.all(versions.map(name => ledger.problems(name)))).flat()
    const count = (wanted: (p: (typeof problems)[number]) => boolean) => problems.filter(wanted).length
    console.log(
      `| ${source} | ${imported.length} | ${of('accepted')} | ${of('held')} | ${of('refused')} | ${records} | ${count(p => p.severity === 'stop')} | ${count(p => p.severity === 'flag')} | ${count(p => p.code === 'field.unread')} | ${(ms / 1000).toFixed(1)} |`,
    )
  }
  await ledger.close()
  const { user, system } = process.cpuUsage()
  console.log(
    `\nIn all ${(allMs / 1000).toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} s of processor, peak memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
