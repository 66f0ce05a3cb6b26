import type { FileEvent, Follow } from '../jobs/index.ts'
import type {
  AsOfAsked,
  ChangeEvent,
  ChangeFound,
  ChangeView,
  EntityJson,
  Incomplete,
  InstrumentAnswer,
  ScreeningContext,
  SearchAsked,
  SearchFound,
  VersionUsed,
} from '../questions/index.ts'

export type { TableToScreen as FileToScreen } from '../jobs/index.ts'
export type {
  AsOfAsked,
  CatalogueEntry as DatasetView,
  QueryAnswer,
  QueryAsked as QueryExample,
  Scope,
  ScreeningContext as ScreenContext,
  ScreeningOptions as ScreenOptions,
  StatementFound as StatementRow,
  StatementsAsked as StatementRequest,
} from '../questions/index.ts'

/** What is followed, and what is on its way to each. */
export type FollowsAnswer = {
  readonly follows: readonly (Omit<Follow, 'secret'> & {
    /** Messages that wait to be sent, and why the last attempt failed. */
    readonly waiting: number
    readonly failure: string | null
  })[]
}

/** A batch's answers. `answers` are JSON texts of `QueryAnswer`, in order: a worker writes them and they go to the wire as they are. */
export type ScreenBatch = { readonly answers: readonly string[]; readonly context: ScreeningContext }

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

/** A search, of now where no times are asked for; syntax errors are thrown as `search.invalid`. */
export type SearchRequest = SearchAsked & { readonly asOf?: AsOfAsked }

/** What a search found, and what it stands on. */
export type SearchAnswer = Omit<SearchFound, 'total'> & {
  readonly total: { readonly value: number; readonly relation: 'eq' | 'gte' }
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

/**
 * What the screening of a file tells as it goes. The interface adds `failure` as the last line where the screening throws on the
 * way.
 */
export type FileScreeningEvent =
  | FileEvent
  | { readonly type: 'failure'; readonly code: string; readonly detail: string; readonly remedy: string }
