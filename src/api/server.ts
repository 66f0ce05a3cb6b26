import type { IncomingMessage, ServerResponse } from 'node:http'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyTypeProvider,
  LogController,
  type RawServerDefault,
} from 'fastify'
import type { Logger } from 'pino'
import type { Static, TSchema } from 'typebox'
import type { App } from './app-interface.ts'
import { compressed } from './compression.ts'
import { allowOrigin, answerPreflight } from './cors.ts'
import { answerError, HttpRefusal, notJson } from './errors.ts'
import { requestShown } from './log.ts'
import { type KnownRoutes, noteRoutes } from './no-route.ts'
import { parametersCache } from './parameters.ts'
import { inBulk, traceContext } from './trace.ts'
import { validatorsWhenAsked } from './validators.ts'

/** Parameters and bodies have the types of their schemata; answers are checked against theirs by a test, not by the compiler. */
interface Provider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  readonly serializer: unknown
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is taken as text, whatever its type says. */
    readonly text?: boolean
    /** A form post is read as one. */
    readonly form?: boolean
  }
}

/** A Fastify server whose schemata give the types of its handlers. */
export type Server = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, Provider>

/** What the server needs besides the app. */
export type ServerOptions = {
  readonly title: string
  readonly version: string
  readonly log: Logger
  /** Gives that many random bytes in hexadecimal. */
  readonly random: (bytes: number) => string
  readonly maxBatch: number
  /** Empty refuses every call of `/updatez`. */
  readonly updateToken: string
  /** The folder of the built pages; null serves none. */
  readonly pages: string | null
}

/** Paths longer than this are refused with 414, as yente does. */
const MAX_URL_BYTES = 60_000
const MAX_BODY_BYTES = 16 * 1024 * 1024

/** A server with everything that holds for each request: limits, errors, tracing, compression, log; without routes. */
export function bareServer(options: ServerOptions): { readonly server: Server; readonly routes: KnownRoutes } {
  const log: FastifyBaseLogger = options.log
  const server = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    http: { maxHeaderSize: 128 * 1024 },
    routerOptions: { maxParamLength: 2 * MAX_URL_BYTES, ignoreTrailingSlash: true },
    bodyLimit: MAX_BODY_BYTES,
    // A server that stops answers what still reaches it, as the last on its connection.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    ajv: { customOptions: { coerceTypes: false, useDefaults: true, removeAdditional: false, allErrors: true } },
    schemaController: { compilersFactory: { buildValidator: validatorsWhenAsked } },
  }).withTypeProvider<Provider>()
  // Lines of a request carry its id themselves: no logger of its own for each.
  server.setChildLoggerFactory(logger => logger)
  server.setSerializerCompiler(() => data => JSON.stringify(data))
  readBodies(server)
  const routes = noteRoutes(server)
  const random = inBulk(options.random)
  const parameters = parametersCache()
  server.addHook('onRequest', (request, reply, done) => {
    const trace = traceContext(request.headers.traceparent as string | undefined, request.headers.tracestate as string | undefined, random)
    reply.header('traceparent', trace.traceparent).header('tracestate', trace.tracestate)
    allowOrigin(request, reply)
    if (answerPreflight(request, reply)) return
    if (Buffer.byteLength(request.raw.url ?? '') > MAX_URL_BYTES) return done(new HttpRefusal(414, 'Request URI too long'))
    done()
  })
  server.addHook('preValidation', (request, _reply, done) => {
    const schema = request.routeOptions.schema?.querystring as TSchema | undefined
    if (schema) request.query = parameters(schema, queryStringOf(request.raw.url ?? ''), request.query as Record<string, unknown>)
    done()
  })
  // A client that keeps its connection would keep a server that stops waiting for it.
  let stopping = false
  server.addHook('preClose', done => {
    stopping = true
    done()
  })
  server.addHook('onSend', (request, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    compressed(request, reply, payload, done)
  })
  server.addHook('onResponse', (request, reply, done) => {
    if (options.log.isLevelEnabled('info')) options.log.info(requestShown(request, reply), 'answered')
    done()
  })
  server.setErrorHandler((error: Parameters<typeof answerError>[0], request, reply) => {
    if (isOurFault(error)) request.log.error({ id: request.id, err: error, route: request.routeOptions.url }, 'failed')
    answerError(error, request, reply)
  })
  return { server, routes }
}

const queryStringOf = (url: string) => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

function isOurFault(error: Parameters<typeof answerError>[0]): boolean {
  if (error instanceof HttpRefusal) return false
  if ('blame' in error) return error.blame === 'fault'
  return !('validation' in error && error.validation) && (error.statusCode ?? 500) >= 500
}

// JSON is read whatever its content type says, also as curl sends it; form posts are read where a route takes them.
function readBodies(server: Server): void {
  server.removeAllContentTypeParsers()
  const parse = (request: FastifyRequest, body: string | Buffer, done: (error: Error | null, value?: unknown) => void) => {
    const text = body.toString()
    const { config } = request.routeOptions
    if (config.text) return done(null, text)
    if (config.form && /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? ''))
      return done(null, Object.fromEntries(new URLSearchParams(text)))
    if (text.trim() === '') return done(null, undefined)
    try {
      done(null, JSON.parse(text))
    } catch (error) {
      const { detail } = notJson(error instanceof SyntaxError ? 'Expecting value' : 'unreadable')
      done(new HttpRefusal(422, 'JSON decode error', { detail }))
    }
  }
  for (const type of ['application/x-www-form-urlencoded', '*']) server.addContentTypeParser(type, { parseAs: 'string' }, parse)
}

/** What every group of routes is given. */
export type Routes = { readonly server: Server; readonly app: App; readonly options: ServerOptions }
