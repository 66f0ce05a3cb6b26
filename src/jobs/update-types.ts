import type { Archive, Fetcher } from '../intake/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Instant, WhoListsError } from '../model/index.ts'
import type { Dataset, Sources } from '../sources/index.ts'
import type { Imported, ImportProgress } from './import.ts'
import type { ParseThread } from './parse-contents.ts'
import type { UpdateOutcome } from './update-state.ts'

/** How far an update has come with one source. */
export type UpdateProgress =
  | {
      readonly phase: 'fetching'
      readonly source: string
      readonly url: string
      readonly loadedBytes: number
      readonly totalBytes: number | null
    }
  | (ImportProgress & { readonly source: string })
  | { readonly phase: 'done'; readonly source: string; readonly outcome: SourceUpdate['outcome']; readonly detail: string }

/** What became of one source. */
export type SourceUpdate = {
  readonly source: string
  /** `waiting`: it failed so often that it is left alone for a while. */
  readonly outcome: UpdateOutcome | 'waiting'
  /** What happened, in a sentence for a stranger. */
  readonly detail: string
  /** Where it failed: the failure with its remedy. */
  readonly failure: WhoListsError | null
  readonly versions: readonly Imported[]
  /** What was odd about the publisher's answers. */
  readonly notes: readonly string[]
}

/** What an update needs to know and to have. */
export type UpdateJob = {
  /** The data folder: states of fetching, and the folder that downloads wait in. */
  readonly folder: string
  readonly ledger: Ledger
  readonly archive: Archive
  readonly sources: Sources
  readonly fetcher: Fetcher
  readonly now: () => Instant
  /** Ids of the sources to update; all that have an address where absent or empty. */
  readonly only?: readonly string[]
  /** Datasets by the id of their source, with the version that their publisher's index names. */
  readonly datasets?: ReadonlyMap<string, Dataset>
  /** The text of a variable of the environment that a declaration names as a token; undefined where it is not set. */
  readonly secret?: (variable: string) => string | undefined
  /** Asks for whole files even where nothing has changed, and asks those that are left alone. */
  readonly force?: boolean
  /** Sources fetched at the same time. */
  readonly parallel?: number
  readonly progress?: (progress: UpdateProgress) => void
  readonly outcome?: (update: SourceUpdate) => void
  readonly signal?: AbortSignal | undefined
  /** Parses beside this thread, where there is much to parse. */
  readonly second?: ParseThread | undefined
}
