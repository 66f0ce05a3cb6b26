// News: the shared scorer over the development documents, documents a second, and what the linker holds in memory.
//   node24 bench/news.ts [CORPUS] [--data FOLDER] [--errors]
// CORPUS: a folder of documents with gold.jsonl and score.mjs; default: ../shared/news. FOLDER: a data folder with lists; default: a
// fresh one with the curated base.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openData } from '../src/app-data.ts'
import { openEngine } from '../src/app-engine.ts'
import { namesOf, openReader } from '../src/app-news.ts'
import { ensureReady } from '../src/app-ready.ts'
import { readConfig } from '../src/config.ts'
import { memoryFile } from '../src/intake/index.ts'
import { currentGeneration } from '../src/jobs/index.ts'
import { buildDictionary, HIGH, MIDDLE, type NewsDocument, openDocument } from '../src/news/index.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' }, errors: { type: 'boolean' } } })
const corpus = resolve(positionals[0] ?? join(import.meta.dirname, '..', '..', 'shared', 'news'))
if (!existsSync(join(corpus, 'gold.jsonl'))) {
  console.log(`There are no annotated documents in ${corpus}; nothing is measured.`)
  process.exit(0)
}

const folder = values.data ?? mkdtempSync(join(tmpdir(), 'wholists-bench-news-'))
const config = { ...readConfig({ data: folder }), offline: true }
await ensureReady(config, () => undefined)
const generation = currentGeneration(config.data)
if (!generation) throw new Error('there is no index')
const data = await openData(config, true)
const engine = await openEngine(data, generation)

const started = performance.now()
const dictionary = buildDictionary(namesOf(engine))
const built = performance.now() - started
const reader = await openReader(engine)

const documents: NewsDocument[] = []
for (const name of readdirSync(corpus).filter(n => n.endsWith('.json'))) {
  const opened = await openDocument(memoryFile(name, readFileSync(join(corpus, name))))
  if ('document' in opened) documents.push(opened.document)
}
const predictions = documents.map(document => JSON.stringify({ doc: document.id, events: reader.read(document).claims }))
const answers = join(mkdtempSync(join(tmpdir(), 'wholists-bench-news-')), 'predictions.jsonl')
writeFileSync(answers, `${predictions.join('\n')}\n`)
const scorer = [join(corpus, 'score.mjs'), join(corpus, 'gold.jsonl'), answers, ...(values.errors ? ['--errors'] : [])]
console.log(execFileSync(process.execPath, scorer, { encoding: 'utf8' }).trimEnd())
printBands()

/** How often the claims of each band of confidence are right: matched by a gold event, scored or optional. */
function printBands(): void {
  const told = execFileSync(process.execPath, [...scorer.slice(0, 3), '--errors'], { encoding: 'utf8' })
  const wrong = new Set(told.split('\n').flatMap(line => (line.startsWith('EXTRA ') ? [line.slice(6)] : [])))
  const claims = documents.flatMap(document =>
    reader.read(document).claims.map(c => ({
      confidence: c.confidence,
      right: !wrong.has(`${document.id} ${c.type} | ${c.authority} | ${c.target} | ${c.date} | ${c.quote.slice(0, 90)}`),
    })),
  )
  for (const [name, from, below] of [
    ['high', HIGH, 2],
    ['middle', MIDDLE, HIGH],
    ['low', 0, MIDDLE],
  ] as const) {
    const of = claims.filter(c => c.confidence >= from && c.confidence < below)
    console.log(`confidence ${name.padEnd(6)} ${of.filter(c => c.right).length} of ${of.length} claims right`)
  }
}

/** Rounds over the documents; the first half warms the compiler. */
const RUNS = 60
const rates: number[] = []
for (let run = 0; run < RUNS; run++) {
  const cpu = process.cpuUsage()
  for (const document of documents) reader.read(document)
  const { user, system } = process.cpuUsage(cpu)
  rates.push(documents.length / ((user + system) / 1_000_000))
}
const sorted = rates.slice(RUNS / 2).sort((a, b) => a - b)
const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] as number)
console.log(`documents a CPU second: ${at(0.5)}, ${at(0)} to ${at(1)}; in the first round ${Math.round(rates[0] as number)}`)
console.log(
  `linker: ${dictionary.names} names, ${(dictionary.sizeBytes / 1024 / 1024).toFixed(1)} MB, built in ${(built / 1000).toFixed(1)} s`,
)
engine.close()
await data.close()
if (!values.data) rmSync(folder, { recursive: true, force: true })
