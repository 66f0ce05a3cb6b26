import { limit, offset, page, sortOf } from '../parameters.ts'
import { scopeIn } from '../scope.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, ref } from './shapes.ts'

const Text = Type.Union([Type.String(), Type.Null()])
const asked = (description: string) => Type.Optional(Type.String({ description }))

const Row = Type.Object({
  id: Type.String(),
  entity_id: Type.String({ description: 'The record.' }),
  canonical_id: Type.String({ description: 'The entity it belongs to.' }),
  prop: Type.String(),
  prop_type: Type.String(),
  schema: Type.String(),
  value: Type.String(),
  dataset: Type.String(),
  target: Type.Boolean(),
  first_seen: Text,
  last_seen: Text,
})

/** `GET /statements`: single values, as records state them. */
export function statementRoutes({ server, app }: Routes): void {
  server.get(
    '/statements',
    {
      schema: {
        tags: ['Entities'],
        summary: 'Single values as records state them',
        querystring: Type.Object({
          dataset: Type.String({ description: 'A collection, source or list.', default: 'default' }),
          entity_id: asked('A record.'),
          canonical_id: asked('An entity.'),
          prop: asked('A property.'),
          value: asked('A value, exactly.'),
          target: Type.Optional(Type.Boolean({ description: 'Of entities with (or without) a topic of risk.' })),
          schema: asked('A schema, exactly.'),
          sort: Type.Array(Type.String(), { description: 'field[:asc|desc]', default: ['canonical_id', 'prop'] }),
          limit: limit(50),
          offset: offset(),
        }),
        response: {
          200: Type.Object({ limit: Type.Integer(), offset: Type.Integer(), total: ref('TotalSpec'), results: Type.Array(Row) }),
          ...errors(404, 422, 503),
        },
      },
    },
    async ({ query }) => {
      const scope = scopeIn(app, query.dataset)
      const paging = page(query)
      const found = await app.statements({
        scope,
        entityId: query.entity_id ?? null,
        canonicalId: query.canonical_id ?? null,
        prop: query.prop ?? null,
        value: query.value ?? null,
        schema: query.schema ?? null,
        target: query.target ?? null,
        sort: sortOf(query.sort),
        ...paging,
      })
      return { ...paging, ...found }
    },
  )
}
