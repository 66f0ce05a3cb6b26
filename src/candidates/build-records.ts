import { OPEN } from '../model/index.ts'
import { bucketed, grouped } from './buckets.ts'
import { growingU8, growingU32, numbersBelow } from './growing.ts'
import { hashText } from './hash.ts'
import { identifierKey } from './identifiers.ts'
import type { Sections } from './layout.ts'
import { entryOf, FIELDS, FOREVER, STANDINGS, shortId } from './sections.ts'
import type { Interner } from './strings.ts'
import type { IndexRecord, StatedName } from './types.ts'

const MAX_KEPT = 50_000
const IDENTIFIERS = FIELDS.indexOf('identifiers')

/** Contents of records with their intervals, classes and details, and which name of which row each entry is. */
export function recordTable(strings: Interner) {
  const rows = rowColumns(strings)
  const details = detailColumns(strings)
  const entries = entryColumns()
  const identifiers = identifierColumns()
  return {
    /** Keeps a record; `requestOf` gives the request of each of its names. */
    add(record: IndexRecord, requestOf: (name: StatedName) => number) {
      const row = rows.add(record)
      details.add(record)
      identifiers.add(record, row)
      entries.add(record, requestOf)
    },
    /** `nameOf` leads from requests to names; the texts of records are numbered from `firstString` on. */
    sections: (nameOf: Uint32Array, nameCount: number, firstString: number): Sections => ({
      ...rows.sections(firstString),
      ...details.sections(firstString),
      ...entries.sections(nameOf, nameCount),
      classes: rows.classes(),
      ...identifiers.sections(rows.count()),
      ...rows.byRecord(),
    }),
  }
}

// Of each row its record, its content and interval, and its class: what many records have in common.
function rowColumns(strings: Interner) {
  const columns = {
    rowRecord: growingU32(),
    rowContent: growingU32(),
    rowSince: growingU32(),
    rowUntil: growingU32(),
    rowClass: growingU32(),
  }
  const recordHashes = growingU32()
  const classes = classTable()
  let last: IndexRecord | undefined
  let [id, hash] = [0, 0]
  const count = () => columns.rowRecord.length
  return {
    count,
    /** Gives the number of the row. */
    add(record: IndexRecord): number {
      // The contents of a record come one after the other.
      if (last?.record !== record.record || last.source !== record.source) {
        id = strings.intern(shortId(record.record, record.source))
        hash = hashText(record.record)
        last = record
      }
      columns.rowRecord.push(id)
      recordHashes.push(hash)
      columns.rowContent.push(record.content)
      columns.rowSince.push(Math.max(0, record.since))
      columns.rowUntil.push(record.until >= OPEN ? FOREVER : Math.max(0, record.until))
      columns.rowClass.push(classes.idOf(record))
      return count() - 1
    },
    sections: (firstString: number): Sections => ({
      ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.view()])),
      rowRecord: columns.rowRecord.view().map(id => id + firstString),
    }),
    classes: () => classes.bytes(),
    /** Rows by their records. */
    byRecord(): Sections {
      const { starts, entries } = bucketed({ hashes: recordHashes.view(), values: numbersBelow(count()), numbers: count() })
      return { recordStarts: starts, recordEntries: entries }
    },
  }
}

// The different classes, numbered as they come.
function classTable() {
  const ids = new Map<string, number>()
  const texts: string[] = []
  // Records of one class often follow one another.
  let last: IndexRecord | undefined
  let lastId = 0
  return {
    idOf(record: IndexRecord): number {
      const { source, schema, kind, lists, topics } = record
      if (last && isOneClass(last, record)) return lastId
      last = record
      const key = `${source}|${schema}|${kind}|${lists.join(' ')}|${topics.join(' ')}`
      lastId = ids.get(key) ?? ids.size
      if (lastId < ids.size) return lastId
      ids.set(key, lastId)
      texts.push(JSON.stringify([source, schema, kind, lists, topics]))
      return lastId
    },
    bytes: () => new TextEncoder().encode(`[${texts.join(',')}]`),
  }
}

const isOneClass = (a: IndexRecord, b: IndexRecord): boolean =>
  a.source === b.source && a.schema === b.schema && a.kind === b.kind && isOneList(a.lists, b.lists) && isOneList(a.topics, b.topics)
const isOneList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i])

// The list-valued fields of each row.
function detailColumns(strings: Interner) {
  const details = growingU32()
  const starts = growingU32()
  starts.push(0)
  // Dates, countries and genders come again and again; numbers hardly ever do. Each field by itself, so that the few countries and
  // genders are soon found.
  const kept = FIELDS.map(() => new Map<string, number>())
  const often = (value: string, field: number): number => {
    const ofField = kept[field] as Map<string, number>
    const known = ofField.get(value)
    if (known !== undefined) return known
    const id = strings.intern(value)
    if (ofField.size < MAX_KEPT) ofField.set(value, id)
    return id
  }
  return {
    add(record: IndexRecord): void {
      for (let field = 0; field < FIELDS.length; field++) {
        const values = record[FIELDS[field] as (typeof FIELDS)[number]]
        for (const value of values) {
          const id = field === IDENTIFIERS ? strings.intern(value) : often(value, field)
          details.push(((id << 3) | field) >>> 0)
        }
      }
      starts.push(details.length)
    },
    sections: (firstString: number): Sections => ({
      details: details.view().map(detail => detail + (firstString << 3)),
      detailStarts: starts.view(),
    }),
  }
}

// Each name of each row is an entry; of each different name, the rows that have it.
function entryColumns() {
  const requests = growingU32()
  const standings = growingU8()
  const starts = growingU32()
  starts.push(0)
  return {
    add({ names }: IndexRecord, requestOf: (name: StatedName) => number): void {
      for (const name of names) {
        requests.push(requestOf(name))
        standings.push(STANDINGS.indexOf(name.standing))
      }
      starts.push(requests.length)
    },
    sections(nameOf: Uint32Array, nameCount: number): Sections {
      const names = requests.view().map(request => nameOf[request] as number)
      const entries = names.map((name, i) => entryOf(name, standings.array[i] as number))
      const rowOfEntry = new Uint32Array(entries.length)
      for (let row = 0; row + 1 < starts.length; row++) rowOfEntry.fill(row, starts.array[row], starts.array[row + 1])
      const byName = grouped(names, rowOfEntry, nameCount)
      return { entries, entryStarts: starts.view(), nameRowStarts: byName.starts, nameRows: byName.values }
    },
  }
}

// Rows by the numbers they hold, whatever kind of number it is.
function identifierColumns() {
  const hashes = growingU32()
  const rows = growingU32()
  return {
    add(record: IndexRecord, row: number): void {
      for (const identifier of record.identifiers) {
        const key = identifierKey(identifier)
        if (key === '') continue
        hashes.push(hashText(key))
        rows.push(row)
      }
    },
    sections(rowCount: number): Sections {
      const identifiers = bucketed({ hashes: hashes.view(), values: rows.view(), numbers: rowCount })
      return { identifierStarts: identifiers.starts, identifierEntries: identifiers.entries }
    },
  }
}
