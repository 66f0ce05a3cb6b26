import type { Instant } from '../model/index.ts'

/** One file asked for. */
export type FetchRequest = {
  readonly url: string
  /** Hosts that redirects may lead to besides the first and those under its domain. */
  readonly hosts?: readonly string[]
  /** Where the file is to be written; what has been loaded of it waits beside it as `.part`. */
  readonly path: string
  /** What the server said of the file held already: it is asked only for what is newer. */
  readonly validators?: Validators
  /** Sent as `Authorization: Token …` to the first host alone, never to one that it redirects to. */
  readonly token?: string
  /** True where a page of HTML is what is wanted. */
  readonly html?: boolean
  readonly signal?: AbortSignal
  /** Bytes loaded so far, of how many where the server says. */
  readonly progress?: (loadedBytes: number, totalBytes: number | null) => void
}

/** What a server gives for asking "only if newer". */
export type Validators = { readonly etag?: string; readonly lastModified?: string }

/** What was odd about an answer that was taken nevertheless, in words. */
export type FetchNote = { readonly code: 'moved' | 'compression-refused' | 'packed' | 'resumed' | 'retried'; readonly detail: string }

/** A file fetched, or the news that it has not changed. */
export type Fetched =
  | { readonly outcome: 'unchanged'; readonly finalUrl: string; readonly notes: readonly FetchNote[] }
  | {
      readonly outcome: 'fetched'
      readonly path: string
      readonly sizeBytes: number
      readonly sha256: string
      readonly finalUrl: string
      readonly validators: Validators
      /** Instant of Last-Modified, or of Date where there is none; null where the server states neither. */
      readonly header: Instant | null
      readonly notes: readonly FetchNote[]
    }

/** Why a file could not be fetched. `passing` is worth another attempt. */
export type FetchFault = {
  readonly kind:
    | 'private'
    | 'host'
    | 'redirects'
    | 'status'
    | 'network'
    | 'slow'
    | 'truncated'
    | 'huge'
    | 'bomb'
    | 'html'
    | 'empty'
    | 'changed'
    | 'stopped'
  readonly reason: string
  readonly passing: boolean
  readonly status?: number
  readonly retryAfterMs?: number
}

/** A fault on its way to the caller of one attempt. */
export class FetchError extends Error {
  readonly fault: FetchFault
  constructor(fault: FetchFault, cause?: unknown) {
    super(fault.reason, cause === undefined ? undefined : { cause })
    this.fault = fault
  }
}

/** How long and how much, in milliseconds and bytes. */
export type FetchLimits = {
  readonly connectTimeoutMs: number
  /** Until the answer begins: some publishers make their file while one waits. */
  readonly headersTimeoutMs: number
  /** Between two pieces of the body. */
  readonly bodyTimeoutMs: number
  readonly totalTimeoutMs: number
  /** Of the unpacked file. */
  readonly maxBytes: number
  /** How often larger than its packed form a file over 1 MB may be. */
  readonly maxRatio: number
  readonly attempts: number
  readonly backoffMs: number
  readonly maxBackoffMs: number
  readonly maxRedirects: number
}

/** Limits fit for lists: EU files take over a minute to begin, the largest list is under 200 MB, aggregates under 8 GB. */
export const FETCH_LIMITS: FetchLimits = {
  connectTimeoutMs: 15_000,
  headersTimeoutMs: 240_000,
  bodyTimeoutMs: 60_000,
  totalTimeoutMs: 3_600_000,
  maxBytes: 8 * 1024 ** 3,
  maxRatio: 200,
  attempts: 4,
  backoffMs: 2_000,
  maxBackoffMs: 120_000,
  maxRedirects: 6,
}
