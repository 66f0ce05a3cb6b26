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

/** Starts a worker thread and opens every setup that is in use. */
export function startThread(settings: ThreadSettings): Thread {
  const thread = new WorkerThread(settings)
  for (const [epoch, setup] of settings.setups) void thread.open(epoch, setup)
  return thread
}

type Opening = { readonly promise: Promise<void>; readonly resolve: () => void; readonly reject: (error: unknown) => void }
type Held = { readonly chunk: Chunk; readonly since: number }

class WorkerThread implements Thread {
  readonly #settings: ThreadSettings
  readonly #worker: Worker
  /** What it holds by number, the one at work first. */
  readonly #held = new Map<number, Held>()
  readonly #openings = new Map<number, Opening>()
  #count = 0
  #ready = false
  #ended = false
  #reason = 'it ended'
  #end: 'died' | 'stuck' = 'died'

  constructor(settings: ThreadSettings) {
    this.#settings = settings
    this.#worker = new Worker(new URL(`./pool-worker${extname(import.meta.filename)}`, import.meta.url), {
      workerData: { module: settings.module.href },
    })
    this.#worker.on('message', (message: FromWorker) => this.#hear(message))
    this.#worker.on('error', error => {
      this.#reason = error instanceof Error ? error.name : 'it failed'
    })
    this.#worker.on('exit', () => this.#over())
  }

  get ready() {
    return this.#ready
  }

  get load() {
    return this.#held.size
  }

  give(chunk: Chunk): void {
    const id = this.#count++
    this.#held.set(id, { chunk, since: this.#settings.now() })
    const { epoch, kind, common, items } = chunk.job
    this.#say({ type: 'run', chunk: id, epoch, kind, common, items: items.slice(chunk.from, chunk.to) })
  }

  open(epoch: number, setup: unknown): Promise<void> {
    const opening = Promise.withResolvers<void>()
    // A thread nobody waits for reports through onEnd; the promise alone must not count as unhandled.
    opening.promise.catch(() => undefined)
    this.#openings.set(epoch, opening)
    this.#say({ type: 'open', epoch, setup })
    return opening.promise
  }

  opened(epoch: number): Promise<void> {
    return this.#openings.get(epoch)?.promise ?? Promise.resolve()
  }

  close(epoch: number): void {
    this.#openings.delete(epoch)
    this.#say({ type: 'close', epoch })
  }

  stuckOn(job: Job): boolean {
    return [...this.#held.values()].some(held => held.chunk.job === job)
  }

  kill(what: 'stuck', why: string): void {
    this.#end = what
    this.#reason = why
    void this.#worker.terminate()
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#worker.terminate()
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #hear(message: FromWorker): void {
    if (message.type === 'opened') this.#heardOpened(message.epoch)
    else if (message.type === 'not-opened') this.#heardNotOpened(message.epoch, message.failure)
    else this.#heardResult(message)
  }

  #heardOpened(epoch: number): void {
    this.#openings.get(epoch)?.resolve()
    if (this.#ready || [...this.#settings.setups.keys()].at(-1) !== epoch) return
    this.#ready = true
    this.#settings.onReady()
  }

  #heardNotOpened(epoch: number, failure: FailureSent): void {
    this.#openings.get(epoch)?.reject(failureReceived(failure))
    if (this.#ready) return
    this.#reason = failure.message
    void this.#worker.terminate()
  }

  #heardResult(message: Extract<FromWorker, { type: 'done' | 'failed' }>): void {
    const held = this.#held.get(message.chunk)
    if (!held) return
    this.#held.delete(message.chunk)
    if (message.type === 'done') this.#settings.onAnswers(held.chunk, message.answers, this.#settings.now() - held.since)
    else this.#settings.onFailure(held.chunk, message.failure)
  }

  #over(): void {
    const what = this.#ready ? this.#end : 'not-started'
    this.#ready = false
    for (const opening of this.#openings.values()) opening.reject(new WhoListsError('screening.failed', { reason: 'a worker died' }))
    if (!this.#ended) {
      const held = [...this.#held.values()].map(h => h.chunk)
      this.#settings.onEnd(what, this.#reason, held)
    }
    this.#ended = true
  }
}

/** A worker's failure as an error of this thread: one of the registry where it was one. */
export function failureReceived(failure: FailureSent): WhoListsError {
  if (failure.code !== null && failure.code in ERRORS) return new WhoListsError(failure.code as ErrorCode, failure.details)
  return new WhoListsError('screening.failed', { reason: 'an error in a worker' }, new Error(failure.message))
}
