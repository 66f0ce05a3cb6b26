import { identifierKind, isA, openProperties } from '../model/index.ts'
import { type AnalysedName, analyseName, type NameKind, type NameParts, nameKindOf } from '../names/index.ts'
import { plainAddress } from './addresses.ts'
import type { NameStanding, StatedName } from './types.ts'

/** What can be compared of a party, on the list's side and on the query's alike. */
export type Comparable = {
  readonly kind: NameKind
  readonly names: readonly { readonly text: string; readonly standing: NameStanding; readonly analysed: AnalysedName }[]
  /** Name parts given beside the full names. */
  readonly parts: NameParts | undefined
  /** `kind:value`; the kind is the property's where it has no authority of its own. */
  readonly identifiers: readonly string[]
  readonly dates: readonly string[]
  readonly countries: readonly string[]
  readonly genders: readonly string[]
  readonly addresses: readonly string[]
}

/** A party's values by what they are, with its names as written. */
export type Stated = Omit<Comparable, 'names'> & { readonly names: readonly StatedName[] }

/** Cleaned values by property. */
export type Properties = Readonly<Record<string, readonly string[]>>

const NAMES: readonly (readonly [property: string, standing: NameStanding])[] = [
  ['name', 'name'],
  ['alias', 'alias'],
  ['abbreviation', 'alias'],
  ['previousName', 'former'],
  ['weakAlias', 'weak-alias'],
]
const DATES = ['birthDate', 'incorporationDate', 'buildDate']
// Numbers of lists and catalogues, which say nothing about the party.
const NO_IDENTIFIERS = new Set(['programId'])

/** What can be compared of a party with this schema and these values. */
export function comparableOf(schema: string, properties: Properties): Comparable {
  const stated = statedOf(schema, properties)
  const { kind, parts } = stated
  return { ...stated, names: stated.names.map(name => ({ ...name, analysed: analyseStated(name, kind, parts) })) }
}

function analyseStated({ text, read = text }: StatedName, kind: NameKind, parts: NameParts | undefined): AnalysedName {
  const analysed = analyseName(read, kind, parts)
  return read === text ? analysed : { ...analysed, text }
}

/** The same without taking the names apart. */
export function statedOf(schema: string, properties: Properties): Stated {
  const kind = nameKindOf(schema)
  const parts = namePartsOf(properties)
  const known = openProperties(schema)
  const identifiers = new Set<string>()
  const countries = new Set<string>()
  const genders = new Set<string>()
  for (const [name, values] of Object.entries(properties)) {
    const type = known.get(name)?.type
    if (type === 'country') for (const value of values) countries.add(value)
    else if (type === 'gender') for (const value of values) genders.add(value)
    else if (IDENTIFYING.has(type ?? '') && !NO_IDENTIFIERS.has(name))
      for (const value of values) identifiers.add(`${kindOf(schema, name)}:${value}`)
  }
  const addresses = addressesOf(properties)
  const names = isA(schema, 'Address')
    ? addresses.map(text => ({ text, standing: 'name' as const, read: plainAddress(text) }))
    : namesOf(properties, parts).map(([text, standing]) => ({ text, standing }))
  return {
    kind,
    parts,
    names,
    identifiers: [...identifiers],
    dates: unique(DATES.flatMap(p => properties[p] ?? [])),
    countries: [...countries],
    genders: [...genders],
    addresses,
  }
}

const IDENTIFYING: ReadonlySet<string> = new Set(['identifier', 'phone', 'email'])

const unique = (values: readonly string[]) => [...new Set(values)]

// The registration of an aircraft is painted on its tail, and unique in the world while it is registered (ICAO Annex 7).
const kindOf = (schema: string, property: string) => {
  if (schema === 'Airplane' && property === 'registrationNumber') return 'tail'
  const kind = identifierKind(property)
  return kind === 'plain' ? property : kind
}

function namesOf(properties: Properties, parts: NameParts | undefined): readonly (readonly [string, NameStanding])[] {
  const found = new Map<string, NameStanding>()
  for (const [property, standing] of NAMES) for (const text of properties[property] ?? []) if (!found.has(text)) found.set(text, standing)
  if (!properties.name?.length && parts) {
    const composed = composedName(parts)
    if (!found.has(composed)) return [[composed, 'name'], ...found]
  }
  return [...found]
}

// Name parts as the properties of a person give them; undefined where there are none.
function namePartsOf(properties: Properties): NameParts | undefined {
  const { firstName = NONE, secondName = NONE, middleName = NONE, fatherName = NONE, lastName = NONE } = properties
  if (firstName.length + secondName.length + middleName.length + fatherName.length + lastName.length === 0) return undefined
  return { given: firstName, middle: [...secondName, ...middleName], patronymic: fatherName, family: lastName }
}

const NONE: readonly string[] = []

// One of each part; several family names are one double name, as the parts of one form.
const composedName = (parts: NameParts) =>
  [parts.given?.[0], parts.middle?.[0], parts.patronymic?.[0], (parts.family ?? []).join(' ')].filter(p => p).join(' ')

const LINES = [['postOfficeBox', 'street', 'street2'], ['postalCode'], ['city'], ['state'], ['region'], ['country']] as const

// Addresses as one text each: given so, or put together from the fields of an Address.
function addressesOf(properties: Properties): readonly string[] {
  const { address = NONE, full = NONE, street = NONE, city = NONE, postalCode = NONE } = properties
  if (address.length + full.length > 0) return unique([...address, ...full])
  if (street.length + city.length + postalCode.length === 0) return NONE
  const lines = LINES.map(line => line.flatMap(p => properties[p]?.[0] ?? []).join(' '))
  return [lines.filter(line => line !== '').join(', ')]
}
