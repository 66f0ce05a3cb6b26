import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import type { SQLInputValue } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { RowFile, type RowPlan, type Rows } from './row-file.ts'

/** Writes rows into a new file. */
export type RowWriter<Kind extends string> = {
  add(kind: Kind, ...values: readonly SQLInputValue[]): void
  /** Called now and then: hands on what was added where that is enough, and waits where more is under way than may be. */
  proceed(): Promise<void>
  /** The file is whole when it resolves. */
  end(): Promise<void>
  /** Gives up and removes the file. */
  drop(): Promise<void>
}

/** So many values are handed on together; a file of fewer is written by this thread. */
const MANY_VALUES = 60_000
/** So many hand-overs may be under way. */
const MOST_WAITING = 2

/** A writer of a new file; where it gets many rows, a second thread writes them while this one goes on. */
export function openRowWriter<Kind extends string>(plan: RowPlan<Kind>): RowWriter<Kind> {
  const empty = () => Object.fromEntries(Object.keys(plan.kinds).map(kind => [kind, []])) as unknown as Rows<Kind>
  let rows = empty()
  let values = 0
  let thread: ReturnType<typeof rowThread<Kind>> | undefined
  return {
    add(kind, ...given) {
      rows[kind].push(...given)
      values += given.length
    },
    async proceed() {
      if (values < MANY_VALUES) return
      thread ??= rowThread(plan)
      await thread.take(rows)
      rows = empty()
      values = 0
    },
    async end() {
      if (!thread) return writeHere(plan, rows)
      await thread.take(rows)
      await thread.end()
    },
    async drop() {
      await thread?.stop()
      rmSync(plan.path, { force: true })
    },
  }
}

function writeHere<Kind extends string>(plan: RowPlan<Kind>, rows: Rows<Kind>): void {
  const file = new RowFile(plan)
  try {
    file.write(rows)
    file.end()
  } finally {
    file.drop()
  }
}

function rowThread<Kind extends string>(plan: RowPlan<Kind>) {
  const worker = new Worker(new URL(`./row-thread${extname(import.meta.filename)}`, import.meta.url), { workerData: plan })
  const waiting: PromiseWithResolvers<void>[] = []
  let failure: Error | undefined
  worker.on('message', () => waiting.shift()?.resolve())
  worker.on('error', (error: Error) => {
    failure = error
    for (const promised of waiting.splice(0)) promised.reject(error)
  })
  const send = (message: Rows<Kind> | 'end') => {
    if (failure) throw failure
    const promised = Promise.withResolvers<void>()
    // Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
    promised.promise.catch(() => undefined)
    waiting.push(promised)
    worker.postMessage(message)
    return promised.promise
  }
  return {
    /** Resolves when there is room for more. */
    async take(rows: Rows<Kind>) {
      void send(rows)
      if (waiting.length > MOST_WAITING) await waiting[0]?.promise
    },
    async end() {
      await send('end')
      await worker.terminate()
    },
    stop: () => worker.terminate(),
  }
}
