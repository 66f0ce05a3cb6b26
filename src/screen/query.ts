import { type Comparable, comparableOf } from '../candidates/index.ts'
import { clean, cleanCountry, matchableWith, openProperties, type Property, type Schema, schemaOf, WhoListsError } from '../model/index.ts'
import { type AnalysedName, type NameKind, readAs } from '../names/index.ts'
import { CALLING_CODES } from './calling-codes.tables.ts'
import type { Example, PreparedQuery, QueryNote } from './types.ts'

/**
 * A query cleaned and analysed, once for all candidates. Values are cleaned by the functions that clean the lists;
 * properties the schema does not have and values that cannot be read are left out, each with a note.
 *
 * @throws WhoListsError `input.invalid` where the schema does not exist or cannot be matched
 */
export function prepareQuery(example: Example): PreparedQuery {
  const schema = matchableSchema(example.schema)
  const { properties, notes } = cleaned(schema, example.properties)
  const compared = comparableOf(schema.name, properties)
  const composed = compared.names[0]?.text
  if (composed !== undefined && !properties['name'] && schema.name !== 'Address') properties['name'] = [composed]
  return { schema: schema.name, properties, notes, compared, schemata: schemataOf(schema.name), nameAs: asKinds(compared) }
}

/** The schema of a query. @throws WhoListsError `input.invalid` where it does not exist or cannot be matched */
export function matchableSchema(name: string): Schema {
  const schema = schemaOf(name)
  if (schema && (schema.matchable || name === 'Thing')) return schema
  throw new WhoListsError('input.invalid', {
    what: 'schema',
    expected: 'a FollowTheMoney schema that can be matched, or Thing',
    seen: name,
  })
}

const schemata = new Map<string, ReadonlySet<string>>()

function schemataOf(schema: string): ReadonlySet<string> {
  const known = schemata.get(schema)
  if (known) return known
  const made = matchableWith(schema)
  schemata.set(schema, made)
  return made
}

type Cleaned = { readonly properties: Record<string, readonly string[]>; readonly notes: readonly QueryNote[] }

function cleaned(schema: Schema, given: Example['properties']): Cleaned {
  const properties: Record<string, readonly string[]> = {}
  const notes: QueryNote[] = []
  const country = COUNTRY_PROPERTIES.flatMap(p => given[p] ?? [])
    .map(cleanCountry)
    .find(c => c !== undefined)
  for (const [name, values] of Object.entries(given)) {
    const property = openProperties(schema.name).get(name)
    if (!property || property.type === 'entity') {
      notes.push({ property: name, value: '', reason: `${schema.name} has no property of this name that can be compared` })
      continue
    }
    const kept = new Set<string>()
    for (const value of values) for (const v of cleanOne(property, value, country, notes)) kept.add(v)
    if (kept.size > 0) properties[name] = [...kept]
  }
  const hints = countryHints(properties).filter(hint => !COUNTRY_PROPERTIES.some(p => properties[p]?.includes(hint)))
  if (hints.length > 0 && openProperties(schema.name).has('country')) properties['country'] = [...(properties['country'] ?? []), ...hints]
  return { properties, notes }
}

const COUNTRY_PROPERTIES = ['country', 'nationality', 'citizenship', 'jurisdiction', 'mainCountry', 'flag']

function cleanOne(property: Property, value: string, country: string | undefined, notes: QueryNote[]): readonly string[] {
  const text = value.trim()
  if (text === '') return []
  const result = clean(property, text, country)
  if ('values' in result) return result.values
  notes.push({ property: property.name, value: text, reason: `not ${result.problem.expected ?? 'readable'}` })
  return []
}

// An international telephone number and an IBAN begin with their country.
function countryHints(properties: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const phones = (properties['phone'] ?? [])
    .filter(p => p.startsWith('+'))
    .flatMap(p => [3, 2].flatMap(n => CALLING_CODES[p.slice(1, 1 + n)] ?? []).slice(0, 1))
  const ibans = (properties['iban'] ?? []).flatMap(i => cleanCountry(i.slice(0, 2)) ?? [])
  return [...new Set([...phones, ...ibans])]
}

// A query for a legal entity or a thing leaves open whether it is a person: each listed name is met by the reading of its own kind.
function asKinds(compared: Comparable): PreparedQuery['nameAs'] {
  const made = new Map<string, AnalysedName>()
  return (index: number, kind: NameKind) => {
    const name = compared.names[index]?.analysed as AnalysedName
    if (name.kind !== 'unknown' || kind === 'unknown') return name
    const key = `${index} ${kind}`
    const known = made.get(key)
    if (known) return known
    const other = readAs(name, kind)
    made.set(key, other)
    return other
  }
}
