import { firstRows, flag, hasHeads, isProblem, readCsv, readJson, stop, withHeads } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { isObject } from '../rows/json-array.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const COLUMNS = [
  ...[
    '_id',
    'source',
    'entity_number',
    'type',
    'programs',
    'name',
    'title',
    'addresses',
    'federal_register_notice',
    'start_date',
    'end_date',
  ],
  ...['standard_order', 'license_requirement', 'license_policy', 'call_sign', 'vessel_type', 'gross_tonnage', 'gross_registered_tonnage'],
  ...['vessel_flag', 'vessel_owner', 'remarks', 'source_list_url', 'alt_names', 'citizenships', 'dates_of_birth', 'nationalities'],
  ...['places_of_birth', 'source_information_url', 'ids'],
]
/** Members that only the JSON form has. */
const MORE = ['id', 'country']
/** Columns with several values, and what parts them in the table. */
const SEVERAL = new Set(['programs', 'addresses', 'alt_names', 'citizenships', 'dates_of_birth', 'nationalities', 'places_of_birth', 'ids'])
const PARTED = /;\s+(?:and\s+)?/
const SHORT = new Map(Object.entries(programmes).map(([wording, { short }]) => [wording, short] as const))

/** The table, or the JSON form with the same columns. */
export function recogniseScreened({ text }: FileHead): Recognised | undefined {
  const [heads] = firstRows(text, 1)
  if (hasHeads(heads, ['_id', 'source', 'entity_number', 'license_policy'])) return { source: 'us-trade', part: 'main', rendition: 'csv' }
  if (/^\ufeff?\s*\{/.test(text) && text.includes('"results"') && text.includes('"source_list_url"') && text.includes('"license_policy"'))
    return { source: 'us-trade', part: 'main', rendition: 'json' }
  return undefined
}

/**
 * Entries under list and number, or list, name, country and day where there is no number: the hash in `_id` changes with the
 * content. Rows without a name are empty; a row that is an address and no party is told and left out.
 */
export async function* readScreened(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(entries(files))
}

type Columns = Readonly<Record<string, string | readonly unknown[]>>

async function* entries(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    for await (const item of file.rendition === 'json' ? jsonRows(file) : csvRows(file)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const { field, columns } = item
      const { _id: _hash, ...value } = columns
      const name = textOf(value['name'])
      if (name === '') {
        if (Object.values(value).some(cell => cell.length > 0))
          yield flag('record.no-name', field, JSON.stringify(columns).slice(0, 200), 'a name')
      } else if (/^address \d+:/i.test(name)) yield flag('record.no-party', field, name, 'a party')
      else yield { key: keyFor(value, name), value, field }
    }
  }
}

function keyFor(value: Columns, name: string): string {
  const list = SHORT.get(textOf(value['source'])) ?? keyOf(textOf(value['source']))
  const number = textOf(value['entity_number'])
  if (number !== '') return `${list}-${number}`
  const [first] = value['addresses'] ?? []
  const country = typeof first === 'string' ? (/\b([A-Z]{2})$/.exec(first)?.[1] ?? '') : isObject(first) ? textOf(first['country']) : ''
  return `${list}-${keyOf(name, country, textOf(value['start_date']))}`
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')

async function* csvRows(file: SourceFile): AsyncGenerator<{ readonly columns: Columns; readonly field: string } | Problem> {
  for await (const row of withHeads(readCsv(file), COLUMNS)) {
    if (isProblem(row)) yield row
    else {
      const columns = Object.entries(row.cells).flatMap(([head, cell]) => {
        const text = cell.replace(/\s+/g, ' ').trim()
        return text === '' ? [] : [[head, SEVERAL.has(head) ? text.split(PARTED) : text] as const]
      })
      yield { columns: Object.fromEntries(columns), field: String(row.line) }
    }
  }
}

// Several values are a list, one value is the value alone, none is null: three spellings of the same thing.
async function* jsonRows(file: SourceFile): AsyncGenerator<{ readonly columns: Columns; readonly field: string } | Problem> {
  const read = await readJson(file)
  if (isProblem(read)) {
    yield read
    return
  }
  const { results, total } = isObject(read.value) ? read.value : {}
  if (!Array.isArray(results)) {
    yield stop('json.not-a-list', 'results', JSON.stringify(read.value).slice(0, 120), 'a list of entries')
    return
  }
  if (typeof total === 'number' && total !== results.length) yield stop('count.differs', 'total', String(results.length), String(total))
  for (const [i, row] of results.entries()) {
    const field = `results[${i}]`
    if (!isObject(row)) {
      yield stop('json.not-a-record', field, JSON.stringify(row).slice(0, 120), 'an object')
      return
    }
    const strange = Object.keys(row).find(name => !COLUMNS.includes(name) && !MORE.includes(name))
    if (strange) yield stop('field.unknown', `${field}.${strange}`, JSON.stringify(row[strange]).slice(0, 120), COLUMNS.join(', '))
    const columns = Object.entries(row).flatMap(([name, cell]): readonly (readonly [string, string | readonly unknown[]])[] => {
      if (name === 'id' || cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)) return []
      if (!SEVERAL.has(name)) return [[name, textOf(cell)] as const]
      // One item of a list may hold several values, as a cell of the table does.
      const all: readonly unknown[] = Array.isArray(cell) ? cell : [cell]
      const items = all.flatMap((one): readonly unknown[] => (isObject(one) ? [one] : textOf(one).split(PARTED)))
      return [[name, items] as const]
    })
    yield { columns: Object.fromEntries(columns), field }
  }
}
