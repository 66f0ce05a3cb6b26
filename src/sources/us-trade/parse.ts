import { Cursor, flag } from '../../intake/index.ts'
import {
  cleanCountry,
  type Designation,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  readDates,
} from '../../model/index.ts'
import { designate, type Programme, type Programmes, readingOf } from '../rows/reading.ts'
import { type Entry, type EntryAddress, type Fact, kindOf } from '../us-ofac/entry.ts'
import { meaningOf } from '../us-ofac/labels.ts'
import { splitName } from '../us-ofac/names.ts'
import { readingOf as ofacReading } from '../us-ofac/reading.ts'
import table from './programmes.json' with { type: 'json' }

type Row = Programme & { readonly collection?: 'sdn' | 'consolidated' }
const PROGRAMMES = table as Programmes & Readonly<Record<string, Row>>

/** The reading of one entry of the screening list. Entries of the Treasury read as OFAC's own do, and quote its number. */
export function parseScreened(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  record.skip('source_list_url')
  record.skip('country')
  const source = record.take('source')
  const id = `us-trade:${raw.key}`
  const { collection } = PROGRAMMES[source] ?? {}
  return collection ? treasury(record, raw.key, collection) : other(record, { key: raw.key, id, source })
}

function treasury(record: Cursor, key: string, collection: 'sdn' | 'consolidated'): Reading {
  const id = `us-trade:${key}`
  const number = record.takeLeaf('entity_number')
  const type = record.takeLeaf('type')
  const kind = kindOf(type?.text ?? '')
  const problems: Problem[] = kind ? [] : [flag('type.unknown', 'type', type?.text ?? '', 'Individual, Entity, Vessel or Aircraft')]
  record.skip('source_information_url')
  const name = (text: string) => splitName(text, kind ?? 'entity')
  const facts = [...columnFacts(record), ...idFacts(record, problems)]
  const entry: Entry = {
    kind: kind ?? 'entity',
    names: [
      { kind: 'primary', weak: false, ...name(record.take('name')), field: 'name' },
      ...record.takeAll('alt_names').map(leaf => ({ kind: 'aka' as const, weak: false, ...name(leaf.text), field: leaf.field })),
    ],
    programmes: record.takeAll('programs').map(leaf => ({ tag: leaf.text, field: leaf.field })),
    addresses: addressesOf(record),
    facts,
    notes: ['remarks', 'federal_register_notice', 'license_requirement', 'license_policy'].flatMap(path => record.takeAll(path)),
    links: [],
    unread: [],
    problems,
  }
  const reading = ofacReading(entry, id, collection)
  return {
    ...reading,
    ...(number ? { references: [{ party: id, scheme: 'ofac' as const, value: number.text, field: number.field }] } : {}),
    unread: record.unread(),
    problems: reading.problems.map(problem => ({ ...problem, record: key })),
  }
}

const COLUMN_LABELS: readonly (readonly [string, string])[] = [
  ['title', 'Title'],
  ['call_sign', 'Vessel Call Sign'],
  ['vessel_type', 'VESSEL TYPE'],
  ['gross_tonnage', 'Vessel Tonnage'],
  ['gross_registered_tonnage', 'Vessel Gross Registered Tonnage'],
  ['vessel_flag', 'Vessel Flag'],
  ['vessel_owner', 'Vessel Owner'],
  ['dates_of_birth', 'DOB'],
  ['places_of_birth', 'POB'],
  ['nationalities', 'nationality'],
  ['citizenships', 'citizen'],
]

const columnFacts = (record: Cursor): readonly Fact[] =>
  COLUMN_LABELS.flatMap(([path, label]) => {
    const meaning = meaningOf(label)
    return meaning ? record.takeAll(path).map(({ text, field }) => ({ ...meaning, value: text, field })) : []
  })

// `QA, 28940000602, National ID No.`, `JO, 2014-08-30, 2009-08-31, K475336, Passport`, `Male, Gender`: the label stands last,
// a country and days of issue and expiry may stand before the number. The JSON form has an object of the same parts.
function idFacts(record: Cursor, problems: Problem[]): readonly Fact[] {
  return record.children('ids').flatMap(child => {
    const field = 'ids'
    const whole = child.take()
    const parts = whole === '' ? partsOf(child) : splitId(whole)
    const meaning = meaningOf(parts.label)
    if (!meaning) {
      problems.push(flag('label.unknown', field, whole || parts.label, 'a label of OFAC'))
      return [{ label: parts.label, meaning: { as: 'note' as const }, value: whole || parts.value, field }]
    }
    const { value, country, dates } = parts
    const days = dates.toSorted()
    return [
      {
        ...meaning,
        value,
        field,
        ...(country === undefined ? {} : { country }),
        ...(days.length > 1 && days[0] ? { issued: days[0] } : {}),
        ...(days.length > 0 && days.at(-1) ? { expires: days.at(-1) ?? '' } : {}),
      },
    ]
  })
}

type IdParts = { readonly label: string; readonly value: string; readonly country?: string; readonly dates: readonly string[] }

function partsOf(child: Cursor): IdParts {
  const country = child.take('country')
  const dates = [child.take('issue_date'), child.take('expiration_date')].filter(date => date !== '')
  return { label: child.take('type'), value: child.take('number'), ...(country === '' ? {} : { country }), dates }
}

function splitId(text: string): IdParts {
  const at = text.lastIndexOf(', ')
  if (at < 0) return { label: text, value: text, dates: [] }
  const parts = text.slice(0, at).split(', ')
  const country = parts.length > 1 && /^[A-Z]{2}$/.test(parts[0] ?? '') ? parts.shift() : undefined
  const dates: string[] = []
  while (parts.length > 1 && /^\d{4}-\d{2}-\d{2}$/.test(parts[0] ?? '')) dates.push(parts.shift() ?? '')
  return { label: text.slice(at + 2), value: parts.join(', '), ...(country === undefined ? {} : { country }), dates }
}

function addressesOf(record: Cursor): readonly EntryAddress[] {
  return record.children('addresses').flatMap(child => {
    const whole = child.take()
    if (whole === '') {
      // `address` may hold several; what follows it belongs to the last.
      const streets = child.take('address').split(/;\s+(?:and\s+)?/)
      const rest = ['city', 'state', 'postal_code'].map(path => child.take(path))
      const country = child.take('country')
      return streets.map((street, i) => ({
        lines: [street, ...(i === streets.length - 1 ? rest : [])].filter(line => line !== ''),
        country,
        field: 'addresses',
      }))
    }
    const country = /(?:^|, )([A-Z]{2})$/.exec(whole)
    return country?.[1]
      ? [{ lines: [whole.slice(0, country.index)], country: country[1], field: 'addresses' }]
      : [{ lines: [whole], country: '', field: 'addresses' }]
  })
}

const TYPES: Readonly<Record<string, string>> = { individual: 'Person', entity: 'Organization', vessel: 'Vessel', aircraft: 'Airplane' }

type Other = { readonly key: string; readonly id: string; readonly source: string }

function other(record: Cursor, { key, id, source }: Other): Reading {
  // Commerce and State mostly leave the type out.
  const type = record.takeLeaf('type')
  const schema = type ? TYPES[type.text.toLowerCase()] : 'LegalEntity'
  const party = partyBuilder(id, schema ?? 'LegalEntity')
  const problems: Problem[] = schema ? [] : [flag('type.unknown', 'type', type?.text ?? '', Object.keys(TYPES).join(', '))]
  addNames(party, record)
  for (const { lines, country, field } of addressesOf(record)) {
    const known = country !== '' && cleanCountry(country) !== undefined
    party.add('address', [...lines, country].filter(line => line !== '').join(', '), field)
    if (known) party.add('country', country, field)
    else if (country !== '') problems.push(flag('country.unknown', field, country, 'an ISO code'))
  }
  for (const [path, words] of NOTES)
    for (const leaf of record.takeAll(path)) party.addClean('notes', `${words}: ${leaf.text}`, leaf.text, leaf.field)
  for (const leaf of record.takeAll('programs')) party.add('program', leaf.text, leaf.field)
  const designation = designationOf(party, { record, source, problems })
  return readingOf(key, record, [party], { designations: [designation], problems })
}

const NOTES: readonly (readonly [string, string])[] = [
  ['federal_register_notice', 'Federal Register'],
  ['license_requirement', 'Licence requirement'],
  ['license_policy', 'Licence policy'],
  ['standard_order', 'Standard order'],
  ['remarks', 'Remarks'],
  ['source_information_url', 'Information'],
]

// Notes stand within names: `(A. Sample, any successor, sub-unit, or subsidiary thereof)`, `Affiliated Entity: …`.
function addNames(party: PartyBuilder, record: Cursor): void {
  const add = (property: 'name' | 'alias', text: string, field: string): void => {
    const note = /,?\s*(?:and\s+)?any\s+successors?,\s*sub-?units?,?\s*(?:or|and)\s*subsidiar(?:y|ies)\s*thereof\.?/i.exec(text)
    const plain = (note ? text.replace(note[0], '') : text).replace(/^affiliated\s+entit(?:y|ies):\s*/i, '')
    if (plain !== text) party.add('notes', text, field)
    // Letters lost upstream stand as question marks: no name.
    if (/^[?\s]+$/.test(plain)) return party.add('notes', text, field)
    party.add(property, plain, field)
  }
  const name = record.takeLeaf('name')
  if (name) add('name', name.text, name.field)
  for (const leaf of record.takeAll('alt_names')) add('alias', leaf.text.replace(/^and\s+/i, ''), leaf.field)
}

function designationOf(
  party: PartyBuilder,
  { record, source, problems }: { readonly record: Cursor; readonly source: string; readonly problems: Problem[] },
): Designation {
  const day = (path: string) => {
    const leaf = record.takeLeaf(path)
    const [date] = leaf ? readDates(leaf.text) : []
    if (leaf && !date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'YYYY-MM-DD'))
    return date
  }
  const [from, to] = [day('start_date'), day('end_date')]
  const { designation, problems: unknown } = designate(party, [PROGRAMMES, source, 'us-csl'], {
    field: 'source',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  })
  problems.push(...unknown)
  return designation
}
