import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type Problem, WhoListsError } from '../model/index.ts'
import { type CatalogueAsked, type Dataset, datasetId, instantOfVersion, manifestReader } from '../sources/index.ts'
import { importFiles } from './import.ts'
import { outcomeOf } from './update-answers.ts'
import type { SourceUpdate, UpdateJob } from './update-types.ts'

/** The manifests that a data folder goes by, and the datasets that they led to when they were last asked. */
export type KnownManifests = { readonly locations: readonly string[]; readonly datasets: readonly Dataset[] }

const FILE = 'manifests.json'

// Loaded where a manifest is read: it takes a twentieth of a second that no other task should pay.
const yaml = () => createRequire(import.meta.url)('yaml') as typeof import('yaml')

/** The manifests a data folder knows; none where there is no file. */
export function readManifests(folder: string): KnownManifests {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as KnownManifests
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { locations: [], datasets: [] }
    throw error
  }
}

/** Keeps the manifests and their datasets; the file is there whole or as it was. */
export function keepManifests(folder: string, known: KnownManifests): void {
  mkdirSync(folder, { recursive: true })
  const fresh = join(folder, `${FILE}.new`)
  writeFileSync(fresh, `${JSON.stringify(known, null, 1)}\n`, { flush: true })
  renameSync(fresh, join(folder, FILE))
}

/** True where a file is a manifest by its name and what it holds. */
export function isManifest(path: string): boolean {
  if (!/\.(?:ya?ml|json)$/i.test(path)) return false
  try {
    const text = readFileSync(path, 'utf8')
    if (text.length > 1_000_000) return false
    const value: unknown = yaml().parse(text)
    if (typeof value !== 'object' || value === null) return false
    return 'catalogs' in value || ('datasets' in value && !('name' in value) && /\b(?:entities_url|path)"?\s*:/.test(text))
  } catch {
    return false
  }
}

/** What manifests lead to: the datasets, and a report of each manifest. */
export type Resolved = { readonly datasets: readonly Dataset[]; readonly reports: readonly SourceUpdate[] }

/**
 * Reads manifests and asks the catalogues that they name. A manifest or catalogue that cannot be had is reported, and the datasets
 * that were known of before stay. A path inside a manifest counts from the manifest's folder.
 *
 * @throws input.invalid, input.missing-file where a manifest is none: a mistake of the caller's
 */
export async function resolveManifests(
  job: Pick<UpdateJob, 'folder' | 'fetcher' | 'secret'>,
  locations: readonly string[],
  known: readonly Dataset[],
): Promise<Resolved> {
  const { readManifest, datasetsIn } = await manifestReader()
  const datasets = new Map<string, Dataset>()
  const reports: SourceUpdate[] = []
  for (const location of locations) {
    const report = (failure: WhoListsError) => {
      reports.push({ source: location, outcome: 'failed', detail: failure.message, failure, versions: [], notes: [] })
      for (const one of known) if (!datasets.has(one.name)) datasets.set(one.name, one)
    }
    const manifest = await unlessUnfetched(() => valueAt(job, location).then(readManifest), report)
    if (!manifest) continue
    const base = isAddress(location) ? null : dirname(resolve(location))
    const found = manifest.datasets.map(one => withFolder(one, base))
    const problems: Problem[] = [...manifest.problems]
    const failures: WhoListsError[] = []
    for (const catalogue of manifest.catalogues) {
      const held = await unlessUnfetched(
        async () => datasetsIn(await valueAt(job, catalogue.url, catalogue), catalogue),
        failure => failures.push(failure),
      )
      found.push(...(held?.datasets ?? []))
      problems.push(...(held?.problems ?? []))
    }
    addOnce(datasets, found, location)
    reports.push(reportOf(location, found, problems))
    for (const failure of failures) report(failure)
  }
  return { datasets: [...datasets.values()], reports }
}

async function unlessUnfetched<T>(task: () => Promise<T>, report: (failure: WhoListsError) => void): Promise<T | undefined> {
  try {
    return await task()
  } catch (error) {
    if (!(error instanceof WhoListsError) || !/^fetch\./.test(error.code)) throw error
    report(error)
    return undefined
  }
}

function addOnce(into: Map<string, Dataset>, found: readonly Dataset[], location: string): void {
  for (const one of found) {
    const other = [...into.values()].find(known => datasetId(known.name) === datasetId(one.name))
    if (other) throw new WhoListsError('input.invalid', { what: location, expected: 'each dataset once', seen: one.name })
    into.set(one.name, one)
  }
}

const reportOf = (location: string, found: readonly Dataset[], problems: readonly Problem[]): SourceUpdate => ({
  source: location,
  outcome: 'unchanged',
  detail: `The manifest leads to ${found.length === 1 ? 'one dataset' : `${found.length} datasets`}: ${found.map(({ name }) => datasetId(name)).join(', ')}.`,
  failure: null,
  versions: [],
  notes: problems.map(({ code, field, seen }) => `${code} ${field}${seen === '' ? '' : `: ${seen}`}`),
})

function withFolder(dataset: Dataset, base: string | null): Dataset {
  if (dataset.path === undefined) return dataset
  if (base === null)
    throw new WhoListsError('input.invalid', {
      what: `The path of ${dataset.name}`,
      expected: 'an address, since the manifest is no file',
      seen: dataset.path,
    })
  return { ...dataset, path: resolve(base, dataset.path) }
}

const isAddress = (location: string) => /^https?:/i.test(location)

async function valueAt(job: Pick<UpdateJob, 'folder' | 'fetcher' | 'secret'>, location: string, asked?: CatalogueAsked): Promise<unknown> {
  if (!isAddress(location)) return parsed(textOf(location), location)
  const token = asked?.token === undefined ? undefined : job.secret?.(asked.token)
  if (asked?.token !== undefined && !token)
    throw new WhoListsError('fetch.failed', {
      url: location,
      reason: `the variable ${asked.token}, which holds the token for it, is not set`,
      kind: 'status',
    })
  const folder = join(job.folder, 'downloads', 'manifest')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'asked.json')
  try {
    await job.fetcher.fetch({ url: location, path, ...(token ? { token } : {}) })
    return parsed(readFileSync(path, 'utf8'), location)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new WhoListsError('input.missing-file', { path }, error)
  }
}

function parsed(text: string, location: string): unknown {
  try {
    return yaml().parse(text, { maxAliasCount: 100 })
  } catch (error) {
    const seen = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new WhoListsError('input.invalid', { what: location, expected: 'YAML or JSON', seen }, error)
  }
}

/** Takes in the datasets that are files beside their manifest, where they have changed. */
export async function importLocal(job: UpdateJob, datasets: readonly Dataset[]): Promise<readonly SourceUpdate[]> {
  const updates: SourceUpdate[] = []
  for (const { name, path, version } of datasets) {
    const source = datasetId(name)
    if (path === undefined || (job.only && job.only.length > 0 && !job.only.includes(source))) continue
    const { ledger, archive, sources, now } = job
    const { versions } = await importFiles({
      paths: [path],
      source,
      stated: version === undefined ? undefined : instantOfVersion(version),
      ledger,
      archive,
      sources,
      now,
      signal: job.signal,
    })
    const detail = versions.map(v => v.message).join(' ') || 'Nothing was taken in.'
    updates.push({ source, outcome: outcomeOf(versions), detail, failure: null, versions, notes: [] })
  }
  return updates
}
