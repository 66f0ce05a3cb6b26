import { flag, isProblem, peekSheet, readCsv, readJson, readJsonLines, readSheet, stop, toBody } from '../../intake/index.ts'
import { type FileHead, type Problem, type RawRecord, readDates, type SourceFile, schemaOf, storedDate } from '../../model/index.ts'
import { isObject } from '../rows/json-array.ts'
import { keyOf } from '../rows/records.ts'
import { columnsOf, type Mapping, type ValueFrom } from './mapping.ts'

/** One row as texts by column; a JSON list gives a column several. */
type Columns = ReadonlyMap<string, readonly string[]>

/** The form of a file that a mapping can be applied to; undefined for a page, a PDF and other things that are no table. */
export function mappedForm(head: FileHead): string | undefined {
  const book = peekSheet(head)
  if (book) return book.form
  const text = head.text.replace(/^\ufeff/, '').trimStart()
  if (text === '' || text.startsWith('<') || text.startsWith('%PDF')) return undefined
  if (text.startsWith('[')) return 'json'
  if (text.startsWith('{')) return /^\{[^\n]*\}\s*\n\s*\{/.test(text) ? 'jsonl' : 'json'
  return 'csv'
}

/** Entities of a table or a JSON file, by a mapping. Rows of one key are one entity with the values of all. */
export async function* readMapped(files: readonly SourceFile[], mapping: Mapping): AsyncGenerator<RawRecord | Problem> {
  const drafts = new Map<string, { readonly schema: string; readonly properties: Map<string, Set<string>> }>()
  for (const file of files) {
    for await (const item of rowsOf(file, mapping)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const { columns, field } = item
      const key = keyOf(...mapping.key.map(column => textOf(columns, column)))
      const schema = schemaFor(columns, mapping)
      if (key === '') yield flag('record.no-key', field, JSON.stringify([...columns]).slice(0, 200), mapping.key.join(', '))
      else if (schema === undefined) yield flag('schema.unmapped', field, textOf(columns, schemaColumn(mapping)), 'a value of the mapping')
      else {
        const draft = drafts.get(key) ?? { schema, properties: new Map<string, Set<string>>() }
        if (draft.schema !== schema)
          yield { ...flag('schema.differs', field, `${draft.schema}, ${schema}`, 'one schema a key'), record: key }
        addValues(draft.properties, columns, { mapping, schema: draft.schema })
        drafts.set(key, draft)
      }
    }
  }
  for (const [key, { schema, properties }] of drafts) {
    const sorted = [...properties].map(([name, values]) => [name, [...values].sort()] as const)
    yield { key, body: toBody({ schema, properties: Object.fromEntries(sorted) }) }
  }
}

const textOf = (columns: Columns, column: string): string => columns.get(column)?.join(' ') ?? ''
const schemaColumn = ({ schema }: Mapping): string => (typeof schema === 'string' ? '' : schema.column)

function schemaFor(columns: Columns, { schema }: Mapping): string | undefined {
  if (typeof schema === 'string') return schema
  const text = textOf(columns, schema.column)
  return Object.hasOwn(schema.values, text) ? schema.values[text] : schema.default
}

type Target = { readonly mapping: Mapping; readonly schema: string }

function addValues(into: Map<string, Set<string>>, columns: Columns, { mapping, schema }: Target): void {
  for (const [property, from] of Object.entries(mapping.properties)) {
    // A table of persons and companies has columns that only the one or the other has use for.
    const fits = schemaOf(schema)?.properties.has(property) ? property : 'notes'
    const values = into.get(fits) ?? new Set<string>()
    for (const one of Array.isArray(from) ? (from as readonly ValueFrom[]) : [from as ValueFrom])
      for (const value of valuesOf(columns, one)) values.add(fits === property ? value : `${property}: ${value}`)
    if (values.size > 0) into.set(fits, values)
  }
}

function valuesOf(columns: Columns, from: ValueFrom): readonly string[] {
  if (typeof from === 'string') return columns.get(from) ?? []
  if (from.value !== undefined) return [from.value]
  const joined = from.join
    ?.map(column => textOf(columns, column))
    .filter(text => text !== '')
    .join(from.with ?? ' ')
  const texts = joined === undefined ? (columns.get(from.column ?? '') ?? []) : joined === '' ? [] : [joined]
  const parts =
    from.split === undefined
      ? texts
      : texts.flatMap(text =>
          text
            .split(from.split ?? ';')
            .map(part => part.trim())
            .filter(part => part !== ''),
        )
  const named = parts
    .map(part => (from.values && Object.hasOwn(from.values, part) ? (from.values[part] ?? part) : part))
    .filter(part => part !== '')
  const ordered = from.order ? named.map(part => readDates(part, from.order).map(storedDate).join('; ') || part) : named
  return ordered.length > 0 || from.default === undefined ? ordered : [from.default]
}

type Item = { readonly columns: Columns; readonly field: string }

async function* rowsOf(file: SourceFile, mapping: Mapping): AsyncGenerator<Item | Problem> {
  if (file.rendition === 'json') yield* jsonRows(file, mapping)
  else if (file.rendition === 'jsonl') {
    for await (const item of readJsonLines(file))
      yield isProblem(item) ? item : { columns: flattened(item.value), field: `${file.name}:${item.line}` }
  } else yield* tableRows(file, mapping)
}

async function* tableRows(file: SourceFile, mapping: Mapping): AsyncGenerator<Item | Problem> {
  const { skip = 0, sheet, delimiter, encoding } = mapping
  const csv = { ...(delimiter === undefined ? {} : { delimiter }), ...(encoding === undefined ? {} : { encoding }) }
  let heads: readonly string[] | undefined
  let [passed, chosen] = [0, sheet]
  for await (const row of file.rendition === 'csv' ? readCsv(file, csv) : readSheet(file)) {
    if (isProblem(row)) {
      yield row
      continue
    }
    if ('sheet' in row && typeof row.sheet === 'string') {
      chosen ??= row.sheet
      if (row.sheet !== chosen) continue
    }
    if (passed < skip) {
      passed++
      continue
    }
    if (!heads) {
      heads = row.cells.map(cell => cell.trim())
      yield* headProblems(heads, mapping, String(row.line))
      continue
    }
    const columns = heads.flatMap((head, i) => {
      const text = (row.cells[i] ?? '').trim()
      return text === '' ? [] : [[head, [text]] as const]
    })
    if (columns.length > 0) yield { columns: new Map(columns), field: `${file.name}:${row.line}` }
  }
  if (!heads) yield stop('table.head-missing', file.name, chosen ?? '', columnsOf(mapping).join(', '))
}

function* headProblems(heads: readonly string[], mapping: Mapping, field: string): Generator<Problem> {
  const read = columnsOf(mapping)
  for (const column of read) if (!heads.includes(column)) yield stop('table.head-missing', field, heads.join(' | '), column)
  for (const head of heads)
    if (head !== '' && !read.includes(head) && !mapping.ignore?.includes(head))
      yield flag('column.unmapped', field, head, 'a column of the mapping, or of its ignore')
}

async function* jsonRows(file: SourceFile, mapping: Mapping): AsyncGenerator<Item | Problem> {
  const read = await readJson(file)
  if (isProblem(read)) {
    yield read
    return
  }
  const list = (mapping.at?.split('.') ?? []).reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), read.value)
  if (!Array.isArray(list)) {
    yield stop('json.not-a-list', mapping.at ?? file.name, JSON.stringify(list ?? read.value).slice(0, 120), 'a list of records')
    return
  }
  const read2 = new Set([...columnsOf(mapping), ...(mapping.ignore ?? [])])
  const told = new Set<string>()
  for (const [i, object] of list.entries()) {
    const columns = flattened(object)
    for (const column of columns.keys()) {
      if (read2.has(column) || told.has(column)) continue
      told.add(column)
      yield flag('column.unmapped', `[${i}]`, column, 'a column of the mapping, or of its ignore')
    }
    yield { columns, field: `[${i}]` }
  }
}

// Members of members as `address.city`; a list gives one column several values.
function flattened(value: unknown, path = '', into = new Map<string, string[]>()): Map<string, string[]> {
  if (Array.isArray(value)) for (const one of value) flattened(one, path, into)
  else if (isObject(value))
    for (const [name, inner] of Object.entries(value)) flattened(inner, path === '' ? name : `${path}.${name}`, into)
  else {
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
    if (text !== '') into.set(path, [...(into.get(path) ?? []), text])
  }
  return into
}
