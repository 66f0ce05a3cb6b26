import type { Static } from 'typebox'
import { schemaOf } from '../../model/index.ts'
import type { SearchRequest } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import { AS_OF, asOfAsked, limit, list, offset, page, sortOf } from '../parameters.ts'
import { scopeIn } from '../scope.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { CONTEXT_FIELDS, DatasetPath, errors, ref, SCOPE_PARAMETERS } from './shapes.ts'

const FACETS = ['countries', 'topics', 'datasets', 'schema', 'identifiers', 'genders'] as const

const SearchParameters = Type.Object({
  q: Type.String({ description: 'Words and fields, in Lucene syntax; empty finds everything.', default: '' }),
  schema: Type.String({ description: 'What to find; its descendants too.', default: 'Thing' }),
  ...SCOPE_PARAMETERS,
  countries: list('Country codes.'),
  topics: list('Topics.'),
  datasets: list('Sources and lists that name it.'),
  filter: list('field:value, such as properties.programId:EU-UKR.'),
  filter_op: Type.Enum(['OR', 'AND'], {
    description: 'How several values of one field combine; fields always combine by AND.',
    default: 'OR',
  }),
  facets: Type.Array(Type.Enum(FACETS), { description: 'What to count.', default: ['countries', 'topics', 'datasets'] }),
  limit: limit(10),
  offset: offset(),
  sort: list('field[:asc|desc], ascending unless said; then by relevance.'),
  fuzzy: Type.Boolean({ description: 'Terms marked with ~ may differ by more the longer they are.', default: false }),
  simple: Type.Boolean({ description: 'A forgiving syntax that never fails.', default: false }),
  ...AS_OF,
  target: Type.Optional(Type.Boolean({ description: 'Only entities with (or without) a topic of risk.', deprecated: true })),
})

const Facet = Type.Object({
  label: Type.String(),
  values: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), count: Type.Integer() })),
})

const SearchResponse = Type.Object(
  {
    limit: Type.Integer(),
    offset: Type.Integer(),
    total: ref('TotalSpec'),
    results: Type.Array(ref('EntityResponse')),
    facets: Type.Record(Type.String(), Facet),
    ...CONTEXT_FIELDS,
  },
  { additionalProperties: true },
)

/** `GET /search/{dataset}`: words, fields, filters and facets. */
export function searchRoutes({ server, app }: Routes): void {
  server.get(
    '/search/:dataset',
    {
      schema: {
        tags: ['Matching'],
        summary: 'Search by words and fields',
        params: DatasetPath,
        querystring: SearchParameters,
        response: { 200: SearchResponse, ...errors(400, 404, 422, 503) },
      },
    },
    async request => {
      const { query } = request
      const scope = scopeIn(app, request.params.dataset, { include: query.include_dataset, exclude: query.exclude_dataset })
      const asked = searchAsked(query, scope)
      const answer = await app.search(asked)
      return { limit: asked.limit, offset: asked.offset, ...answer }
    },
  )
}

function searchAsked(query: Static<typeof SearchParameters>, scope: SearchRequest['scope']): SearchRequest {
  if (!schemaOf(query.schema)) throw new HttpRefusal(400, 'Invalid schema')
  return {
    scope,
    q: query.q,
    simple: query.simple,
    fuzzy: query.fuzzy,
    schema: query.schema,
    excludedSchemata: query.exclude_schema,
    changedSince: query.changed_since ?? null,
    filters: filtersOf(query),
    target: query.target ?? null,
    facets: query.facets,
    sort: sortOf(query.sort),
    ...page(query),
    asOf: asOfAsked(query),
  }
}

/** The filters by field: those with parameters of their own, and `field:value`, where the value may hold colons. */
function filtersOf(
  query: Pick<Static<typeof SearchParameters>, 'countries' | 'topics' | 'datasets' | 'filter' | 'filter_op'>,
): SearchRequest['filters'] {
  const byField = new Map<string, string[]>()
  const add = (field: string, value: string) => byField.set(field, [...(byField.get(field) ?? []), value])
  for (const field of ['countries', 'topics', 'datasets'] as const) for (const value of query[field]) add(field, value)
  for (const text of query.filter) {
    const colon = text.indexOf(':')
    if (colon < 1) throw new HttpRefusal(400, 'Invalid filter')
    add(text.slice(0, colon), text.slice(colon + 1))
  }
  return [...byField].map(([field, values]) => ({ field, values, all: query.filter_op === 'AND' }))
}
