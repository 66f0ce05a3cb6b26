import { isDay, WhoListsError } from '../../model/index.ts'
import type { App } from '../app-interface.ts'
import { answerLines, failureShown, readLines } from '../lines.ts'
import { AS_OF, asOfAsked, limit, list, moment } from '../parameters.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { errors, inForm } from '../yente/shapes.ts'
import { FAILURE_LINE, INSTRUMENT_ANSWER, INSTRUMENTS_FOUND, LISTED_ANSWER, LISTS_ANSWER, MATRIX_ANSWER } from './shapes.ts'

const LISTED = {
  party: Type.String({ minLength: 1, description: 'An entity id, a curated id, or an exact name.' }),
  authority: Type.String({ minLength: 1, description: 'An authority or a jurisdiction.' }),
  list: Type.Optional(Type.String({ description: 'One of its lists.' })),
  on: Type.Optional(Type.String({ description: 'The day; today where none is given.' })),
}

/** The day asked for, or null for today. @throws input.invalid */
function dayAsked(seen: string | undefined | null): string | null {
  if (seen === undefined || seen === null) return null
  if (!isDay(seen)) throw new WhoListsError('input.invalid', { what: 'on', expected: 'a day YYYY-MM-DD', seen })
  return seen
}

/** `/api/listed`, `/api/lists`, `/api/matrix`, `/api/instrument/{id}`, `/api/instruments`: status in law. */
export function lawRoutes(routes: Routes): void {
  listedRoutes(routes)
  listsRoute(routes)
  matrixRoute(routes)
  instrumentRoutes(routes)
}

function listsRoute({ server, app }: Routes): void {
  server.get(
    '/api/lists',
    {
      schema: { tags: ['WhoLists'], summary: 'The lists in law, and who decides on each', response: { 200: LISTS_ANSWER, ...errors(503) } },
    },
    async () => ({ lists: await app.lists() }),
  )
}

function listedRoutes({ server, app }: Routes): void {
  server.get(
    '/api/listed',
    {
      schema: {
        tags: ['WhoLists'],
        summary: 'The status of a party with an authority on a day',
        querystring: Type.Object({ ...LISTED, published: AS_OF.published, recorded: AS_OF.recorded }),
        response: { 200: LISTED_ANSWER, ...errors(400, 404, 422, 503) },
      },
    },
    ({ query }) => {
      const { published, recorded } = asOfAsked(query)
      const times = { ...(published === undefined ? {} : { published }), ...(recorded === undefined ? {} : { recorded }) }
      return app.listed({ party: query.party, authority: query.authority, list: query.list ?? null, on: dayAsked(query.on), ...times })
    },
  )
  server.post(
    '/api/listed',
    {
      config: { text: true },
      schema: {
        tags: ['WhoLists'],
        summary: 'Many questions of status, one JSON object a line',
        description: 'Each line {party, authority, list?, on?} is answered by a line; one that fails by {detail, code, remedy}.',
        consumes: ['application/x-ndjson'],
        body: Type.String(),
        response: {
          200: inForm('application/x-ndjson', 'A line for each line.', Type.Union([LISTED_ANSWER, FAILURE_LINE])),
          ...errors(422),
        },
      },
    },
    (request, reply) => answerLines(reply, listedAnswers(app, request.body)),
  )
}

async function* listedAnswers(app: App, text: string): AsyncGenerator<object> {
  for (const given of readLines(text)) {
    try {
      if ('fault' in given)
        throw new WhoListsError('input.invalid', { what: `line ${given.line}`, expected: 'a JSON object', seen: given.fault })
      yield await app.listed(questionOf(given.value, given.line))
    } catch (error) {
      yield failureShown(error)
    }
  }
}

function questionOf(value: unknown, line: number): Parameters<App['listed']>[0] {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  const text = (name: string): string | null => {
    const field = given[name]
    if (field === undefined || field === null) return null
    if (typeof field !== 'string')
      throw new WhoListsError('input.invalid', { what: `line ${line}, ${name}`, expected: 'text', seen: typeof field })
    return field
  }
  const due = (name: string): string => {
    const found = text(name)
    if (found === null || found === '')
      throw new WhoListsError('input.invalid', { what: `line ${line}, ${name}`, expected: 'text', seen: 'nothing' })
    return found
  }
  return { party: due('party'), authority: due('authority'), list: text('list'), on: dayAsked(text('on')) }
}

function matrixRoute({ server, app }: Routes): void {
  server.get(
    '/api/matrix',
    {
      schema: {
        tags: ['WhoLists'],
        summary: 'Who lists whom on a day',
        querystring: Type.Object({
          party: list('Parties; none means those of the curated base.'),
          authority: list('Authorities or jurisdictions; none means those that list any.'),
          on: Type.Optional(moment('The day; today where none is given.')),
          published: AS_OF.published,
          recorded: AS_OF.recorded,
        }),
        response: { 200: MATRIX_ANSWER, ...errors(400, 404, 422, 503) },
      },
    },
    ({ query }) => app.matrix({ parties: query.party, authorities: query.authority, on: dayAsked(query.on), asOf: asOfAsked(query) }),
  )
}

function instrumentRoutes({ server, app }: Routes): void {
  const tags = ['WhoLists']
  server.get(
    '/api/instrument/:id',
    {
      schema: {
        tags,
        summary: 'An instrument: what it carries out, what carries it out, what ended it, exemptions',
        params: Type.Object({ id: Type.String() }),
        querystring: Type.Object({ on: Type.Optional(moment('The day whose force in law is asked; today where none is given.')) }),
        response: { 200: INSTRUMENT_ANSWER, ...errors(400, 404, 422, 503) },
      },
    },
    ({ params, query }) => app.instrument(params.id, dayAsked(query.on)),
  )
  server.get(
    '/api/instruments',
    {
      schema: {
        tags,
        summary: 'Instruments by words of their title or number',
        querystring: Type.Object({ find: Type.String({ default: '', description: 'Words; none gives the newest.' }), limit: limit(50) }),
        response: { 200: INSTRUMENTS_FOUND, ...errors(422, 503) },
      },
    },
    async ({ query }) => ({ instruments: await app.findInstruments(query.find, Math.max(0, query.limit)) }),
  )
}
