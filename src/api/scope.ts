import { WhoListsError } from '../model/index.ts'
import type { App, DatasetView, Scope } from './app-interface.ts'
import { HttpRefusal } from './errors.ts'

type Lists = ReadonlySet<string> | null

/** What cuts a dataset down: only these, not these. */
export type ScopeCut = { readonly include?: readonly string[]; readonly exclude?: readonly string[] }

/** The word for a record that stands on no list. */
const NO_LIST = ''

const byName = new WeakMap<readonly DatasetView[], ReadonlyMap<string, DatasetView>>()

/** The catalogue's entries by name; kept as long as the catalogue is the same. */
export function datasetsByName(catalog: readonly DatasetView[]): ReadonlyMap<string, DatasetView> {
  const known = byName.get(catalog)
  if (known) return known
  const map = new Map(catalog.map(d => [d.name, d]))
  byName.set(catalog, map)
  return map
}

/**
 * What a question to the app searches.
 *
 * @throws HttpRefusal 404 where there is no such dataset; index.not-ready where there is nothing to search yet
 */
export function scopeIn(app: Pick<App, 'catalog'>, dataset: string, cut: ScopeCut = {}): Scope {
  const catalog = app.catalog()
  const scope = keptScope(catalog, dataset, cut)
  if (scope) return scope
  throw catalog.length === 0 ? new WhoListsError('index.not-ready') : new HttpRefusal(404, 'No such dataset.')
}

/**
 * What a question searches: the dataset in its path, cut to `include` where given, less `exclude`.
 * Subtracting is arithmetic on names: who also stands on a list that remains is still found.
 *
 * @returns undefined where there is no such dataset; an empty scope where nothing remains
 */
export function scopeOf(
  catalog: readonly DatasetView[],
  dataset: string,
  { include = [], exclude = [] }: ScopeCut = {},
): Scope | undefined {
  const all = datasetsByName(catalog)
  if (!all.has(dataset)) return undefined
  let scope = expand(all, dataset)
  if (include.length > 0) scope = cut(scope, union(include.map(name => expand(all, name))))
  for (const name of exclude) scope = without(all, scope, expand(all, name))
  return [...scope].map(([source, lists]) => ({ source, lists: lists ? [...lists].sort() : null }))
}

const MAX_KEPT = 500
const kept = new WeakMap<readonly DatasetView[], Map<string, Scope>>()

// Clients ask for the same few scopes; each is worked out once for a catalogue.
function keptScope(catalog: readonly DatasetView[], dataset: string, cut: ScopeCut): Scope | undefined {
  const known = kept.get(catalog) ?? new Map<string, Scope>()
  const key = JSON.stringify([dataset, cut.include ?? [], cut.exclude ?? []])
  const before = known.get(key)
  if (before) return before
  const scope = scopeOf(catalog, dataset, cut)
  if (scope && known.size < MAX_KEPT) kept.set(catalog, known.set(key, scope))
  return scope
}

function expand(all: ReadonlyMap<string, DatasetView>, name: string, path: readonly string[] = []): ReadonlyMap<string, Lists> {
  const dataset = all.get(name)
  if (!dataset || path.includes(name)) return new Map()
  if (dataset.kind === 'source') return new Map([[name, null]])
  if (dataset.kind === 'list') return new Map(dataset.sources.map(source => [source, new Set([name])]))
  return union(dataset.children.map(child => expand(all, child, [...path, name])))
}

function union(scopes: readonly ReadonlyMap<string, Lists>[]): ReadonlyMap<string, Lists> {
  const out = new Map<string, Lists>()
  for (const [source, lists] of scopes.flatMap(s => [...s])) {
    const before = out.get(source)
    out.set(source, before === null || lists === null ? null : new Set([...(before ?? []), ...lists]))
  }
  return out
}

function cut(scope: ReadonlyMap<string, Lists>, by: ReadonlyMap<string, Lists>): ReadonlyMap<string, Lists> {
  const out = new Map<string, Lists>()
  for (const [source, lists] of scope) {
    const other = by.get(source)
    if (other === undefined) continue
    const both = lists === null ? other : other === null ? lists : lists.intersection(other)
    if (both === null || both.size > 0) out.set(source, both)
  }
  return out
}

function without(
  all: ReadonlyMap<string, DatasetView>,
  scope: ReadonlyMap<string, Lists>,
  less: ReadonlyMap<string, Lists>,
): ReadonlyMap<string, Lists> {
  const out = new Map<string, Lists>()
  for (const [source, lists] of scope) {
    const gone = less.get(source)
    if (gone === null) continue
    const left = gone === undefined ? lists : (lists ?? new Set([...(all.get(source)?.children ?? []), NO_LIST])).difference(gone)
    if (left === null || left.size > 0) out.set(source, left)
  }
  return out
}
