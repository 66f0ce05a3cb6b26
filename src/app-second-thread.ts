import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Reading } from './app-reading.ts'
import type { Config } from './config.ts'
import { buildEntityStore, type EntityBuilding, type ParseThread } from './jobs/index.ts'
import { ERRORS, type ErrorCode, type Instant, OPEN, WhoListsError } from './model/index.ts'
import { entitiesNow } from './questions/index.ts'
import type { Asked, EntitiesAsked, Told } from './second-thread.ts'

/** A second thread of this process, begun when it is first of use. */
export type SecondThread = ParseThread & {
  entities(asked: EntitiesAsked): EntityBuilding
  end(): Promise<void>
}

/** Batches that wait at the thread, so that it never waits itself; what comes beyond is parsed here. */
const MOST_GIVEN = 2

/** The second thread for a data folder. */
export function secondThread(config: Config): SecondThread {
  let running: Running | undefined
  const begin = (): Running => {
    running ??= run(config, over => {
      if (running === over) running = undefined
    })
    return running
  }
  const end = async () => {
    const ending = running
    running = undefined
    await ending?.worker.terminate()
  }
  return {
    begin: () => void begin(),
    isFree: () => running?.ready === true && running.waiting.length < MOST_GIVEN,
    async parse(source, raws) {
      const told = await begin().ask({ kind: 'parse', source, raws })
      return told.kind === 'parsed' ? told.stored : []
    },
    entities(asked) {
      const { ask, worker } = begin()
      const written = ask({ kind: 'entities', asked })
      return {
        async joined() {
          worker.postMessage({ kind: 'joined' } satisfies Asked)
          const told = await written
          return told.kind === 'written' ? told.count : 0
        },
        async drop() {
          await end()
          rmSync(`${asked.path}.part`, { force: true })
        },
      }
    },
    end,
  }
}

type Running = {
  readonly worker: Worker
  readonly waiting: PromiseWithResolvers<Told>[]
  ready: boolean
  ask(asked: Asked): Promise<Told>
}

function run(config: Config, ended: (over: Running) => void): Running {
  const worker = new Worker(new URL(`./second-thread${extname(import.meta.filename)}`, import.meta.url), { workerData: config })
  const fail = (error: Error) => {
    ended(running)
    for (const promised of running.waiting.splice(0)) promised.reject(error)
  }
  const running: Running = {
    worker,
    waiting: [],
    ready: false,
    ask(asked) {
      const promised = Promise.withResolvers<Told>()
      // Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
      promised.promise.catch(() => undefined)
      running.waiting.push(promised)
      worker.postMessage(asked)
      return promised.promise
    },
  }
  worker.on('message', (told: Told) => {
    if (told.kind === 'ready') running.ready = true
    else if (told.kind === 'failed') running.waiting.shift()?.reject(failureOf(told))
    else running.waiting.shift()?.resolve(told)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the second thread ended')))
  return running
}

const failureOf = ({ message, code, details }: Extract<Told, { kind: 'failed' }>): Error =>
  code !== null && code in ERRORS ? new WhoListsError(code as ErrorCode, details) : new Error(message)

/** To start a thread costs as much as the entities of so many records. */
const WORTH_A_THREAD = 3000

/**
 * Begins to write the entity store of a ledger's state: in the second thread where there is much to write, which begins at once and
 * writes anew what joins change; else in this one, when records are joined.
 */
export async function beginEntities(
  { own, ledger, sources, second }: Pick<Reading, 'own' | 'ledger' | 'sources'> & { readonly second: SecondThread },
  path: string,
  now: Instant,
  worthAThread = WORTH_A_THREAD,
): Promise<EntityBuilding> {
  const newest = new Map((await ledger.versions()).filter(v => v.accepted < OPEN).map(v => [v.source, v.records]))
  const records = newest.values().reduce((sum, n) => sum + n, 0)
  if (records >= worthAThread) return second.entities({ own, sources: sources.all.map(s => s.id), path, now })
  return {
    joined: () => buildEntityStore(path, entitiesNow({ ledger, sources: sources.all, now }), sources.all),
    drop: async () => undefined,
  }
}
