import { type Instant, OPEN } from '../model/index.ts'
import type { Ledger, Presence } from './types.ts'

/**
 * A ledger in which nothing was published after an instant: what later versions hold, and that they end anything, is not there.
 * For reading; it lasts as long as the ledger it looks at.
 */
export function asPublished(ledger: Ledger, published: Instant): Ledger {
  const cut = <T extends { readonly published: Instant }>(asOf: T): T => ({ ...asOf, published: Math.min(asOf.published, published) })
  const versions = async (source?: string) => (await ledger.versions(source)).filter(v => v.published <= published)
  const known = (row: Presence): readonly Presence[] =>
    row.since > published ? [] : [row.until > published ? { ...row, until: OPEN } : row]
  return {
    ...ledger,
    versions,
    versionAt: (source, asOf) => ledger.versionAt(source, cut(asOf)),
    sources: async () => [...new Set((await versions()).filter(v => v.accepted < OPEN).map(v => v.source))].sort(),
    async *presences(source, recorded) {
      for await (const row of ledger.presences(source, recorded)) yield* known(row)
    },
    recordHistory: async (record, recorded) => (await ledger.recordHistory(record, recorded)).flatMap(known),
    recordAt: (record, asOf) => ledger.recordAt(record, cut(asOf)),
    state: (source, instant, recorded) => ledger.state(source, Math.min(instant, published), recorded),
    attestations: (records, asOf) => ledger.attestations(records, cut(asOf)),
    generation: async () => 0,
    close: async () => undefined,
  }
}
