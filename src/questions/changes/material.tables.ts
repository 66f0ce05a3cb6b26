/**
 * Properties that may differ without anything that holds in law, or that screening sees, having moved: when and where the
 * publisher keeps the entry, and free text about it. Every other property is material; one that is not known here too.
 */
export const COSMETIC_PROPERTIES: ReadonlySet<string> = new Set([
  'createdAt',
  'modifiedAt',
  'publishedAt',
  'retrievedAt',
  'recordId',
  'sourceUrl',
  'publisherUrl',
  'wikipediaUrl',
  'keywords',
  'notes',
  'summary',
  'description',
  'citations',
  'designation.asOf',
  'designation.citations',
  'designation.confidence',
  'designation.disputed',
  'designation.note',
  'designation.seenOn',
])
