// What a worker thread works with: the one index in shared memory, the ledger and the entities for reading.
import type { OpenRoom, ScreenOptions, SearchRequest, StatementRequest } from './api/index.ts'
import { openData } from './app-data.ts'
import { openEngine } from './app-engine.ts'
import type { Config } from './config.ts'
import type { Generation } from './jobs/index.ts'
import { type Engine, openScreener, type QueryAsked, type Scope, searchEntities, statementsOf, suggestEntities } from './questions/index.ts'

/** What a worker is opened with; the index arrives without a copy. */
export type WorkerSetup = { readonly config: Config; readonly generation: Generation; readonly index: SharedArrayBuffer }

/** Opens the room of a worker. */
export const openRoom: OpenRoom<WorkerSetup> = async setup => {
  const data = await openData(setup.config, true)
  const engine = await openEngine(data, setup.generation, setup.index)
  const screener = openScreener(engine)
  return {
    async run(kind, common, items) {
      switch (kind) {
        case 'screen':
          return inTurn(items as readonly QueryAsked[], async query => JSON.stringify(await screener.one(query, common as ScreenOptions)))
        case 'search':
          return (items as readonly SearchRequest[]).map(asked => searchEntities(engine.store, asked, titleOf(engine)))
        case 'suggest':
          return (items as readonly { scope: Scope; prefix: string; limit: number }[]).map(asked => suggestEntities(engine.store, asked))
        case 'statements':
          return inTurn(items as readonly StatementRequest[], asked => statementsOf(engine, asked))
        default:
          throw new Error(`a worker has no task ${kind}`)
      }
    },
    async close() {
      engine.close()
      await data.close()
    },
  }
}

async function inTurn<A, B>(items: readonly A[], answer: (item: A) => Promise<B>): Promise<readonly B[]> {
  const out: B[] = []
  for (const item of items) out.push(await answer(item))
  return out
}

const titleOf = (engine: Engine) => (dataset: string) => engine.sources.get(dataset)?.title ?? dataset
