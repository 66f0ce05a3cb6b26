import { Cursor, flag, stop } from '../../intake/index.ts'
import {
  type FileHead,
  nameParts,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { type PageTable, pageTables } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const DAY = /\d{1,2}\s+\p{L}+\s+\d{4}/gu
const ALSO = /,?\s*\(?\s*(?:also known as|a\.?k\.?a\.?)\s+/i

/** The page by its title and a table with days. */
export const recogniseOrganisations = ({ text }: FileHead): Recognised | undefined =>
  /<title>[^<]*Listed terrorist organisations/i.test(text) && /nationalsecurity|National Security/i.test(text) && /<table\b/i.test(text)
    ? { source: 'au-listed', part: 'main', rendition: 'html' }
    : undefined

/** Organisations under their first name. */
export async function* readOrganisations(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => pageTables(file, 'a table of organisations'), rows)
}

function* rows(tables: readonly PageTable[], file: SourceFile): Generator<Keyed | Problem> {
  let found = 0
  for (const { cells, field } of tables.flatMap(table => table.rows)) {
    const [name, days, ...more] = cells.filter(({ text }) => text !== '')
    if (!name || !days || !/\d{4}/.test(days.text)) continue
    if (more.length > 0) yield stop('html.row-width', field, more.map(({ text }) => text).join(' | '), 'a name and its days')
    found++
    yield { key: keyOf(firstName(name.text)), value: { name: name.text, days: days.text, page: name.link }, field }
  }
  if (found === 0) yield stop('html.no-rows', file.name, tables[0]?.heads.join() ?? '', 'rows of a name and days')
}

const firstName = (text: string) => nameParts(text.split(ALSO)[0] ?? text)[0]?.text ?? text

/** The reading of one organisation. The first day lists it; the days of re-listing, each three years on, are notes. */
export function parseOrganisation(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`au-listed:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const name = record.takeLeaf('name')
  if (name) addNames(party, name.text, name.field)
  const page = record.takeLeaf('page')
  if (page) party.add('sourceUrl', new URL(page.text, 'https://www.nationalsecurity.gov.au/').href, page.field)
  const days = record.takeLeaf('days')
  const [from, ...again] = [...(days?.text ?? '').matchAll(DAY)].flatMap(([day]) => readDates(day, 'dmy'))
  if (!from) problems.push(flag('date.unreadable', 'days', days?.text ?? '', '14 November 2002, Re-listed: 5 November 2004'))
  for (const date of again) party.addClean('notes', `Re-listed on ${date.text}`, days?.text ?? '', 'days')
  const { designation, problems: unknown } = designate(party, [programmes, 'Criminal Code, Division 102', 'au-listed'], {
    field: 'days',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

function addNames(party: PartyBuilder, text: string, field: string): void {
  const [own = '', ...also] = text.split(ALSO)
  for (const [i, part] of nameParts(own).entries())
    party.add(part.as === 'abbreviation' ? 'weakAlias' : i === 0 ? 'name' : 'alias', part.text, field)
  for (const other of also.flatMap(names => names.replace(/\)$/, '').split(/,\s*(?:and\s+)?|\s+and\s+/))) party.add('alias', other, field)
}
