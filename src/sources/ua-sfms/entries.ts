import { Cursor, canonical, flag, isProblem, readXml, stop, toBody } from '../../intake/index.ts'
import { type Problem, partyBuilder, type RawRecord, type Reading, readDates, type SourceFile } from '../../model/index.ts'
import { born, fillFrom, place, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const ELEMENTS = new Set(
  'number-entry type-entry program-entry date-entry aka-list title-list document-list id-number-list address-list place-of-birth-list date-of-birth-list'.split(
    ' ',
  ),
)
/** Properties by the publisher's category of an alias; without one it is the name itself. */
const CATEGORIES: Readonly<Record<string, string>> = { '': 'name', aka: 'alias', fka: 'previousName' }

/** Entries under their number. An entry is whatever holds a number: its own name is not known. */
export async function* readEntries(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(entries(files))
}

async function* entries(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    const name = await entryName(file)
    for await (const item of readXml(file, name === undefined ? [] : [name])) {
      if (isProblem(item)) {
        yield item
        continue
      }
      if (item.kind === 'outer') continue
      const strange = item.element.children.find(child => !ELEMENTS.has(child.name))
      if (strange) yield stop('xml.unknown-element', `${name}/${strange.name}`, strange.text.slice(0, 100), [...ELEMENTS].join(', '))
      const { 'number-entry': number, ...value } = JSON.parse(toBody(canonical(item.element) ?? {})) as Readonly<
        Record<string, readonly string[]>
      >
      yield { key: number?.[0] ?? '', value, field: item.element.name }
    }
    if (name === undefined) yield stop('list.empty', file.name, 'no number-entry', 'entries with a number-entry')
  }
}

// The element around the first number of an entry.
async function entryName(file: SourceFile): Promise<string | undefined> {
  let head = ''
  for await (const piece of file.open()) {
    head += Buffer.from(piece).toString('latin1')
    const found = /<([\w.-]+)(?:\s[^>]*)?>\s*<number-entry>/.exec(head)?.[1]
    if (found !== undefined || head.length > 65_536) return found
  }
  return undefined
}

/** The reading of one entry. */
export function parseEntry(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const person = record.take('type-entry') === '2'
  const party = partyBuilder(`ua-sfms:${raw.key}`, person ? 'Person' : 'Organization')
  const problems: Problem[] = []
  for (const alias of record.children('aka-list')) {
    const category = alias.take('category-aka').trim().toLowerCase()
    const property = CATEGORIES[category]
    if (property === undefined) problems.push(flag('alias.unknown', 'aka-list/category-aka', category, 'aka or fka'))
    const weak = alias.take('quality-aka').trim() === '2' && property !== 'name'
    alias.skip('type-aka')
    const parts = ['aka-name1', 'aka-name2', 'aka-name3', 'aka-name4'].map(path => alias.take(path).trim())
    party.add(weak ? 'weakAlias' : (property ?? 'alias'), parts.filter(part => part !== '').join(' '), 'aka-list/aka-name1')
  }
  for (const paper of record.children('document-list')) {
    const [kind, number, country] = ['document-id', 'document-reg', 'document-country'].map(path => paper.take(path).trim())
    const property = person && /паспорт|passport/iu.test(kind ?? '') ? 'passportNumber' : 'idNumber'
    party.add(property, number ?? '', 'document-list/document-reg')
    const words = [kind, country].filter(Boolean).join(', ')
    if (words !== '') party.addClean('notes', `${number}: ${words}`, words, 'document-list/document-id')
  }
  problems.push(
    ...fillFrom(party, record, {
      'program-entry': values('program', text => [text]),
      'title-list': remark('Title'),
      'title-list/title': remark('Title'),
      'id-number-list': values('idNumber'),
      'id-number-list/id-number': values('idNumber'),
      'address-list': place(false),
      'address-list/address': place(false),
      'place-of-birth-list': place(true),
      'place-of-birth-list/place-of-birth': place(true),
      'date-of-birth-list': born('dmy'),
      'date-of-birth-list/date-of-birth': born('dmy'),
    }),
  )
  const day = record.takeLeaf('date-entry')
  const [from] = day ? readDates(day.text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) : []
  if (day && !from) problems.push(flag('date.unreadable', day.field, day.text, 'YYYYMMDD'))
  const { designation, problems: unknown } = designate(party, [programmes, 'BlackListFull', 'ua-sfms'], {
    field: 'date-entry',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
