import type { App } from './app-interface.ts'
import { type Family, FORMAT, familyText, histogram } from './metrics-registry.ts'
import type { Routes } from './server.ts'
import { inForm } from './yente/shapes.ts'

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/**
 * `GET /metrics` in Prometheus' text form: requests by route, queries, workers, the age of sources, the process. No content of
 * any request. The text is written here: the usual client library takes 20 MB for it.
 */
export function metricRoutes({ server, app }: Routes): void {
  const seconds = histogram('wholists_http_request_seconds', 'Time to answer a request, by route and status.', SECONDS)
  let queries = 0
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    const batch = Number(reply.getHeader('x-batch-size') ?? 0)
    if (batch > 0 && reply.statusCode === 200) queries += batch
    done()
  })
  server.get(
    '/metrics',
    { schema: { tags: ['System'], summary: 'Figures for Prometheus', response: { 200: inForm('text/plain', 'Figures') } } },
    async (_request, reply) => {
      const families = [
        total('wholists_queries_total', 'Queries answered by /match and /reconcile.', queries),
        ...workerFamilies(app),
        ...(await sourceFamilies(app)),
        ...processFamilies(),
      ]
      return reply.type(FORMAT).send(seconds.text() + families.map(familyText).join(''))
    },
  )
}

const total = (name: string, help: string, value: number): Family => ({ name, help, type: 'counter', samples: [{ labels: {}, value }] })
const gauge = (name: string, help: string, value: number): Family => ({ name, help, type: 'gauge', samples: [{ labels: {}, value }] })

function workerFamilies(app: App): readonly Family[] {
  const { workers, waiting, running, restarts, refused } = app.workerFigures()
  return [
    gauge('wholists_workers', 'Workers that screen.', workers),
    gauge('wholists_queries_waiting', 'Queries that wait for a worker.', waiting),
    gauge('wholists_worker_chunks_running', 'Pieces of work that workers hold.', running),
    total('wholists_worker_restarts_total', 'Workers that were replaced since the start.', restarts),
    total('wholists_requests_refused_total', 'Requests refused since the start because too many waited.', refused),
  ]
}

async function sourceFamilies(app: App): Promise<readonly Family[]> {
  const { sources } = await app.sources()
  const { ready } = await app.readiness()
  const each = (name: string, help: string, value: (source: (typeof sources)[number]) => number | null): Family => ({
    name,
    help,
    type: 'gauge',
    samples: sources.flatMap(source => {
      const read = value(source)
      return read === null ? [] : [{ labels: { source: source.id }, value: read }]
    }),
  })
  return [
    gauge('wholists_ready', '1 where questions can be answered.', ready ? 1 : 0),
    each('wholists_source_current', '1 where the source is as fresh as it should be, else 0.', s => (s.freshness === 'current' ? 1 : 0)),
    each('wholists_source_age_days', 'Days since the newest version in force was published.', s => s.newest?.ageDays ?? null),
    each(
      'wholists_source_fetch_failures',
      'Attempts to fetch the source that failed since the last one that did not.',
      s => s.lastFetch?.failures ?? null,
    ),
    each('wholists_source_held_versions', 'Versions that wait for a person.', s => s.held.length),
  ]
}

function processFamilies(): readonly Family[] {
  const memory = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    total('process_cpu_seconds_total', 'CPU time of the process, all threads.', (user + system) / 1e6),
    gauge('process_resident_memory_bytes', 'Memory of the process, all threads.', memory.rss),
    gauge('nodejs_heap_used_bytes', 'Memory in use on the heap of the main thread.', memory.heapUsed),
    gauge('process_uptime_seconds', 'Time since the process began.', process.uptime()),
  ]
}
