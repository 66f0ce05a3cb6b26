import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaves } from '../intake/index.ts'
import type { Designation, Party } from '../model/index.ts'
import { cleanText, HISTORIC, isDay, type PropertyType, readStoredDate, type Statement, schemaOf, typeValues } from '../model/index.ts'
import type { Outcome } from './suite-publications.ts'

const FACTS = join(import.meta.dirname, '../../data/facts')
const idsOf = (file: string): ReadonlySet<string> =>
  new Set((JSON.parse(readFileSync(join(FACTS, file), 'utf8')) as readonly { readonly id: string }[]).map(({ id }) => id))
const LISTS = idsOf('lists.json')
const INSTRUMENTS = idsOf('instruments.json')
const COUNTRIES = new Set([...Object.keys(typeValues('country')), ...Object.keys(HISTORIC)])
const GENDERS = new Set(['male', 'female', 'other'])

/** Fails where a record was not read whole: a leaf neither taken nor declared to say nothing. */
export function assertNothingUnread({ records, readings }: Outcome): void {
  const unread = readings.flatMap((reading, i) => reading.unread.map(leaf => `${records[i]?.key}: ${leaf.field} = ${leaf.text}`))
  assert.deepEqual(unread.slice(0, 10), [], `${unread.length} leaves unread`)
}

/** Fails where two records have one key. */
export function assertKeysUnique({ records, problems }: Outcome): void {
  const seen = new Set<string>()
  const twice = records.filter(({ key }) => seen.size === seen.add(key).size).map(({ key }) => key)
  const flagged = new Set(problems.filter(p => p.code === 'record.key-twice').map(p => p.record))
  assert.deepEqual(
    twice.filter(key => !flagged.has(key)),
    [],
  )
}

/** Fails where a statement does not fit its schema, or holds a value that is not clean. */
export function assertStatementsFit({ readings }: Outcome): void {
  const wrong = readings.flatMap(({ parties, links }) => [
    ...parties.flatMap(faultsOf),
    ...links.flatMap(link => faultsOf({ ...link, id: link.from })),
  ])
  assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} statements do not fit`)
}

function faultsOf({ id, schema, statements }: Party): readonly string[] {
  const known = schemaOf(schema)
  if (!known) return [`${id}: no schema ${schema}`]
  return statements.flatMap(statement => {
    const property = known.properties.get(statement.property)
    if (!property) return [`${id}: ${schema} has no ${statement.property}`]
    const fault = faultOf(property.type, statement)
    return fault ? [`${id}: ${statement.property} "${statement.value}" ${fault}`] : []
  })
}

function faultOf(type: PropertyType, { value, text, field }: Statement): string | undefined {
  if (field === '') return 'has no field'
  if (text === '') return 'has no words'
  if (type !== 'text' && cleanText(value) !== value) return 'is not clean text'
  if (type === 'date' && !readStoredDate(value)) return 'is no stored date'
  if (type === 'country' && !COUNTRIES.has(value)) return 'is no country code'
  if (type === 'gender' && !GENDERS.has(value)) return 'is no gender'
  if (type === 'topic' && !(value in typeValues('topic'))) return 'is no topic'
  return undefined
}

/** Fails where a designation names a list or an instrument that the curated base lacks, or a party that the reading lacks. */
export function assertDesignationsFit({ readings }: Outcome): void {
  const wrong = readings.flatMap(({ parties, designations }) => designations.flatMap(d => designationFaults(d, parties)))
  assert.deepEqual([...new Set(wrong)].slice(0, 10), [])
}

function designationFaults(d: Designation, parties: readonly Party[]): readonly string[] {
  return [
    ...(LISTS.has(d.list) ? [] : [`no list ${d.list}`]),
    ...d.instruments.filter(id => !INSTRUMENTS.has(id)).map(id => `no instrument ${id}`),
    ...(parties.some(({ id }) => id === d.party) ? [] : [`${d.party} is none of the reading's parties`]),
    ...(d.programme === '' ? [`${d.party}: no programme`] : []),
    ...[d.from, d.to].flatMap(date =>
      date && !(isDay(date.earliest) && isDay(date.latest) && date.earliest <= date.latest)
        ? [`${d.party}: no date ${JSON.stringify(date)}`]
        : [],
    ),
  ]
}

/** The share of the records' text that is only kept as a note, 0 to 1. */
export function shareInNotes({ records, readings }: Outcome): number {
  const total = records.reduce((sum, { body }) => sum + leaves(body).reduce((n, { text }) => n + text.length, 0), 0)
  const notes = readings.flatMap(({ parties }) =>
    parties.flatMap(({ statements }) => {
      const elsewhere = new Set(statements.filter(s => s.property !== 'notes').map(s => s.text))
      return [...new Set(statements.filter(s => s.property === 'notes' && !elsewhere.has(s.text)).map(s => s.text))]
    }),
  )
  return total === 0 ? 0 : notes.reduce((sum, text) => sum + text.length, 0) / total
}
