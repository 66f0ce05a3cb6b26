import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Buckets, bucketed, type Keyed } from './buckets.ts'
import { type FlatNames, flatReader, type NameBatch, type TwoBatches } from './flat-names.ts'

/** A batch taken apart; `reader` is the thread that numbered its tokens. */
export type Taken = { readonly flat: FlatNames; readonly reader: number }

/** Takes batches of names apart, and puts what is looked up by keys into buckets. */
export type NameThreads = {
  /** Each batch at once where this thread takes it apart, promised where the second one does; in the order in which one thread does. */
  take(batches: TwoBatches): readonly (Taken | Promise<Taken>)[]
  /** What is given may no longer be read. */
  bucketed(keyed: Keyed): Buckets | Promise<Buckets>
  /** Ends the second thread. */
  end(): Promise<void>
}

// To start a thread costs as much as taking so many names apart.
const WORTH_A_THREAD = 40_000
// So many batches wait at the second thread, so that it never waits itself; the rest this thread takes apart. Batches without
// persons go to the second sooner, so that each thread learns the words of its own.
const MOST_PERSONS_GIVEN = 2
const MOST_GIVEN = 4

/** Threads that take names apart: this one, and where `threads` is more than 1 and the names are many, a second one. */
export function nameThreads(threads: number, worthAThread = WORTH_A_THREAD): NameThreads {
  const read = flatReader()
  let names = 0
  let second: ReturnType<typeof secondThread> | undefined
  const take = (batch: NameBatch, mostGiven: number): Taken | Promise<Taken> => {
    names += batch.texts.length
    if (threads > 1 && names > worthAThread) second ??= secondThread()
    if (batch.texts.length > 0 && second?.isFree(mostGiven)) return second.take(batch)
    return { flat: read(batch), reader: 0 }
  }
  return {
    take: ([others, persons]) => [take(others, MOST_GIVEN), take(persons, MOST_PERSONS_GIVEN)],
    bucketed: keyed => (second?.isFree(MOST_GIVEN) ? second.bucketed(keyed) : bucketed(keyed)),
    end: async () => {
      await second?.end()
    },
  }
}

/** What the second thread is asked, and what it answers in the same order; first of all it says that it is ready. */
export type AskedOfThread = { readonly batch: NameBatch } | { readonly keyed: Keyed }
export type AnswerOfThread = { readonly flat: FlatNames } | { readonly buckets: Buckets } | 'ready'

// Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
function heardLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

function secondThread() {
  const worker = new Worker(new URL(`./name-worker${extname(import.meta.filename)}`, import.meta.url))
  const waiting: PromiseWithResolvers<Exclude<AnswerOfThread, 'ready'>>[] = []
  let ready = false
  let failure: Error | undefined
  worker.on('message', (message: AnswerOfThread) => {
    if (message === 'ready') ready = true
    else waiting.shift()?.resolve(message)
  })
  worker.on('error', (error: Error) => {
    failure = error
    for (const promised of waiting.splice(0)) promised.reject(error)
  })
  const ask = (asked: AskedOfThread, given: ArrayBuffer[]) => {
    const promised = Promise.withResolvers<Exclude<AnswerOfThread, 'ready'>>()
    worker.postMessage(asked, given)
    waiting.push(promised)
    return promised.promise
  }
  return {
    /** A thread that failed takes no more; what it held fails the build. */
    isFree: (mostGiven: number) => ready && !failure && waiting.length < mostGiven,
    take: (batch: NameBatch): Promise<Taken> =>
      heardLater(ask({ batch }, []).then(answer => ({ flat: (answer as { flat: FlatNames }).flat, reader: 1 }))),
    bucketed(keyed: Keyed): Promise<Buckets> {
      const given = [keyed.hashes, keyed.values].map(column => column.buffer as ArrayBuffer)
      return heardLater(ask({ keyed }, given).then(answer => (answer as { buckets: Buckets }).buckets))
    },
    end: () => worker.terminate(),
  }
}
