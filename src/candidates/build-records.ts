import { OPEN } from '../model/index.ts'
import { bucketed, grouped } from './buckets.ts'
import type { nameTable } from './build-names.ts'
import { growingU32 } from './growing.ts'
import { hashText } from './hash.ts'
import { identifierKey } from './identifiers.ts'
import type { Sections } from './layout.ts'
import { entryOf, FIELDS, FOREVER, KINDS, STANDINGS, shortId } from './sections.ts'
import type { Interner } from './strings.ts'
import type { IndexRecord } from './types.ts'

const MAX_KEPT = 50_000

/** Contents of records with their intervals, classes and details, and which name of which row each entry is. */
export function recordTable(strings: Interner, names: ReturnType<typeof nameTable>) {
  const columns = {
    rowRecord: growingU32(),
    rowContent: growingU32(),
    rowSince: growingU32(),
    rowUntil: growingU32(),
    rowClass: growingU32(),
  }
  const details = growingU32()
  const detailStarts = growingU32()
  const entries = growingU32()
  const entryNames = growingU32()
  const entryStarts = growingU32()
  const classes = new Map<string, number>()
  const classTexts: string[] = []
  const recordHashes = growingU32()
  const identifierHashes = growingU32()
  const identifierRows = growingU32()
  detailStarts.push(0)
  entryStarts.push(0)

  // Dates, countries and genders come again and again.
  const kept = new Map<string, number>()
  const often = (value: string) => {
    const known = kept.get(value)
    if (known !== undefined) return known
    const id = strings.intern(value)
    if (kept.size < MAX_KEPT) kept.set(value, id)
    return id
  }
  const classOf = (record: IndexRecord) => {
    const { source, schema, kind, lists, topics } = record
    const key = `${source}|${schema}|${kind}|${lists.join(' ')}|${topics.join(' ')}`
    const known = classes.get(key)
    if (known !== undefined) return known
    classes.set(key, classes.size)
    classTexts.push(JSON.stringify([source, schema, kind, lists, topics]))
    return classes.size - 1
  }
  const add = (record: IndexRecord, requests: readonly number[]) => {
    const kind = KINDS.indexOf(record.kind)
    const row = columns.rowRecord.length
    columns.rowRecord.push(strings.intern(shortId(record.record, record.source)))
    recordHashes.push(hashText(record.record))
    columns.rowContent.push(record.content)
    columns.rowSince.push(Math.max(0, record.since))
    columns.rowUntil.push(record.until >= OPEN ? FOREVER : Math.max(0, record.until))
    columns.rowClass.push(classOf(record))
    FIELDS.forEach((field, i) => {
      for (const value of record[field]) details.push(((often(value) << 3) | i) >>> 0)
    })
    detailStarts.push(details.length)
    for (const identifier of record.identifiers) {
      const key = identifierKey(identifier)
      if (key === '') continue
      identifierHashes.push(hashText(key))
      identifierRows.push(row)
    }
    record.names.forEach(({ text, standing }, i) => {
      const id = names.idOf(text, kind, requests[i] as number)
      entryNames.push(id)
      entries.push(entryOf(id, STANDINGS.indexOf(standing)))
    })
    entryStarts.push(entries.length)
  }
  const sections = (nameCount: number): Sections => {
    const rowOfEntry = new Uint32Array(entries.length)
    for (let row = 0; row + 1 < entryStarts.length; row++) rowOfEntry.fill(row, entryStarts.array[row], entryStarts.array[row + 1])
    const byName = grouped(entryNames.view(), rowOfEntry, nameCount)
    const identifiers = bucketed(identifierHashes.view(), identifierRows.view(), columns.rowRecord.length)
    const rowCount = columns.rowRecord.length
    const byRecord = bucketed(
      recordHashes.view(),
      Uint32Array.from({ length: rowCount }, (_, i) => i),
      rowCount,
    )
    return {
      ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.view()])),
      details: details.view(),
      detailStarts: detailStarts.view(),
      entries: entries.view(),
      entryStarts: entryStarts.view(),
      nameRowStarts: byName.starts,
      nameRows: byName.values,
      classes: new TextEncoder().encode(`[${classTexts.join(',')}]`),
      identifierStarts: identifiers.starts,
      identifierEntries: identifiers.entries,
      recordStarts: byRecord.starts,
      recordEntries: byRecord.entries,
    }
  }
  return { add, sections }
}
