import type { App } from '../api/index.ts'
import type {
  Decision,
  DecisionsTaken,
  FileEvent,
  Follow,
  FollowBook,
  KeptAnswer,
  KeptLine,
  Replay,
  SourceUpdate,
  TableToScreen,
} from '../jobs/index.ts'
import type { Day, Judgement } from '../model/index.ts'
import type { AsOfAsked, ListedAnswer, ReadAnswer, ScreenAnswer, SignalsAnswer } from '../questions/index.ts'

/** One query of `wholists screen`: what it is called in the answer, and the query entity. */
export type NameAsked = { readonly name: string; readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> }

/** How names are screened from the command line. */
export type ScreenSettings = {
  readonly scope: string
  readonly limit: number
  readonly threshold: number
  readonly cutoff: number
  readonly asOf: AsOfAsked
}

/** What an import did, version by version, oldest first. */
export type ImportReport = {
  readonly versions: readonly {
    readonly version: string | null
    readonly source: string | null
    readonly files: readonly string[]
    readonly outcome: 'accepted' | 'held' | 'same' | 'refused'
    readonly records: number
    readonly added: number
    readonly removed: number
    readonly message: string
  }[]
}

/** One question of `listed --jsonl`. */
export type ListedAsked = { readonly party: string; readonly authority: string; readonly list?: string; readonly on: string }

/** A pair to compare: two names, or two sets of properties. */
export type PairAsked = {
  readonly schema: string
  readonly name1?: string
  readonly name2?: string
  readonly query?: Readonly<Record<string, readonly string[]>>
  readonly candidate?: Readonly<Record<string, readonly string[]>>
}

/** How far a long command has come. */
export type Step = { readonly source: string | null; readonly phase: string; readonly done: number; readonly total: number | null }

/** All that the command line asks of the product: what the HTTP interface asks, and what only a terminal does. */
export type Product = Pick<
  App,
  | 'entityAnswer'
  | 'history'
  | 'sources'
  | 'accept'
  | 'matrix'
  | 'diff'
  | 'changes'
  | 'instrument'
  | 'findInstruments'
  | 'readiness'
  | 'identity'
> & {
  screenNames(names: readonly NameAsked[], settings: ScreenSettings): Promise<readonly ScreenAnswer[]>
  /** Screens names and keeps the answers, sealed in the log. */
  keepScreenings(names: readonly NameAsked[], settings: ScreenSettings): Promise<readonly KeptAnswer[]>
  keptScreenings(): Promise<readonly KeptLine[]>
  /** Erases one, or all kept before a day; gives their ids. @throws screening.unknown */
  eraseScreenings(asked: { readonly id: string } | { readonly before: Day }): Promise<readonly string[]>
  /** Asks a kept screening again of the state it was asked in. @throws screening.unknown */
  replay(id: string): Promise<Replay>
  /** Screens the rows of a table (CSV, XLSX, ODS) one after another. @throws input.invalid */
  screenTable(table: TableToScreen, settings: ScreenSettings): AsyncIterable<FileEvent>
  listedMany(questions: readonly ListedAsked[]): Promise<readonly ListedAnswer[]>
  /** @param outcome told what became of each version as it comes: what is told stands, whatever fails later */
  importPaths(
    request: { readonly paths: readonly string[]; readonly source?: string; readonly published?: string; readonly mapping?: string },
    outcome?: (outcome: ImportReport['versions'][number]) => void,
  ): Promise<ImportReport>
  /** @throws fetch.offline */
  updateSources(sources: readonly string[], force: boolean): Promise<readonly SourceUpdate[]>
  /** Keeps the user's word on two records. @throws entity.unknown, input.invalid */
  decide(decision: Omit<Decision, 'by'>): Promise<Judgement>
  /** Takes in decisions of a resolver file, line by line. */
  importDecisions(lines: readonly string[]): Promise<DecisionsTaken>
  exportDecisions(): Promise<readonly string[]>
  /** @throws entity.unknown, authority.unknown, input.invalid */
  follow(asked: { readonly what: string; readonly webhook: string | null; readonly everything: boolean }): Promise<Follow>
  unfollow(id: string): Promise<void>
  follows(): Promise<FollowBook>
  rebuild(): Promise<void>
  /**
   * Claims of a file, an address or standard input (`-`); kept for signals where asked.
   *
   * @throws input.missing-file, input.invalid, fetch.offline, fetch.failed
   */
  readFrom(what: string, input: () => AsyncIterable<string>, keep: boolean): Promise<ReadAnswer>
  /** Pending changes, as they stood on a day. @throws party.unknown, party.ambiguous, authority.unknown */
  signals(question: {
    readonly party: string | null
    readonly authority: string | null
    readonly on: string | null
    readonly limit: number
  }): Promise<SignalsAnswer>
  close(): Promise<void>
}

/** What a command needs to run: the product (opened when asked for), where to write, whether progress is welcome. */
export type Terminal = {
  readonly open: (options: { readonly write: boolean; readonly progress: (step: Step) => void }) => Promise<Product>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly interactive: boolean
  /** Lines of a file, or of standard input where none is named. @throws input.missing-file */
  readonly readInput: (path?: string) => AsyncIterable<string>
  /** @throws input.missing-file */
  readonly openFile: (path: string) => AsyncIterable<Uint8Array>
  /** A file that appears whole when it is closed. */
  readonly writeFile: (path: string) => Promise<{ write(line: string): void; close(): Promise<void> }>
  /** Ends the process with this status once all is written. */
  readonly end: (status: number) => void
}
