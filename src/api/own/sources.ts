import { requireOwner } from '../owner.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors } from '../yente/shapes.ts'
import { SOURCES_ANSWER } from './shapes.ts'

/** `/api/sources`: the state of each source; releasing a held version; fetching. */
export function sourceRoutes({ server, app, options }: Routes): void {
  const tags = ['WhoLists']
  server.get(
    '/api/sources',
    { schema: { tags, summary: 'The sources, their age, counts, problems and held versions', response: { 200: SOURCES_ANSWER } } },
    () => app.sources(),
  )
  server.post(
    '/api/sources/accept',
    {
      schema: {
        tags,
        summary: 'Bring a held version into force',
        description: 'From this machine, or with the update token as "Authorization: Bearer".',
        body: Type.Object({
          version: Type.String({ minLength: 1 }),
          reason: Type.String({ minLength: 1, description: 'Kept with the version.' }),
        }),
        response: {
          200: Type.Object({ version: Type.String(), outcome: Type.String() }, { additionalProperties: true }),
          ...errors(400, 403, 404, 422),
        },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      return app.accept(request.body.version, request.body.reason)
    },
  )
  server.post(
    '/api/sources/update',
    {
      schema: {
        tags,
        summary: 'Fetch what has changed; progress is in /api/sources',
        description: 'From this machine, or with the update token as "Authorization: Bearer".',
        body: Type.Object({ sources: Type.Array(Type.String(), { default: [], description: 'None means all.' }) }),
        response: { 202: Type.Object({ status: Type.Literal('started') }), ...errors(400, 403, 422) },
      },
    },
    async (request, reply) => {
      requireOwner(request, options.updateToken)
      app
        .update({ sources: request.body.sources, force: false })
        .catch((error: unknown) => request.log.error({ err: error }, 'update failed'))
      return reply.code(202).send({ status: 'started' })
    },
  )
}
