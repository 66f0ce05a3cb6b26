import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CandidateIndex, openSearcher } from '../candidates/index.ts'
import {
  type Joinable,
  joinAll,
  type Neighbourhood,
  neighbours,
  referenceText,
  type ScoredPair,
  type Stay,
  scoredPairs,
  VERDICT_VERSION,
} from '../identity/index.ts'
import type { KnownVersion, Ledger } from '../ledger/index.ts'
import { type Instant, OPEN, type Party, type Reading, type Source } from '../model/index.ts'
import type { BuildProgress } from './generation.ts'
import { newestContents, renumberedIn, withReadings } from './join-contents.ts'

/** What a join run needs. */
export type JoinJob = {
  readonly data: string
  readonly ledger: Ledger
  /** In order of rank: an entity is led by its first. */
  readonly sources: readonly Source[]
  /** The newest index: where records are looked for. */
  readonly index: CandidateIndex
  readonly matcher: string
  readonly now: Instant
  readonly progress?: BuildProgress
}

/** What a join run did. */
export type JoinReport = { readonly records: number; readonly joined: number; readonly judgements: number }

/**
 * Joins the records of the newest versions, and those that were there before: a removed party stays with its entity.
 *
 * References are followed anew each time; names, dates and numbers are compared for records that came or were reworded since
 * the last run. Judgements and memberships are kept; a second run over the same state keeps nothing new.
 */
export async function joinRecords(job: JoinJob): Promise<JoinReport> {
  const { ledger, now } = job
  const { records, scored, newest } = await compareRecords(job, { since: comparedUpTo(job) })
  const { memberships, judgements } = joinAll({ records, decided: await ledger.judgements(), scored, recorded: now })
  if (judgements.length > 0) await ledger.judge(judgements)
  if (!equalMaps(await ledger.memberships(now), memberships)) await ledger.keepMemberships(memberships, now)
  keepComparedUpTo(job, newest)
  return { records: records.length, joined: memberships.size, judgements: judgements.length }
}

/** What joins are made from: every record, pairs that were compared, the best first, and the newest content among them. */
export type ComparedRecords = { readonly records: readonly Joinable[]; readonly scored: readonly ScoredPair[]; readonly newest: number }

/**
 * Records with the numbers they bear and quote, and the comparisons of those that are newer than a content, or that one of these
 * may touch: each pair is looked at from the side of the worse rank, whichever of the two came last. What one may touch is
 * found from the side that has fewer: what is new looks for records that were there before, or these look for what is new.
 *
 * A record that quotes the number of one that is here already is not compared: it is joined by that.
 *
 * @param options.since the newest content that was compared before; 0 compares all
 * @param options.blind leaves numbers quoted out, for measuring what names and facts alone tell
 */
export async function compareRecords(
  job: Pick<JoinJob, 'ledger' | 'sources' | 'index' | 'progress'>,
  { since, blind = false }: { readonly since: number; readonly blind?: boolean },
): Promise<ComparedRecords> {
  const { ledger, sources } = job
  const versions = (await ledger.versions()).filter(v => v.accepted < OPEN)
  const records: Joinable[] = []
  const scored: ScoredPair[] = []
  // Sources come in order of rank: what a number may lead to has come before.
  const borne = new Set<string>()
  // Records that a new one may touch, and new ones that records of worse rank have yet to look for.
  const touched = new Set<string>()
  const awaited = new Set<string>()
  let newest = since
  for (const [rank, source] of sources.entries()) {
    if (!versions.some(v => v.source === source.id)) continue
    const comparer = openComparer(job, rank, versions)
    const presences = await Array.fromAsync(ledger.presences(source.id))
    scored.push(...(await renumberedIn(ledger, presences)))
    const contents = newestContents(presences)
    const looksAhead = contents.filter(c => c.content > since).length < recordsAfter(job, rank, versions)
    for await (const { content, reading, held } of withReadings(ledger, contents)) {
      for (const joinable of joinablesOf(source, rank, reading, held)) {
        records.push(joinable)
        const quotes = joinable.quoted.some(q => borne.has(referenceText(q)))
        if (joinable.own) borne.add(referenceText(joinable.own))
        const isNew = content > since
        const isDue = isNew || touched.has(joinable.record)
        const party = isDue || awaited.size > 0 ? reading.parties.find(p => p.id === joinable.record) : undefined
        if (!party || !comparer || !isListed(party, reading)) continue
        if (blind || !quotes) scored.push(...comparer.pairs(party, isDue ? null : awaited))
        if (!isNew || since === 0) continue
        if (looksAhead) for (const record of comparer.touched(party)) touched.add(record)
        else awaited.add(joinable.record)
      }
      newest = Math.max(newest, content)
      if (records.length % 500 === 0) job.progress?.({ phase: 'joining records', done: records.length, total: null })
    }
  }
  scored.sort((a, b) => b.score - a.score || (a.a < b.a ? -1 : 1))
  return { records, scored, newest }
}

const FILE = 'joins.json'

const rulesOf = (matcher: string) => `${matcher}, ${VERDICT_VERSION}`

// The newest content that was compared under this matcher; 0 where nothing was.
function comparedUpTo({ data, matcher }: JoinJob): number {
  const path = join(data, FILE)
  if (!existsSync(path)) return 0
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { matcher: string; content: number }
  return kept.matcher === rulesOf(matcher) ? kept.content : 0
}

function keepComparedUpTo({ data, matcher }: JoinJob, content: number): void {
  const path = join(data, FILE)
  writeFileSync(`${path}.part`, JSON.stringify({ matcher: rulesOf(matcher), content }))
  renameSync(`${path}.part`, path)
}

// A record is looked for in sources of better rank only: each pair is compared once. Lists of one's own join nothing unasked.
function openComparer({ index, sources }: Pick<JoinJob, 'index' | 'sources'>, rank: number, versions: readonly KnownVersion[]) {
  const source = sources[rank]
  if (!source || source.kind === 'own') return null
  const searcher = openSearcher(index)
  const held = new Set(versions.map(v => v.source))
  // Parties since removed are looked for too: another list may still hold them.
  const among = (some: readonly Source[]): Neighbourhood => ({
    index,
    searcher,
    instants: new Map(some.flatMap(s => (held.has(s.id) && s.kind !== 'own' ? [[s.id, null] as const] : []))),
  })
  const [better, worse] = [among(sources.slice(0, rank)), among(sources.slice(rank + 1))]
  return {
    pairs: (party: Party, only: ReadonlySet<string> | null) =>
      better.instants.size === 0 ? [] : scoredPairs(party, source.id, better, only),
    touched: (party: Party) => (worse.instants.size === 0 ? [] : neighbours(party, source.id, worse)),
  }
}

// How many records the sources of worse rank hold now, those left out that join nothing.
function recordsAfter({ sources }: Pick<JoinJob, 'sources'>, rank: number, versions: readonly KnownVersion[]): number {
  const after = new Set(sources.slice(rank + 1).flatMap(s => (s.kind === 'own' ? [] : [s.id])))
  const newest = new Map(versions.filter(v => after.has(v.source)).map(v => [v.source, v.records]))
  return newest.values().reduce((sum, records) => sum + records, 0)
}

const isListed = (party: Party, { designations }: Reading): boolean =>
  designations.length === 0 || designations.some(d => d.party === party.id)

/** The schemes under which others quote a source's own keys. */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^un-sc/, 'un'],
  [/^us-ofac/, 'ofac'],
  [/^uk-fcdo$/, 'uk'],
  [/^eu-fsf$/, 'eu'],
]

function joinablesOf(source: Source, rank: number, reading: Reading, held: Stay): readonly Joinable[] {
  const scheme = SCHEMES.find(([ids]) => ids.test(source.id))?.[1]
  return reading.parties.map(({ id }) => {
    const key = id.slice(source.id.length + 1)
    const quoted = (reading.references ?? []).filter(r => r.party === id)
    const own = scheme && !key.includes('/') ? { scheme, value: key } : null
    return { record: id, rank, own, quoted, ...(source.kind === 'official' ? { held } : {}) }
  })
}

function equalMaps(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}
