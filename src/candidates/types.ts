import type { Instant } from '../model/index.ts'
import type { AnalysedName, NameKind } from '../names/index.ts'

/** How a name was given: decides its standing, never whether it is found. */
export type NameStanding = 'name' | 'alias' | 'weak-alias' | 'former'

/** One record's content as the index takes it: its names and what else can be compared, over one interval. */
export type IndexRecord = {
  /** `<source>:<key>`. */
  readonly record: string
  readonly source: string
  readonly content: number
  readonly since: Instant
  readonly until: Instant
  readonly schema: string
  readonly kind: NameKind
  readonly names: readonly { readonly text: string; readonly standing: NameStanding; readonly analysed: AnalysedName }[]
  /** Cleaned identifiers as `kind:value`. */
  readonly identifiers: readonly string[]
  /** Stored dates of birth or incorporation, country codes, genders, list ids, topics: compared and filtered by. */
  readonly dates: readonly string[]
  readonly countries: readonly string[]
  readonly genders: readonly string[]
  readonly addresses: readonly string[]
  readonly lists: readonly string[]
  readonly topics: readonly string[]
}

/** For each source the instant whose state is asked; a source that is absent is not searched. `null`: any time. */
export type SourceInstants = ReadonlyMap<string, Instant | null>

/** What limits a search. */
export type CandidateFilter = {
  readonly instants: SourceInstants
  readonly schemata?: ReadonlySet<string>
  readonly excludedSchemata?: ReadonlySet<string>
  readonly lists?: ReadonlySet<string>
  readonly topics?: ReadonlySet<string>
  readonly limit: number
}

/** A record found, with the names of it that were found. */
export type Candidate = { readonly row: number; readonly names: readonly number[]; readonly weight: number }
