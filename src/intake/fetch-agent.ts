import { Agent, buildConnector } from 'undici'
import { type AllowPrivate, allowsPrivate, isPrivateAddress, publicLookup } from './fetch-address.ts'
import type { FetchLimits } from './fetch-types.ts'

/**
 * Connections that keep away from private addresses: names are looked at before connecting, and the open connection again,
 * whatever led there.
 */
export function agentOf(allowPrivate: AllowPrivate, limits: FetchLimits): Agent {
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
  return new Agent({
    connect: guarded,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.bodyTimeoutMs,
    connections: 2,
    pipelining: 1,
  })
}
