import type { Reading } from './app-reading.ts'
import { attachIndex, loadIndex, openSearcher } from './candidates/index.ts'
import type { Generation } from './jobs/index.ts'
import { type Engine, lawDesk, membershipOf, openEntityStore } from './questions/index.ts'
import { MATCHER_VERSION } from './screen/index.ts'

/** A generation opened for questions; `close` lets its files go, the data folder stays open. */
export type OpenedEngine = Engine & { close(): void }

/**
 * Opens a generation over an opened data folder.
 *
 * @param buffer the index in shared memory where another thread has loaded it
 * @throws index.damaged
 */
export async function openEngine(data: Reading, generation: Generation, buffer?: SharedArrayBuffer): Promise<OpenedEngine> {
  const index = buffer ? attachIndex(buffer) : await loadIndex(generation.indexPath)
  const store = openEntityStore(generation.storePath)
  return {
    index,
    searcher: openSearcher(index),
    store,
    ledger: data.ledger,
    sources: new Map(data.sources.all.map(s => [s.id, s])),
    versions: await data.ledger.versions(),
    membership: membershipOf(await data.ledger.memberships(data.now())),
    desk: lawDesk(data.ledger, data.sources.all, data.now),
    generation: generation.name,
    matcher: MATCHER_VERSION,
    required: data.config.required,
    now: data.now,
    close: () => store.close(),
  }
}
