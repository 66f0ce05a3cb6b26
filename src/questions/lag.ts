import type { KnownVersion, Ledger } from '../ledger/index.ts'
import { dayOf, type Instant, type Reading, startOfDay } from '../model/index.ts'

/** How long after the day of the legal act a source has shown listings: the middle of so many, in days. */
export type Lag = { readonly days: number; readonly listings: number }

/** Arrivals that are looked at, the newest first. */
const LOOKED_AT = 200
/** A listing that is older when it arrives has been moved or corrected: its age says nothing of the publisher. */
const LONGEST = 366
const DAY = 86_400
/** Versions further apart than this do not tell when a listing appeared between them. */
const CLOSE = 10 * DAY

const kept = new WeakMap<Ledger, Map<string, Lag | null>>()

/**
 * The lag of a source by the listings that state their day and came with a version soon after the one before; null where none
 * did. Between versions that lie apart a listing can have appeared at any time.
 *
 * @param accepted versions in force, the newest first
 */
export async function lagOf(ledger: Ledger, source: string, accepted: readonly KnownVersion[]): Promise<Lag | null> {
  const [newest] = accepted
  if (!newest) return null
  const known = kept.get(ledger) ?? new Map<string, Lag | null>()
  kept.set(ledger, known)
  const name = `${newest.name} ${accepted.length}`
  const before = known.get(name)
  if (before !== undefined) return before
  const close = new Set(accepted.flatMap(({ published }, i) => (published - (accepted[i + 1]?.published ?? 0) <= CLOSE ? [published] : [])))
  const arrivals: { readonly content: number; readonly since: Instant }[] = []
  const seen = new Set<number>()
  // Rows of one record come oldest first: a record that has been there before arrives no more.
  for await (const { record, content, since } of ledger.presences(source)) {
    if (seen.size === seen.add(record).size || !close.has(since)) continue
    arrivals.push({ content, since })
  }
  const latest = arrivals.toSorted((a, b) => b.since - a.since).slice(0, LOOKED_AT)
  const readings = await ledger.readings(latest.map(({ content }) => content))
  const lags = latest.flatMap(({ content, since }) => daysIn(readings.get(content), since)).sort((a, b) => a - b)
  const middle = lags[Math.floor(lags.length / 2)]
  const lag = middle === undefined ? null : { days: middle, listings: lags.length }
  known.set(name, lag)
  return lag
}

const daysIn = (reading: Reading | undefined, since: Instant): readonly number[] =>
  (reading?.designations ?? []).flatMap(({ status, from }) => {
    if (status !== 'listed' || !from || from.earliest !== from.latest) return []
    const days = Math.round((startOfDay(dayOf(since)) - startOfDay(from.earliest)) / DAY)
    return days >= 0 && days <= LONGEST ? [days] : []
  })
