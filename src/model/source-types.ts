import type { Day, Instant, Problem, RawRecord, Reading } from './types.ts'

/** One file of a publication, streamed; the bytes are as published, unpacked. */
export type SourceFile = {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Which part of the publication it is, as `recognise` named it ("sdn", "alt"). */
  readonly part: string
  /** The rendition `recognise` named ("xml", "csv"). */
  readonly rendition: string
  open(): AsyncIterable<Uint8Array>
}

/** The beginning of a file, for recognising what it is. */
export type FileHead = {
  /** The file's name without folders; `path` holds the last two folders too. */
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
  /** The first bytes, unpacked, up to 64 kB; `whole` where the file is shorter. */
  readonly bytes: Uint8Array
  /** `bytes` as text: UTF-8 where valid, else windows-1252. */
  readonly text: string
  /** The last bytes of the file as text, up to 64 kB: what the beginning does not tell. */
  readonly tail: string
}

/** What a source says of a file that is its own. */
export type Recognised = {
  readonly source: string
  readonly part: string
  readonly rendition: string
  /** The publication instant, where the content states it. */
  readonly published?: Instant
}

/** Where a source can be fetched. */
export type Address = {
  readonly url: string
  readonly part: string
  readonly rendition: string
  /** Hosts its redirects may lead to besides its own and those under the same domain. */
  readonly hosts?: readonly string[]
  /**
   * Where `url` is a page that links to the file, because the file's name changes: what the link's address must match, and the
   * CSS selector of the element it stands in. The first such link is followed.
   */
  readonly link?: { readonly href: string; readonly within?: string }
  /** The variable of the environment that holds the token to ask with; it is sent to the host of `url` alone. */
  readonly token?: string
}

/** The end of a publication: the first day without it, and the sources that carry on what it told. */
export type Closing = { readonly on: Day; readonly successors: readonly string[] }

/** A source: its declaration, `read` that knows bytes, `parse` that knows meaning. */
export type Source = {
  readonly id: string
  readonly kind: 'official' | 'curated' | 'aggregate' | 'own'
  /** Its place among sources of its kind, the lowest first: whose word leads where several speak of the same listing. */
  readonly rank: number
  /** Id of `data/facts/authorities.json`. */
  readonly authority: string
  readonly jurisdiction: string
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly licence: string
  readonly addresses: readonly Address[]
  /** How often the publisher publishes, and after how many days without news the source counts as stale. */
  readonly cadence: { readonly text: string; readonly staleAfterDays: number | null; readonly schedule?: string }
  /** `<source>@<n>`; raised with each change of meaning. */
  readonly parser: string
  readonly absence: 'removal' | 'nothing'
  /** True where entries stay in the file after the day on which, as they state, their listing ends by itself. */
  readonly terms?: boolean
  /** Dataset scopes it belongs to besides its own id: default, sanctions, terrorism. */
  readonly scopes: readonly string[]
  /** True once a real file of the publisher has passed; false while written from a description. */
  readonly verified: boolean
  /** Where the publisher has closed the publication: kept for history, never stale. */
  readonly closed?: Closing
  /** Parts without which a publication is incomplete, and parts that may be missing. */
  readonly parts: { readonly required: readonly string[]; readonly optional: readonly string[] }
  readonly bounds: {
    readonly min: number
    /** Shares of the version before, 0 to 1: the most that may leave, and the most that may come. */
    readonly maxLoss: number
    readonly maxGain: number
    /** Lists inside a collection: the least number of designations on each that must remain. */
    readonly lists?: Readonly<Record<string, number>>
    /** In a collection, shares that hold for every list inside it: a part that shrinks or swells is hardly seen in the sum. */
    readonly eachList?: { readonly maxLoss: number; readonly maxGain: number }
    /** The share of records that must carry each property, 0 to 1. */
    readonly fill?: Readonly<Record<string, number>>
  }
  /** Says what a file is, or nothing where it is not this source's. Pure; never throws. */
  recognise(head: FileHead): Recognised | undefined
  /** Bytes to raw records. Whole-file faults come out as `stop` problems; never throws for bad content. */
  read(files: readonly SourceFile[]): AsyncIterable<RawRecord | Problem>
  /** A raw record to its reading. Pure; never throws for bad content. */
  parse(raw: RawRecord): Reading
}
