import { type Instant, OPEN } from '../model/index.ts'
import type { KnownVersion, Ledger } from './types.ts'

/**
 * A ledger as it stood at a recorded instant: what was accepted or judged later is not there. For reading; it never moves, and
 * lasts as long as the ledger it looks at.
 */
export function asRecorded(ledger: Ledger, recorded: Instant): Ledger {
  const cut = <T extends { readonly recorded: Instant }>(asOf: T): T => ({ ...asOf, recorded: Math.min(asOf.recorded, recorded) })
  const by = (later?: Instant) => Math.min(later ?? recorded, recorded)
  const versions = async (source?: string) => (await ledger.versions(source)).flatMap(v => known(v, recorded))
  return {
    ...ledger,
    versions,
    versionAt: (source, asOf) => ledger.versionAt(source, cut(asOf)),
    sources: async () => [...new Set((await versions()).filter(v => v.accepted < OPEN).map(v => v.source))].sort(),
    presences: (source, later) => ledger.presences(source, by(later)),
    recordHistory: (record, later) => ledger.recordHistory(record, by(later)),
    recordAt: (record, asOf) => ledger.recordAt(record, cut(asOf)),
    state: (source, instant, later) => ledger.state(source, instant, by(later)),
    attestations: (records, asOf) => ledger.attestations(records, cut(asOf)),
    instruments: later => ledger.instruments(by(later)),
    judgements: async record => (await ledger.judgements(record)).filter(j => j.recorded <= recorded),
    memberships: later => ledger.memberships(by(later)),
    generation: async () => 0,
    close: async () => undefined,
  }
}

// What had not arrived is not known; what was accepted later was held.
function known(version: KnownVersion, recorded: Instant): readonly KnownVersion[] {
  if (version.recorded > recorded) return []
  return [version.accepted > recorded ? { ...version, accepted: OPEN } : version]
}
