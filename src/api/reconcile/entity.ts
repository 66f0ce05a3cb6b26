import { countryName, schemaOf } from '../../model/index.ts'
import type { EntityJson } from '../../questions/index.ts'
import { type Named, typeOf } from './model-words.ts'

/** An entity in the words of the protocol. */
export type EntityNamed = Named & { readonly type: readonly Named[] }

/** The same with its score. */
export type ScoredEntity = EntityNamed & { readonly score: number; readonly match: boolean }

/** An entity with its type, and a line that tells it from its namesakes. */
export function entityShown(entity: EntityJson): EntityNamed {
  const schema = schemaOf(entity.schema)
  return { id: entity.id, name: entity.caption, description: describe(entity), type: schema ? [typeOf(schema)] : [] }
}

function describe(entity: EntityJson): string {
  const texts = (property: string) => (entity.properties[property] ?? []).filter((v): v is string => typeof v === 'string')
  const countries = [...new Set(['country', 'nationality', 'citizenship', 'jurisdiction', 'flag'].flatMap(texts))].map(c => countryName(c))
  const born = [...texts('birthDate'), ...texts('incorporationDate')].slice(0, 1)
  return [schemaOf(entity.schema)?.label ?? entity.schema, ...countries.slice(0, 3), ...born].join(', ')
}
