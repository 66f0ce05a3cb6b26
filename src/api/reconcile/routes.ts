import type { Static } from 'typebox'
import { schemaOf } from '../../model/index.ts'
import type { App, DatasetView, Scope } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import { limit, moment } from '../parameters.ts'
import { datasetsByName, scopeIn } from '../scope.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { algorithmFor } from '../yente/algorithms.ts'
import { DatasetPath, errors } from '../yente/shapes.ts'
import { entityShown } from './entity.ts'
import { extend } from './extend.ts'
import { manifestOf } from './manifest.ts'
import { allProperties, matchableTypes, type Named, qualifiedName } from './model-words.ts'
import { reconcile } from './query.ts'

const SUGGESTIONS = 5

const QueryParameters = Type.Object({
  algorithm: Type.String({ description: 'See /algorithms.', default: 'best' }),
  changed_since: Type.Optional(moment('Changed later than this.')),
})

/** The reconciliation service: manifest, queries, suggestions, extension. */
export function reconcileRoutes(routes: Routes): void {
  serviceRoutes(routes)
  suggestRoutes(routes)
  proposeRoute(routes)
}

function serviceRoutes({ server, app, options }: Routes): void {
  const tags = ['Reconciliation']
  server.get(
    '/reconcile/:dataset',
    {
      schema: {
        tags,
        summary: 'What a reconciliation client must know',
        params: DatasetPath,
        response: {
          200: Type.Object({ versions: Type.Array(Type.String()), name: Type.String() }, { additionalProperties: true }),
          ...errors(404),
        },
      },
    },
    async request => {
      scopeIn(app, request.params.dataset)
      const dataset = datasetsByName(app.catalog()).get(request.params.dataset) as DatasetView
      const mark = request.url.indexOf('?')
      return manifestOf(dataset, {
        title: options.title,
        base: `${request.protocol}://${request.host}`,
        query: mark < 0 ? '' : request.url.slice(mark),
      })
    },
  )
  server.post(
    '/reconcile/:dataset',
    {
      config: { form: true },
      schema: {
        tags,
        summary: 'Reconcile names, or fill columns with properties',
        params: DatasetPath,
        querystring: QueryParameters,
        consumes: ['application/x-www-form-urlencoded'],
        body: Type.Object({
          queries: Type.Optional(Type.String({ description: 'JSON' })),
          extend: Type.Optional(Type.String({ description: 'JSON' })),
        }),
        response: { 200: Type.Object({}, { additionalProperties: true }), ...errors(400, 404, 422, 500, 503) },
      },
    },
    async (request, reply) => {
      const scope = scopeIn(app, request.params.dataset)
      const { queries, extend: wanted } = request.body
      if (wanted !== undefined) return extend(app, wanted, options.maxBatch)
      if (queries === undefined) throw new HttpRefusal(400, 'Neither queries nor extend is given.')
      const answers = await reconcile(app, queries, optionsOf(app, scope, request.query), options.maxBatch)
      reply.header('x-batch-size', String(answers.length))
      return Object.fromEntries(answers)
    },
  )
}

function optionsOf(app: App, scope: Scope, query: Static<typeof QueryParameters>) {
  algorithmFor(app.matcher(), query.algorithm)
  return {
    scope,
    asOf: {},
    topics: [],
    excludedSchemata: [],
    excludedIds: [],
    changedSince: query.changed_since ?? null,
    weights: {},
    config: {},
    listings: false,
  }
}

const suggested = (prefix: string, result: readonly object[]) => ({ code: '/api/status/ok', status: '200 OK', prefix, result })

const startsIn = (prefix: string, ...texts: readonly string[]): boolean => {
  const start = prefix.trim().toLowerCase()
  return (
    start !== '' &&
    texts.some(text =>
      text
        .toLowerCase()
        .split(/[\s:]+/)
        .some((_, i, words) => words.slice(i).join(' ').startsWith(start)),
    )
  )
}

function suggestRoutes({ server, app }: Routes): void {
  const schema = {
    tags: ['Reconciliation'],
    params: DatasetPath,
    querystring: Type.Object({
      prefix: Type.String({ description: 'How it begins; nothing finds nothing.', default: '' }),
      limit: limit(10),
    }),
    response: { 200: Type.Object({ result: Type.Array(Type.Any()) }, { additionalProperties: true }), ...errors(404, 422) },
  }
  server.get(
    '/reconcile/:dataset/suggest/entity',
    { schema: { ...schema, summary: 'Entities by the beginning of a name' } },
    async ({ params, query }) => {
      const scope = scopeIn(app, params.dataset)
      const found = query.prefix.trim() === '' ? [] : await app.suggest(scope, query.prefix, Math.max(0, query.limit))
      return suggested(
        query.prefix,
        found.map(entityShown).map(e => ({ ...e, notable: e.type })),
      )
    },
  )
  server.get(
    '/reconcile/:dataset/suggest/type',
    { schema: { ...schema, summary: 'Types by the beginning of a name' } },
    async ({ params, query }) => {
      scopeIn(app, params.dataset)
      return suggested(
        query.prefix,
        matchableTypes()
          .filter(t => startsIn(query.prefix, t.id, t.name))
          .slice(0, SUGGESTIONS),
      )
    },
  )
  server.get(
    '/reconcile/:dataset/suggest/property',
    { schema: { ...schema, summary: 'Properties by the beginning of a name' } },
    async ({ params, query }) => {
      scopeIn(app, params.dataset)
      const found = allProperties()
        .filter(p => startsIn(query.prefix, p.id, p.label))
        .slice(0, SUGGESTIONS)
      return suggested(
        query.prefix,
        found.map(({ id, name, description }): Named => ({ id, name, description })),
      )
    },
  )
}

function proposeRoute({ server, app }: Routes): void {
  server.get(
    '/reconcile/:dataset/extend/property',
    {
      schema: {
        tags: ['Reconciliation'],
        summary: 'Properties to extend by',
        params: DatasetPath,
        querystring: Type.Object({ type: Type.String({ description: 'A schema.', default: 'Thing' }), limit: limit(0) }),
        response: {
          200: Type.Object({
            limit: Type.Integer(),
            type: Type.String(),
            properties: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
          }),
          ...errors(400, 404, 422),
        },
      },
    },
    async ({ params, query }) => {
      scopeIn(app, params.dataset)
      const schema = schemaOf(query.type)
      if (!schema) throw new HttpRefusal(400, `Invalid type: ${query.type}`)
      const properties = [...schema.properties.values()]
        .filter(p => !p.stub)
        .map(p => ({ id: qualifiedName(schema, p.name), name: p.label }))
      return { limit: query.limit, type: query.type, properties: query.limit > 0 ? properties.slice(0, query.limit) : properties }
    },
  )
}
