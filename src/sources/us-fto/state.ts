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

const PROGRAMME = 'Foreign Terrorist Organizations'
const DESIGNATED = ['date implemented', 'name']
const DELISTED = ['date removed', 'name', 'date originally listed']

/** The Department's page: a table of designated groups and one of delisted ones. */
export function recogniseState({ text }: FileHead): Recognised | undefined {
  return /Foreign Terrorist Organizations/i.test(text) && /Date Implemented/i.test(text) && /Date Originally Listed|Delisted/i.test(text)
    ? { source: 'us-fto', part: 'main', rendition: 'html' }
    : undefined
}

/** Groups under name and day of listing, so that a group delisted and designated anew is told from its former listing. */
export async function* readState(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => pageTables(file, 'a table of designated groups and one of delisted ones'), rows)
}

function* rows(tables: readonly PageTable[], file: SourceFile): Generator<Keyed | Problem> {
  const places = [DESIGNATED, DELISTED].map(wanted => tables.findIndex(({ heads }) => heads.join() === wanted.join()))
  if (tables.length !== 2 || places.includes(-1)) {
    const seen = tables.map(({ heads }) => heads.join(', ')).join(' | ')
    yield stop('html.tables', file.name, seen, `${DESIGNATED.join(', ')} | ${DELISTED.join(', ')}`)
    return
  }
  for (const [kind, place] of places.entries()) {
    for (const { cells, field } of tables[place]?.rows.slice(1) ?? []) {
      const [day = '', name = '', original = ''] = cells.map(({ text }) => text)
      const value = kind === 0 ? { name, listed: day } : { name, listed: original, removed: day }
      yield { key: name === '' ? '' : keyOf(stem(name), value.listed), value, field }
    }
  }
}

const stem = (name: string) => nameParts((name.split(/\s+—\s+/)[0] ?? name).split(/,\s*aka\s/i)[0] ?? name)[0]?.text ?? name

/** The reading of one group: names of the cell, and those that amendments of the designation added. */
export function parseState(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`us-fto:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const cell = record.takeLeaf('name')
  if (cell) {
    const [main = '', ...amendments] = cell.text.split(/\s*—\s*/)
    addNames(party, main, cell.field)
    for (const amendment of amendments) addAmendment(party, amendment, { field: cell.field, problems })
  }
  const day = (path: string) => {
    const leaf = record.takeLeaf(path)
    const [date] = leaf ? readDates(leaf.text) : []
    if (leaf && !date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'March 2, 2026'))
    return { stated: leaf !== undefined, date }
  }
  const [from, to] = [day('listed').date, day('removed')]
  const { designation, problems: unknown } = designate(party, [programmes, PROGRAMME, 'us-fto'], {
    field: to.stated ? 'removed' : 'listed',
    status: to.stated ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to.date ? { to: to.date } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// `Name (ABBR) (formerly Old), aka Other (A/B)`, `Name [JK]`.
function addNames(party: PartyBuilder, text: string, field: string): void {
  const former = [...text.matchAll(/\(formerly\s+([^)]+)\)/gi)]
  const plain = text.replace(/\s*\(formerly\s+[^)]+\)/gi, '').replace(/\[([^\]]+)\]/g, '($1)')
  for (const [i, one] of plain.split(/,?\s+(?:aka|a\.k\.a\.)\s+/i).entries()) {
    for (const part of nameParts(one)) party.add(part.as === 'abbreviation' ? 'weakAlias' : i > 0 ? 'alias' : 'name', part.text, field)
  }
  for (const [, name] of former) party.add('previousName', name, field)
}

// `Hay’at Specimen Amendment (May 31, 2018)`, `X and Y Amendments (…)`: names added on that day.
function addAmendment(
  party: PartyBuilder,
  text: string,
  { field, problems }: { readonly field: string; readonly problems: Problem[] },
): void {
  const found = /^(.+?)\s+Amendments?\s*\(([^)]+)\)$/i.exec(text)
  party.add('notes', text, field)
  if (!found?.[1]) {
    problems.push(flag('amendment.unreadable', field, text, 'X Amendment (November 14, 2016)'))
    return
  }
  for (const name of found[1].split(/,\s*(?:and\s+)?|\s+and\s+/)) party.add('alias', name, field)
}
