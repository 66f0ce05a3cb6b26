import type { OpenedFile } from '../intake/index.ts'
import { schemaNames, schemaOf } from '../model/index.ts'
import type { Mapping } from '../sources/index.ts'
import { type Columns, recogniseColumns, schemaFor, typeNamed } from './file-columns.ts'
import { type TableRows, tableRows } from './file-rows.ts'

type Head = Columns['columns'][number]

/** As much of a table of text as its heads and kinds of rows are told from. */
const HEAD_BYTES = 65_536
const ROWS = 200
/** Heads of the column that an owner numbers rows by. */
const KEY_HEAD =
  /^(?:id|key|no|nr|number|ref|reference)$|(?:customer|client|vendor|supplier|record|party|kunden)[\s_-]*(?:id|no|nr|number|nummer)\.?$/iu
const NAMES: readonly string[] = ['firstName', 'middleName', 'fatherName', 'lastName']

/**
 * A mapping that may fit a table of the user's own, by the heads of its columns, for a person to correct; null where the file is
 * no table. Columns that say nothing known are left out by name.
 */
export async function proposeMapping(file: Pick<OpenedFile, 'name' | 'open'>): Promise<Mapping | null> {
  const table = await tableIn(file)
  if (!table) return null
  const rows = table.rows.slice(0, ROWS).map(row => row.cells)
  const { columns, above } = recogniseColumns(rows, {})
  if (columns.length < 2) return null
  const named = columns.filter(({ head }) => head.trim() !== '')
  const schema = schemaOfRows(named, rows.slice(above), columns)
  const { properties, unused } = propertiesOf(named, schemataIn(schema))
  const key = keyOf(named)
  const ignore = unused.filter(head => !key.includes(head))
  return {
    schema,
    key,
    properties,
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(above > 1 ? { skip: above - 1 } : {}),
    ...(table.delimiter === null || table.delimiter === ',' ? {} : { delimiter: table.delimiter }),
  }
}

async function tableIn({ name, open }: Pick<OpenedFile, 'name' | 'open'>): Promise<TableRows | null> {
  try {
    return await tableRows(name, beginning(open()))
  } catch {
    // What cannot be read as a table has no columns to propose for.
    return null
  }
}

// The whole of a workbook, whose parts stand in any order; of a table of text its first lines.
async function* beginning(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let read = 0
  let packed = false
  for await (const part of bytes) {
    if (read === 0) packed = Buffer.from(part.subarray(0, 2)).toString('latin1') === 'PK'
    const room = packed ? part.length : HEAD_BYTES - read
    if (room <= 0) return
    read += part.length
    yield part.subarray(0, room)
  }
}

function schemaOfRows(named: readonly Head[], rows: readonly (readonly string[])[], columns: readonly Head[]): Mapping['schema'] {
  const known = Object.fromEntries(named.flatMap(({ property }) => (property === null || property === 'schema' ? [] : [[property, []]])))
  const usual = concrete(schemaFor(known))
  const at = columns.findIndex(({ property }) => property === 'schema')
  if (at < 0) return usual
  const kinds = [...new Set(rows.map(cells => cells[at]?.trim() ?? ''))].filter(kind => kind !== '')
  const values = Object.fromEntries(
    kinds.flatMap(kind => {
      const named = typeNamed(kind)
      return named === undefined ? [] : [[kind, concrete(named)]]
    }),
  )
  return { column: columns[at]?.head ?? '', values, default: 'LegalEntity' }
}

// A row of no known kind is whoever can hold rights and duties.
const concrete = (schema: string) => (schemaNames().includes(schema) && !schemaOf(schema)?.abstract ? schema : 'LegalEntity')

const schemataIn = (schema: Mapping['schema']): readonly string[] =>
  typeof schema === 'string' ? [schema] : [...Object.values(schema.values), schema.default ?? 'LegalEntity']

type Properties = Record<string, string | readonly (string | { readonly join: readonly string[] })[]>

function propertiesOf(
  named: readonly Head[],
  schemata: readonly string[],
): { readonly properties: Properties; readonly unused: readonly string[] } {
  const properties: Properties = {}
  const unused: string[] = []
  const headsOf = (property: string) => named.filter(h => h.property === property).map(h => h.head)
  const parts = NAMES.flatMap(headsOf)
  const names = [...headsOf('name'), ...(headsOf('name').length === 0 && parts.length > 0 ? [{ join: parts }] : [])]
  if (names.length > 0) properties['name'] = names
  for (const { head, property } of named) {
    if (property === 'name' || property === 'schema') continue
    if (property === null || !schemata.some(schema => schemaOf(schema)?.properties.has(property))) {
      if (!parts.includes(head)) unused.push(head)
    } else properties[property] = headsOf(property)
  }
  for (const [property, from] of Object.entries(properties))
    if (Array.isArray(from) && from.length === 1 && typeof from[0] === 'string') properties[property] = from[0]
  return { properties, unused }
}

// What tells rows apart: the owner's number, else the name with what is known of a birth.
function keyOf(named: readonly Head[]): readonly string[] {
  const numbered = named.find(({ head }) => KEY_HEAD.test(head.trim()))
  if (numbered) return [numbered.head]
  const telling = named.filter(({ property }) => property === 'name' || property === 'birthDate' || NAMES.includes(property ?? ''))
  return (telling.length > 0 ? telling : named).map(({ head }) => head)
}
