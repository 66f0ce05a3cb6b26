import { HttpRefusal } from '../errors.ts'
import { limit } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors } from '../yente/shapes.ts'
import { READ_ANSWER, SIGNALS_ANSWER } from './shapes.ts'

/** `/api/signals` and `/api/read`: what is about to change, and what a text says. */
export function newsRoutes({ server, app }: Routes): void {
  const tags = ['WhoLists']
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
  server.post(
    '/api/read',
    {
      schema: {
        tags,
        summary: 'Claims found in a text, a page or at an address',
        description: 'One of text, html and url.',
        body: Type.Object({ text: Type.Optional(Type.String()), html: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
        response: { 200: READ_ANSWER, ...errors(400, 422, 503) },
      },
    },
    ({ body }) => {
      const { text = null, html = null, url = null } = body
      if ([text, html, url].filter(v => v !== null).length !== 1) throw new HttpRefusal(400, 'Give one of text, html and url.')
      return app.read({ text, html, url })
    },
  )
}
