import { Cursor, note, stop } from '../../intake/index.ts'
import {
  type FileHead,
  nameParts,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  type SourceFile,
} from '../../model/index.ts'
import { type PageTable, pageTables } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }
import { partiesIn } from './titles.ts'

/** The three pages of the Ministry. */
export type Kind = 'organisations' | 'persons' | 'unlawful'

const TITLES: Readonly<Record<Kind, RegExp>> = {
  organisations: /TERRORIST ORGANI[SZ]ATIONS LISTED IN THE FIRST SCHEDULE/i,
  persons: /INDIVIDUALS?\s+TERRORISTS? LISTED IN THE FOURTH SCHEDULE/i,
  unlawful: /UNLAWFUL ASSOCIATIONS UNDER SECTION 3/i,
}
const PROGRAMMES: Readonly<Record<Kind, string>> = { organisations: 'First Schedule', persons: 'Fourth Schedule', unlawful: 'Section 3' }
const FALLBACK: Readonly<Record<Kind, string>> = { organisations: 'in-uapa', persons: 'in-uapa', unlawful: 'in-unlawful' }
const HEADS = /^(?:sr|s|sl)\.?\s*no\.?,title,download(?: link)?$/
/** A row that stands for a list of the United Nations names no party of its own. */
const NO_PARTY = /listed in the Schedule to the U\.?\s?N\.?\b/i

/** A page by the title of its schedule; the entry page has all three titles and no list. */
export function recogniseNotified({ text }: FileHead, kind: Kind): Recognised | undefined {
  const titles = Object.values(TITLES).filter(title => title.test(text))
  return titles.length === 1 && TITLES[kind].test(text) && /Download Link/i.test(text)
    ? { source: `in-mha-${kind}`, part: 'main', rendition: 'html' }
    : undefined
}

/** Parties under their first name: serial numbers shift when one is taken off. A row can name several. */
export async function* readNotified(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => pageTables(file, 'a table of notified parties'), rows)
}

function* rows(tables: readonly PageTable[], file: SourceFile): Generator<Keyed | Problem> {
  const table = tables.find(({ heads }) => HEADS.test(heads.join()))
  if (!table) {
    yield stop('html.tables', file.name, tables.map(({ heads }) => heads.join()).join(' | '), 'Sr. No., Title, Download Link')
    return
  }
  for (const { cells, field } of table.rows.slice(1)) {
    const [, title, document] = cells
    if (!title || title.text === '') continue
    if (NO_PARTY.test(title.text)) yield note('record.no-party', field, title.text.slice(0, 200), 'a party')
    else
      for (const { names, row } of partiesIn(title.text))
        yield { key: keyOf(firstName(names)), value: { names, row, document: document?.link ?? '' }, field }
  }
}

const firstName = (names: readonly string[]) => nameParts(names[0] ?? '')[0]?.text ?? ''

/** The reading of one party; the page tells neither days nor birth dates, which stand in the notifications. */
export function parseNotified(raw: RawRecord, kind: Kind): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`in-mha-${kind}:${raw.key}`, kind === 'persons' ? 'Person' : 'Organization')
  for (const [i, { text, field }] of record.takeAll('names').entries()) addNames(party, { text, field, first: i === 0 })
  const row = record.takeLeaf('row')
  if (row) party.add('description', row.text, row.field)
  const document = record.takeLeaf('document')
  if (document) party.add('sourceUrl', new URL(document.text, 'https://www.mha.gov.in/').href, document.field)
  const { designation, problems } = designate(party, [programmes, PROGRAMMES[kind], FALLBACK[kind]], { field: 'names' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems })
}

type Name = { readonly text: string; readonly field: string; readonly first: boolean }

function addNames(party: PartyBuilder, { text, field, first }: Name): void {
  for (const [i, part] of nameParts(text).entries())
    party.add(part.as === 'abbreviation' ? 'weakAlias' : first && i === 0 ? 'name' : 'alias', part.text, field)
}
