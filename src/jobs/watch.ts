import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fetcher, memoryFile, type Validators } from '../intake/index.ts'
import { type Instant, type SourceFile, WhoListsError } from '../model/index.ts'
import {
  type ClaimStore,
  canonicalAddress,
  entryFile,
  type Feed,
  type FeedEntry,
  mayKeepWhole,
  type NewsReader,
  openDocument,
  readFeed,
} from '../news/index.ts'

/** What became of one feed. */
export type FeedOutcome = {
  readonly feed: string
  readonly outcome: 'read' | 'unchanged' | 'failed'
  /** In a sentence, where it failed or was odd. */
  readonly detail: string
  /** Entries that were new, and how many of them told of a listing. */
  readonly fresh: number
  readonly withClaims: number
  /** Entries whose page could not be fetched or read; they are tried again next time. */
  readonly failed: number
}

/** What watching needs. */
export type WatchJob = {
  readonly folder: string
  readonly feeds: readonly Feed[]
  readonly fetcher: Fetcher
  readonly reader: NewsReader
  readonly store: ClaimStore
  /** Publishers, besides those of the feeds that say so, whose whole texts may be kept. */
  readonly keepWhole: readonly string[]
  readonly now: () => Instant
  /** Waits between two requests of one publisher. */
  readonly wait: (ms: number) => Promise<void>
}

type FeedState = { readonly at: Instant; readonly validators: Validators; readonly outcome: string; readonly detail: string }

const FILE = 'feeds.json'
/** New entries of one feed that are read in one run; the rest follow in the next. */
const PER_RUN = 25
/** Between two pages of one publisher. */
const PAUSE_MS = 1_000
/** An entry of which the feed gives this much needs no page. */
const ENOUGH_TEXT = 800

/**
 * Asks each feed whether it has changed, reads its new entries, and keeps their claims. One feed's failure stops no other.
 *
 * @throws fetch.offline
 */
export async function watchFeeds(job: WatchJob): Promise<readonly FeedOutcome[]> {
  if (job.fetcher.offline) throw new WhoListsError('fetch.offline')
  const states = await readStates(job.folder)
  const outcomes: FeedOutcome[] = []
  const pages = await mkdtemp(join(tmpdir(), 'wholists-feeds-'))
  try {
    for (const feed of job.feeds) {
      const { outcome, validators } = await oneFeed(job, feed, states.get(feed.id)?.validators ?? {}, pages)
      states.set(feed.id, { at: job.now(), validators, outcome: outcome.outcome, detail: outcome.detail })
      outcomes.push(outcome)
      await keepStates(job.folder, states)
    }
  } finally {
    await rm(pages, { recursive: true, force: true })
  }
  return outcomes
}

/** When each feed was last asked, for the schedule. */
export async function lastAsked(folder: string): Promise<ReadonlyMap<string, Instant>> {
  return new Map([...(await readStates(folder))].map(([id, state]) => [id, state.at]))
}

async function oneFeed(
  job: WatchJob,
  feed: Feed,
  validators: Validators,
  pages: string,
): Promise<{ readonly outcome: FeedOutcome; readonly validators: Validators }> {
  const told = { feed: feed.id, detail: '', fresh: 0, withClaims: 0, failed: 0 }
  try {
    const path = join(pages, feed.id)
    const fetched = await job.fetcher.fetch({ url: feed.url, path, validators })
    if (fetched.outcome === 'unchanged') return { outcome: { ...told, outcome: 'unchanged' }, validators }
    const { entries, problems } = await readFeed(memoryFile(feed.url, await readFile(path)), fetched.finalUrl)
    const counted = await readEntries(job, feed, entries, pages)
    const odd = problems[0] ? `${problems[0].code}: ${problems[0].seen}` : ''
    const outcome = problems.some(p => p.severity === 'stop') && entries.length === 0 ? 'failed' : 'read'
    // With entries left over the feed is asked for whole again.
    const next = counted.failed > 0 || counted.left > 0 ? {} : fetched.validators
    return { outcome: { ...told, ...counted, outcome, detail: odd }, validators: next }
  } catch (error) {
    if (!(error instanceof WhoListsError)) throw error
    return { outcome: { ...told, outcome: 'failed', detail: error.message }, validators }
  }
}

async function readEntries(job: WatchJob, feed: Feed, entries: readonly FeedEntry[], pages: string) {
  const fresh = entries.filter(e => !job.store.has({ url: canonicalAddress(e.url), sha256: '' }))
  let [withClaims, failed] = [0, 0]
  for (const entry of fresh.slice(0, PER_RUN)) {
    const claims = await readEntry(job, feed, entry, pages)
    if (claims === null) failed += 1
    else if (claims > 0) withClaims += 1
  }
  return { fresh: Math.min(fresh.length, PER_RUN), left: Math.max(0, fresh.length - PER_RUN), withClaims, failed }
}

/** Claims found in an entry; null where it could not be read. */
async function readEntry(job: WatchJob, feed: Feed, entry: FeedEntry, pages: string): Promise<number | null> {
  const file = entry.text.length >= ENOUGH_TEXT ? entryFile(entry) : await page(job, entry, pages)
  if (!file) return null
  const opened = await openDocument(file, { url: entry.url, published: entry.published, publisher: feed.publisher })
  if ('problem' in opened) return null
  const url = canonicalAddress(entry.url)
  const read = job.reader.read({ ...opened.document, url, title: opened.document.title ?? entry.title })
  job.store.keep(read, job.now(), feed.whole || mayKeepWhole({ publisher: feed.publisher, url }, job.keepWhole))
  return read.claims.length
}

async function page({ fetcher, wait }: WatchJob, entry: FeedEntry, pages: string): Promise<SourceFile | null> {
  await wait(PAUSE_MS)
  const path = join(pages, 'page')
  try {
    const fetched = await fetcher.fetch({ url: entry.url, path, html: true })
    return fetched.outcome === 'fetched' ? memoryFile(entry.url, await readFile(path)) : null
  } catch (error) {
    if (error instanceof WhoListsError) return null
    throw error
  }
}

async function readStates(folder: string): Promise<Map<string, FeedState>> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '{}')
  try {
    return new Map(Object.entries(JSON.parse(text) as Record<string, FeedState>))
  } catch {
    return new Map()
  }
}

async function keepStates(folder: string, states: ReadonlyMap<string, FeedState>): Promise<void> {
  const fresh = join(folder, `${FILE}.new`)
  await writeFile(fresh, `${JSON.stringify(Object.fromEntries(states), null, 1)}\n`)
  await rename(fresh, join(folder, FILE))
}
