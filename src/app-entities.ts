import { rmSync } from 'node:fs'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Reading } from './app-reading.ts'
import type { EntitiesTask, EntitiesTold } from './entities-worker.ts'
import { buildEntityStore, type EntityBuilding } from './jobs/index.ts'
import { ERRORS, type ErrorCode, type Instant, OPEN, WhoListsError } from './model/index.ts'
import { entitiesNow } from './questions/index.ts'

/** To start a thread costs as much as the entities of so many records. */
const WORTH_A_THREAD = 3000

/**
 * Begins to write the entity store of a ledger's state: in a second thread where there is much to write, which begins at once and
 * writes anew what joins change; else in this one, when records are joined.
 */
export async function beginEntities(
  { config, own, ledger, sources }: Reading,
  path: string,
  now: Instant,
  worthAThread = WORTH_A_THREAD,
): Promise<EntityBuilding> {
  const newest = new Map((await ledger.versions()).filter(v => v.accepted < OPEN).map(v => [v.source, v.records]))
  const records = newest.values().reduce((sum, n) => sum + n, 0)
  if (records >= worthAThread) return entitiesThread({ config, own, sources: sources.all.map(s => s.id), path, now })
  return {
    joined: () => buildEntityStore(path, entitiesNow({ ledger, sources: sources.all, now }), sources.all),
    drop: async () => undefined,
  }
}

function entitiesThread(task: EntitiesTask): EntityBuilding {
  const worker = new Worker(new URL(`./entities-worker${extname(import.meta.filename)}`, import.meta.url), { workerData: task })
  const ended = Promise.withResolvers<number>()
  // Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
  ended.promise.catch(() => undefined)
  worker.on('message', (told: EntitiesTold) => ('count' in told ? ended.resolve(told.count) : ended.reject(failureOf(told))))
  worker.on('error', ended.reject)
  worker.on('exit', () => ended.reject(new Error('the thread that writes entities ended')))
  return {
    async joined() {
      worker.postMessage('joined')
      const count = await ended.promise
      await worker.terminate()
      return count
    },
    async drop() {
      await worker.terminate()
      rmSync(`${task.path}.part`, { force: true })
    },
  }
}

const failureOf = ({ failed, code, details }: Extract<EntitiesTold, { failed: string }>): Error =>
  code !== null && code in ERRORS ? new WhoListsError(code as ErrorCode, details) : new Error(failed)
