import type {
  AsOf,
  Change,
  Day,
  Designation,
  Evidence,
  Instant,
  Instrument,
  Judgement,
  Problem,
  RawRecord,
  Reading,
  SourceVersion,
} from '../model/index.ts'
import type { StoredReading } from './reading-body.ts'

/** What is known of a version before its records are staged. */
export type ArrivalHead = Omit<SourceVersion, 'accepted'> & { readonly parser: string; readonly absence: 'removal' | 'nothing' }

/** A version on its way in: nothing of it is visible before `commit`. Memory stays flat however many records come. */
export type Staging = {
  /** Adds one raw record. */
  add(raw: RawRecord): void
  readonly records: number
  /** Contents that have no reading under this parser yet; each must be answered with `keep` before `commit`. */
  unread(): Iterable<{ readonly content: number; readonly raw: RawRecord }>
  keep(content: number, reading: Reading | StoredReading): void
  /** `stop` problems in the readings of contents that no accepted version holds yet. */
  stops(): readonly Problem[]
  /** Records whose key named another party in the version before (flags), and those that come back with the date they had (notes). */
  suspicions(): readonly Problem[]
  /** What the version would change against the accepted version before it on the source's time line. */
  outlook(): Outlook
  /**
   * One transaction: version, contents, presence, readings, problems, log.
   *
   * @param held the reason where the version is to be held, else null
   */
  commit(problems: readonly Problem[], held: string | null): Taken
  /** Drops everything staged; a refused version leaves a line in the log, unless the reason is empty. */
  discard(reason: string): void
}

/** Figures for the bounds. */
export type Outlook = {
  readonly before: { readonly version: string; readonly published: Instant; readonly records: number } | null
  readonly records: number
  readonly added: number
  readonly removed: number
  /** Designations a list, before and now. */
  readonly lists: Readonly<Record<string, { readonly before: number; readonly now: number }>>
  /** Share of records that carry a property, now. */
  readonly fill: (property: string) => number
  /** Keys that came twice. */
  readonly twice: readonly string[]
}

/** What became of an arrival. `same` means the records equal those of a version already there. */
export type Taken = {
  readonly version: string
  readonly outcome: 'accepted' | 'held' | 'same'
  readonly records: number
  readonly added: number
  readonly removed: number
  readonly reason: string | null
}

/** A record with one of its contents and the interval of published instants over which versions hold it. */
export type Presence = {
  readonly record: number
  readonly source: string
  readonly key: string
  readonly content: number
  readonly since: Instant
  readonly until: Instant
}

/** A version with what the ledger knows about it. `name` is `SOURCE/YYYY-MM-DD`, with `T00:00:01` for the second of a day. */
export type KnownVersion = SourceVersion & {
  readonly id: number
  readonly name: string
  readonly records: number
  readonly heldFor: string | null
  readonly problems: number
}

/** A designation as one record attests it: days it was seen, the last versions without and with it. */
export type Attestation = Designation & {
  readonly record: string
  readonly source: string
  readonly kind: 'official' | 'curated' | 'aggregate' | 'own'
  /** Day of the first version of this stretch that holds it. */
  readonly since: Day
  /** Day of the first version after the stretch, which lacks it; null while the newest version holds it. */
  readonly until: Day | null
  /** Day of the last version before the stretch, which lacked it; null where the source's first version holds it. */
  readonly lastWithout: Day | null
  /** Day of the last version of the stretch. */
  readonly lastWith: Day
  readonly evidence: Evidence
}

/** A line of the log; `hash` chains to the line before. */
export type LogLine = {
  readonly seq: number
  readonly recorded: Instant
  readonly kind: string
  readonly body: unknown
  readonly hash: string
}

/** What checking the log's chain found: lines that hold, and the number of the first that does not follow from the one before. */
export type LogCheck = { readonly lines: number; readonly broken: number | null }

/** A field that a parser did not consume, and in how many records. */
export type UnreadField = { readonly field: string; readonly count: number }

/** What the ledger must know of a source: its current parser, and what it is. Nothing for a source no longer known. */
export type Parsers = (source: string) =>
  | {
      readonly parser: string
      readonly parse: (raw: RawRecord) => Reading
      readonly kind: Attestation['kind']
      readonly absence: 'removal' | 'nothing'
    }
  | undefined

/** How a ledger is opened. */
export type OpenOptions = { readonly readOnly?: boolean; readonly now: () => Instant; readonly parsers: Parsers }

/** The difference between two versions of a source. */
export type Diff = {
  readonly source: string
  readonly from: string
  readonly to: string
  readonly changes: readonly (Change & {
    readonly key: string
    readonly was: Reading | null
    readonly is: Reading | null
    readonly relisted: boolean
  })[]
}

/**
 * The store of all that arrived and was judged. One writer at a time; readers never wait.
 * The interface is coarse and asynchronous, so that another database can stand behind it.
 */
export type Ledger = {
  stage(head: ArrivalHead): Promise<Staging>
  /** Brings a held version into force. */
  accept(version: string, reason: string, by: string, recorded: Instant): Promise<Taken>
  versions(source?: string): Promise<readonly KnownVersion[]>
  /** What was odd about a version: of the file, then of its records as the current parser reads them. */
  problems(version: string): Promise<readonly Problem[]>
  /** Fields of a version's records that the current parser did not consume, the most frequent first. */
  unreadFields(version: string): Promise<readonly UnreadField[]>
  /** The newest accepted version of a source by (published, recorded), or null. */
  versionAt(source: string, asOf: Pick<AsOf, 'published' | 'recorded'>): Promise<KnownVersion | null>
  /** Sources that have at least one accepted version. */
  sources(): Promise<readonly string[]>
  /**
   * All presence rows, source by source, in order of record and since: the index's input. With `recorded`, as they stood then:
   * encoded over the versions accepted by that instant.
   */
  presences(source?: string, recorded?: Instant): AsyncIterable<Presence>
  /** The reading of a content under a parser (the source's current one). */
  reading(content: number): Promise<Reading | null>
  readings(contents: readonly number[]): Promise<ReadonlyMap<number, Reading>>
  /** Presence rows of one record id (`<source>:<key>`), oldest first; with `recorded`, as they stood then. */
  recordHistory(record: string, recorded?: Instant): Promise<readonly Presence[]>
  /** The record with its content at (published, recorded) of its source. */
  recordAt(
    record: string,
    asOf: Pick<AsOf, 'published' | 'recorded'>,
  ): Promise<(Presence & { readonly reading: Reading; readonly version: string }) | null>
  /** Records of a source at an instant; `recorded` leaves out versions accepted later (default none). */
  state(source: string, instant: Instant, recorded?: Instant): AsyncIterable<Presence & { readonly reading: Reading }>
  /**
   * What differs between two versions, by name or by day. With two parsers, what each reads: `was` in the first version,
   * `is` in the second; a difference that only the parsers make has the cause `parser`.
   */
  diff(source: string, from: string, to: string, parsers?: { readonly was: string; readonly is: string }): Promise<Diff>
  /** Attestations of records, as known at (published, recorded). */
  attestations(records: readonly string[], asOf: Pick<AsOf, 'published' | 'recorded'>): Promise<readonly Attestation[]>
  /** Every instrument of every newest reading, by id; with `recorded`, of the versions accepted by then. */
  instruments(recorded?: Instant): Promise<ReadonlyMap<string, Instrument & { readonly record: string }>>
  /** Adds judgements; the newest on a pair holds. */
  judge(judgements: readonly Judgement[]): Promise<void>
  judgements(record?: string): Promise<readonly Judgement[]>
  /** Which entity each record belongs to at a recorded instant; a record alone is an entity of its own id. */
  memberships(recorded: Instant): Promise<ReadonlyMap<string, string>>
  /** Replaces current memberships (record id to entity id) from an instant on. */
  keepMemberships(next: ReadonlyMap<string, string>, recorded: Instant): Promise<void>
  log(kind: string, body: unknown, recorded: Instant): Promise<void>
  logLines(since?: number): AsyncIterable<LogLine>
  /** Computes the log's chain of hashes again. */
  verifyLog(): Promise<LogCheck>
  /** Reads anew, from the texts kept, every content of a source that its current parser has not read yet, or all of them; returns how many. */
  rebuildReadings(
    source: string,
    options?: { readonly progress?: (done: number, total: number) => void; readonly anew?: boolean },
  ): Promise<number>
  /** A number that grows with each commit: tells a reader that something is new. */
  generation(): Promise<number>
  close(): Promise<void>
}
