import type { CheerioAPI } from 'cheerio'
import { Cursor, readHtml, stop } from '../../intake/index.ts'
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
import { tidy } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const PROGRAMME = 'Terrorist Exclusion List'
const HEADING = /^Terrorist Exclusion List Designees/i
/** Words before another name of an organisation, in brackets or after a comma. */
const KNOWN_AS = /[\s,;(]*\b([afn])\.?\s?k\.?\s?a\.?(?=[\s,:])[\s,:]*/gi

/** The page by the heading over its list. */
export const recogniseDesignees = ({ text }: FileHead): Recognised | undefined =>
  /Terrorist Exclusion List Designees/i.test(text) && /<li\b/i.test(text)
    ? { source: 'us-tel', part: 'main', rendition: 'html' }
    : undefined

/** Organisations under their first name. */
export async function* readDesignees(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => readHtml(file), items)
}

function* items(page: CheerioAPI, file: SourceFile): Generator<Keyed | Problem> {
  // The heading is the innermost element with its words; the list follows it, or follows what holds it.
  const heading = page('body *')
    .filter((_, element) => HEADING.test(tidy(page(element).text())))
    .last()
  const list = [
    heading,
    ...heading
      .parents()
      .toArray()
      .map(element => page(element)),
  ]
    .map(element => element.nextAll('ul,ol').first())
    .find(found => found.length > 0)
  const entries = list?.children('li').toArray() ?? []
  if (entries.length === 0) yield stop('html.no-rows', file.name, tidy(page('body').text()).slice(0, 120), 'a list below its heading')
  for (const [i, entry] of entries.entries()) {
    const name = tidy(page(entry).text())
    yield { key: keyOf(nameParts(namesOf(name)[0]?.text ?? '')[0]?.text ?? ''), value: { name }, field: `li ${i + 1}` }
  }
}

type Name = { readonly text: string; readonly kind: 'first' | 'other' | 'former' }

// `Name (a.k.a. A; a.k.a. B)`, `Name (f.k.a. A)`, `Name, a.k.a. A`.
function namesOf(text: string): readonly Name[] {
  const marks = [...text.matchAll(KNOWN_AS)]
  const pieces = marks.map((mark, i) => ({
    text: text.slice(mark.index + mark[0].length, marks[i + 1]?.index),
    kind: /^f$/i.test(mark[1] ?? '') ? ('former' as const) : ('other' as const),
  }))
  return [{ text: text.slice(0, marks[0]?.index), kind: 'first' as const }, ...pieces].map(({ text: words, kind }) => ({
    text: closed(words.replace(/[\s;,]+$/, '')),
    kind,
  }))
}

// The bracket around the other names closes behind the last of them.
const closed = (text: string) => (text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text).replace(/\)\)$/, ')').trim()

/** The reading of one organisation; the page tells no days. */
export function parseDesignee(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`us-tel:${raw.key}`, 'Organization')
  const cell = record.takeLeaf('name')
  if (cell) for (const name of namesOf(cell.text)) addName(party, name, cell.field)
  const { designation, problems } = designate(party, [programmes, PROGRAMME, 'us-tel'], { field: 'name' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems })
}

function addName(party: PartyBuilder, { text, kind }: Name, field: string): void {
  for (const part of nameParts(text)) {
    const property = part.as === 'abbreviation' ? 'weakAlias' : kind === 'former' ? 'previousName' : kind === 'first' ? 'name' : 'alias'
    party.add(property, part.text, field)
  }
}
