import type { Confidence, Day, Evidence } from '../model/index.ts'
import type { AnswerStatus } from './types.ts'

/** The status of a party with an authority on a day. */
export type ListedAnswer = {
  readonly status: AnswerStatus
  readonly party: string
  readonly list: string | null
  readonly instrument: string | null
  /** The former and the next boundary, as precise as known: a day, `2025-12` or `2026`. */
  readonly boundary: { readonly from: string | null; readonly to: string | null }
  /** Of an unknown day: the last day before it on which the list was read as having no entry; null where none was. */
  readonly noEntryBy: Day | null
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
    readonly noEntryBy: Day | null
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
    readonly noEntryBy: Day | null
  }[])[]
  /** Days on which any shown cell changes, in order. */
  readonly changeDays: readonly Day[]
}
