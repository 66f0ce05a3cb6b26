// What a worker thread works with: the one index in shared memory, the ledger and the entities for reading.
import type { OpenRoom, ScreenContext, ScreenOptions, SearchRequest, StatementRequest } from './api/index.ts'
import { openEngine } from './app-engine.ts'
import { clock, type OwnSources, openReading } from './app-reading.ts'
import type { Config } from './config.ts'
import type { Generation, Keeper, PastStores } from './jobs/index.ts'
import {
  asksNow,
  type Engine,
  openScreener,
  type QueryAsked,
  type Scope,
  searchEntities,
  statementsOf,
  suggestEntities,
} from './questions/index.ts'

/** What a worker is opened with; the index arrives without a copy. */
export type WorkerSetup = {
  readonly config: Config
  readonly own: OwnSources
  readonly generation: Generation
  readonly index: SharedArrayBuffer
}

/** Opens the room of a worker. */
export const openRoom: OpenRoom<WorkerSetup> = async setup => {
  const data = await openReading(setup.config, setup.own)
  const engine = await openEngine(data, setup.generation, setup.index)
  const screener = openScreener(engine)
  let keeping: Promise<Keeping> | undefined
  let past: Promise<PastStores> | undefined
  return {
    async run(kind, common, items) {
      switch (kind) {
        case 'screen':
          return inTurn(items as readonly QueryAsked[], query => screener.text(query, common as ScreenOptions))
        case 'keep':
          keeping ??= openKeeping(setup, engine).catch((error: unknown) => {
            keeping = undefined
            throw error
          })
          return inTurn(items as readonly QueryAsked[], query => keptBy(keeping as Promise<Keeping>, query, common as ScreenOptions))
        case 'search':
          return inTurn(items as readonly SearchRequest[], async asked => {
            if (!asked.asOf || asksNow(asked.asOf)) return searchEntities(engine.store, asked, titleOf(engine))
            past ??= openPast(engine)
            return searchEntities(await (await past).at(asked.asOf), asked, titleOf(engine))
          })
        case 'suggest':
          return (items as readonly { scope: Scope; prefix: string; limit: number }[]).map(asked => suggestEntities(engine.store, asked))
        case 'statements':
          return inTurn(items as readonly StatementRequest[], asked => statementsOf(engine, asked))
        default:
          throw new Error(`a worker has no task ${kind}`)
      }
    },
    async close() {
      const kept = await keeping
      kept?.close()
      await (await past)?.close()
      engine.close()
      await data.close()
    },
  }
}

// Code of long tasks is loaded when a past day is asked for.
async function openPast(engine: Engine): Promise<PastStores> {
  const { openPastStores } = await import('./jobs/index.ts')
  return openPastStores(engine)
}

type Keeping = { readonly keeper: Keeper; close(): void }

/** A screening kept by a worker: its id, the JSON text of what is particular to the query, and what the answer stands on. */
export type KeptByWorker = { readonly id: string; readonly answer: string; readonly context: ScreenContext }

// What keeps screenings is loaded when one is to be kept.
async function openKeeping({ config, generation }: WorkerSetup, engine: Engine): Promise<Keeping> {
  const [{ keptOf }, { openKeeper }] = await Promise.all([import('./app-kept.ts'), import('./jobs/index.ts')])
  const kept = keptOf(config)
  return { keeper: openKeeper({ ...kept, engine, built: generation.built, now: clock }), close: kept.close }
}

async function keptBy(keeping: Promise<Keeping>, query: QueryAsked, options: ScreenOptions): Promise<KeptByWorker> {
  const { keeper } = await keeping
  const { id, answer } = await keeper.keep(query, options)
  const { asOf, versions, incomplete, unsearched, matcher, index, ...own } = answer
  return { id, answer: JSON.stringify(own), context: { asOf, versions, incomplete, unsearched, matcher, index } }
}

async function inTurn<A, B>(items: readonly A[], answer: (item: A) => Promise<B>): Promise<readonly B[]> {
  const out: B[] = []
  for (const item of items) out.push(await answer(item))
  return out
}

const titleOf = (engine: Engine) => (dataset: string) => engine.sources.get(dataset)?.title ?? dataset
