import type { Cause, Confidence, Day, Evidence, FieldChange, Problem, Status } from '../model/index.ts'

export type * from './instrument-types.ts'
export type * from './law-types.ts'
export type * from './news-types.ts'

/** The version of a source that an answer stands on, and how old it was then, in days. */
export type VersionUsed = {
  readonly source: string
  readonly version: string
  readonly published: string
  readonly ageDays: number
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

/** A source that could not be searched as it should: stale, missing, held, refused or failed. */
export type Incomplete = {
  readonly source: string
  readonly reason: 'stale' | 'missing' | 'held' | 'refused' | 'failed' | 'unverified'
  readonly detail: string
}

/** Answers add to a record's statuses: not-listed (before a first listing that is known) and unknown. */
export type AnswerStatus = Status | 'not-listed' | 'unknown'

/** One edge of a span as an answer shows it. `by` null: open. */
export type AnswerBound = {
  readonly after: Day | null
  readonly by: Day
  readonly basis: 'stated' | 'seen' | 'curated'
  readonly text: string
}

/** One listing of a party: where, what, since and until when, under what, on what evidence. */
export type Listing = {
  readonly list: string
  readonly listName: string
  readonly authority: string
  readonly authorityName: string
  readonly jurisdiction: string
  readonly status: AnswerStatus
  /** True where this is the state on the day asked; others are earlier or later stretches of the same list, or not known to hold. */
  readonly holds: boolean
  readonly from: AnswerBound | null
  readonly to: AnswerBound | null
  readonly instruments: readonly { readonly id: string; readonly title: string; readonly number: string | null }[]
  readonly endInstruments: readonly { readonly id: string; readonly title: string; readonly number: string | null }[]
  readonly confidence: Confidence
  readonly disputed: boolean
  readonly evidence: readonly Evidence[]
  readonly reference: string | null
  readonly programme: string | null
  readonly grounds: string | null
  /** The last day the state was read in a list. */
  readonly lastRead: Day | null
  readonly note: string | null
  readonly disagreement: readonly { readonly note: string; readonly evidence: Evidence }[]
}

/** yente's explanation of one feature, with our alignment beside it. */
export type FeatureExplanation = {
  readonly score: number
  readonly detail: string | null
  readonly query: string | null
  readonly candidate: string | null
  readonly links?: readonly import('../names/index.ts').NameLink[]
}

/** An entity as yente presents it. */
export type EntityJson = {
  readonly id: string
  readonly caption: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly (string | EntityJson)[]>>
  readonly datasets: readonly string[]
  readonly referents: readonly string[]
  readonly target: boolean
  readonly first_seen: string | null
  readonly last_seen: string | null
  readonly last_change: string | null
}

/** One result of a screening. */
export type ScreenResult = EntityJson & {
  readonly score: number
  readonly match: boolean
  readonly rank: number
  readonly explanations: Readonly<Record<string, FeatureExplanation>>
  readonly listings: readonly Listing[]
  /** Whose listings these are, where it is another: the holder of a wallet, account or security. */
  readonly listedAs?: { readonly id: string; readonly caption: string }
  /** The name that matched and what kind of name it is. */
  readonly matchedName: { readonly text: string; readonly kind: 'name' | 'alias' | 'weak-alias' | 'former'; readonly record: string } | null
}

/** A screening's answer: yente's for one query, with the versions it stands on. */
export type ScreenAnswer = {
  readonly status: 200
  readonly query: { readonly id: string | null; readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> }
  readonly asOf: { readonly valid: Day; readonly published: string; readonly recorded: string }
  readonly total: { readonly value: number; readonly relation: 'eq' | 'gte' }
  readonly results: readonly ScreenResult[]
  readonly versions: readonly VersionUsed[]
  readonly incomplete: readonly Incomplete[]
  /** True where a required source, or every official list, was missing, held or too old: then nothing found is no answer. */
  readonly unsearched: boolean
  readonly matcher: string
  readonly index: string
}

/** One record of an entity: what one source says. */
export type RecordView = {
  readonly id: string
  readonly source: string
  readonly sourceTitle: string
  readonly reference: string | null
  readonly version: string
  readonly sha256: readonly string[]
  readonly schema: string
  readonly caption: string
  readonly statements: readonly {
    readonly property: string
    readonly label: string
    readonly value: string
    readonly text: string
    readonly field: string
    readonly lang: string | null
  }[]
  /** Why it belongs to the entity. */
  readonly joined: { readonly reason: string; readonly by: string; readonly recorded: string } | null
}

/** Something that happened to a party, in order of time. */
export type EventView = {
  readonly day: Day
  /** Earliest possible day where the event is only known to lie in an interval. */
  readonly after: Day | null
  readonly kind: 'listed' | 'relisted' | 'renumbered' | 'suspended' | 'removed' | 'amended' | 'relation' | 'signal' | 'never-read'
  /** For a relation or a signal what kind it is ("talks", "invitation", "delisting_considered" …). */
  readonly relation?: string
  readonly title: string
  readonly authority: string | null
  readonly list: string | null
  readonly instruments: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly confidence: Confidence
  readonly fields: readonly FieldChange[]
  readonly recorded: string | null
}

/** Everything about an entity. */
export type EntityAnswer = {
  readonly entity: EntityJson
  readonly names: readonly {
    readonly text: string
    readonly kind: 'name' | 'alias' | 'weak-alias' | 'former'
    readonly lang: string | null
    readonly sources: readonly string[]
  }[]
  readonly records: readonly RecordView[]
  readonly listings: readonly Listing[]
  /** Whose listings these are, where it is another: the holder of a wallet, account or security. */
  readonly listedAs?: { readonly id: string; readonly caption: string }
  readonly events: readonly EventView[]
  readonly links: readonly {
    readonly schema: string
    readonly role: string
    readonly other: string
    readonly otherCaption: string
    readonly text: string
  }[]
  /** Titles and addresses of the citations that evidence names. */
  readonly citations?: Readonly<Record<string, { readonly title: string; readonly url: string | null }>>
  readonly asOf: ScreenAnswer['asOf']
  readonly versions: readonly VersionUsed[]
  readonly incomplete: readonly Incomplete[]
}

/** The state of one source. */
export type SourceView = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly authority: string
  readonly jurisdiction: string
  readonly kind: 'official' | 'curated' | 'aggregate' | 'own'
  readonly url: string
  readonly licence: string
  readonly verified: boolean
  readonly closed: boolean
  /** True where the publisher gives it at an address; the others are taken in from files somebody has. */
  readonly fetched: boolean
  readonly freshness: 'current' | 'stale' | 'missing' | 'held' | 'importing'
  readonly cadence: string
  readonly newest: {
    readonly version: string
    readonly published: string
    readonly recorded: string
    readonly ageDays: number
    readonly records: number
    readonly basis: string
    readonly rendition: string
    readonly files: readonly { readonly name: string; readonly sha256: string }[]
  } | null
  readonly versions: number
  readonly held: readonly { readonly version: string; readonly reason: string; readonly recorded: string; readonly records: number }[]
  readonly problems: readonly (Problem & { readonly count: number })[]
  readonly unreadFields: number
  readonly lastFetch: LastFetch | null
  /** How long after the day of the act its newest listings appeared here, the middle of so many; null where none states a day. */
  readonly lag: { readonly days: number; readonly listings: number } | null
}

/** What was last heard of a publisher. */
export type LastFetch = {
  readonly at: string
  readonly outcome: string
  readonly detail: string
  /** Attempts that failed since the last one that did not. */
  readonly failures: number
  /** It is not asked again by itself before; null where nothing stands in the way. */
  readonly notBefore: string | null
}

/** The answer to "what sources do you have". */
export type SourcesAnswer = {
  readonly sources: readonly SourceView[]
  readonly base: {
    readonly parties: number
    readonly designations: number
    readonly instruments: number
    readonly lists: number
    readonly authorities: number
  }
  readonly importing: { readonly source: string; readonly phase: string; readonly done: number; readonly total: number | null } | null
  readonly verified: number
  readonly unverified: number
  readonly index: { readonly generation: string; readonly names: number; readonly records: number; readonly entities: number } | null
}

/** One change of a source's lists. */
export type ChangeView = {
  readonly record: string
  readonly reference: string | null
  readonly caption: string
  readonly cause: Cause
  readonly relisted?: boolean
  readonly fields?: readonly FieldChange[]
}

/** The difference between two versions. */
export type DiffAnswer = {
  readonly source: string
  readonly from: string
  readonly to: string
  readonly added: readonly ChangeView[]
  readonly amended: readonly ChangeView[]
  readonly removed: readonly ChangeView[]
}
