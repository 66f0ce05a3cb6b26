import { Cursor, canonical, flag, isProblem, readXml, stop, toBody } from '../../intake/index.ts'
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
import persons from '../ca-terrorists/persons.json' with { type: 'json' }
import { tidy } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { splitNames } from '../rows/russian-names.ts'
import programmes from './programmes.json' with { type: 'json' }

const PERSONS: ReadonlySet<string> = new Set(persons)
const ELEMENTS = new Set(['title', 'link', 'id', 'published', 'updated', 'summary', 'content', 'author', 'category'])

/** The feed by its name space and the page its entries stand on; it states its instant. */
export function recogniseFeed({ text }: FileHead): Recognised | undefined {
  if (!/<feed\b[^>]*http:\/\/www\.w3\.org\/2005\/Atom/.test(text) || !/lstd-ntts/i.test(text)) return undefined
  const updated = /<updated>([^<]+)</.exec(text)?.[1]
  const published = updated === undefined ? Number.NaN : Date.parse(updated) / 1000
  return { source: 'ca-listed', part: 'main', rendition: 'xml', ...(Number.isFinite(published) ? { published } : {}) }
}

/** Entities under the mark of their address, or the whole of it. */
export async function* readFeed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(entries(files))
}

async function* entries(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    let found = 0
    for await (const item of readXml(file, ['entry'])) {
      if (isProblem(item)) {
        yield item
        continue
      }
      if (item.kind === 'outer') continue
      found++
      const strange = item.element.children.find(({ name }) => !ELEMENTS.has(name))
      if (strange) yield stop('xml.unknown-element', `entry/${strange.name}`, strange.text.slice(0, 100), [...ELEMENTS].join(', '))
      const value = JSON.parse(toBody(canonical(item.element) ?? {})) as Readonly<Record<string, readonly string[]>>
      const id = value['id']?.[0] ?? ''
      yield { key: keyOf(id.split('#')[1] || id.replace(/^https?:\/\/[^/]*\//, '')), value, field: 'entry' }
    }
    if (found === 0) yield stop('list.empty', file.name, '0 entries', 'about 90 entries')
  }
}

/** The reading of one entity; it is listed since the day its entry was published. */
export function parseEntry(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  for (const path of ['id', 'author', 'category', 'link']) record.skip(path)
  const title = record.takeLeaf('title')
  const first = nameParts(title?.text ?? '')[0]?.text ?? ''
  const party = partyBuilder(`ca-listed:${raw.key}`, PERSONS.has(first) ? 'Person' : 'Organization')
  const problems: Problem[] = []
  if (title) addName(party, 'name', title.text, title.field)
  const aliases = record.takeLeaf('summary')
  if (aliases && !/^N\/?A\.?$/i.test(aliases.text))
    for (const alias of aliasesIn(aliases.text)) addName(party, 'alias', alias, aliases.field)
  const account = record.takeLeaf('content')
  if (account) party.addClean('summary', plain(account.text), account.text, account.field)
  record.skip('content')
  const updated = record.takeLeaf('updated')
  if (updated) party.add('modifiedAt', dayOf(updated.text), updated.field)
  const published = record.takeLeaf('published')
  const [from] = published ? readDates(dayOf(published.text)) : []
  if (!from) problems.push(flag('date.unreadable', 'published', published?.text ?? '', 'YYYY-MM-DDThh:mm:ss'))
  const { designation, problems: unknown } = designate(party, [programmes, 'Criminal Code, section 83.05', 'ca-listed'], {
    field: 'published',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// Marks of paragraphs part words, others do not.
const plain = (html: string) => tidy(html.replace(/<\/?(?:p|br|div|li|ul|h\d)\b[^>]*>/gi, ' ').replace(/<[^>]*>/g, ''))

// The day as it was in Canada: the instant is midnight there.
const dayOf = (instant: string) => instant.trim().slice(0, 10)

const aliasesIn = (text: string) => (text.includes(';') ? text.split(/;\s*/) : splitNames(text))

function addName(party: PartyBuilder, as: 'name' | 'alias', text: string, field: string): void {
  const former = /^formerly\s+(?:known\s+as\s+)?/i
  const [, own = text, language] = /^(.*?)\s*\((in\s[^()]*)\)$/i.exec(text) ?? []
  if (language) party.add('notes', `${own}: ${language}`, field)
  for (const [i, part] of nameParts(own.replace(former, '')).entries()) {
    const property =
      part.as === 'abbreviation' ? 'weakAlias' : former.test(text) || part.as === 'former' ? 'previousName' : i > 0 ? 'alias' : as
    party.add(property, part.text, field)
    if (part.note) party.add('notes', `${part.text}: ${part.note}`, field)
  }
}
