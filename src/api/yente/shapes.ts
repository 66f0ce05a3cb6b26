import type { Static, TSchema } from 'typebox'
import { list, moment } from '../parameters.ts'
import { Type } from '../type.ts'

const OrNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(type: T) => Type.Union([type, Type.Null()])
const When = (description: string) => Type.Union([Type.String({ description }), Type.Null()])

const ENTITY_FIELDS = {
  id: Type.String({ description: 'The id the entity goes by.' }),
  caption: Type.String({ description: 'The name to show.' }),
  schema: Type.String({ description: 'A FollowTheMoney schema.' }),
  properties: Type.Record(Type.String(), Type.Array(Type.Union([Type.String(), Type.Unsafe<object>({ $ref: 'EntityResponse#' })])), {
    description: 'Values by property; nested entities only where asked for.',
  }),
  datasets: Type.Array(Type.String(), { description: 'The sources and lists that name it.' }),
  referents: Type.Array(Type.String(), { description: 'Ids of the records joined in it.' }),
  target: Type.Boolean({ description: 'True where a topic means risk.' }),
  first_seen: When('First version that holds it.'),
  last_seen: When('Last version that holds it.'),
  last_change: When('Last version that changed it.'),
}

/** An entity. */
export const EntityResponse = Type.Object(ENTITY_FIELDS, { $id: 'EntityResponse', title: 'EntityResponse', additionalProperties: true })

const Explanation = Type.Object(
  { score: Type.Number(), detail: OrNull(Type.String()), query: OrNull(Type.String()), candidate: OrNull(Type.String()) },
  { additionalProperties: true },
)

/** An entity with its score. */
export const ScoredEntityResponse = Type.Object(
  {
    ...ENTITY_FIELDS,
    score: Type.Number({ minimum: 0, maximum: 1 }),
    match: Type.Boolean({ description: 'True from the threshold on.' }),
    explanations: Type.Record(Type.String(), Explanation, { description: 'What each feature gave.' }),
    listings: Type.Array(Type.Any(), { description: 'Where it is listed; filled when asked with listings=true.' }),
    listedAs: Type.Optional(
      Type.Object(
        { id: Type.String(), caption: Type.String() },
        { description: 'Whose listings these are, where it is the holder of a wallet, account or security.' },
      ),
    ),
  },
  { $id: 'ScoredEntityResponse', title: 'ScoredEntityResponse', additionalProperties: true },
)

/** A count, and whether it is exact. */
export const TotalSpec = Type.Object(
  { value: Type.Integer(), relation: Type.Union([Type.Literal('eq'), Type.Literal('gte')]) },
  { $id: 'TotalSpec', title: 'TotalSpec' },
)

/** A query entity. */
export const EntityExample = Type.Object({
  id: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  schema: Type.String({ description: 'A matchable FollowTheMoney schema, or Thing.', examples: ['Person'] }),
  properties: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.Any())]), {
    examples: [{ name: ['Ivan Testov'], birthDate: ['1970-01-02'] }],
  }),
})

/** The version of a source an answer stands on. */
export const VersionUsed = Type.Object(
  { source: Type.String(), version: Type.String(), published: Type.String(), ageDays: Type.Number() },
  { $id: 'VersionUsed', title: 'VersionUsed', additionalProperties: true },
)

/** A source that could not be searched as it should. */
export const Incomplete = Type.Object(
  { source: Type.String(), reason: Type.String(), detail: Type.String() },
  { $id: 'Incomplete', title: 'Incomplete', additionalProperties: true },
)

/** What an answer stands on. */
export const CONTEXT_FIELDS = {
  versions: Type.Array(Type.Unsafe<Static<typeof VersionUsed>>({ $ref: 'VersionUsed#' }), {
    description: 'For each source the version used, and its age then.',
  }),
  incomplete: Type.Array(Type.Unsafe<Static<typeof Incomplete>>({ $ref: 'Incomplete#' }), {
    description: 'Sources that are stale, missing or held.',
  }),
}

/** An error of the caller's or ours. */
export const ErrorResponse = Type.Object(
  { detail: Type.String(), code: Type.Optional(Type.String()), remedy: Type.Optional(Type.String()) },
  { $id: 'ErrorResponse', title: 'ErrorResponse', additionalProperties: true },
)

/** Faults that validation found. */
export const ValidationError = Type.Object(
  {
    detail: Type.Array(
      Type.Object(
        { type: Type.String(), loc: Type.Array(Type.Union([Type.String(), Type.Integer()])), msg: Type.String(), input: Type.Any() },
        { additionalProperties: true },
      ),
    ),
  },
  { $id: 'ValidationError', title: 'ValidationError' },
)

/** Every shape that others refer to. */
export const SHARED_SHAPES = [EntityResponse, ScoredEntityResponse, TotalSpec, VersionUsed, Incomplete, ErrorResponse, ValidationError]

/** The names of shapes that others refer to. */
export type ShapeName =
  | 'EntityResponse'
  | 'ScoredEntityResponse'
  | 'TotalSpec'
  | 'VersionUsed'
  | 'Incomplete'
  | 'ErrorResponse'
  | 'ValidationError'

/** A reference to a shared shape. */
export const ref = (name: ShapeName) => Type.Unsafe<unknown>({ $ref: `${name}#` })

/** An answer in another form than JSON. */
export const inForm = (type: string, description: string, schema: TSchema = Type.String()) => ({
  description,
  content: { [type]: { schema } },
})

/** The error answers that a route can give. */
export const errors = (...statuses: readonly (400 | 403 | 404 | 422 | 500 | 503)[]) =>
  Object.fromEntries(statuses.map(status => [status, ref(status === 422 ? 'ValidationError' : 'ErrorResponse')]))

/** The parameters that choose what is searched, the same for search and match. */
export const SCOPE_PARAMETERS = {
  include_dataset: list('Only these of the datasets in the path.'),
  exclude_dataset: list('Not these; who also stands in a dataset that remains is still found.'),
  exclude_schema: list('Schemata to leave out, by exact name.'),
  changed_since: Type.Optional(moment('Changed later than this.')),
}

/** The dataset in the path. */
export const DatasetPath = Type.Object({
  dataset: Type.String({ description: 'A collection (default, sanctions, terrorism), a source or a list.' }),
})
