import { Cursor, flag, type Leaf, note } from '../../intake/index.ts'
import {
  cleanCountry,
  type Designation,
  isA,
  type PartialDate,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Reference,
  readDates,
  readNationality,
  storedDate,
} from '../../model/index.ts'
import { datesIn } from '../rows/dates.ts'
import { itemsIn } from '../rows/items.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { unNumbersIn } from '../un-sc/quoted.ts'
import corrections from './corrections.json' with { type: 'json' }
import programmes from './programmes.json' with { type: 'json' }

const SCHEMAS: Readonly<Record<string, string>> = { individual: 'Person', entity: 'Organization', vessel: 'Vessel', '': 'LegalEntity' }
const NAMES: Readonly<Record<string, string>> = {
  'primary name': 'name',
  'original script': 'name',
  aka: 'alias',
  alias: 'alias',
  'formerly known as': 'previousName',
  'previously listed as': 'previousName',
}
/** Measures with a column of their own since November 2025: any mark means that they apply. */
const MEASURES: readonly (readonly [string, string])[] = [
  ['financial', 'Targeted financial sanction'],
  ['travelBan', 'Travel ban'],
  ['armsEmbargo', 'Arms embargo'],
  ['maritime', 'Maritime restriction'],
]
const MENDED: Readonly<Record<string, string>> = corrections['Date of Birth']

/** The reading of one party of the consolidated list. */
export function parseListed(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const problems: Problem[] = []
  const types = record.takeAll('type')
  const type = types[0]?.text.toLowerCase() ?? ''
  const schema = SCHEMAS[type]
  if (schema === undefined) problems.push(flag('type.unknown', 'type', types[0]?.text ?? '', 'Individual, Entity or Vessel'))
  if (types.some(({ text }) => text.toLowerCase() !== type))
    problems.push(flag('type.differs', 'type', types.map(t => t.text).join(', '), 'one type'))
  const party = partyBuilder(`au-dfat:${raw.key}`, schema ?? 'LegalEntity')
  addNames(party, record, problems)
  addBirth(party, record, problems)
  addPlaces(party, record, problems)
  const references: Reference[] = []
  for (const leaf of record.takeAll('information')) {
    party.add('notes', leaf.text, leaf.field)
    references.push(...unNumbersIn(leaf, party.id))
  }
  for (const leaf of record.takeAll('imo')) {
    if (isA(party.schema, 'Vessel')) party.add('imoNumber', leaf.text, leaf.field)
    else party.addClean('notes', `IMO number: ${leaf.text}`, leaf.text, leaf.field)
  }
  for (const leaf of record.takeAll('controlDate')) party.add('modifiedAt', leaf.text, leaf.field)
  const { designations, problems: unknown } = designationsOf(party, record)
  return readingOf(raw.key, record, [party], {
    designations,
    ...(references.length > 0 ? { references } : {}),
    problems: [...problems, ...unknown],
  })
}

function addNames(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  for (const row of record.children('names')) {
    const name = row.takeLeaf('name')
    const type = row.takeLeaf('type')
    const strength = row.takeLeaf('strength')
    if (!name) continue
    const property = NAMES[type?.text.toLowerCase() ?? '']
    if (!property) problems.push(flag('name.unknown-type', type?.field ?? 'names/type', type?.text ?? '', Object.keys(NAMES).join(', ')))
    if (strength && !/^(?:weak|strong|good|low)$/i.test(strength.text))
      problems.push(flag('name.unknown-strength', strength.field, strength.text, 'Weak or Strong'))
    const weak = /^(?:weak|low)$/i.test(strength?.text ?? '')
    party.add(weak && property !== 'name' ? 'weakAlias' : (property ?? 'alias'), name.text.replace(/[;,]\s*$/, ''), name.field)
  }
}

function addBirth(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  const property = isA(party.schema, 'Person') ? 'birthDate' : isA(party.schema, 'LegalEntity') ? 'incorporationDate' : 'buildDate'
  for (const leaf of record.takeAll('birthDate')) {
    const { dates, notes, unread, oddities } = datesIn(MENDED[leaf.text] ?? leaf.text, 'dmy')
    if (MENDED[leaf.text]) problems.push(note('value.corrected', leaf.field, leaf.text, MENDED[leaf.text]))
    for (const { code, expected } of oddities) problems.push(note(code, leaf.field, leaf.text, expected))
    for (const date of dates) party.addClean(property, storedDate(date), leaf.text, leaf.field)
    for (const text of unread) problems.push(flag('date.unreadable', leaf.field, text, 'd/m/yyyy or d Month yyyy'))
    if (notes.length > 0 || unread.length > 0) party.add('notes', leaf.text, leaf.field)
  }
}

function addPlaces(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  const person = isA(party.schema, 'Person')
  for (const leaf of record.takeAll('birthPlace'))
    for (const text of itemsIn(leaf.text)) addPlace(party, person ? 'birth' : 'address', text, leaf)
  for (const leaf of record.takeAll('address')) for (const text of itemsIn(leaf.text)) addPlace(party, 'address', text, leaf)
  const property = person ? 'nationality' : isA(party.schema, 'LegalEntity') ? 'country' : 'flag'
  for (const leaf of record.takeAll('citizenship')) {
    for (const text of itemsIn(leaf.text)) {
      const found = readNationality(text)
      if (!found) {
        problems.push(flag('country.unknown', leaf.field, text, 'a State or a nationality'))
        party.add('notes', text, leaf.field)
        continue
      }
      for (const code of found.present) party.addClean(property, code, text, leaf.field)
      for (const code of [...found.former, ...found.possible]) party.addClean('country', code, text, leaf.field)
      if (found.more) party.add('notes', text, leaf.field)
    }
  }
}

// A place with the State behind its last comma, where one is named there.
function addPlace(party: PartyBuilder, as: 'birth' | 'address', text: string, { field }: Leaf): void {
  const line = text.replace(/\s*\n\s*/g, ', ')
  const country = cleanCountry(
    line
      .slice(line.lastIndexOf(',') + 1)
      .replace(/\([^)]*\)/g, '')
      .replace(/[\s.;]+$/, ''),
  )
  if (as === 'birth') {
    party.add('birthPlace', line, field)
    if (country) party.addClean('birthCountry', country, text, field)
    return
  }
  party.add('address', line, field)
  if (country) party.addClean('country', country, text, field)
}

function designationsOf(
  party: PartyBuilder,
  record: Cursor,
): { readonly designations: readonly Designation[]; readonly problems: readonly Problem[] } {
  const listing = record.takeAll('listing')
  const instrument = record.takeAll('instrument')
  for (const leaf of [...listing, ...instrument]) party.add('notes', leaf.text, leaf.field)
  const measures = MEASURES.flatMap(([path, words]) => (record.takeAll(path).some(({ text }) => !/^no$/i.test(text)) ? [words] : []))
  const from = listing.map(({ text }) => listedOn(text)).find(date => date !== undefined)
  const wordings = record.takeAll('committees').flatMap(leaf => committees(leaf.text).map(text => ({ text, field: leaf.field })))
  const [first] = wordings
  const all = first ? wordings : [{ text: 'Consolidated List', field: 'committees' }]
  const made = all.map(({ text, field }) =>
    designate(party, [programmes, text, 'au-dfat-cons'], {
      field,
      ...(from && all.length === 1 ? { from } : {}),
      ...(measures.length > 0 ? { note: measures.join('; ') } : {}),
      ...(instrument[0] ? { grounds: instrument[0].text } : {}),
    }),
  )
  return { designations: made.map(({ designation }) => designation), problems: made.flatMap(({ problems }) => problems) }
}

// `1970 (Libya) 1973 (Libya)`: two committees in one cell.
const committees = (text: string): readonly string[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=\))\s+(?=\d{3,4} \()/)
    .map(part => part.trim())

const DAY = String.raw`(\d{1,2}\s*\p{L}{3,9}\.?\s*\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})`
const BEGINNINGS = [
  new RegExp(`^${DAY}$`, 'u'),
  new RegExp(`(?<!last )(?<!re-?)\\b(?:first )?listed(?: by(?: the)? UN [\\d and]+ Committee)?(?: on)?:?\\s*${DAY}`, 'iu'),
  new RegExp(`^designated under the [\\p{L} ]+ \\d{4}(?: \\([^)]*\\))? on ${DAY}`, 'iu'),
  new RegExp(`listed this (?:entity|individual|person) on ${DAY}`, 'iu'),
]

/** The day a party was first listed, where the listing information says so: not a renewal, an amendment or an instrument's year. */
export function listedOn(text: string): PartialDate | undefined {
  const plain = text.replace(/\s+/g, ' ').trim()
  for (const beginning of BEGINNINGS) {
    const day = beginning.exec(plain)?.[1]
    const [date] = day ? readDates(day, 'dmy') : []
    if (date) return date
  }
  return undefined
}
