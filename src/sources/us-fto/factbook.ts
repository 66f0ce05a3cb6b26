import type { CheerioAPI } from 'cheerio'
import { Cursor, flag, note, readHtml, stop } from '../../intake/index.ts'
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
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const PROGRAMME = 'Foreign Terrorist Organizations'
/** What the appendix says of each group, by the words before the dash. Others are part of the text they stand in. */
const SECTIONS = new Set([
  ...['aka', 'history', 'goals', 'leadership and organization', 'leadership', 'areas of operation', 'area(s) of operation', 'strength'],
  ...['targets, tactics, and weapons', 'tactics, targets, and weapons', 'targets and tactics', 'financial and other support'],
  ...['financial resources', 'funding and other support', 'membership', 'established', 'designation', 'note'],
])

/** The part of the appendix with its groups: a heading and a paragraph on the day of designation for each. */
export function recogniseFactbook({ text }: FileHead): Recognised | undefined {
  return /<h2>[^<]+<\/h2>/.test(text) &&
    /<strong>\s*aka\s*[–-]?\s*<\/strong>/.test(text) &&
    text.includes('list of Foreign Terrorist Organizations')
    ? { source: 'us-cia-fto', part: 'main', rendition: 'html' }
    : undefined
}

/** Groups under their names without abbreviation. */
export async function* readFactbook(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => readHtml(file), groups)
}

function* groups(page: CheerioAPI, file: SourceFile): Generator<Keyed | Problem> {
  const headings = page('h2').toArray()
  if (headings.length === 0) yield stop('html.no-groups', file.name, page.text().trim().slice(0, 120), 'a heading for each group')
  for (const [i, heading] of headings.entries()) {
    const name = squeeze(page(heading).text())
    const sections: Record<string, string> = {}
    let current = ''
    for (const paragraph of page(heading).parent().find('p').toArray()) {
      for (const piece of page(paragraph).contents().toArray()) {
        const text = page(piece).text()
        const label = page(piece).is('strong')
          ? squeeze(text)
              .replace(/\s*[–:-]\s*$/, '')
              .toLowerCase()
          : ''
        if (SECTIONS.has(label)) current = label
        else sections[current] = `${sections[current] ?? ''} ${text}`
      }
    }
    const value = {
      name,
      sections: Object.fromEntries(
        Object.entries(sections).map(([label, text]) => [label || 'note', squeeze(text).replace(/^[–-]\s*/, '')]),
      ),
    }
    if (/\(non-FTO designated\)/i.test(name)) yield note('record.no-party', `h2[${i}]`, name, 'a designated group')
    else yield { key: keyOf(nameParts(name)[0]?.text ?? name), value, field: `h2[${i}]` }
  }
}

const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The reading of one group; the first day in its paragraph on the designation is the day it was listed. */
export function parseFactbook(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`us-cia-fto:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const name = record.takeLeaf('name')
  if (name) addNames(party, 'name', name.text, name.field)
  const aka = record.takeLeaf('sections/aka')
  if (aka) for (const text of aka.text.split(aka.text.includes(';') ? /;\s*/ : /,\s*/)) addNames(party, 'alias', text, aka.field)
  const designation = record.takeLeaf('sections/designation')
  const day = /\bon (\d{1,2} \p{L}+ \d{4})/u.exec(designation?.text ?? '')?.[1]
  const [from] = day ? readDates(day) : []
  if (!from) problems.push(flag('date.missing', 'sections/designation', designation?.text ?? '', 'on 8 October 1997'))
  if (designation) party.add('notes', designation.text, designation.field)
  for (const section of SECTIONS) {
    const leaf = record.takeLeaf(`sections/${section}`)
    if (leaf)
      party.addClean(
        section === 'history' ? 'summary' : 'notes',
        section === 'history' ? leaf.text : `${section}: ${leaf.text}`,
        leaf.text,
        leaf.field,
      )
  }
  const { designation: listing, problems: unknown } = designate(party, [programmes, PROGRAMME, 'us-fto'], {
    field: 'sections/designation',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [listing], problems: [...problems, ...unknown] })
}

function addNames(party: PartyBuilder, as: 'name' | 'alias', text: string, field: string): void {
  for (const [i, part] of nameParts(text.replace(/^formerly\s+/i, '')).entries()) {
    const former = /^formerly\s/i.test(text) || part.as === 'former'
    party.add(former ? 'previousName' : part.as === 'abbreviation' ? 'weakAlias' : i > 0 ? 'alias' : as, part.text, field)
    if (part.note) party.add('notes', `${part.text}: ${part.note}`, field)
  }
}
