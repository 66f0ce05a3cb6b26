import { type Day, type Designation, dayAfter, isExact, type PartialDate, type Reading, type Status } from '../../model/index.ts'
import type { EventKind } from './types.ts'

/** The status on one list moved. */
export type Transition = {
  readonly kind: Extract<EventKind, 'listed' | 'relisted' | 'suspended' | 'resumed' | 'removed'>
  readonly list: string
  /** The day that the record itself gives for it. */
  readonly stated: PartialDate | null
}

/**
 * How the status on each list moved from one reading to the next; null stands for a record that was not there.
 *
 * @param relisted whether an earlier version held the record
 * @param day of the later version: a stated term that has run out by then ended by itself
 */
export function transitionsOf(was: Reading | null, is: Reading | null, relisted: boolean, day: Day): readonly Transition[] {
  const [before, now] = [standings(was, day), standings(is, day)]
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap(list => {
    const [old, fresh] = [before.get(list), now.get(list)]
    const kind = kindOf(old?.status, fresh?.status, relisted)
    if (!kind) return []
    const end = fresh?.to ?? old?.to
    return [{ kind, list, stated: (kind === 'removed' ? end : fresh?.from) ?? null }]
  })
}

function kindOf(old: Status | undefined, fresh: Status | undefined, relisted: boolean): Transition['kind'] | null {
  if (old === fresh) return null
  if (fresh === 'suspended') return 'suspended'
  if (fresh === 'listed') return old === 'suspended' ? 'resumed' : old === 'delisted' || relisted ? 'relisted' : 'listed'
  return old === 'listed' || old === 'suspended' ? 'removed' : null
}

const WEIGHT: Readonly<Record<Status, number>> = { listed: 3, suspended: 2, delisted: 1, never: 0 }

/** True where a record tells of listings, none of which holds on a day. */
export const isOver = (reading: Reading | null, day: Day): boolean => {
  const held = [...standings(reading, day).values()]
  return held.length > 0 && held.every(d => d.status === 'delisted')
}

/** True where a listing or suspension has a stated end that is past on a day: an end of 2026 is past when 2026 is. */
const hasRunOut = ({ status, to }: Designation, day: Day): boolean =>
  (status === 'listed' || status === 'suspended') && to !== undefined && endDay(to) <= day

/** The first day after a stated end. */
export const endDay = (to: PartialDate): Day => (isExact(to) ? to.latest : dayAfter(to.latest))

// A record may name one list under several programmes: it is on it as long as one of them holds.
function standings(reading: Reading | null, day: Day): ReadonlyMap<string, Designation> {
  const found = new Map<string, Designation>()
  for (const stated of reading?.designations ?? []) {
    const d: Designation = hasRunOut(stated, day) ? { ...stated, status: 'delisted' } : stated
    const known = found.get(d.list)
    if (d.status !== 'never' && (!known || WEIGHT[d.status] > WEIGHT[known.status])) found.set(d.list, d)
  }
  return found
}
