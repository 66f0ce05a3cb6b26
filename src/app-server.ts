// Wires the rooms for the server: questions on this thread, screening and searching in workers, writing in a process of its own.
import { extname } from 'node:path'
import type { App, Pool, Progress, ScreenOptions } from './api/index.ts'
import { openPool } from './api/index.ts'
import { answersOver } from './app-answers.ts'
import { type Current, engineOf, openCurrent, screenContext } from './app-current.ts'
import type { Step } from './app-data.ts'
import { matcherView } from './app-matcher.ts'
import { readDocument, withClaims } from './app-news.ts'
import { signalsOf } from './app-signals.ts'
import { sourcesNow } from './app-sources.ts'
import { watchNews } from './app-watch.ts'
import { openWriter, type Writer } from './app-writer.ts'
import type { Config } from './config.ts'
import { memoryFile } from './intake/index.ts'
import { exportDecisions, type FeedOutcome, type Follow, readFollows, screenTable } from './jobs/index.ts'
import type { Source } from './model/index.ts'
import type { KeptByWorker, WorkerSetup } from './screen-worker.ts'
import type { WriterTask } from './writer-child.ts'

/** The product as the server asks it, and what belongs to running it. */
export type ServedApp = App & {
  /** Opens the newest generation where there is a newer one; requests that run finish on the one before. */
  renew(): Promise<boolean>
  /** Sources that the schedule fetches. */
  readonly scheduled: readonly Source[]
  /** Reads what is new in these news feeds. @throws fetch.offline */
  watch(feeds: readonly string[]): Promise<readonly FeedOutcome[]>
  /** Tells followers what is new, and tries again to send what waits. @throws data.locked */
  alert(): Promise<void>
  /** Lets what was accepted finish, then ends workers and writers. */
  close(): Promise<void>
}

/** A request to a worker that takes longer has failed. */
const DEADLINE_MS = 30_000

/** Opens the product for a server; the data folder must be ready to answer. */
export async function openServedApp(config: Config, tell: (text: string) => void, terminal: (text: string) => void): Promise<ServedApp> {
  const current = await openCurrent(config)
  const writer = openWriter(config)
  const pool = await openPool<WorkerSetup>({
    module: new URL(`./screen-worker${extname(import.meta.filename)}`, import.meta.url),
    setup: current.setup,
    workers: config.workers,
    maxWaiting: config.maxWaiting,
    deadlineMs: DEADLINE_MS,
    now: () => performance.now(),
    onTrouble: ({ what, reason }) => tell(`a worker ${what}: ${reason}`),
  })
  const renew = () => current.renew(setup => pool.renew(setup))
  const writing = openWriting(writer, renew)
  const joining = openJoining(writing, tell)
  return {
    ...answersOver(() => current.engine),
    ...screeningAnswers(current, pool),
    ...currentAnswers(config, current, writing),
    ...writingAnswers(config, writing, terminal),
    ...judging(current, writing, joining),
    ...following(config, writing),
    workerFigures: () => pool.figures(),
    renew,
    scheduled: current.data.sources.all,
    alert: async () => void (await writer.run({ kind: 'alert' }, () => undefined)),
    watch: async feeds => watchNews(config, await current.reader(), feeds),
    async close() {
      joining.stop()
      writer.close()
      await pool.close()
      await current.close()
    },
  }
}

function screeningAnswers(
  current: Current,
  pool: Pool<WorkerSetup>,
): Pick<App, 'screen' | 'screenAndKeep' | 'screenFile' | 'search' | 'suggest' | 'statements'> {
  const screen: App['screen'] = async (queries, options) => {
    const { answers, setup } = await pool.run('screen', options, queries)
    // Answers of the generation before may come in after the next one was opened: their context is their own.
    return { answers: answers as readonly string[], context: screenContext(engineOf(setup) ?? current.engine, options) }
  }
  return {
    screen,
    async screenAndKeep(queries, options) {
      const { answers } = await pool.run('keep', options, queries)
      const kept = answers as readonly KeptByWorker[]
      const [first] = kept
      if (!first) throw new Error('nothing was asked')
      return { answers: kept.map(k => k.answer), context: first.context, kept: kept.map(k => k.id) }
    },
    screenFile: (file, options: ScreenOptions) =>
      screenTable(file, { screen: queries => screen(queries, options), wait: ms => new Promise(done => setTimeout(done, ms)) }),
    async search(request) {
      const { versions, incomplete } = screenContext(current.engine, { scope: request.scope, asOf: request.asOf ?? {} })
      const { total, ...found } = await one<{ total: number; results: never; facets: never }>(pool, 'search', request)
      return { ...found, total: { value: total, relation: 'eq' }, versions, incomplete }
    },
    suggest: (scope, prefix, limit) => one(pool, 'suggest', { scope, prefix, limit }),
    async statements(request) {
      const { total, results } = await one<{ total: number; results: never }>(pool, 'statements', request)
      return { total: { value: total, relation: 'eq' }, results }
    },
  }
}

function currentAnswers(
  config: Config,
  current: Current,
  writing: Writing,
): Pick<App, 'catalog' | 'matcher' | 'signals' | 'read' | 'sources' | 'readiness'> {
  return {
    catalog: () => current.catalogue,
    matcher: matcherView,
    signals: question => withClaims(config, store => signalsOf(current.engine, store, question)),
    async read({ text, html, url, about = {} }) {
      const known = text !== null && Object.keys(about).length > 0 ? JSON.stringify({ ...about, text }) : null
      const given = known === null ? memoryFile('the text given', text ?? html ?? '') : memoryFile('the text given.json', known)
      const asked = url !== null ? { url } : { file: given, url: null }
      return (await readDocument(config, await current.reader(), asked)).answer
    },
    sources: () => sourcesNow(current.data, importingOf(writing.step())),
    async readiness() {
      const { versions, now } = current.engine
      const missing = config.required.filter(id => !versions.some(v => v.source === id && v.accepted <= now()))
      const named = missing.map(id => (current.data.sources.all.some(s => s.id === id) ? id : `${id} (no source has this name)`))
      return {
        ready: missing.length === 0,
        reason: missing.length > 0 ? `required sources are missing: ${named.join(', ')}` : null,
        missing,
      }
    },
  }
}

const importingOf = (step: Step | null) =>
  step && step.source !== null ? { source: step.source, phase: step.phase, done: step.done, total: step.total } : null

/** Runs writing tasks, tells how far they are, and opens what they built. */
type Writing = {
  run(task: WriterTask, name: string): Promise<unknown>
  step(): Step | null
  onProgress(listener: (progress: Progress) => void): () => void
}

function openWriting(writer: Writer, renew: () => Promise<boolean>): Writing {
  const listeners = new Set<(progress: Progress) => void>()
  let step: Step | null = null
  const tell = (progress: Progress) => {
    for (const listener of listeners) listener(progress)
  }
  return {
    async run(task, name) {
      try {
        return await writer.run(task, next => {
          step = next
          tell({ task: name, ...next, message: null })
        })
      } finally {
        step = null
        await renew()
        tell({ task: name, source: null, phase: 'done', done: 1, total: 1, message: null })
      }
    },
    step: () => step,
    onProgress(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function writingAnswers(config: Config, writing: Writing, terminal: (text: string) => void): Pick<App, 'accept' | 'update' | 'onProgress'> {
  return {
    accept: async (version, reason) =>
      (await writing.run({ kind: 'accept', version, reason, by: 'interface' }, 'accept')) as Awaited<ReturnType<App['accept']>>,
    async update({ sources, force }) {
      if (!config.offline) tellUpdates((await writing.run({ kind: 'update', sources, force }, 'update')) as readonly UpdateTold[], terminal)
      else if (force) await writing.run({ kind: 'refresh' }, 'refresh')
    },
    onProgress: writing.onProgress,
  }
}

function judging(
  current: Current,
  writing: Writing,
  joining: Joining,
): Pick<App, 'decide' | 'takeBack' | 'importDecisions' | 'exportDecisions'> {
  const keep = async <T>(task: WriterTask): Promise<T> => {
    const kept = (await writing.run(task, 'decide')) as T
    joining.soon()
    return kept
  }
  return {
    decide: decision => keep({ kind: 'decide', decision }),
    takeBack: pair => keep({ kind: 'take-back', pair }),
    importDecisions: lines => keep({ kind: 'import-decisions', lines }),
    exportDecisions: () => exportDecisions(current.data.ledger),
  }
}

function following(config: Config, writing: Writing): Pick<App, 'follows' | 'follow' | 'unfollow'> {
  return {
    async follows() {
      const { follows, outbox } = await readFollows(config.data)
      return {
        follows: follows.map(({ secret: _, ...follow }) => {
          const waiting = outbox.filter(d => d.follow === follow.id)
          return { ...follow, waiting: waiting.length, failure: waiting.findLast(d => d.failure !== null)?.failure ?? null }
        }),
      }
    },
    follow: async asked => (await writing.run({ kind: 'follow', asked }, 'follow')) as Follow,
    unfollow: async id => void (await writing.run({ kind: 'unfollow', id }, 'follow')),
  }
}

/** How long after the last of several decisions records are joined anew: a reviewer is not to wait for it between two. */
const JOIN_AFTER_MS = 5000

/** Joins anew once no more decisions come. What was not joined when the server stops is joined at its next start. */
type Joining = { soon(): void; stop(): void }

function openJoining(writing: Writing, tell: (text: string) => void): Joining {
  let timer: NodeJS.Timeout | undefined
  const join = () =>
    void writing.run({ kind: 'ready' }, 'join').catch((error: unknown) => tell(`decisions are kept, but not joined yet: ${String(error)}`))
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(join, JOIN_AFTER_MS)
    },
    stop: () => clearTimeout(timer),
  }
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
