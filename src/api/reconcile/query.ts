import { schemaOf } from '../../model/index.ts'
import type { App, QueryAnswer, QueryExample, ScreenOptions } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import { MAX_PAGE } from '../parameters.ts'
import { checkBatch, checkExample, THRESHOLD } from '../yente/match.ts'
import { entityShown, type ScoredEntity } from './entity.ts'

type Asked = { readonly key: string; readonly limit: number; readonly example: QueryExample }

const DEFAULT_LIMIT = 5

/** JSON of a form field as an object. @throws HttpRefusal 400 */
export function objectOf(text: string, what: string): Readonly<Record<string, unknown>> {
  const refuse = (msg: string) =>
    new HttpRefusal(400, `Cannot parse ${what}: ${msg}`, { errors: [{ type: 'value_error', loc: [what], msg }] })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('expected an object')
  return value as Readonly<Record<string, unknown>>
}

/** Answers a batch of reconciliation queries. */
export async function reconcile(app: App, text: string, options: Omit<ScreenOptions, 'limit' | 'threshold' | 'cutoff'>, maxBatch: number) {
  const asked = Object.entries(objectOf(text, 'queries')).map(([key, value]) => readQuery(key, value))
  checkBatch(asked.length, maxBatch)
  for (const { example } of asked) checkExample(example)
  const limit = Math.max(...asked.map(a => a.limit))
  const { answers } = await app.screen(
    asked.map(a => a.example),
    { ...options, limit, threshold: THRESHOLD, cutoff: 0 },
  )
  return asked.map(
    ({ key, limit: most }, i) => [key, { result: resultsOf(JSON.parse(answers[i] ?? 'null') as QueryAnswer, most) }] as const,
  )
}

const resultsOf = (answer: QueryAnswer, most: number): readonly ScoredEntity[] =>
  answer.results.slice(0, most).map(result => ({ ...entityShown(result), score: result.score, match: result.match }))

function readQuery(key: string, value: unknown): Asked {
  const refuse = (field: string, msg: string) =>
    new HttpRefusal(400, `Cannot parse queries: ${key}.${field}: ${msg}`, {
      errors: [{ type: 'value_error', loc: ['queries', key, field], msg }],
    })
  if (typeof value !== 'object' || value === null) throw refuse('', 'expected an object')
  const { query, type, limit = DEFAULT_LIMIT, properties = [] } = value as Readonly<Record<string, unknown>>
  if (query !== undefined && query !== null && typeof query !== 'string') throw refuse('query', 'expected text')
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit > MAX_PAGE)
    throw refuse('limit', `expected a whole number up to ${MAX_PAGE}`)
  if (!Array.isArray(properties)) throw refuse('properties', 'expected a list')
  const schema = schemaAsked(type)
  return { key, limit: Math.max(0, limit), example: { id: key, schema, properties: propertiesOf(schema, query ?? '', properties) } }
}

// Several types may come; the first one counts. None means Thing.
function schemaAsked(type: unknown): string {
  const first: unknown = Array.isArray(type) ? type[0] : type
  return typeof first === 'string' && first !== '' ? first : 'Thing'
}

function propertiesOf(schema: string, name: string, given: readonly unknown[]): Readonly<Record<string, readonly string[]>> {
  const out: Record<string, string[]> = name.trim() === '' ? {} : { name: [name] }
  for (const item of given) {
    const { pid, v } = (typeof item === 'object' && item !== null ? item : {}) as Readonly<Record<string, unknown>>
    if (typeof pid !== 'string') continue
    const property = pid.slice(pid.indexOf(':') + 1)
    const owner = pid.includes(':') ? schemaOf(pid.slice(0, pid.indexOf(':'))) : schemaOf(schema)
    if (!owner?.properties.has(property)) continue
    const values = (Array.isArray(v) ? v : [v]).flatMap(valueOf)
    if (values.length > 0) out[property] = [...(out[property] ?? []), ...values]
  }
  return out
}

// A cell may be text, a number, or an entity that was reconciled before.
function valueOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  const { name, id } = value as Readonly<Record<string, unknown>>
  return valueOf(name ?? id)
}
