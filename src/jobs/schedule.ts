import { Cron } from 'croner'
import type { Instant, Source } from '../model/index.ts'

/** What is fetched at its times: a source, or a feed of news. */
export type Scheduled = Pick<Source, 'id' | 'closed'> & {
  readonly cadence: Pick<Source['cadence'], 'schedule'>
  readonly addresses: readonly unknown[]
}

/** What a schedule needs. */
export type ScheduleJob = {
  readonly sources: readonly Scheduled[]
  /** Updates these sources; resolves when done. What it throws goes to `failed`. */
  readonly run: (sources: readonly string[]) => Promise<unknown>
  readonly failed: (error: unknown) => void
  /** When each was last asked. */
  readonly states: ReadonlyMap<string, { readonly at: Instant }>
  readonly now: () => Instant
  /** 0 to 1: servers of many installations are not to call at one second. */
  readonly random: () => number
  /** Calls back after so many milliseconds; the returned function takes it back. For tests. */
  readonly later?: (task: () => void, ms: number) => () => void
}

/** A running schedule. */
export type Schedule = {
  /** When each source is due next. */
  next(): ReadonlyMap<string, Instant>
  stop(): void
}

/** The times of a source that states none of its own: once a day. */
export const DAILY = '17 5 * * *'
const JITTER_SECONDS = 20 * 60
const START_SECONDS = 5
// Node's timers hold 24 days at most; a longer wait is taken in steps.
const STEP_SECONDS = 86_400

/**
 * Starts the schedule: each source at its own times (cron, UTC) and up to twenty minutes later, one run at a time for all that
 * are due. A source whose last attempt lies before its last time is due at once, as after a night when the server was off.
 */
export function startSchedule(job: ScheduleJob): Schedule {
  const later = job.later ?? timer
  const due = new Map<string, Instant>()
  for (const source of job.sources) if (source.addresses.length > 0 && !source.closed) due.set(source.id, firstTime(source, job))
  const byId = new Map(job.sources.map(source => [source.id, source]))
  let cancel = () => undefined as void
  let stopped = false
  const plan = (): void => {
    if (stopped || due.size === 0) return
    const soonest = Math.min(...due.values())
    cancel = later(tick, Math.max(0, Math.min(soonest - job.now(), STEP_SECONDS)) * 1000)
  }
  const tick = (): void => {
    const now = job.now()
    const ready = [...due].filter(([, at]) => at <= now).map(([id]) => id)
    for (const id of ready) {
      const source = byId.get(id)
      if (source) due.set(id, nextTime(source, now, job.random))
    }
    const running = ready.length === 0 ? Promise.resolve() : job.run(ready).catch(job.failed)
    void running.then(plan)
  }
  plan()
  return {
    next: () => new Map(due),
    stop() {
      stopped = true
      cancel()
    },
  }
}

function timer(task: () => void, ms: number): () => void {
  const handle = setTimeout(task, ms)
  handle.unref()
  return () => clearTimeout(handle)
}

const cronOf = (source: Scheduled) => new Cron(source.cadence.schedule ?? DAILY, { timezone: 'UTC', paused: true })

function nextTime(source: Scheduled, after: Instant, random: () => number): Instant {
  const next = cronOf(source).nextRun(new Date(after * 1000))
  return (next ? Math.floor(next.getTime() / 1000) : after + STEP_SECONDS) + Math.floor(random() * JITTER_SECONDS)
}

function firstTime(source: Scheduled, { states, now, random }: ScheduleJob): Instant {
  const last = states.get(source.id)?.at
  const missed = last === undefined || nextTime(source, last, () => 0) + JITTER_SECONDS <= now()
  return missed ? now() + START_SECONDS : nextTime(source, now(), random)
}
