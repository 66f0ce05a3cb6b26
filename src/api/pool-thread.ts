import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ERRORS, type ErrorCode, WhoListsError } from '../model/index.ts'
import type { Chunk, Job } from './pool-queue.ts'
import type { FailureSent, FromWorker, ToWorker } from './pool-types.ts'

/** One worker thread as the pool sees it. */
export type Thread = {
  /** True once the newest setup it was started with is open. */
  readonly ready: boolean
  /** Chunks it holds. */
  readonly load: number
  give(chunk: Chunk): void
  open(epoch: number, setup: unknown): Promise<void>
  /** Resolves when a setup is open. */
  opened(epoch: number): Promise<void>
  close(epoch: number): void
  /** True where it is at work on that job. */
  stuckOn(job: Job): boolean
  /** Ends it at once; what it holds is lost. */
  kill(what: 'stuck', reason: string): void
  /** Ends it; nobody is told. */
  end(): Promise<void>
}

/** What a thread is started with, and whom it tells. */
export type ThreadSettings = {
  readonly module: URL
  readonly setups: ReadonlyMap<number, unknown>
  readonly now: () => number
  readonly onAnswers: (chunk: Chunk, answers: readonly unknown[], ms: number) => void
  readonly onFailure: (chunk: Chunk, failure: FailureSent) => void
  readonly onReady: () => void
  /** `held`: the chunks it had; it was at work on the first one. */
  readonly onEnd: (what: 'died' | 'stuck' | 'not-started', reason: string, held: readonly Chunk[]) => void
}

type Opening = { readonly promise: Promise<void>; readonly resolve: () => void; readonly reject: (error: unknown) => void }

/** Starts a worker thread and opens every setup that is in use. */
export function startThread(settings: ThreadSettings): Thread {
  const worker = new Worker(new URL(`./pool-worker${extname(import.meta.filename)}`, import.meta.url), {
    workerData: { module: settings.module.href },
  })
  const held = new Map<number, { readonly chunk: Chunk; readonly since: number }>()
  const openings = new Map<number, Opening>()
  let count = 0
  let ready = false
  let ended = false
  let reason = 'it ended'
  let end: 'died' | 'stuck' = 'died'

  const say = (message: ToWorker) => worker.postMessage(message)
  const open = (epoch: number, setup: unknown): Promise<void> => {
    const opening = Promise.withResolvers<void>()
    // A thread nobody waits for reports through onEnd; the promise alone must not count as unhandled.
    opening.promise.catch(() => undefined)
    openings.set(epoch, opening)
    say({ type: 'open', epoch, setup })
    return opening.promise
  }
  const heardOpened = (epoch: number) => {
    openings.get(epoch)?.resolve()
    if (ready || [...settings.setups.keys()].at(-1) !== epoch) return
    ready = true
    settings.onReady()
  }
  const heardNotOpened = (epoch: number, failure: FailureSent) => {
    openings.get(epoch)?.reject(failureReceived(failure))
    if (ready) return
    reason = failure.message
    void worker.terminate()
  }
  const heardResult = (message: Extract<FromWorker, { type: 'done' | 'failed' }>) => {
    const found = held.get(message.chunk)
    if (!found) return
    held.delete(message.chunk)
    if (message.type === 'done') settings.onAnswers(found.chunk, message.answers, settings.now() - found.since)
    else settings.onFailure(found.chunk, message.failure)
  }

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'opened') heardOpened(message.epoch)
    else if (message.type === 'not-opened') heardNotOpened(message.epoch, message.failure)
    else heardResult(message)
  })
  worker.on('error', error => {
    reason = error instanceof Error ? error.name : 'it failed'
  })
  worker.on('exit', () => {
    const wasReady = ready
    ready = false
    for (const opening of openings.values()) opening.reject(new WhoListsError('screening.failed', { reason: 'a worker died' }))
    if (!ended)
      settings.onEnd(
        wasReady ? end : 'not-started',
        reason,
        [...held.values()].map(h => h.chunk),
      )
    ended = true
  })
  for (const [epoch, setup] of settings.setups) void open(epoch, setup)

  return {
    get ready() {
      return ready
    },
    get load() {
      return held.size
    },
    give(chunk) {
      const id = count++
      held.set(id, { chunk, since: settings.now() })
      const { epoch, kind, common, items } = chunk.job
      say({ type: 'run', chunk: id, epoch, kind, common, items: items.slice(chunk.from, chunk.to) })
    },
    open,
    opened: epoch => openings.get(epoch)?.promise ?? Promise.resolve(),
    close: epoch => {
      openings.delete(epoch)
      say({ type: 'close', epoch })
    },
    stuckOn: job => [...held.values()].some(h => h.chunk.job === job),
    kill(what, why) {
      end = what
      reason = why
      void worker.terminate()
    },
    async end() {
      ended = true
      await worker.terminate()
    },
  }
}

/** A worker's failure as an error of this thread: one of the registry where it was one. */
export function failureReceived(failure: FailureSent): WhoListsError {
  if (failure.code !== null && failure.code in ERRORS) return new WhoListsError(failure.code as ErrorCode, failure.details)
  return new WhoListsError('screening.failed', { reason: 'an error in a worker' }, new Error(failure.message))
}
