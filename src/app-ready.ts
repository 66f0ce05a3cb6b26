import { asWriter, isStale, type Step } from './app-data.ts'
import type { Config } from './config.ts'
import { currentGeneration } from './jobs/index.ts'
import { WhoListsError } from './model/index.ts'

/** Brings the data folder up to date as its one writer. */
export type Prepare = (config: Config, progress: (step: Step) => void) => Promise<unknown>

const prepareHere: Prepare = (config, progress) => asWriter(config, progress, async () => undefined)

/**
 * Makes sure that the data folder can answer: the curated base taken in, joins and index as the ledger has them.
 * Where another process is writing, the generation that is there answers.
 *
 * @param prepare where the preparing is done; in this process unless told otherwise
 * @throws data.locked where there is none yet and another process is writing the first
 */
export async function ensureReady(config: Config, progress: (step: Step) => void, prepare: Prepare = prepareHere): Promise<void> {
  if (currentGeneration(config.data) && !(await isStale(config))) return
  try {
    await prepare(config, progress)
  } catch (error) {
    const locked = error instanceof WhoListsError && error.code === 'data.locked'
    if (!locked || !currentGeneration(config.data)) throw error
  }
}
