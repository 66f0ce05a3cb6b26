import type { KnownVersion, Ledger } from '../ledger/index.ts'
import { type Instant, OPEN, type Problem, type Source } from '../model/index.ts'
import { instantText } from './as-of.ts'
import { lagOf } from './lag.ts'
import { ageDays } from './merge.ts'
import type { LastFetch, SourcesAnswer, SourceView } from './types.ts'

/** What was last heard of a publisher, by source. */
export type FetchState = ReadonlyMap<string, LastFetch>

/**
 * Each source with its newest version, age, counts, held versions and problems.
 *
 * @param now the instant ages are counted to
 */
export async function sourcesAnswer(given: {
  readonly ledger: Ledger
  readonly sources: readonly Source[]
  readonly fetches: FetchState
  readonly now: Instant
  readonly importing: SourcesAnswer['importing']
  readonly index: SourcesAnswer['index']
  readonly base: SourcesAnswer['base']
}): Promise<SourcesAnswer> {
  const versions = Map.groupBy(await given.ledger.versions(), v => v.source)
  const views: SourceView[] = []
  for (const source of given.sources) views.push(await viewOf(source, versions.get(source.id) ?? [], given))
  return {
    sources: views,
    base: given.base,
    importing: given.importing,
    verified: given.sources.filter(s => s.kind === 'official' && s.verified).length,
    unverified: given.sources.filter(s => s.kind === 'official' && !s.verified).length,
    index: given.index,
  }
}

async function viewOf(
  source: Source,
  versions: readonly KnownVersion[],
  given: { readonly ledger: Ledger; readonly fetches: FetchState; readonly now: Instant; readonly importing: SourcesAnswer['importing'] },
): Promise<SourceView> {
  const accepted = versions.filter(v => v.accepted < OPEN).sort((a, b) => b.published - a.published)
  const held = versions.filter(v => v.accepted >= OPEN)
  const newest = accepted[0]
  const problems = newest ? countedProblems(await given.ledger.problems(newest.name)) : []
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    authority: source.authority,
    jurisdiction: source.jurisdiction,
    kind: source.kind,
    url: source.url,
    licence: source.licence,
    verified: source.verified,
    closed: source.closed !== undefined,
    fetched: source.addresses.length > 0,
    freshness: given.importing?.source === source.id ? 'importing' : freshnessOf(source, newest, held, given.now),
    cadence: source.cadence.text,
    newest: newest ? newestOf(newest, given.now) : null,
    versions: accepted.length,
    held: held.map(v => ({
      version: v.name,
      reason: v.heldFor ?? 'no reason kept',
      recorded: instantText(v.recorded),
      records: v.records,
    })),
    problems,
    unreadFields: problems.filter(p => p.code === 'field.unread').reduce((n, p) => n + p.count, 0),
    lastFetch: given.fetches.get(source.id) ?? null,
    lag: source.kind === 'official' ? await lagOf(given.ledger, source.id, accepted) : null,
  }
}

function freshnessOf(
  source: Source,
  newest: KnownVersion | undefined,
  held: readonly KnownVersion[],
  now: Instant,
): SourceView['freshness'] {
  if (held.some(v => v.published > (newest?.published ?? 0))) return 'held'
  if (!newest) return 'missing'
  const limit = source.cadence.staleAfterDays
  return limit !== null && !source.closed && ageDays(newest.published, now) > limit ? 'stale' : 'current'
}

const newestOf = (v: KnownVersion, now: Instant) => ({
  version: v.name,
  published: instantText(v.published),
  recorded: instantText(v.recorded),
  ageDays: ageDays(v.published, now),
  records: v.records,
  basis: v.basis,
  rendition: v.rendition,
  files: v.files.map(({ name, sha256 }) => ({ name, sha256 })),
})

// One line a kind of problem, with how often it came and the first text seen.
function countedProblems(problems: readonly Problem[]): readonly (Problem & { readonly count: number })[] {
  const groups = Map.groupBy(problems, p => `${p.severity} ${p.code} ${p.field}`)
  return [...groups.values()].flatMap(group => (group[0] ? [{ ...group[0], count: group.length }] : []))
}
