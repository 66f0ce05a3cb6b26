import type { FastifyReply, FastifyRequest } from 'fastify'
import { type DestinationStream, type Logger, pino } from 'pino'
import { WhoListsError } from '../model/index.ts'

/** A structured log. Nothing that a caller sends goes into it: no names, no addresses, no paths, only routes and figures. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Fastify's own lines carry a request or an error: neither may show its content.
    serializers: { req: () => undefined, res: () => undefined, err: errorShown },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** What is written of an error: kind, code and where in the code; its message may hold a name. */
export function errorShown(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = error instanceof WhoListsError ? error.code : 'code' in error ? String(error.code) : undefined
  const at = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .map(line => line.trim())
  const cause = error.cause === undefined ? {} : { cause: errorShown(error.cause) }
  return { kind: error.name, ...(code === undefined ? {} : { code }), at: at.slice(0, 12), ...cause }
}

/** The figures of an answered request: route, method, status, duration. */
export function requestShown(request: FastifyRequest, reply: FastifyReply): Readonly<Record<string, unknown>> {
  const batch = reply.getHeader('x-batch-size')
  return {
    id: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 100) / 100,
    ...(batch === undefined ? {} : { batch: Number(batch) }),
  }
}
