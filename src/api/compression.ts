import { constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Bodies from this size on are worth compressing. */
const LEAST_BYTES = 500

type Done = (error: Error | null, payload?: unknown) => void

/** Hands on the body to send: compressed where the client takes gzip and the body is long enough; streams go as they are. */
export function compressed(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void {
  if (!acceptsGzip(request.headers['accept-encoding']) || reply.hasHeader('content-encoding') || reply.statusCode === 304)
    return done(null, payload)
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : Buffer.isBuffer(payload) ? payload : undefined
  if (!bytes || bytes.length < LEAST_BYTES || isPacked(reply.getHeader('content-type'))) return done(null, payload)
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
  gzip(bytes, { level: constants.Z_BEST_SPEED }, done)
}

/** True where the header takes gzip with a weight above nought. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  if (header === undefined) return false
  for (const part of String(header ?? '').split(',')) {
    const [coding = '', ...parameters] = part.split(';').map(s => s.trim().toLowerCase())
    if (coding === 'gzip' || coding === '*') return !parameters.some(p => /^q=0(\.0*)?$/.test(p))
  }
  return false
}

const isPacked = (type: unknown) => /^(image\/(?!svg)|font\/)/.test(typeof type === 'string' ? type : '')
