import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DatasetView } from '../app-interface.ts'
import type { Routes } from '../server.ts'
import { Type } from '../type.ts'

const Text = Type.Union([Type.String(), Type.Null()])

const Dataset = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    summary: Type.String(),
    url: Text,
    type: Type.String({ description: 'collection, source or list.' }),
    version: Text,
    updated_at: Text,
    last_export: Text,
    last_change: Text,
    entity_count: Type.Integer(),
    thing_count: Type.Integer(),
    target_count: Type.Integer(),
    tags: Type.Array(Type.String()),
    resources: Type.Array(Type.Any()),
    children: Type.Array(Type.String()),
    load: Type.Boolean(),
    index_version: Text,
    index_current: Type.Boolean(),
  },
  { additionalProperties: true },
)

const CatalogResponse = Type.Object({
  datasets: Type.Array(Dataset),
  current: Type.Array(Type.String(), { description: 'Indexed at the newest version.' }),
  outdated: Type.Array(Type.String(), { description: 'Indexed, but not at the newest version.' }),
  index_stale: Type.Boolean(),
})

const isCurrent = (d: DatasetView) => d.indexVersion !== null && d.indexVersion === d.version

function datasetShown(d: DatasetView) {
  return {
    name: d.name,
    title: d.title,
    summary: d.summary,
    description: d.summary,
    url: d.url,
    type: d.kind,
    version: d.version,
    updated_at: d.updatedAt,
    last_export: d.lastExport,
    last_change: d.lastChange,
    entity_count: d.entities,
    thing_count: d.things,
    target_count: d.targets,
    coverage: { ...d.coverage, frequency: d.frequency, schedule: null },
    publisher: d.publisher,
    licence: d.licence,
    tags: [],
    resources: d.files.map(f => ({
      name: f.name,
      url: f.url,
      checksum: f.sha256,
      timestamp: f.timestamp,
      mime_type: f.mimeType,
      title: f.name,
      size: f.sizeBytes,
    })),
    children: d.children,
    sources: d.sources,
    load: d.kind === 'source',
    entities_url: null,
    delta_url: null,
    namespace: false,
    index_version: d.indexVersion,
    index_current: isCurrent(d),
  }
}

type Shown = { readonly text: string; readonly etag: string }
const shown = new WeakMap<readonly DatasetView[], Shown>()

function catalogShown(catalog: readonly DatasetView[]): Shown {
  const known = shown.get(catalog)
  if (known) return known
  const sources = catalog.filter(d => d.kind === 'source' && d.indexVersion !== null)
  const outdated = sources.filter(d => !isCurrent(d)).map(d => d.name)
  const text = JSON.stringify({
    datasets: catalog.map(datasetShown),
    current: sources.filter(isCurrent).map(d => d.name),
    outdated,
    index_stale: outdated.length > 0,
  })
  const made = { text, etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"` }
  shown.set(catalog, made)
  return made
}

/** `GET /catalog` and its other name, `/manifest`. */
export function catalogRoutes({ server, app }: Routes): void {
  for (const path of ['/catalog', '/manifest']) {
    server.get(
      path,
      {
        schema: {
          tags: ['Data'],
          summary: 'What can be searched',
          response: { 200: CatalogResponse, 304: Type.Null({ description: 'Not changed.' }) },
        },
      },
      async (request, reply) => answerCatalog(catalogShown(app.catalog()), request, reply),
    )
  }
}

function answerCatalog({ text, etag }: Shown, request: FastifyRequest, reply: FastifyReply) {
  reply.header('etag', etag).header('cache-control', 'public, max-age=300')
  if (isNamed(etag, request.headers['if-none-match'])) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(text)
}

/** True where an If-None-Match header (a list, or `*`) names the tag. */
export function isNamed(etag: string, header: string | undefined): boolean {
  const tags = (header ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}
