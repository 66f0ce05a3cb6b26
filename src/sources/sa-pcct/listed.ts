import { Cursor, flag, isProblem, lettersOf } from '../../intake/index.ts'
import { type Problem, partyBuilder, type RawRecord, type Reading, readDates, type SourceFile } from '../../model/index.ts'
import { born, citizen, fillFrom, place, type Rule, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { sheetRecords } from '../rows/sheet-records.ts'
import programmes from './programmes.json' with { type: 'json' }

const COLUMNS: Readonly<Record<string, string>> = {
  no: '',
  fullname: 'name',
  entitiesname: 'name',
  vesselname: 'name',
  aliases: 'alias',
  gender: 'gender',
  linkofterrorismorg: 'link',
  dob: 'birthDate',
  pob: 'birthPlace',
  cob: 'birthCountry',
  nationality: 'nationality',
  documenttype: 'documentType',
  documentno: 'documentNumber',
  issuingcountry: 'issuer',
  registrationnumber: 'registration',
  vesselflag: 'flag',
  imono: 'imo',
  ownername: 'owner',
  ownerinformation: 'ownerInformation',
  address: 'address',
  additionalinformation: 'information',
  additionalinfo: 'information',
  designateddate: 'designated',
}
const SCHEMATA: Readonly<Record<string, string>> = { individuals: 'Person', entities: 'Organization', vessels: 'Vessel' }

/** Parties under their name and the day of designation. */
export async function* readListed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(rows(files))
}

async function* rows(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    for await (const item of sheetRecords(file, { columns: COLUMNS, isHead: cells => lettersOf(cells[0] ?? '') === 'no' })) {
      if (isProblem(item)) yield item
      else
        yield {
          key: keyOf(item.cells['name'] ?? '', item.cells['designated'] ?? ''),
          value: { sheet: item.sheet, ...item.cells },
          field: item.field,
        }
    }
  }
}

// `A) National identification; B) Passport` beside `000001; P0000001`: numbers in the order of their kinds.
const RULES: Readonly<Record<string, Rule>> = {
  name: values('name', text => [text]),
  alias: values('alias'),
  gender: values('gender'),
  link: remark('Linked to'),
  birthDate: born('dmy'),
  birthPlace: values('birthPlace'),
  birthCountry: (party, leaf) => party.add('birthCountry', leaf.text, leaf.field),
  nationality: citizen,
  issuer: remark('Issuing country'),
  registration: values('registrationNumber'),
  flag: (party, { text, field }) => party.add('flag', text.replace(/\s+flag$/i, ''), field),
  imo: values('imoNumber'),
  owner: remark('Owner'),
  ownerInformation: remark('Owner'),
  address: place(false),
  information: remark(),
}

/** The reading of one party of the list. */
export function parseListed(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const sheet = record.takeLeaf('sheet')
  const schema = SCHEMATA[sheet?.text.trim().toLowerCase() ?? '']
  const party = partyBuilder(`sa-pcct:${raw.key}`, schema ?? 'LegalEntity')
  const problems: Problem[] = schema ? [] : [flag('sheet.unknown', 'sheet', sheet?.text ?? '', Object.keys(SCHEMATA).join(', '))]
  problems.push(...fillFrom(party, record, RULES, /^NA$/i))
  const kinds = (record.takeLeaf('documentType')?.text ?? '').split(/;\s*/).map(kind => kind.replace(/^[A-Z]\)\s*/, ''))
  for (const [i, number] of (record.takeLeaf('documentNumber')?.text ?? '').split(/;\s*/).entries()) {
    if (/^(?:NA)?$/i.test(number)) continue
    const property = schema === 'Person' && /passport/i.test(kinds[i] ?? kinds[0] ?? '') ? 'passportNumber' : 'idNumber'
    party.add(property, number.replace(/^[A-Z]\)\s*/, ''), 'documentNumber')
  }
  const day = record.takeLeaf('designated')
  const [from] = day ? readDates(day.text) : []
  if (day && !from) problems.push(flag('date.unreadable', day.field, day.text, 'YYYY/MM/DD'))
  const { designation, problems: unknown } = designate(party, [programmes, 'National Terrorism List', 'sa-national'], {
    field: 'designated',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
