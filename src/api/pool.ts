import { WhoListsError } from '../model/index.ts'
import { type Chunk, fairQueue, type Job } from './pool-queue.ts'
import { failureReceived, startThread, type Thread } from './pool-thread.ts'
import type { Pool, PoolAnswer, PoolSettings } from './pool-types.ts'

/** Chunks a worker holds at a time: one that runs and one that is at hand when it ends. */
const DEPTH = 2
/** How long a worker that cannot start is left alone, at first and at most. */
const FIRST_REST_MS = 100
const LONGEST_REST_MS = 5_000

type Waiter<Setup> = {
  readonly job: Job
  readonly resolve: (answer: PoolAnswer<Setup>) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
}

type Ending = {
  readonly what: 'died' | 'stuck' | 'not-started'
  readonly reason: string
  readonly held: readonly Chunk[]
  readonly rest: number
}

/** A pool whose workers have opened the setup. @throws what the first worker throws on opening */
export async function openPool<Setup>(settings: PoolSettings<Setup>): Promise<Pool<Setup>> {
  const pool = new ThreadPool(settings)
  await pool.start()
  return pool
}

const texts = new WeakMap<object, string>()

// Requests mostly ask in the same way, and then with one object: it is written out once.
function textOf(common: unknown): string {
  if (typeof common !== 'object' || common === null) return JSON.stringify(common)
  const known = texts.get(common)
  if (known !== undefined) return known
  const text = JSON.stringify(common)
  texts.set(common, text)
  return text
}

class ThreadPool<Setup> implements Pool<Setup> {
  readonly #settings: PoolSettings<Setup>
  readonly #queue = fairQueue()
  readonly #waiters = new Map<Job, Waiter<Setup>>()
  /** Setups in use by their number; the last one is the current. */
  readonly #setups = new Map<number, Setup>()
  readonly #jobsOf = new Map<number, number>()
  #threads: Thread[] = []
  #epoch = 0
  #restarts = 0
  #refused = 0
  #msAnItem = 0.5
  #closing = false
  #idle: (() => void) | undefined

  constructor(settings: PoolSettings<Setup>) {
    this.#settings = settings
    this.#setups.set(0, settings.setup)
  }

  async start(): Promise<void> {
    this.#threads = Array.from({ length: this.#settings.workers }, () => this.#spawn())
    try {
      await Promise.all(this.#threads.map(thread => thread.opened(0)))
    } catch (error) {
      this.#closing = true
      await Promise.all(this.#threads.map(thread => thread.end()))
      throw error
    }
  }

  run(kind: string, common: unknown, items: readonly unknown[]): Promise<PoolAnswer<Setup>> {
    const setup = this.#setups.get(this.#epoch) as Setup
    if (items.length === 0) return Promise.resolve({ answers: [], setup })
    const waiting = this.#queue.waiting
    if (this.#closing || (waiting > 0 && waiting + items.length > this.#settings.maxWaiting)) return this.#refuse(waiting)
    const job: Job = {
      epoch: this.#epoch,
      kind,
      common: textOf(common ?? null),
      items,
      answers: Array.from({ length: items.length }),
      next: 0,
      done: 0,
      over: false,
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#outOfTime(job), this.#settings.deadlineMs)
      this.#waiters.set(job, { job, resolve, reject, timer })
      this.#jobsOf.set(job.epoch, (this.#jobsOf.get(job.epoch) ?? 0) + 1)
      this.#queue.add(job)
      this.#handOut()
    })
  }

  #refuse(waiting: number): Promise<never> {
    this.#refused++
    const seconds = Math.max(1, Math.ceil((waiting * this.#msAnItem) / 1000 / this.#settings.workers))
    return Promise.reject(new WhoListsError('overloaded', { waiting, seconds }))
  }

  #outOfTime(job: Job): void {
    const begun = job.next > 0
    const seconds = Math.round(this.#settings.deadlineMs / 1000)
    this.#fail(
      job,
      begun
        ? new WhoListsError('screening.failed', { reason: `no answer within ${seconds} s` })
        : new WhoListsError('overloaded', { waiting: this.#queue.waiting, seconds }),
    )
    // A worker that still holds a piece of it after the whole time is taken for stuck.
    for (const thread of this.#threads) if (thread.stuckOn(job)) thread.kill('stuck', `no answer within ${seconds} s`)
  }

  #handOut(): void {
    for (;;) {
      const thread = this.#freest()
      const chunk = thread && this.#queue.take()
      if (!chunk) return
      thread.give(chunk)
    }
  }

  #freest(): Thread | undefined {
    let best: Thread | undefined
    for (const thread of this.#threads) if (thread.ready && thread.load < DEPTH && (!best || thread.load < best.load)) best = thread
    return best
  }

  #spawn(rest = FIRST_REST_MS): Thread {
    const thread: Thread = startThread({
      module: this.#settings.module,
      setups: this.#setups,
      now: this.#settings.now,
      onAnswers: (chunk, answers, ms) => {
        this.#msAnItem += 0.05 * (ms / (chunk.to - chunk.from) - this.#msAnItem)
        chunk.job.answers.splice(chunk.from, answers.length, ...answers)
        chunk.job.done += answers.length
        if (chunk.job.done === chunk.job.items.length)
          this.#settle(chunk.job, waiter =>
            waiter.resolve({ answers: chunk.job.answers, setup: this.#setups.get(chunk.job.epoch) as Setup }),
          )
        this.#handOut()
      },
      onFailure: (chunk, failure) => {
        this.#fail(chunk.job, failureReceived(failure))
        this.#handOut()
      },
      onReady: () => this.#handOut(),
      onEnd: (what, reason, held) => this.#replace(thread, { what, reason, held, rest }),
    })
    return thread
  }

  // What the dead worker was at work on fails: nobody knows how far it came, and no answer is not "no match".
  #replace(thread: Thread, { what, reason, held, rest }: Ending): void {
    const [begun, ...others] = held
    if (begun)
      this.#fail(begun.job, new WhoListsError('screening.failed', { reason: `a worker ${what === 'stuck' ? 'was stuck' : 'died'}` }))
    for (const chunk of others) this.#queue.giveBack(chunk)
    if (this.#closing) return
    this.#restarts++
    this.#settings.onTrouble({ what, reason })
    const again = () => {
      if (this.#closing) return
      const at = this.#threads.indexOf(thread)
      const next = Math.min(LONGEST_REST_MS, rest * 2)
      if (at >= 0) this.#threads[at] = this.#spawn(what === 'not-started' ? next : FIRST_REST_MS)
    }
    if (what === 'not-started') setTimeout(again, rest).unref()
    else again()
  }

  #fail(job: Job, error: unknown): void {
    this.#queue.drop(job)
    this.#settle(job, waiter => waiter.reject(error))
  }

  #settle(job: Job, answer: (waiter: Waiter<Setup>) => void): void {
    const waiter = this.#waiters.get(job)
    if (!waiter) return
    job.over = true
    clearTimeout(waiter.timer)
    this.#waiters.delete(job)
    answer(waiter)
    const left = (this.#jobsOf.get(job.epoch) ?? 1) - 1
    this.#jobsOf.set(job.epoch, left)
    if (left === 0) this.#letGo(job.epoch)
    if (this.#waiters.size === 0) this.#idle?.()
  }

  async renew(setup: Setup): Promise<void> {
    const epoch = Math.max(...this.#setups.keys()) + 1
    this.#setups.set(epoch, setup)
    const opened = await Promise.allSettled(this.#threads.map(thread => thread.open(epoch, setup)))
    const failed = opened.find(o => o.status === 'rejected')
    if (failed) {
      this.#setups.delete(epoch)
      for (const thread of this.#threads) thread.close(epoch)
      throw failed.reason
    }
    const before = this.#epoch
    this.#epoch = epoch
    if ((this.#jobsOf.get(before) ?? 0) === 0) this.#letGo(before)
  }

  #letGo(epoch: number): void {
    if (epoch >= this.#epoch) return
    this.#setups.delete(epoch)
    this.#jobsOf.delete(epoch)
    for (const thread of this.#threads) thread.close(epoch)
  }

  figures() {
    const running = this.#threads.reduce((sum, thread) => sum + thread.load, 0)
    return {
      workers: this.#threads.filter(t => t.ready).length,
      waiting: this.#queue.waiting,
      running,
      restarts: this.#restarts,
      refused: this.#refused,
    }
  }

  async close(): Promise<void> {
    this.#closing = true
    if (this.#waiters.size > 0) await new Promise<void>(resolve => (this.#idle = resolve))
    await Promise.all(this.#threads.map(thread => thread.end()))
  }
}
