// The server process: pages, data folder, workers, interface; then it watches for news of its own data folder.
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog, openServer, type Server, type WaitingApp, waitingApp } from './api/index.ts'
import type { Step } from './app-data.ts'
import { ensureReady } from './app-ready.ts'
import { openServedApp, type ServedApp } from './app-server.ts'
import { startTasks } from './app-tasks.ts'
import { openWriter } from './app-writer.ts'
import { webIsStale } from './build-web.ts'
import { showProgress, type Terminal } from './cli/index.ts'
import { type Config, ROOT } from './config.ts'
import { WhoListsError } from './model/index.ts'

/** Serves until told to stop; resolves when everything has ended well. */
export async function serve(config: Config, terminal: Terminal, version: string): Promise<void> {
  const pages = await builtPages(terminal)
  const log = openLog(config.log, process.stderr)
  const waiting = waitingApp()
  const server = await openServer(waiting.app, {
    title: 'WhoLists',
    version,
    log,
    random: bytes => randomBytes(bytes).toString('hex'),
    maxBatch: config.maxBatch,
    updateToken: config.updateToken,
    pages,
  })
  await listen(server, config)
  const app = await opened(config, terminal, waiting, text => log.warn(text)).catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  await tellWhereAndWhat(config, server, app, terminal)
  const tasks = await startTasks(config, app, log)
  await stopAsked()
  tasks.stop()
  await sleep(ARRIVED_MS)
  await server.close()
  await app.close()
}

// The server listens meanwhile and says that it is not ready, and how far it is.
async function opened(config: Config, terminal: Terminal, waiting: WaitingApp, warn: (text: string) => void): Promise<ServedApp> {
  const progress = showProgress(terminal)
  const tell = (step: Step) => {
    progress.step(step)
    waiting.tell({ task: 'start', ...step, message: null })
  }
  // Indexing leaves a process large: it is done in one of its own, so that the server stays small.
  const writer = openWriter(config)
  await ensureReady(config, tell, () => writer.run({ kind: 'ready' }, tell)).finally(() => writer.close())
  progress.stop()
  const app = await openServedApp(config, warn, text => terminal.err(text))
  waiting.become(app)
  return app
}

async function listen(server: Server, config: Config): Promise<void> {
  try {
    await server.listen({ host: config.host, port: config.port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new WhoListsError('server.port-taken', { host: config.host, port: config.port }, error)
    throw error
  }
}

// In a checkout the pages are built when they are missing or older than their source; the package brings them along.
async function builtPages(terminal: Terminal): Promise<string | null> {
  if (webIsStale({ root: ROOT })) {
    terminal.err('Building the pages …')
    await buildPages()
  }
  const folders = [join(ROOT, 'src', 'web', 'dist'), join(ROOT, 'dist', 'web')]
  return folders.find(folder => existsSync(join(folder, 'index.html'))) ?? null
}

function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(ROOT, 'src', 'build-pages.ts'))
    child.on('error', reject)
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`building the pages ended with ${code ?? 'a signal'}`))))
  })
}

async function tellWhereAndWhat(config: Config, server: Server, app: ServedApp, terminal: Terminal): Promise<void> {
  const [address] = server.addresses()
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  const { sources } = await app.sources()
  const there = sources.filter(s => s.newest !== null).map(s => s.id)
  const missing = sources.filter(
    s => s.kind === 'official' && s.newest === null && !s.closed && app.scheduled.some(x => x.id === s.id && x.addresses.length > 0),
  )
  terminal.err(`WhoLists answers at http://${host}:${typeof address === 'object' ? address.port : config.port}`)
  terminal.err(`Searched: ${there.join(', ') || 'nothing yet'}.`)
  const { reason } = await app.readiness()
  if (reason) terminal.err(`Not ready, "/readyz" answers 503: ${reason}.`)
  if (missing.length > 0)
    terminal.err(
      `Not there yet: ${missing.length} official ${missing.length === 1 ? 'source' : 'sources'} (${missing
        .slice(0, 6)
        .map(s => s.id)
        .join(', ')}${missing.length > 6 ? ' …' : ''}).${config.offline ? ' Offline: import their files, or unset WHOLISTS_OFFLINE.' : ''}`,
    )
}

/** Connections on which nothing was read yet are cut when the server closes: what has arrived by the time of a signal is read first. */
const ARRIVED_MS = 100

const stopAsked = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
