import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const compress = promisify(gzip)

/** Bodies from this size on are worth compressing. */
const LEAST_BYTES = 500

/** The body to send: compressed where the client takes gzip and the body is long enough; streams go as they are. */
export async function compressed(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!acceptsGzip(request.headers['accept-encoding']) || reply.hasHeader('content-encoding') || reply.statusCode === 304) return payload
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : Buffer.isBuffer(payload) ? payload : undefined
  if (!bytes || bytes.length < LEAST_BYTES || isPacked(reply.getHeader('content-type'))) return payload
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
  return compress(bytes, { level: constants.Z_BEST_SPEED })
}

/** True where the header takes gzip with a weight above nought. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  for (const part of String(header ?? '').split(',')) {
    const [coding = '', ...parameters] = part.split(';').map(s => s.trim().toLowerCase())
    if (coding === 'gzip' || coding === '*') return !parameters.some(p => /^q=0(\.0*)?$/.test(p))
  }
  return false
}

const isPacked = (type: unknown) => /^(image\/(?!svg)|font\/)/.test(typeof type === 'string' ? type : '')
