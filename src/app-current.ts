import type { DatasetView, ScreenContext, ScreenOptions } from './api/index.ts'
import { catalogueNow } from './app-catalogue.ts'
import { type Data, openData } from './app-data.ts'
import { type OpenedEngine, openEngine } from './app-engine.ts'
import { openReader } from './app-news.ts'
import type { Config } from './config.ts'
import { currentGeneration, type Generation } from './jobs/index.ts'
import { WhoListsError } from './model/index.ts'
import type { NewsReader } from './news/index.ts'
import { asOfText, coverageIn, resolveAsOf } from './questions/index.ts'
import type { WorkerSetup } from './screen-worker.ts'

/** The generation that answers, opened; `renew` opens a newer one where there is one. */
export type Current = {
  readonly engine: OpenedEngine
  readonly data: Data
  readonly catalogue: readonly DatasetView[]
  /** What a worker is opened with. */
  readonly setup: WorkerSetup
  /** Opens the newest generation where it is another one; `adopt` is awaited before it answers. */
  renew(adopt: (setup: WorkerSetup) => Promise<void>): Promise<boolean>
  /** Reads articles and notices with the names of this generation. */
  reader(): Promise<NewsReader>
  close(): Promise<void>
}

type Opened = {
  readonly data: Data
  readonly engine: OpenedEngine
  readonly generation: Generation
  readonly catalogue: readonly DatasetView[]
  readonly setup: WorkerSetup
}

/** Questions asked before a newer generation came may still be reading from the one before. */
const LINGER_MS = 30_000

/** Opens the newest generation of a data folder. @throws index.not-ready */
export async function openCurrent(config: Config): Promise<Current> {
  let opened = await openNewest(config)
  let reader: Promise<NewsReader> | undefined
  let renewed: Promise<unknown> = Promise.resolve()
  const renewOnce = async (adopt: (setup: WorkerSetup) => Promise<void>): Promise<boolean> => {
    const newest = currentGeneration(config.data)
    if (!newest || newest.name === opened.generation.name) return false
    const before = opened
    const next = await openNewest(config)
    await adopt(next.setup)
    opened = next
    reader = undefined
    closeLater(before)
    return true
  }
  return {
    get engine() {
      return opened.engine
    },
    get data() {
      return opened.data
    },
    get catalogue() {
      return opened.catalogue
    },
    get setup() {
      return opened.setup
    },
    renew(adopt) {
      // One after another: the clock that looks for a newer generation and a task that built one may ask at the same time.
      const next = renewed.then(() => renewOnce(adopt))
      renewed = next.catch(() => false)
      return next
    },
    reader: () => (reader ??= openReader(opened.engine)),
    close: () => closeNow(opened),
  }
}

const engines = new WeakMap<WorkerSetup, OpenedEngine>()

/** The engine that a worker's setup was made from. */
export const engineOf = (setup: WorkerSetup): OpenedEngine | undefined => engines.get(setup)

async function openNewest(config: Config): Promise<Opened> {
  const generation = currentGeneration(config.data)
  if (!generation) throw new WhoListsError('index.not-ready')
  const data = await openData(config, true)
  const engine = await openEngine(data, generation)
  const setup: WorkerSetup = { config, own: data.own, generation, index: engine.index.buffer }
  engines.set(setup, engine)
  return { data, generation, engine, setup, catalogue: await catalogueNow(engine) }
}

async function closeNow({ engine, data }: Opened): Promise<void> {
  engine.close()
  await data.close()
}

function closeLater(before: Opened): void {
  setTimeout(() => void closeNow(before), LINGER_MS).unref()
}

type Scope = ScreenOptions['scope']
type Contexts = { readonly second: number; readonly byScope: WeakMap<Scope, Map<string, ScreenContext>> }

const contexts = new WeakMap<OpenedEngine, Contexts>()

/** What screenings of this second stand on; the same object for the same question, so that it is written out once. */
export function screenContext(engine: OpenedEngine, { scope, asOf: asked }: Pick<ScreenOptions, 'scope' | 'asOf'>): ScreenContext {
  const second = engine.now()
  const kept = contexts.get(engine)
  const current = kept?.second === second ? kept : { second, byScope: new WeakMap<Scope, Map<string, ScreenContext>>() }
  if (kept !== current) contexts.set(engine, current)
  const known = current.byScope.get(scope) ?? new Map<string, ScreenContext>()
  const times = `${asked.valid ?? ''} ${asked.published ?? ''} ${asked.recorded ?? ''}`
  const before = known.get(times)
  if (before) return before
  const asOf = resolveAsOf(asked, second)
  const { versions, incomplete, unsearched } = coverageIn(engine, scope, asOf)
  const context = { asOf: asOfText(asOf), versions, incomplete, unsearched, matcher: engine.matcher, index: engine.generation }
  current.byScope.set(scope, known.set(times, context))
  return context
}
