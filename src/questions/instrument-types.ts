import type { ActVerb, Confidence } from '../model/index.ts'

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
    Record<
      string,
      {
        readonly title: string
        readonly number: string | null
        readonly issued: string
        readonly issuedBy: string
        /** Where its issuer decides; left out where the base does not know the issuer. */
        readonly jurisdiction?: string
      }
    >
  >
  /** The party and the list of each designation in words, by its id. */
  readonly named?: Readonly<Record<string, { readonly party: string; readonly list: string }>>
}
