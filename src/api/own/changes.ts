import type { Static } from 'typebox'
import { EVENT_KINDS } from '../../questions/index.ts'
import type { App, ChangesAsked } from '../app-interface.ts'
import { AS_OF, asOfAsked, limit, list, moment, offset, page } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, inForm } from '../yente/shapes.ts'
import { atomFeed, jsonFeed } from './feeds.ts'
import { CHANGES_ANSWER, DIFF_ANSWER } from './shapes.ts'

const CHANGES_ASKED = Type.Object({
  since: Type.Optional(moment('Published later than this.')),
  until: Type.Optional(moment('Published by this.')),
  source: list('Only these sources.'),
  kind: Type.Array(Type.Enum([...new Set(['added', 'amended', 'removed', ...EVENT_KINDS])]), {
    description: 'Only these kinds of changes or events.',
    default: [],
  }),
  party: list('Only of these entities, by any of their ids.'),
  list: list('Only of these lists.'),
  authority: list('Only of these authorities.'),
  material: Type.Boolean({ description: 'Leave out what is only wording, form or a fault of the publication.', default: false }),
  published: AS_OF.published,
  recorded: AS_OF.recorded,
  limit: limit(100),
  offset: offset(),
})

const changesOf = (app: App, query: Static<typeof CHANGES_ASKED>) =>
  app.changes({
    since: query.since ?? null,
    until: query.until ?? null,
    sources: query.source,
    kinds: query.kind as ChangesAsked['kinds'],
    parties: query.party,
    lists: query.list,
    authorities: query.authority,
    material: query.material,
    ...page(query),
    asOf: asOfAsked(query),
  })

/** `/api/changes`, also as JSON Feed and Atom, and `/api/diff/{source}`. */
export function changeRoutes(routes: Routes): void {
  answerRoutes(routes)
  feedRoutes(routes)
}

const tags = ['WhoLists']

function answerRoutes({ server, app }: Routes): void {
  server.get(
    '/api/changes',
    {
      schema: {
        tags,
        summary: 'What changed between versions and what happened by it, newest first',
        querystring: CHANGES_ASKED,
        response: { 200: CHANGES_ANSWER, ...errors(400, 404, 422) },
      },
    },
    ({ query }) => changesOf(app, query),
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

function feedRoutes({ server, app, options }: Routes): void {
  server.get(
    '/api/changes/feed.json',
    {
      schema: {
        tags,
        summary: 'The changes as a JSON Feed',
        querystring: CHANGES_ASKED,
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
        querystring: CHANGES_ASKED,
        response: { 200: inForm('application/atom+xml', 'Atom'), ...errors(422) },
      },
    },
    async (request, reply) => {
      const base = `${request.protocol}://${request.host}`
      const feed = atomFeed(await changesOf(app, request.query), { title: options.title, base, self: `${base}${request.url}` })
      return reply.type('application/atom+xml; charset=utf-8').send(feed)
    },
  )
}
