import type { Attestation } from '../ledger/index.ts'
import type { Day } from '../model/index.ts'
import { statusOn } from './status.ts'
import { timeline } from './timeline.ts'

/**
 * The lists that hold a party on a day, in order; a day that is not known counts, since unknown is never no.
 *
 * @param attestations of all records of the party
 */
export function listsHolding(attestations: readonly Attestation[], day: Day): readonly string[] {
  return [...Map.groupBy(attestations, a => a.list)]
    .filter(([, own]) => holdsPlainly(own, day) || HOLDING.has(statusOn(timeline(own), day).status))
    .map(([list]) => list)
    .sort()
}

const HOLDING: ReadonlySet<string> = new Set(['listed', 'suspended', 'unknown'])

// One official entry that is there still, has no end and has begun by the day: its time line is itself.
function holdsPlainly([own, ...others]: readonly Attestation[], day: Day): boolean {
  if (!own || others.length > 0 || own.kind !== 'official' || own.until !== null || own.to || own.since > day) return false
  return (own.status === 'listed' || own.status === 'suspended') && (own.from === undefined || own.from.latest <= day)
}
