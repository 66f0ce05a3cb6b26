import type { Day, Problem } from '../model/index.ts'

/** The 22 things that a report can say of an authority and a party; `data/news` says how each is recognised. */
export const EVENT_TYPES = [
  'listing_called',
  'listing_considered',
  'listing_announced',
  'listed',
  'amended',
  'renewed',
  'challenged',
  'upheld',
  'annulled',
  'suspended',
  'delisting_called',
  'delisting_considered',
  'delisting_announced',
  'delisted',
  'exemption',
  'eased',
  'recognition',
  'accreditation',
  'talks',
  'invitation',
  'aid',
  'hostility',
] as const

/** One of the 22. */
export type EventType = (typeof EVENT_TYPES)[number]

/** Whether the act that a claim names happened, according to whom it is reported from. */
export const FACTUALITIES = ['done', 'planned', 'considered', 'requested', 'conditional', 'denied'] as const

/** One of the six. */
export type Factuality = (typeof FACTUALITIES)[number]

/** How exact a claim's date is. */
export type DatePrecision = 'day' | 'month' | 'year' | 'approx' | 'none'

/** One claim read from a document: what it says of whom, and in which words. */
export type Claim = {
  readonly type: EventType
  readonly authority: string | null
  readonly target: string | null
  /** The authority's jurisdiction: a country code, `un` or `eu`. */
  readonly authorityId: string | null
  /** The entity the target was linked to, where the ledger knows it. */
  readonly targetId: string | null
  readonly date: string | null
  readonly datePrecision: DatePrecision
  readonly instrument: string | null
  readonly instrumentId: string | null
  readonly factuality: Factuality
  /** Who says it, where that is not the authority itself. */
  readonly attribution: string | null
  /** The document's text from `start` to `end`, in UTF-16 code units. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** 0 to 1, in the bands that `confidence.ts` describes. */
  readonly confidence: number
  /** Which model read it, where it was not read by the rules. */
  readonly by?: string
}

/** A document as it was read; its text is kept unchanged and is what claims' offsets count in. */
export type NewsDocument = {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: Day | null
  readonly url: string | null
  readonly sha256: string
  readonly text: string
}

/** A document with the claims found in it. */
export type ReadDocument = { readonly document: NewsDocument; readonly claims: readonly Claim[]; readonly problems: readonly Problem[] }

/** A name of an entity as the linker takes it. */
export type NamedEntity = {
  readonly name: string
  readonly entity: string
  /** True for aliases that the publisher itself calls weak, and for short forms made here: they link only inside a frame. */
  readonly weak: boolean
  /** True where the entity is curated or otherwise well known: a single word of it links too. */
  readonly known: boolean
}

/** An instrument that citations in a text can be resolved to. */
export type KnownInstrument = { readonly id: string; readonly type: string; readonly number: string | null; readonly title: string }
