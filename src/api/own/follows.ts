import { requireOwner } from '../owner.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors } from '../yente/shapes.ts'
import { FOLLOW_MADE, FOLLOWS_ANSWER } from './identity-shapes.ts'

const OWNER = 'From this machine, or with the update token as "Authorization: Bearer".'

/** `/api/follows`: who is told of what happens to a party, on a list or by an authority. Only the owner sees where it is sent. */
export function followRoutes({ server, app, options }: Routes): void {
  const tags = ['WhoLists']
  server.get(
    '/api/follows',
    {
      schema: {
        tags,
        summary: 'What is followed, and what is on its way',
        description: OWNER,
        response: { 200: FOLLOWS_ANSWER, ...errors(403) },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      return app.follows()
    },
  )
  server.post(
    '/api/follows',
    {
      schema: {
        tags,
        summary: 'Be told of what happens, by signed messages to an address; the signing key is shown this once',
        description: OWNER,
        body: Type.Object({
          what: Type.String({ minLength: 1, description: 'A party by any of its ids, list:ID, or authority:ID.' }),
          webhook: Type.String({ minLength: 1, description: 'Where messages are posted.' }),
          everything: Type.Boolean({ default: false, description: 'Also what is only wording, form or a fault of the publication.' }),
        }),
        response: { 200: FOLLOW_MADE, ...errors(400, 403, 404, 422, 503) },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      const { what, webhook, everything } = request.body
      return app.follow({ what, webhook, everything })
    },
  )
  server.delete(
    '/api/follows/:id',
    {
      schema: {
        tags,
        summary: 'Follow no longer',
        description: OWNER,
        params: Type.Object({ id: Type.String({ minLength: 1 }) }),
        response: { 200: Type.Object({ removed: Type.String() }), ...errors(400, 403, 503) },
      },
    },
    async request => {
      requireOwner(request, options.updateToken)
      await app.unfollow(request.params.id)
      return { removed: request.params.id }
    },
  )
}
