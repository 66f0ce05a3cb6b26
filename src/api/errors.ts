import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { httpStatus, WhoListsError } from '../model/index.ts'

/** A refusal with the status and the `detail` that yente gives for it. */
export class HttpRefusal extends Error {
  readonly status: number
  readonly extra: Readonly<Record<string, unknown>>

  constructor(status: number, detail: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.name = 'HttpRefusal'
    this.status = status
    this.extra = extra
  }
}

/** One fault of a request as the 422 body lists it. */
type Fault = {
  readonly type: string
  readonly loc: readonly (string | number)[]
  readonly msg: string
  readonly input: unknown
  readonly ctx?: Readonly<Record<string, unknown>>
}

const MAX_FAULTS = 50

type Wording = (params: Readonly<Record<string, unknown>>, input: unknown) => Pick<Fault, 'type' | 'msg' | 'ctx'>

// The words of pydantic, which yente's clients may read.
const WORDINGS: Readonly<Record<string, Wording>> = {
  required: () => ({ type: 'missing', msg: 'Field required' }),
  maximum: p => ({ type: 'less_than_equal', msg: `Input should be less than or equal to ${String(p['limit'])}`, ctx: { le: p['limit'] } }),
  minimum: p => ({
    type: 'greater_than_equal',
    msg: `Input should be greater than or equal to ${String(p['limit'])}`,
    ctx: { ge: p['limit'] },
  }),
  maxItems: p => ({
    type: 'too_long',
    msg: `List should have at most ${String(p['limit'])} items`,
    ctx: { field_type: 'List', max_length: p['limit'] },
  }),
  minItems: p => ({
    type: 'too_short',
    msg: `List should have at least ${String(p['limit'])} items`,
    ctx: { field_type: 'List', min_length: p['limit'] },
  }),
  maxLength: p => ({
    type: 'string_too_long',
    msg: `String should have at most ${String(p['limit'])} characters`,
    ctx: { max_length: p['limit'] },
  }),
  minLength: p => ({
    type: 'string_too_short',
    msg: `String should have at least ${String(p['limit'])} characters`,
    ctx: { min_length: p['limit'] },
  }),
  pattern: p => ({
    type: 'string_pattern_mismatch',
    msg: `String should match pattern '${String(p['pattern'])}'`,
    ctx: { pattern: p['pattern'] },
  }),
  enum: p => {
    const expected = (p['allowedValues'] as readonly unknown[]).map(v => `'${String(v)}'`).join(' or ')
    return { type: 'enum', msg: `Input should be ${expected}`, ctx: { expected } }
  },
  type: (p, input) => typeFault(String(p['type']), input),
}

function typeFault(type: string, input: unknown): Pick<Fault, 'type' | 'msg'> {
  const fromText = typeof input === 'string'
  switch (type) {
    case 'integer':
      return fromText
        ? { type: 'int_parsing', msg: 'Input should be a valid integer, unable to parse string as an integer' }
        : { type: 'int_type', msg: 'Input should be a valid integer' }
    case 'number':
      return fromText
        ? { type: 'float_parsing', msg: 'Input should be a valid number, unable to parse string as a number' }
        : { type: 'float_type', msg: 'Input should be a valid number' }
    case 'boolean':
      return { type: 'bool_parsing', msg: 'Input should be a valid boolean, unable to interpret input' }
    case 'string':
      return { type: 'string_type', msg: 'Input should be a valid string' }
    case 'array':
      return { type: 'list_type', msg: 'Input should be a valid list' }
    case 'object':
      return { type: 'dict_type', msg: 'Input should be a valid dictionary' }
    default:
      return { type: `${type}_type`, msg: `Input should be a valid ${type}` }
  }
}

const PLACES: Readonly<Record<string, string>> = { querystring: 'query', params: 'path', body: 'body', headers: 'header' }

/** The 422 body for faults that validation found. */
export function validationBody(
  faults: readonly FastifySchemaValidationError[],
  context: string | undefined,
  request: FastifyRequest,
): { readonly detail: readonly Fault[] } {
  const place = context ?? 'body'
  const whole: unknown = place === 'querystring' ? request.query : place === 'params' ? request.params : request.body
  // A value that may take several forms reports each of them; the last word, "none fits", says no more.
  const told = faults.filter(f => f.keyword !== 'anyOf' && f.keyword !== 'if').slice(0, MAX_FAULTS)
  return { detail: told.map(fault => faultOf(fault, PLACES[place] ?? place, whole)) }
}

function faultOf(fault: FastifySchemaValidationError, place: string, whole: unknown): Fault {
  const path = fault.instancePath.split('/').slice(1).map(unescapePointer)
  const missing = fault.keyword === 'required' ? [String(fault.params['missingProperty'])] : []
  const input = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    whole,
  )
  const wording = WORDINGS[fault.keyword]?.(fault.params, input) ?? { type: fault.keyword, msg: fault.message ?? 'Input is not valid' }
  const loc = [place, ...path, ...missing].map(key => (/^\d+$/.test(key) && place === 'query' ? Number(key) : key))
  return { type: wording.type, loc, msg: wording.msg, input: input ?? null, ...(wording.ctx ? { ctx: wording.ctx } : {}) }
}

const unescapePointer = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** The 422 body for a body that is no JSON. */
export const notJson = (reason: string) => ({
  detail: [{ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx: { error: reason } }],
})

/** Answers a failure: yente's body, with our code and remedy beside it. */
export function answerError(error: FastifyError | WhoListsError | HttpRefusal, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof HttpRefusal) {
    reply.code(error.status).send({ detail: error.message, ...error.extra })
  } else if (error instanceof WhoListsError) {
    if (error.blame === 'unavailable') reply.header('retry-after', error.details['seconds'] ?? '5')
    reply.code(httpStatus(error)).send({ detail: error.message, code: error.code, remedy: error.remedy })
  } else if ('validation' in error && error.validation) {
    reply.code(422).send(validationBody(error.validation, error.validationContext, request))
  } else if (error.statusCode !== undefined && error.statusCode < 500) {
    reply.code(error.statusCode).send({ detail: error.message })
  } else {
    reply.code(500).send({ status: 'error', detail: 'Something failed here. This says nothing about the name.' })
  }
}
