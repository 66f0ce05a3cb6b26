import { mkdirSync } from 'node:fs'
import type { Config } from './config.ts'
import { type Ledger, openLedger } from './ledger/index.ts'
import type { Instant } from './model/index.ts'
import { type Dataset, datasetSource, loadSources, type OwnList, ownSource, type Sources } from './sources/index.ts'

/** The sources that a data folder knows beside those of the product: lists of the user's own, datasets of manifests. */
export type OwnSources = { readonly lists: readonly OwnList[]; readonly datasets: readonly Dataset[] }

/** What questions are answered from: the sources that are known, and what is kept of them. */
export type Reading = {
  readonly config: Config
  readonly own: OwnSources
  readonly sources: Sources
  readonly ledger: Ledger
  readonly now: () => Instant
  close(): Promise<void>
}

/** The clock, in whole seconds. */
export const clock = (): Instant => Math.floor(Date.now() / 1000)

/**
 * Opens a data folder for reading, or for writing too. The folder is made where there is none.
 */
export async function openReading(config: Config, own: OwnSources, readOnly = true): Promise<Reading> {
  mkdirSync(config.data, { recursive: true })
  const sources = await loadSources(config.sources)
  for (const list of own.lists) sources.add(ownSource(list))
  for (const dataset of own.datasets) sources.add(datasetSource(dataset))
  const ledger = await openLedger(config.data, { readOnly, now: clock, parsers: id => sources.all.find(s => s.id === id) })
  return { config, own, sources, ledger, now: clock, close: () => ledger.close() }
}
