import type { ActVerb, Cause, Confidence, Day, Evidence, FieldChange, Problem, Status } from '../model/index.ts'

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
  readonly lastFetch: { readonly at: string; readonly outcome: string; readonly detail: string } | null
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

/** The status of a party with an authority on a day. */
export type ListedAnswer = {
  readonly status: AnswerStatus
  readonly party: string
  readonly list: string | null
  readonly instrument: string | null
  /** The former and the next boundary, as precise as known: a day, `2025-12` or `2026`. */
  readonly boundary: { readonly from: string | null; readonly to: string | null }
  readonly evidence: readonly Evidence[]
  readonly confidence: Confidence | null
  readonly disputed: boolean
  /** What other sources of the same listing say otherwise. */
  readonly disagreement: readonly { readonly note: string; readonly evidence: Evidence }[]
  /**
   * Acts in force on the day that let conduct through which an act of this listing, or of its list, prohibits; each says for whom.
   * Empty where the party is neither listed nor suspended.
   */
  readonly exemptions: readonly string[]
  readonly others: readonly {
    readonly list: string
    readonly status: AnswerStatus
    readonly instrument: string | null
    readonly boundary: { readonly from: Day | null; readonly to: Day | null }
  }[]
}

/** Who lists whom on a day. */
export type MatrixAnswer = {
  readonly on: Day
  readonly authorities: readonly { readonly id: string; readonly name: string; readonly jurisdiction: string }[]
  readonly parties: readonly { readonly id: string; readonly caption: string }[]
  /** Row a party, column an authority. */
  readonly cells: readonly (readonly {
    readonly status: AnswerStatus
    readonly list: string | null
    readonly confidence: Confidence | null
    readonly disputed: boolean
    readonly from: Day | null
    readonly to: Day | null
  }[])[]
  /** Days on which any shown cell changes, in order. */
  readonly changeDays: readonly Day[]
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

/** The lineage of an instrument: ids linked directly, and beside each the transitive ones. */
export type InstrumentAnswer = {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly type: string
  readonly issuedBy: string
  /** The name of who issued it. */
  readonly issuedByName?: string
  readonly issued: string
  readonly effective: string | null
  readonly note: string | null
  readonly confidence: Confidence
  readonly inForce: boolean | null
  readonly implements: readonly string[]
  readonly implementedBy: readonly string[]
  readonly amends: readonly string[]
  readonly amendedBy: readonly string[]
  readonly repeals: readonly string[]
  readonly repealedBy: readonly string[]
  readonly exempts: readonly string[]
  readonly exemptions: readonly string[]
  readonly designations: readonly string[]
  readonly allImplements: readonly string[]
  readonly allImplementedBy: readonly string[]
  readonly allAmends: readonly string[]
  readonly allAmendedBy: readonly string[]
  readonly allRepeals: readonly string[]
  readonly allRepealedBy: readonly string[]
  readonly allExemptions: readonly string[]
  /** Every act that is reached from it, up or down, as it acts on another: what a drawing of the lineage shows. */
  readonly chain: readonly { readonly act: string; readonly verb: ActVerb; readonly target: string }[]
  /** Titles of every id named here. */
  readonly titles: Readonly<
    Record<string, { readonly title: string; readonly number: string | null; readonly issued: string; readonly issuedBy: string }>
  >
}

/** One claim read from an article or notice: what it says of whom, and in which words. */
export type ClaimView = {
  /** One of the 22 event types ("delisting_considered", "listed", "talks" …). */
  readonly type: string
  readonly authority: string | null
  readonly target: string | null
  readonly authorityId: string | null
  readonly targetId: string | null
  /** A partial date as stored (`2024`, `2024-04`, `2024-04-18`, `a/b`), or null. */
  readonly date: string | null
  readonly datePrecision: 'day' | 'month' | 'year' | 'approx' | 'none'
  readonly instrument: string | null
  readonly instrumentId: string | null
  readonly factuality: 'done' | 'planned' | 'considered' | 'requested' | 'conditional' | 'denied'
  /** Who says it, where that is not the authority itself. */
  readonly attribution: string | null
  /** An exact stretch of the document's text, from `start` to `end` in UTF-16 code units. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** 0 to 1. */
  readonly confidence: number
}

/** A document as it was read: its text is what claims' offsets count in. */
export type DocumentView = {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: Day | null
  readonly url: string | null
  readonly sha256: string
  /** Paragraphs parted by a blank line; null where the publisher's licence lets us keep excerpts only. */
  readonly text: string | null
}

/** The claims found in a document. */
export type ReadAnswer = { readonly document: DocumentView; readonly events: readonly ClaimView[]; readonly problems: readonly Problem[] }

/** How far a change has come: asked for by others, weighed, announced, before a court or committee, decided. */
export type Rung = 'called' | 'considered' | 'announced' | 'heard' | 'decided'

/** A claim with the document it stands in. */
export type ClaimSeen = ClaimView & { readonly document: Omit<DocumentView, 'text'> }

/** A change of one (authority, party) that may come, with what speaks for and against it. It never edits a designation. */
export type PendingChange = {
  readonly id: string
  readonly authority: string
  readonly authorityName: string
  readonly party: string
  readonly partyCaption: string
  readonly direction: 'listing' | 'delisting' | 'easing'
  /** The highest rung reached. */
  readonly rung: Rung
  /** Every rung in order; one that was not reached has no day and no claims. */
  readonly rungs: readonly { readonly rung: Rung; readonly day: Day | null; readonly claims: readonly ClaimSeen[] }[]
  /** Relations that support it (talks, invitations, recognition …); never sufficient alone. */
  readonly support: readonly ClaimSeen[]
  /** Denials and contrary acts. */
  readonly against: readonly ClaimSeen[]
  readonly status: 'open' | 'closed' | 'expired'
  /** The official change that closed it. */
  readonly closedBy: { readonly day: Day; readonly title: string; readonly instrument: string | null } | null
  /** Days of the first and the newest evidence. */
  readonly opened: Day
  readonly updated: Day
}

/** Pending changes, open ones first, then by newest evidence. */
export type SignalsAnswer = { readonly signals: readonly PendingChange[] }
