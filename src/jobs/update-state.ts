import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Validators } from '../intake/index.ts'
import type { Instant } from '../model/index.ts'

/** What became of the last attempt to update a source. */
export type UpdateOutcome = 'updated' | 'unchanged' | 'held' | 'refused' | 'failed'

/** What is known of one address: what to ask it with, and which bytes it gave. */
export type AddressState = {
  readonly validators: Validators
  readonly sha256: string
  readonly header: Instant | null
  readonly finalUrl: string
  /** The version that these bytes are of, where the publisher's index names versions. */
  readonly version?: string
}

/** What is known of the fetching of one source. */
export type SourceState = {
  /** The last attempt. */
  readonly at: Instant
  readonly outcome: UpdateOutcome
  /** In a sentence. */
  readonly detail: string
  /** Attempts that failed since the last one that did not. */
  readonly failures: number
  /** Not before this instant is the publisher asked again by itself; null where nothing stands in the way. */
  readonly notBefore: Instant | null
  /** What was odd about the answers: a moved address, a server that refuses compression. */
  readonly notes: readonly string[]
  readonly addresses: Readonly<Record<string, AddressState>>
  /** The version that was last taken in, where the publisher's index names versions. */
  readonly version?: string
}

/** What is known of the fetching of every source, by id. */
export type FetchStates = ReadonlyMap<string, SourceState>

const FILE = 'fetches.json'

/** The states kept in a data folder; none where nothing was fetched yet or the file cannot be read: then everything is asked for anew. */
export async function readFetchStates(folder: string): Promise<FetchStates> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '{}')
  try {
    return new Map(Object.entries(JSON.parse(text) as Record<string, SourceState>))
  } catch {
    return new Map()
  }
}

/** Keeps the states, whole or not at all. One writer at a time: the holder of the data folder's lock. */
export async function keepFetchStates(folder: string, states: FetchStates): Promise<void> {
  await mkdir(folder, { recursive: true })
  const [path, fresh] = [join(folder, FILE), join(folder, `${FILE}.new`)]
  const file = await open(fresh, 'w')
  try {
    await file.writeFile(`${JSON.stringify(Object.fromEntries([...states].sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, path)
}

const FIRST_FAILURES = 3
const HOUR = 3600

/**
 * When a source that has failed that often may be asked again by itself: at any time after the first few failures, then
 * after one hour, two, four, up to a day. Success closes the circuit again.
 */
export const notBeforeAfter = (failures: number, now: Instant): Instant | null =>
  failures < FIRST_FAILURES ? null : now + HOUR * Math.min(24, 2 ** (failures - FIRST_FAILURES))
