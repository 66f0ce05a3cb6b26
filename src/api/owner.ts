import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { fromAnotherSite } from './cors.ts'
import { HttpRefusal } from './errors.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Lets pass who may change something: somebody with the update token, or somebody on this machine, but never a page of
 * another site, and never through a proxy without the token.
 *
 * @throws HttpRefusal 403
 */
export function requireOwner(request: FastifyRequest, token: string): void {
  if (fromAnotherSite(request)) throw new HttpRefusal(403, 'Another site may not change anything here.')
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (given !== undefined && isToken(given, token)) return
  const passedOn = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
  const address = request.socket.remoteAddress ?? ''
  const here = loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  if (!here || passedOn) throw new HttpRefusal(403, 'Invalid token.')
}

/** True where the token is the one due. Compared by digest, so that neither length nor content shows in the time it takes. */
export function isToken(given: string, due: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return due !== '' && timingSafeEqual(digest(given), digest(due))
}
