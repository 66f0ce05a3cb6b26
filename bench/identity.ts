/**
 * How right automatic joins are: `node bin/node.js bench/identity.ts [--data FOLDER] [--quoting] [--wrong] [--missed]`.
 *
 * The truth are the reference numbers of the United Nations that entries of other lists quote, and, of the lists that quote none,
 * the number of the special notice of INTERPOL and the Security Council to which an entry and a UN entry both link. They are hidden
 * from the comparison, which sees names, dates, countries and documents alone. A join of such an entry with a UN entry is right where
 * it quotes that number or links to that notice. `--wrong` and `--missed` print the pairs, for looking at them; `--quoting` leaves
 * out lists that quote no such number, for a quick look.
 *
 * The data folder holds the lists; it is only read. Without one the script says so and measures nothing.
 */
import { parseArgs } from 'node:util'
import { loadIndex } from '../src/candidates/index.ts'
import { readConfig } from '../src/config.ts'
import { type Joinable, joinAll, permanentNumber, type ScoredPair } from '../src/identity/index.ts'
import { compareRecords, currentGeneration } from '../src/jobs/index.ts'
import { type Ledger, openLedger } from '../src/ledger/index.ts'
import { OPEN } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    wrong: { type: 'boolean', default: false },
    missed: { type: 'boolean', default: false },
    quoting: { type: 'boolean', default: false },
  },
})

/** The lists of the United Nations and those that quote their numbers. */
const QUOTING = /^(un-sc|eu-|uk-|au-dfat|ca-|ch-seco|jp-mof|facts)/

const sourceOf = (record: string) => record.slice(0, record.indexOf(':'))

type Truth = { readonly record: string; readonly due: ReadonlySet<string> }

/** Entries that quote UN numbers which UN entries here bear, and the entries that bear them. */
function truthsOf(records: readonly Joinable[]): readonly Truth[] {
  const bearers = new Map<string, string[]>()
  for (const { record, own } of records)
    if (own?.scheme === 'un') bearers.set(permanentNumber(own.value), [...(bearers.get(permanentNumber(own.value)) ?? []), record])
  return records.flatMap(({ record, own, quoted }) => {
    const numbers = own?.scheme === 'un' ? [] : quoted.filter(q => q.scheme === 'un')
    const due = new Set(numbers.flatMap(q => bearers.get(permanentNumber(q.value)) ?? []))
    return due.size > 0 ? [{ record, due }] : []
  })
}

const NOTICE = /interpol\.int\/[^\s"\\]*?(\d{5,})/gu

/**
 * Entries that link to a special notice to which exactly one UN entry links too, in whatever version, beside those that quote a
 * number. Notices that two UN entries share tell nothing.
 */
async function truthsByNotice(ledger: Ledger, sources: readonly string[], quoted: readonly Truth[]): Promise<readonly Truth[]> {
  const bearers = new Map<string, Set<string>>()
  for await (const { record, notices } of noticesIn(ledger, 'un-sc', true))
    for (const notice of notices) bearers.set(notice, (bearers.get(notice) ?? new Set()).add(record))
  const known = new Set(quoted.map(t => t.record))
  const truths: Truth[] = []
  for (const source of sources.filter(id => !id.startsWith('un-sc'))) {
    for await (const { record, notices } of noticesIn(ledger, source, false)) {
      const due = new Set([...notices].flatMap(n => (bearers.get(n)?.size === 1 ? [...(bearers.get(n) ?? [])] : [])))
      if (due.size === 1 && !known.has(record)) truths.push({ record, due })
    }
  }
  return truths
}

async function* noticesIn(ledger: Ledger, source: string, past: boolean) {
  for await (const row of ledger.presences(source)) {
    if (!past && row.until < OPEN) continue
    const text = JSON.stringify((await ledger.reading(row.content))?.parties[0]?.statements ?? [])
    const notices = new Set([...text.matchAll(NOTICE)].map(([, number = '']) => number))
    if (notices.size > 0) yield { record: `${source}:${row.key}`, notices }
  }
}

type Figures = { readonly due: number; readonly right: number; readonly wrong: number; readonly asked: number }

async function measure(folder: string): Promise<void> {
  const sources = await loadSources()
  const ledger = await openLedger(folder, { readOnly: true, now: () => 0, parsers: id => sources.sourceOf(id) })
  const generation = currentGeneration(folder)
  if (!generation) throw new Error(`${folder} has no index of this program yet: run "wholists sources" once`)
  const index = await loadIndex(generation.indexPath)
  const [begin, cpu] = [performance.now(), process.cpuUsage()]
  const compared = options.quoting ? sources.all.filter(s => QUOTING.test(s.id)) : sources.all
  const { records, scored } = await compareRecords({ ledger, sources: compared, index }, { since: 0, blind: true })
  const hidden = records.map(r => ({ ...r, quoted: [] }))
  const { memberships } = joinAll({ records: hidden, decided: [], scored, recorded: 0 })
  const spent = process.cpuUsage(cpu)
  console.log(
    `${records.length} records compared in ${((performance.now() - begin) / 1000).toFixed(1)} s (${((spent.user + spent.system) / 1e6).toFixed(1)} s of processor)`,
  )
  const result: Result = { memberships, scored, bearing: new Set(records.filter(r => r.own?.scheme === 'un').map(r => r.record)) }
  const quoted = truthsOf(records)
  console.log('by the numbers quoted')
  report(quoted, result)
  console.log('by the special notice linked to, of entries that quote no number')
  report(
    await truthsByNotice(
      ledger,
      compared.map(s => s.id),
      quoted,
    ),
    result,
  )
  await ledger.close()
}

type Result = {
  readonly memberships: ReadonlyMap<string, string>
  readonly scored: readonly ScoredPair[]
  readonly bearing: ReadonlySet<string>
}

function report(truths: readonly Truth[], { memberships, scored, bearing }: Result): void {
  const byEntity = Map.groupBy(bearing, record => memberships.get(record) ?? record)
  const reasons = new Map(scored.flatMap(p => [`${p.a} ${p.b}`, `${p.b} ${p.a}`].map(key => [key, p] as const)))
  const asked = new Set(scored.filter(p => p.verdict === 'unsure').flatMap(p => [`${p.a} ${p.b}`, `${p.b} ${p.a}`]))
  const figures = new Map<string, Figures>()
  for (const { record, due } of truths) {
    const entity = memberships.get(record)
    const joined = entity === undefined ? [] : (byEntity.get(entity) ?? [])
    const wrong = joined.filter(other => !due.has(other) && !sameNumber(other, due))
    const right = joined.some(other => due.has(other))
    const waits = !right && [...due].some(other => asked.has(`${record} ${other}`))
    const add = (key: string) => {
      const known = figures.get(key) ?? { due: 0, right: 0, wrong: 0, asked: 0 }
      figures.set(key, {
        due: known.due + 1,
        right: known.right + (right ? 1 : 0),
        wrong: known.wrong + (wrong.length > 0 ? 1 : 0),
        asked: known.asked + (waits ? 1 : 0),
      })
    }
    for (const key of ['all', sourceOf(record)]) add(key)
    if (options.wrong && wrong.length > 0)
      console.log(`wrong: ${record} with ${wrong.join(', ')}; due ${[...due].join(', ')}: ${why(reasons, record, wrong)}`)
    if (options.missed && !right) console.log(`missed: ${record} due ${[...due].join(', ')}: ${why(reasons, record, [...due])}`)
  }
  console.log('source                 due   right  wrong  asked  precision  recall')
  for (const [key, f] of [...figures].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${key.padEnd(20)} ${column(f.due)} ${column(f.right)} ${column(f.wrong)} ${column(f.asked)}   ${share(f.right, f.right + f.wrong)}    ${share(f.right, f.due)}`,
    )
}

const column = (n: number) => String(n).padStart(6)
const share = (part: number, whole: number) => (whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(2)} %`)

// The same entry in the consolidated list, in that of its committee, or under the former form of its number.
const sameNumber = (record: string, due: ReadonlySet<string>) => [...due].some(d => keyOf(d) === keyOf(record))
const keyOf = (record: string) => permanentNumber(record.slice(record.indexOf(':') + 1))

const why = (reasons: ReadonlyMap<string, ScoredPair>, record: string, others: readonly string[]) =>
  others
    .flatMap(other => reasons.get(`${record} ${other}`) ?? [])
    .map(p => `${p.verdict}, ${p.reason}`)
    .join(' | ') || 'not compared'

await measure(options.data ?? readConfig().data)
