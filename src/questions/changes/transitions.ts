import type { Designation, PartialDate, Reading, Status } from '../../model/index.ts'
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
 */
export function transitionsOf(was: Reading | null, is: Reading | null, relisted: boolean): readonly Transition[] {
  const [before, now] = [standings(was), standings(is)]
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap(list => {
    const [old, fresh] = [before.get(list), now.get(list)]
    const kind = kindOf(old?.status, fresh?.status, relisted)
    if (!kind) return []
    const end = old?.to ?? fresh?.to ?? (fresh?.status === 'delisted' ? fresh.from : undefined)
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

// A record may name one list under several programmes: it is on it as long as one of them holds.
function standings(reading: Reading | null): ReadonlyMap<string, Designation> {
  const found = new Map<string, Designation>()
  for (const d of reading?.designations ?? []) {
    const known = found.get(d.list)
    if (d.status !== 'never' && (!known || WEIGHT[d.status] > WEIGHT[known.status])) found.set(d.list, d)
  }
  return found
}
