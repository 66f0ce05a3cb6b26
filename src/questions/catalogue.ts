import type { KnownVersion } from '../ledger/index.ts'
import { dayOf, type ListFact, OPEN, type Source } from '../model/index.ts'
import { instantText } from './as-of.ts'

/** One collection, source or list as the catalogue shows it. An id that is both source and list is a source. */
export type CatalogueEntry = {
  readonly name: string
  readonly kind: 'collection' | 'source' | 'list'
  readonly title: string
  readonly summary: string
  readonly url: string | null
  /** Collections: the sources in it. Sources: the lists it carries. */
  readonly children: readonly string[]
  /** Lists: the sources that carry it. */
  readonly sources: readonly string[]
  readonly publisher: {
    readonly name: string
    readonly acronym: string | null
    readonly url: string | null
    readonly country: string | null
    readonly official: boolean
  } | null
  readonly licence: string | null
  /** How often it is published: daily, weekly, unknown … */
  readonly frequency: string | null
  /** Name of the newest accepted version, and of the version the index answers from. */
  readonly version: string | null
  readonly indexVersion: string | null
  readonly updatedAt: string | null
  readonly lastExport: string | null
  readonly lastChange: string | null
  readonly coverage: { readonly start: string | null; readonly end: string | null; readonly countries: readonly string[] }
  readonly entities: number
  readonly things: number
  readonly targets: number
  readonly files: readonly {
    readonly name: string
    readonly url: string | null
    readonly sha256: string
    readonly timestamp: string
    readonly mimeType: string | null
    readonly sizeBytes: number
  }[]
}

/** Entities by scope (`source`, or a list's id), as the index counts them. */
export type Counts = ReadonlyMap<string, { readonly entities: number; readonly targets: number }>

const COLLECTIONS: readonly { readonly name: string; readonly title: string; readonly summary: string }[] = [
  { name: 'default', title: 'All lists', summary: 'Every official list and the curated base. Lists of your own stand outside.' },
  { name: 'sanctions', title: 'Sanctions lists', summary: 'Lists of sanctioned persons, organisations, vessels and aircraft.' },
  { name: 'terrorism', title: 'Terrorist lists', summary: 'Lists of persons and organisations designated as terrorist.' },
]

/**
 * The catalogue: collections, sources, lists.
 *
 * @param carried which lists each source carries in the index
 * @param indexed the version of each source that the index was built from
 */
export function catalogueOf(given: {
  readonly sources: readonly Source[]
  readonly versions: readonly KnownVersion[]
  readonly lists: ReadonlyMap<string, ListFact>
  readonly carried: ReadonlyMap<string, readonly string[]>
  readonly indexed: ReadonlyMap<string, string>
  readonly counts: Counts
}): readonly CatalogueEntry[] {
  const bySource = Map.groupBy(given.versions, v => v.source)
  const sources = given.sources.map(source => sourceEntry(source, bySource.get(source.id) ?? [], given))
  const ids = new Set(sources.map(s => s.name))
  const carriers = new Map<string, string[]>()
  for (const [source, lists] of given.carried) for (const list of lists) carriers.set(list, [...(carriers.get(list) ?? []), source])
  const lists = [...carriers].filter(([list]) => !ids.has(list)).map(([list, by]) => listEntry(list, by, given))
  return [
    ...COLLECTIONS.map(c => collectionEntry(c, given.sources, sources)),
    ...sources,
    ...lists.sort((a, b) => (a.name < b.name ? -1 : 1)),
  ]
}

const EMPTY = {
  sources: [],
  publisher: null,
  licence: null,
  frequency: null,
  version: null,
  indexVersion: null,
  updatedAt: null,
  lastExport: null,
  lastChange: null,
  coverage: { start: null, end: null, countries: [] },
  files: [],
  url: null,
} as const

function collectionEntry(
  collection: (typeof COLLECTIONS)[number],
  sources: readonly Source[],
  entries: readonly CatalogueEntry[],
): CatalogueEntry {
  const children = sources.filter(s => s.scopes.includes(collection.name)).map(s => s.id)
  const members = entries.filter(e => children.includes(e.name))
  const newest = members
    .map(m => m.updatedAt ?? '')
    .sort()
    .at(-1)
  const sum = (of: (entry: CatalogueEntry) => number) => members.reduce((n, m) => n + of(m), 0)
  return {
    ...EMPTY,
    ...collection,
    kind: 'collection',
    children,
    updatedAt: newest || null,
    lastChange: newest || null,
    entities: sum(m => m.entities),
    things: sum(m => m.things),
    targets: sum(m => m.targets),
  }
}

function sourceEntry(
  source: Source,
  versions: readonly KnownVersion[],
  given: {
    readonly carried: ReadonlyMap<string, readonly string[]>
    readonly indexed: ReadonlyMap<string, string>
    readonly counts: Counts
  },
): CatalogueEntry {
  const accepted = versions.filter(v => v.accepted < OPEN).sort((a, b) => a.published - b.published)
  const [first, newest] = [accepted[0], accepted.at(-1)]
  const counts = given.counts.get(source.id) ?? { entities: 0, targets: 0 }
  const country = ['un', 'zz'].includes(source.jurisdiction) ? null : source.jurisdiction
  return {
    name: source.id,
    kind: 'source',
    title: source.title,
    summary: `${source.title}, published by ${source.publisher} ${source.cadence.text}.${source.verified ? '' : ' Not yet verified on a real file.'}`,
    url: source.url || null,
    children: given.carried.get(source.id) ?? [],
    sources: [],
    publisher: { name: source.publisher, acronym: null, url: source.url || null, country, official: source.kind === 'official' },
    licence: source.licence,
    frequency: source.cadence.text,
    version: newest?.name ?? null,
    indexVersion: given.indexed.get(source.id) ?? null,
    updatedAt: newest ? instantText(newest.accepted) : null,
    lastExport: newest ? instantText(newest.published) : null,
    lastChange: newest ? instantText(newest.published) : null,
    coverage: {
      start: first ? dayOf(first.published) : null,
      end: newest ? dayOf(newest.published) : null,
      countries: country ? [country] : [],
    },
    entities: counts.entities,
    things: counts.entities,
    targets: counts.targets,
    files: (newest?.files ?? []).map(f => ({
      name: f.name,
      url: source.addresses[0]?.url ?? null,
      sha256: f.sha256,
      timestamp: newest ? instantText(newest.published) : '',
      mimeType: null,
      sizeBytes: f.sizeBytes,
    })),
  }
}

function listEntry(
  list: string,
  by: readonly string[],
  given: { readonly lists: ReadonlyMap<string, ListFact>; readonly counts: Counts },
): CatalogueEntry {
  const fact = given.lists.get(list)
  const counts = given.counts.get(list) ?? { entities: 0, targets: 0 }
  return {
    ...EMPTY,
    name: list,
    kind: 'list',
    title: fact?.name ?? list,
    summary: fact?.scope ?? '',
    url: fact?.url ?? null,
    children: [],
    sources: by,
    entities: counts.entities,
    things: counts.entities,
    targets: counts.targets,
  }
}
