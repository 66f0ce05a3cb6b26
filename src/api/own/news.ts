import { isDay, WhoListsError } from '../../model/index.ts'
import type { SignalsAnswer } from '../../questions/index.ts'
import { HttpRefusal } from '../errors.ts'
import { limit } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, inForm } from '../yente/shapes.ts'
import { READ_ANSWER, SIGNALS_ANSWER, SIGNALS_FEED } from './shapes.ts'

/** A pending change as an item of a JSON Feed; its id changes with its state, so that readers show it again. */
function feedItem(signal: SignalsAnswer['signals'][number]) {
  const { id, authorityName, partyCaption, direction, rung, status, closedBy, rungs, updated } = signal
  const quotes = rungs.flatMap(r => r.claims.map(c => `${c.document.published ?? ''} ${c.document.publisher ?? ''}: “${c.quote}”`))
  const state = closedBy ? `closed ${closedBy.day}: ${closedBy.title}` : status
  return {
    id: `${id}#${rung}-${status}-${updated}`,
    title: `${authorityName}: ${direction} of ${partyCaption} (${rung}, ${status})`,
    content_text: [`${rung}, ${state}`, ...quotes].join('\n'),
    date_modified: `${closedBy?.day ?? updated}T00:00:00Z`,
  }
}

const tags = ['WhoLists']

/** `/api/signals` and `/api/read`: what is about to change, and what a text says. */
export function newsRoutes(routes: Routes): void {
  signalRoutes(routes)
  readRoute(routes)
}

function signalRoutes({ server, app }: Routes): void {
  server.get(
    '/api/signals',
    {
      schema: {
        tags,
        summary: 'Pending changes with their evidence',
        querystring: Type.Object({
          party: Type.Optional(Type.String({ description: 'Only those of a party.' })),
          authority: Type.Optional(Type.String({ description: 'Only those of an authority.' })),
          on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'As they stood on that day.' })),
          limit: limit(100),
        }),
        response: { 200: SIGNALS_ANSWER, ...errors(404, 422, 503) },
      },
    },
    ({ query }) =>
      app.signals({
        party: query.party ?? null,
        authority: query.authority ?? null,
        on: query.on ?? null,
        limit: Math.max(0, query.limit),
      }),
  )
  server.get(
    '/api/signals/feed',
    {
      schema: {
        tags,
        summary: 'Pending changes as a JSON Feed',
        description: 'For feed readers (jsonfeed.org, version 1.1): one item a pending change, anew when its state or evidence changes.',
        querystring: Type.Object({
          party: Type.Optional(Type.String({ description: 'Only those of a party.' })),
          authority: Type.Optional(Type.String({ description: 'Only those of an authority.' })),
          limit: limit(50),
        }),
        response: { 200: inForm('application/feed+json', 'JSON Feed 1.1', SIGNALS_FEED), ...errors(404, 422, 503) },
      },
    },
    async ({ query }, reply) => {
      const { party = null, authority = null, limit: most } = query
      const { signals } = await app.signals({ party, authority, limit: Math.max(0, most) })
      const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'WhoLists: pending changes', items: signals.map(feedItem) }
      return reply.type('application/feed+json; charset=utf-8').send(JSON.stringify(feed))
    },
  )
}

function readRoute({ server, app }: Routes): void {
  server.post(
    '/api/read',
    {
      schema: {
        tags,
        summary: 'Claims found in a text, a page or at an address',
        description: 'One of text, html and url.',
        body: Type.Object({
          text: Type.Optional(Type.String()),
          html: Type.Optional(Type.String()),
          url: Type.Optional(Type.String()),
          title: Type.Optional(Type.String({ description: 'Of the text.' })),
          publisher: Type.Optional(Type.String({ description: 'Of the text.' })),
          published: Type.Optional(Type.String({ description: 'The day of the text, from which "yesterday" counts.' })),
        }),
        response: { 200: READ_ANSWER, ...errors(400, 422, 503) },
      },
    },
    ({ body }) => {
      const { text = null, html = null, url = null, title, publisher, published } = body
      if ([text, html, url].filter(v => v !== null).length !== 1) throw new HttpRefusal(400, 'Give one of text, html and url.')
      if (published !== undefined && !isDay(published))
        throw new WhoListsError('input.invalid', { what: 'published', expected: 'a day YYYY-MM-DD', seen: published })
      const about = { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), ...(published ? { published } : {}) }
      return app.read({ text, html, url, about })
    },
  )
}
