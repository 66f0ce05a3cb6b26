import { type Day, type Designation, dayOf, type Evidence } from '../model/index.ts'
import type { Database } from './database.ts'
import { recordId } from './intern.ts'
import { type Cut, type FoundRecord, findRecords, type Stretch, stretchesOf, type TimeLine, timeLine } from './presence.ts'
import type { Readings } from './readings.ts'
import type { Attestation, Parsers } from './types.ts'
import { versionName } from './version-name.ts'

/** What attestations are read from. */
export type Store = { readonly db: Database; readonly readings: Readings; readonly parsers: Parsers }

/**
 * What records attest of listings, as known at (published, recorded): one attestation for each designation of the newest
 * wording of each unbroken stretch of versions that hold the listing (same party, list and status).
 *
 * A listing goes on where only its wording, programme, dates or instruments change; it ends where a version lacks it. A
 * version whose silence means nothing lacks only what it says otherwise.
 */
export function attest(store: Store, ids: readonly string[], cut: Cut): readonly Attestation[] {
  const { db, readings, parsers } = store
  const records = findRecords(db, ids)
  const walks = new Map<FoundRecord, Walked>()
  for (const [source, some] of Map.groupBy(records, record => record.source)) {
    const line = timeLine(db, source, some[0]?.name ?? '', cut)
    const found = stretchesOf(
      db,
      line,
      some.map(({ record }) => record),
    )
    const days = line.versions.map(version => dayOf(version.published))
    for (const record of some) walks.set(record, { line, days, walk: found.get(record.record) ?? [] })
  }
  const said = readings.designations([...walks.values()].flatMap(({ walk }) => walk.map(stretch => stretch.content)))
  return records.flatMap(record => {
    const { line, days, walk } = walks.get(record) as Walked
    const about = { line, days, walk, record: recordId(record.name, record.key), kind: parsers(record.name)?.kind ?? 'own' }
    return listingRuns(walk, content => said.get(content) ?? []).flatMap(run => run.designations.map(d => attestation(about, run, d)))
  })
}

/** `days` are those of the versions of the line. */
type Walked = { readonly line: TimeLine; readonly days: readonly Day[]; readonly walk: readonly Stretch[] }

/** A listing over versions `first` to `last` of a time line; the designations are those of the newest wording. */
type Run = { readonly first: number; readonly last: number; readonly designations: readonly Designation[] }

/** Joins the stretches of a record's contents to runs of one listing. Runs come in order of their first version. */
function listingRuns(walk: readonly Stretch[], designationsOf: (content: number) => readonly Designation[]): readonly Run[] {
  const done: Run[] = []
  let open = new Map<string, Run>()
  for (const stretch of walk) {
    const here = new Map<string, Designation[]>()
    for (const d of designationsOf(stretch.content)) {
      const key = JSON.stringify([d.party, d.list, d.status])
      here.set(key, [...(here.get(key) ?? []), d])
    }
    const next = new Map<string, Run>()
    for (const [key, designations] of here) {
      const before = open.get(key)
      const unbroken = before?.last === stretch.first - 1 ? before : undefined
      if (unbroken) open.delete(key)
      next.set(key, { first: unbroken?.first ?? stretch.first, last: stretch.last, designations })
    }
    done.push(...open.values())
    open = next
  }
  return [...done, ...open.values()].sort((a, b) => a.first - b.first)
}

type About = Pick<Attestation, 'record' | 'kind'> & Walked

function attestation({ line, days, walk, record, kind }: About, run: Run, designation: Designation): Attestation {
  const { versions, name } = line
  /** True where a version says that the listing is not there: by holding the record without it, or by a silence that means removal. */
  const lacks = (place: number): boolean =>
    versions[place] !== undefined && (versions[place].absence === 'removal' || walk.some(s => s.first <= place && place <= s.last))
  const evidence: Evidence = {
    source: name,
    version: versionName(name, versions[run.last]?.published ?? 0),
    record,
    field: designation.field,
    confidence: designation.confidence,
    disputed: designation.disputed ?? false,
    citations: designation.citations ?? [],
  }
  return {
    ...designation,
    record,
    kind,
    source: name,
    since: days[run.first] as Day,
    until: lacks(run.last + 1) ? (days[run.last + 1] as Day) : null,
    lastWithout: lacks(run.first - 1) ? (days[run.first - 1] as Day) : null,
    lastWith: days[run.last] as Day,
    evidence,
  }
}
