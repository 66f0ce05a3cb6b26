import type { Diff, Ledger } from '../ledger/index.ts'
import { captionOf, type Reading, WhoListsError } from '../model/index.ts'
import type { ChangeView, DiffAnswer } from './types.ts'

/**
 * What changed between two versions of a source.
 *
 * @param from, to a day (`2015-03-13`), an instant, or a version's name (`un-sc/2015-03-13`)
 * @throws version.unknown
 */
export async function diffVersions(ledger: Ledger, source: string, from: string, to: string): Promise<DiffAnswer> {
  const versions = await ledger.versions(source)
  const named = (text: string) => {
    const name = text.startsWith(`${source}/`) ? text : `${source}/${text.replace(/T00:00:00Z?$/, '')}`
    // A publisher may state the time of day: then the day alone is its last version.
    const found = versions.find(v => v.name === name) ?? versions.findLast(v => v.name.startsWith(`${name}T`))
    if (!found) throw new WhoListsError('version.unknown', { version: name })
    return found.name
  }
  return presentDiff(await ledger.diff(source, named(from), named(to)))
}

/** A difference as answers give it. */
export function presentDiff(diff: Diff): DiffAnswer {
  const of = (kind: Diff['changes'][number]['kind']) => diff.changes.filter(c => c.kind === kind).map(presentChange)
  return { source: diff.source, from: diff.from, to: diff.to, added: of('added'), amended: of('amended'), removed: of('removed') }
}

/** One change as answers give it. */
export function presentChange(change: Diff['changes'][number]): ChangeView {
  const reading = change.is ?? change.was
  return {
    record: change.record,
    reference: change.key,
    caption: reading ? captionOfReading(reading, change.key) : change.key,
    cause: change.cause,
    ...(change.kind === 'added' ? { relisted: change.relisted } : {}),
    ...(change.kind === 'amended' ? { fields: change.fields } : {}),
  }
}

/** The caption of a reading's first party, else of its first instrument, else the fallback. */
export function captionOfReading(reading: Reading, fallback: string): string {
  const [party] = reading.parties
  if (party) return captionOf(party)
  return reading.instruments[0]?.title ?? reading.lists?.[0]?.name ?? reading.authorities?.[0]?.name ?? fallback
}
