import { isA, schemaOf, WhoListsError } from '../../model/index.ts'

/** Where the values of a property come from. A text alone is the name of a column. */
export type ValueFrom =
  | string
  | {
      /** One column, or several whose texts are joined. */
      readonly column?: string
      readonly join?: readonly string[]
      /** What stands between joined texts; a blank where absent. */
      readonly with?: string
      /** What parts several values in one cell. */
      readonly split?: string
      /** Texts of the column and what each stands for. */
      readonly values?: Readonly<Record<string, string>>
      /** The value where the column is empty. */
      readonly default?: string
      /** A value that every record has. */
      readonly value?: string
      /** How dates are written where numbers are parted by slashes. */
      readonly order?: 'dmy' | 'mdy'
    }

/** How the rows of a table, or the objects of a JSON file, become entities: the content of a mapping file. */
export type Mapping = {
  /** A schema, or a column that tells it. */
  readonly schema: string | { readonly column: string; readonly values: Readonly<Record<string, string>>; readonly default?: string }
  /** Columns that together make the key; rows of one key are one entity. */
  readonly key: readonly string[]
  readonly properties: Readonly<Record<string, ValueFrom | readonly ValueFrom[]>>
  /** Columns that say nothing of the party. */
  readonly ignore?: readonly string[]
  /** The sheet of a workbook; the first where absent. */
  readonly sheet?: string
  /** Rows above the one with the heads. */
  readonly skip?: number
  /** What parts the cells of a table of text; a comma where absent. */
  readonly delimiter?: string
  readonly encoding?: string
  /** Where the list of records stands in a JSON file: `data.items`; the whole file where absent. */
  readonly at?: string
}

const MEMBERS = ['schema', 'key', 'properties', 'ignore', 'sheet', 'skip', 'delimiter', 'encoding', 'at']
const VALUE_MEMBERS = ['column', 'join', 'with', 'split', 'values', 'default', 'value', 'order']

/**
 * The mapping in the text of a mapping file.
 *
 * @throws WhoListsError input.invalid which names the first mistake
 */
export function readMapping(text: string): Mapping {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw wrong('a JSON file', error instanceof Error ? error.message : String(error))
  }
  if (!isObject(value)) throw wrong('an object', JSON.stringify(value))
  const strange = Object.keys(value).find(name => !MEMBERS.includes(name))
  if (strange) throw wrong(`members among ${MEMBERS.join(', ')}`, strange)
  const { key, properties, ignore } = value
  if (!isTexts(key) || key.length === 0) throw wrong('key: a list of columns', JSON.stringify(key) ?? 'nothing')
  if (ignore !== undefined && !isTexts(ignore)) throw wrong('ignore: a list of columns', JSON.stringify(ignore))
  if (!isObject(properties) || Object.keys(properties).length === 0)
    throw wrong('properties: an object', JSON.stringify(properties) ?? 'nothing')
  const schemata = schemataOf(value['schema'])
  for (const [property, from] of Object.entries(properties)) {
    const lacking = schemata.find(schema => !schemaOf(schema)?.properties.has(property))
    if (lacking && !schemata.some(schema => schemaOf(schema)?.properties.has(property)))
      throw wrong(`properties of ${schemata.join(', ')}`, property)
    for (const one of Array.isArray(from) ? from : [from]) checkValue(property, one)
  }
  return value as Mapping
}

function schemataOf(schema: unknown): readonly string[] {
  const named =
    typeof schema === 'string'
      ? [schema]
      : isObject(schema) && typeof schema['column'] === 'string' && isObject(schema['values'])
        ? [...Object.values(schema['values']), ...(schema['default'] === undefined ? [] : [schema['default']])]
        : undefined
  if (!named) throw wrong('schema: a schema, or {column, values}', JSON.stringify(schema) ?? 'nothing')
  for (const name of named)
    if (typeof name !== 'string' || !isA(name, 'Thing') || schemaOf(name)?.abstract)
      throw wrong('a schema of FollowTheMoney', JSON.stringify(name))
  return named.map(String)
}

function checkValue(property: string, from: unknown): void {
  if (typeof from === 'string') return
  if (!isObject(from)) throw wrong(`${property}: a column, or an object`, JSON.stringify(from))
  const strange = Object.keys(from).find(name => !VALUE_MEMBERS.includes(name))
  if (strange) throw wrong(`${property}: members among ${VALUE_MEMBERS.join(', ')}`, strange)
  const sources = ['column', 'join', 'value'].filter(name => from[name] !== undefined)
  if (sources.length !== 1) throw wrong(`${property}: one of column, join and value`, sources.join(', ') || 'none')
  if (from['join'] !== undefined && !isTexts(from['join']))
    throw wrong(`${property}: join: a list of columns`, JSON.stringify(from['join']))
  if (from['order'] !== undefined && from['order'] !== 'dmy' && from['order'] !== 'mdy')
    throw wrong(`${property}: order: dmy or mdy`, JSON.stringify(from['order']))
}

/** Every column that a mapping reads. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const values = Object.values(mapping.properties).flatMap(from =>
    Array.isArray(from) ? (from as readonly ValueFrom[]) : [from as ValueFrom],
  )
  const ofValues = values.flatMap(from =>
    typeof from === 'string' ? [from] : [...(from.column ? [from.column] : []), ...(from.join ?? [])],
  )
  return [...new Set([...mapping.key, ...(typeof mapping.schema === 'string' ? [] : [mapping.schema.column]), ...ofValues])]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(one => typeof one === 'string')
const wrong = (expected: string, seen: string) =>
  new WhoListsError('input.invalid', { what: 'The mapping file', expected, seen: seen.slice(0, 200) })
