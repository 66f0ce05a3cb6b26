import type { Static } from 'typebox'
import { schemaOf } from '../../model/index.ts'
import type { App, QueryExample, ScreenContext, ScreenOptions } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import { AS_OF, asOfAsked, keep, limit, list } from '../parameters.ts'
import { scopeIn } from '../scope.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'
import { type AlgorithmUsed, algorithmFor, checkedConfig } from './algorithms.ts'
import { CONTEXT_FIELDS, DatasetPath, EntityExample, errors, ref, SCOPE_PARAMETERS } from './shapes.ts'

/** From this score on a result is a match, unless the caller says otherwise. */
export const THRESHOLD = 0.7

const MatchParameters = Type.Object({
  limit: limit(5, 'The most results for each query.'),
  threshold: Type.Number({ description: 'From this score on a result is a match.', default: THRESHOLD }),
  cutoff: Type.Number({
    description: 'Results with this score or less are dropped; never above the threshold.',
    default: THRESHOLD,
    deprecated: true,
  }),
  algorithm: Type.String({ description: 'See /algorithms.', default: 'best' }),
  ...SCOPE_PARAMETERS,
  topics: list('A result has at least one of these topics.'),
  exclude_entity_ids: list('Entities not to return, by any of their ids.', { maxItems: 50 }),
  listings: Type.Boolean({ description: 'WhoLists: tell for each result where it is listed, since when and under what.', default: false }),
  keep: keep(),
  ...AS_OF,
})

const MatchBody = Type.Object({
  queries: Type.Record(Type.String(), EntityExample, { description: 'Query entities by a key of your own.' }),
  weights: Type.Record(Type.String(), Type.Number(), {
    description: 'Weights of features, in place of their own; 0 takes one out.',
    default: {},
  }),
  config: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]), { default: {} }),
})

const MatchAnswer = Type.Object(
  {
    responses: Type.Record(
      Type.String(),
      Type.Object({
        status: Type.Literal(200),
        results: Type.Array(ref('ScoredEntityResponse')),
        total: ref('TotalSpec'),
        query: Type.Object({
          id: Type.Union([Type.String(), Type.Null()]),
          schema: Type.String(),
          properties: Type.Record(Type.String(), Type.Array(Type.String())),
        }),
      }),
    ),
    limit: Type.Integer(),
    algorithm: Type.Object({ asked: Type.String(), used: Type.String(), note: Type.Union([Type.String(), Type.Null()]) }),
    asOf: Type.Any(),
    matcher: Type.String(),
    index: Type.String(),
    kept: Type.Optional(Type.Record(Type.String(), Type.String(), { description: 'The id each query is kept as, by its key.' })),
    ...CONTEXT_FIELDS,
  },
  { additionalProperties: true },
)

/** `POST /match/{dataset}`: query-by-example screening. */
export function matchRoutes({ server, app, options }: Routes): void {
  server.post(
    '/match/:dataset',
    {
      schema: {
        tags: ['Matching'],
        summary: 'Screen a batch of queries',
        params: DatasetPath,
        querystring: MatchParameters,
        body: MatchBody,
        response: { 200: MatchAnswer, ...errors(400, 404, 422, 500, 503) },
      },
    },
    async (request, reply) => {
      const { queries, weights, config } = request.body
      const { algorithm, ...plain } = screeningOf(app, request.params.dataset, request.query)
      const settings = checkedConfig(app.matcher(), config)
      const keys = Object.keys(queries)
      checkBatch(keys.length, options.maxBatch)
      const examples = Object.values(queries)
      examples.forEach(checkExample)
      const isPlain = Object.keys(weights).length === 0 && Object.keys(settings).length === 0
      const screening = isPlain ? plain.options : { ...plain.options, weights, config: settings }
      const { answers, context, kept } = request.query.keep
        ? await app.screenAndKeep(examples, screening)
        : { ...(await app.screen(examples, screening)), kept: [] }
      reply.header('x-batch-size', String(keys.length)).type('application/json; charset=utf-8')
      return matchBody({ keys, answers, limit: screening.limit, algorithm, context, kept })
    },
  )
}

type Screening = { readonly options: ScreenOptions; readonly algorithm: AlgorithmUsed }
type Parameters = Static<typeof MatchParameters>

const screenings = new WeakMap<Parameters, { readonly catalog: unknown; readonly known: Map<string, Screening> }>()

/** How to screen in a dataset by these parameters; one object as long as they are one, and the catalogue is. */
function screeningOf(app: App, dataset: string, query: Parameters): Screening {
  const catalog = app.catalog()
  const kept = screenings.get(query)
  const { known } = kept?.catalog === catalog ? kept : { known: new Map<string, Screening>() }
  const before = known.get(dataset)
  if (before) return before
  const scope = scopeIn(app, dataset, { include: query.include_dataset, exclude: query.exclude_dataset })
  const screening = { options: optionsOf(query, scope), algorithm: algorithmFor(app.matcher(), query.algorithm) }
  screenings.set(query, { catalog, known: known.set(dataset, screening) })
  return screening
}

/** @throws HttpRefusal 400 for an empty batch or one above the limit */
export function checkBatch(size: number, most: number): void {
  if (size > most) throw new HttpRefusal(400, `Too many queries in one batch (limit: ${most})`)
  if (size === 0) throw new HttpRefusal(400, 'No queries provided.')
}

/** @throws HttpRefusal 400 for a schema that nothing can be matched with */
export function checkExample(example: Pick<QueryExample, 'schema'>): void {
  const schema = schemaOf(example.schema)
  if (!schema) throw new HttpRefusal(400, `Cannot parse example entity: there is no schema ${example.schema}`)
  if (!schema.matchable && schema.name !== 'Thing')
    throw new HttpRefusal(400, `Cannot parse example entity: the schema ${example.schema} cannot be matched`)
}

function optionsOf(query: Parameters, scope: ScreenOptions['scope']): ScreenOptions {
  return {
    scope,
    limit: Math.max(0, query.limit),
    threshold: query.threshold,
    cutoff: Math.min(query.cutoff, query.threshold),
    asOf: asOfAsked(query),
    topics: query.topics,
    excludedSchemata: query.exclude_schema,
    excludedIds: query.exclude_entity_ids,
    changedSince: query.changed_since ?? null,
    listings: query.listings,
    weights: {},
    config: {},
  }
}

type MatchParts = {
  readonly keys: readonly string[]
  readonly answers: readonly string[]
  readonly limit: number
  readonly algorithm: AlgorithmUsed
  readonly context: ScreenContext
  /** Ids by which the queries are kept, in their order; none where they are not. */
  readonly kept: readonly string[]
}

// The answers come as JSON texts from the workers: joining texts is all the main thread does with them.
function matchBody({ keys, answers, limit: most, algorithm, context, kept }: MatchParts): Buffer {
  const responses = keys.map((key, i) => `${JSON.stringify(key)}:${answers[i] ?? 'null'}`).join(',')
  const ids = kept.length > 0 ? `"kept":${JSON.stringify(Object.fromEntries(keys.map((key, i) => [key, kept[i]])))},` : ''
  const text = `{"responses":{${responses}},"limit":${most},"algorithm":${JSON.stringify(algorithm)},${ids}`
  return Buffer.concat([Buffer.from(text), contextBytes(context)])
}

const written = new WeakMap<ScreenContext, Buffer>()

/** The context's fields as the rest of a JSON object; written once as long as the context is the same. */
function contextBytes(context: ScreenContext): Buffer {
  const known = written.get(context)
  if (known !== undefined) return known
  const bytes = Buffer.from(JSON.stringify(context).slice(1))
  written.set(context, bytes)
  return bytes
}
