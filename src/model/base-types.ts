import type { Confidence, PartialDate } from './types.ts'

/** Who decides or publishes. */
export type Authority = {
  readonly id: string
  readonly name: string
  readonly nativeName?: string
  /** ISO 3166 alpha-2 in lower case, `un`, `eu`, `xk`, or `zz` for none; an area within a State as `ru-chechnya`. */
  readonly jurisdiction: string
  readonly kind: string
  readonly website?: string
  readonly confidence: Confidence
  readonly citations: readonly string[]
}

/** What a designation is on in law. */
export type ListFact = {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly kind: 'sanctions' | 'terrorism' | 'export-control' | 'wanted' | 'debarment'
  readonly scope: string
  readonly url?: string
  /** Instruments the list rests on; what a designation falls back to where its programme names none. */
  readonly legalBasis: readonly string[]
  /** True where the list is closed. */
  readonly ended: boolean
  readonly note?: string
  readonly confidence: Confidence
  readonly citations: readonly string[]
}

/** A page or document that the curated base was read in. */
export type Citation = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly url?: string
  readonly docId?: string
  readonly date?: string
}

/** A dated event between States and a party. Actor and target are record ids of parties, or jurisdictions. */
export type Relation = {
  readonly id: string
  readonly date: PartialDate
  readonly actor: string
  readonly target: string
  readonly type: string
  readonly description: string
  readonly participants: readonly string[]
  readonly confidence: Confidence
  readonly citations: readonly string[]
}
