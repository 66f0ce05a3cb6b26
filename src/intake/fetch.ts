import { setTimeout as wait } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { type Instant, WhoListsError } from '../model/index.ts'
import { type AddressRules, type AllowPrivate, refusalOf } from './fetch-address.ts'
import { type FetchAgent, openAgent } from './fetch-agent.ts'
import { dropPart, finish, partOf, writePart } from './fetch-body.ts'
import { faultOf } from './fetch-fault.ts'
import {
  FETCH_LIMITS,
  FetchError,
  type Fetched,
  type FetchFault,
  type FetchLimits,
  type FetchNote,
  type FetchRequest,
  type Validators,
} from './fetch-types.ts'

/** What a fetcher is made of: rules, limits, clock and chance. */
export type FetcherOptions = {
  readonly offline: boolean
  /** Private addresses that may be asked, and plain http to them: all, none, or these as `host:port`. */
  readonly allowPrivate: AllowPrivate
  /** Names the product and where it is explained. */
  readonly userAgent: string
  readonly now: () => Instant
  /** 0 to 1, for the jitter of waiting. */
  readonly random: () => number
  readonly limits?: Partial<FetchLimits>
  /** Waits; for tests. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** Fetches files politely. */
export type Fetcher = {
  readonly offline: boolean
  /** @throws WhoListsError fetch.offline, fetch.failed with `kind` and `reason` among its details */
  fetch(wanted: FetchRequest): Promise<Fetched>
  close(): Promise<void>
}

/**
 * A fetcher: it asks only for what is newer, goes on where a download broke off, follows a bounded number of redirects to
 * declared hosts, keeps away from private addresses, bounds time and size, waits longer after each failure, and says what
 * was odd. A file is written whole or not at all.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...FETCH_LIMITS, ...options.limits }
  let opening: Promise<FetchAgent> | undefined
  const sleep = options.sleep ?? ((ms, signal) => wait(ms, undefined, signal ? { signal } : {}))
  return {
    offline: options.offline,
    async fetch(wanted) {
      if (options.offline) throw new WhoListsError('fetch.offline')
      opening ??= openAgent(options.allowPrivate, limits)
      return attempts({ wanted, options, limits, by: await opening, sleep })
    },
    close: async () => (await opening)?.agent.destroy(),
  }
}

type Run = {
  readonly wanted: FetchRequest
  readonly options: FetcherOptions
  readonly limits: FetchLimits
  readonly by: FetchAgent
  readonly sleep: NonNullable<FetcherOptions['sleep']>
}

async function attempts(run: Run): Promise<Fetched> {
  const { wanted, limits, options } = run
  const notes: FetchNote[] = []
  const deadline = AbortSignal.timeout(limits.totalTimeoutMs)
  const signal = wanted.signal ? AbortSignal.any([wanted.signal, deadline]) : deadline
  let fault: FetchFault | undefined
  let faults = 0
  // One attempt more than the usual ones, without compression, where a server failed every time: some fail only on it.
  for (let attempt = 1; attempt <= limits.attempts + 1; attempt++) {
    const plain = attempt > limits.attempts
    if (plain && !(fault?.kind === 'status' && faults === limits.attempts)) break
    try {
      const fetched = await oneAttempt(run, signal, plain, notes)
      if (plain) notes.push({ code: 'compression-refused', detail: 'the server answers only without compression' })
      return { ...fetched, notes: [...new Map(notes.map(note => [`${note.code} ${note.detail}`, note])).values()] }
    } catch (error) {
      fault = faultOf(error, deadline, wanted.signal)
      faults += fault.kind === 'status' ? 1 : 0
      if (!fault.passing || signal.aborted) break
      notes.push({ code: 'retried', detail: fault.reason })
      if (attempt < limits.attempts) await run.sleep(backoff(fault, attempt, limits, options.random), signal).catch(() => undefined)
    }
  }
  const { reason = 'no attempt was made', kind = 'network', status } = fault ?? {}
  throw new WhoListsError('fetch.failed', { url: wanted.url, reason, kind, ...(status === undefined ? {} : { status }) })
}

function backoff(fault: FetchFault, attempt: number, limits: FetchLimits, random: () => number): number {
  const grown = limits.backoffMs * 2 ** (attempt - 1) * (0.5 + random())
  return Math.min(limits.maxBackoffMs, Math.max(grown, fault.retryAfterMs ?? 0))
}

async function oneAttempt(run: Run, signal: AbortSignal, plain: boolean, notes: FetchNote[]): Promise<Fetched> {
  const { wanted, limits } = run
  const part = await partOf(wanted.path, wanted.url)
  const headers: Record<string, string> = {
    'user-agent': run.options.userAgent,
    accept: '*/*',
    'accept-encoding': plain || part?.encoding === '' ? 'identity' : 'gzip',
  }
  if (part) Object.assign(headers, { range: `bytes=${part.loadedBytes}-`, 'if-range': part.resume })
  else Object.assign(headers, conditions(wanted.validators))
  const { answer, url } = await followed(run, headers, signal, notes)
  const status = answer.statusCode
  if (status === 304) {
    await answer.body.dump()
    return { outcome: 'unchanged', finalUrl: url.href, notes }
  }
  if (status === 416 && part) {
    await answer.body.dump()
    await dropPart(wanted.path)
    throw new FetchError({ kind: 'changed', reason: 'the file has changed since its download broke off', passing: true })
  }
  if (status !== 200 && !(status === 206 && part)) throw await statusFault(answer, status)
  const from = status === 206 && part ? rangeStart(answer, part.loadedBytes) : 0
  const encoding = header(answer, 'content-encoding').toLowerCase()
  const validators = validatorsOf(answer)
  const stated = header(answer, 'content-length') === '' ? null : Number(header(answer, 'content-length')) + from
  if (stated !== null && stated > limits.maxBytes) {
    answer.body.on('error', () => undefined).destroy()
    throw new FetchError({ kind: 'huge', reason: `it has ${stated} bytes, more than ${limits.maxBytes}`, passing: false })
  }
  if (from > 0) notes.push({ code: 'resumed', detail: `from byte ${from}` })
  const loaded = await writePart(
    wanted.path,
    answer.body,
    { url: wanted.url, resume: resumeBy(validators), encoding },
    from,
    limits,
    bytes => wanted.progress?.(bytes, stated),
  )
  if (stated !== null && loaded !== stated)
    throw new FetchError({ kind: 'truncated', reason: `${loaded} bytes came, ${stated} were announced`, passing: true })
  return settle(run, { encoding, validators, url, header: headerInstant(answer) }, notes)
}

type Settling = { readonly encoding: string; readonly validators: Validators; readonly url: URL; readonly header: Instant | null }

async function settle(
  { wanted, limits }: Run,
  { encoding, validators, url, header: instant }: Settling,
  notes: FetchNote[],
): Promise<Fetched> {
  const done = await finish(wanted.path, encoding, limits).catch(async (error: unknown) => {
    await dropPart(wanted.path)
    throw error
  })
  if (done.packed) notes.push({ code: 'packed', detail: 'the file is gzip, though the server does not say so' })
  if (done.sizeBytes === 0) throw new FetchError({ kind: 'empty', reason: 'it is empty', passing: true })
  if (!wanted.html && /^\s*(?:\ufeff)?\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html[\s>])/i.test(done.start))
    throw new FetchError({ kind: 'html', reason: `an HTML page came instead of the list (${titleOf(done.start)})`, passing: false })
  return {
    outcome: 'fetched',
    path: wanted.path,
    sizeBytes: done.sizeBytes,
    sha256: done.sha256,
    finalUrl: url.href,
    validators,
    header: instant,
    notes,
  }
}

const titleOf = (html: string) =>
  (
    /<title[^>]*>\s*([^<]{1,80})/i.exec(html)?.[1] ??
    html
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .slice(0, 80)
  )
    .replace(/\s+/g, ' ')
    .trim()

const REDIRECTS = new Set([301, 302, 303, 307, 308])

async function followed(
  { wanted, options, limits, by }: Run,
  headers: Record<string, string>,
  signal: AbortSignal,
  notes: FetchNote[],
): Promise<{ readonly answer: Dispatcher.ResponseData; readonly url: URL }> {
  const first = new URL(wanted.url)
  const rules: AddressRules = { allowPrivate: options.allowPrivate, hosts: wanted.hosts ?? [] }
  const seen = new Set<string>()
  let url = first
  for (let hop = 0; hop <= limits.maxRedirects; hop++) {
    const refusal = refusalOf(url, first, rules)
    if (refusal) throw new FetchError({ kind: /private|encrypted/.test(refusal) ? 'private' : 'host', reason: refusal, passing: false })
    if (seen.has(url.href))
      throw new FetchError({ kind: 'redirects', reason: `its redirects lead in a circle (${url.host})`, passing: false })
    seen.add(url.href)
    const own = wanted.token !== undefined && url.origin === first.origin ? { ...headers, authorization: `Token ${wanted.token}` } : headers
    const answer = await by.request(url.href, { dispatcher: by.agent, headers: own, signal, method: 'GET' })
    const location = header(answer, 'location')
    if (!REDIRECTS.has(answer.statusCode) || location === '') return { answer, url }
    await answer.body.dump()
    if (!URL.canParse(location, url.href))
      throw new FetchError({ kind: 'redirects', reason: `it redirects to ${location.slice(0, 80)}, which is no address`, passing: false })
    const next = new URL(location, url)
    if (answer.statusCode === 301 || answer.statusCode === 308)
      notes.push({ code: 'moved', detail: `${url.origin}${url.pathname} has moved to ${next.origin}${next.pathname}` })
    url = next
  }
  throw new FetchError({ kind: 'redirects', reason: `it redirects more than ${limits.maxRedirects} times`, passing: false })
}

async function statusFault(answer: Dispatcher.ResponseData, status: number): Promise<FetchError> {
  await answer.body.dump()
  const passing = status >= 500 || status === 408 || status === 425 || status === 429
  const seconds = Number(header(answer, 'retry-after'))
  return new FetchError({
    kind: 'status',
    reason: `the server answers ${status}`,
    passing,
    status,
    ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  })
}

function rangeStart(answer: Dispatcher.ResponseData, expected: number): number {
  const start = Number(/^bytes (\d+)-/.exec(header(answer, 'content-range'))?.[1] ?? Number.NaN)
  if (start === expected) return start
  answer.body.on('error', () => undefined).destroy()
  throw new FetchError({ kind: 'changed', reason: `the server went on at byte ${start} instead of ${expected}`, passing: true })
}

const conditions = (validators: Validators | undefined) => ({
  ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
  ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
})

// A weak tag does not promise equal bytes, so a download cannot go on by it (RFC 9110, 13.1.5).
const resumeBy = ({ etag, lastModified }: Validators): string => (etag && !etag.startsWith('W/') ? etag : (lastModified ?? ''))

function validatorsOf(answer: Dispatcher.ResponseData): Validators {
  const [etag, lastModified] = [header(answer, 'etag'), header(answer, 'last-modified')]
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) }
}

function headerInstant(answer: Dispatcher.ResponseData): Instant | null {
  const ms = Date.parse(header(answer, 'last-modified') || header(answer, 'date'))
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000)
}

function header(answer: Dispatcher.ResponseData, name: string): string {
  const value = answer.headers[name]
  return (Array.isArray(value) ? value.at(-1) : value) ?? ''
}
