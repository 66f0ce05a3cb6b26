import type { Authority, Citation, ListFact, Relation } from './base-types.ts'

export type * from './base-types.ts'
export type * from './source-types.ts'

/** A day as YYYY-MM-DD; compares as text. */
export type Day = string

/** Seconds since 1970 UTC; a publication dated only by day begins at 00:00:00. */
export type Instant = number

/** The end of an interval that is still open. */
export const OPEN: Instant = 9_999_999_999

/** A date as precise as its source: the days it may be, both included, and its words. */
export type PartialDate = { readonly earliest: Day; readonly latest: Day; readonly approximate: boolean; readonly text: string }

/** The three times; valid defaults to published's day, published to recorded, recorded to now. */
export type AsOf = {
  readonly valid: Day
  readonly published: Instant
  readonly recorded: Instant
  /** True when `valid` was asked for: spans of parties since removed count too. */
  readonly validAsked: boolean
}

/** How the day of a version is known. */
export type Basis = 'stated' | 'given' | 'filename' | 'header'

/** One fetched state of a source; immutable. `accepted` is OPEN while held. */
export type SourceVersion = {
  readonly source: string
  readonly published: Instant
  readonly basis: Basis
  readonly recorded: Instant
  readonly accepted: Instant
  readonly rendition: string
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly sizeBytes: number }[]
}

/** One entry as published: self-contained, canonical order, steady key. */
export type RawRecord = { readonly key: string; readonly body: string }

/** Something odd: stop keeps the version from coming into force, flag marks the record, note informs. */
export type Problem = {
  readonly code: string
  readonly severity: 'stop' | 'flag' | 'note'
  readonly field: string
  readonly seen: string
  readonly expected?: string
  /** The record's key where the problem belongs to one. */
  readonly record?: string
}

/** One value of one property, the words it was read from and where they stood. */
export type Statement = {
  readonly property: string
  readonly value: string
  readonly text: string
  readonly field: string
  readonly lang?: string
}

/** What a record says a party is; id is `<source>:<key>`. */
export type Party = { readonly id: string; readonly schema: string; readonly statements: readonly Statement[] }

/** What a listing can be, as a record says. */
export type Status = 'listed' | 'suspended' | 'delisted' | 'never'

/** How sure a fact is: read in an official record, verified in a named source, or recalled. */
export type Confidence = 'read' | 'verified' | 'recalled'

/** What a record says about one listing. */
export type Designation = {
  readonly party: string
  /** An id of `data/facts/lists.json`. */
  readonly list: string
  readonly programme: string
  readonly status: Status
  /**
   * The days of the status. Where a record of a list keeps a party that was taken off (`delisted`), they are those of the listing:
   * `to` is the day it was taken off. In the curated base a delisted row begins on that day, and the listing is a row of its own.
   */
  readonly from?: PartialDate
  readonly to?: PartialDate
  readonly instruments: readonly string[]
  readonly endInstruments?: readonly string[]
  /** The day a 'never' was read. */
  readonly asOf?: Day
  /** Days on which the state was read in a list. */
  readonly seenOn?: readonly Day[]
  readonly confidence: Confidence
  readonly disputed?: boolean
  /** Who decided, where it differs from the list's authority. */
  readonly authority?: string
  readonly citations?: readonly string[]
  readonly note?: string
  readonly grounds?: string
  readonly field: string
}

/** What an answer shows for a fact: where it was read, and how sure that is. */
export type Evidence = {
  readonly source: string
  readonly version: string
  readonly record: string
  readonly field: string
  readonly confidence: Confidence
  readonly disputed: boolean
  readonly citations: readonly string[]
}

/** What an instrument does to another. */
export type ActVerb = 'implements' | 'amends' | 'repeals' | 'exempts'

/** A resolution, act, order or judgment, and what it does to others. */
export type Instrument = {
  readonly id: string
  readonly type: string
  readonly number?: string
  readonly title: string
  readonly issuedBy: string
  readonly issued: PartialDate
  readonly effective?: PartialDate
  readonly acts: readonly { readonly verb: ActVerb; readonly target: string }[]
  readonly url?: string
  readonly note?: string
  readonly confidence?: Confidence
  readonly citations?: readonly string[]
}

/** A relation between two parties: a FollowTheMoney edge schema with its ends. */
export type Link = { readonly schema: string; readonly from: string; readonly to: string; readonly statements: readonly Statement[] }

/** Another publisher's number of a party, as a record quotes it: the strongest ground for a join. */
export type Reference = {
  /** The party of this reading that the number belongs to. */
  readonly party: string
  readonly scheme: 'un' | 'ofac' | 'uk' | 'eu'
  /** In the form of that publisher's record keys: `TAi.171`, `6636`, `AFG0112`, `EU.3611.64`. */
  readonly value: string
  readonly field: string
}

/** Everything one raw record yields under one parser; `unread` is what it did not consume. */
export type Reading = {
  readonly parties: readonly Party[]
  readonly designations: readonly Designation[]
  readonly instruments: readonly Instrument[]
  readonly links: readonly Link[]
  /** Numbers of other publishers quoted by the record; absent means none. */
  readonly references?: readonly Reference[]
  /** What a record of the curated base says beside parties and instruments; absent elsewhere. */
  readonly authorities?: readonly Authority[]
  readonly lists?: readonly ListFact[]
  readonly citations?: readonly Citation[]
  readonly relations?: readonly Relation[]
  readonly unread: readonly { readonly field: string; readonly text: string }[]
  readonly problems: readonly Problem[]
}

/** Our word on two records; never edited, only followed by another. */
export type Judgement = {
  readonly a: string
  readonly b: string
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly reason: string
  readonly score?: number
  readonly by: string
  readonly recorded: Instant
}

/** A day of change as well as known: later than `after` (null: unknown), by `by` at the latest. */
export type Bound = {
  readonly after: Day | null
  readonly by: Day
  readonly basis: 'stated' | 'seen' | 'curated'
  readonly evidence: Evidence
}

/** One stretch of one status of a party on a list; derived, never stored as truth. */
export type Span = {
  readonly party: string
  readonly list: string
  readonly status: Status
  /** `by` is the first day the status surely holds; `after` null means an unknown start. */
  readonly from: Bound
  readonly to: Bound | null
  readonly instruments: readonly string[]
  readonly endInstruments: readonly string[]
  readonly evidence: readonly Evidence[]
  /** Other attestations of the same listing that say otherwise. */
  readonly disagreement: readonly { readonly note: string; readonly evidence: Evidence }[]
}

/** What made a difference between two versions. */
export type Cause = 'source' | 'rendition' | 'parser' | 'join'

/** A property that differs between two readings. */
export type FieldChange = { readonly property: string; readonly was: readonly string[]; readonly is: readonly string[] }

/** A difference between two versions and what made it. */
export type Change = {
  readonly kind: 'added' | 'amended' | 'removed'
  readonly cause: Cause
  readonly record: string
  readonly fields: readonly FieldChange[]
}
