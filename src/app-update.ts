import type { Data, Step } from './app-data.ts'
import { bySource, takeManifests } from './app-manifest.ts'
import { secretNamed } from './config.ts'
import { createFetcher } from './intake/index.ts'
import { importLocal, type SourceUpdate, type UpdateProgress, update } from './jobs/index.ts'
import { datasetId } from './sources/index.ts'

/** Where publishers can read who is asking. */
export const USER_AGENT = 'WhoLists/0.1 (+https://www.npmjs.com/package/wholists)'

/**
 * Fetches what has changed at the publishers and takes it in.
 *
 * @throws fetch.offline
 */
export async function updateSources(
  data: Data,
  sources: readonly string[],
  progress: (step: Step) => void,
  force = false,
): Promise<readonly SourceUpdate[]> {
  const { config, ledger, archive, now } = data
  const fetcher = createFetcher({
    offline: config.offline,
    allowPrivate: config.allowPrivate,
    userAgent: USER_AGENT,
    now,
    random: Math.random,
  })
  try {
    const { datasets, reports } = await takeManifests(data, fetcher)
    const job = {
      folder: config.data,
      ledger,
      archive,
      sources: data.sources,
      fetcher,
      now,
      only: sources,
      force,
      datasets: bySource(datasets),
      secret: secretNamed,
      second: data.second,
      progress: (p: UpdateProgress) => progress(stepOf(p)),
    }
    const local = new Set(datasets.flatMap(({ name, path }) => (path === undefined ? [] : [datasetId(name)])))
    const addressed = sources.filter(id => !local.has(id))
    const fetched = sources.length > 0 && addressed.length === 0 ? [] : await update({ ...job, only: addressed })
    return [...reports, ...(await importLocal(job, datasets)), ...fetched]
  } finally {
    await fetcher.close()
  }
}

function stepOf(p: UpdateProgress): Step {
  if (p.phase === 'fetching') return { source: p.source, phase: 'fetching', done: p.loadedBytes, total: p.totalBytes }
  if (p.phase === 'done') return { source: p.source, phase: p.outcome, done: 1, total: 1 }
  return { source: p.version ?? p.source, phase: p.phase, done: p.done, total: p.total }
}
