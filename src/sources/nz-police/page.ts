import { Cursor, flag, stop } from '../../intake/index.ts'
import {
  type FileHead,
  nameParts,
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
import { type PageTable, pageTables } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

type State = 'active' | 'expired' | 'revoked'
const CURRENT = /Designated Terrorist Entities in New Zealand pursuant to UNSC Resolution 1373/i
/** Headings over the second and third table; the first has a caption. */
const HEADINGS: readonly (readonly [RegExp, State])[] = [
  [/expired/i, 'expired'],
  [/revoked/i, 'revoked'],
]

/** The page by the caption of its first table. */
export const recognisePage = ({ text }: FileHead): Recognised | undefined =>
  CURRENT.test(text) ? { source: 'nz-police', part: 'main', rendition: 'html' } : undefined

/** Entities under their first name: active, expired and revoked designations stay on the page. */
export async function* readPage(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => pageTables(file, 'a table of designated entities'), rows)
}

function* rows(tables: readonly PageTable[]): Generator<Keyed | Problem> {
  for (const table of tables) {
    const state = CURRENT.test(table.caption) ? 'active' : HEADINGS.find(([words]) => words.test(table.heading))?.[1]
    if (!state) yield stop('html.tables', table.field, table.caption || table.heading, 'Expired designations or Revoked designations')
    else yield* rowsOf(table, state)
  }
}

// Empty columns stand between those that say something.
function* rowsOf({ rows }: PageTable, state: State): Generator<Keyed> {
  for (const { cells, field } of rows.slice(1)) {
    const [name, first, second] = cells.filter(({ text }) => text !== '')
    if (!name) continue
    yield {
      key: keyOf(firstName(name.text)),
      value: { state, name: name.text, first: first?.lines ?? [], second: second?.lines ?? [] },
      field,
    }
  }
}

const ALSO = /\s*(?:,|;)?\s*also known as\s+/i
const FORMER = /\s*formerly designated under (?:the )?description\s+/i
const firstName = (text: string): string =>
  nameParts(
    text
      .split(ALSO)[0]
      ?.split(FORMER)[0]
      ?.split(/;\s*(?:and\s+)?/)[0] ?? text,
  )[0]?.text ?? text

/** The reading of one entity. The first day of designation begins it; expiry or revocation ends it; renewals are notes. */
export function parseEntity(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`nz-police:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const state = record.take('state') as State
  const name = record.takeLeaf('name')
  if (name) addNames(party, name.text, name.field)
  const days = (path: string): readonly PartialDate[] =>
    record.takeAll(path).flatMap(leaf => {
      const [date] = readDates(leaf.text, 'dmy')
      if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, '12 October 2010'))
      return date ? [date] : []
    })
  const [first, second] = [days('first').toSorted(byDay), days('second').toSorted(byDay)]
  const from = state === 'revoked' ? undefined : first[0]
  const to = state === 'expired' ? second.at(-1) : state === 'revoked' ? first[0] : undefined
  const renewed = [...(state === 'revoked' ? [] : first.slice(1)), ...(state === 'active' ? second : [])]
  for (const date of renewed) party.addClean('notes', `Renewed on ${date.text}`, date.text, 'second')
  const { designation, problems: unknown } = designate(party, [programmes, 'Resolution 1373', 'nz-designated'], {
    field: 'first',
    status: state === 'active' ? 'listed' : 'delisted',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

const byDay = (a: PartialDate, b: PartialDate) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0)

function addNames(party: PartyBuilder, text: string, field: string): void {
  const [own = '', former] = text.split(FORMER)
  const [main = '', ...also] = own.split(ALSO)
  const [first = '', ...others] = main.split(/;\s*(?:and\s+)?/)
  for (const [i, part] of nameParts(first).entries())
    party.add(part.as === 'abbreviation' ? 'weakAlias' : i === 0 ? 'name' : 'alias', part.text, field)
  for (const other of [...others, ...also.flatMap(names => names.split(/,\s*(?:and\s+)?|\s+and\s+/))]) party.add('alias', other, field)
  party.add('previousName', former, field)
}
