// What a running server does by itself: it opens newer generations, fetches at the sources' times, tells followers, forgets.
import { forgetOld } from './app-kept.ts'
import { clock } from './app-reading.ts'
import type { ServedApp } from './app-server.ts'
import { feedStates, partedByKind, scheduledFeeds } from './app-watch.ts'
import type { Config } from './config.ts'
import { isAlertDue, readFetchStates, readFollows, type Schedule, startSchedule } from './jobs/index.ts'
import { WhoListsError } from './model/index.ts'

/** How often it looks whether another process has built a newer generation. */
const LOOK_MS = 2000
/** How often it looks for messages to followers that are due for another attempt. */
const ALERT_MS = 60_000
/** How often it looks for kept screenings that are older than they may be. */
const FORGET_MS = 3_600_000

/** Where it tells of what went well and what failed. */
export type TaskLog = {
  info(figures: object, text: string): void
  error(figures: object, text: string): void
}

/** Starts all of it; offline nothing is fetched and nothing sent. */
export async function startTasks(
  config: Config,
  app: Pick<ServedApp, 'renew' | 'alert' | 'update' | 'watch' | 'scheduled'>,
  log: TaskLog,
): Promise<{ stop(): void }> {
  const every = (ms: number, task: () => Promise<unknown>, failed: string) =>
    setInterval(() => void task().catch((error: unknown) => log.error({ err: error }, failed)), ms)
  const forget = () => forgetOld(config)
  await forget().catch((error: unknown) => log.error({ err: error }, NOT_FORGOTTEN))
  const running = [
    every(LOOK_MS, () => app.renew(), 'a newer generation could not be opened'),
    every(FORGET_MS, forget, NOT_FORGOTTEN),
    ...(config.offline ? [] : [every(ALERT_MS, alertsOf(config, app), 'followers could not be told')]),
  ]
  const schedule = config.offline ? null : await scheduleOf(config, app, log)
  return {
    stop() {
      schedule?.stop()
      for (const one of running) clearInterval(one)
    },
  }
}

const NOT_FORGOTTEN = 'old screenings could not be erased'

// Whoever writes tells followers too: where another process does just now, there is nothing to do.
function alertsOf(config: Config, app: Pick<ServedApp, 'alert'>): () => Promise<void> {
  let looked = clock()
  let busy = false
  return async () => {
    if (busy || !isAlertDue(await readFollows(config.data), { looked, now: clock() })) return
    busy = true
    try {
      await app.alert()
      looked = clock()
    } catch (error) {
      if (!(error instanceof WhoListsError && error.code === 'data.locked')) throw error
    } finally {
      busy = false
    }
  }
}

async function scheduleOf(config: Config, app: Pick<ServedApp, 'update' | 'watch' | 'scheduled'>, log: TaskLog): Promise<Schedule> {
  return startSchedule({
    sources: [...app.scheduled, ...scheduledFeeds(config)],
    async run(due) {
      const { sources, feeds } = partedByKind(due)
      if (sources.length > 0) await app.update({ sources, force: false })
      if (feeds.length > 0)
        for (const o of await app.watch(feeds)) log.info(o, `the feed ${o.feed} was ${o.outcome === 'read' ? 'read' : o.outcome}`)
    },
    failed: (error: unknown) => log.error({ err: error }, 'an update failed'),
    states: new Map([...(await readFetchStates(config.data)), ...(await feedStates(config))]),
    now: clock,
    random: Math.random,
  })
}
