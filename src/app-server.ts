// Wires the rooms for the server: questions on this thread, screening and searching in workers, writing in a process of its own.
import { extname } from 'node:path'
import type { App, Pool, Progress, ScreenContext, ScreenOptions } from './api/index.ts'
import { openPool } from './api/index.ts'
import { answersOver } from './app-answers.ts'
import { catalogueNow } from './app-catalogue.ts'
import { type Data, openData, type Step } from './app-data.ts'
import { type OpenedEngine, openEngine } from './app-engine.ts'
import { matcherView } from './app-matcher.ts'
import { openReader, readDocument, withClaims } from './app-news.ts'
import { signalsOf } from './app-signals.ts'
import { sourcesNow } from './app-sources.ts'
import { watchNews } from './app-watch.ts'
import { openWriter } from './app-writer.ts'
import type { Config } from './config.ts'
import { memoryFile } from './intake/index.ts'
import { currentGeneration, type FeedOutcome, type Generation, screenTable } from './jobs/index.ts'
import { type Source, WhoListsError } from './model/index.ts'
import type { NewsReader } from './news/index.ts'
import { asOfText, coverageIn, resolveAsOf } from './questions/index.ts'
import type { KeptByWorker, WorkerSetup } from './screen-worker.ts'

/** The product as the server asks it, and what belongs to running it. */
export type ServedApp = App & {
  /** Opens the newest generation where there is a newer one; requests that run finish on the one before. */
  renew(): Promise<boolean>
  /** Sources that the schedule fetches. */
  readonly scheduled: readonly Source[]
  /** Reads what is new in these news feeds. @throws fetch.offline */
  watch(feeds: readonly string[]): Promise<readonly FeedOutcome[]>
  /** Lets what was accepted finish, then ends workers and writers. */
  close(): Promise<void>
}

type Opened = { readonly data: Data; readonly engine: OpenedEngine; readonly generation: Generation }

/** A request to a worker that takes longer has failed. */
const DEADLINE_MS = 30_000

/** Opens the product for a server; the data folder must be ready to answer. */
export async function openServedApp(config: Config, tell: (text: string) => void, terminal: (text: string) => void): Promise<ServedApp> {
  let current = await openNewest(config)
  let catalogue = await catalogueNow(current.engine)
  let reader: Promise<NewsReader> | undefined
  const listeners = new Set<(progress: Progress) => void>()
  let importing: Step | null = null
  const writer = openWriter(config)
  const pool = await openPool<WorkerSetup>({
    module: new URL(`./screen-worker${extname(import.meta.filename)}`, import.meta.url),
    setup: setupOf(config, current),
    workers: config.workers,
    maxWaiting: config.maxWaiting,
    deadlineMs: DEADLINE_MS,
    now: () => performance.now(),
    onTrouble: ({ what, reason }) => tell(`a worker ${what}: ${reason}`),
  })
  const answers = answersOver(() => current.engine)
  const contextOf = (options: Pick<ScreenOptions, 'scope' | 'asOf'>) => screenContext(current.engine, options)
  const screen: App['screen'] = async (queries, options) => {
    const { answers: texts, setup } = await pool.run('screen', options, queries)
    // Answers of the generation before may come in after the next one was opened: their context is their own.
    return { answers: texts as readonly string[], context: screenContext(engineOf.get(setup) ?? current.engine, options) }
  }
  const write = async (task: Parameters<typeof writer.run>[0], name: string) => {
    try {
      return await writer.run(task, step => {
        importing = step
        for (const listener of listeners) listener({ task: name, ...step, message: null })
      })
    } finally {
      importing = null
      await renew()
      for (const listener of listeners) listener({ task: name, source: null, phase: 'done', done: 1, total: 1, message: null })
    }
  }
  const renew = async () => {
    const newest = currentGeneration(config.data)
    if (!newest || newest.name === current.generation.name) return false
    const before = current
    const next = await openNewest(config)
    await pool.renew(setupOf(config, next))
    const nextCatalogue = await catalogueNow(next.engine)
    current = next
    catalogue = nextCatalogue
    reader = undefined
    closeLater(before)
    return true
  }
  return {
    ...answers,
    screen,
    async screenAndKeep(queries, options) {
      const { answers } = await pool.run('keep', options, queries)
      const kept = answers as readonly KeptByWorker[]
      const [first] = kept
      if (!first) throw new Error('nothing was asked')
      return { answers: kept.map(k => k.answer), context: first.context, kept: kept.map(k => k.id) }
    },
    screenFile: (file, options) =>
      screenTable(file, { screen: queries => screen(queries, options), wait: ms => new Promise(done => setTimeout(done, ms)) }),
    async search(request) {
      const { versions, incomplete } = contextOf({ scope: request.scope, asOf: {} })
      const { total, ...found } = await one<{ total: number; results: never; facets: never }>(pool, 'search', request)
      return { ...found, total: { value: total, relation: 'eq' }, versions, incomplete }
    },
    suggest: (scope, prefix, limit) => one(pool, 'suggest', { scope, prefix, limit }),
    async statements(request) {
      const { total, results } = await one<{ total: number; results: never }>(pool, 'statements', request)
      return { total: { value: total, relation: 'eq' }, results }
    },
    catalog: () => catalogue,
    matcher: matcherView,
    signals: question => withClaims(config, store => signalsOf(current.engine, store, question)),
    async watch(feeds) {
      reader ??= openReader(current.engine)
      return watchNews(config, await reader, feeds)
    },
    async read({ text, html, url }) {
      reader ??= openReader(current.engine)
      const asked = url !== null ? { url } : { file: memoryFile('the text given', text ?? html ?? ''), url: null }
      return (await readDocument(config, await reader, asked)).answer
    },
    sources: () =>
      sourcesNow(
        current.data,
        importing && importing.source !== null
          ? { source: importing.source, phase: importing.phase, done: importing.done, total: importing.total }
          : null,
      ),
    async accept(version, reason) {
      return (await write({ kind: 'accept', version, reason, by: 'interface' }, 'accept')) as Awaited<ReturnType<App['accept']>>
    },
    async decide(decision) {
      return (await write({ kind: 'decide', decision }, 'decide')) as Awaited<ReturnType<App['decide']>>
    },
    async readiness() {
      const missing = config.required.filter(
        id => !current.engine.versions.some(v => v.source === id && v.accepted <= current.engine.now()),
      )
      return {
        ready: missing.length === 0,
        reason: missing.length > 0 ? `required sources are missing: ${missing.join(', ')}` : null,
        missing,
      }
    },
    async update({ sources, force }) {
      if (!config.offline) tellUpdates((await write({ kind: 'update', sources, force }, 'update')) as readonly UpdateTold[], terminal)
      else if (force) await write({ kind: 'refresh' }, 'refresh')
    },
    onProgress(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    workerFigures: () => pool.figures(),
    renew,
    scheduled: current.data.sources.all,
    async close() {
      writer.close()
      await pool.close()
      current.engine.close()
      await current.data.close()
    },
  }
}

const engineOf = new WeakMap<WorkerSetup, OpenedEngine>()

function setupOf(config: Config, { generation, engine }: Opened): WorkerSetup {
  const setup = { config, generation, index: engine.index.buffer }
  engineOf.set(setup, engine)
  return setup
}

// Questions on this thread may still be reading from it.
function closeLater({ engine, data }: Opened): void {
  setTimeout(() => {
    engine.close()
    void data.close()
  }, DEADLINE_MS).unref()
}

async function openNewest(config: Config): Promise<Opened> {
  const generation = currentGeneration(config.data)
  if (!generation) throw new WhoListsError('index.not-ready')
  const data = await openData(config, true)
  return { data, generation, engine: await openEngine(data, generation) }
}

const contexts = new WeakMap<OpenedEngine, { readonly second: number; readonly known: Map<string, ScreenContext> }>()

/** What screenings of this second stand on; the same object for the same question, so that it is written out once. */
function screenContext(engine: OpenedEngine, { scope, asOf: asked }: Pick<ScreenOptions, 'scope' | 'asOf'>): ScreenContext {
  const second = engine.now()
  const kept = contexts.get(engine)
  const { known } = kept?.second === second ? kept : { known: new Map<string, ScreenContext>() }
  if (kept?.known !== known) contexts.set(engine, { second, known })
  const question = JSON.stringify([scope, asked])
  const before = known.get(question)
  if (before) return before
  const asOf = resolveAsOf(asked, second)
  const { versions, incomplete, unsearched } = coverageIn(engine, scope, asOf)
  const context = { asOf: asOfText(asOf), versions, incomplete, unsearched, matcher: engine.matcher, index: engine.generation }
  known.set(question, context)
  return context
}

async function one<T>(pool: Pool<WorkerSetup>, kind: string, item: unknown): Promise<T> {
  const { answers } = await pool.run(kind, null, [item])
  return answers[0] as T
}

type UpdateTold = { readonly source: string; readonly outcome: string; readonly detail: string }

// What came in, a line each; what could not be fetched for one reason is one line.
function tellUpdates(updates: readonly UpdateTold[], say: (text: string) => void): void {
  for (const { source, detail } of updates.filter(u => u.outcome === 'updated' || u.outcome === 'held' || u.outcome === 'refused'))
    say(`${source}: ${detail}`)
  const failed = updates.filter(u => u.outcome === 'failed')
  const [first] = failed
  if (first)
    say(
      `Not fetched: ${failed.map(u => u.source).join(', ')}. ${first.detail} The state before stays in force; "/sources" tells each reason.`,
    )
}
