import { randomBytes } from 'node:crypto'
import type { Ledger } from '../ledger/index.ts'
import { type Instant, OPEN } from '../model/index.ts'
import {
  type AsOfAsked,
  type Engine,
  engineAsRecorded,
  instantText,
  openScreener,
  type QueryAsked,
  resolveAsOf,
  type ScreenAnswer,
  type ScreeningOptions,
} from '../questions/index.ts'
import { answerBytes, canonicalJson, sealOf, sha256Of } from './kept-bytes.ts'
import type { KeptRow, KeptStore } from './kept-store.ts'
import type { KeptAnswer, KeptLine, KeptQuestion, KeptState } from './kept-types.ts'

/** Kinds of the lines that the ledger's log holds of kept screenings: an id with its seal, and ids with why they went. */
export const [KEPT_LINE, ERASED_LINE] = ['screening.kept', 'screening.erased'] as const

/** Adds a line to the ledger's log. */
export type LogLine = (kind: string, body: unknown, recorded: Instant) => Promise<void>

/** Screens and keeps: question, answer, and what the answer follows from. It belongs to one opened generation. */
export type Keeper = { keep(query: QueryAsked, options: ScreeningOptions): Promise<KeptAnswer> }

/** What a keeper needs. */
export type KeeperSetup = {
  readonly engine: Engine
  /** The instant that the engine's generation stands for. */
  readonly built: Instant
  readonly store: KeptStore
  readonly log: LogLine
  readonly now: () => Instant
  readonly random?: (bytes: number) => string
}

/** A keeper over an engine; screenings are asked of the state that the engine's index was built from. */
export function openKeeper(setup: KeeperSetup): Keeper {
  const { engine, built, store, log, now } = setup
  const random = setup.random ?? (bytes => randomBytes(bytes).toString('hex'))
  let opening: Promise<{ readonly engine: Engine; readonly state: KeptState }> | undefined
  const past = () => (opening ??= openPast(engine, built))
  return {
    async keep(query, options) {
      const { engine: then, state } = await past()
      const asked: KeptQuestion = { query, options: { ...options, asOf: pinned(options.asOf, built, now()) }, required: engine.required }
      const question = JSON.parse(canonicalJson(asked)) as KeptQuestion
      const answer = await answerTo(then, question)
      const bytes = answerBytes(answer)
      const [id, salt] = [random(6), random(16)]
      const row: KeptRow = { id, kept: now(), matcher: answer.matcher, question, state, answer: bytes, sha256: sha256Of(bytes), salt }
      store.add(row)
      try {
        await log(KEPT_LINE, { id, seal: sealOf(salt, question, bytes) }, row.kept)
      } catch (error) {
        // What the log could not hold is not kept.
        store.erase([id])
        throw error
      }
      return { id, answer }
    },
  }
}

async function openPast(engine: Engine, built: Instant) {
  const past = await engineAsRecorded(engine, built)
  return { engine: past, state: await stateOf(past, built) }
}

/** The answer to a kept question over an engine of the state it was asked in. */
export async function answerTo(engine: Engine, { query, options, required }: KeptQuestion): Promise<ScreenAnswer> {
  const screener = openScreener({ ...engine, required })
  return { ...(await screener.one(query, options)), ...screener.context(options) }
}

/** The state that an engine of a recorded instant answers from. */
export async function stateOf(engine: Pick<Engine, 'ledger' | 'sources'>, recorded: Instant): Promise<KeptState> {
  const accepted = await acceptedIn(engine.ledger)
  const held = new Set(accepted.map(v => v.source))
  return {
    recorded,
    versions: accepted.length,
    digest: sha256Of(canonicalJson(accepted.map(v => [v.name, v.files.map(f => f.sha256).sort()]))),
    parsers: Object.fromEntries([...engine.sources].filter(([id]) => held.has(id)).map(([id, source]) => [id, source.parser])),
  }
}

const acceptedIn = async (ledger: Ledger) =>
  (await ledger.versions()).filter(v => v.accepted < OPEN).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

// Nothing later than the index may answer; what is published meanwhile cannot be in it, so today stays today.
function pinned(asked: AsOfAsked, built: Instant, now: Instant): AsOfAsked {
  const asOf = resolveAsOf(asked, now)
  return {
    ...(asked.valid === undefined ? {} : { valid: asked.valid }),
    published: instantText(asOf.published),
    recorded: instantText(Math.min(asOf.recorded, built)),
  }
}

/** Kept screenings as a list shows them, newest first. */
export function keptLines(store: KeptStore): readonly KeptLine[] {
  return [...store.all()].map(row => {
    const answer = JSON.parse(row.answer) as ScreenAnswer
    const [first] = answer.results
    return {
      id: row.id,
      kept: instantText(row.kept),
      names: [row.question.query.properties['name'] ?? []].flat().map(String),
      asOf: answer.asOf,
      best: first ? { id: first.id, caption: first.caption, score: first.score, match: first.match } : null,
      matcher: row.matcher,
      sha256: row.sha256,
    }
  })
}

/** Erases kept screenings and says so in the log; gives the ids that were there. */
export async function eraseKept(store: KeptStore, log: LogLine, ids: readonly string[], reason: { text: string; at: Instant }) {
  const gone = store.erase(ids)
  if (gone.length > 0) await log(ERASED_LINE, { ids: gone, reason: reason.text }, reason.at)
  return gone
}

/** Erases what is older than it may be kept; 0 days keeps everything. */
export async function enforceRetention(store: KeptStore, log: LogLine, days: number, now: Instant): Promise<readonly string[]> {
  if (days === 0) return []
  return eraseKept(store, log, store.before(now - days * 86_400), { text: `kept for ${days} days`, at: now })
}
