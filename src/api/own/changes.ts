import { type Static, Type } from 'typebox'
import type { App } from '../app-interface.ts'
import { limit, list, moment, offset, page } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { errors, inForm } from '../yente/shapes.ts'
import { atomFeed, jsonFeed } from './feeds.ts'
import { CHANGES_ANSWER, DIFF_ANSWER } from './shapes.ts'

const ChangesAsked = Type.Object({
  since: Type.Optional(moment('Published later than this.')),
  until: Type.Optional(moment('Published by this.')),
  source: list('Only these sources.'),
  kind: Type.Array(Type.Enum(['added', 'amended', 'removed']), { description: 'Only these kinds.', default: [] }),
  limit: limit(100),
  offset: offset(),
})

const changesOf = (app: App, query: Static<typeof ChangesAsked>) =>
  app.changes({ since: query.since ?? null, until: query.until ?? null, sources: query.source, kinds: query.kind, ...page(query) })

/** `/api/changes`, also as JSON Feed and Atom, and `/api/diff/{source}`. */
export function changeRoutes({ server, app, options }: Routes): void {
  const tags = ['WhoLists']
  server.get(
    '/api/changes',
    {
      schema: {
        tags,
        summary: 'What was added, amended and removed, newest first',
        querystring: ChangesAsked,
        response: { 200: CHANGES_ANSWER, ...errors(400, 404, 422) },
      },
    },
    ({ query }) => changesOf(app, query),
  )
  server.get(
    '/api/changes/feed.json',
    {
      schema: {
        tags,
        summary: 'The changes as a JSON Feed',
        querystring: ChangesAsked,
        response: { 200: inForm('application/feed+json', 'JSON Feed 1.1', Type.Any()), ...errors(422) },
      },
    },
    async (request, reply) => {
      const base = `${request.protocol}://${request.host}`
      const feed = jsonFeed(await changesOf(app, request.query), { title: options.title, base, self: `${base}${request.url}` })
      return reply.type('application/feed+json; charset=utf-8').send(JSON.stringify(feed))
    },
  )
  server.get(
    '/api/changes/feed.atom',
    {
      schema: {
        tags,
        summary: 'The changes as an Atom feed',
        querystring: ChangesAsked,
        response: { 200: inForm('application/atom+xml', 'Atom'), ...errors(422) },
      },
    },
    async (request, reply) => {
      const base = `${request.protocol}://${request.host}`
      const feed = atomFeed(await changesOf(app, request.query), { title: options.title, base, self: `${base}${request.url}` })
      return reply.type('application/atom+xml; charset=utf-8').send(feed)
    },
  )
  server.get(
    '/api/diff/:source',
    {
      schema: {
        tags,
        summary: 'The difference between two versions of a source',
        params: Type.Object({ source: Type.String() }),
        querystring: Type.Object({
          from: Type.String({ minLength: 1, description: 'A version, or its day.' }),
          to: Type.String({ minLength: 1, description: 'A version, or its day.' }),
        }),
        response: { 200: DIFF_ANSWER, ...errors(400, 404, 422) },
      },
    },
    ({ params, query }) => app.diff(params.source, query.from, query.to),
  )
}
