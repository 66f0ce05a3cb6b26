import type { Static } from 'typebox'
import { plainQuery, saysSomething, WhoListsError } from '../../model/index.ts'
import type { App, QueryAnswer, QueryExample, ScreenOptions } from '../app-interface.ts'
import { AS_OF, asOfAsked, keep, limit, list } from '../parameters.ts'
import { scopeIn } from '../scope.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { checkExample, THRESHOLD } from '../yente/match.ts'
import { EntityExample, errors } from '../yente/shapes.ts'
import { SCREEN_ANSWER } from './shapes.ts'

/** What is shown below the threshold: a person may still want to look at it. */
const CUTOFF = 0.5

/** How a screening is asked for. The same parameters serve one query and a file. */
export const SCREEN_PARAMETERS = {
  scope: Type.String({ description: 'A collection, source or list.', default: 'default' }),
  limit: limit(10),
  threshold: Type.Number({ description: 'From this score on a result is a match.', default: THRESHOLD }),
  cutoff: Type.Number({ description: 'Results with this score or less are dropped.', default: CUTOFF }),
  topics: list('A result has at least one of these topics.'),
  include_dataset: list('Only these of the scope.'),
  exclude_dataset: list('Not these.'),
  ...AS_OF,
}

const Parameters = Type.Object(SCREEN_PARAMETERS)
const Posted = Type.Object({ ...SCREEN_PARAMETERS, keep: keep() })

/** The options of a screening for a page. @throws HttpRefusal 404 where there is no such dataset */
export function screenOptions(app: App, query: Static<typeof Parameters>): ScreenOptions {
  const scope = scopeIn(app, query.scope, { include: query.include_dataset, exclude: query.exclude_dataset })
  return {
    scope,
    limit: Math.max(0, query.limit),
    threshold: query.threshold,
    cutoff: Math.min(query.cutoff, query.threshold),
    asOf: asOfAsked(query),
    topics: query.topics,
    excludedSchemata: [],
    excludedIds: [],
    changedSince: null,
    weights: {},
    config: {},
    listings: true,
  }
}

const Asked = Type.Object({
  ...SCREEN_PARAMETERS,
  name: list('The name; repeated, other names of the same.'),
  schema: Type.String({ description: 'What it is; Thing where unknown.', default: 'Thing' }),
  birthDate: list('Birth date, or a part of it.'),
  country: list('Country, nationality or flag.'),
  gender: list('Gender.'),
  id: list('Document, registration, IMO or other number, wallet address.'),
  keep: keep(),
})

/** `GET` and `POST /api/screen`: one query, with listings. */
export function screenRoutes({ server, app }: Routes): void {
  const answer = async (query: QueryExample, options: ScreenOptions, keeps: boolean) => {
    checkExample(query)
    if (
      !Object.values(query.properties)
        .flat()
        .some(value => saysSomething(String(value)))
    )
      throw new WhoListsError('input.invalid', {
        what: 'query',
        expected: 'a name, a number or another property',
        seen: 'none with a letter or digit',
      })
    if (keeps) {
      const { answers, context, kept } = await app.screenAndKeep([query], options)
      return { ...(JSON.parse(answers[0] ?? 'null') as QueryAnswer), ...context, kept: kept[0] ?? '' }
    }
    const { answers, context } = await app.screen([query], options)
    return { ...(JSON.parse(answers[0] ?? 'null') as QueryAnswer), ...context }
  }
  const response = { 200: SCREEN_ANSWER, ...errors(400, 404, 422, 500, 503) }
  server.get(
    '/api/screen',
    { schema: { tags: ['WhoLists'], summary: 'Screen one name', querystring: Asked, response } },
    async ({ query }) =>
      answer(
        plainQuery({
          names: query.name,
          schema: query.schema,
          birthDates: query.birthDate,
          countries: query.country,
          genders: query.gender,
          ids: query.id,
        }),
        screenOptions(app, query),
        query.keep,
      ),
  )
  server.post(
    '/api/screen',
    { schema: { tags: ['WhoLists'], summary: 'Screen one query entity', querystring: Posted, body: EntityExample, response } },
    async ({ body, query }) => answer(body, screenOptions(app, query), query.keep),
  )
}
