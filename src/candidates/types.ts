import type { Instant } from '../model/index.ts'
import type { AnalysedName, NameKind, NameParts } from '../names/index.ts'

/** How a name was given: decides its standing, never whether it is found. */
export type NameStanding = 'name' | 'alias' | 'weak-alias' | 'former'

/** A name as a record gives it; `read` is what is taken apart in its stead, where that is not the text itself. */
export type StatedName = { readonly text: string; readonly standing: NameStanding; readonly read?: string }

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
  /** Names as written; the builder takes each different one apart once. */
  readonly names: readonly StatedName[]
  /** Name parts given beside the full names. */
  readonly parts?: NameParts | undefined
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
  /** The rows that count, a bit each: row 33 is the second bit of the second word. */
  readonly rows?: Uint32Array
  readonly limit: number
}

/** A row found, with the entries (names of this row) that were found, best first; none where an identifier led to it. Weights only order. */
export type Candidate = { readonly row: number; readonly names: readonly number[]; readonly weight: number }

/** What many records have in common; filters are worked out once for each class, not for each record. */
export type IndexClass = {
  readonly source: string
  readonly schema: string
  readonly kind: NameKind
  readonly lists: readonly string[]
  readonly topics: readonly string[]
}

/** A row of the index read back: what a record said over one interval, without its names. */
export type IndexedRecord = Omit<IndexRecord, 'names' | 'parts'> & { readonly row: number }

/** What is searched: names taken apart once, and identifiers as `kind:value`. */
export type CandidateQuery = { readonly names: readonly AnalysedName[]; readonly identifiers: readonly string[] }

/** Finds records. One searcher belongs to one thread; it keeps working memory between searches. */
export type Searcher = {
  /**
   * Records whose names or identifiers are like the query's, the most alike first.
   *
   * @returns at most `filter.limit` records by id (more where the last ones tie), each content that the filter admits
   */
  find(query: CandidateQuery, filter: CandidateFilter): readonly Candidate[]
  /** True where a filter admits a row. */
  admits(row: number, filter: CandidateFilter): boolean
}
