import type { Agent, buildConnector, request } from 'undici'
import { type AllowPrivate, allowsPrivate, isPrivateAddress, publicLookup } from './fetch-address.ts'
import type { FetchLimits } from './fetch-types.ts'

/** What requests are made with. */
export type FetchAgent = { readonly agent: Agent; readonly request: typeof request }

/**
 * Connections that keep away from private addresses: names are looked at before connecting, and the open connection again,
 * whatever led there.
 */
export async function openAgent(allowPrivate: AllowPrivate, limits: FetchLimits): Promise<FetchAgent> {
  // Loaded when something is fetched: a server that fetches nothing itself is 25 MB smaller.
  const { Agent, buildConnector, request } = await import('undici')
  const connector = buildConnector({
    timeout: limits.connectTimeoutMs,
    ...(allowPrivate === true ? {} : { lookup: publicLookup }),
  })
  const guarded: buildConnector.connector = (target, callback) => {
    connector(target, (error, socket) => {
      if (error) return callback(error, null)
      const address = socket.remoteAddress ?? ''
      if (!isPrivateAddress(address) || allowsPrivate(allowPrivate, target.hostname, target.port)) return callback(null, socket)
      socket.destroy()
      callback(Object.assign(new Error(`the connection leads to the private address ${address}`), { code: 'EPRIVATE' }), null)
    })
  }
  const agent = new Agent({
    connect: guarded,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.bodyTimeoutMs,
    connections: 2,
    pipelining: 1,
  })
  return { agent, request }
}
