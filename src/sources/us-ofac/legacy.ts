import { Cursor, flag, isProblem, toBody } from '../../intake/index.ts'
import type { Problem, RawRecord, SourceFile } from '../../model/index.ts'
import { type Entry, type EntryAddress, type EntryName, type Fact, type Kind, kindOf } from './entry.ts'
import { meaningOf } from './labels.ts'
import { type LegacyPart, legacyRows } from './legacy-rows.ts'
import { splitName } from './names.ts'
import { REMARKS_LIMIT, type Remarks, readRemarks } from './remarks.ts'

type Columns = Readonly<Record<string, string>>

/**
 * Raw records of a legacy publication: a party's primary row with its rows in ALT, ADD and the comments, in the primary's order.
 * Rows of parties the primary lacks are flagged (`part.orphans`): parts of another day.
 */
export async function* readLegacy(
  files: readonly SourceFile[],
  partOf: (file: SourceFile) => LegacyPart,
): AsyncGenerator<RawRecord | Problem> {
  const found = new Map(files.map(file => [partOf(file), file]))
  const primary = found.get('primary')
  if (!primary) return
  const side = { alt: new Map<string, Columns[]>(), add: new Map<string, Columns[]>(), comments: new Map<string, Columns[]>() }
  for (const part of ['alt', 'add', 'comments'] as const) {
    const file = found.get(part)
    if (!file) continue
    for await (const row of legacyRows(file, part)) {
      if (isProblem(row)) yield row
      else gather(side[part], row)
    }
  }
  for await (const row of legacyRows(primary, 'primary')) {
    if (isProblem(row)) {
      yield row
      continue
    }
    const key = row['key'] ?? ''
    yield {
      key,
      body: bodyOf(row, { alt: take(side.alt, key), add: take(side.add, key), comments: take(side.comments, key) }, found.has('comments')),
    }
  }
  for (const [part, left] of Object.entries(side)) {
    if (left.size > 0)
      yield flag('part.orphans', part, `${left.size} parties: ${[...left.keys()].slice(0, 10).join(', ')}`, 'parties of the primary file')
  }
}

function gather(into: Map<string, Columns[]>, row: Columns): void {
  const key = row['key'] ?? ''
  const known = into.get(key)
  if (known) known.push(row)
  else into.set(key, [row])
}

function take(from: Map<string, Columns[]>, key: string): readonly Columns[] {
  const rows = from.get(key) ?? []
  from.delete(key)
  return rows
}

function bodyOf(primary: Columns, side: Readonly<Record<'alt' | 'add' | 'comments', readonly Columns[]>>, commentsKnown: boolean): string {
  const { programs, ...columns } = withoutKey(primary)
  const comments = side.comments.map(row => row['remarks'] ?? '').join('')
  const breaksOff = !commentsKnown && (columns['remarks']?.length ?? 0) >= REMARKS_LIMIT - 5
  return toBody({
    form: 'legacy',
    ...columns,
    programs:
      programs === undefined
        ? []
        : programs
            .split(/\]\s*\[/)
            .map(tag => tag.trim())
            .sort(),
    alt: inOrder(side.alt),
    add: inOrder(side.add),
    ...(comments === '' ? {} : { comments }),
    ...(breaksOff ? { breaksOff: 'yes' } : {}),
  })
}

function withoutKey(row: Columns): Columns {
  const { key: _key, ...rest } = row
  return rest
}

const inOrder = (rows: readonly Columns[]) => rows.map(withoutKey).sort((a, b) => Number(a['number'] ?? 0) - Number(b['number'] ?? 0))

/** A legacy raw record as an entry. */
export function legacyEntry(body: string): Entry {
  const cursor = new Cursor(body)
  cursor.skip('form')
  const problems: Problem[] = []
  const type = cursor.takeLeaf('type')
  const kind = kindOf(type?.text ?? '')
  if (!kind) problems.push(flag('type.unknown', 'type', type?.text ?? '', 'individual, vessel, aircraft or nothing'))
  const remarks = remarksOf(cursor, problems)
  const entry = {
    kind: kind ?? 'entity',
    names: namesOf(cursor, kind ?? 'entity', problems),
    programmes: cursor.takeAll('programs').map(leaf => ({ tag: leaf.text, field: leaf.field })),
    addresses: addressesOf(cursor),
    facts: [...columnFacts(cursor), ...remarks.facts],
    notes: [...remarks.notes.map(text => ({ text, field: 'remarks' })), ...sideNotes(cursor)],
    links: [],
    problems,
  }
  return { ...entry, unread: [...cursor.unread(), ...remarks.unknown.map(text => ({ field: 'remarks', text }))] }
}

function remarksOf(cursor: Cursor, problems: Problem[]): Remarks {
  const breaksOff = cursor.take('breaksOff') === 'yes'
  const remarks = readRemarks(cursor.take('remarks') + cursor.take('comments'), 'remarks', !breaksOff)
  if (remarks.cut !== null)
    problems.push({ code: 'remarks.cut', severity: 'note', field: 'remarks', seen: remarks.cut, expected: 'the comments file of that day' })
  return remarks
}

function namesOf(cursor: Cursor, kind: Kind, problems: Problem[]): readonly EntryName[] {
  const names: EntryName[] = [{ kind: 'primary', weak: false, ...splitName(cursor.take('name'), kind), field: 'name' }]
  for (const row of cursor.children('alt')) {
    row.skip('number')
    const text = row.take('kind')
    const nameKind = { aka: 'aka', fka: 'fka', nka: 'nka' }[text]
    if (!nameKind) problems.push(flag('alias.unknown-kind', 'alt/kind', text, 'aka, fka or nka'))
    names.push({ kind: (nameKind ?? 'aka') as EntryName['kind'], weak: false, ...splitName(row.take('name'), kind), field: 'alt/name' })
  }
  return names
}

function addressesOf(cursor: Cursor): readonly EntryAddress[] {
  return cursor.children('add').map(row => {
    row.skip('number')
    return { lines: [row.take('street'), row.take('city')], country: row.take('country'), field: 'add' }
  })
}

const COLUMN_LABELS: readonly (readonly [string, string])[] = [
  ['title', 'Title'],
  ['callSign', 'Vessel Call Sign'],
  ['vesselType', 'VESSEL TYPE'],
  ['tonnage', 'Vessel Tonnage'],
  ['grossTonnage', 'Vessel Gross Registered Tonnage'],
  ['flag', 'Vessel Flag'],
  ['owner', 'Vessel Owner'],
]

function columnFacts(cursor: Cursor): readonly Fact[] {
  return COLUMN_LABELS.flatMap(([column, label]) => {
    const leaf = cursor.takeLeaf(column)
    const found = meaningOf(label)
    return leaf && found ? [{ ...found, value: leaf.text, field: leaf.field }] : []
  })
}

const sideNotes = (cursor: Cursor) =>
  [...cursor.takeAll('alt/remarks'), ...cursor.takeAll('add/remarks')].map(({ field, text }) => ({ field, text }))
