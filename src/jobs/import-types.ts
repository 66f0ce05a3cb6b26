import type { Archive } from '../intake/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Day, ErrorCode, Instant } from '../model/index.ts'
import type { Sources } from '../sources/index.ts'
import type { ParseThread } from './parse-contents.ts'

/** How far an import has come: which version, in which of its steps, how many files, bytes or records of how many. */
export type ImportProgress = {
  readonly phase: 'looking' | 'archiving' | 'reading' | 'parsing' | 'keeping'
  readonly source: string | null
  readonly version: string | null
  readonly done: number
  readonly total: number | null
}

/** What became of one publication, or of a file that is none. */
export type Imported = {
  /** Null where no source recognises the file. */
  readonly source: string | null
  /** Null where it was refused. */
  readonly version: string | null
  readonly outcome: 'accepted' | 'held' | 'same' | 'refused'
  /** Why it was refused. */
  readonly code: ErrorCode | null
  /** What happened, in a sentence for a stranger. */
  readonly message: string
  readonly files: readonly string[]
  readonly records: number
  readonly added: number
  readonly removed: number
}

/** What an import did, in the order it was done; `interrupted` where it was stopped between two versions. */
export type ImportReport = { readonly versions: readonly Imported[]; readonly interrupted: boolean }

/** Who lets versions in that would be held, and why. */
export type Acceptor = { readonly reason: string; readonly by: string }

/** What an import needs to know and to have. */
export type ImportJob = {
  /** Files and folders. */
  readonly paths: readonly string[]
  /** Takes the files for this source's and no other's. */
  readonly source?: string | undefined
  /** The instant that the publisher's own index states for these files; it goes before what they state themselves. */
  readonly stated?: Instant | undefined
  /** The day of files whose content states none. */
  readonly published?: Day | undefined
  /** The instant of the HTTP header, used where neither content nor name has a day. */
  readonly header?: Instant | undefined
  readonly ledger: Ledger
  readonly archive: Archive
  readonly sources: Sources
  readonly now: () => Instant
  readonly progress?: (progress: ImportProgress) => void
  /** Called with each outcome as it comes. */
  readonly outcome?: (imported: Imported) => void
  readonly accept?: Acceptor | undefined
  /** Parses beside this thread, where there is much to parse. */
  readonly second?: ParseThread | undefined
  /** Stops the import between two versions. */
  readonly signal?: AbortSignal | undefined
}
