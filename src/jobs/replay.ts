import { buildIndex, type CandidateIndex, openIndex, openSearcher } from '../candidates/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { type Engine, engineAsRecorded, instantText, type ScreenAnswer } from '../questions/index.ts'
import { indexRecords } from './index-records.ts'
import { answerBytes, differencesOf, sealOf, sha256Of } from './kept-bytes.ts'
import { answerTo, KEPT_LINE, stateOf } from './kept-screenings.ts'
import type { KeptRow } from './kept-store.ts'
import type { KeptState, Replay, ReplayReason } from './kept-types.ts'

/** Differences told of one by one. */
const TOLD = 50

/** What a replay needs. */
export type ReplayJob = {
  /** The newest engine over the ledger, and the instant that its generation stands for. */
  readonly engine: Engine
  readonly built: number
  readonly progress?: (step: { readonly phase: string; readonly done: number; readonly total: number | null }) => void
}

/**
 * Asks a kept screening again, of the ledger as it stood then, and compares the answers byte by byte.
 *
 * Scores depend on how rare words are among all names held, so where something was accepted since, an index of that day is
 * built in memory.
 */
export async function replay(job: ReplayJob, row: KeptRow): Promise<Replay> {
  const { question, state, answer: bytes } = row
  const past = await engineAsRecorded(job.engine, state.recorded)
  const now = await stateOf(past, state.recorded)
  const index = await indexOf(job, past, now)
  const answer = await answerTo({ ...past, index, searcher: openSearcher(index) }, question)
  const again = answerBytes(answer)
  const sealed = await isSealed(job.engine.ledger, row)
  const outcome = again === bytes ? 'same' : 'differs'
  const { differences, total } = differencesOf(JSON.parse(bytes), JSON.parse(again), TOLD)
  return {
    id: row.id,
    kept: instantText(row.kept),
    outcome,
    was: { sha256: sha256Of(bytes), matcher: row.matcher },
    is: { sha256: sha256Of(again), matcher: past.matcher },
    sealed: sealed === 'sealed',
    reasons: [...sealReasons(sealed), ...(outcome === 'same' ? [] : await reasonsOf(row, past, now))],
    differences,
    more: total - differences.length,
    answer: JSON.parse(again) as unknown,
  }
}

// The index at hand is of that state where nothing was accepted between the two instants.
async function indexOf({ engine, built, progress }: ReplayJob, past: Engine, state: KeptState): Promise<CandidateIndex> {
  const current = await stateOf(await engineAsRecorded(engine, built), built)
  if (current.digest === state.digest) return engine.index
  progress?.({ phase: 'building the index of that day', done: 0, total: null })
  const records = indexRecords(past.ledger, [...past.sources.values()])
  return openIndex(await buildIndex(records, { generation: `replay-${state.recorded}`, matcher: past.matcher }))
}

type Sealed = 'sealed' | 'altered' | 'unlogged' | 'broken'

/** Whether the log, its chain whole, holds the seal of what is kept. */
async function isSealed(ledger: Ledger, { id, salt, question, answer }: KeptRow): Promise<Sealed> {
  if ((await ledger.verifyLog()).broken !== null) return 'broken'
  for await (const { kind, body } of ledger.logLines()) {
    const line = body as { readonly id?: string; readonly seal?: string }
    if (kind === KEPT_LINE && line.id === id) return line.seal === sealOf(salt, question, answer) ? 'sealed' : 'altered'
  }
  return 'unlogged'
}

function sealReasons(sealed: Sealed): readonly ReplayReason[] {
  if (sealed === 'altered')
    return [{ kind: 'altered', detail: 'What is kept is not what was kept: its seal is not the one the log holds.' }]
  if (sealed === 'unlogged') return [{ kind: 'unlogged', detail: 'The log of this data folder has no line of this screening.' }]
  if (sealed === 'broken')
    return [{ kind: 'unlogged', detail: 'The chain of the log is broken, so its seal proves nothing. See docs/audit.md.' }]
  return []
}

async function reasonsOf(row: KeptRow, past: Engine, now: KeptState): Promise<readonly ReplayReason[]> {
  const reasons: ReplayReason[] = []
  if (row.matcher !== past.matcher)
    reasons.push({ kind: 'matcher', detail: `The matcher was ${row.matcher}, this one is ${past.matcher}.` })
  reasons.push(...(await missingVersions(row, past.ledger)))
  if (now.digest !== row.state.digest && !reasons.some(r => r.kind === 'version-missing'))
    reasons.push({
      kind: 'versions',
      detail: `${row.state.versions} versions were held then, ${now.versions} of that time are held now: how rare words are among all names follows from them.`,
    })
  for (const [source, parser] of Object.entries(row.state.parsers))
    if (now.parsers[source] !== undefined && now.parsers[source] !== parser)
      reasons.push({ kind: 'parser', detail: `${source} was read by ${parser}, now by ${now.parsers[source]}.` })
  if (reasons.length === 0)
    reasons.push({ kind: 'unexplained', detail: 'Matcher, versions and parsers are the same: another release of the program answers.' })
  return reasons
}

async function missingVersions(row: KeptRow, ledger: Ledger): Promise<readonly ReplayReason[]> {
  const held = new Map((await ledger.versions()).map(v => [v.name, v]))
  const { versions } = JSON.parse(row.answer) as ScreenAnswer
  return versions.flatMap(({ version, files }) => {
    const found = held.get(version)
    const hashes = new Set(found?.files.map(f => f.sha256))
    if (found && files.every(f => hashes.has(f.sha256))) return []
    return [
      {
        kind: 'version-missing' as const,
        detail: found ? `${version} is held with other files.` : `${version} is not held here, or was not accepted by then.`,
      },
    ]
  })
}
