import type { KnownVersion } from '../ledger/index.ts'
import { type AsOf, dayOf, type Instant, OPEN, type Source } from '../model/index.ts'
import { instantText } from './as-of.ts'
import { ageDays } from './merge.ts'
import type { Incomplete, VersionUsed } from './types.ts'

/** What a source needs to be judged by: its declaration, without how it reads. */
export type SourceFacts = Pick<Source, 'id' | 'kind' | 'title' | 'cadence' | 'closed' | 'verified' | 'scopes' | 'addresses'>

/** What was searched for a question, and what was not as it should be. */
export type Coverage = {
  /** For each source searched, the instant whose state answers. */
  readonly instants: ReadonlyMap<string, Instant>
  readonly versions: readonly VersionUsed[]
  readonly incomplete: readonly Incomplete[]
  /** True where a required source, or every official list in scope, was missing, held or too old. */
  readonly unsearched: boolean
}

/**
 * Which version of each source answers at (published, recorded), and which sources are missing, held or too old then.
 *
 * @param sources those in scope, by rank
 * @param versions every version the ledger knows, held ones too
 * @param required ids without which "nothing found" is no answer
 */
export function coverageOf(
  sources: readonly SourceFacts[],
  versions: readonly KnownVersion[],
  asOf: AsOf,
  required: readonly string[],
): Coverage {
  const instants = new Map<string, Instant>()
  const used: VersionUsed[] = []
  const incomplete: Incomplete[] = []
  const bySource = Map.groupBy(versions, v => v.source)
  for (const source of sources) {
    const own = bySource.get(source.id) ?? []
    const version = versionAt(own, asOf)
    if (version) {
      instants.set(source.id, version.published)
      used.push(versionUsed(version, asOf.published))
    }
    const gap = gapOf(source, own, version, asOf)
    if (gap && (gap.reason !== 'missing' || isExpected(source, own, required))) incomplete.push(gap)
  }
  for (const id of required)
    if (!sources.some(s => s.id === id))
      incomplete.push({ source: id, reason: 'missing', detail: 'It is required, and not in the scope asked or not known.' })
  return { instants, versions: used, incomplete, unsearched: isUnsearched(sources, incomplete, new Set(instants.keys()), required) }
}

/** The newest version published by P and accepted by R, or undefined. */
export function versionAt(versions: readonly KnownVersion[], asOf: Pick<AsOf, 'published' | 'recorded'>): KnownVersion | undefined {
  let best: KnownVersion | undefined
  for (const v of versions)
    if (v.published <= asOf.published && v.accepted <= asOf.recorded && (!best || v.published > best.published)) best = v
  return best
}

/** A version as answers name it; its age is counted to the instant asked about. */
export const versionUsed = (version: KnownVersion, at: Instant): VersionUsed => ({
  source: version.source,
  version: version.name,
  published: instantText(version.published),
  ageDays: ageDays(version.published, at),
  files: version.files.map(({ name, sha256 }) => ({ name, sha256 })),
})

// Nothing lacks where a source that nobody publishes any more, or at no address, was never taken in.
const isExpected = (source: SourceFacts, versions: readonly KnownVersion[], required: readonly string[]) =>
  versions.length > 0 || source.kind === 'own' || required.includes(source.id) || (source.addresses.length > 0 && !source.closed)

function gapOf(
  source: SourceFacts,
  versions: readonly KnownVersion[],
  version: KnownVersion | undefined,
  asOf: AsOf,
): Incomplete | undefined {
  const waiting = versions.find(
    v => v.accepted >= OPEN && v.recorded <= asOf.recorded && v.published <= asOf.published && v.published > (version?.published ?? 0),
  )
  if (waiting)
    return { source: source.id, reason: 'held', detail: `${waiting.name} waits for a decision: ${waiting.heldFor ?? 'no reason kept'}.` }
  if (!version)
    return { source: source.id, reason: 'missing', detail: `No version of ${source.title} was there by ${dayOf(asOf.published)}.` }
  const age = ageDays(version.published, asOf.published)
  const limit = source.cadence.staleAfterDays
  if (limit !== null && !source.closed && age > limit)
    return {
      source: source.id,
      reason: 'stale',
      detail: `Its newest version is ${age} days old; it is expected every ${limit} days or sooner.`,
    }
  return undefined
}

function isUnsearched(
  sources: readonly SourceFacts[],
  incomplete: readonly Incomplete[],
  searched: ReadonlySet<string>,
  required: readonly string[],
): boolean {
  const lacking = new Set(incomplete.map(i => i.source))
  if (required.some(id => lacking.has(id))) return true
  const official = sources.filter(s => s.kind === 'official' && !s.closed && (searched.has(s.id) || lacking.has(s.id)))
  return official.length > 0 && official.every(s => lacking.has(s.id))
}
