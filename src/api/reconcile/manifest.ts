import type { DatasetView } from '../app-interface.ts'
import { matchableTypes } from './model-words.ts'

/** What a reconciliation client must know of the service. `query` is the request's query string with its question mark, or nothing. */
export function manifestOf(
  dataset: DatasetView,
  { title, base, query }: { readonly title: string; readonly base: string; readonly query: string },
) {
  const service = (path: string) => ({ service_url: base, service_path: `/reconcile/${encodeURIComponent(dataset.name)}/${path}${query}` })
  const settings = [
    { name: 'limit', label: 'Limit', type: 'number', default: 0, help_text: 'Maximum number of values for each row; 0 for all.' },
    {
      name: 'render',
      label: 'Render',
      type: 'select',
      default: 'caption',
      help_text: 'Values as words, or as they are stored.',
      choices: [
        { value: 'caption', name: 'Caption' },
        { value: 'raw', name: 'Raw' },
      ],
    },
  ]
  return {
    versions: ['0.2'],
    name: `${dataset.title} (${title})`,
    identifierSpace: `${base}/entities/`,
    schemaSpace: 'https://followthemoney.tech/explorer/schemata/',
    documentation: `${base}/api`,
    view: { url: `${base}/entity/{{id}}` },
    preview: { url: `${base}/entity/{{id}}`, width: 430, height: 600 },
    batchSize: 3,
    suggest: { entity: service('suggest/entity'), type: service('suggest/type'), property: service('suggest/property') },
    extend: { propose_properties: service('extend/property'), propose_settings: settings, property_settings: settings },
    defaultTypes: matchableTypes(),
  }
}
