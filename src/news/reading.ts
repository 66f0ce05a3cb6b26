import type { Day } from '../model/index.ts'
import type { Annotated } from './annotate.ts'
import type { DateFound } from './dates.ts'
import type { Equipment } from './equipment.ts'
import type { Grammar } from './grammar.ts'
import type { Mention } from './mentions.ts'
import type { DocumentNames } from './names-in-document.ts'
import type { Range, Sentence } from './sentences.ts'
import type { Target } from './target.ts'
import type { EventType, Factuality } from './types.ts'

/** An event as it is being put together. */
export type Found = Range & {
  readonly type: EventType
  readonly code: string
  readonly target: Target
  readonly date: Pick<DateFound, 'date' | 'precision'> | null
  readonly dateBasis: 'text' | 'relative' | 'publication' | 'none'
  readonly factuality: Factuality
  readonly attribution: string | null
  readonly instrument: { readonly text: string; readonly id: string | null } | null
  readonly sentence: Sentence
  readonly confidence: number
  /** True for an act told of only as what another one is about: "rulings that removed X". */
  readonly embedded?: boolean
}

/** A document being read: what was recognised, what is known of its names, and the events found so far. */
export type Reading = {
  readonly doc: Annotated
  readonly title: string
  readonly publisher: string
  readonly published: Day | null
  readonly tools: Equipment
  readonly grammar: Grammar
  readonly names: DocumentNames
  /** True for many short unrelated items: none of them explains another. */
  readonly digest: boolean
  /** True where the document as a whole is about lists of designations. */
  readonly cued: boolean
  readonly found: Found[]
  /** Acts on several parties that their sentence only counts: later ones may name them. */
  readonly open: Omit<Found, 'target'>[]
  /** Mentions that lie within a stretch, in order. */
  within(range: Range): readonly Mention[]
}
