// Screens the peers' query sets and the screening sets against the UN and OFAC names, by name only, through the search keys.
//   node24 bench/matching-screening.ts [--negatives N] [--show CLASS [--first]] [--rarity] [--keep]   (--keep leaves pairs for bench/fit)
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AnalysedName,
  analyseName,
  compareNames,
  explainNames,
  nameKindOf,
  type Rarity,
  searchKeys,
  type Token,
  wholeKeys,
} from '../src/names/index.ts'
import { csvRows, EXTRAS, hasShared, type Pair } from './matching-data.ts'

if (!hasShared) {
  console.log('bench/matching-screening: the shared evaluation material is not beside this checkout; nothing to measure')
  process.exit(0)
}

const PEERS = join(import.meta.dirname, '..', '..', 'shared', 'peers')
const argument = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
const negatives = Number(argument('--negatives') ?? 1000)
const show = argument('--show')

type Listed = {
  readonly source: string
  readonly ref: string
  readonly schema: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly original: readonly string[]
}
type Query = {
  readonly id: string
  readonly class: string
  readonly schema: string
  readonly name: string
  readonly expect: { readonly source: string; readonly ref: string } | null
  readonly also?: readonly { readonly source: string; readonly ref: string }[]
}

const lists = (await import(join(PEERS, 'lists.mjs'))) as { readAll: (set: unknown) => readonly Listed[]; SETS: { large: unknown } }
const congress = csvRows('matching', 'screening', 'positives_us_congress.dev.csv').map(r => ({
  source: 'us-congress',
  ref: r.entity_id ?? '',
  schema: 'Person',
  name: r.full_name ?? '',
  aliases: [],
  original: [],
}))
const parties: readonly Listed[] = [...lists.readAll(lists.SETS.large), ...congress]

/** An index of the names as plain maps: what the candidates room does with typed arrays. */
class Names {
  readonly names: AnalysedName[] = []
  readonly partyOf: number[] = []
  readonly postings = new Map<string, number[]>()
  readonly frequency = new Map<string, number>()

  constructor(withOriginal: boolean) {
    const keysOf = new Map<Token, readonly string[]>()
    parties.forEach((party, at) => {
      for (const text of [party.name, ...party.aliases, ...(withOriginal ? party.original : [])]) {
        const name = analyseName(text, nameKindOf(party.schema))
        const id = this.names.push(name) - 1
        this.partyOf.push(at)
        const keys = new Set<string>()
        for (const reading of [name, ...name.alternatives])
          for (const token of reading.tokens) {
            let own = keysOf.get(token)
            if (!own) keysOf.set(token, (own = searchKeys(token)))
            for (const key of own) keys.add(key)
          }
        for (const key of wholeKeys(name)) keys.add(key)
        for (const key of keys) {
          const list = this.postings.get(key)
          if (list) list.push(id)
          else this.postings.set(key, [id])
        }
        for (const text of new Set(name.tokens.map(t => t.text))) this.frequency.set(text, (this.frequency.get(text) ?? 0) + 1)
      }
    })
  }

  readonly rarity: Rarity = token => 1 - Math.log(1 + (this.frequency.get(token.text) ?? 0)) / Math.log(1 + this.names.length)

  /** The names that share keys with the query, those with the rarest agreeing tokens first; each token counts once a name. */
  candidates(query: AnalysedName, limit: number): readonly number[] {
    const weights = new Map<number, number>()
    const units = [query, ...query.alternatives].flatMap(reading => reading.tokens.map(searchKeys))
    for (const keys of [...units, wholeKeys(query)]) {
      const best = new Map<number, number>()
      for (const key of keys) {
        const list = this.postings.get(key)
        if (!list) continue
        const idf = Math.log(1 + this.names.length / list.length)
        for (const id of list) best.set(id, Math.max(best.get(id) ?? 0, idf))
      }
      for (const [id, idf] of best) weights.set(id, (weights.get(id) ?? 0) + idf)
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([id]) => id)
  }
}

const gate = (query: string, listed: string): boolean =>
  (query === 'Person') === (listed === 'Person') && (listed !== 'Vessel' || query === 'Vessel') && listed !== 'Airplane'

type Hit = { readonly party: Listed; readonly name: AnalysedName; readonly score: number; readonly rank: number }
function search(index: Names, query: Query, limit = 400): { readonly hits: readonly Hit[]; readonly found: readonly number[] } {
  const analysed = analyseName(query.name, nameKindOf(query.schema))
  const best = new Map<number, Hit>()
  const found = index.candidates(analysed, limit)
  for (const id of found) {
    const at = index.partyOf[id] ?? 0
    const party = parties[at]
    const name = index.names[id]
    if (!party || !name || !gate(query.schema, party.schema)) continue
    const { score, rank } = compareNames(analysed, name, process.argv.includes('--rarity') ? { rarity: index.rarity } : {})
    const before = best.get(at)
    if (!before || rank > before.rank) best.set(at, { party, name, score, rank })
  }
  return { hits: [...best.values()].sort((a, b) => b.rank - a.rank), found }
}

const queries = (...args: string[]): readonly Query[] =>
  execFileSync(process.execPath, [join(PEERS, 'queries.mjs'), ...args], { maxBuffer: 1 << 28 })
    .toString()
    .split('\n')
    .filter(l => l !== '')
    .map(l => JSON.parse(l) as Query)

const full = new Names(true)
const latin = new Names(false)
const results = new Map<string, { n: number; top5: number; right: number; first: number; flagged: number; candidate: number; ms: number }>()

const extras: Pair[] = []
function run(label: (q: Query) => string, index: Names, list: readonly Query[]): void {
  for (const q of list) {
    const name = label(q)
    const r = results.get(name) ?? { n: 0, top5: 0, right: 0, first: 0, flagged: 0, candidate: 0, ms: 0 }
    results.set(name, r)
    const start = performance.now()
    const { hits, found } = search(index, q)
    r.ms += performance.now() - start
    r.n++
    const expected = q.expect ? [q.expect, ...(q.also ?? [])] : []
    const isRight = (h: Hit) => expected.some(e => e.source === h.party.source && e.ref === h.party.ref)
    if (hits[0] && hits[0].score >= 0.7) r.flagged++
    if (
      found.some(id => {
        const p = parties[index.partyOf[id] ?? 0]
        return p && expected.some(e => e.source === p.source && e.ref === p.ref)
      })
    )
      r.candidate++
    const wanted0 = q.expect ? hits.find(isRight) : hits[0]
    if (wanted0 && wanted0.score < 1 && (q.expect || wanted0.score > 0.2))
      extras.push({
        id: q.id,
        set: 'extras',
        group: name,
        schema: wanted0.party.schema,
        query: q.name,
        listed: wanted0.name.text,
        match: q.expect !== null,
        quality: 'EXTRA',
        category: name,
      })
    const at = hits.slice(0, 5).findIndex(isRight)
    if (at >= 0) r.top5++
    if (at >= 0 && (hits[at]?.score ?? 0) >= 0.7) r.right++
    const top = hits[0]
    if (top && top.score >= 0.7 && hits.some(h => isRight(h) && h.score === top.score && h.rank >= top.rank - 1e-9)) r.first++
    const isFirst = top !== undefined && hits.some(h => isRight(h) && h.score === top.score && h.rank >= top.rank - 1e-9)
    const failed = q.expect
      ? !(at >= 0 && (hits[at]?.score ?? 0) >= 0.7) || (process.argv.includes('--first') && !isFirst)
      : top !== undefined && top.score >= 0.7
    if (show === name && failed) {
      const other = q.expect ? hits.find(isRight) : top
      const wanted = q.expect ? parties.find(p => expected.some(e => e.source === p.source && e.ref === p.ref)) : undefined
      const query = analyseName(q.name, nameKindOf(q.schema))
      const e = other ? explainNames(query, other.name) : undefined
      console.log(
        `${q.name} | ${other ? `${other.name.text} ${other.score.toFixed(3)}` : 'not found'}${wanted ? ` (wanted ${wanted.name})` : ''}${top && q.expect ? `; first ${top.name.text} ${top.score.toFixed(3)}` : ''} [${e?.links.map(l => `${l.query.join('+')}~${l.listed.join('+')} ${l.kind} ${l.similarity.toFixed(2)}`).join('; ')}]`,
      )
    }
  }
}

run(q => q.class, full, queries())
run(
  () => 'script, not listed',
  latin,
  queries().filter(q => q.class === 'script'),
)
run(q => q.class, full, queries('--aliases'))
run(q => q.class, full, queries('--known', join(PEERS, 'known.json')))
run(q => q.class, full, queries('--screening', 'dev', '--no-details', '--negatives', String(negatives)))
console.log(`${parties.length} parties, ${full.names.length} names; name only, threshold 0.7`)
for (const [name, r] of results) {
  const share = (x: number) => (x / r.n).toFixed(4)
  console.log(
    name.startsWith('neg') || name === 'clean'
      ? `${name.padEnd(20)} ${String(r.n).padStart(5)}  flagged ${share(r.flagged)}   ${(r.ms / r.n).toFixed(2)} ms`
      : `${name.padEnd(20)} ${String(r.n).padStart(5)}  candidate ${share(r.candidate)}  top five ${share(r.top5)}  right ${share(r.right)}  first ${share(r.first)}   ${(r.ms / r.n).toFixed(2)} ms`,
  )
}
if (process.argv.includes('--keep')) {
  writeFileSync(EXTRAS, JSON.stringify(extras))
  console.log(`${extras.length} pairs kept in ${EXTRAS}`)
}
