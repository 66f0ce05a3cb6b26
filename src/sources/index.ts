/**
 * Sources: one folder a source, entered by its `index.ts`, whose default export is a source or a list of sources built with
 * `declare`. Adding one means adding a folder; nothing else is touched. A folder holds
 *
 * - `index.ts`: the declaration;
 * - `read.ts`: `recognise` (what a file is, from its beginning and end) and `read` (bytes to raw records under steady keys);
 * - `parse.ts`: `parse` (a raw record to its reading, every leaf taken or reported as unread; `Cursor` helps);
 * - `programmes.json`: the publisher's wording of a programme to `{list, instruments}`;
 * - `fixtures/`: small files in the publisher's exact format with invented parties, `<name>/…` a publication each;
 * - `<id>.test.ts`: runs the shared suite (`suite.ts`) over the fixtures and over real files where there are any.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileHead, Recognised, Source } from '../model/index.ts'
import { WhoListsError } from '../model/index.ts'
import { declaredIn, noteDeclared } from './declared.ts'
import { likeliest } from './likeliest.ts'
import { dynamicSource } from './own/index.ts'

export { type Declaration, declare } from './declare.ts'
export { type Dataset, datasetId, datasetSource, instantOfVersion } from './opensanctions/dataset.ts'
export type { CatalogueAsked, Manifest } from './opensanctions/manifest.ts'
export { type Mapping, type OwnList, ownName, ownSource, readMapping } from './own/index.ts'

/** What reads manifests and catalogues, loaded where one is read: a server and its workers need it never. */
export const manifestReader = () => import('./opensanctions/manifest.ts')

/** Every source there is. */
export type Sources = {
  /** Official ones first, then curated, aggregate and own; by rank among those of one kind. Lists of the user's own come in when they are made known. */
  readonly all: readonly Source[]
  /** The source of that id; an id of a list of the user's own makes it known. @throws WhoListsError source.unknown */
  sourceOf(id: string): Source
  /** Makes a list of the user's own known, in place of one of the same id. */
  add(own: Source): void
  /** What a file is, by the first source that claims it; undefined where none does. Lists of the user's own claim nothing unasked. */
  recognise(head: FileHead): Recognised | undefined
}

const KINDS: readonly Source['kind'][] = ['official', 'curated', 'aggregate', 'own']
const loaded = new Map<string, Promise<Sources>>()

/**
 * Every source of this installation, read from the folders beside this file and from those of one more folder; the same
 * promise each time.
 */
export function loadSources(further = ''): Promise<Sources> {
  const known = loaded.get(further)
  if (known) return known
  const fresh = Promise.all([import.meta.dirname, ...(further === '' ? [] : [further])].map(readFolders)).then(all => collect(all.flat()))
  loaded.set(further, fresh)
  return fresh
}

/** The sources that one folder declares, by the folder's name, for those beside this file. */
export async function sourcesByFolder(): Promise<ReadonlyMap<string, readonly Source[]>> {
  const byFolder = await Promise.all(doorsIn(import.meta.dirname).map(async ({ name, door }) => [name, await sourcesAt(door)] as const))
  return new Map(byFolder.filter(([, sources]) => sources.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A collection of these sources in order of rank. @throws Error where two have one id */
export function collect(sources: readonly Source[]): Sources {
  const all = sources.toSorted(inOrder)
  const byId = new Map(all.map(source => [source.id, source] as const))
  if (byId.size < all.length) throw new Error(`two sources have one id: ${all.map(s => s.id).join(', ')}`)
  const add = (source: Source): void => {
    const at = all.findIndex(known => known.id === source.id)
    if (at >= 0) all.splice(at, 1)
    all.push(source)
    all.sort(inOrder)
    byId.set(source.id, source)
  }
  return {
    all,
    add,
    sourceOf(id) {
      const found = byId.get(id) ?? dynamicSource(id)
      if (!found) {
        const near = likeliest(id, [...byId.keys()])
        throw new WhoListsError('source.unknown', { source: id, near: near.length > 0 ? `Perhaps ${near.join(' or ')}? ` : '' })
      }
      if (!byId.has(id)) add(found)
      return found
    },
    recognise(head) {
      for (const source of all) {
        const found = source.kind === 'own' ? undefined : source.recognise(head)
        if (found) return found
      }
      return undefined
    },
  }
}

const inOrder = (a: Source, b: Source) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.rank - b.rank || (a.id < b.id ? -1 : 1)

/**
 * Notes beside compiled sources what they declare, so that they can be known without their code.
 *
 * @public called by bin/built.js in the code it has compiled
 */
export async function noteSources(): Promise<void> {
  const all = await Promise.all(
    doorsIn(import.meta.dirname).map(async ({ name, door }) => ({ name, door, sources: await sourcesAt(door) })),
  )
  noteDeclared(
    import.meta.dirname,
    all.map(({ name, door, sources }) => ({ door: join(name, basename(door)), sources })),
  )
}

async function readFolders(folder: string): Promise<readonly Source[]> {
  const declared = declaredIn(folder)
  if (declared) return declared
  const sources = await Promise.all(doorsIn(folder).map(({ door }) => sourcesAt(door)))
  return sources.flat()
}

const doorsIn = (folder: string): readonly { readonly name: string; readonly door: string }[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => ['index.ts', 'index.js'].map(door => ({ name, door: join(folder, name, door) })))
    .filter(({ door }) => existsSync(door))

async function sourcesAt(door: string): Promise<readonly Source[]> {
  const module = (await import(pathToFileURL(door).href)) as { readonly default: Source | readonly Source[] }
  return [module.default].flat()
}
