import { asWriter, isStale, type Step } from './app-data.ts'
import type { Config } from './config.ts'
import { currentGeneration } from './jobs/index.ts'
import { WhoListsError } from './model/index.ts'

/**
 * Makes sure that the data folder can answer: the curated base taken in, joins and index as the ledger has them.
 * Where another process is writing, the generation that is there answers.
 *
 * @throws data.locked where there is none yet and another process is writing the first
 */
export async function ensureReady(config: Config, progress: (step: Step) => void): Promise<void> {
  if (currentGeneration(config.data) && !(await isStale(config))) return
  try {
    await asWriter(config, progress, async () => undefined)
  } catch (error) {
    const locked = error instanceof WhoListsError && error.code === 'data.locked'
    if (!locked || !currentGeneration(config.data)) throw error
  }
}
