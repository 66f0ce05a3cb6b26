import { Cursor, flag, type Leaf, note } from '../../intake/index.ts'
import { type Designation, dayOf, partyBuilder, type RawRecord, type Reading, readDates, startOfDay } from '../../model/index.ts'
import { addNote, type Draft } from '../printed/fill.ts'
import { addAliases } from './aliases.ts'
import { programmeOf } from './programmes.ts'

/** The reading of one entry of the consolidated autonomous list. */
export function parseSema(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const ship = record.peek('ShipIMONumber') !== ''
  const [given, last, body] = ['GivenName', 'LastName', 'EntityOrShip'].map(path => record.takeLeaf(path))
  const schema = ship ? 'Vessel' : given || last ? 'Person' : 'Organization'
  const draft: Draft = { party: partyBuilder(`ca-sema:${raw.key}`, schema), problems: [] }
  const { party } = draft
  const name = body ?? last ?? given
  if (name) party.add('name', body ? body.text : [given?.text, last?.text].filter(Boolean).join(' '), name.field)
  if (schema === 'Person') {
    if (given) party.add('firstName', given.text, given.field)
    if (last) party.add('lastName', last.text, last.field)
  }
  for (const leaf of record.takeAll('Aliases')) addAliases(party, leaf)
  const imo = record.takeLeaf('ShipIMONumber')
  if (imo) party.add('imoNumber', imo.text, imo.field)
  const title = record.takeLeaf('TitleOrShip')
  if (title) addTitle(draft, title)
  const date = record.takeLeaf('DateOfBirthOrShipBuildDate')
  if (date) addDate(draft, date, schema === 'Person' ? 'birthDate' : schema === 'Vessel' ? 'buildDate' : 'incorporationDate')
  const designation = designationOf(draft, record)
  return {
    parties: [party.build()],
    designations: [designation],
    instruments: [],
    links: [],
    unread: record.unread(),
    problems: [...party.problems, ...draft.problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

// Titles come in both languages: `Major General/major-général`. Of a ship the field tells the type.
function addTitle({ party }: Draft, leaf: Leaf): void {
  if (party.schema === 'Vessel') return party.add('type', leaf.text, leaf.field)
  if (party.schema !== 'Person') return party.addClean('notes', leaf.text, leaf.text, leaf.field)
  const [english, french] = leaf.text.split(/\s*\/\s*/u)
  party.add('title', english, leaf.field, french ? { lang: 'en' } : {})
  party.add('title', french, leaf.field, { lang: 'fr' })
}

const MONTH_AND_SHORT_YEAR = /^(?:(\d{1,2})-)?(\p{L}{3,})-(\d{2})$/u

/**
 * Adds a date. The list writes days with slashes in both orders, so that an ambiguous one is both; a spreadsheet has left
 * serial numbers (day 0 is 30 December 1899) and years of two digits, which are told.
 */
function addDate(draft: Draft, leaf: Leaf, property: string): void {
  const { party, problems } = draft
  const text = leaf.text.replace(/^born\s+(?:in|on)?\s*(?:the\s+)?/iu, '').replace(/\bOR\b/u, 'or')
  const serial = /^\d{5}$/u.test(text) ? dayOf(startOfDay('1899-12-30') + Number(text) * 86_400) : undefined
  const short = MONTH_AND_SHORT_YEAR.exec(text)
  if (serial) {
    problems.push(note('date.serial', leaf.field, leaf.text, serial))
    party.addClean(property, serial, leaf.text, leaf.field)
  } else if (short) {
    const century = property === 'birthDate' || Number(short[3]) > 40 ? '19' : '20'
    problems.push(note('date.short-year', leaf.field, leaf.text, `${century}${short[3]}`))
    party.add(property, [short[1], short[2], `${century}${short[3]}`].filter(Boolean).join(' '), leaf.field)
  } else {
    const before = party.problems.length
    party.add(property, text, leaf.field)
    if (party.problems.slice(before).some(({ severity }) => severity === 'flag')) addNote(draft, leaf, leaf.text, 'Date')
  }
}

function designationOf({ party, problems }: Draft, record: Cursor): Designation {
  const country = record.takeLeaf('Country') ?? { field: 'Country', text: '' }
  const known = programmeOf(country.text)
  if (!known) problems.push(flag('programme.unmapped', country.field, country.text, 'a regime of programmes.json'))
  const day = record.takeLeaf('DateOfListing')
  const [from] = day ? readDates(day.text) : []
  if (day && !from) problems.push(flag('date.unreadable', day.field, day.text, 'a day'))
  const [schedule, item] = [record.take('Schedule'), record.take('Item')]
  const place = [schedule === '' || schedule === 'N/A' ? '' : `Schedule ${schedule}`, item === '' ? '' : `item ${item}`]
    .filter(Boolean)
    .join(', ')
  const programme = country.text || 'SEMA'
  party.addClean('program', programme, programme, country.field)
  party.addClean('topics', 'sanction', programme, country.field)
  if (known?.terrorism) party.addClean('topics', 'crime.terror', programme, country.field)
  return {
    party: party.id,
    list: 'ca-autonomous',
    programme,
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: known?.instruments ?? [],
    confidence: 'read',
    ...(place === '' ? {} : { note: place }),
    field: day?.field ?? country.field,
  }
}
