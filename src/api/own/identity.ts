import { requireOwner } from '../owner.ts'
import { limit, list, offset, page } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, inForm } from '../yente/shapes.ts'
import { DECISIONS_ANSWER, DECISIONS_TAKEN, IDENTITY_ANSWER, JUDGEMENT } from './identity-shapes.ts'

const tags = ['WhoLists']
const OWNER = 'From this machine, or with the update token as "Authorization: Bearer".'
const PAIR = {
  a: Type.String({ minLength: 1, description: 'A record, such as un-sc:TAi.002.' }),
  b: Type.String({ minLength: 1 }),
}
const SIGNED = {
  reason: Type.String({ minLength: 1, maxLength: 2000, description: 'Kept with the judgement.' }),
  by: Type.String({ minLength: 1, maxLength: 200, description: 'Who says so.' }),
}

/** `/api/identity/…`: pairs of records that wait for a person, people's decisions, and the two as a resolver file. */
export function identityRoutes(routes: Routes): void {
  proposalRoutes(routes)
  decisionRoutes(routes)
  resolverRoutes(routes)
}

function proposalRoutes({ server, app }: Routes): void {
  server.get(
    '/api/identity/proposals',
    {
      schema: {
        tags,
        summary: 'How records are joined, and pairs that may be one party, the likeliest first',
        querystring: Type.Object({
          source: list('Only pairs with a record of one of these sources.'),
          party: Type.Optional(Type.String({ minLength: 1, description: 'Only pairs with a record of this entity.' })),
          limit: limit(20),
          offset: offset(),
        }),
        response: { 200: IDENTITY_ANSWER, ...errors(422, 503) },
      },
    },
    ({ query }) => app.identity({ ...page(query), sources: query.source, party: query.party ?? null }),
  )
  server.get(
    '/api/identity/decisions',
    {
      schema: {
        tags,
        summary: 'What people decided about pairs of records, newest first',
        querystring: Type.Object({ limit: limit(20), offset: offset() }),
        response: { 200: DECISIONS_ANSWER, ...errors(422, 503) },
      },
    },
    ({ query }) => app.decisions(page(query)),
  )
}

function decisionRoutes({ server, app, options }: Routes): void {
  server.post(
    '/api/identity/decide',
    {
      schema: {
        tags,
        summary: 'Say of two records whether they are one party',
        description: `${OWNER} A later word on the pair takes its place. Records are joined anew some seconds after the last decision.`,
        body: Type.Object({ ...PAIR, verdict: Type.Enum(['same', 'different', 'unsure']), ...SIGNED }),
        response: { 200: JUDGEMENT, ...errors(400, 403, 404, 422, 503) },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      const { a, b, verdict, reason, by } = request.body
      return app.decide({ a, b, verdict, reason, by })
    },
  )
  server.post(
    '/api/identity/undo',
    {
      schema: {
        tags,
        summary: 'Take back what people decided about two records: what the matcher said before holds again',
        description: OWNER,
        body: Type.Object({ ...PAIR, ...SIGNED }),
        response: { 200: JUDGEMENT, ...errors(400, 403, 422, 503) },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      const { a, b, reason, by } = request.body
      return app.takeBack({ a, b, reason, by })
    },
  )
}

function resolverRoutes({ server, app, options }: Routes): void {
  server.get(
    '/api/identity/resolver',
    {
      schema: {
        tags,
        summary: "Every judgement as a file of OpenSanctions' resolver",
        response: { 200: inForm('application/x-ndjson', 'A line for each pair.', Type.Array(Type.Any())), ...errors(503) },
      },
    },
    async (_request, reply) => {
      const lines = await app.exportDecisions()
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', 'attachment; filename="resolver.ijson"')
        .send(lines.map(line => `${line}\n`).join(''))
    },
  )
  server.post(
    '/api/identity/resolver',
    {
      config: { text: true },
      schema: {
        tags,
        summary: "Take in the decisions of a file of OpenSanctions' resolver",
        description: OWNER,
        consumes: ['application/x-ndjson'],
        body: Type.String({ minLength: 1 }),
        response: { 200: DECISIONS_TAKEN, ...errors(400, 403, 422, 503) },
      },
    },
    request => {
      requireOwner(request, options.updateToken)
      return app.importDecisions(request.body.split('\n'))
    },
  )
}
