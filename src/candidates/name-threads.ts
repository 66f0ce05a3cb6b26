import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type FlatNames, flatReader, type NameBatch } from './flat-names.ts'

/** A batch taken apart; `reader` is the thread that numbered its tokens. */
export type Taken = { readonly flat: FlatNames; readonly reader: number }

/** Takes batches of names apart. */
export type NameThreads = {
  /** A batch at once where this thread takes it apart, promised where the second one does. */
  take(batch: NameBatch): Taken | Promise<Taken>
  /** Ends the second thread. */
  end(): Promise<void>
}

// To start a thread costs as much as taking so many names apart.
const WORTH_A_THREAD = 40_000
// So many batches wait at the second thread, so that it never waits itself; the rest this thread takes apart.
const MOST_GIVEN = 2

/** Threads that take names apart: this one, and where `threads` is more than 1 and the names are many, a second one. */
export function nameThreads(threads: number, worthAThread = WORTH_A_THREAD): NameThreads {
  const read = flatReader()
  let names = 0
  let second: ReturnType<typeof secondThread> | undefined
  return {
    take(batch) {
      names += batch.texts.length
      if (threads > 1 && names > worthAThread) second ??= secondThread()
      return second?.isFree() ? second.take(batch) : { flat: read(batch), reader: 0 }
    },
    end: async () => {
      await second?.end()
    },
  }
}

function secondThread() {
  const worker = new Worker(new URL(`./name-worker${extname(import.meta.filename)}`, import.meta.url))
  const waiting: PromiseWithResolvers<Taken>[] = []
  let ready = false
  let failure: Error | undefined
  worker.on('message', (message: FlatNames | 'ready') => {
    if (message === 'ready') ready = true
    else waiting.shift()?.resolve({ flat: message, reader: 1 })
  })
  worker.on('error', (error: Error) => {
    failure = error
    for (const promised of waiting.splice(0)) promised.reject(error)
  })
  return {
    /** A thread that failed takes no more; what it held fails the build. */
    isFree: () => ready && !failure && waiting.length < MOST_GIVEN,
    take(batch: NameBatch): Promise<Taken> {
      const promised = Promise.withResolvers<Taken>()
      // Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
      promised.promise.catch(() => undefined)
      waiting.push(promised)
      worker.postMessage(batch)
      return promised.promise
    },
    end: () => worker.terminate(),
  }
}
