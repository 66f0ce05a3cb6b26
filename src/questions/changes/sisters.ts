import type { Ledger, Presence } from '../../ledger/index.ts'
import { type Instant, OPEN, type Source, startOfDay } from '../../model/index.ts'
import type { Membership } from '../members.ts'
import { sourceOfRecord } from '../members.ts'

/** Publications of one authority may lag behind each other by this: OFAC's two lists carry days of their own. */
const LAG = 7 * 86_400

/** Gone and back word for word within this is a fault of the publication; no body delists and lists again so soon. */
const FAULT = 14 * 86_400

/** Where an entity stands in the other official sources of a jurisdiction, about the time of a step. */
export type Sister = {
  readonly source: string
  /** Whether the authority is the same: an entry can move between its lists; between others it can only be on one list in two files. */
  readonly sameAuthority: boolean
  readonly lists: readonly string[]
  readonly cameAt: Instant | null
  /** True where it came there before it came here. */
  readonly cameFirst: boolean
  readonly leftAt: Instant | null
  readonly stays: boolean
  /** True where the source's silence means nothing: that it still tells of an entry is no sign that the entry stays on the list. */
  readonly silent: boolean
}

/** What is needed to look at the other sources. */
export type SisterContext = { readonly ledger: Ledger; readonly sources: ReadonlyMap<string, Source>; readonly membership: Membership }

/**
 * Where the entity of a record stands in the other sources of its jurisdiction when one version of its source gives way to the next.
 * A source that has ended tells of nothing after its end.
 *
 * @param window the instants of the two versions
 */
export async function sistersOf(
  context: SisterContext,
  record: string,
  window: { readonly before: Instant; readonly after: Instant },
): Promise<readonly Sister[]> {
  const { ledger, sources, membership } = context
  const own = sources.get(sourceOfRecord(record))
  if (!own) return []
  const others = membership.recordsOf(membership.entityOf(record)).flatMap(other => {
    const source = sources.get(sourceOfRecord(other))
    const near = source && source.id !== own.id && source.kind === 'official' && source.jurisdiction === own.jurisdiction
    return near ? [{ other, source }] : []
  })
  const found: Sister[] = []
  for (const { other, source } of others) {
    const rows = (await ledger.recordHistory(other)).filter(r => r.since <= window.after + LAG && r.until > window.before - LAG)
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) continue
    const reading = await ledger.reading(last.content)
    const within = (instant: Instant) => instant > window.before - LAG && instant <= window.after + LAG
    const until = Math.min(last.until, source.closed ? startOfDay(source.closed.on) : OPEN)
    if (until <= window.before - LAG) continue
    const cameAt = within(first.since) && (await isArrival(ledger, first)) ? first.since : null
    found.push({
      source: source.id,
      sameAuthority: source.authority === own.authority,
      lists: [...new Set((reading?.designations ?? []).filter(d => d.status !== 'delisted' && d.status !== 'never').map(d => d.list))],
      cameAt,
      cameFirst: cameAt !== null && (cameAt < window.after || (cameAt === window.after && source.rank < own.rank)),
      leftAt: within(until) ? until : null,
      stays: !within(until) && until > window.after,
      silent: source.absence === 'nothing',
    })
  }
  return found
}

// Neither a new wording of what was there, nor the first version of its source, which says nothing of the day before.
async function isArrival(ledger: Ledger, row: Presence): Promise<boolean> {
  const first = Math.min(...(await ledger.versions(row.source)).map(v => v.published))
  return row.since > first && !(await ledger.recordHistory(`${row.source}:${row.key}`)).some(r => r.until === row.since)
}

/**
 * True where an entry vanished and came back word for word within days, looked at from either side.
 *
 * @param at the instant of the version that lacks it, or that has it again
 */
export async function isFault(ledger: Ledger, record: string, at: Instant): Promise<boolean> {
  const rows = await ledger.recordHistory(record)
  return rows.some((row, i) => {
    const next = rows[i + 1]
    const gap = next ? next.since - row.until : 0
    return next !== undefined && (row.until === at || next.since === at) && gap > 0 && gap <= FAULT && row.content === next.content
  })
}
