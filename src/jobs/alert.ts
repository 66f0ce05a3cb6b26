import { createHash, createHmac } from 'node:crypto'
import type { KnownVersion } from '../ledger/index.ts'
import { dayOf, type Instant, OPEN } from '../model/index.ts'
import {
  type ChangeEvent,
  type ChangeFound,
  type EventContext,
  endings,
  expiries,
  type GroupedEvent,
  type StepFound,
  stepCache,
  stepFound,
  stepsIn,
} from '../questions/index.ts'
import { type Delivery, type Follow, type FollowBook, keepFollows, readFollows } from './follows.ts'

/** What became of one post: taken, or why not and whether another attempt may do better. */
export type PostOutcome = { readonly taken: true } | { readonly taken: false; readonly reason: string; readonly passing: boolean }

/** What alerting needs. */
export type AlertJob = {
  readonly folder: string
  readonly context: EventContext
  readonly now: () => Instant
  /** Posts a body; null where nothing may be sent now: messages wait. */
  readonly post: ((url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<PostOutcome>) | null
}

/** What alerting did. */
export type AlertReport = {
  readonly written: number
  readonly sent: number
  readonly waiting: number
  readonly dropped: readonly Delivery[]
}

/** Attempts over several runs, each later than the one before: about three days in all. */
const ATTEMPTS = 12
const FIRST_WAIT = 60
const LONGEST_WAIT = 12 * 3600

/** Events in one message. */
const AT_ONCE = 200

/**
 * Tells followers what versions accepted since the last time have brought, then sends what waits.
 *
 * A version older than what was held already is history that came late, and a source's first version says nothing of the day
 * before: neither is told. Messages are kept before they are sent, so that none is lost; a receiver knows one that comes twice by
 * its id.
 */
export async function alertFollowers(job: AlertJob): Promise<AlertReport> {
  const book = await readFollows(job.folder)
  const next = await withNews(job, book)
  if (book.follows.length === 0) return { written: 0, sent: 0, waiting: 0, dropped: [] }
  await keepFollows(job.folder, next)
  return send(job, next, next.outbox.length - book.outbox.length)
}

/**
 * True where followers are to be told without anything having come in: a message may be tried again, or a day has begun since it
 * was last looked, on which a publication or a term may have ended.
 */
export function isAlertDue({ follows, outbox }: FollowBook, { looked, now }: { readonly looked: Instant; readonly now: Instant }): boolean {
  if (follows.length === 0) return false
  return outbox.some(delivery => delivery.notBefore <= now) || dayOf(looked) !== dayOf(now)
}

async function withNews({ context }: AlertJob, book: FollowBook): Promise<FollowBook> {
  const versions = (await context.ledger.versions()).filter(v => v.accepted < OPEN)
  const ends = book.follows.length > 0 ? [...(await endings(context)), ...(await expiries(context))] : []
  const latest = Math.max(0, ...versions.map(v => v.accepted), ...ends.map(e => e.at))
  const cache = stepCache()
  const outbox = [...book.outbox]
  const follows: Follow[] = []
  for (const follow of book.follows) {
    const news = newSteps(versions, follow.told)
    follows.push({ ...follow, told: Math.max(follow.told, latest) })
    if (follow.webhook === null) continue
    for (const step of news) outbox.push(...messages(follow, context, await stepFound(context, step, cache)))
    const ended = ends.filter(e => e.at > follow.told)
    if (ended.length > 0) outbox.push(...messages(follow, context, { changes: [], events: ended }))
  }
  const known = new Map(outbox.map(d => [d.id, d] as const))
  return { follows, outbox: [...known.values()] }
}

/** Steps to versions accepted after an instant that are newer than all that their source had before. */
export function newSteps(versions: readonly KnownVersion[], told: Instant) {
  const newest = new Map<string, Instant>()
  for (const v of versions) if (v.accepted <= told) newest.set(v.source, Math.max(newest.get(v.source) ?? 0, v.published))
  return stepsIn(versions)
    .filter(({ after }) => after.accepted > told && after.published > (newest.get(after.source) ?? Infinity))
    .sort((a, b) => a.after.published - b.after.published)
}

function messages(follow: Follow, context: EventContext, found: StepFound): readonly Delivery[] {
  const { what, everything } = follow
  const entity = what.kind === 'party' ? context.membership.entityOf(what.id) : ''
  const events = found.events
    .filter(found => (everything || found.event.material) && concerns(what, entity, found))
    .map(({ event }) => event)
  // A party's part in a mass change is told in full.
  const changes = what.kind === 'party' ? found.changes.filter(c => c.entity === entity && (everything || c.material)) : []
  const out: Delivery[] = []
  for (let i = 0; i < events.length; i += AT_ONCE) out.push(messageOf(follow, events.slice(i, i + AT_ONCE), changes))
  return out
}

function concerns(what: Follow['what'], entity: string, { event, entities, lists }: GroupedEvent): boolean {
  if (what.kind === 'party') return entities.has(entity)
  if (what.kind === 'list') return lists.includes(what.id)
  return event.authority === what.id
}

function messageOf(follow: Follow, events: readonly ChangeEvent[], changes: readonly ChangeFound[]): Delivery {
  const body = JSON.stringify({ type: 'wholists.changes', follow: follow.id, what: follow.what, events, changes })
  const id = `msg_${createHash('sha256')
    .update(`${follow.id} ${events.map(e => e.id).join(' ')}`)
    .digest('hex')
    .slice(0, 32)}`
  return { id, follow: follow.id, url: follow.webhook ?? '', body, attempts: 0, notBefore: 0, failure: null }
}

async function send(job: AlertJob, book: FollowBook, written: number): Promise<AlertReport> {
  let outbox = book.outbox
  const dropped: Delivery[] = []
  let sent = 0
  for (const delivery of book.outbox) {
    const follow = book.follows.find(f => f.id === delivery.follow)
    if (!job.post || delivery.notBefore > job.now()) continue
    const outcome = follow ? await job.post(delivery.url, delivery.body, signed(follow, delivery, job.now())) : null
    const rest = outbox.filter(d => d.id !== delivery.id)
    const failed = outcome && !outcome.taken ? afterFailure(delivery, outcome, job.now()) : null
    if (outcome?.taken) sent += 1
    if (outcome && !outcome.taken && !failed) dropped.push({ ...delivery, failure: outcome.reason })
    outbox = failed ? [...rest, failed] : rest
    await keepFollows(job.folder, { ...book, outbox })
  }
  return { written, sent, waiting: outbox.length, dropped }
}

function afterFailure(delivery: Delivery, outcome: PostOutcome & { readonly taken: false }, now: Instant): Delivery | null {
  const attempts = delivery.attempts + 1
  if (!outcome.passing || attempts >= ATTEMPTS) return null
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1))
  return { ...delivery, attempts, notBefore: now + wait, failure: outcome.reason }
}

/**
 * Headers that let a receiver check who sent a message and when.
 *
 * @source Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`
 */
export function signed(follow: Follow, { id, body }: Pick<Delivery, 'id' | 'body'>, now: Instant): Readonly<Record<string, string>> {
  const mac = createHmac('sha256', Buffer.from(follow.secret, 'hex')).update(`${id}.${now}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(now), 'webhook-signature': `v1,${mac}` }
}
