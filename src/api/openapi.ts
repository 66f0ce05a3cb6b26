import type { SwaggerOptions } from '@fastify/swagger'

const TAGS = [
  { name: 'Matching', description: 'Screening and search, as yente does them.' },
  { name: 'Entities', description: 'Single entities, their neighbours and statements.' },
  { name: 'Data', description: 'What can be searched, and how fresh it is.' },
  { name: 'Reconciliation', description: 'The W3C reconciliation protocol 0.2, as OpenRefine speaks it.' },
  { name: 'WhoLists', description: 'What yente has no word for: time, law, evidence, changes.' },
  { name: 'System', description: 'Health, metrics, updates.' },
]

/** How the OpenAPI document is made from the routes' schemata. */
export function openApiSettings({ title, version }: { readonly title: string; readonly version: string }): SwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title,
        version,
        description:
          'Who lists whom, since when, under which law, on what evidence. The paths outside /api/ are those of yente 5.5, so that its clients work unchanged; what is added to them is additive.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: TAGS,
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => (typeof json['$id'] === 'string' ? json['$id'] : `shape-${i}`) },
  }
}
