import { type Joinable, joinByReference } from '../identity/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { type Instant, OPEN, type Reading, type Source } from '../model/index.ts'

/** What a join run did. */
export type JoinReport = { readonly records: number; readonly joined: number; readonly judgements: number }

/**
 * Joins the records of the newest versions, and those that were there before: a removed party stays with its entity.
 *
 * Judgements and memberships are kept; a second run over the same state keeps nothing new.
 */
export async function joinRecords(given: {
  readonly ledger: Ledger
  readonly sources: readonly Source[]
  readonly now: Instant
}): Promise<JoinReport> {
  const { ledger, sources, now } = given
  const versions = await ledger.versions()
  const records: Joinable[] = []
  for (const [rank, source] of sources.entries())
    if (versions.some(v => v.source === source.id && v.accepted < OPEN)) await collect(ledger, source, rank, records)
  const { memberships, judgements } = joinByReference(records, await ledger.judgements(), now)
  if (judgements.length > 0) await ledger.judge(judgements)
  const before = await ledger.memberships(now)
  if (!equalMaps(before, memberships)) await ledger.keepMemberships(memberships, now)
  return { records: records.length, joined: memberships.size, judgements: judgements.length }
}

// The newest wording of each record speaks for it.
async function collect(ledger: Ledger, source: Source, rank: number, into: Joinable[]): Promise<void> {
  const newest = new Map<string, number>()
  for await (const presence of ledger.presences(source.id)) newest.set(presence.key, presence.content)
  const contents = [...newest.values()]
  for (let at = 0; at < contents.length; at += BATCH) {
    const readings = await ledger.readings(contents.slice(at, at + BATCH))
    for (const content of contents.slice(at, at + BATCH)) {
      const reading = readings.get(content)
      if (reading) for (const joinable of joinablesOf(source, rank, reading)) into.push(joinable)
    }
  }
}

const BATCH = 500

/** The schemes under which others quote a source's own keys. */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^un-sc/, 'un'],
  [/^us-ofac/, 'ofac'],
  [/^uk-fcdo$/, 'uk'],
  [/^eu-fsf$/, 'eu'],
]

function joinablesOf(source: Source, rank: number, reading: Reading): readonly Joinable[] {
  const scheme = SCHEMES.find(([ids]) => ids.test(source.id))?.[1]
  return reading.parties.map(({ id }) => {
    const key = id.slice(source.id.length + 1)
    return {
      record: id,
      rank,
      own: scheme && !key.includes('/') ? { scheme, value: key } : null,
      quoted: (reading.references ?? []).filter(r => r.party === id),
    }
  })
}

function equalMaps(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}
