import type { TSchema } from 'typebox'
import { isDay, WhoListsError } from '../model/index.ts'
import type { AsOfAsked } from './app-interface.ts'
import { Type } from './type.ts'

/** A list parameter: the key is repeated, `topics=sanction&topics=debarment`. */
export const list = (description: string, options: { readonly maxItems?: number } = {}) =>
  Type.Array(Type.String(), { description, default: [], ...options })

/** The largest page, and the last entry that paging reaches. */
export const MAX_PAGE = 500
const MAX_OFFSET = 9_499

/** `limit` with its default; below nought becomes nought. */
export const limit = (fallback: number, description = 'The most results.') =>
  Type.Integer({ description, default: fallback, maximum: MAX_PAGE })

/** `offset`; below nought becomes nought. */
export const offset = () => Type.Integer({ description: 'How many results to pass over.', default: 0, maximum: MAX_OFFSET })

const MOMENT = '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}(:\\d{2}(:\\d{2})?)?)?$'

/** A day, optionally with a time, without a zone. */
export const moment = (description: string) =>
  Type.String({ description, pattern: MOMENT, examples: ['2025-03-15', '2025-03-15T06:00:00'] })

/** `keep`: whether a screening is kept. */
export const keep = () =>
  Type.Boolean({ description: 'WhoLists: keep question and answer, so that they can be replayed to the same bytes.', default: false })

/** The three times a question can be asked for. */
export const AS_OF = {
  valid: Type.Optional(moment('In force in law on this day, as known today; parties since removed included.')),
  published: Type.Optional(moment('What the lists said on this day.')),
  recorded: Type.Optional(moment('With only what had been accepted and judged here by this day.')),
}

/** The times asked for; days are checked against the calendar. @throws input.invalid */
export function asOfAsked(query: { readonly valid?: string; readonly published?: string; readonly recorded?: string }): AsOfAsked {
  const checked = (name: 'valid' | 'published' | 'recorded', seen: string | undefined) => {
    if (seen === undefined) return {}
    if (!isDay(seen.slice(0, 10))) throw new WhoListsError('input.invalid', { what: name, expected: 'a day YYYY-MM-DD', seen })
    return { [name]: name === 'valid' ? seen.slice(0, 10) : seen }
  }
  return { ...checked('valid', query.valid), ...checked('published', query.published), ...checked('recorded', query.recorded) }
}

const TRUE = /^(1|true|t|yes|y|on)$/i
const FALSE = /^(0|false|f|no|n|off)$/i
const WHOLE = /^\s*[+-]?\d+(\.0*)?\s*$/
const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i

/**
 * Query parameters as their schema wants them: a repeated key becomes a list where one is due, else its last value counts;
 * numbers and switches are read. What cannot be read stays text, so that validation names it.
 */
function readParameters(schema: TSchema, raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const properties = (schema as { properties?: Record<string, { type?: string }> }).properties ?? {}
  const read: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(properties)) {
    const given = raw[name]
    if (given === undefined) continue
    const all = (Array.isArray(given) ? given : [given]).map(String)
    read[name] = property.type === 'array' ? all : readValue(property.type, all.at(-1) ?? '')
  }
  return read
}

const MAX_KEPT = 200
const MAX_KEPT_LENGTH = 500

/**
 * Keeps the parameters of the query strings read last: clients ask with the same few. Equal ones are one object, so that what
 * follows from it can be kept by it; nobody may change it.
 */
export function parametersCache(): (schema: TSchema, queryString: string, raw: Readonly<Record<string, unknown>>) => unknown {
  const kept = new WeakMap<TSchema, Map<string, Record<string, unknown>>>()
  return (schema, queryString, raw) => {
    const known = kept.get(schema) ?? new Map<string, Record<string, unknown>>()
    const found = known.get(queryString)
    if (found) return found
    const read = readParameters(schema, raw)
    if (queryString.length > MAX_KEPT_LENGTH) return read
    if (known.size >= MAX_KEPT) known.clear()
    kept.set(schema, known.set(queryString, read))
    return read
  }
}

function readValue(type: string | undefined, text: string): unknown {
  if (type === 'integer') return WHOLE.test(text) ? Number(text) : text
  if (type === 'number') return DECIMAL.test(text) ? Number(text) : text
  if (type === 'boolean') return TRUE.test(text) ? true : FALSE.test(text) ? false : text
  return text
}

/** The page asked for, within its bounds. `window` errors are the caller's: beyond 9,999 nothing can be reached. */
export function page(query: { readonly limit: number; readonly offset?: number }): { readonly limit: number; readonly offset: number } {
  return { limit: Math.max(0, query.limit), offset: Math.max(0, query.offset ?? 0) }
}

/** Sort orders `field[:asc|desc]`; ascending unless `desc` is said. */
export const sortOf = (texts: readonly string[]): readonly { readonly field: string; readonly descending: boolean }[] =>
  texts.map(text => {
    const [field = '', order] = text.split(':', 2)
    return { field, descending: order?.toLowerCase() === 'desc' }
  })
