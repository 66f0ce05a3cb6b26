import type { AnswerStatus, Day, Listing } from '../answers.ts'
import { earliestDay } from '../time/bounds.ts'
import type { Interval } from './shapes.ts'

/** All stretches of one party on one list, in order of time. */
export type ListRow = { readonly list: string; readonly listings: readonly Listing[]; readonly intervals: readonly Interval[] }

/** One stretch as a chart draws it. */
export const intervalOf = (listing: Listing): Interval => ({
  status: listing.status,
  start: listing.from,
  end: listing.to,
  lastRead: listing.lastRead,
  recalled: listing.confidence === 'recalled',
  disputed: listing.disputed,
})

/** Where a stretch begins, for ordering; what has no start comes first. */
const startOf = (listing: Listing): Day => listing.from?.by ?? ''

/**
 * Listings gathered by list: the United Nations first, then regional bodies, then States by their first listing.
 */
export function rowsOf(listings: readonly Listing[]): readonly ListRow[] {
  const byList = Map.groupBy(listings, listing => listing.list)
  const rows = [...byList].map(([list, some]) => {
    const sorted = some.toSorted((a, b) => compare(startOf(a), startOf(b)))
    return { list, listings: sorted, intervals: sorted.map(intervalOf) }
  })
  const firstOf = new Map<string, Day>()
  for (const row of rows) {
    const where = row.listings[0]?.jurisdiction ?? ''
    const first = firstHeld(row.listings)
    const known = firstOf.get(where)
    if (known === undefined || first < known) firstOf.set(where, first)
  }
  const order = (row: ListRow) => {
    const where = row.listings[0]?.jurisdiction ?? ''
    return `${rank(where)}${firstOf.get(where) ?? ''} ${where} ${firstHeld(row.listings)} ${row.list}`
  }
  return rows.toSorted((a, b) => compare(order(a), order(b)))
}

const REGIONAL: ReadonlySet<string> = new Set(['eu', 'zz'])
const rank = (jurisdiction: string) => (jurisdiction === 'un' ? 0 : REGIONAL.has(jurisdiction) ? 1 : 2)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const firstHeld = (listings: readonly Listing[]): Day =>
  listings.filter(l => l.status === 'listed' || l.status === 'suspended').map(startOf)[0] ?? '9999'

/** What a list says of the party on a day, and the stretch that says so. */
export type Standing = { readonly status: AnswerStatus; readonly listing: Listing; readonly disputed: boolean }

/**
 * The stretch of a list that answers for a day: the one that holds on it, else what the stretches before and after leave open.
 *
 * @param listings of one list, in order of time
 */
export function standingOf(listings: readonly Listing[], day: Day): Standing {
  const holding = listings.findLast(l => l.holds)
  if (holding) return { status: holding.status, listing: holding, disputed: holding.disputed }
  const begun = listings.filter(l => !l.from || l.from.by <= day)
  const newest = begun.at(-1)
  const first = listings[0]
  if (!first) throw new Error('a row without listings')
  if (!newest) {
    const may = first.from && (earliestDay(first.from) ?? '') <= day
    return { status: may ? 'unknown' : 'not-listed', listing: first, disputed: first.disputed }
  }
  const { disputed } = newest
  if (newest.to && newest.to.by <= day) return { status: 'delisted', listing: newest, disputed }
  if (newest.to && (earliestDay(newest.to) ?? '') <= day) return { status: 'unknown', listing: newest, disputed }
  // It has begun and not ended, and still the answer does not say that it holds: nothing more is known.
  return { status: newest.status === 'never' || newest.status === 'delisted' ? newest.status : 'unknown', listing: newest, disputed }
}
