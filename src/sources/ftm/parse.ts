import { flag } from '../../intake/index.ts'
import {
  type Link,
  type PartyBuilder,
  type Problem,
  type Property,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Schema,
  type Statement,
  schemaOf,
} from '../../model/index.ts'

type Body = { readonly schema: string; readonly properties?: Readonly<Record<string, readonly string[]>> }

const NOTHING = { parties: [], designations: [], instruments: [], links: [] } as const

/**
 * The reading of an entity in FollowTheMoney's JSON: a party, or a link where its schema ties two others together. Values are
 * cleaned as those of any source; ids of other entities become ids of records of the same source. A schema or property the
 * model lacks is reported as unread.
 *
 * @param body the record's body, where the caller has parsed it already
 */
export function parseFtm(raw: RawRecord, source: string, body: Body = JSON.parse(raw.body) as Body): Reading {
  const { schema: name, properties = {} } = body
  const schema = schemaOf(name)
  const values = Object.entries(properties)
  if (!schema || schema.abstract) {
    const unread = values.flatMap(([property, texts]) => texts.map(text => ({ field: `properties/${property}`, text })))
    return { ...NOTHING, unread, problems: [flag('schema.unknown', 'schema', name, 'a schema of FollowTheMoney')] }
  }
  const party = partyBuilder(`${source}:${raw.key}`, name)
  const unread: { field: string; text: string }[] = []
  for (const [property, texts] of values) {
    const known = schema.properties.get(property)
    for (const text of texts) {
      if (known) addValue(party, known, `${source}:`, text)
      else unread.push({ field: `properties/${property}`, text })
    }
  }
  const built = party.build()
  const links = schema.edge ? linksOf(schema, built.statements) : []
  const problems: Problem[] = [...party.problems]
  if (schema.edge && links.length === 0)
    problems.push(flag('link.loose', 'properties', raw.key, `${schema.edge.source} and ${schema.edge.target}`))
  return { ...NOTHING, parties: schema.edge ? [] : [built], links, unread, problems }
}

// A reverse property says what the other entity states itself.
function addValue(party: PartyBuilder, property: Property, prefix: string, text: string): void {
  const field = `properties/${property.name}`
  if (property.stub) return
  if (property.type === 'entity') party.addClean(property.name, prefix + text, text, field)
  else party.add(property.name, text, field)
}

function linksOf(schema: Schema, statements: readonly Statement[]): readonly Link[] {
  const { edge } = schema
  if (!edge) return []
  const ends = (property: string) => statements.filter(s => s.property === property).map(s => s.value)
  const others = statements.filter(s => s.property !== edge.source && s.property !== edge.target)
  return ends(edge.source).flatMap(from => ends(edge.target).map(to => ({ schema: schema.name, from, to, statements: others })))
}
