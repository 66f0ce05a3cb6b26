// A second thread that writes the entity store while the index is built and records are joined (`app-entities.ts`).
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type OwnSources, openReading } from './app-reading.ts'
import type { Config } from './config.ts'
import { openEntityWriter } from './jobs/index.ts'
import { type Instant, WhoListsError } from './model/index.ts'
import { entitiesNamed, entitiesNow, regrouped } from './questions/index.ts'

/** What the thread is started with. */
export type EntitiesTask = {
  readonly config: Config
  readonly own: OwnSources
  /** Every source that there must be. */
  readonly sources: readonly string[]
  readonly path: string
  readonly now: Instant
}

/** What it tells in the end: how many entities there are, or what failed. */
export type EntitiesTold =
  | { readonly count: number }
  | { readonly failed: string; readonly code: string | null; readonly details: Readonly<Record<string, string>> }

/** Writes every entity as memberships were before; when told that records are joined, those anew whose records are others now. */
async function write({ config, own, sources: ids, path, now }: EntitiesTask): Promise<number> {
  const joined = once(parentPort as NonNullable<typeof parentPort>, 'message')
  const { ledger, sources, close } = await openReading(config, own)
  for (const id of ids) sources.sourceOf(id)
  const writer = openEntityWriter(path, sources.all)
  try {
    const before = await ledger.memberships(now)
    for await (const entity of entitiesNow({ ledger, sources: sources.all, now, memberships: before })) writer.add(entity)
    await joined
    const memberships = await ledger.memberships(now)
    const { ended, begun } = regrouped(before, memberships)
    writer.remove(ended)
    for await (const entity of entitiesNamed({ ledger, sources: sources.all, now, memberships }, begun)) writer.add(entity)
    return writer.end()
  } catch (error) {
    writer.drop()
    throw error
  } finally {
    await close()
  }
}

const tell = (told: EntitiesTold) => parentPort?.postMessage(told)

write(workerData as EntitiesTask)
  .then(count => tell({ count }))
  .catch((error: unknown) => {
    const known = error instanceof WhoListsError
    const failed = error instanceof Error ? error.message : String(error)
    tell({ failed, code: known ? error.code : null, details: known ? error.details : {} })
  })
