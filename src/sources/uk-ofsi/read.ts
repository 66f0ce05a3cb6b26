import type { Row } from '../../intake/index.ts'
import { firstRows, hasHeads, isProblem, readCsv, readSheet, stop, withHeads } from '../../intake/index.ts'
import { type FileHead, isDay, type Problem, type RawRecord, type Recognised, type SourceFile, startOfDay } from '../../model/index.ts'
import { type Columns, gatherRows } from '../uk-list/entries.ts'

const NAMES: Columns = {
  'Name 6': 'name.6',
  'Name 1': 'name.1',
  'Name 2': 'name.2',
  'Name 3': 'name.3',
  'Name 4': 'name.4',
  'Name 5': 'name.5',
}
const COMMON: Columns = {
  ...NAMES,
  Title: 'title',
  DOB: 'dob',
  'Town of Birth': 'birth.town',
  'Country of Birth': 'birth.country',
  Nationality: 'nationality',
  Position: 'position',
  'Address 1': 'address.line1',
  'Address 2': 'address.line2',
  'Address 3': 'address.line3',
  'Address 4': 'address.line4',
  'Address 5': 'address.line5',
  'Address 6': 'address.line6',
  'Post/Zip Code': 'address.postcode',
  Country: 'address.country',
  'Other Information': 'other',
  'Group Type': 'type',
  'Alias Type': 'name.type',
  Regime: 'listing.regime',
  'Listed On': 'listing.listedOn',
  'Last Updated': 'listing.updated',
  'Group ID': '',
}
/** Columns up to 2020. */
const OLD: Columns = { ...COMMON, 'Passport Details': 'passport.number', 'NI Number': 'nationalId.number' }
/** Columns since then. */
const NEW: Columns = {
  ...COMMON,
  'Name Non-Latin Script': 'script.text',
  'Non-Latin Script Type': 'script.type',
  'Non-Latin Script Language': 'script.lang',
  'Passport Number': 'passport.number',
  'Passport Details': 'passport.info',
  'National Identification Number': 'nationalId.number',
  'National Identification Details': 'nationalId.info',
  'Alias Quality': 'name.strength',
  'UK Sanctions List Date Designated': 'listing.designated',
}

const FIRST = /^\ufeff?"?Last Updated"?,"?(\d{2})\/(\d{2})\/(\d{4})/

/**
 * What a file of the consolidated list is, in CSV or as a workbook.
 *
 * @source the first line, `Last Updated,dd/mm/yyyy`. A workbook is packed; it is known by its name, and `read` checks its first rows.
 */
export function recogniseConList(head: FileHead): Recognised | undefined {
  const [, day, month, year] = FIRST.exec(head.text) ?? []
  const text = `${year}-${month}-${day}`
  if (year && hasHeads(firstRows(head.text, 2)[1], TELLING_HEADS))
    return { source: 'uk-ofsi', part: 'main', rendition: 'csv', ...(isDay(text) ? { published: startOfDay(text) } : {}) }
  const packed = head.bytes[0] === 0x50 && head.bytes[1] === 0x4b
  return packed && /conlist/i.test(head.path) ? { source: 'uk-ofsi', part: 'main', rendition: 'xlsx' } : undefined
}

/** Heads that no other table has together. */
const TELLING_HEADS = ['Name 6', 'Name 1', 'Group Type', 'Group ID']

/** The groups of the list under their Group ID. A row is one combination of a group's names, addresses and birth dates. */
export async function* readConList(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    const rows = file.rendition === 'xlsx' ? readSheet(file) : readCsv(file, { encoding: 'windows-1252' })
    const { columns, rest } = await pastFirstLine(rows, file)
    yield* gatherRows(withHeads(rest, Object.keys(columns)), columns)
  }
}

// The first line is a day; the second the heads, by which the form is known.
async function pastFirstLine(
  rows: AsyncGenerator<Row | Problem>,
  file: SourceFile,
): Promise<{ columns: Columns; rest: AsyncGenerator<Row | Problem> }> {
  const before: (Row | Problem)[] = []
  let columns = NEW
  while (true) {
    const { value, done } = await rows.next()
    if (done) break
    if (isProblem(value)) {
      before.push(value)
      if (value.severity === 'stop') break
      continue
    }
    if (value.cells[0]?.trim() === 'Last Updated' && /^(?:\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2})$/.test(value.cells[1]?.trim() ?? ''))
      continue
    if (hasHeads(value.cells, TELLING_HEADS)) {
      columns = hasHeads(value.cells, ['NI Number']) ? OLD : NEW
      before.push(value)
    } else before.push(stop('version.not-this-source', file.name, value.cells.join(' | '), 'Last Updated and the heads of the list'))
    break
  }
  async function* rest(): AsyncGenerator<Row | Problem> {
    yield* before
    if (before.some(item => isProblem(item) && item.severity === 'stop')) return
    yield* rows
  }
  return { columns, rest: rest() }
}
