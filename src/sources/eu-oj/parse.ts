import { Cursor, flag, type Leaf } from '../../intake/index.ts'
import { type Designation, nameParts, partyBuilder, type RawRecord, type Reading, readDates } from '../../model/index.ts'
import {
  addAddress,
  addBirthPlace,
  addContacts,
  addCountries,
  addDates,
  addNationalities,
  addNote,
  addNumbers,
  type Draft,
  fits,
  isFiller,
} from '../printed/fill.ts'
import { valuesIn } from '../printed/split.ts'
import { ACTS, measureOf } from './acts.ts'

const SCHEMAS: ReadonlySet<string> = new Set(['Person', 'LegalEntity', 'Organization', 'Company', 'Vessel', 'Asset', 'Airplane'])
/** Columns that the file itself gives to properties of the same name. */
const NUMBERS = [
  'passportNumber',
  'registrationNumber',
  'taxNumber',
  'idNumber',
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'leiCode',
  'swiftBic',
  'imoNumber',
  'mmsi',
] as const
const TEXTS = ['position', 'fatherName', 'motherName', 'legalForm', 'sector', 'ethnicity', 'ticker'] as const

/** The reading of one entry of an annex. */
export function parseAnnex(source: string, raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const schema = record.take('schema')
  const draft: Draft = { party: partyBuilder(`${source}:${raw.key}`, SCHEMAS.has(schema) ? schema : 'LegalEntity'), problems: [] }
  const { party, problems } = draft
  if (!SCHEMAS.has(schema)) problems.push(flag('schema.unknown', 'schema', schema, 'a schema'))
  addNames(draft, record)
  const each = (column: string, add: (leaf: Leaf, text: string) => void) => {
    for (const leaf of record.takeAll(column)) for (const text of valuesIn(leaf.text)) add(leaf, text)
  }
  each('birthDate', (leaf, text) => addDates(draft, 'birthDate', leaf, text))
  each('incorporationDate', (leaf, text) => addDates(draft, 'incorporationDate', leaf, text))
  each('birthPlace', (leaf, text) => addBirthPlace(draft, leaf, text))
  each('nationality', (leaf, text) => addNationalities(draft, leaf, text, fits(party, 'nationality') ? 'nationality' : 'country'))
  each('country', (leaf, text) => addCountries(draft, 'country', leaf, text))
  each('jurisdiction', (leaf, text) => addCountries(draft, fits(party, 'jurisdiction') ? 'jurisdiction' : 'country', leaf, text))
  each('flag', (leaf, text) => addCountries(draft, fits(party, 'flag') ? 'flag' : 'country', leaf, text))
  each('address', (leaf, text) => addAddress(draft, leaf, text))
  for (const column of NUMBERS) each(column, (leaf, text) => addNumbers(draft, column, leaf, text))
  for (const column of TEXTS) each(column, (leaf, text) => addText(draft, column, leaf, text))
  for (const leaf of record.takeAll('gender')) addText(draft, 'gender', leaf, leaf.text)
  for (const column of ['phone', 'email', 'website'] as const) for (const leaf of record.takeAll(column)) addContacts(draft, column, leaf)
  for (const leaf of record.takeAll('appearance')) addText(draft, 'appearance', leaf, leaf.text.replace(/^"|"$/g, ''))
  for (const leaf of record.takeAll('notes')) addNote(draft, leaf, leaf.text)
  record.skip('recordId')
  const designation = designationOf(draft, record)
  return {
    parties: [party.build()],
    designations: [designation],
    instruments: [],
    links: [],
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

function addNames({ party }: Draft, record: Cursor): void {
  const columns = [
    ['name', 'name'],
    ['alias', 'alias'],
    ['weakAlias', 'weakAlias'],
    ['previousName', 'previousName'],
  ] as const
  for (const [column, property] of columns) {
    for (const leaf of record.takeAll(column)) {
      for (const text of column === 'name' ? [leaf.text] : valuesIn(leaf.text)) {
        for (const [i, part] of nameParts(withoutProse(text)).entries()) {
          if (isFiller(part.text)) continue
          const further = property === 'name' && i > 0 ? 'alias' : property
          const wanted =
            part.as === 'former' || /\(formerly listed as|previously listed as/iu.test(text)
              ? 'previousName'
              : part.as === 'nickname'
                ? 'weakAlias'
                : further
          party.add(wanted, part.text, leaf.field)
        }
      }
    }
  }
}

// `Sayf-Al Adl. Date of birth: 11.4.1963. Place of birth: …`: what follows the name is told of the same party elsewhere.
const withoutProse = (text: string) =>
  text
    .replace(/[.,]?\s+(?:Date of birth|Place of birth|Nationality|Passport)\b.*$/isu, '')
    .replace(/\s*\((?:formerly|previously) listed as\b.*\)?$/iu, '')

function addText(draft: Draft, property: string, leaf: Leaf, text: string): void {
  if (isFiller(text)) return
  if (fits(draft.party, property)) draft.party.add(property, text, leaf.field)
  else addNote(draft, leaf, text, property)
}

function designationOf({ party, problems }: Draft, record: Cursor): Designation {
  const amended = record.takeLeaf('amendedCelex')
  const act = ACTS.get(amended?.text ?? record.take('celex'))
  const amendment = record.takeLeaf('amendmentCelex')
  const measure = record.takeLeaf('measure') ?? { field: 'measure', text: '' }
  const known = measureOf(measure.text)
  if (!known) problems.push(flag('programme.unmapped', measure.field, measure.text, 'a measure of programmes.json'))
  const key = record.take('programKey')
  const programme = `${key || 'EU'}${measure.text === 'Asset freeze' || measure.text === '' ? '' : `, ${measure.text}`}`
  const annex = record.takeLeaf('annex')
  party.addClean('program', programme, `${key} ${measure.text}`, measure.field)
  if (known) party.addClean('topics', known.topic, measure.text, measure.field)
  if (act?.terrorism && measure.text === 'Asset freeze') party.addClean('topics', 'crime.terror', measure.text, measure.field)
  const start = record.takeLeaf('startDate')
  const [from] = start ? readDates(start.text, 'dmy') : []
  if (start && !from) problems.push(flag('date.unreadable', start.field, start.text, 'a day'))
  const reason = record.takeLeaf('reason')
  const notes = [annex ? `Annex ${annex.text}` : '', amendment ? `added by ${amendment.text}` : ''].filter(Boolean).join(', ')
  return {
    party: party.id,
    list: known?.list ?? act?.list ?? 'eu-fsf',
    programme,
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: act?.instruments ?? [],
    confidence: 'read',
    ...(notes === '' ? {} : { note: notes }),
    ...(reason ? { grounds: reason.text } : {}),
    field: start?.field ?? measure.field,
  }
}
