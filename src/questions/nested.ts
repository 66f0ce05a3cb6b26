import { isA, schemaOf } from '../model/index.ts'
import type { EntityStore } from './search/index.ts'
import type { EntityJson, Listing } from './types.ts'

type EdgeRow = { readonly property: string; readonly body: string; readonly other: string; readonly json: string }

/** Neighbours of an entity by the property they appear under. */
export type Adjacent = Readonly<Record<string, readonly EntityJson[]>>

const EMPTY = { datasets: [], referents: [], target: false, first_seen: null, last_seen: null, last_change: null } as const

/**
 * One entity of schema Sanction for each listing: how yente tells who lists a party.
 *
 * @param listings those of the entity, on the day asked
 */
export function sanctionsOf(entity: EntityJson, listings: readonly Listing[]): readonly EntityJson[] {
  return listings
    .filter(l => l.status !== 'never' && l.status !== 'unknown' && l.status !== 'not-listed')
    .map((listing, i) => {
      const properties: Record<string, string[]> = {
        entity: [entity.id],
        authority: [listing.authorityName],
        programId: [listing.list],
        program: [listing.listName],
        status: [listing.status],
        country: [listing.jurisdiction],
      }
      if (listing.from) properties['startDate'] = [listing.from.by]
      if (listing.from?.basis === 'stated') properties['listingDate'] = [listing.from.by]
      if (listing.to) properties['endDate'] = [listing.to.by]
      if (listing.reference) properties[listing.list.startsWith('un-') ? 'unscId' : 'authorityId'] = [listing.reference]
      if (listing.grounds) properties['reason'] = [listing.grounds]
      if (listing.instruments.length > 0) properties['provisions'] = listing.instruments.map(x => x.number ?? x.title)
      return {
        ...EMPTY,
        id: `${entity.id}/sanction-${i + 1}`,
        caption: listing.listName,
        schema: 'Sanction',
        properties,
        datasets: [...new Set(listing.evidence.map(e => e.source))],
      }
    })
}

/** Every neighbour of an entity, by the property under which yente shows it: sanctions, and edges with their other end inside. */
export function adjacentOf(store: EntityStore, entity: EntityJson, listings: readonly Listing[]): Adjacent {
  const out: Record<string, EntityJson[]> = {}
  const sanctions = sanctionsOf(entity, listings)
  if (sanctions.length > 0) out['sanctions'] = [...sanctions]
  for (const row of edges(store, entity.id)) {
    const seen = edgeSeen(entity, row)
    if (seen) (out[seen.property] ??= []).push(seen.edge)
  }
  return out
}

/** The entity with its neighbours in place of their ids, one hop beyond an edge; ids on the path are not repeated. */
export const nestedEntity = (store: EntityStore, entity: EntityJson, listings: readonly Listing[]): EntityJson => ({
  ...entity,
  properties: { ...entity.properties, ...adjacentOf(store, entity, listings) },
})

const edges = (store: EntityStore, entity: string) =>
  store.all<EdgeRow>(
    'SELECT g.property, g.body, o.name AS other, o.body AS json FROM edge g JOIN entity e ON e.id = g.entity JOIN entity o ON o.id = g.other WHERE e.name = ? ORDER BY 1, 3 LIMIT 1000',
    entity,
  )

function edgeSeen(entity: EntityJson, row: EdgeRow): { readonly property: string; readonly edge: EntityJson } | undefined {
  const outward = row.property.endsWith('>')
  const name = row.property.slice(0, -1)
  const schema = schemaOf(name)
  const ends = schema?.edge
  if (!schema || !ends) return undefined
  const here = schema.properties.get(outward ? ends.source : ends.target)
  const property = here?.reverse
  if (!property) return undefined
  const { statements } = JSON.parse(row.body) as { statements: readonly (readonly [string, string])[] }
  const properties: Record<string, (string | EntityJson)[]> = {}
  for (const [key, value] of statements) if (schema.properties.has(key)) (properties[key] ??= []).push(value)
  const other = JSON.parse(row.json) as EntityJson
  properties[outward ? ends.source : ends.target] = [entity.id]
  properties[outward ? ends.target : ends.source] = [other]
  const caption = properties['role']?.find(v => typeof v === 'string') ?? schema.label
  const id = outward ? `${entity.id}/${name}/${other.id}` : `${other.id}/${name}/${entity.id}`
  return { property, edge: { ...EMPTY, id, caption, schema: name, properties, datasets: other.datasets } }
}

/** True where a property holds entities: its own, or one seen from the other end. */
export function isEntityProperty(schema: string, property: string): boolean {
  const own = schemaOf(schema)?.properties.get(property)
  return property === 'sanctions' ? isA(schema, 'Thing') : own?.type === 'entity'
}
