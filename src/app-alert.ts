import { randomBytes } from 'node:crypto'
import type { Data } from './app-data.ts'
import { USER_AGENT } from './app-update.ts'
import { createPoster } from './intake/index.ts'
import { type AlertReport, alertFollowers, type Follow, followedOf, keepFollows, readFollows } from './jobs/index.ts'
import { readLawBook } from './law/index.ts'
import { WhoListsError } from './model/index.ts'
import { type EventContext, entityIdOf, membershipOf } from './questions/index.ts'

/** Tells followers what has come since the last time; nothing is posted while offline. */
export async function alertAll(data: Data): Promise<AlertReport> {
  const { config, now } = data
  const { follows } = await readFollows(config.data)
  if (follows.length === 0) return { written: 0, sent: 0, waiting: 0, dropped: [] }
  const poster = createPoster({ allowPrivate: config.allowPrivate, userAgent: USER_AGENT, random: Math.random })
  try {
    const report = await alertFollowers({
      folder: config.data,
      context: await contextOf(data),
      now,
      post: config.offline ? null : (url, body, headers) => poster.post(url, body, headers),
    })
    if (report.dropped.length > 0)
      await data.ledger.log(
        'alerts-dropped',
        report.dropped.map(({ id, url, failure }) => ({ id, url, failure })),
        now(),
      )
    return report
  } finally {
    await poster.close()
  }
}

async function contextOf({ ledger, sources, now }: Data): Promise<EventContext> {
  return {
    ledger,
    sources: new Map(sources.all.map(s => [s.id, s])),
    membership: membershipOf(await ledger.memberships(now())),
    lists: (await readLawBook(ledger)).lists,
    now,
  }
}

/**
 * Follows a party, a list or an authority from now on.
 *
 * @throws entity.unknown, authority.unknown, input.invalid
 */
export async function follow(
  data: Data,
  asked: { readonly what: string; readonly webhook: string | null; readonly everything: boolean },
): Promise<Follow> {
  const { config, ledger, sources, now } = data
  const what = followedOf(asked.what)
  const context = await contextOf(data)
  const { lists, authorities } = await readLawBook(ledger)
  if (what.kind === 'list' && !lists.has(what.id))
    throw new WhoListsError('input.invalid', { what: 'list', expected: 'the id of a list', seen: what.id })
  if (what.kind === 'authority' && !authorities.has(what.id)) throw new WhoListsError('authority.unknown', { authority: what.id })
  const versions = await ledger.versions()
  const sourcesById = new Map(sources.all.map(s => [s.id, s]))
  const id =
    what.kind === 'party' ? await entityIdOf({ ledger, sources: sourcesById, membership: context.membership, versions }, what.id) : what.id
  if (asked.webhook !== null && !URL.canParse(asked.webhook))
    throw new WhoListsError('input.invalid', {
      what: '--webhook',
      expected: 'an address such as https://example.org/hook',
      seen: asked.webhook,
    })
  const fresh: Follow = {
    id: `f_${randomBytes(6).toString('hex')}`,
    what: { ...what, id },
    webhook: asked.webhook,
    secret: randomBytes(32).toString('hex'),
    everything: asked.everything,
    created: now(),
    told: Math.max(now(), ...versions.map(v => v.recorded)),
  }
  const book = await readFollows(config.data)
  await keepFollows(config.data, { ...book, follows: [...book.follows, fresh] })
  return fresh
}

/** Follows no longer, and drops what was on its way. @throws input.invalid */
export async function unfollow(data: Data, id: string): Promise<void> {
  const { follows, outbox } = await readFollows(data.config.data)
  if (!follows.some(f => f.id === id))
    throw new WhoListsError('input.invalid', {
      what: '--remove',
      expected: follows.map(f => f.id).join(', ') || 'an id of --list',
      seen: id,
    })
  await keepFollows(data.config.data, { follows: follows.filter(f => f.id !== id), outbox: outbox.filter(d => d.follow !== id) })
}
