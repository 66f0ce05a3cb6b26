import { requireOwner } from '../owner.ts'
import { limit, offset, page } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors } from '../yente/shapes.ts'
import { IDENTITY_ANSWER, JUDGEMENT } from './shapes.ts'

/** `/api/identity/proposals` and `/api/identity/decide`: pairs of records that wait for a person, and a person's word on a pair. */
export function identityRoutes({ server, app, options }: Routes): void {
  const tags = ['WhoLists']
  server.get(
    '/api/identity/proposals',
    {
      schema: {
        tags,
        summary: 'How records are joined, and pairs that may be one party, the likeliest first',
        querystring: Type.Object({ limit: limit(20), offset: offset() }),
        response: { 200: IDENTITY_ANSWER, ...errors(422, 503) },
      },
    },
    ({ query }) => app.identity(page(query)),
  )
  server.post(
    '/api/identity/decide',
    {
      schema: {
        tags,
        summary: 'Say of two records whether they are one party',
        description: 'From this machine, or with the update token as "Authorization: Bearer". A later word on the pair takes its place.',
        body: Type.Object({
          a: Type.String({ minLength: 1, description: 'A record, such as un-sc:TAi.002.' }),
          b: Type.String({ minLength: 1 }),
          verdict: Type.Enum(['same', 'different', 'unsure']),
          reason: Type.String({ minLength: 1, description: 'Kept with the judgement.' }),
          by: Type.String({ minLength: 1, description: 'Who says so.' }),
        }),
        response: { 200: JUDGEMENT, ...errors(400, 403, 404, 422, 503) },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      const { a, b, verdict, reason, by } = request.body
      return app.decide({ a, b, verdict, reason, by })
    },
  )
}
