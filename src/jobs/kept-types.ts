import type { Instant } from '../model/index.ts'
import type { QueryAsked, ScreenAnswer, ScreeningOptions } from '../questions/index.ts'

/** A question with everything that its answer follows from, besides the state of the ledger and the matcher. */
export type KeptQuestion = {
  readonly query: QueryAsked
  /** As asked, but scope and times resolved: nothing in it depends on the day it is asked again. */
  readonly options: ScreeningOptions
  readonly required: readonly string[]
}

/** The state of the ledger that answered. */
export type KeptState = {
  /** What was accepted and judged here by this instant answered. */
  readonly recorded: Instant
  /** How many versions had been accepted by then, and the hash over their names and the hashes of their files. */
  readonly versions: number
  readonly digest: string
  /** The parser of each source that had a version. */
  readonly parsers: Readonly<Record<string, string>>
}

/** An answer that was kept: the answer itself, and the id it can be asked for again. */
export type KeptAnswer = { readonly id: string; readonly answer: ScreenAnswer }

/** A kept screening in a list of them. */
export type KeptLine = {
  readonly id: string
  readonly kept: string
  readonly names: readonly string[]
  readonly asOf: ScreenAnswer['asOf']
  readonly best: { readonly id: string; readonly caption: string; readonly score: number; readonly match: boolean } | null
  readonly matcher: string
  readonly sha256: string
}

/** Why a screening answers otherwise today, or cannot be trusted as it is kept. */
export type ReplayReason = {
  readonly kind: 'matcher' | 'version-missing' | 'versions' | 'parser' | 'altered' | 'unlogged' | 'unexplained'
  readonly detail: string
}

/** One place at which two answers differ, as a path; null where one of them has nothing there. */
export type ReplayDifference = { readonly path: string; readonly was: string | null; readonly is: string | null }

/** A kept screening asked again. */
export type Replay = {
  readonly id: string
  readonly kept: string
  readonly outcome: 'same' | 'differs'
  readonly was: { readonly sha256: string; readonly matcher: string }
  readonly is: { readonly sha256: string; readonly matcher: string }
  /** True where the log's chain holds and has the seal of just these bytes. */
  readonly sealed: boolean
  readonly reasons: readonly ReplayReason[]
  readonly differences: readonly ReplayDifference[]
  /** Differences beyond those told. */
  readonly more: number
  readonly answer: unknown
}
