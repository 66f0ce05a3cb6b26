import { Cursor, flag, isProblem, stop, toBody, type XmlElement } from '../../intake/index.ts'
import {
  exactDay,
  isDay,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type SourceFile,
} from '../../model/index.ts'
import { lawNames } from '../justice-laws/names.ts'
import { childOf, inForceSince, insertedOn, lawId, plain, readBlocks, within } from '../justice-laws/read.ts'
import persons from './persons.json' with { type: 'json' }

const PERSONS: ReadonlySet<string> = new Set(persons)

type Item = {
  readonly key: string
  readonly text: string
  readonly since: string
  readonly inserted: string
  readonly foreign: readonly unknown[]
}

/**
 * The listed entities under the numbers that Justice Laws gives their items.
 *
 * The French text has numbers of its own; both texts list the same entities in the same order, so an item's place joins
 * them. Where the two differ in length (`parts.differ`) the French names stay out.
 */
export async function* readTerrorists(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  const texts = new Map<string, readonly Item[]>()
  for (const file of files) {
    const items: Item[] = []
    for await (const block of readBlocks(file)) {
      if (isProblem(block)) yield block
      else for (const list of within(block, 'List')) items.push(...within(list, 'Item').flatMap(item => itemOf(item, list)))
    }
    texts.set(file.part, items)
  }
  const english = texts.get('en')
  if (!english) {
    yield stop('part.missing', 'files', [...texts.keys()].join(), 'en')
    return
  }
  if (english.length === 0) yield stop('list.empty', 'Section/List', '0 items', 'about 90 items')
  const french = texts.get('fr')
  const joined = french?.length === english.length
  if (french && !joined) yield flag('parts.differ', 'Section/List/Item', `${french.length} items in French`, `${english.length} items`)
  for (const [i, { key, ...en }] of english.entries()) {
    const { key: _, ...fr } = (joined ? french[i] : undefined) ?? { key: '' }
    if (key === '') yield stop('record.no-key', 'Item', en.text, 'lims:fid')
    else yield { key, body: toBody({ en, fr: joined ? fr : undefined }) }
  }
}

function itemOf(item: XmlElement, list: XmlElement): readonly Item[] {
  if (within(item, 'Repealed').length > 0) return []
  const foreign = within(item, 'Language').map(inner => ({
    '@lang': inner.attributes['lang'] ?? inner.attributes['xml:lang'],
    '#text': plain(inner),
  }))
  return [{ key: lawId(item), text: plain(childOf(item, 'Text')), since: inForceSince(item), inserted: insertedOn(item, list), foreign }]
}

/** The reading of one listed entity. */
export function parseTerrorist(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const name = lawNames(record.peek('en/text')).name
  const party = partyBuilder(`ca-terrorists:${raw.key}`, PERSONS.has(name) ? 'Person' : 'Organization')
  addNames(party, record, 'en')
  addNames(party, record, 'fr')
  const inserted = record.takeLeaf('en/inserted')
  record.skip('fr/inserted')
  party.addClean('topics', 'sanction', 'List', 'en/text')
  party.addClean('topics', 'crime.terror', 'List', 'en/text')
  return {
    parties: [party.build()],
    designations: [
      {
        party: party.id,
        list: 'ca-listed',
        programme: 'SOR/2002-284',
        status: 'listed',
        ...(inserted && isDay(inserted.text) ? { from: exactDay(inserted.text) } : {}),
        instruments: ['ca-rle-2002', 'ca-criminal-code-8305'],
        confidence: 'read',
        field: inserted?.field ?? 'en/text',
      },
    ],
    instruments: [],
    links: [],
    unread: record.unread(),
    problems: party.problems.map(problem => ({ ...problem, record: raw.key })),
  }
}

// Names of the other language inside a text are marked with it. The day tells of the last change of words, not of listing.
function addNames(party: PartyBuilder, record: Cursor, lang: 'en' | 'fr'): void {
  const text = record.takeLeaf(`${lang}/text`)
  if (!text) return
  const marked = record.children(`${lang}/foreign`).map(child => ({ lang: child.take('@lang'), text: child.take() }))
  const langOf = (name: string) => marked.find(({ text: words }) => words.includes(name))?.lang ?? lang
  const names = lawNames(text.text, lang)
  party.add(lang === 'en' ? 'name' : 'alias', names.name, text.field, { lang: langOf(names.name) })
  for (const other of names.others) party.add(other.weak ? 'weakAlias' : 'alias', other.text, text.field, { lang: langOf(other.text) })
  for (const remark of names.remarks) party.add('notes', remark, text.field)
  const since = record.takeLeaf(`${lang}/since`)
  if (since) party.add('modifiedAt', since.text, since.field)
}
