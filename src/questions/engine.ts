import type { CandidateIndex, Searcher } from '../candidates/index.ts'
import type { KnownVersion, Ledger } from '../ledger/index.ts'
import { type AsOf, type Instant, type Source, WhoListsError } from '../model/index.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { LawDesk } from './listed-desk.ts'
import type { Membership } from './members.ts'
import type { EntityStore } from './search/index.ts'

/** What is searched: sources, and for each the lists that count; null means all of it, `''` records on no list. */
export type Scope = readonly { readonly source: string; readonly lists: readonly string[] | null }[]

/** One index generation opened together with the ledger it was built from: all that questions are answered from. */
export type Engine = {
  readonly index: CandidateIndex
  readonly searcher: Searcher
  readonly store: EntityStore
  readonly ledger: Ledger
  /** Every source by id, in order of rank. */
  readonly sources: ReadonlyMap<string, Source>
  readonly versions: readonly KnownVersion[]
  readonly membership: Membership
  /** Law and spans as known at any (published, recorded). */
  readonly desk: LawDesk
  readonly generation: string
  readonly matcher: string
  /** Sources without which "nothing found" is no answer. */
  readonly required: readonly string[]
  readonly now: () => Instant
}

/** What a scope searches at (published, recorded): the version of each of its sources, and what is missing, held or stale. */
export function coverageIn(engine: Engine, scope: Scope, asOf: AsOf): Coverage {
  const inScope = new Set(scope.map(s => s.source))
  return coverageOf(
    [...engine.sources.values()].filter(s => inScope.has(s.id)),
    engine.versions,
    asOf,
    engine.required,
  )
}

/** The sources of a collection, a source, or a list by its name. @throws input.invalid */
export function scopeNamed(engine: Engine, name: string): Scope {
  if (engine.sources.has(name)) return [{ source: name, lists: null }]
  const own = [...engine.sources.values()].filter(s => s.scopes.includes(name))
  if (own.length > 0) return own.map(s => ({ source: s.id, lists: null }))
  const carriers = new Set(engine.index.classes.filter(c => c.lists.includes(name)).map(c => c.source))
  if (carriers.size > 0) return [...carriers].map(source => ({ source, lists: [name] }))
  throw new WhoListsError('input.invalid', { what: 'scope', expected: 'default, sanctions, terrorism, a source or a list', seen: name })
}
