import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Address, type Source, WhoListsError } from '../model/index.ts'
import type { Dataset } from '../sources/index.ts'
import type { UpdateJob } from './update-types.ts'

/** The token that an address is asked with; undefined where it needs none. @throws fetch.failed where its variable is not set */
export function tokenFor(address: Address, job: UpdateJob): string | undefined {
  if (address.token === undefined) return undefined
  const token = job.secret?.(address.token)
  if (token === undefined || token === '')
    throw failed(address.url, `the variable ${address.token}, which holds the token for it, is not set`)
  return token
}

/** The version of a dataset as states keep it. */
export const versionIn = (dataset: Dataset | undefined): { readonly version?: string } =>
  dataset?.version === undefined ? {} : { version: dataset.version }

/** @throws fetch.failed where a file has another SHA-1 than the index of its dataset states */
export async function checkSum(path: string, { checksum, entities = '' }: Dataset): Promise<void> {
  if (checksum === undefined) return
  const hash = createHash('sha1')
  await pipeline(createReadStream(path), hash)
  const found = hash.digest('hex')
  if (found !== checksum.toLowerCase()) throw failed(entities, `its checksum is ${found}, its index states ${checksum}`)
}

const failed = (url: string, reason: string) => new WhoListsError('fetch.failed', { url, reason, kind: 'changed' })

/** What deltas are asked for: those of a dataset since the version that is held. */
type Wanted = {
  readonly source: Source
  readonly dataset: Dataset
  readonly since: string | undefined
  readonly folder: string
  readonly signal: AbortSignal
}

/**
 * A file with the lines of all deltas from one version to the newest, oldest first; undefined where the index of deltas does not
 * reach back to that version, or cannot be read: then the whole file is needed.
 */
export async function fetchDeltas(job: UpdateJob, wanted: Wanted): Promise<string | undefined> {
  const { dataset, since, folder } = wanted
  if (dataset.delta === undefined || dataset.version === undefined || since === undefined) return undefined
  const index = join(folder, 'delta-index.json')
  try {
    await ask(job, wanted, dataset.delta, index)
    const chain = chainOf(JSON.parse(await readFile(index, 'utf8')) as unknown, since, dataset.version)
    if (!chain || chain.length === 0) return undefined
    const all = join(folder, 'entities.delta.json')
    for (const [i, url] of chain.entries()) {
      const one = join(folder, `delta-${i}.json`)
      await ask(job, wanted, url, one)
      await pipeline(createReadStream(one), lineEnded, createWriteStream(all, { flags: i === 0 ? 'w' : 'a' }))
      await rm(one)
    }
    return all
  } catch (error) {
    if (error instanceof WhoListsError && error.code === 'fetch.failed' && error.details['kind'] !== 'stopped') return undefined
    if (error instanceof SyntaxError) return undefined
    throw error
  } finally {
    await rm(index, { force: true })
  }
}

// A last line without its end would run into the first of the next file.
async function* lineEnded(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let last = 10
  for await (const piece of bytes) {
    last = piece.at(-1) ?? last
    yield piece
  }
  if (last !== 10) yield Buffer.from('\n')
}

async function ask(job: UpdateJob, { source, signal, dataset }: Wanted, url: string, path: string): Promise<void> {
  const [address] = source.addresses
  const token = address && dataset.entities && sameOrigin(url, dataset.entities) ? tokenFor(address, job) : undefined
  await job.fetcher.fetch({ url, path, signal, ...(token === undefined ? {} : { token }) })
}

const sameOrigin = (a: string, b: string) => new URL(a).origin === new URL(b).origin

/**
 * The addresses of the deltas after one version up to another, oldest first, from an index `{"versions": {version: url}}`;
 * undefined where it does not reach back that far. Of a version `20261120060203-abc` only the time counts.
 */
export function chainOf(index: unknown, since: string, until: string): readonly string[] | undefined {
  const versions = typeof index === 'object' && index !== null && 'versions' in index ? index.versions : undefined
  if (typeof versions !== 'object' || versions === null) return undefined
  const time = (version: string) => version.slice(0, version.includes('-') ? version.indexOf('-') : undefined)
  const all = Object.entries(versions).flatMap(([version, url]) =>
    typeof url === 'string' && URL.canParse(url) ? [{ time: time(version), url }] : [],
  )
  if (!all.some(delta => delta.time <= time(since))) return undefined
  if (!all.some(delta => delta.time === time(until))) return undefined
  return all
    .filter(delta => delta.time > time(since) && delta.time <= time(until))
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .map(({ url }) => url)
}
