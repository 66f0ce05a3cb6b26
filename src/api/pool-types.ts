import type { WorkerFigures } from './app-shapes.ts'

/** What a worker does: the app's module gives it, `export const openRoom: OpenRoom<Setup>`. */
export type WorkerRoom = {
  /** One answer an item, in order. `common` is one object for all calls with equal content: it can key what is derived from it. */
  run(kind: string, common: unknown, items: readonly unknown[]): Promise<readonly unknown[]> | readonly unknown[]
  /** Lets go of files and memory; nothing runs in it any more. */
  close(): Promise<void> | void
}

/** Opens what a worker works with: an index, a read-only ledger. Shared memory in `setup` arrives without a copy. */
export type OpenRoom<Setup> = (setup: Setup) => Promise<WorkerRoom> | WorkerRoom

/** How a pool works. */
export type PoolSettings<Setup> = {
  /** The module that exports `openRoom`. */
  readonly module: URL
  readonly setup: Setup
  readonly workers: number
  /** Items that may wait; beyond that a request is refused as `overloaded`. */
  readonly maxWaiting: number
  /** A request that is not answered within this time fails. */
  readonly deadlineMs: number
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Told when a worker dies or cannot start; the pool starts another by itself. */
  readonly onTrouble: (trouble: { readonly what: 'died' | 'stuck' | 'not-started'; readonly reason: string }) => void
}

/** The answers of a request, all given on one setup. */
export type PoolAnswer<Setup> = { readonly answers: readonly unknown[]; readonly setup: Setup }

/** Worker threads with a fair queue before them. */
export type Pool<Setup> = {
  /**
   * Has the items answered. Small requests go ahead of the rest of big ones; big ones take turns.
   *
   * @param common what holds for all items, JSON-ready
   * @throws overloaded, screening.failed, and what the worker throws
   */
  run(kind: string, common: unknown, items: readonly unknown[]): Promise<PoolAnswer<Setup>>
  /** Opens another setup in every worker; requests that run finish on the one before, later ones use the new one. */
  renew(setup: Setup): Promise<void>
  figures(): WorkerFigures
  /** Takes nothing more, lets what was accepted finish, then ends the workers. */
  close(): Promise<void>
}

/** What the pool says to a worker. */
export type ToWorker =
  | { readonly type: 'open'; readonly epoch: number; readonly setup: unknown }
  | {
      readonly type: 'run'
      readonly chunk: number
      readonly epoch: number
      readonly kind: string
      /** JSON: as text it crosses fast, and equal ones are read once. */ readonly common: string
      readonly items: readonly unknown[]
    }
  | { readonly type: 'close'; readonly epoch: number }

/** A failure on its way between threads. */
export type FailureSent = { readonly code: string | null; readonly details: Readonly<Record<string, string>>; readonly message: string }

/** What a worker says to the pool. */
export type FromWorker =
  | { readonly type: 'opened'; readonly epoch: number }
  | { readonly type: 'not-opened'; readonly epoch: number; readonly failure: FailureSent }
  | { readonly type: 'done'; readonly chunk: number; readonly answers: readonly unknown[] }
  | { readonly type: 'failed'; readonly chunk: number; readonly failure: FailureSent }
