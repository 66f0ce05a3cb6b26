import { countryName, type Property, type Schema, schemaNames, schemaOf, typeValues } from '../../model/index.ts'

/** A type, property or entity in the words of the protocol. */
export type Named = { readonly id: string; readonly name: string; readonly description: string }

/** The types offered where none is named, the commonest first. */
const FIRST: readonly string[] = ['Person', 'Organization', 'Company', 'LegalEntity', 'PublicBody', 'Vessel', 'Airplane', 'CryptoWallet']

/** A schema as a type. */
export const typeOf = (schema: Schema): Named => ({ id: schema.name, name: schema.plural, description: schema.description || schema.label })

/** Every schema that can be matched. */
export function matchableTypes(): readonly Named[] {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  const schemata = schemaNames()
    .flatMap(name => schemaOf(name) ?? [])
    .filter(s => s.matchable)
  return schemata.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)).map(typeOf)
}

/** The name of a property with the schema that brings it: `Person:birthDate`, `Thing:name`. */
export function qualifiedName(schema: Schema, property: string): string {
  const bringing = schema.schemata.map(schemaOf).filter(s => s?.properties.has(property))
  const first = bringing.sort((a, b) => (a?.schemata.length ?? 0) - (b?.schemata.length ?? 0))[0]
  return `${first?.name ?? schema.name}:${property}`
}

/** The property of a qualified or plain name; undefined where there is none. */
export function propertyNamed(name: string): Property | undefined {
  const colon = name.indexOf(':')
  if (colon >= 0) return schemaOf(name.slice(0, colon))?.properties.get(name.slice(colon + 1))
  for (const schema of schemaNames()) {
    const found = schemaOf(schema)?.properties.get(name)
    if (found) return found
  }
  return undefined
}

type NamedProperty = Named & { readonly label: string }
let properties: readonly NamedProperty[] | undefined

/** Every property of every schema once, with the schema that brings it. */
export function allProperties(): readonly NamedProperty[] {
  properties ??= gatherProperties()
  return properties
}

function gatherProperties(): readonly NamedProperty[] {
  const out = new Map<string, NamedProperty>()
  for (const schema of schemaNames().flatMap(name => schemaOf(name) ?? [])) {
    for (const property of schema.properties.values()) {
      const id = qualifiedName(schema, property.name)
      const owner = schemaOf(id.slice(0, id.indexOf(':')))
      if (!out.has(id))
        out.set(id, { id, name: `${property.label} (${owner?.label ?? schema.label})`, description: property.type, label: property.label })
    }
  }
  return [...out.values()]
}

/** How a value reads: countries, topics and genders by their labels, the rest as it is. */
export function labelOf(property: Property | undefined, value: string): string {
  if (property?.type === 'country') return countryName(value)
  const labels =
    property && (property.type === 'topic' || property.type === 'gender' || property.type === 'language') ? typeValues(property.type) : {}
  return labels[value] ?? value
}
