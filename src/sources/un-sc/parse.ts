import { Cursor, flag, type Leaf } from '../../intake/index.ts'
import {
  type Designation,
  exactDay,
  type PartialDate,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  readDates,
} from '../../model/index.ts'
import { parseBirths } from './births.ts'
import { parseComment } from './comments.ts'
import { parseDocuments } from './documents.ts'
import { parseAliases, parseNames } from './names.ts'
import { parseAddresses, parseBirthPlaces, parseNationalities } from './places.ts'
import { instrumentsOf, programmeOf, UNKNOWN_LIST } from './programmes.ts'

/** What the parts of the parser share: the record, the party under way, and what is odd. */
export type Draft = { readonly record: Cursor; readonly party: PartyBuilder; readonly problems: Problem[] }

/** Elements that carry no fact: counters, sort keys and marks of the publisher's own system. */
const FORM = ['VERSIONNUM', 'SORT_KEY', 'SORT_KEY_LAST_MOD', 'ADDRESS', 'PASSPORT', 'GOODQUALITY', 'DATAID', '@element']
/**
 * The reading of one entry of the UN list: an INDIVIDUAL or an ENTITY.
 *
 * @param source the id the party's record stands under
 * @param raw a record of `readUn`
 */
export function parseUn(source: string, raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const person = record.peek('@element') === 'INDIVIDUAL'
  const party = partyBuilder(`${source}:${raw.key}`, person ? 'Person' : 'Organization')
  const draft: Draft = { record, party, problems: [] }
  parseNames(draft, person)
  parseAliases(draft, person ? 'INDIVIDUAL_ALIAS' : 'ENTITY_ALIAS')
  if (person) parsePerson(draft)
  parseAddresses(draft, person ? 'INDIVIDUAL_ADDRESS' : 'ENTITY_ADDRESS')
  const designation = parseListing(draft)
  parseRest(draft, person)
  const built = party.build()
  return {
    parties: [built],
    designations: [designation],
    instruments: [],
    links: [],
    ...(source === 'un-sc' ? {} : { references: [{ party: built.id, scheme: 'un', value: raw.key, field: 'REFERENCE_NUMBER' }] }),
    unread: record.unread(),
    problems: [...party.problems, ...draft.problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

function parsePerson(draft: Draft): void {
  const { record, party } = draft
  const gender = record.takeLeaf('GENDER')
  if (gender && !/^unknown$/i.test(gender.text)) party.add('gender', gender.text, gender.field)
  for (const title of record.takeAll('TITLE/VALUE'))
    party.addClean('title', title.text.replace(/^"(.*)"$/, '$1').trim(), title.text, title.field)
  for (const position of record.takeAll('DESIGNATION/VALUE')) party.add('position', position.text, position.field)
  parseBirths(draft)
  parseBirthPlaces(draft)
  parseNationalities(draft)
  parseDocuments(draft)
}

function parseListing({ record, party, problems }: Draft): Designation {
  const type = record.takeLeaf('UN_LIST_TYPE') ?? { text: '', field: 'UN_LIST_TYPE' }
  const programme = programmeOf(type.text)
  if (!programme) problems.push(flag('programme.unknown', type.field, type.text, 'a regime of programmes.json'))
  party.addClean('topics', 'sanction', type.text, type.field)
  if (programme?.terrorism) party.addClean('topics', 'crime.terror', type.text, type.field)
  record.skip('REFERENCE_NUMBER')
  const listed = record.takeLeaf('LISTED_ON')
  const from = listed && dayOf(listed, problems)
  return {
    party: party.id,
    list: programme?.list ?? UNKNOWN_LIST,
    programme: type.text,
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: programme ? instrumentsOf(programme, from?.earliest) : [],
    confidence: 'read',
    field: listed?.field ?? type.field,
  }
}

function dayOf(leaf: Leaf, problems: Problem[]): PartialDate | undefined {
  const [date] = readDates(leaf.text)
  if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'a day'))
  return date && date.earliest === date.latest ? exactDay(date.earliest, leaf.text) : date
}

function parseRest({ record, party, problems }: Draft, person: boolean): void {
  for (const updated of record.takeAll('LAST_DAY_UPDATED/VALUE')) party.add('modifiedAt', updated.text, updated.field)
  for (const type of record.takeAll('LIST_TYPE/VALUE')) {
    if (type.text !== 'UN List') problems.push(flag('value.unknown', type.field, type.text, 'UN List'))
  }
  for (const comment of record.takeAll('COMMENTS1')) parseComment(comment, party)
  for (const leaf of record.takeAll('SUBMITTED_BY')) party.addClean('notes', `Submitted by ${leaf.text}`, leaf.text, leaf.field)
  for (const leaf of record.takeAll('SUBMITTED_ON'))
    party.addClean('notes', `Submitted on ${leaf.text.slice(0, 10)}`, leaf.text, leaf.field)
  if (!person) for (const leaf of record.takeAll('DESIGNATION/VALUE')) party.add('notes', leaf.text, leaf.field)
  for (const path of FORM) record.skip(path)
}
