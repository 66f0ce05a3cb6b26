import { note } from '../../intake/index.ts'
import { type Problem, WhoListsError } from '../../model/index.ts'
import { isObject } from '../rows/json-array.ts'
import type { Dataset } from './dataset.ts'

/** A catalogue that a manifest names: where it is, and which of its datasets are wanted. */
export type CatalogueAsked = {
  readonly url: string
  /** Datasets or collections; all where empty. */
  readonly scopes: readonly string[]
  readonly resource: string
  readonly namespace: boolean
  readonly token?: string
}

/** What a manifest asks for, and what of it is odd. */
export type Manifest = {
  readonly catalogues: readonly CatalogueAsked[]
  readonly datasets: readonly Dataset[]
  readonly problems: readonly Problem[]
}

type Fields = Readonly<Record<string, unknown>>

const CATALOGUE_KEYS = ['url', 'scope', 'scopes', 'resource_name', 'resource_type', 'namespace', 'auth_token']
const DATASET_KEYS = [
  ...['name', 'title', 'entities_url', 'path', 'version', 'load', 'namespace', 'children', 'datasets', 'delta_url', 'auth_token', 'type'],
  ...['summary', 'description', 'publisher', 'url', 'coverage', 'resource_name', 'category', 'tags', 'last_export', 'updated_at', 'hidden'],
]
const RESOURCE = 'entities.ftm.json'
const NAME = /^[a-z0-9_]+$/

/**
 * A manifest in the manner of yente, read from its YAML or JSON: catalogues with the datasets that are wanted of them, and datasets
 * named one by one. A key that is not known is a problem, no error. A token is the name of a variable, `${NAME}`, never the token.
 *
 * @throws WhoListsError input.invalid where it is no manifest
 */
export function readManifest(value: unknown): Manifest {
  if (!isObject(value)) throw wrong('an object with catalogs and datasets', value)
  const problems: Problem[] = unknownKeys(value, ['catalogs', 'datasets'], '')
  const catalogues = listIn(value, 'catalogs').map((one, i) => {
    problems.push(...unknownKeys(one, CATALOGUE_KEYS, `catalogs[${i}]/`))
    return catalogueOf(one, `catalogs[${i}]`)
  })
  const stated = listIn(value, 'datasets')
  for (const [i, one] of stated.entries()) problems.push(...unknownKeys(one, DATASET_KEYS, `datasets[${i}]/`))
  if (catalogues.length === 0 && stated.length === 0) throw wrong('catalogs or datasets', value)
  const datasets = loaded(stated).map(one => datasetOf(one, { collections: collectionsOf(stated), namespace: false, direct: true }))
  const names = datasets.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw wrong('each dataset once', twice)
  return { catalogues, datasets, problems }
}

/**
 * The datasets of a catalogue (`{"datasets": […]}`, or the index of one dataset) that a manifest wants: those in its scope, each
 * with the address of the resource that is asked for. A dataset without that resource gives way to its children; one whose last
 * run failed is told and left as it was.
 *
 * @throws WhoListsError input.invalid where it is no catalogue, or lacks a dataset that is wanted
 */
export function datasetsIn(
  value: unknown,
  asked: CatalogueAsked,
): { readonly datasets: readonly Dataset[]; readonly problems: readonly Problem[] } {
  const all =
    isObject(value) && Array.isArray(value['datasets']) && value['name'] === undefined
      ? listIn(value, 'datasets')
      : [value].filter(isObject)
  const byName = new Map(all.flatMap(one => (typeof one['name'] === 'string' ? [[one['name'], one] as const] : [])))
  if (byName.size === 0) throw wrong(`a catalogue at ${asked.url}`, value)
  const problems: Problem[] = []
  const wanted = new Set<string>()
  const want = (name: string, seen: readonly string[]): void => {
    const one = byName.get(name)
    if (!one) throw wrong(`a dataset of ${asked.url}: ${[...byName.keys()].slice(0, 20).join(', ')}`, name)
    if (resourceOf(one, asked.resource)) return void wanted.add(name)
    const children = childrenOf(one).filter(child => !seen.includes(child) && byName.has(child))
    if (children.length === 0) problems.push(note('dataset.no-resource', name, text(one, 'result'), asked.resource))
    for (const child of children) want(child, [...seen, name])
  }
  const scopes = asked.scopes.length > 0 ? asked.scopes : [...byName].filter(([, one]) => !isCollection(one)).map(([name]) => name)
  for (const name of scopes) want(name, [])
  const collections = collectionsOf(all)
  return {
    datasets: [...wanted].map(name => datasetOf(byName.get(name) ?? {}, { ...asked, collections, direct: false })),
    problems,
  }
}

type Around = {
  readonly collections: ReadonlyMap<string, readonly string[]>
  readonly namespace: boolean
  readonly direct: boolean
  readonly resource?: string
  readonly token?: string
}

function datasetOf(fields: Fields, around: Around): Dataset {
  const name = text(fields, 'name')
  if (!NAME.test(name)) throw wrong('a name of small letters, digits and low lines', name)
  const resource = resourceOf(fields, around.resource ?? RESOURCE)
  const entities = text(fields, 'entities_url') || (resource ? text(resource, 'url') : '')
  const path = text(fields, 'path')
  if (entities === '' && path === '') throw wrong(`an address or a path of ${name}: entities_url or path`, 'neither')
  if (entities !== '' && !URL.canParse(entities)) throw wrong(`an address of ${name}`, entities)
  const publisher = isObject(fields['publisher']) ? text(fields['publisher'], 'name') : ''
  const token = tokenOf(fields) ?? around.token
  const stated = {
    path: entities === '' ? path : '',
    entities,
    version: text(fields, 'version'),
    checksum: resource ? text(resource, 'checksum') : '',
    delta: text(fields, 'delta_url'),
    publisher,
    url: text(fields, 'url'),
    token: token ?? '',
  }
  return {
    name,
    title: text(fields, 'title') || name,
    namespace: fields['namespace'] === undefined ? around.namespace : fields['namespace'] === true,
    collections: [...new Set([...(around.collections.get(name) ?? []), ...textsIn(fields, 'collections')])],
    ...(Object.fromEntries(Object.entries(stated).filter(([, said]) => said !== '')) as Partial<typeof stated>),
  }
}

function catalogueOf(fields: Fields, where: string): CatalogueAsked {
  const url = text(fields, 'url')
  if (!URL.canParse(url)) throw wrong(`${where}/url: the address of a catalogue`, url)
  const token = tokenOf(fields)
  return {
    url,
    scopes: [...new Set([...textsIn(fields, 'scope'), ...textsIn(fields, 'scopes')])],
    resource: text(fields, 'resource_name') || RESOURCE,
    namespace: fields['namespace'] === true,
    ...(token === undefined ? {} : { token }),
  }
}

// A token in the file itself would be copied with it and stand in logs.
function tokenOf(fields: Fields): string | undefined {
  const said = text(fields, 'auth_token')
  if (said === '') return undefined
  const variable = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(said)?.[1]
  if (variable === undefined) throw wrong('auth_token: the name of a variable, as ${NAME}', 'a text that is none')
  return variable
}

// `load` is true by itself for a dataset, false for a collection, which only names others.
const loaded = (datasets: readonly Fields[]): readonly Fields[] =>
  datasets.filter(one => (one['load'] === undefined ? !isCollection(one) : one['load'] === true))

const childrenOf = (fields: Fields): readonly string[] => [...new Set([...textsIn(fields, 'children'), ...textsIn(fields, 'datasets')])]
const isCollection = (fields: Fields): boolean => text(fields, 'type') === 'collection' || childrenOf(fields).length > 0

function collectionsOf(datasets: readonly Fields[]): ReadonlyMap<string, readonly string[]> {
  const of = new Map<string, string[]>()
  for (const one of datasets) for (const child of childrenOf(one)) of.set(child, [...(of.get(child) ?? []), text(one, 'name')])
  return of
}

const resourceOf = (fields: Fields, name: string): Fields | undefined =>
  listIn(fields, 'resources').find(one => text(one, 'name') === name && URL.canParse(text(one, 'url')))

const text = (fields: Fields, key: string): string => {
  const value = fields[key]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
const textsIn = (fields: Fields, key: string): readonly string[] =>
  [fields[key]].flat().filter(one => typeof one === 'string' && one.trim() !== '') as string[]

function listIn(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every(isObject)) throw wrong(`${key}: a list of objects`, value)
  return value
}

const unknownKeys = (fields: Fields, known: readonly string[], where: string): Problem[] =>
  Object.keys(fields).flatMap(key =>
    known.includes(key) ? [] : [note('manifest.unknown-key', `${where}${key}`, JSON.stringify(fields[key]) ?? '')],
  )

const wrong = (expected: string, seen: unknown): WhoListsError =>
  new WhoListsError('input.invalid', {
    what: 'The manifest',
    expected,
    seen: (typeof seen === 'string' ? seen : (JSON.stringify(seen) ?? 'nothing')).slice(0, 200),
  })
