import { Cursor, flag } from '../../intake/index.ts'
import {
  type Link,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Schema,
  type Statement,
  schemaOf,
} from '../../model/index.ts'

const NOTHING = { parties: [], designations: [], instruments: [], links: [] } as const

/**
 * The reading of an entity in FollowTheMoney's JSON: a party, or a link where its schema ties two others together. Values are
 * cleaned as those of any source; ids of other entities become ids of records of the same source. A schema or property the
 * model lacks is reported as unread.
 */
export function parseFtm(raw: RawRecord, source: string): Reading {
  const cursor = new Cursor(raw.body)
  const name = cursor.take('schema')
  const schema = schemaOf(name)
  if (!schema || schema.abstract) {
    return { ...NOTHING, unread: cursor.unread(), problems: [flag('schema.unknown', 'schema', name, 'a schema of FollowTheMoney')] }
  }
  const party = partyBuilder(`${source}:${raw.key}`, name)
  for (const property of schema.properties.values()) {
    // Reverse properties say nothing of their own: the other entity states them.
    if (property.stub) continue
    for (const { field, text } of cursor.takeAll(`properties/${property.name}`)) addValue(party, property, `${source}:`, text, field)
  }
  const built = party.build()
  const link = schema.edge ? linkOf(schema, built.statements) : undefined
  const problems: Problem[] = [...party.problems]
  if (schema.edge && !link) problems.push(flag('link.loose', 'properties', raw.key, `${schema.edge.source} and ${schema.edge.target}`))
  return { ...NOTHING, parties: schema.edge ? [] : [built], links: link ?? [], unread: cursor.unread(), problems }
}

function addValue(
  party: PartyBuilder,
  property: { readonly name: string; readonly type: string },
  prefix: string,
  text: string,
  field: string,
): void {
  if (property.type === 'entity') party.addClean(property.name, prefix + text, text, field)
  else party.add(property.name, text, field)
}

function linkOf(schema: Schema, statements: readonly Statement[]): readonly Link[] | undefined {
  const { edge } = schema
  if (!edge) return undefined
  const ends = (property: string) => statements.filter(s => s.property === property).map(s => s.value)
  const others = statements.filter(s => s.property !== edge.source && s.property !== edge.target)
  const links = ends(edge.source).flatMap(from => ends(edge.target).map(to => ({ schema: schema.name, from, to, statements: others })))
  return links.length > 0 ? links : undefined
}
