import { renumberedPairs, type ScoredPair, type Stay } from '../identity/index.ts'
import type { Ledger, Presence } from '../ledger/index.ts'
import { type Instant, OPEN, type Reading } from '../model/index.ts'

/** The newest content of a record, and from when to when its source held the record. */
export type NewestContent = { readonly content: number; readonly held: Stay }

/** Readings fetched at once. */
const BATCH = 500

/** The newest wording of each record: it speaks for it. `presences` are those of one source, in order of record and since. */
export function newestContents(presences: readonly Presence[]): readonly NewestContent[] {
  const newest = new Map<number, NewestContent>()
  for (const { record, content, since, until } of presences)
    newest.set(record, { content, held: { since: newest.get(record)?.held.since ?? since, until } })
  return [...newest.values()]
}

/** The same with their readings; a content that cannot be read is left out. */
export async function* withReadings(
  ledger: Ledger,
  contents: readonly NewestContent[],
): AsyncIterable<NewestContent & { readonly reading: Reading }> {
  for (let at = 0; at < contents.length; at += BATCH) {
    const batch = contents.slice(at, at + BATCH)
    const readings = await ledger.readings(batch.map(b => b.content))
    for (const one of batch) {
      const reading = readings.get(one.content)
      if (reading) yield { ...one, reading }
    }
  }
}

/** What ended with one version and what began with it may be the same under another number. */
export async function renumberedIn(ledger: Ledger, presences: readonly Presence[]): Promise<readonly ScoredPair[]> {
  const first = presences.filter((row, i) => presences[i - 1]?.record !== row.record)
  const last = presences.filter((row, i) => presences[i + 1]?.record !== row.record && row.until < OPEN)
  const begun = contentsBy(first, row => row.since)
  const pairs: ScoredPair[] = []
  for (const [at, gone] of contentsBy(last, row => row.until)) {
    const come = begun.get(at)
    if (!come) continue
    const readings = await ledger.readings([...gone, ...come])
    const mainOf = (content: number) => readings.get(content)?.parties.slice(0, 1) ?? []
    pairs.push(...renumberedPairs(gone.flatMap(mainOf), come.flatMap(mainOf)))
  }
  return pairs
}

const contentsBy = (rows: readonly Presence[], at: (row: Presence) => Instant): ReadonlyMap<Instant, readonly number[]> =>
  new Map(
    Map.groupBy(rows, at)
      .entries()
      .map(([instant, some]) => [instant, some.map(row => row.content)]),
  )
