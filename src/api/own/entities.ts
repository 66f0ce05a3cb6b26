import { HttpRefusal } from '../errors.ts'
import { AS_OF, asOfAsked } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors } from '../yente/shapes.ts'
import { ENTITY_ANSWER, HISTORY_ANSWER } from './shapes.ts'

/** `/api/entity/{id}` and `/api/history/{id}`: all that is known of an entity, and its story. */
export function ownEntityRoutes({ server, app }: Routes): void {
  const common = {
    tags: ['WhoLists'],
    params: Type.Object({ id: Type.String({ description: 'Any id of the entity.' }) }),
    querystring: Type.Object(AS_OF),
  }
  const moved = { 308: Type.Null({ description: 'The entity goes by another id, given in Location.' }), ...errors(400, 404, 422, 503) }
  server.get(
    '/api/entity/:id',
    { schema: { ...common, summary: 'Everything about an entity', response: { 200: ENTITY_ANSWER, ...moved } } },
    async (request, reply) => {
      const found = await app.entityAnswer(request.params.id, asOfAsked(request.query))
      if (!found) throw new HttpRefusal(404, 'No such entity!', { code: 'entity.unknown' })
      return 'movedTo' in found ? reply.redirect(withQuery('/api/entity', found.movedTo, request.url), 308) : found
    },
  )
  server.get(
    '/api/history/:id',
    { schema: { ...common, summary: 'The story of an entity over all sources', response: { 200: HISTORY_ANSWER, ...moved } } },
    async (request, reply) => {
      const found = await app.history(request.params.id, asOfAsked(request.query))
      if (!found) throw new HttpRefusal(404, 'No such entity!', { code: 'entity.unknown' })
      return 'movedTo' in found ? reply.redirect(withQuery('/api/history', found.movedTo, request.url), 308) : found
    },
  )
}

// The times asked for stay with the question; only yente's own paths drop them.
function withQuery(path: string, id: string, url: string): string {
  const query = url.indexOf('?')
  return `${path}/${encodeURIComponent(id)}${query < 0 ? '' : url.slice(query)}`
}
