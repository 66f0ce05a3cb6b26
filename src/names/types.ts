/** What a name names; each kind is analysed and compared by its own rules. */
export type NameKind = 'person' | 'organisation' | 'vessel' | 'unknown'

/** Part of a personal name, where the record or the query says so; `any` meets every other. */
export type NameRole = 'any' | 'given' | 'middle' | 'patronymic' | 'family'

/** What a token is: decides how much its agreement and its absence weigh. */
export type TokenKind = 'word' | 'initial' | 'number' | 'particle' | 'title' | 'legal-form' | 'sector' | 'place' | 'stop'

/**
 * One token of a name. A token is a function of its text, kind and reading alone, so that equal tokens can be interned
 * and kept once in the index.
 */
export type Token = {
  /** Number of the object: one that is made again for the same parts has another. */
  readonly id: number
  /** Latin letters a–z and digits after romanisation and folding; never empty. */
  readonly text: string
  /** Consonant skeleton in sound classes ("mhmd"); empty where too short to mean anything. */
  readonly skeleton: string
  readonly kind: TokenKind
  /** Canonical value of a number, legal form, sector, place or variant group; empty where there is none. */
  readonly symbol: string
  /** The script it was written in ("Latn", "Arab", "Cyrl", "Hani", "Hang" …). */
  readonly script: string
  /** The word as written, folded in its own script. */
  readonly original: string
}

/** A name taken apart. `alternatives` are further readings where a script or letter is ambiguous, at most two. */
export type AnalysedName = {
  readonly text: string
  readonly kind: NameKind
  readonly tokens: readonly Token[]
  /** One role a token. */
  readonly roles: readonly NameRole[]
  readonly alternatives: readonly AnalysedName[]
  /** Of a name read as a body's that may as well be a person's. */
  readonly mayBePerson?: boolean
}

/** Name parts given beside a full name. */
export type NameParts = Partial<Record<Exclude<NameRole, 'any'>, readonly string[]>>

/** How frequent tokens are in a collection, for rarity: 0 (everywhere) to 1 (once). */
export type Rarity = (token: Token) => number

/**
 * What two names score. `rank` is unclamped and only orders results. `letters` counts the letters of a listed word that stands
 * for the first letters of the whole query, 0 where none does.
 */
export type NameScore = { readonly score: number; readonly rank: number; readonly letters: number }

/** How two tokens were brought together. */
export type LinkKind =
  | 'same'
  | 'edits'
  | 'sound'
  | 'script'
  | 'initial'
  | 'nickname'
  | 'number'
  | 'legal-form'
  | 'symbol'
  | 'joined'
  | 'missing'
  | 'extra'
  | 'contradicted'

/** One link of an alignment; contributions of all links and of `rest` add up to the score. */
export type NameLink = {
  readonly query: readonly string[]
  readonly listed: readonly string[]
  /** The words as written, folded in their own script; left out where they are those of `query` and of `listed`. */
  readonly asked?: readonly string[]
  readonly recorded?: readonly string[]
  readonly kind: LinkKind
  readonly similarity: number
  readonly contribution: number
  /** Positions in the query token that were edited, for `edits`. */
  readonly edits?: readonly number[]
  /** The rule in words, for the reader ("the -ov and -off endings write one sound"). */
  readonly rule?: string
}

/** Why two names score what they score. */
export type NameExplanation = Omit<NameScore, 'letters'> & {
  readonly query: string
  readonly listed: string
  readonly links: readonly NameLink[]
  readonly rest: number
}
