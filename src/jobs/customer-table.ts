import { createHash } from 'node:crypto'
import { isProblem, type Row, readCsv, readSheet } from '../intake/index.ts'
import { type SourceFile, schemaOf, WhoListsError } from '../model/index.ts'

/** A table of customers: its columns with what they hold, and its rows as query entities. */
export type CustomerTable = {
  readonly columns: readonly { readonly head: string; readonly property: string | null }[]
  readonly rows: readonly CustomerRow[]
}

/** One row as a query entity; `row` counts lines of the table from 1, the heads being line 1. */
export type CustomerRow = {
  readonly row: number
  readonly name: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** What the heads of customer tables are called, by the property they hold. The first that fits counts. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [
    /^(full ?)?name$|^(customer|client|party|entity|company|legal|account|beneficiary)( full)? name$|^caption$|^наименование$|^фио$|^имя$|^الاسم$|^nom( complet)?$|^nombre( completo)?$/,
    'name',
  ],
  [/^(first|given) ?names?$|^forenames?$|^prénom$|^vorname$/, 'firstName'],
  [/^(middle|second) ?names?$|^patronymic$|^отчество$/, 'middleName'],
  [/^(last|family) ?names?$|^surname$|^фамилия$|^nachname$/, 'lastName'],
  [/^alias(es)?$|^aka$|^a k a$|^other names?$/, 'alias'],
  [/^birth ?date$|^date of birth$|^d ?o ?b$|^born$|^geburtsdatum$|^дата рождения$/, 'birthDate'],
  [/^nationality$|^citizenship$|^country( of (residence|birth))?( code)?$|^jurisdiction$|^гражданство$|^страна$/, 'country'],
  [/^gender$|^sex$|^пол$/, 'gender'],
  [/^passport( (no|number|nr))?$/, 'passportNumber'],
  [/^(national )?id( (no|number|nr))?$|^identity (card|document)( number)?$/, 'idNumber'],
  [/^(company |business )?(registration|reg|company) (no|number|nr)$/, 'registrationNumber'],
  [/^tax( id| no| number)?$|^vat( no| number)?$|^tin$/, 'taxNumber'],
  [/^imo( number)?$/, 'imoNumber'],
  [/^lei( code)?$/, 'leiCode'],
  [/^wallet( address)?$|^public ?key$|^crypto(currency)? address$/, 'publicKey'],
  [/^address$|^street address$|^адрес$/, 'address'],
  [/^schema$|^(entity |party |customer )?type$|^kind$/, 'schema'],
]

const KINDS: Readonly<Record<string, string>> = {
  person: 'Person',
  individual: 'Person',
  natural: 'Person',
  p: 'Person',
  i: 'Person',
  физлицо: 'Person',
  company: 'Company',
  business: 'Company',
  corporate: 'Company',
  organisation: 'Organization',
  organization: 'Organization',
  entity: 'LegalEntity',
  legal: 'LegalEntity',
  c: 'Company',
  юрлицо: 'Company',
  vessel: 'Vessel',
  ship: 'Vessel',
  aircraft: 'Airplane',
  airplane: 'Airplane',
  wallet: 'CryptoWallet',
}

/** The property a head names, or null where it is none that can be compared. */
export function propertyOfHead(head: string): string | null {
  const plain = head
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\-.:/()*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return HEADS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/**
 * Reads a table of customers (CSV with commas, semicolons or tabs; XLSX; ODS), its first row the heads.
 *
 * @param given `property` to `head` for columns whose head does not say what they hold
 * @param schema what rows are where no column says so; Thing by default
 * @throws input.invalid where the file is no table, or no column holds a name or number
 */
export async function readCustomers(
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  given: Readonly<Record<string, string>> = {},
  schema = 'Thing',
): Promise<CustomerTable> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.bytes) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const [heads, ...rows] = await tableRows(file.name, bytes)
  if (!heads) throw refused(file.name, 'a table with heads in its first row', 'an empty file')
  const columns = heads.cells.map(head => ({
    head,
    property: Object.entries(given).find(([, h]) => h === head)?.[0] ?? propertyOfHead(head),
  }))
  if (!columns.some(c => c.property !== null && c.property !== 'schema'))
    throw refused(file.name, 'a column such as "name"', heads.cells.join(', '))
  return { columns, rows: rows.map(row => customer(row, columns, schema)) }
}

const refused = (name: string, expected: string, seen: string) =>
  new WhoListsError('input.invalid', { what: `the table ${name}`, expected, seen: seen.slice(0, 200) })

async function tableRows(name: string, bytes: Buffer): Promise<readonly Row[]> {
  const workbook = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const file: SourceFile = {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    part: 'main',
    rendition: workbook ? 'sheet' : 'csv',
    open: () => once(bytes),
  }
  const rows: Row[] = []
  let sheet: string | undefined
  for await (const item of workbook ? readSheet(file) : readCsv(file, { delimiter: delimiterOf(bytes) })) {
    if (isProblem(item)) throw refused(name, item.expected ?? 'a table', item.seen || item.code)
    const inSheet = 'sheet' in item ? String(item.sheet) : undefined
    sheet ??= inSheet
    if (inSheet === sheet) rows.push(item)
  }
  return rows
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}

// The mark that parts the first line into most cells.
function delimiterOf(bytes: Buffer): string {
  const line =
    bytes
      .subarray(0, 64 * 1024)
      .toString('utf8')
      .split(/\r?\n/)[0] ?? ''
  const counts = [',', ';', '\t', '|'].map(mark => [mark, line.split(mark).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

function customer(row: Row, columns: CustomerTable['columns'], fallback: string): CustomerRow {
  const properties: Record<string, string[]> = {}
  let schema = fallback
  columns.forEach(({ property }, i) => {
    const text = row.cells[i]?.trim() ?? ''
    if (property === null || text === '') return
    if (property === 'schema') schema = schemaOf(text)?.name ?? KINDS[text.toLowerCase()] ?? fallback
    else (properties[property] ??= []).push(text)
  })
  const name =
    properties['name']?.[0] ?? [properties['firstName'], properties['middleName'], properties['lastName']].flat().filter(Boolean).join(' ')
  return { row: row.line, name, schema, properties }
}
