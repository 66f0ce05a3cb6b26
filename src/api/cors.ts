import type { FastifyReply, FastifyRequest } from 'fastify'

const METHODS = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'

/** Headers that let every origin read the answers, as yente does; a request with credentials gets its own origin back. */
export function allowOrigin(request: FastifyRequest, reply: FastifyReply): void {
  const origin = request.headers.origin
  if (origin === undefined) return
  const personal = request.headers.cookie !== undefined
  reply.header('access-control-allow-origin', personal ? origin : '*').header('access-control-allow-credentials', 'true')
  reply.header('access-control-expose-headers', 'etag, location, retry-after, traceparent, tracestate, x-batch-size')
  if (personal) reply.header('vary', 'origin')
}

/** True for a browser's question before a request of another origin; then it is answered here. */
export function answerPreflight(request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin, 'access-control-request-method': method, 'access-control-request-headers': headers } = request.headers
  if (request.method !== 'OPTIONS' || origin === undefined || method === undefined) return false
  reply.header('access-control-allow-origin', origin).header('access-control-allow-credentials', 'true').header('vary', 'origin')
  reply.header('access-control-allow-methods', METHODS).header('access-control-max-age', '600')
  if (headers !== undefined) reply.header('access-control-allow-headers', headers)
  reply.code(200).type('text/plain; charset=utf-8').send('OK')
  return true
}

/**
 * True where a browser sends the request from a page of another site. What changes something is refused then: yente's open
 * doors are for reading.
 */
export function fromAnotherSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin, host } = request.headers
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`
}
