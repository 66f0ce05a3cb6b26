import { flag, isProblem, readJson, readJsonLines, stop, toBody } from '../../intake/index.ts'
import { type FileHead, type Problem, type RawRecord, type SourceFile, schemaOf } from '../../model/index.ts'
import { isObject } from '../rows/json-array.ts'

const SCHEMATA: Readonly<Record<string, string>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  VESSEL: 'Vessel',
  AIRCRAFT: 'Airplane',
  VEHICLE: 'Vehicle',
}
/** Groups of attributes that OpenSanctions writes as lists. */
const GROUPS = ['FEATURES', 'NAMES', 'ADDRESSES', 'DATES', 'COUNTRIES', 'CONTACTS', 'IDENTIFIERS', 'RELATIONSHIPS', 'RISKS', 'SOURCE_LINKS']
/** What the attributes hold, without the prefix that tells their use. Numbers have their own column of the country that gave them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  NAME_FULL: 'name',
  NAME_ORG: 'name',
  DATE_OF_BIRTH: 'birthDate',
  DATE_OF_DEATH: 'deathDate',
  REGISTRATION_DATE: 'incorporationDate',
  GENDER: 'gender',
  PLACE_OF_BIRTH: 'birthPlace',
  NATIONALITY: 'nationality',
  CITIZENSHIP: 'citizenship',
  COUNTRY_OF_ASSOCIATION: 'country',
  REGISTRATION_COUNTRY: 'jurisdiction',
  PASSPORT_NUMBER: 'passportNumber',
  NATIONAL_ID_NUMBER: 'idNumber',
  TAX_ID_NUMBER: 'taxNumber',
  SSN_NUMBER: 'socialSecurityNumber',
  LEI_NUMBER: 'leiCode',
  DUNS_NUMBER: 'dunsCode',
  IMO_NUMBER: 'imoNumber',
  MMSI_NUMBER: 'mmsi',
  CALL_SIGN: 'callSign',
  ISIN_NUMBER: 'isinCode',
  NPI_NUMBER: 'npiCode',
  DRIVERS_LICENSE_NUMBER: 'idNumber',
  OTHER_ID_NUMBER: 'idNumber',
  PHONE_NUMBER: 'phone',
  EMAIL_ADDRESS: 'email',
  WEBSITE_ADDRESS: 'website',
  TOPIC: 'topics',
  SOURCE_URL: 'sourceUrl',
}
const ADDRESS = ['ADDR_FULL', 'ADDR_LINE1', 'ADDR_LINE2', 'ADDR_LINE3', 'ADDR_CITY', 'ADDR_STATE', 'ADDR_POSTAL_CODE', 'ADDR_COUNTRY']
const NAME = ['NAME_PREFIX', 'NAME_FIRST', 'NAME_MIDDLE', 'NAME_LAST', 'NAME_SUFFIX']

/** True where a file is a list or lines of Senzing records. */
export const looksLikeSenzing = ({ text }: FileHead): boolean =>
  /^\ufeff?\s*[[{]/.test(text) && /"RECORD_ID"\s*:/.test(text) && /"DATA_SOURCE"\s*:/.test(text)

/**
 * Records of Senzing's JSON as entities of FollowTheMoney, under `DATA_SOURCE:RECORD_ID`: flat attributes with prefixes, a list
 * of features, or lists by group. Keys that the format does not know are payload and stay as notes; relations stay as notes too.
 */
export async function* readSenzing(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    for await (const item of recordsOf(file)) {
      if (isProblem(item)) yield item
      else yield* entityOf(item.value, item.field)
    }
  }
}

async function* recordsOf(file: SourceFile): AsyncGenerator<{ readonly value: unknown; readonly field: string } | Problem> {
  if (file.rendition === 'senzing-lines') {
    for await (const item of readJsonLines(file)) yield isProblem(item) ? item : { value: item.value, field: `${file.name}:${item.line}` }
    return
  }
  const read = await readJson(file)
  if (isProblem(read)) yield read
  else if (!Array.isArray(read.value))
    yield stop('json.not-a-list', file.name, JSON.stringify(read.value).slice(0, 120), 'a list of records')
  else for (const [i, value] of read.value.entries()) yield { value, field: `[${i}]` }
}

type Attributes = Readonly<Record<string, string>>
type Properties = Map<string, Set<string>>

function* entityOf(value: unknown, field: string): Generator<RawRecord | Problem> {
  if (!isObject(value) || typeof value['RECORD_ID'] !== 'string') {
    yield stop('entity.unreadable', field, JSON.stringify(value).slice(0, 200), 'an object with DATA_SOURCE and RECORD_ID')
    return
  }
  const groups = GROUPS.flatMap(name => (Array.isArray(value[name]) ? value[name].filter(isObject) : []))
  const flat = Object.fromEntries(
    Object.entries(value).filter(([name]) => !GROUPS.includes(name) && name !== 'DATA_SOURCE' && name !== 'RECORD_ID'),
  )
  const sets = [...splitFlat(textsOf(flat)), ...groups.map(textsOf)]
  const type = sets.map(set => set['RECORD_TYPE']).find(text => text !== undefined)
  const schema = type === undefined ? 'LegalEntity' : (SCHEMATA[type.toUpperCase()] ?? 'LegalEntity')
  if (type !== undefined && SCHEMATA[type.toUpperCase()] === undefined)
    yield flag('type.unknown', field, type, Object.keys(SCHEMATA).join(', '))
  const properties: Properties = new Map()
  for (const set of sets) addSet(properties, set, schema)
  const sorted = [...properties].map(([name, values]) => [name, [...values].sort()] as const)
  const source = typeof value['DATA_SOURCE'] === 'string' ? value['DATA_SOURCE'] : ''
  yield { key: `${source}:${value['RECORD_ID']}`, body: toBody({ schema, properties: Object.fromEntries(sorted) }) }
}

const textsOf = (object: Readonly<Record<string, unknown>>): Attributes =>
  Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )

// `HOME_ADDR_CITY`, `PRIMARY_NAME_LAST`: attributes with one prefix are one address or name.
function splitFlat(flat: Attributes): readonly Attributes[] {
  const sets = new Map<string, Record<string, string>>()
  for (const [name, text] of Object.entries(flat)) {
    const found = /^(?:(.+)_)?((?:NAME|ADDR)_[A-Z0-9_]+|PHONE_NUMBER|EMAIL_ADDRESS|WEBSITE_ADDRESS)$/.exec(name)
    const group = found ? `${found[2]?.split('_')[0]} ${found[1] ?? ''}` : ''
    const set = sets.get(group) ?? {}
    set[found?.[2] ?? name] = text
    if (found?.[1] && found[2]?.startsWith('NAME_')) set['NAME_TYPE'] = found[1]
    sets.set(group, set)
  }
  return [...sets.values()]
}

function addSet(into: Properties, set: Attributes, schema: string): void {
  const used = new Set(['RECORD_TYPE', 'NAME_TYPE', 'ADDR_TYPE', 'PHONE_TYPE'])
  const take = (names: readonly string[], between: string) => {
    for (const name of names) used.add(name)
    return names
      .map(name => set[name] ?? '')
      .filter(text => text !== '')
      .join(between)
  }
  const full = set['NAME_FULL'] ?? set['NAME_ORG'] ?? take(NAME, ' ')
  for (const name of ['NAME_FULL', 'NAME_ORG']) used.add(name)
  const type = set['NAME_TYPE']?.toUpperCase() ?? 'PRIMARY'
  add(into, schema, type === 'PRIMARY' ? 'name' : /FORMER|MAIDEN|PREVIOUS/.test(type) ? 'previousName' : 'alias', full)
  add(into, schema, 'address', take(ADDRESS, ', '))
  if (set['ADDR_COUNTRY']) add(into, schema, 'country', set['ADDR_COUNTRY'])
  for (const [name, text] of Object.entries(set)) {
    if (used.has(name)) continue
    const property = ATTRIBUTES[name]
    const country = /^(.+)_COUNTRY$/.exec(name)
    if (property && isAmbiguousDate(property, text)) add(into, schema, 'notes', `${name}: ${text}`)
    else if (property) add(into, schema, property, text)
    else if (country && set[`${country[1]}_NUMBER`]) add(into, schema, 'country', text)
    else add(into, schema, 'notes', `${name}: ${text}`)
  }
}

// Nothing tells whether 1/3/1958 is in January or in March.
const isAmbiguousDate = (property: string, text: string): boolean =>
  /Date$/.test(property) && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text)

function add(into: Properties, schema: string, property: string, text: string): void {
  if (text === '') return
  const fits = schemaOf(schema)?.properties.has(property) ? property : 'notes'
  const values = into.get(fits) ?? new Set()
  values.add(fits === property ? text : `${property}: ${text}`)
  into.set(fits, values)
}
