import type { Comparable, NameStanding } from '../candidates/index.ts'
import type { AnalysedName, NameKind, NameLink } from '../names/index.ts'

/** A query by example: a FollowTheMoney schema and its properties as the caller writes them. */
export type Example = { readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> }

/** A value of the query that could not be used, and why. */
export type QueryNote = { readonly property: string; readonly value: string; readonly reason: string }

/** A query cleaned and analysed once. */
export type PreparedQuery = {
  readonly schema: string
  /** The cleaned properties, as an answer echoes them. */
  readonly properties: Readonly<Record<string, readonly string[]>>
  readonly notes: readonly QueryNote[]
  readonly compared: Comparable
  /** Schemata that may match it. */
  readonly schemata: ReadonlySet<string>
  /** A name of the query as that kind of name, where the query leaves the kind open. */
  readonly nameAs: (index: number, kind: NameKind) => AnalysedName
}

/** A listed name to be compared. */
export type ListedName = { readonly analysed: AnalysedName; readonly standing: NameStanding }

/** A party as it is compared: of one record, or of several that are one entity. Lists are read when asked for. */
export type PartyFeatures = {
  readonly schemata: readonly string[]
  readonly names: readonly ListedName[]
  /** How many names the lists hold of it, those not compared included. */
  readonly nameCount: () => number
  readonly identifiers: () => readonly string[]
  readonly dates: () => readonly string[]
  readonly countries: () => readonly string[]
  readonly genders: () => readonly string[]
  readonly addresses: () => readonly string[]
}

/** The features of the score. */
export type FeatureName =
  | 'name_match'
  | 'identifier_match'
  | 'identifier_differs'
  | 'wallet'
  | 'address_match'
  | 'birth_date'
  | 'country'
  | 'gender'
  | 'address'
  | 'contact'
  | 'limit'

/** One piece of evidence: what it adds to the score (and to the rank), and the values that met. */
export type Evidence = {
  readonly feature: FeatureName
  readonly contribution: number
  readonly rank: number
  /** The rule that spoke, as `weights.ts` names it. */
  readonly rule: string
  readonly query: string | null
  readonly listed: string | null
}

/** What a party scores: 0 to 1, an unclamped rank that orders equal scores, and the evidence, whose contributions add up to the score. */
export type PartyScore = {
  readonly score: number
  readonly rank: number
  readonly evidence: readonly Evidence[]
  /** Places of the two names that agreed best, in the query and in the party's names. */
  readonly names: { readonly query: number; readonly listed: number } | null
}

/** A feature as an answer explains it. */
export type Feature = Evidence & {
  /** In words, for the reader. */
  readonly detail: string
  /** The alignment of the names. */
  readonly links?: readonly NameLink[]
}
