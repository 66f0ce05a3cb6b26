import { Cursor, firstRows, flag, hasHeads, isProblem, lettersOf, note, readCsv, stop, withHeads } from '../../intake/index.ts'
import {
  type Designation,
  type FileHead,
  type PartialDate,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const TABS = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'Expiration_Date',
  'Standard_Order',
  'Last_Update',
  'Action',
  'FR_Citation',
]
/** Columns of the export that the page of 2025 offers, by their letters alone, and what each is in the older file. */
const PAGE: Readonly<Record<string, string>> = {
  nameandaddress: 'Name_And_Address',
  effectivedate: 'Effective_Date',
  beginningdate: 'Effective_Date',
  expirationdate: 'Expiration_Date',
  endingdate: 'Expiration_Date',
  typeofdenial: 'Type_Of_Denial',
  appropriatefederalregistercitations: 'FR_Citation',
}
/** What may follow the comma inside a name. */
const LEGAL_FORM = /^\s*(?:inc|llc|ltd|jr|sr|s\.?a|s\.?l|co|corp|lp|iii?|iv|gmbh|limited)\b\.?/i

/** The tab separated file of the Bureau, or the export of its page. */
export function recogniseDenied({ text }: FileHead): Recognised | undefined {
  if (hasHeads(firstRows(text, 1, '\t')[0], ['Name', 'Effective_Date', 'Standard_Order', 'FR_Citation']))
    return { source: 'us-bis-dpl', part: 'main', rendition: 'csv' }
  if (hasHeads(firstRows(text, 1)[0], ['Name and Address', 'Type of Denial']))
    return { source: 'us-bis-dpl', part: 'main', rendition: 'csv-page' }
  return undefined
}

/** Denied persons under their names, each with all its orders and addresses: the file repeats a name for each of them. */
export async function* readDenied(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(persons(files))
}

type Order = Readonly<Record<string, string>>

async function* persons(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  const byKey = new Map<string, { readonly rows: Map<string, Order>; readonly field: string }>()
  for (const file of files) {
    const page = file.rendition === 'csv-page'
    const rows = page ? pageRows(file) : withHeads(readCsv(file, { delimiter: '\t' }), TABS)
    for await (const row of rows) {
      if (isProblem(row)) {
        yield row
        continue
      }
      const order = Object.fromEntries(Object.entries(row.cells).map(([head, cell]) => [head, cell.replace(/\s+/g, ' ').trim()]))
      const key = keyOf(order['Name'] ?? '')
      const known = byKey.get(key) ?? { rows: new Map<string, Order>(), field: String(row.line) }
      known.rows.set(JSON.stringify(order), order)
      byKey.set(key, known)
    }
  }
  for (const [key, { rows, field }] of byKey) yield { key, value: { orders: [...rows.keys()].sort().map(row => rows.get(row)) }, field }
}

async function* pageRows(file: SourceFile): AsyncGenerator<{ readonly line: number; readonly cells: Order } | Problem> {
  for await (const row of withHeads(readCsv(file))) {
    if (isProblem(row)) {
      yield row
      continue
    }
    const cells: Record<string, string> = {}
    for (const [head, cell] of Object.entries(row.cells)) {
      const name = PAGE[lettersOf(head)]
      if (name === undefined) yield { ...flag('table.head-unknown', head, cell.slice(0, 100)), severity: 'stop' }
      else cells[name] = cell
    }
    const lacking = Object.values(PAGE).find(name => cells[name] === undefined)
    if (lacking !== undefined) {
      yield stop('table.head-missing', String(row.line), Object.keys(row.cells).join(' | '), lacking)
      return
    }
    const { Name_And_Address: whole = '', ...rest } = cells
    const [Name, Street_Address] = nameAndAddress(whole)
    yield { line: row.line, cells: { ...rest, Name, Street_Address } }
  }
}

/** Name and address of one cell, parted at the first comma that no legal form follows: `Specimen Exports, Inc., 2 Example Street`. */
export function nameAndAddress(cell: string): readonly [string, string] {
  const parts = cell.split(',')
  let last = 1
  while (last < parts.length && LEGAL_FORM.test(parts[last] ?? '')) last++
  return [parts.slice(0, last).join(',').trim(), parts.slice(last).join(',').trim()]
}

/** The reading of one name: an address and a designation for each of its orders; an order ends on its day of expiry. */
export function parseDenied(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`us-bis-dpl:${raw.key}`, 'LegalEntity')
  const problems: Problem[] = []
  const designations = new Map<string, Designation>()
  for (const order of record.children('orders')) {
    addName(party, order)
    addAddress(party, order)
    for (const [path, words] of NOTES) addNote(party, order, path, words)
    const listing = {
      field: order.fieldOf('Effective_Date'),
      ...dated('from', order, 'Effective_Date', problems),
      ...dated('to', order, 'Expiration_Date', problems),
    }
    const standard = order.takeLeaf('Standard_Order')
    if (standard && !/^[YN]$/i.test(standard.text)) problems.push(flag('order.unknown', standard.field, standard.text, 'Y or N'))
    if (standard) party.addClean('notes', `Standard order: ${standard.text}`, standard.text, standard.field)
    const { designation, problems: unknown } = designate(party, [programmes, 'Denied Persons List', 'us-bis-dpl'], listing)
    designations.set(`${listing.from?.earliest} ${listing.to?.earliest}`, designation)
    problems.push(...unknown)
  }
  if (designations.size > 1)
    problems.push(note('record.several-orders', 'Effective_Date', [...designations.keys()].join('; '), 'one order'))
  return readingOf(raw.key, record, [party], { designations: [...designations.values()], problems })
}

const NOTES: readonly (readonly [string, string])[] = [
  ['Action', 'Action'],
  ['FR_Citation', 'Federal Register'],
  ['Type_Of_Denial', 'Type of denial'],
]

function addNote(party: PartyBuilder, order: Cursor, path: string, words: string): void {
  const leaf = order.takeLeaf(path)
  if (leaf) party.addClean('notes', `${words}: ${leaf.text}`, leaf.text, leaf.field)
}

function addName(party: PartyBuilder, order: Cursor): void {
  const leaf = order.takeLeaf('Name')
  if (!leaf) return
  const other = /\(\s*a\.?k\.?a\.?\s+([^)]+)\)/i.exec(leaf.text)
  party.add('name', other ? leaf.text.replace(other[0], ' ').replace(/\s+/g, ' ') : leaf.text, leaf.field)
  party.add('alias', other?.[1], leaf.field)
  const updated = order.takeLeaf('Last_Update')
  if (updated) party.add('modifiedAt', updated.text, updated.field)
}

function addAddress(party: PartyBuilder, order: Cursor): void {
  const parts = ['Street_Address', 'City', 'State', 'Postal_Code'].map(path => order.takeLeaf(path)?.text ?? '')
  const country = order.takeLeaf('Country')
  const whole = [...parts, country?.text ?? ''].filter(part => part !== '').join(', ')
  party.add('address', whole, order.fieldOf('Street_Address'))
  if (country) party.add('country', country.text, country.field)
}

function dated(name: 'from' | 'to', order: Cursor, path: string, problems: Problem[]): Partial<Record<'from' | 'to', PartialDate>> {
  const leaf = order.takeLeaf(path)
  if (!leaf) return {}
  const [date] = readDates(leaf.text, 'mdy')
  if (date) return { [name]: date }
  problems.push(flag('date.unreadable', leaf.field, leaf.text, 'mm/dd/yyyy'))
  return {}
}
