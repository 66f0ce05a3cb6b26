// A second thread of what writes a data folder (`app-second-thread.ts`): it parses records beside the first, and writes the
// entity store while the index is built and records are joined.
import { parentPort, workerData } from 'node:worker_threads'
import { type OwnSources, openReading } from './app-reading.ts'
import type { Config } from './config.ts'
import { openEntityWriter } from './jobs/index.ts'
import { packReading, type StoredReading } from './ledger/index.ts'
import { type Instant, type RawRecord, WhoListsError } from './model/index.ts'
import { entitiesNamed, entitiesNow, regrouped } from './questions/index.ts'
import { loadSources } from './sources/index.ts'

/** The entities of which moment go into which file. */
export type EntitiesAsked = {
  readonly own: OwnSources
  /** Every source that there must be. */
  readonly sources: readonly string[]
  readonly path: string
  readonly now: Instant
}

/** What is asked of the thread. `joined` goes with the entities that are being written. */
export type Asked =
  | { readonly kind: 'parse'; readonly source: string; readonly raws: readonly RawRecord[] }
  | { readonly kind: 'entities'; readonly asked: EntitiesAsked }
  | { readonly kind: 'joined' }

/** What it answers, once to each question in their order; `ready` comes first. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parsed'; readonly stored: readonly StoredReading[] }
  | { readonly kind: 'written'; readonly count: number }
  | {
      readonly kind: 'failed'
      readonly message: string
      readonly code: string | null
      readonly details: Readonly<Record<string, string>>
    }

const config = workerData as Config
const port = parentPort as NonNullable<typeof parentPort>
// Of the entities that are being written.
let joined = Promise.withResolvers<void>()
const tell = (told: Told) => port.postMessage(told)

async function answer(asked: Asked): Promise<void> {
  try {
    if (asked.kind === 'parse') {
      const source = (await loadSources(config.sources)).sourceOf(asked.source)
      tell({ kind: 'parsed', stored: asked.raws.map(raw => packReading(source.parse(raw))) })
    } else if (asked.kind === 'entities') tell({ kind: 'written', count: await writeEntities(asked.asked) })
  } catch (error) {
    const known = error instanceof WhoListsError
    const message = error instanceof Error ? error.message : String(error)
    tell({ kind: 'failed', message, code: known ? error.code : null, details: known ? error.details : {} })
  }
}

/** Writes every entity as memberships were before; when told that records are joined, those anew whose records are others now. */
async function writeEntities({ own, sources: ids, path, now }: EntitiesAsked): Promise<number> {
  joined = Promise.withResolvers()
  const { ledger, sources, close } = await openReading(config, own)
  for (const id of ids) sources.sourceOf(id)
  const writer = openEntityWriter(path, sources.all)
  try {
    const before = await ledger.memberships(now)
    for await (const entity of entitiesNow({ ledger, sources: sources.all, now, memberships: before })) writer.add(entity)
    writer.settle()
    await joined.promise
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

port.on('message', (asked: Asked) => {
  if (asked.kind === 'joined') joined.resolve()
  else void answer(asked)
})
await loadSources(config.sources)
tell({ kind: 'ready' })
