import { WhoListsError } from '../model/index.ts'
import type { App, Progress } from './app-interface.ts'

/** An app that is still being opened: a server over it listens at once and says so. */
export type WaitingApp = {
  readonly app: App
  /** Tells how far the opening is. */
  tell(progress: Progress): void
  /** From now on the other answers. */
  become(app: App): void
}

const NOTHING = { parties: 0, designations: 0, instruments: 0, lists: 0, authorities: 0 }

/**
 * An app that refuses every question as not ready until it becomes another: a list that is not loaded is never an empty one.
 * Health, progress and the state of the sources are told from the start.
 */
export function waitingApp(): WaitingApp {
  let real: App | undefined
  let last: Progress | undefined
  const listeners = new Map<(progress: Progress) => void, () => void>()
  const early: Partial<App> = {
    catalog: () => [],
    readiness: async () => ({
      ready: false,
      reason: last ? `${last.phase}${last.source ? ` ${last.source}` : ''}` : 'starting',
      missing: [],
    }),
    workerFigures: () => ({ workers: 0, waiting: 0, running: 0, restarts: 0, refused: 0 }),
    sources: async () => ({
      sources: [],
      base: NOTHING,
      importing: last ? { source: last.source ?? '', phase: last.phase, done: last.done, total: last.total } : null,
      verified: 0,
      unverified: 0,
      index: null,
    }),
    onProgress: listener => {
      listeners.set(listener, () => undefined)
      return () => {
        listeners.get(listener)?.()
        listeners.delete(listener)
      }
    },
  }
  const refuse = () => {
    throw new WhoListsError('index.not-ready')
  }
  const app = new Proxy({} as App, {
    get: (_target, name: keyof App) => (real ? real[name] : (early[name] ?? refuse)),
  })
  return {
    app,
    tell(progress) {
      last = progress
      for (const listener of listeners.keys()) listener(progress)
    },
    become(opened) {
      real = opened
      for (const listener of listeners.keys()) listeners.set(listener, opened.onProgress(listener))
    },
  }
}
