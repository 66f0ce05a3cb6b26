import { identifierKind, isA, schemaOf } from '../model/index.ts'
import { type AnalysedName, analyseName, type NameKind, type NameParts, nameKindOf } from '../names/index.ts'
import type { NameStanding } from './types.ts'

/** What can be compared of a party, on the list's side and on the query's alike. */
export type Comparable = {
  readonly kind: NameKind
  readonly names: readonly { readonly text: string; readonly standing: NameStanding; readonly analysed: AnalysedName }[]
  /** `kind:value`; the kind is the property's where it has no authority of its own. */
  readonly identifiers: readonly string[]
  readonly dates: readonly string[]
  readonly countries: readonly string[]
  readonly genders: readonly string[]
  readonly addresses: readonly string[]
}

/** Gives the cleaned values of a property, none where there are none. */
export type Values = (property: string) => readonly string[]

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
export function comparableOf(schema: string, values: Values): Comparable {
  const kind = nameKindOf(schema)
  const parts = namePartsOf(values)
  const addresses = addressesOf(values)
  const properties = [...(schemaOf(schema)?.properties.values() ?? [])]
  const ofType = (type: string) => unique(properties.filter(p => p.type === type).flatMap(p => values(p.name)))
  const texts = isA(schema, 'Address') ? addresses.map(a => [a, 'name'] as const) : namesOf(values, parts)
  return {
    kind,
    names: texts.map(([text, standing]) => ({ text, standing, analysed: analyseName(text, kind, parts) })),
    identifiers: unique(
      properties
        .filter(p => (p.type === 'identifier' && !NO_IDENTIFIERS.has(p.name)) || p.type === 'phone' || p.type === 'email')
        .flatMap(p => values(p.name).map(v => `${kindOf(p.name)}:${v}`)),
    ),
    dates: unique(DATES.flatMap(values)),
    countries: ofType('country'),
    genders: ofType('gender'),
    addresses,
  }
}

const unique = (values: readonly string[]) => [...new Set(values)]

const kindOf = (property: string) => {
  const kind = identifierKind(property)
  return kind === 'plain' ? property : kind
}

function namesOf(values: Values, parts: NameParts | undefined): readonly (readonly [string, NameStanding])[] {
  const found = new Map<string, NameStanding>()
  for (const [property, standing] of NAMES) for (const text of values(property)) if (!found.has(text)) found.set(text, standing)
  if (values('name').length === 0 && parts) {
    const composed = composedName(parts)
    if (!found.has(composed)) return [[composed, 'name'], ...found]
  }
  return [...found]
}

/** Name parts as the properties of a person give them; undefined where there are none. */
export function namePartsOf(values: Values): NameParts | undefined {
  const parts = {
    given: values('firstName'),
    middle: [...values('secondName'), ...values('middleName')],
    patronymic: values('fatherName'),
    family: values('lastName'),
  }
  return Object.values(parts).some(p => p.length > 0) ? parts : undefined
}

// One of each part; several family names are one double name, as the parts of one form.
const composedName = (parts: NameParts) =>
  [parts.given?.[0], parts.middle?.[0], parts.patronymic?.[0], (parts.family ?? []).join(' ')].filter(p => p).join(' ')

const LINES = [['postOfficeBox', 'street', 'street2'], ['postalCode'], ['city'], ['state'], ['region'], ['country']] as const

/** Addresses as one text each: given so, or put together from the fields of an Address. */
export function addressesOf(values: Values): readonly string[] {
  const given = [...values('address'), ...values('full')]
  if (given.length > 0) return unique(given)
  const composed = LINES.map(line => line.flatMap(p => values(p)[0] ?? []).join(' ')).filter(line => line !== '')
  return values('street').length + values('city').length + values('postalCode').length > 0 ? [composed.join(', ')] : []
}
