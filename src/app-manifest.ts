import type { Data } from './app-data.ts'
import { secretNamed } from './config.ts'
import { keepManifests, readManifests, resolveManifests, type SourceUpdate, type UpdateJob } from './jobs/index.ts'
import { type Dataset, datasetId, datasetSource } from './sources/index.ts'

/** The manifests of an installation asked anew: their datasets made known as sources, and a report of each manifest. */
export async function takeManifests(
  { config, sources }: Data,
  fetcher: UpdateJob['fetcher'],
  further: readonly string[] = [],
): Promise<{ readonly datasets: readonly Dataset[]; readonly reports: readonly SourceUpdate[] }> {
  const known = readManifests(config.data)
  const kept = [...new Set([...known.locations, ...further])]
  const locations = [...new Set([...(config.manifest === '' ? [] : [config.manifest]), ...kept])]
  if (locations.length === 0) return { datasets: [], reports: [] }
  const found = await resolveManifests({ folder: config.data, fetcher, secret: secretNamed }, locations, known.datasets)
  keepManifests(config.data, { locations: kept, datasets: found.datasets })
  for (const dataset of found.datasets) sources.add(datasetSource(dataset))
  return found
}

/** Datasets by the ids of their sources, as an update takes them. */
export const bySource = (datasets: readonly Dataset[]): ReadonlyMap<string, Dataset> =>
  new Map(datasets.map(dataset => [datasetId(dataset.name), dataset] as const))
