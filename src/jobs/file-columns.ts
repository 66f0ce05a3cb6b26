import { schemaNames, schemaOf, WhoListsError } from '../model/index.ts'
import { HEADS, TYPE_WORDS } from './file-columns.tables.ts'

/** What each column of a table holds; null where nothing is taken from it. */
export type Columns = {
  readonly columns: readonly { readonly head: string; readonly property: string | null }[]
  readonly headless: boolean
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

/**
 * What the columns of a table hold, by their heads. A table of one column without a known head is a list of names.
 *
 * @param first the first row
 * @param given heads by property, where the caller says so
 * @throws input.invalid where no column holds a name or a number to find a party by
 */
export function recogniseColumns(file: string, first: readonly string[], given: Readonly<Record<string, string>>): Columns {
  const said = new Map(Object.entries(given).map(([property, head]) => [bare(head), property]))
  for (const property of said.values())
    if (!isKnown(property))
      throw new WhoListsError('input.invalid', { what: 'column', expected: 'a property such as name or birthDate', seen: property })
  const columns = first.map(head => ({ head, property: said.get(bare(head)) ?? byHead.get(bare(head)) ?? null }))
  const found = new Set(columns.map(c => c.property))
  if ([...found].some(p => p !== null && (NAMING.has(p) || TELLING.has(p)))) return { columns, headless: false }
  if (first.length === 1) return { columns: [{ head: '', property: 'name' }], headless: true }
  throw new WhoListsError('input.invalid', {
    what: `the heads of ${file}`,
    expected: 'a column "name"',
    seen: first.join(', ').slice(0, 200),
  })
}

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
  const typed = type === '' ? undefined : (TYPE_WORDS[bare(type)] ?? schemaNames().find(name => name.toLowerCase() === type.toLowerCase()))
  const known = typed !== undefined && (typed === 'Thing' || schemaOf(typed)?.matchable)
  const found = Object.keys(properties).some(p => NAMING.has(p) || TELLING.has(p))
  return {
    query: found ? { schema: known ? typed : (schema ?? schemaFor(properties)), properties } : null,
    unknownType: type === '' || known ? null : type,
  }
}

// What a row is where nothing says it: what its fields can belong to.
function schemaFor(properties: Readonly<Record<string, unknown>>): string {
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
