// The model alone, without the library around it, which would keep its text: 4 MB in each thread.
import model from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' }
import additions from './ftm-additions.json' with { type: 'json' }

/** Kinds of value; `clean` has one function for each. */
export type PropertyType =
  | 'name'
  | 'date'
  | 'country'
  | 'identifier'
  | 'gender'
  | 'phone'
  | 'email'
  | 'url'
  | 'topic'
  | 'address'
  | 'language'
  | 'number'
  | 'string'
  | 'text'
  | 'entity'
  | 'ip'
  | 'checksum'
  | 'mimetype'
  | 'html'

/** One property of a schema. */
export type Property = {
  readonly name: string
  readonly label: string
  readonly type: PropertyType
  readonly matchable: boolean
  readonly format?: string
  /** Entity-typed properties: the schema at the other end, and the property's name seen from there. */
  readonly range?: string
  readonly reverse?: string
  readonly stub: boolean
}

/** One schema with everything it inherits. */
export type Schema = {
  readonly name: string
  readonly label: string
  readonly plural: string
  readonly description: string
  readonly abstract: boolean
  readonly matchable: boolean
  readonly caption: readonly string[]
  readonly featured: readonly string[]
  /** Itself and its ancestors. */
  readonly schemata: readonly string[]
  readonly edge?: { readonly source: string; readonly target: string }
  readonly properties: ReadonlyMap<string, Property>
}

type Datum = {
  label?: string
  plural?: string
  description?: string
  abstract?: boolean
  matchable?: boolean
  caption?: string[]
  featured?: string[]
  schemata?: string[]
  extends?: string[]
  edge?: { source: string; target: string }
  properties?: Record<string, PropertyDatum>
}
type PropertyDatum = {
  name?: string
  label?: string
  type?: string
  matchable?: boolean
  format?: string
  range?: string
  reverse?: string
  stub?: boolean
}

const data = merged()
const cache = new Map<string, Schema>()

function merged(): Map<string, Datum> {
  const all = new Map<string, Datum>(Object.entries(rawModel().schemata))
  for (const [name, extra] of Object.entries(additions.schemata as Record<string, Datum>)) {
    const base = all.get(name)
    if (base) all.set(name, { ...base, properties: { ...base.properties, ...extra.properties } })
    else all.set(name, { ...extra, schemata: [name, ...(extra.extends ?? []).flatMap(up => all.get(up)?.schemata ?? [up])] })
  }
  return all
}

function rawModel(): { schemata: Record<string, Datum>; types: Record<string, { values?: Record<string, string> }> } {
  return model as unknown as ReturnType<typeof rawModel>
}

/** The schema of that name, or undefined. */
export function schemaOf(name: string): Schema | undefined {
  const known = cache.get(name)
  if (known) return known
  const datum = data.get(name)
  if (!datum) return undefined
  const schema = build(name, datum)
  cache.set(name, schema)
  return schema
}

function build(name: string, datum: Datum): Schema {
  const lineage = datum.schemata ?? [name]
  const properties = new Map<string, Property>()
  for (const up of [...lineage.filter(s => s !== name), name]) {
    for (const [key, p] of Object.entries(data.get(up)?.properties ?? {})) properties.set(key, property(key, p))
  }
  return {
    name,
    label: datum.label ?? name,
    plural: datum.plural ?? datum.label ?? name,
    description: (datum.description ?? '').trim(),
    abstract: datum.abstract ?? false,
    matchable: datum.matchable ?? false,
    caption: datum.caption ?? inherited(lineage, 'caption'),
    featured: datum.featured ?? inherited(lineage, 'featured'),
    schemata: lineage,
    ...(datum.edge ? { edge: datum.edge } : {}),
    properties,
  }
}

const inherited = (lineage: readonly string[], key: 'caption' | 'featured') =>
  lineage.map(s => data.get(s)?.[key]).find(v => v !== undefined && v.length > 0) ?? []

const property = (key: string, p: PropertyDatum): Property => ({
  name: key,
  label: p.label ?? key,
  type: (p.type ?? 'string') as PropertyType,
  matchable: p.matchable ?? false,
  ...(p.format ? { format: p.format } : {}),
  ...(p.range ? { range: p.range } : {}),
  ...(p.reverse ? { reverse: p.reverse } : {}),
  stub: p.stub ?? false,
})

/** Every schema's name. */
export const schemaNames = (): readonly string[] => names

const names: readonly string[] = [...data.keys()].sort()
const matchable = new Map<string, ReadonlySet<string>>()

/** True where `name` is `ancestor` or descends from it. */
export const isA = (name: string, ancestor: string): boolean => schemaOf(name)?.schemata.includes(ancestor) ?? false

/** Schemata that a query of this schema may match: itself, ancestors and descendants that are matchable, as FollowTheMoney defines it. */
export function matchableWith(name: string): ReadonlySet<string> {
  const known = matchable.get(name)
  if (known) return known
  const own = schemaOf(name)
  if (!own) return new Set()
  const out = new Set<string>()
  for (const other of schemaNames()) {
    const schema = schemaOf(other)
    if (!schema) continue
    const related = name === 'Thing' ? schema.schemata.includes('Thing') : own.schemata.includes(other) || schema.schemata.includes(name)
    if (related && (schema.matchable || other === name)) out.add(other)
  }
  matchable.set(name, out)
  return out
}

const open = new Map<string, ReadonlyMap<string, Property>>()

/**
 * The properties that a query of this schema may have: its own and those of the schemata below it, since a query for a thing or a
 * legal entity leaves open which of them is meant.
 */
export function openProperties(name: string): ReadonlyMap<string, Property> {
  const known = open.get(name)
  if (known) return known
  const out = new Map<string, Property>(schemaOf(name)?.properties)
  for (const other of schemaNames())
    if (other !== name && isA(other, name))
      for (const [key, property] of schemaOf(other)?.properties ?? []) if (!out.has(key)) out.set(key, property)
  open.set(name, out)
  return out
}

/** The controlled values of a type (`topic`, `gender`, `country`, `language`) with their labels. */
export const typeValues = (type: string): Readonly<Record<string, string>> => ({
  ...rawModel().types[type]?.values,
  ...(additions.values as Record<string, Record<string, string>>)[type],
})
