// A process of its own for what writes: the server's threads stay free while lists are fetched, read and indexed.
import { alertAll, follow, unfollow } from './app-alert.ts'
import { asKeeper, asWriter, type Data, refresh, type Step } from './app-data.ts'
import { updateSources } from './app-update.ts'
import type { Config } from './config.ts'
import { acceptVersion, type Decision, decide, importDecisions, takeBack } from './jobs/index.ts'
import { WhoListsError } from './model/index.ts'

/** What the server asks of it. */
export type WriterTask =
  | { readonly kind: 'update'; readonly sources: readonly string[]; readonly force: boolean }
  /** Only what comes with being the writer: the curated base, joins and index as the ledger has them. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'refresh' }
  /** Keeps a judgement and leaves joins and index to a later task, so that the next one need not wait for them. */
  | { readonly kind: 'decide'; readonly decision: Decision }
  | { readonly kind: 'take-back'; readonly pair: Omit<Decision, 'verdict'> }
  | { readonly kind: 'import-decisions'; readonly lines: readonly string[] }
  | { readonly kind: 'follow'; readonly asked: { readonly what: string; readonly webhook: string; readonly everything: boolean } }
  | { readonly kind: 'unfollow'; readonly id: string }
  /** Tells followers what is new, and sends what waits. */
  | { readonly kind: 'alert' }
  | { readonly kind: 'accept'; readonly version: string; readonly reason: string; readonly by: string }

/** What it tells: steps on the way, then the end. */
export type WriterMessage =
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly code: string | null; readonly details: Readonly<Record<string, string>>; readonly message: string }

const say = (message: WriterMessage) => process.send?.(message)

process.once('message', (given: { readonly config: Config; readonly task: WriterTask }) => {
  run(given.config, given.task)
    .then(result => say({ type: 'done', result: result ?? null }))
    .catch((error: unknown) => {
      const known = error instanceof WhoListsError
      say({
        type: 'failed',
        code: known ? error.code : null,
        details: known ? error.details : {},
        message: error instanceof Error ? error.message : String(error),
      })
    })
    .finally(() => process.disconnect?.())
})

function run(config: Config, task: WriterTask): Promise<unknown> {
  const progress = (step: Step) => say({ type: 'step', step })
  if (task.kind === 'decide') return asKeeper(config, data => decide(data, task.decision))
  if (task.kind === 'take-back') return asKeeper(config, data => takeBack(data, task.pair))
  if (task.kind === 'import-decisions') return asKeeper(config, data => importDecisions(data, task.lines))
  if (task.kind === 'follow') return asKeeper(config, data => follow(data, task.asked))
  if (task.kind === 'unfollow') return asKeeper(config, data => unfollow(data, task.id))
  if (task.kind === 'alert') return asKeeper(config, alertAll)
  const work = async (data: Data) => {
    if (task.kind === 'accept') return acceptVersion(data, task.version, { reason: task.reason, by: task.by })
    if (task.kind === 'ready') return null
    if (task.kind === 'refresh') return refresh(data, progress, true)
    const updates = await updateSources(data, task.sources, progress, task.force)
    return updates.map(({ source, outcome, detail }) => ({ source, outcome, detail }))
  }
  return asWriter(config, progress, work, alertAll)
}

// The server went away: nothing half done stays, so it may simply end.
process.on('disconnect', () => process.exit(0))
