import { hash } from 'node:crypto'
import { type Designation, type FieldChange, type Party, type Reading, type Statement, storedDate } from '../model/index.ts'

/** The facts of a reading by property, values sorted; order, the words read and where they stood are left out. */
export type Facts = ReadonlyMap<string, readonly string[]>

/**
 * What a reading says, apart from how its source wrote it: two readings with equal facts are the same reading.
 *
 * - The record's own party gives its properties by name (`birthDate`) and its `schema`.
 * - A further party of the record is one value under its schema (`Address`: `city: Kabul; country: af`), so that neither
 *   its number nor its place matters.
 * - A designation gives `designation.status`, `designation.from` and so on, each value led by the list
 *   (`un-1988: suspended`).
 * - References, authorities, lists, citations and relations each stand whole under their name.
 * - Text that no parser consumed stands under `unread`, white space evened out: a change in it is a change of the source.
 */
export function factsOf(reading: Reading): Facts {
  const facts = new Map<string, string[]>()
  const add = (property: string, value: string) => {
    const values = facts.get(property)
    if (values) values.push(value)
    else facts.set(property, [value])
  }
  const labels = partyLabels(reading)
  for (const [i, party] of reading.parties.entries()) {
    if (i > 0) {
      add(party.schema, joined(party.statements))
      continue
    }
    add('schema', party.schema)
    for (const s of party.statements) add(s.property, s.value)
  }
  addDesignations(reading, labels, add)
  for (const link of reading.links) {
    const ends = `${labels.get(link.from) ?? link.from} → ${labels.get(link.to) ?? link.to}`
    add(link.schema, link.statements.length > 0 ? `${ends}; ${joined(link.statements)}` : ends)
  }
  for (const instrument of reading.instruments) {
    const { id, acts, issued, effective, ...rest } = instrument
    for (const [name, value] of Object.entries(rest)) add(`instrument.${name}`, `${id}: ${plain(value)}`)
    add('instrument.issued', `${id}: ${storedDate(issued)}`)
    if (effective) add('instrument.effective', `${id}: ${storedDate(effective)}`)
    for (const act of acts) add('instrument.acts', `${id}: ${act.verb} ${act.target}`)
  }
  for (const name of MORE) for (const one of reading[name] ?? []) add(name, canonical({ ...one, field: undefined }))
  for (const { field, text } of reading.unread) add('unread', `${field}: ${text.replace(/\s+/gu, ' ').trim()}`)
  return new Map(
    [...facts].sort(byText).map(([property, values]) => [property, values.length === 1 ? values : [...new Set(values)].sort()]),
  )
}

/** A hash over facts: equal where and only where the facts are equal. */
export function hashFacts(facts: Facts): Buffer {
  return hash('sha256', JSON.stringify([...facts]), 'buffer')
}

/** What differs, property by property, in order of the properties' names. */
export function compareFacts(was: Facts, is: Facts): readonly FieldChange[] {
  const properties = [...new Set([...was.keys(), ...is.keys()])].sort()
  return properties.flatMap(property => {
    const [before, now] = [was.get(property) ?? [], is.get(property) ?? []]
    const [gone, come] = [before.filter(v => !now.includes(v)), now.filter(v => !before.includes(v))]
    return gone.length + come.length > 0 ? [{ property, was: gone, is: come }] : []
  })
}

function addDesignations(reading: Reading, labels: ReadonlyMap<string, string>, add: (property: string, value: string) => void): void {
  const own = reading.parties[0]?.id
  const onList = (list: string) => reading.designations.filter(d => d.list === list).length
  for (const d of reading.designations) {
    const programme = onList(d.list) > 1 ? ` (${d.programme})` : ''
    const party = d.party === own ? '' : ` [${labels.get(d.party) ?? d.party}]`
    for (const [name, value] of designationFacts(d)) add(`designation.${name}`, `${d.list}${programme}${party}: ${value}`)
  }
}

function designationFacts(d: Designation): readonly (readonly [string, string])[] {
  const { party: _party, list: _list, field: _field, from, to, instruments, endInstruments, seenOn, citations, ...rest } = d
  const one = Object.entries(rest).map(([name, value]) => [name, plain(value)] as const)
  const dates = Object.entries({ from, to }).flatMap(([name, date]) => (date ? [[name, storedDate(date)] as const] : []))
  const many = Object.entries({ instruments, endInstruments, seenOn, citations }).flatMap(([name, values]) =>
    (values ?? []).map(v => [name, v] as const),
  )
  return [...one, ...dates, ...many]
}

/** Ids of a record's further parties carry a number that may move; what they say does not. */
function partyLabels(reading: Reading): ReadonlyMap<string, string> {
  const own = reading.parties[0]
  const label = (party: Party) => party.statements.find(s => s.property === 'name')?.value ?? joined(party.statements)
  return new Map(reading.parties.slice(1).map(p => [p.id, own && p.id.startsWith(`${own.id}/`) ? label(p) : p.id]))
}

/** What a reading may carry beside parties, designations, links and instruments. */
const MORE = ['references', 'authorities', 'lists', 'citations', 'relations'] as const

/** JSON with the names of every object's fields in order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(byText)) : part,
  )

const joined = (statements: readonly Statement[]): string =>
  [...new Set(statements.map(s => `${s.property}: ${s.value}`))].sort().join('; ')

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const byText = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)
