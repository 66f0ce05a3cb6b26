// Who is found and who is flagged: the query sets of ../shared/peers and the screening sets of ../shared/matching against the
// UN and OFAC lists and a list of its own with the Congress names, in process.
//
//   node24 bench/screening.ts [--wrong] [--all]       --all: every row of the negatives, not only the thousand of the report
//
// Right: the party within the first five with 0.7 or more. Candidates: the party among those looked at before scoring.
// Twins on the other list count as they are joined: not at all, so that "first" is a lower bound.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex, comparableOf, type IndexRecord, openIndex, openSearcher } from '../src/candidates/index.ts'
import { openArchive } from '../src/intake/index.ts'
import { importFiles } from '../src/jobs/index.ts'
import { indexRecords } from '../src/jobs/index-records.ts'
import { OPEN } from '../src/model/index.ts'
import { MATCHER_VERSION, prepareQuery, screen } from '../src/screen/index.ts'
import { temporaryLedger } from '../test/support/temporary-ledger.ts'
import { csvRows } from './matching-data.ts'

const SHARED = join(import.meta.dirname, '../../shared')
const QUERIES = join(SHARED, 'peers/queries.mjs')

type Query = {
  readonly id: string
  readonly class: string
  readonly schema: string
  readonly name: string
  readonly birthDate?: string
  readonly country?: string
  readonly gender?: string
  readonly expect: { readonly source: string; readonly ref: string } | null
  readonly also?: readonly { readonly source: string; readonly ref: string }[]
}

if (!existsSync(QUERIES)) {
  console.log('bench/screening: the query sets (../shared/peers) are not beside this checkout')
  process.exit(0)
}
const showWrong = process.argv.includes('--wrong')
const listed = await listsRecords()
const lists = await against(listed)
const instants = new Map(['un-sc', 'us-ofac-sdn', 'us-congress'].map(s => [s, null]))
{
  const { index } = lists
  console.log(`${index.rows} rows, ${index.names} different names, ${(index.sizeBytes / 1e6).toFixed(1)} MB; ${MATCHER_VERSION}`)
}
const negatives = process.argv.includes('--all') ? '0' : '1000'
report(
  'names only',
  [...asked('--screening', 'dev', '--negatives', negatives, '--no-details'), ...asked(), ...asked('--aliases'), ...asked('--known')].map(
    withoutDetails,
  ),
  lists,
)
report(
  'people on no list, asked as legal entities, names only',
  asked('--screening', 'dev', '--negatives', negatives, '--no-details')
    .filter(q => q.expect === null)
    .map(q => ({ ...withoutDetails(q), schema: 'LegalEntity' })),
  lists,
)
report('with birth date, country and gender', [...asked('--screening', 'dev', '--negatives', negatives), ...asked()], lists)
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const latin = listed.map(record => ({ ...record, names: record.names.filter(n => !OTHER_SCRIPT.test(n.text)) }))
const scripts = asked()
  .filter(q => q.class === 'script')
  .map(withoutDetails)
report('names only, the original script taken off the list', scripts, await against(latin))

type Lists = Awaited<ReturnType<typeof against>>

async function against(records: readonly IndexRecord[]) {
  const index = openIndex(await buildIndex(records, { generation: 'bench', matcher: MATCHER_VERSION }))
  return { index, searcher: openSearcher(index) }
}

function asked(...options: readonly string[]): readonly Query[] {
  const text = execFileSync(process.execPath, [QUERIES, ...options], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Query)
}

function withoutDetails({ id, class: kind, schema, name, expect, also }: Query): Query {
  return { id, class: kind, schema, name, expect, ...(also ? { also } : {}) }
}

async function listsRecords(): Promise<readonly IndexRecord[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-screening-'))
  const lists = await temporaryLedger()
  try {
    execFileSync(process.execPath, [QUERIES, '--data', folder])
    await lists.take(join(SHARED, 'lists/un-sc/consolidated/2026-01-28.xml.gz'))
    await importDated(lists, folder)
    const records: IndexRecord[] = []
    for await (const record of indexRecords(lists.ledger, lists.sources.all)) records.push(record)
    return [...records, ...congress()]
  } finally {
    await lists.close()
    rmSync(folder, { recursive: true })
  }
}

function congress(): readonly IndexRecord[] {
  return csvRows('matching', 'screening', 'positives_us_congress.dev.csv').map(row => ({
    record: `us-congress:${row.entity_id}`,
    source: 'us-congress',
    content: 1,
    since: 0,
    until: OPEN,
    schema: 'Person',
    lists: [],
    topics: [],
    ...comparableOf('Person', { name: [row.full_name ?? ''], ...(row.date_of_birth ? { birthDate: [row.date_of_birth] } : {}) }),
  }))
}

type Tally = { n: number; candidates: number; topFive: number; right: number; first: number; flagged: number }

function report(title: string, queries: readonly Query[], lists: Lists): void {
  const tallies = new Map<string, Tally>()
  const wrong: string[] = []
  const start = process.cpuUsage()
  for (const query of queries) {
    const tally = tallies.get(query.class) ?? { n: 0, candidates: 0, topFive: 0, right: 0, first: 0, flagged: 0 }
    tallies.set(query.class, tally)
    answer(query, tally, wrong, lists)
  }
  const used = process.cpuUsage(start)
  console.log(`\n${title}: ${queries.length} queries, ${Math.round(queries.length / ((used.user + used.system) / 1e6))} a CPU second`)
  const share = (part: number, of: number) => (part / of).toFixed(4)
  for (const [name, t] of tallies) {
    const negative = name.startsWith('neg_') || name === 'clean'
    console.log(
      `  ${name.padEnd(14)} ${String(t.n).padStart(5)}  ${negative ? `flagged ${share(t.flagged, t.n)}` : `candidates ${share(t.candidates, t.n)}  top five ${share(t.topFive, t.n)}  right ${share(t.right, t.n)}  first ${share(t.first, t.n)}`}`,
    )
  }
  if (showWrong) for (const line of wrong) console.log(`    ${line}`)
}

function answer(query: Query, tally: Tally, wrong: string[], { index, searcher }: Lists): void {
  const details = {
    ...(query.birthDate ? { birthDate: [query.birthDate] } : {}),
    ...(query.country ? { [query.schema === 'Person' ? 'nationality' : 'country']: [query.country] } : {}),
    ...(query.gender ? { gender: [query.gender] } : {}),
  }
  const prepared = prepareQuery({ schema: query.schema, properties: { name: [query.name], ...details } })
  const { results } = screen(index, searcher, prepared, { filter: { instants, limit: 5 }, cutoff: 0.01 })
  tally.n++
  const best = results[0]
  const shown = results
    .slice(0, 3)
    .map(
      r =>
        `${r.entity} ${r.matchedName?.text} ${r.score.toFixed(3)} [${r.features.map(f => `${f.rule} ${f.contribution.toFixed(2)}`).join(', ')}]`,
    )
    .join(' | ')
  const facts = [query.birthDate, query.country, query.gender].filter(f => f).join(' ')
  if (query.expect === null) {
    if (best?.match) {
      tally.flagged++
      wrong.push(`flagged ${query.class} ${query.name} ${facts}: ${shown}`)
    }
    return
  }
  const ids = new Set([query.expect, ...(query.also ?? [])].map(e => `${e.source === 'us-ofac' ? 'us-ofac-sdn' : e.source}:${e.ref}`))
  const at = results.findIndex(r => ids.has(r.entity))
  const found = searcher.find(
    { names: prepared.compared.names.map(n => n.analysed), identifiers: [] },
    { instants, schemata: prepared.schemata, limit: 64 },
  )
  if (found.some(c => ids.has(index.recordId(c.row)))) tally.candidates++
  if (at >= 0) tally.topFive++
  if (results[at]?.match) tally.right++
  // A twin on another list that nothing joins yet scores the same.
  const first = best?.match && (at === 0 || (results[at]?.score === best.score && listOf(best.entity) !== listOf(results[at]?.entity)))
  if (first) tally.first++
  else if (results[at]?.match) wrong.push(`second ${query.class} ${[...ids].join(',')} ${query.name} ${facts}: ${shown}`)
  if (!results[at]?.match) wrong.push(`missed ${query.class} ${[...ids].join(',')} ${query.name} ${facts}: ${shown}`)
}

function listOf(entity: string | undefined): string | undefined {
  return entity?.split(':')[0]
}

async function importDated(lists: Awaited<ReturnType<typeof temporaryLedger>>, folder: string): Promise<void> {
  const paths = ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map(f => join(folder, f)).filter(f => existsSync(f))
  const report = await importFiles({
    paths,
    source: 'us-ofac-sdn',
    published: '2024-05-03',
    ledger: lists.ledger,
    archive: openArchive(join(folder, 'archive'), () => '1'),
    sources: lists.sources,
    now: lists.now,
  })
  for (const v of report.versions) if (v.outcome !== 'accepted') console.log(v.outcome, v.message)
}
