import type { Day, Problem } from '../model/index.ts'
import type { PendingOf, Rung } from '../news/index.ts'

export type { Rung }

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
  /** Which model read it, where it was not read by the rules. */
  readonly by?: string
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

/** A claim with the document it stands in. */
export type ClaimSeen = ClaimView & { readonly document: Omit<DocumentView, 'text'> }

/** A change of one (authority, party) that may come, as it is shown. */
export type PendingChange = PendingOf<ClaimSeen>

/** Pending changes, open ones first, then by newest evidence. */
export type SignalsAnswer = { readonly signals: readonly PendingChange[] }
