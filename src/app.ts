// Wires the rooms for the command line: one process, no worker threads.
import { userInfo } from 'node:os'
import { alertAll, follow, unfollow } from './app-alert.ts'
import { type Answers, answersOver } from './app-answers.ts'
import { asWriter, type Data, importPaths, openData, refresh, type Step } from './app-data.ts'
import { type OpenedEngine, openEngine } from './app-engine.ts'
import { forgetOld, keptOf } from './app-kept.ts'
import { fileToRead, keepRead, openReader, readDocument, withClaims } from './app-news.ts'
import { clock } from './app-reading.ts'
import { ensureReady } from './app-ready.ts'
import { signalsOf } from './app-signals.ts'
import { sourcesNow } from './app-sources.ts'
import { updateSources } from './app-update.ts'
import type { NameAsked, Product, ScreenSettings } from './cli/index.ts'
import type { Config } from './config.ts'
import {
  acceptVersion,
  currentGeneration,
  decide,
  eraseKept,
  exportDecisions,
  type FileEvent,
  type Generation,
  importDecisions,
  type KeptAnswer,
  keptLines,
  openKeeper,
  readFollows,
  replay,
  screenTable,
  type TableToScreen,
} from './jobs/index.ts'
import { startOfDay, WhoListsError } from './model/index.ts'
import { type Engine, openScreener, type QueryAsked, type ScreenAnswer, type ScreeningOptions, scopeNamed } from './questions/index.ts'

/**
 * The product as the command line asks it. An empty data folder takes in the curated base first; engine and index are opened
 * when a question needs them.
 */
export async function openProduct(
  config: Config,
  options: { readonly write: boolean; readonly progress: (step: Step) => void },
): Promise<Product> {
  const { progress } = options
  const opened = lazily(config, progress)
  const writing = <T>(task: (data: Data) => Promise<T>) => asWriter(config, progress, task, alertAll)
  return {
    ...afterOpening(opened),
    screenNames: async (names, settings) => screenNames((await opened.get()).engine, names, settings),
    screenTable: (table, settings) => screenRows(opened, table, settings),
    sources: async () => {
      const { data } = await opened.get()
      return sourcesNow(data, null)
    },
    accept: (version, reason) => writing(data => acceptVersion(data, version, { reason, by: userInfo().username })),
    importPaths: (request, outcome) => writing(data => importPaths(data, request, progress, outcome)),
    updateSources: (sources, force) => {
      if (config.offline) throw new WhoListsError('fetch.offline')
      return writing(data => updateSources(data, sources, progress, force))
    },
    decide: decision => writing(data => decide(data, { ...decision, by: userInfo().username })),
    importDecisions: lines => writing(data => importDecisions(data, lines)),
    exportDecisions: async () => exportDecisions((await opened.get()).data.ledger),
    follow: asked => writing(data => follow(data, asked)),
    unfollow: id => writing(data => unfollow(data, id)),
    follows: () => readFollows(config.data),
    rebuild: () => writing(data => rebuildAll(data, progress)),
    readFrom: async (what, input, keep) => {
      const asked = await fileToRead(what, input)
      const { engine, data } = await opened.get()
      const { answer, read } = await readDocument(config, await openReader(engine), asked)
      if (keep) keepRead(config, read, data.now())
      return answer
    },
    signals: async question => {
      const { engine } = await opened.get()
      return withClaims(config, store => signalsOf(engine, store, question))
    },
    ...keeping(config, opened, progress),
    readiness: async () => ({ ready: currentGeneration(config.data) !== null, reason: null, missing: [] }),
    close: opened.close,
  }
}

async function rebuildAll(data: Data, progress: (step: Step) => void): Promise<void> {
  for (const { id } of data.sources.all)
    await data.ledger.rebuildReadings(id, {
      anew: true,
      progress: (done, total) => progress({ source: id, phase: 'reading anew', done, total }),
    })
  await refresh(data, progress, true)
}

function keeping(
  config: Config,
  opened: Lazy,
  progress: (step: Step) => void,
): Pick<Product, 'keepScreenings' | 'keptScreenings' | 'eraseScreenings' | 'replay'> {
  const withKept = async <T>(task: (kept: ReturnType<typeof keptOf>) => Promise<T>): Promise<T> => {
    await forgetOld(config)
    const kept = keptOf(config)
    try {
      return await task(kept)
    } finally {
      kept.close()
    }
  }
  return {
    async keepScreenings(names, settings) {
      const { engine, generation } = await opened.get()
      return withKept(async kept => {
        const keeper = openKeeper({ ...kept, engine, built: generation.built, now: clock })
        const answers: KeptAnswer[] = []
        for (const name of names) answers.push(await keeper.keep(name, screeningOptions(engine, settings)))
        return answers
      })
    },
    keptScreenings: () => withKept(async ({ store }) => keptLines(store)),
    eraseScreenings: asked =>
      withKept(async ({ store, log }) => {
        const ids = 'id' in asked ? [store.get(asked.id).id] : store.before(startOfDay(asked.before))
        return eraseKept(store, log, ids, { text: `erased by ${userInfo().username}`, at: clock() })
      }),
    async replay(id) {
      const { engine, generation } = await opened.get()
      return withKept(({ store }) =>
        replay({ engine, built: generation.built, progress: step => progress({ source: null, ...step }) }, store.get(id)),
      )
    },
  }
}

type Opened = { readonly data: Data; readonly engine: OpenedEngine; readonly generation: Generation }
type Lazy = { get(): Promise<Opened>; close(): Promise<void> }

function lazily(config: Config, progress: (step: Step) => void): Lazy {
  let opening: Promise<Opened> | undefined
  const open = async (): Promise<Opened> => {
    await ensureReady(config, progress)
    const generation = currentGeneration(config.data)
    if (!generation) throw new WhoListsError('index.not-ready')
    const data = await openData(config, true)
    return { data, generation, engine: await openEngine(data, generation) }
  }
  return {
    get: () => (opening ??= open()),
    async close() {
      const opened = await opening?.catch(() => undefined)
      opened?.engine.close()
      await opened?.data.close()
    },
  }
}

// Each answer opens the engine first; afterwards it is at hand.
function afterOpening(opened: Lazy): Answers {
  let engine: Engine | undefined
  const answers = answersOver(() => {
    if (!engine) throw new Error('the engine is not open')
    return engine
  })
  const wrapped = Object.entries(answers).map(([name, ask]) => [
    name,
    async (...args: unknown[]) => {
      engine ??= (await opened.get()).engine
      return (ask as (...args: unknown[]) => unknown)(...args)
    },
  ])
  return Object.fromEntries(wrapped) as Answers
}

const screeningOptions = (engine: Engine, { scope, limit, threshold, cutoff, asOf }: ScreenSettings): ScreeningOptions => ({
  limit,
  threshold,
  cutoff,
  asOf,
  scope: scopeNamed(engine, scope),
  topics: [],
  excludedSchemata: [],
  excludedIds: [],
  changedSince: null,
  weights: {},
  config: {},
  listings: true,
})

function openScreening(engine: Engine, settings: ScreenSettings) {
  const screener = openScreener(engine)
  const options = screeningOptions(engine, settings)
  return { one: (query: QueryAsked) => screener.one(query, options), context: screener.context(options) }
}

async function screenNames(engine: Engine, names: readonly NameAsked[], settings: ScreenSettings): Promise<readonly ScreenAnswer[]> {
  const { one, context } = openScreening(engine, settings)
  const answers: ScreenAnswer[] = []
  for (const name of names) answers.push({ ...(await one(name)), ...context })
  return answers
}

async function* screenRows(opened: Lazy, table: TableToScreen, settings: ScreenSettings): AsyncIterable<FileEvent> {
  const { one, context } = openScreening((await opened.get()).engine, settings)
  yield* screenTable(table, {
    screen: async queries => {
      const answers: string[] = []
      for (const query of queries) answers.push(JSON.stringify(await one(query)))
      return { answers, context }
    },
    wait: ms => new Promise(done => setTimeout(done, ms)),
  })
}
