import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Cause, Change, FieldChange } from '../model/index.ts'
import type { Database } from './database.ts'
import { compareFacts, factsOf } from './facts.ts'
import { recordId } from './intern.ts'
import { unpackReading } from './reading-body.ts'
import type { ReadingRow, Readings } from './readings.ts'
import type { Diff } from './types.ts'
import { versionName } from './version-name.ts'
import { arrivedIn, findVersion, stateOf, type VersionRow, versionBefore } from './versions.ts'

/** Two parsers under which one state is compared with itself or another, to show what a new parser reads differently. */
export type ParserPair = { readonly was: string; readonly is: string }

type Difference = { readonly record: number; readonly key: string; readonly was: number | null; readonly now: number | null }

/** Records compared before others have their turn: two versions of a large list differ in thousands. */
const AT_ONCE = 200

/**
 * What differs between two versions of a source: keys for added and removed, facts read by one parser for amended.
 * Others are served meanwhile.
 *
 * @param parsers reads the first version by `was` and the second by `is`: changes that only the parser made have that cause
 * @throws `version.unknown`
 */
export async function diffVersions(
  db: Database,
  readings: Readings,
  versions: { source: string; from: string; to: string },
  parsers?: ParserPair,
): Promise<Diff> {
  const { source } = versions
  const [from, to] = [findVersion(db, versions.from, source), findVersion(db, versions.to, source)]
  const found = differences(db, from, to, parsers !== undefined)
  const changes: Diff['changes'][number][] = []
  for (let i = 0; i < found.length; i += AT_ONCE) {
    if (i > 0) await nextTurn()
    const batch = found.slice(i, i + AT_ONCE)
    const [was, now] = [
      readings.rows(source, present(batch.map(d => d.was)), parsers?.was),
      readings.rows(source, present(batch.map(d => d.now)), parsers?.is),
    ]
    for (const d of batch) changes.push(...changeOf(db, { from, to, parsers }, d, { was: at(was, d.was), is: at(now, d.now) }))
  }
  return { source, from: versionName(source, from.published), to: versionName(source, to.published), changes }
}

/** Records whose content differs, or all where two parsers are compared, in order of their keys. */
function differences(db: Database, from: VersionRow, to: VersionRow, all: boolean): readonly Difference[] {
  const [a, b] = [wholeState(db, from), wholeState(db, to)]
  return db.all<Difference>(
    `SELECT record, record.key, max(was) AS was, max(now) AS now FROM (
       SELECT record, content AS was, NULL AS now FROM (${a.sql}) UNION ALL SELECT record, NULL, content FROM (${b.sql})
     ) JOIN record ON record.id = record GROUP BY record ${all ? '' : 'HAVING max(was) IS NOT max(now)'} ORDER BY record.key`,
    ...a.values,
    ...b.values,
  )
}

/** What a version holds: its state where accepted, else what it would hold. */
function wholeState(db: Database, version: VersionRow): { readonly sql: string; readonly values: readonly number[] } {
  if (version.accepted < 9_999_999_999) return stateOf(version.source, version.published)
  const own = arrivedIn(version)
  const before = version.absence === 'nothing' ? versionBefore(db, version.source, version.published) : undefined
  if (!before) return own
  const base = stateOf(version.source, before.published)
  return {
    sql: `${own.sql} UNION ALL SELECT record, content FROM (${base.sql}) WHERE record NOT IN (SELECT record FROM (${own.sql}))`,
    values: [...own.values, ...base.values, ...own.values],
  }
}

type Between = { readonly from: VersionRow; readonly to: VersionRow & { readonly name: string }; readonly parsers: ParserPair | undefined }

type Rows = { readonly was: ReadingRow | null; readonly is: ReadingRow | null }

const present = (contents: readonly (number | null)[]): readonly number[] => contents.filter(c => c !== null)
const at = (rows: ReadonlyMap<number, ReadingRow>, content: number | null): ReadingRow | null =>
  content === null ? null : (rows.get(content) ?? null)

function changeOf(db: Database, between: Between, d: Difference, { was, is }: Rows): Diff['changes'] {
  const { from, to } = between
  if (was && is && Buffer.from(was.hash).equals(is.hash)) return []
  const unpacked = { was: unpack(was), is: unpack(is) }
  const kind: Change['kind'] = d.was === null ? 'added' : d.now === null ? 'removed' : 'amended'
  const fields = unpacked.was && unpacked.is ? compareFacts(factsOf(unpacked.was), factsOf(unpacked.is)) : []
  const relisted = kind === 'added' && wasThere(db, from, d.record)
  const cause = kind === 'amended' ? causeOf(between, d, fields) : 'source'
  return [{ kind, cause, record: recordId(to.name, d.key), key: d.key, fields, ...unpacked, relisted }]
}

const unpack = (row: ReadingRow | null) => row && unpackReading(row.body)

function causeOf({ from, to, parsers }: Between, d: Difference, fields: readonly FieldChange[]): Cause {
  if (parsers && d.was === d.now) return 'parser'
  return from.rendition !== to.rendition && fields.every(isForm) ? 'rendition' : 'source'
}

/**
 * True for a difference that two forms of one publication make: a property that one of them does not carry, or the same
 * letters and digits set differently. What a designation says never counts as form.
 */
function isForm(field: FieldChange): boolean {
  if (field.property.startsWith('designation.')) return false
  if (field.was.length === 0 || field.is.length === 0) return true
  return letters(field.was) === letters(field.is)
}

const letters = (values: readonly string[]): string =>
  values
    .map(v => v.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
    .sort()
    .join(' ')

/** True where a version before this one held the record. */
const wasThere = (db: Database, version: VersionRow, record: number): boolean =>
  db.get('SELECT 1 FROM presence WHERE source = ? AND record = ? AND since < ? LIMIT 1', version.source, record, version.published) !==
  undefined
