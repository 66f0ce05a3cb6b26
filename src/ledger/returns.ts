import { dayOf, type Problem, type Reading } from '../model/index.ts'
import type { Database } from './database.ts'
import { unpackReading } from './reading-body.ts'
import { stateOf, versionBefore } from './versions.ts'

const NAMES = new Set(['name', 'alias', 'weakAlias', 'previousName', 'abbreviation'])
/** What a party keeps through a change of name: its dates, its numbers, where it is from. */
const LASTING = new Set(
  'birthDate incorporationDate buildDate birthPlace address passportNumber idNumber registrationNumber taxNumber innCode ogrnCode imoNumber'.split(
    ' ',
  ),
)

/** Where the staged version stands, and what reads it. */
type Place = { readonly source: number; readonly published: number; readonly parser: number }

/**
 * A flag for each staged record whose key named another party in the version before: no word of its names, no date, number
 * or place is shared. Publishers have given numbers to other persons overnight; a number is evidence, not identity.
 */
export function reusedKeys(
  db: Database,
  place: { readonly source: number; readonly published: number; readonly parser: number },
): readonly Problem[] {
  const before = versionBefore(db, place.source, place.published)
  if (!before) return []
  const { sql, values } = stateOf(before.source, before.published)
  const rows = db.each<{ key: string; was: string; now: string }>(
    `SELECT stage.key, old.body AS was, coalesce(staged.body, known.body) AS now
     FROM stage JOIN (${sql}) AS state ON state.record = stage.record AND state.content IS NOT stage.content
       JOIN reading old ON old.content = state.content AND old.parser = ?
       LEFT JOIN stage_reading staged ON staged.seq = stage.seq
       LEFT JOIN reading known ON known.content = stage.content AND known.parser = ?
     WHERE coalesce(staged.body, known.body) IS NOT NULL ORDER BY stage.seq`,
    ...values,
    place.parser,
    place.parser,
  )
  const found: Problem[] = []
  for (const { key, was, now } of rows) {
    const [old, is] = [unpackReading(was), unpackReading(now)]
    if (isOtherParty(old, is))
      found.push({ code: 'record.other-party', severity: 'flag', field: 'name', seen: nameOf(is), expected: nameOf(old), record: key })
  }
  return found
}

/**
 * A note for each staged record that had left and comes back with the date it had: a publisher who changes his habit, or a fault
 * of his that is over, is no new listing.
 */
export function returnedRecords(db: Database, place: Place): readonly Problem[] {
  const before = versionBefore(db, place.source, place.published)
  if (!before) return []
  const rows = db.each<{ key: string; body: string }>(
    `SELECT stage.key, coalesce(staged.body, known.body) AS body
     FROM stage LEFT JOIN stage_reading staged ON staged.seq = stage.seq
       LEFT JOIN reading known ON known.content = stage.content AND known.parser = ?1
     WHERE coalesce(staged.body, known.body) IS NOT NULL
       AND EXISTS (SELECT 1 FROM presence p WHERE p.source = ?2 AND p.record = stage.record AND p.since < ?3)
       AND NOT EXISTS (SELECT 1 FROM presence p WHERE p.source = ?2 AND p.record = stage.record AND p.since <= ?3 AND p.until > ?3)
     ORDER BY stage.seq`,
    place.parser,
    place.source,
    before.published,
  )
  const without = dayOf(before.published)
  const found: Problem[] = []
  for (const { key, body } of rows) {
    const old = unpackReading(body).designations.find(d => d.from && d.from.latest < without)
    if (old?.from)
      found.push({
        code: 'record.back',
        severity: 'note',
        field: old.field,
        seen: old.from.text,
        expected: `a date after ${without}`,
        record: key,
      })
  }
  return found
}

/** True where two readings share no word of a name, no date, number or place: another party under the same number. */
export function isOtherParty(was: Reading, is: Reading): boolean {
  const [before, now] = [wordsOf(was), wordsOf(is)]
  if (before.size === 0 || now.size === 0 || !before.isDisjointFrom(now)) return false
  return valuesOf(was, LASTING).isDisjointFrom(valuesOf(is, LASTING))
}

const valuesOf = (reading: Reading, properties: ReadonlySet<string>): Set<string> =>
  new Set(reading.parties[0]?.statements.flatMap(s => (properties.has(s.property) ? [s.value] : [])))

const wordsOf = (reading: Reading): Set<string> =>
  new Set(
    [...valuesOf(reading, NAMES)].flatMap(
      name =>
        name
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
    ),
  )

const nameOf = (reading: Reading): string => reading.parties[0]?.statements.find(s => s.property === 'name')?.value ?? ''
