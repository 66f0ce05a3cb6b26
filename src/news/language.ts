import type { EventType } from './types.ts'

/** One act verb of a language's frames: which words, what must follow, and what act it is. */
export type ActFrame = {
  readonly id: string
  readonly act: Act
  readonly verbs: readonly string[]
  /** What must follow the verb (or the target); its start bounds the target. */
  readonly tail?: string
  /** True where the sentence must also hold a word that shows a list of designations is meant. */
  readonly cue?: boolean
  readonly direct?: boolean
  /** True where only a linked party counts, unless the sentence has the words of `relaxed`. */
  readonly partyOnly?: boolean
  readonly relaxed?: string
  readonly asClass?: boolean
  /** True where a linked party as the object is enough to show that a list of designations is meant. */
  readonly known?: boolean
  /** True where it only counts after an act told in the same paragraph: "It also removed X". */
  readonly follows?: boolean
  /** What the subject of the passive must name; the active is not meant. */
  readonly subject?: string
  /** A form of the verb that means something else. */
  readonly not?: 'ing'
  /** Where the target stands: between verb and tail (default), after the tail, within it, or among examples. */
  readonly zone?: 'after-tail' | 'own-tail' | 'examples'
}

/** Nouns that name an act. */
export type NounFrame = {
  readonly act: Act
  readonly words: readonly string[]
  readonly tail?: string
  readonly cue?: boolean
  readonly loose?: boolean
  readonly sanctions?: boolean
  /** True where the noun means nothing unless something is said about it. */
  readonly governed?: boolean
  /** True where the noun stands for an act told before: "the order", and names no party itself. */
  readonly bare?: boolean
  /** What follows the noun where it means something else. */
  readonly unless?: string
  /** Which governors make an act of it, where not all do. */
  readonly only?: readonly Governor['id'][]
}

/** What happens to an act noun: imposed, lifted, suspended, renewed … */
export type Governor = {
  readonly id: 'impose' | 'lift' | 'suspend' | 'renew' | 'uphold' | 'annul' | 'challenge' | 'amend'
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  /** Verbs that the act's noun is the subject of: "the listing dates from 2003". */
  readonly after?: readonly string[]
}

/** What is said about an act: asked for, weighed, planned, denied, conditional, commented on. */
export type Operator = {
  readonly id: 'call' | 'consider' | 'plan' | 'deny' | 'condition' | 'react'
  readonly verbs?: readonly string[]
  readonly nouns?: readonly string[]
  readonly phrases?: readonly string[]
}

/** A relation between a State and a party. */
export type RelationFrame = {
  readonly type: 'recognition' | 'accreditation' | 'talks' | 'invitation' | 'aid' | 'hostility'
  readonly verbs?: readonly string[]
  readonly nouns?: readonly string[]
  readonly phrases?: readonly string[]
  readonly forbid?: string
}

/** What an act does before anything is said about it. */
export type Act = 'list' | 'delist' | 'renew' | 'amend' | 'suspend' | 'exempt' | 'ease' | 'annul' | 'uphold' | 'challenge'

/** Words of a language for dates. */
export type DateWords = {
  readonly months: Readonly<Record<string, number>>
  readonly weekdays: Readonly<Record<string, number>>
  readonly numbers: Readonly<Record<string, number>>
  readonly units: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>>
  readonly vague: string
  /** Endings of numbers of days; what may stand between a day and its month. */
  readonly ordinals: string
  readonly of: string
  /** Words before a month or a weekday that stands alone, and before "that year". */
  readonly monthCues: string
  readonly weekdayCues: string
  readonly in: string
  readonly today: string
  readonly yesterday: string
  readonly tomorrow: string
  readonly last: string
  readonly next: string
  readonly this: string
  readonly earlier: string
  readonly ago: string
  readonly after: string
  readonly same: string
  /** Words that count back from the date before: "two days earlier". */
  readonly earlierBy?: string
  /** Words after a unit that count on from the date before: "the month after". */
  readonly unitAfter?: string
  readonly following: string
  readonly yearBefore: string
  /** Nouns that a number before them names: "the 1988 Committee" tells no year. */
  readonly numbered?: string
}

/** The frames of one language as `data/news/frames.LANG.json` holds them. */
export type FrameFile = {
  readonly language: string
  /** True where the subject follows its verb: "listed Saudi Arabia the movement on its list". */
  readonly verbFirst?: boolean
  readonly irregular: Readonly<Record<string, readonly string[]>>
  readonly macros: Readonly<Record<string, string>>
  /** Patterns by the names of `grammar.tables.ts`, over texts whose mentions are marked. */
  readonly grammar?: Readonly<Record<string, string>>
  readonly cue: string
  readonly forbidden: string
  readonly acts: readonly ActFrame[]
  readonly nouns: readonly NounFrame[]
  readonly governors: readonly Governor[]
  readonly operators: readonly Operator[]
  readonly statuses: readonly { readonly act: Act; readonly pattern: string; readonly cue?: boolean }[]
  /** What a court says of an act that it quashes. */
  readonly unlawful: string
  /** What follows a State's name that only describes a thing. */
  readonly attributive: string
  /** What joins an act noun to whom it is done to, and where that party's name ends. */
  readonly nounLinks: string
  readonly nounStops: string
  /** Last words of names that a State's name may belong to. */
  readonly placed: string
  /** A body that takes a decision of its own (the act's mark follows). */
  readonly adopt: string
  /** What is done in court about a listing that was told of; `court` where only a court does it. */
  readonly proceedings: readonly {
    readonly type: EventType
    readonly pattern: string
    readonly court?: boolean
    readonly planned?: boolean
  }[]
  readonly same: string
  readonly relations: readonly RelationFrame[]
  readonly lists: readonly { readonly pattern: string; readonly code: string; readonly weak?: boolean }[]
  readonly laws: readonly { readonly pattern: string; readonly code: string }[]
  readonly bodies: string
  readonly offices: string
  readonly genericBodies: string
  readonly courts: string
  readonly anaphors: string
  /** Whose courts are meant by their seat in a State. */
  readonly courtSeats?: Readonly<Record<string, string>>
  /** Jurisdictions whose listings lapse unless they are made again: elsewhere a re-listing is a listing. */
  readonly scheduledRelisting?: readonly string[]
  /** How a notice spells out an entry; the group `name` is its name. */
  readonly entryName?: string
  readonly examples: string
  readonly among: string
  readonly says: readonly string[]
  /** Adjectives of peoples and creeds: alone before a noun they name nobody. */
  readonly peoples?: string
  /** Given names: a name that begins with one is a person's. */
  readonly givenNames?: string
  readonly stopwords: string
  readonly titles: string
  /** Words that may end a party's name without a capital: "the X network". */
  readonly nameEnds?: string
  /** Words within a name that have no capital. */
  readonly nameLinks: string
  readonly abbreviations: string
  readonly dates: DateWords
}

/** Authorities of one language as `data/news/authorities.LANG.json` holds them. */
export type AuthorityFile = {
  readonly states: readonly {
    readonly code: string
    readonly name: string
    readonly others: readonly string[]
    readonly demonyms: readonly string[]
    readonly seats: readonly string[]
  }[]
  readonly institutions: readonly { readonly code: string; readonly names: readonly string[] }[]
  readonly holders: readonly { readonly code: string; readonly name: string; readonly from: string; readonly to: string | null }[]
  /** Surnames too common to mean an office holder by themselves. */
  readonly commonSurnames?: readonly string[]
}
