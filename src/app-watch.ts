// Wires the watching of news feeds: which there are, and how they are asked.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { clock } from './app-reading.ts'
import { USER_AGENT } from './app-update.ts'
import type { Config } from './config.ts'
import { createFetcher } from './intake/index.ts'
import { type FeedOutcome, lastAsked, type Scheduled, watchFeeds } from './jobs/index.ts'
import type { Instant } from './model/index.ts'
import { type Feed, type NewsReader, openClaimStore } from './news/index.ts'

/** What a feed is called among what the schedule fetches. */
const PREFIX = 'feed:'

/** The feeds of the file in the settings. */
export const knownFeeds = (config: Config): readonly Feed[] =>
  (JSON.parse(readFileSync(config.feeds, 'utf8')) as { readonly feeds: readonly Feed[] }).feeds

/** The feeds as the schedule takes them. */
export const scheduledFeeds = (config: Config): readonly Scheduled[] =>
  knownFeeds(config).map(feed => ({ id: PREFIX + feed.id, cadence: { schedule: feed.schedule }, addresses: [feed.url] }))

/** When each feed was last asked, by what the schedule calls it. */
export async function feedStates(config: Config): Promise<ReadonlyMap<string, { readonly at: Instant }>> {
  return new Map([...(await lastAsked(config.data))].map(([id, at]) => [PREFIX + id, { at }]))
}

/** The feeds among what is due, and the rest. */
export function partedByKind(due: readonly string[]): { readonly feeds: readonly string[]; readonly sources: readonly string[] } {
  const feeds = due.filter(id => id.startsWith(PREFIX)).map(id => id.slice(PREFIX.length))
  return { feeds, sources: due.filter(id => !id.startsWith(PREFIX)) }
}

/**
 * Reads what is new in these feeds.
 *
 * @throws fetch.offline
 */
export async function watchNews(config: Config, reader: NewsReader, feeds: readonly string[]): Promise<readonly FeedOutcome[]> {
  const fetcher = createFetcher({
    offline: config.offline,
    allowPrivate: config.allowPrivate,
    userAgent: USER_AGENT,
    now: clock,
    random: Math.random,
    limits: { maxBytes: 32 * 1024 * 1024, totalTimeoutMs: 120_000, headersTimeoutMs: 30_000, attempts: 2 },
  })
  const store = openClaimStore(config.data, { readOnly: false })
  try {
    const asked = knownFeeds(config).filter(f => feeds.includes(f.id))
    return await watchFeeds({
      folder: config.data,
      feeds: asked,
      fetcher,
      reader,
      store,
      keepWhole: config.keepWhole,
      now: clock,
      wait: ms => wait(ms),
    })
  } finally {
    store.close()
    await fetcher.close()
  }
}
