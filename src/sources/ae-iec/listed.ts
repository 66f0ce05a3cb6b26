import { Cursor, flag, isProblem, peekSheet, readCsv, readSheet, stop } from '../../intake/index.ts'
import {
  cleanCountry,
  type FileHead,
  isA,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  readNationality,
  type SourceFile,
  storedDate,
} from '../../model/index.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { COLUMNS, DELISTED_SHEET, NOTHING, PAPERS } from './columns.tables.ts'
import programmes from './programmes.json' with { type: 'json' }
import resolutions from './resolutions.json' with { type: 'json' }

const PERSON = 'شخص إرهابي'
const RESOLUTIONS: Readonly<Record<string, string>> = resolutions

/** The workbook, or one of its sheets as CSV: a title that names the local list of terrorism. */
export function recogniseListed(head: FileHead): Recognised | undefined {
  const book = peekSheet(head)
  if (book) {
    const own = /قائمة الإرهاب المحلية|رفع الإدراج|شخص إرهابي|كيان إرهابي/u.test(book.words)
    return own ? { source: 'ae-iec', part: 'main', rendition: book.form } : undefined
  }
  return /^[^\n]*قائمة الإرهاب المحلية/u.test(head.text) && head.text.includes('التصنيف')
    ? { source: 'ae-iec', part: 'main', rendition: 'csv' }
    : undefined
}

/** Parties under their Arabic name and birth date: the number in the first column is a position. */
export async function* readListed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(parties(files))
}

async function* parties(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    let heads: readonly string[] | undefined
    let sheet = ''
    const rows = file.rendition === 'csv' ? readCsv(file) : readSheet(file)
    let found = false
    for await (const row of rows) {
      if (isProblem(row)) {
        yield row
        continue
      }
      const name = 'sheet' in row && typeof row.sheet === 'string' ? row.sheet : ''
      if (name !== sheet) heads = undefined
      sheet = name
      const field = name === '' ? String(row.line) : `${name}:${row.line}`
      if (row.cells.some(cell => cell.trim() === '#')) {
        heads = row.cells.map(cell => cell.replace(/\s+/gu, ''))
        found = true
        const strange = heads.find(head => head !== '' && COLUMNS[head] === undefined)
        const there = new Set(heads.map(head => COLUMNS[head]))
        const lacking = NEEDED.find(name => !there.has(name))
        if (lacking !== undefined) yield stop('table.head-missing', field, heads.join(' | '), lacking)
        if (strange !== undefined) yield stop('table.head-unknown', field, strange, Object.keys(COLUMNS).join(', '))
      } else if (heads) yield* record({ cells: row.cells, heads, delisted: DELISTED_SHEET.test(sheet), field })
    }
    if (!found) yield stop('table.head-missing', file.name, '', 'a row that begins with #')
  }
}

/** What every sheet tells of a party. */
const NEEDED = ['category', 'nameArabic', 'basis']

type Line = { readonly cells: readonly string[]; readonly heads: readonly string[]; readonly delisted: boolean; readonly field: string }

function* record({ cells, heads, delisted, field }: Line): Generator<Keyed | Problem> {
  const value: Record<string, string> = {}
  for (const [i, head] of heads.entries()) {
    const text = (cells[i] ?? '')
      .split('\n')
      .map(line => line.replace(/\s+/gu, ' ').trim())
      .join('\n')
      .trim()
    const name = COLUMNS[head] ?? head
    if (text !== '' && !NOTHING.has(text) && name !== 'number') value[name] = value[name] ? `${value[name]}\n${text}` : text
  }
  if (Object.keys(value).length === 0) return
  const name = value['nameArabic'] ?? value['nameLatin'] ?? ''
  yield { key: keyOf(name, value['birthDate'] ?? ''), value: { ...value, ...(delisted ? { sheet: 'delisted' } : {}) }, field }
}

/** The reading of one party; one on a sheet of removals is delisted by the resolution that is named there. */
export function parseListed(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const category = record.take('category')
  const party = partyBuilder(`ae-iec:${raw.key}`, category === PERSON || record.peek('birthDate') !== '' ? 'Person' : 'Organization')
  const problems: Problem[] = []
  addNames(party, record)
  addBirth(party, record, problems)
  addNationality(party, record, problems)
  addPlace(party, record)
  addPapers(party, record, problems)
  const basis = acts(party, record.takeLeaf('basis'))
  const ending = acts(party, record.takeLeaf('delisting'))
  const delisted = record.take('sheet') === 'delisted' || ending.stated
  const { designation, problems: unknown } = designate(party, [programmes, category, 'ae-local'], {
    field: 'category',
    status: delisted ? 'delisted' : 'listed',
    instruments: basis.instruments,
    ...(ending.instruments.length > 0 ? { endInstruments: ending.instruments } : {}),
    ...(basis.date ? { from: basis.date } : {}),
    ...(ending.date ? { to: ending.date } : {}),
    ...(basis.text ? { grounds: basis.text } : {}),
  })
  const listing = designation.programme === '' ? { ...designation, programme: 'قائمة الإرهاب المحلية' } : designation
  return readingOf(raw.key, record, [party], { designations: [listing], problems: [...problems, ...unknown] })
}

function addNames(party: PartyBuilder, record: Cursor): void {
  for (const [path, lang, as] of [
    ['nameLatin', undefined, 'name'],
    ['nameArabic', 'ar', 'name'],
    ['knownAs', 'ar', 'alias'],
  ] as const) {
    const leaf = record.takeLeaf(path)
    // Names by which a party is known may have a nickname in brackets after them.
    const bracket = /^(.*\S)\s*\(([^()]+)\)$/su.exec(leaf?.text ?? '')
    if (leaf) party.add(as, bracket?.[1] ?? leaf.text, leaf.field, lang ? { lang } : {})
    if (leaf && bracket) party.add('alias', bracket[2], leaf.field, lang ? { lang } : {})
  }
  for (const path of ['surnameArabic', 'surnameLatin']) {
    const leaf = record.takeLeaf(path)
    if (leaf) party.add(isA(party.schema, 'Person') ? 'lastName' : 'alias', leaf.text, leaf.field)
  }
}

function addBirth(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  const leaf = record.takeLeaf('birthDate')
  if (leaf) {
    const dates = leaf.text.split(/\n|\s+و\s+|\s*;\s*/u).flatMap(text => readDates(text, 'dmy'))
    if (dates.length === 0) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'dd-mm-yyyy'))
    const property = isA(party.schema, 'Person') ? 'birthDate' : 'incorporationDate'
    for (const date of dates) party.addClean(property, storedDate(date), leaf.text, leaf.field)
  }
  const place = record.takeLeaf('birthPlace')
  if (!place) return
  party.add(isA(party.schema, 'Person') ? 'birthPlace' : 'address', place.text, place.field)
  const country = place.text
    .split(/\s*[-،(]\s*/u)
    .map(part => cleanCountry(part.replace(/\)$/, '')))
    .find(code => code !== undefined)
  if (country) party.addClean(isA(party.schema, 'Person') ? 'birthCountry' : 'country', country, place.text, place.field)
}

// `الحالية: السويد السابقة: ليبيريا`: present and former nationality.
function addNationality(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  const leaf = record.takeLeaf('nationality')
  if (!leaf) return
  const property = isA(party.schema, 'Person') ? 'nationality' : 'country'
  const both = /^الحالية:\s*(.+?)\s*السابقة:\s*(.+)$/su.exec(leaf.text)
  const present = readNationality(both?.[1] ?? leaf.text)?.present ?? []
  const former = both?.[2] ? (readNationality(both[2])?.present ?? []) : []
  if (present.length === 0) problems.push(flag('country.unknown', leaf.field, leaf.text, 'a State'))
  for (const code of present) party.addClean(property, code, leaf.text, leaf.field)
  for (const code of former) party.addClean('country', code, leaf.text, leaf.field)
  if (both || present.length === 0) party.add('notes', leaf.text, leaf.field)
}

function addPlace(party: PartyBuilder, record: Cursor): void {
  const parts = ['street', 'city', 'country'].map(path => record.takeLeaf(path)?.text ?? '').filter(part => part !== '')
  if (parts.length === 0) return
  party.add('address', parts.join('، '), 'street')
  const country = cleanCountry(parts.at(-1) ?? '')
  if (country) party.addClean('country', country, parts.at(-1) ?? '', 'country')
}

// A cell may hold a number for each of several States: `تركي رقم: U90171753`.
function addPapers(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  const kind = record.takeLeaf('documentType')
  const numbers = record.takeLeaf('documentNumber')
  const property = PAPERS[kind?.text.replace(/\s+/gu, '') ?? '']
  if (kind && property === undefined) problems.push(flag('document.unknown', kind.field, kind.text, Object.keys(PAPERS).join(', ')))
  for (const line of numbers?.text.split('\n') ?? []) {
    const number = line.replace(/^.*رقم\s*:\s*/u, '').trim()
    const fits = property && (isA(party.schema, 'Person') || property !== 'passportNumber')
    party.add(fits ? property : 'idNumber', number, numbers?.field ?? 'documentNumber')
  }
  const words = ['issuer', 'issued', 'expires'].flatMap(path => record.takeLeaf(path)?.text ?? [])
  if (kind || words.length > 0)
    party.addClean(
      'notes',
      [kind?.text, numbers?.text, ...words].filter(Boolean).join(', '),
      kind?.text ?? words.join(', '),
      kind?.field ?? 'issuer',
    )
}

type Acts = {
  readonly stated: boolean
  readonly text?: string
  readonly instruments: readonly string[]
  readonly date?: NonNullable<ReturnType<typeof readDates>[number]>
}

// `مدرج بموجب قرار مجلس الوزراء رقم (18) لسنة 2017`: number and year of the resolution; a date only where one is written.
function acts(party: PartyBuilder, leaf: { readonly field: string; readonly text: string } | undefined): Acts {
  if (!leaf) return { stated: false, instruments: [] }
  party.add('notes', leaf.text, leaf.field)
  const number = /رقم\s*\(?\s*(\d+)[^\d]*?لسنة\s*(\d{4})/u.exec(leaf.text)
  const instrument = number ? RESOLUTIONS[`${number[1]}/${number[2]}`] : undefined
  const day = /(\d{1,2}[/-]\d{1,2}[/-]\d{4})/.exec(leaf.text)?.[1]
  // Without a day the year of the resolution is what is known.
  const [date] = day ? readDates(day, 'dmy') : number?.[2] ? readDates(number[2]) : []
  return { stated: true, text: leaf.text, instruments: instrument ? [instrument] : [], ...(date ? { date } : {}) }
}
