import type { FastifyReply } from 'fastify'
import { schemaNames, schemaOf } from '../../model/index.ts'
import type { App } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import { AS_OF, asOfAsked, limit, list, offset, page, sortOf } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, ref } from './shapes.ts'

const EntityPath = Type.Object({ id: Type.String({ description: 'Any id of the entity.' }) })
const Page = Type.Object({
  results: Type.Array(ref('EntityResponse')),
  total: ref('TotalSpec'),
  limit: Type.Integer(),
  offset: Type.Integer(),
})
const Paging = Type.Object({ sort: list('field[:asc|desc]'), limit: limit(10), offset: offset() })
const Moved = { 308: Type.Null({ description: 'The entity goes by another id, given in Location.' }) }

const moved = (id: string) => `/entities/${encodeURIComponent(id)}`

let known: ReadonlySet<string> | undefined

/** Properties, forward and reverse, behind which entities stand. */
function entityProperties(): ReadonlySet<string> {
  known ??= new Set(
    schemaNames().flatMap(name =>
      [...(schemaOf(name)?.properties.values() ?? [])]
        .filter(p => p.type === 'entity')
        .flatMap(p => (p.reverse ? [p.name, p.reverse] : [p.name])),
    ),
  )
  return known
}

/** `GET /entities/{id}` and its neighbours. */
export function entityRoutes(routes: Routes): void {
  entityRoute(routes)
  adjacentRoutes(routes)
}

const tags = ['Entities']

function entityRoute({ server, app }: Routes): void {
  server.get(
    '/entities/:id',
    {
      schema: {
        tags,
        summary: 'An entity with its neighbours',
        params: EntityPath,
        querystring: Type.Object({
          nested: Type.Boolean({ description: 'Put neighbours in place of their ids.', default: true }),
          ...AS_OF,
        }),
        response: { 200: ref('EntityResponse'), ...Moved, ...errors(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const found = await app.entity(request.params.id, { nested: request.query.nested, asOf: asOfAsked(request.query) })
      if (!found) throw new HttpRefusal(404, 'No such entity!')
      return 'movedTo' in found ? reply.redirect(moved(found.movedTo), 308) : found.entity
    },
  )
}

function adjacentRoutes({ server, app }: Routes): void {
  server.get(
    '/entities/:id/adjacent',
    {
      schema: {
        tags,
        summary: 'The neighbours of an entity by property',
        params: EntityPath,
        querystring: Paging,
        response: {
          200: Type.Object({ entity: ref('EntityResponse'), adjacent: Type.Record(Type.String(), Page) }),
          ...Moved,
          ...errors(404, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const { limit: most, offset: from } = page(request.query)
      const found = await app.adjacent(request.params.id, { property: null, sort: sortOf(request.query.sort), limit: most, offset: from })
      if (!found) throw new HttpRefusal(404, 'No such entity!')
      if ('movedTo' in found) return reply.redirect(moved(found.movedTo), 308)
      return { entity: found.entity, adjacent: Object.fromEntries(Object.entries(found.adjacent).filter(([, p]) => p.total.value > 0)) }
    },
  )
  server.get(
    '/entities/:id/adjacent/:property',
    {
      schema: {
        tags,
        summary: 'The neighbours of an entity under one property',
        params: Type.Object({ id: Type.String(), property: Type.String() }),
        querystring: Paging,
        response: { 200: Page, ...Moved, ...errors(404, 422, 503) },
      },
    },
    async (request, reply) => {
      const { id, property } = request.params
      const { limit: most, offset: from } = page(request.query)
      if (!entityProperties().has(property)) return noSuchProperty(app, id, reply)
      const found = await app.adjacent(id, { property, sort: sortOf(request.query.sort), limit: most, offset: from })
      if (!found) throw new HttpRefusal(404, 'No such entity!')
      if ('movedTo' in found) return reply.redirect(moved(found.movedTo), 308)
      if (!belongsTo(found.entity.schema, property)) throw new HttpRefusal(404, 'No such property!')
      return found.adjacent[property] ?? { results: [], total: { value: 0, relation: 'eq' }, limit: most, offset: from }
    },
  )
}

// Whether the entity is there is told first.
async function noSuchProperty(app: App, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const found = await app.entity(id, { nested: false, asOf: {} })
  if (!found) throw new HttpRefusal(404, 'No such entity!')
  if ('movedTo' in found) return reply.redirect(moved(found.movedTo), 308)
  throw new HttpRefusal(404, 'No such property!')
}

// A property of the schema itself, or one under which others point at it.
function belongsTo(schema: string, property: string): boolean {
  const own = schemaOf(schema)
  if (!own) return false
  if (own.properties.get(property)?.type === 'entity') return true
  return schemaNames().some(name =>
    [...(schemaOf(name)?.properties.values() ?? [])].some(
      p => p.reverse === property && p.range !== undefined && own.schemata.includes(p.range),
    ),
  )
}
