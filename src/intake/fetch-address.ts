import { lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'

const BLOCKED = new BlockList()
const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
// Addresses that carry one of IPv4 inside (NAT64, 6to4, Teredo) are left out too: they could carry a private one.
const V6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const
for (const [network, prefix] of V4) BLOCKED.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of V6) BLOCKED.addSubnet(network, prefix, 'ipv6')

/**
 * True for an address that is not on the open internet: private, loopback, link-local, shared, reserved for documents or for
 * several receivers, and those of IPv6 that wrap one of IPv4. What is no address at all counts as private too.
 *
 * @source IANA special-purpose address registries
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const family = isIP(bare)
  return family === 0 || BLOCKED.check(bare, family === 4 ? 'ipv4' : 'ipv6')
}

/** Which private addresses may be asked: all, none, or these as `host:port`. */
export type AllowPrivate = boolean | readonly string[]

/** True where a private address may be asked. */
export const allowsPrivate = (allowed: AllowPrivate, host: string, port: string): boolean =>
  typeof allowed === 'boolean' ? allowed : allowed.includes(`${host}:${port}`)

/** What may be asked for: hosts and how they may be reached. */
export type AddressRules = {
  /** Private addresses and, to them, plain http: all, none, or these as `host:port`. */
  readonly allowPrivate: AllowPrivate
  /** Hosts besides the first one and those under its domain. */
  readonly hosts: readonly string[]
}

/** Why an address may not be asked for, in words; undefined where it may. `first` is the address declared. */
export function refusalOf(url: URL, first: URL, rules: AddressRules): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(host) !== 0
  const local = literal ? isPrivateAddress(host) : /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host)
  const allowed = allowsPrivate(rules.allowPrivate, host, url.port)
  if (local && !allowed) return `it leads to the private address ${host}`
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local && allowed))
    return `it leads to ${url.protocol}//, which is not encrypted`
  if (url.username !== '' || url.password !== '') return 'the address carries a password'
  return isDeclared(host, first.hostname, rules.hosts) ? undefined : `it leads to ${host}, which is not a host declared for this source`
}

function isDeclared(host: string, first: string, hosts: readonly string[]): boolean {
  if (host === first || isIP(first) !== 0) return host === first || hosts.includes(host)
  const domain = domainOf(first)
  return host === domain || host.endsWith(`.${domain}`) || hosts.some(known => host === known || host.endsWith(`.${known}`))
}

// The name a publisher owns: two labels, three where the second is one of those that registries give out under a country.
function domainOf(host: string): string {
  const labels = host.split('.')
  const shared = /^(?:gov|gob|gouv|go|co|com|org|net|ac|edu|gc|admin|europa)$/
  const count = labels.length > 2 && shared.test(labels.at(-2) ?? '') ? 3 : 2
  return labels.slice(-count).join('.')
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void

/** Looks a name up as `dns.lookup` does, and fails where any of its addresses is private. */
export function publicLookup(hostname: string, options: object, callback: LookupCallback): void {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const bad = found.find(({ address }) => isPrivateAddress(address))
    if (bad) return callback(Object.assign(new Error(`${hostname} is the private address ${bad.address}`), { code: 'EPRIVATE' }), [])
    if ('all' in options && options.all) return callback(null, found)
    const [first] = found
    if (first) return callback(null, first.address, first.family)
    callback(Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }), [])
  })
}
