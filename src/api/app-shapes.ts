import type { Follow } from '../jobs/index.ts'
import type { Day } from '../model/index.ts'
import type {
  ChangeEvent,
  ChangeFound,
  ChangeView,
  EntityJson,
  Incomplete,
  InstrumentAnswer,
  ScreenAnswer,
  VersionUsed,
} from '../questions/index.ts'

/** What is followed, and what is on its way to each. */
export type FollowsAnswer = {
  readonly follows: readonly (Omit<Follow, 'secret'> & {
    /** Messages that wait to be sent, and why the last attempt failed. */
    readonly waiting: number
    readonly failure: string | null
  })[]
}

/** The times a caller names; a day means its last second in UTC, nothing means now. The app turns them into an `AsOf`. */
export type AsOfAsked = { readonly valid?: Day; readonly published?: string; readonly recorded?: string }

/**
 * What is searched: the sources, and for each the lists that count; null means every record of the source, the list `''`
 * stands for records on no list. An empty scope finds nothing.
 */
export type Scope = readonly { readonly source: string; readonly lists: readonly string[] | null }[]

/** A query entity as the caller sent it; values are cleaned by the app, unknown properties dropped. */
export type QueryExample = { readonly id?: string | null; readonly schema: string; readonly properties: Readonly<Record<string, unknown>> }

/** How queries are screened. Everything here holds for each query of the batch. */
export type ScreenOptions = {
  readonly scope: Scope
  readonly limit: number
  /** From this score on a result is a match. */
  readonly threshold: number
  /** Results that score this or less are dropped. */
  readonly cutoff: number
  readonly asOf: AsOfAsked
  /** A result has one of these topics; empty asks nothing. */
  readonly topics: readonly string[]
  readonly excludedSchemata: readonly string[]
  readonly excludedIds: readonly string[]
  /** `last_change` is later than this. */
  readonly changedSince: string | null
  /** Weights and settings of features, by the names `matcher()` gives. */
  readonly weights: Readonly<Record<string, number>>
  readonly config: Readonly<Record<string, string | number | boolean | null>>
  /** True fills `listings` of each result; false leaves them empty and saves the work. */
  readonly listings: boolean
}

/** What all screenings of a batch stand on. */
export type ScreenContext = Pick<ScreenAnswer, 'asOf' | 'versions' | 'incomplete' | 'unsearched' | 'matcher' | 'index'>

/** What is particular to one query of a batch. */
export type QueryAnswer = Pick<ScreenAnswer, 'status' | 'query' | 'total' | 'results'>

/** A batch's answers. `answers` are JSON texts of `QueryAnswer`, in order: a worker writes them and they go to the wire as they are. */
export type ScreenBatch = { readonly answers: readonly string[]; readonly context: ScreenContext }

/** One collection, source or list as the catalogue shows it. An id that is both source and list is a source. */
export type DatasetView = {
  readonly name: string
  readonly kind: 'collection' | 'source' | 'list'
  readonly title: string
  readonly summary: string
  readonly url: string | null
  /** Collections: the sources in it. Sources: the lists it carries. */
  readonly children: readonly string[]
  /** Lists: the sources that carry it. */
  readonly sources: readonly string[]
  readonly publisher: {
    readonly name: string
    readonly acronym: string | null
    readonly url: string | null
    readonly country: string | null
    readonly official: boolean
  } | null
  readonly licence: string | null
  /** How often it is published: daily, weekly, unknown … */
  readonly frequency: string | null
  /** Name of the newest accepted version, and of the version the index answers from. */
  readonly version: string | null
  readonly indexVersion: string | null
  readonly updatedAt: string | null
  readonly lastExport: string | null
  readonly lastChange: string | null
  readonly coverage: { readonly start: Day | null; readonly end: Day | null; readonly countries: readonly string[] }
  readonly entities: number
  readonly things: number
  readonly targets: number
  readonly files: readonly {
    readonly name: string
    readonly url: string | null
    readonly sha256: string
    readonly timestamp: string
    readonly mimeType: string | null
    readonly sizeBytes: number
  }[]
}

/** The matcher and its features with their weights; one description serves `/algorithms` and the page. */
export type MatcherView = {
  readonly name: string
  readonly description: string
  readonly features: readonly { readonly name: string; readonly description: string; readonly weight: number }[]
  readonly config: readonly {
    readonly name: string
    readonly type: 'string' | 'float' | 'integer' | 'boolean'
    readonly description: string
    readonly default: string | number | boolean | null
  }[]
}

/** A search by words and fields, of now where no times are asked for. `q` is a Lucene query string; syntax errors are thrown as `search.invalid`. */
export type SearchRequest = {
  readonly scope: Scope
  readonly q: string
  /** Forgiving syntax that never fails. */
  readonly simple: boolean
  /** Terms marked with `~` may differ by an edit distance that grows with their length. */
  readonly fuzzy: boolean
  readonly schema: string
  readonly excludedSchemata: readonly string[]
  readonly changedSince: string | null
  /** Each field's accepted values: any of them, or all where `all`. */
  readonly filters: readonly { readonly field: string; readonly values: readonly string[]; readonly all: boolean }[]
  readonly target: boolean | null
  readonly facets: readonly string[]
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
  readonly limit: number
  readonly offset: number
  readonly asOf?: AsOfAsked
}

/** What a search found. */
export type SearchAnswer = {
  readonly total: { readonly value: number; readonly relation: 'eq' | 'gte' }
  readonly results: readonly EntityJson[]
  readonly facets: Readonly<
    Record<
      string,
      { readonly label: string; readonly values: readonly { readonly name: string; readonly label: string; readonly count: number }[] }
    >
  >
  readonly incomplete: readonly Incomplete[]
  readonly versions: readonly VersionUsed[]
}

/** An entity, or the id it now goes by; null where nothing is known by that id. */
export type EntityFound = { readonly entity: EntityJson } | { readonly movedTo: string }

/** Neighbours under one property, one page of them. */
export type AdjacentPage = {
  readonly results: readonly EntityJson[]
  readonly total: { readonly value: number; readonly relation: 'eq' }
  readonly limit: number
  readonly offset: number
}

/** What is asked of `/statements`; null asks nothing. */
export type StatementRequest = {
  readonly scope: Scope
  readonly entityId: string | null
  readonly canonicalId: string | null
  readonly prop: string | null
  readonly value: string | null
  readonly schema: string | null
  readonly target: boolean | null
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
  readonly limit: number
  readonly offset: number
}

/** One value of one property of one record, in yente's words. */
export type StatementRow = {
  readonly id: string
  readonly entity_id: string
  readonly canonical_id: string
  readonly prop: string
  readonly prop_type: string
  readonly schema: string
  readonly value: string
  readonly dataset: string
  readonly target: boolean
  readonly first_seen: string | null
  readonly last_seen: string | null
}

/** A change of a source between two accepted versions that follow each other. */
export type ChangeItem = ChangeView & {
  readonly kind: 'added' | 'amended' | 'removed'
  readonly source: string
  readonly sourceTitle: string
  /** The version that brought it, its instant of publication, and the version before. */
  readonly version: string
  readonly published: string
  readonly before: string
  readonly recorded: string
  /** The entity the record belongs to today. */
  readonly entity: string
} & Partial<Pick<ChangeFound, 'event' | 'material' | 'interval' | 'filesBefore' | 'filesAfter'>>

/** An event with the title of its source. */
export type EventItem = ChangeEvent & { readonly sourceTitle: string }

/** What is asked of changes and events; null and an empty list ask nothing. */
export type ChangesAsked = {
  readonly since: string | null
  readonly until: string | null
  readonly sources: readonly string[]
  /** Kinds of changes or of events. */
  readonly kinds: readonly (ChangeItem['kind'] | ChangeEvent['kind'])[]
  /** Any ids of entities. */
  readonly parties?: readonly string[]
  readonly lists?: readonly string[]
  readonly authorities?: readonly string[]
  /** True leaves out what is only wording, form or fault. */
  readonly material?: boolean
  readonly limit: number
  readonly offset: number
  /** As it was told by then, and with what had been accepted and judged by then; absent means now. */
  readonly asOf?: Pick<AsOfAsked, 'published' | 'recorded'>
}

/** Changes, newest first, and the events that follow from them; a mass change is one event. Limit and offset count in each. */
export type ChangesAnswer = {
  readonly since: string | null
  readonly until: string | null
  readonly changes: readonly ChangeItem[]
  readonly total: number
  readonly events?: readonly EventItem[]
  readonly totalEvents?: number
  readonly incomplete: readonly Incomplete[]
}

/** A short line about an instrument, for lists of them. */
export type InstrumentLine = Pick<
  InstrumentAnswer,
  'id' | 'title' | 'number' | 'type' | 'issuedBy' | 'issuedByName' | 'issued' | 'confidence'
>

/** How far a long task has come. */
export type Progress = {
  readonly task: string
  readonly source: string | null
  readonly phase: string
  readonly done: number
  readonly total: number | null
  readonly message: string | null
}

/** Whether questions can be answered; `missing` names required sources that are not there. */
export type Readiness = { readonly ready: boolean; readonly reason: string | null; readonly missing: readonly string[] }

/** Figures of the workers, for the metrics. */
export type WorkerFigures = {
  readonly workers: number
  readonly waiting: number
  readonly running: number
  readonly restarts: number
  readonly refused: number
}

/** A file to screen, as uploaded, and which column holds what where the caller says so. */
export type FileToScreen = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly columns: Readonly<Record<string, string>>
  readonly schema: string | null
  readonly headless?: boolean
  readonly recognise?: boolean
}

/**
 * What the screening of a file tells as it goes: the columns it recognised, each row's answer, how far it is, the end.
 * The interface adds `failure` as the last line where the screening throws on the way.
 */
export type FileScreeningEvent =
  | {
      readonly type: 'columns'
      readonly columns: readonly { readonly head: string; readonly property: string | null }[]
      readonly rows: number | null
    }
  | { readonly type: 'row'; readonly row: number; readonly name: string; readonly answer: QueryAnswer }
  | { readonly type: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly type: 'problem'; readonly row: number | null; readonly code: string; readonly message: string }
  | { readonly type: 'failure'; readonly code: string; readonly detail: string; readonly remedy: string }
  | {
      readonly type: 'end'
      readonly rows: number
      readonly matched: number
      readonly possible: number
      readonly failed: number
      readonly context: ScreenContext
    }
