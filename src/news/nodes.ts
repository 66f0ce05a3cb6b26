import type { VerbForm } from './frames.ts'
import type { Act, Governor, Operator } from './language.ts'
import type { Range } from './sentences.ts'

/** How a verb stands in its clause. */
export type Voice = 'active' | 'passive' | 'inverted'

/** An act named in a sentence. Places are offsets in the text. */
export type ActNode = Range & {
  readonly act: Act
  readonly kind: 'verb' | 'noun' | 'status'
  readonly frame: string
  readonly form: VerbForm
  readonly voice: Voice
  /** Where the target is named, in order of preference; empty where only an earlier mention can tell. */
  readonly zones: readonly Range[]
  /** The words that name the list or class, where there are any. */
  readonly tail: Range | null
  readonly partyOnly: boolean
  readonly examples: boolean
  readonly sanctions: boolean
  /** True where the act's class or list was spelt out, not only implied by the verb. */
  readonly explicit: boolean
  /** True where the noun means nothing unless something is said about it. */
  readonly governed: boolean
  /** Which governors make an act of the noun, where not all do; none of them where its list is named. */
  readonly only?: readonly Governor['id'][]
  /** True where the noun only stands for an act told before. */
  readonly bare?: boolean
}

/** Something done to, or said about, an act. */
export type Modifier = Range & {
  readonly role: 'governor' | 'operator'
  readonly id: Governor['id'] | Operator['id']
  readonly form: VerbForm | 'noun' | 'phrase'
  readonly passive: boolean
}

/** What stands in a sentence: acts and modifiers in order. */
export type SentenceNodes = { readonly acts: readonly ActNode[]; readonly modifiers: readonly Modifier[] }
