import type { Type as TypeBox } from 'typebox'

type Builder = Pick<
  typeof TypeBox,
  | 'Any'
  | 'Array'
  | 'Boolean'
  | 'Enum'
  | 'Integer'
  | 'Literal'
  | 'Null'
  | 'Number'
  | 'Object'
  | 'Optional'
  | 'Record'
  | 'String'
  | 'Union'
  | 'Unsafe'
>
type Json = Readonly<Record<string, unknown>>

const optional = new WeakSet<object>()

const object = (properties: Readonly<Record<string, object>>, options: Json = {}): Json => {
  const required = Object.keys(properties).filter(name => !optional.has(properties[name] as object))
  return { type: 'object', ...(required.length > 0 ? { required } : {}), properties, ...options }
}

/**
 * Builds schemata with the types of TypeBox: one writing for the compiler, validation and the OpenAPI document. The library's own
 * builder does the same and takes 22 MB of memory, for checks and conversions that Fastify's validator does here.
 */
export const Type = {
  Any: (options?: Json) => ({ ...options }),
  Array: (items: object, options?: Json) => ({ type: 'array', items, ...options }),
  Boolean: (options?: Json) => ({ type: 'boolean', ...options }),
  Enum: (values: readonly unknown[], options?: Json) => ({ enum: values, ...options }),
  Integer: (options?: Json) => ({ type: 'integer', ...options }),
  Literal: (value: unknown, options?: Json) => ({ type: typeof value, const: value, ...options }),
  Null: (options?: Json) => ({ type: 'null', ...options }),
  Number: (options?: Json) => ({ type: 'number', ...options }),
  Object: object,
  Optional: (schema: object) => {
    const marked = { ...schema }
    optional.add(marked)
    return marked
  },
  Record: (_keys: object, values: object, options?: Json) => ({ type: 'object', additionalProperties: values, ...options }),
  String: (options?: Json) => ({ type: 'string', ...options }),
  Union: (anyOf: readonly object[], options?: Json) => ({ anyOf, ...options }),
  Unsafe: (schema: object) => ({ ...schema }),
} as unknown as Builder
