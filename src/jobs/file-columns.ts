import { schemaNames, schemaOf, WhoListsError } from '../model/index.ts'
import { HEADS, TYPE_WORDS } from './file-columns.tables.ts'

/** What each column of a table holds; null where nothing is taken from it. */
export type Columns = {
  readonly columns: readonly { readonly head: string; readonly property: string | null }[]
  /** Rows before the first with names: a title, and the heads. */
  readonly above: number
}

/** A row as a query entity. */
export type RowQuery = { readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> }

const NAMING: ReadonlySet<string> = new Set(['name', 'firstName', 'lastName', 'alias'])
/** Numbers that find a party without its name. */
const TELLING: ReadonlySet<string> = new Set([
  'imoNumber',
  'mmsi',
  'leiCode',
  'publicKey',
  'isin',
  'passportNumber',
  'registrationNumber',
  'idNumber',
  'swiftBic',
  'taxNumber',
])
/** What only a person has. */
const PERSONAL: ReadonlySet<string> = new Set([
  'firstName',
  'lastName',
  'middleName',
  'fatherName',
  'birthDate',
  'gender',
  'passportNumber',
  'nationality',
])

const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
const byHead = new Map(HEADS.flatMap(([property, heads]) => heads.map(head => [bare(head), property] as const)))

/** The property that says a column is not used, whatever its head. */
export const UNUSED = '-'

/** How far down the heads are looked for: files of customers often begin with a title and an empty line. */
const HEAD_ROWS = 12

/**
 * What the columns of a table hold, by their heads: those of the first row in which a column says that it holds a name or a
 * number to find a party by. Where none does, the first of the fullest rows is taken for the heads and a person has to say what
 * they mean; a table of one column is then a list of names.
 *
 * @param rows the first rows of the table
 * @param given properties by head, where the caller says so; {@link UNUSED} for a column that is not used
 * @param headless true where the first row is data already: columns then go by "Column 1", "Column 2"
 * @throws input.invalid where a property is none
 */
export function recogniseColumns(rows: readonly (readonly string[])[], given: Readonly<Record<string, string>>, headless = false): Columns {
  const said = new Map(Object.entries(given).map(([head, property]) => [bare(head), property]))
  for (const property of said.values())
    if (property !== UNUSED && !isKnown(property))
      throw new WhoListsError('input.invalid', { what: 'column', expected: 'a property such as name or birthDate', seen: property })
  const holds = (head: string) => {
    const property = said.get(bare(head)) ?? byHead.get(bare(head)) ?? null
    return property === UNUSED ? null : property
  }
  const width = Math.max(...rows.slice(0, HEAD_ROWS).map(filled), 0)
  if (headless) {
    const heads = (rows[0] ?? []).map((_, i) => `Column ${i + 1}`)
    return { columns: heads.map(head => ({ head, property: holds(head) })), above: 0 }
  }
  for (const [above, row] of rows.slice(0, HEAD_ROWS).entries()) {
    // A title above the heads fills fewer cells. Where a row above is as full, this one is data that happens to sound like a head.
    if (rows.slice(0, above).some(other => filled(other) >= filled(row))) break
    const columns = row.map(head => ({ head, property: holds(head) }))
    if (tells(columns)) return { columns, above: above + 1 }
  }
  if (width <= 1) return { columns: [{ head: '', property: 'name' }], above: 0 }
  const at = rows.findIndex(row => filled(row) === width)
  return { columns: (rows[at] ?? []).map(head => ({ head, property: holds(head) })), above: at + 1 }
}

const filled = (row: readonly string[]) => row.filter(cell => cell.trim() !== '').length

/** True where a column holds a name or a number to find a party by. */
export const tells = (columns: Columns['columns']): boolean =>
  columns.some(({ property }) => property !== null && (NAMING.has(property) || TELLING.has(property)))

const isKnown = (property: string) => property === 'schema' || schemaNames().some(name => schemaOf(name)?.properties.has(property))

/**
 * A row as a query entity, null where it names nothing to look for.
 *
 * @param schema what the rows are where no column says it
 */
export function queryOf(
  cells: readonly string[],
  { columns }: Columns,
  schema: string | null,
): { readonly query: RowQuery | null; readonly unknownType: string | null } {
  const properties: Record<string, string[]> = {}
  let type = ''
  columns.forEach(({ property }, i) => {
    const value = cells[i]?.trim() ?? ''
    if (property === null || value === '') return
    if (property === 'schema') type = value
    else properties[property] = [...(properties[property] ?? []), ...valuesIn(property, value)]
  })
  const typed = type === '' ? undefined : typeNamed(type)
  const known = typed !== undefined && (typed === 'Thing' || schemaOf(typed)?.matchable)
  const found = Object.keys(properties).some(p => NAMING.has(p) || TELLING.has(p))
  return {
    query: found ? { schema: known ? typed : (schema ?? schemaFor(properties)), properties } : null,
    unknownType: type === '' || known ? null : type,
  }
}

/** The schema that a word of a column of kinds stands for (`Individual`, `P`, `Vessel`), or undefined. */
export const typeNamed = (word: string): string | undefined =>
  TYPE_WORDS[bare(word)] ?? schemaNames().find(name => name.toLowerCase() === word.toLowerCase())

/** What a row is where nothing says it: what its fields can belong to. */
export function schemaFor(properties: Readonly<Record<string, unknown>>): string {
  const given = Object.keys(properties)
  if (given.some(p => PERSONAL.has(p))) return 'Person'
  const holder = Object.entries(HOLDERS).find(([property]) => given.includes(property))
  return holder?.[1] ?? (given.every(p => schemaOf('Thing')?.properties.has(p)) ? 'Thing' : 'LegalEntity')
}

const HOLDERS: Readonly<Record<string, string>> = { imoNumber: 'Vessel', mmsi: 'Vessel', publicKey: 'CryptoWallet', isin: 'Security' }

// Several aliases or countries in one cell stand between semicolons or bars; commas belong to names.
const valuesIn = (property: string, value: string) =>
  property === 'alias' || property === 'nationality' || property === 'country'
    ? value
        .split(/[;|]/)
        .map(v => v.trim())
        .filter(Boolean)
    : [value]
