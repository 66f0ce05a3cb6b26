import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from './app-interface.ts'
import type { Routes } from './server.ts'
import { inForm } from './yente/shapes.ts'

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** `GET /metrics` in Prometheus' text form: requests by route, queries, workers, the age of sources. No content of any request. */
export function metricRoutes({ server, app }: Routes): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  countRequests(server, registry)
  showWorkers(app, registry)
  showSources(app, registry)
  server.get(
    '/metrics',
    { schema: { tags: ['System'], summary: 'Figures for Prometheus', response: { 200: inForm('text/plain', 'Figures') } } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  )
}

function countRequests(server: Routes['server'], registry: Registry): void {
  const registers = [registry]
  const seconds = new Histogram({
    name: 'wholists_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  })
  const queries = new Counter({ name: 'wholists_queries_total', help: 'Queries answered by /match and /reconcile.', registers })
  server.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }
    seconds.observe(labels, reply.elapsedTime / 1000)
    const batch = Number(reply.getHeader('x-batch-size') ?? 0)
    if (batch > 0 && reply.statusCode === 200) queries.inc(batch)
    done()
  })
}

function showWorkers(app: App, registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('wholists_workers', 'Workers that screen.', () => app.workerFigures().workers)
  gauge('wholists_queries_waiting', 'Queries that wait for a worker.', () => app.workerFigures().waiting)
  gauge('wholists_worker_chunks_running', 'Pieces of work that workers hold.', () => app.workerFigures().running)
  gauge('wholists_worker_restarts', 'Workers that were replaced since the start.', () => app.workerFigures().restarts)
  gauge('wholists_requests_refused', 'Requests refused since the start because too many waited.', () => app.workerFigures().refused)
}

function showSources(app: App, registry: Registry): void {
  const registers = [registry]
  const labelNames = ['source'] as const
  const age = new Gauge({
    name: 'wholists_source_age_days',
    help: 'Days since the newest version in force was published.',
    labelNames,
    registers,
  })
  const held = new Gauge({ name: 'wholists_source_held_versions', help: 'Versions that wait for a person.', labelNames, registers })
  new Gauge({
    name: 'wholists_source_current',
    help: '1 where the source is as fresh as it should be, else 0.',
    labelNames,
    registers,
    async collect() {
      for (const source of (await app.sources()).sources) {
        this.set({ source: source.id }, source.freshness === 'current' ? 1 : 0)
        held.set({ source: source.id }, source.held.length)
        if (source.newest) age.set({ source: source.id }, source.newest.ageDays)
      }
    },
  })
  new Gauge({
    name: 'wholists_ready',
    help: '1 where questions can be answered.',
    registers,
    async collect() {
      this.set((await app.readiness()).ready ? 1 : 0)
    },
  })
}
