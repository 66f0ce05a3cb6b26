import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** A query of the load, as `queries.mjs` writes it. */
export type LoadQuery = { readonly name: string; readonly schema: string; readonly birthDate?: string; readonly country?: string }

/** One answer: its status and how long it took. */
export type Timed = { readonly status: number; readonly ms: number }

/** A client with its own connections. */
export type LoadClient = { match(queries: readonly LoadQuery[]): Promise<Timed>; close(): void }

/** A client of a server on this machine that sends names only, as the peers were measured. */
export function loadClient(base: string, connections: number): LoadClient {
  const { hostname, port } = new URL(base)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    match(queries) {
      const entries = queries.map((q, i) => [`q${i}`, { schema: q.schema, properties: { name: [q.name] } }] as const)
      const body = JSON.stringify({ queries: Object.fromEntries(entries) })
      const since = performance.now()
      return new Promise<Timed>((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
        const sent = request(
          { host: hostname, port, method: 'POST', path: '/match/default?limit=5&threshold=0.7&cutoff=0.3', agent, headers },
          response => {
            response.resume()
            response.on('end', () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - since }))
            response.on('error', reject)
          },
        )
        sent.on('error', reject)
        sent.end(body)
      })
    },
    close: () => agent.destroy(),
  }
}

/** CPU seconds and resident memory of a process (Linux). */
export function processFigures(pid: number): { readonly cpuSeconds: number; readonly rssMb: number; readonly peakMb: number } {
  const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100, rssMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') }
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}
