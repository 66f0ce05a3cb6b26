import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { takeManifests } from './app-manifest.ts'
import { type OwnSources, openReading, type Reading } from './app-reading.ts'
import { beginEntities, type SecondThread, secondThread } from './app-second-thread.ts'
import type { Config } from './config.ts'
import { type Archive, createFetcher, openArchive, sweepArchive } from './intake/index.ts'
import {
  buildGeneration,
  currentGeneration,
  dropOwnList,
  type Generation,
  type Imported,
  type ImportProgress,
  type ImportReport,
  importFiles,
  importLocal,
  isManifest,
  joinRecords,
  keepOwnList,
  lockData,
  readManifests,
  readOwnLists,
} from './jobs/index.ts'
import { WhoListsError } from './model/index.ts'
import { MATCHER_VERSION } from './screen/index.ts'
import { ownName, ownSource, readMapping } from './sources/index.ts'

/** How far a long task is. */
export type Step = { readonly source: string | null; readonly phase: string; readonly done: number; readonly total: number | null }

/** A data folder opened: what is kept in it and what is known to read it. */
export type Data = Reading & { readonly archive: Archive; readonly second: SecondThread }

const command = () => process.argv.slice(2).join(' ').slice(0, 80) || 'wholists'

const ownSources = (folder: string): OwnSources => ({ lists: readOwnLists(folder), datasets: readManifests(folder).datasets })

/** Opens a data folder for reading, or for writing too. The folder is made where there is none. */
export async function openData(config: Config, readOnly: boolean): Promise<Data> {
  const reading = await openReading(config, ownSources(config.data), readOnly)
  const archive = openArchive(join(config.data, 'archive'), () => randomBytes(6).toString('hex'))
  const second = secondThread(config)
  const close = async () => {
    await second.end()
    await reading.close()
  }
  return { ...reading, archive, second, close }
}

/**
 * Runs a task as the one writer of the data folder, then brings joins and index up to date.
 *
 * @param afterwards runs last, over what is then in force
 * @throws data.locked where another process writes
 */
export async function asWriter<T>(
  config: Config,
  progress: (step: Step) => void,
  task: (data: Data) => Promise<T>,
  afterwards: (data: Data) => Promise<unknown> = async () => undefined,
): Promise<T> {
  return asKeeper(config, async data => {
    await sweepArchive(join(config.data, 'archive'))
    await takeInBase(data, progress)
    const result = await task(data)
    await refresh(data, progress)
    await afterwards(data)
    return result
  })
}

/**
 * Runs a task as the one writer of the data folder and leaves joins and index as they are.
 *
 * @throws data.locked where another process writes; data.unusable
 */
export async function asKeeper<T>(config: Config, task: (data: Data) => Promise<T>): Promise<T> {
  const lock = lockData(config.data, { pid: process.pid, command: command() })
  try {
    const data = await openData(config, false)
    try {
      return await task(data)
    } finally {
      await data.close()
    }
  } finally {
    lock.release()
  }
}

/** What is imported, and for a list of the user's own how it is called and read. */
export type ImportRequest = {
  readonly paths: readonly string[]
  readonly source?: string
  readonly published?: string
  readonly title?: string
  readonly mapping?: string
}

/**
 * Imports files or folders. A source `own-NAME` is made where there is none, with `title` and the mapping file `mapping` where
 * they are given; both are kept for later imports.
 *
 * @throws input.invalid, input.missing-file for the mapping file
 */
export async function importPaths(
  data: Data,
  request: ImportRequest,
  progress: (step: Step) => void,
  outcome: (imported: Imported) => void = () => undefined,
): Promise<ImportReport> {
  const made = makeOwn(data, request)
  let isEmpty = true
  try {
    const report = await importAll(data, request, progress, outcome)
    isEmpty = report.versions.every(v => v.outcome === 'refused')
    return report
  } finally {
    if (isEmpty) await made?.undo()
  }
}

async function importAll(
  data: Data,
  request: ImportRequest,
  progress: (step: Step) => void,
  outcome: (imported: Imported) => void,
): Promise<ImportReport> {
  const { ledger, archive, sources, now } = data
  const manifests = request.source === undefined ? request.paths.filter(isManifest) : []
  const paths = request.paths.filter(path => !manifests.includes(path))
  const beside = await importManifests(data, manifests, outcome)
  if (paths.length === 0 && manifests.length > 0) return { versions: beside, interrupted: false }
  const job = { ...request, paths, ledger, archive, sources, now, outcome, second: data.second }
  const report = await importFiles({ ...job, progress: p => progress(stepOf(p)) })
  return { ...report, versions: [...beside, ...report.versions] }
}

// What a manifest leads to elsewhere is fetched by an update; here only the files beside it come in.
async function importManifests(
  data: Data,
  manifests: readonly string[],
  outcome: (imported: Imported) => void,
): Promise<readonly Imported[]> {
  if (manifests.length === 0) return []
  const { ledger, archive, sources, now, config } = data
  const fetcher = createFetcher({ offline: true, allowPrivate: false, userAgent: '', now, random: () => 0 })
  const { datasets } = await takeManifests(
    data,
    fetcher,
    manifests.map(path => resolve(path)),
  )
  const updates = await importLocal({ folder: config.data, ledger, archive, sources, fetcher, now }, datasets)
  const versions = updates.flatMap(update => update.versions)
  for (const one of versions) outcome(one)
  return versions
}

type OwnAsked = { readonly source?: string; readonly title?: string; readonly mapping?: string }

/** Makes the list of the user's own that an import is for; undone where nothing came in, so that no list stands empty and none keeps a mapping that read nothing. */
function makeOwn({ config, ledger, sources }: Data, { source, title, mapping }: OwnAsked): { undo(): Promise<void> } | undefined {
  const name = source === undefined ? undefined : ownName(source)
  if (name === undefined) {
    if (mapping === undefined) return undefined
    throw new WhoListsError('input.invalid', { what: '--mapping', expected: 'with --source own-NAME', seen: source ?? 'no source' })
  }
  const known = readOwnLists(config.data).find(list => list.name === name)
  const map = mapping === undefined ? known?.mapping : readMapping(fileText(mapping))
  const list = { name, title: title ?? known?.title ?? name, ...(map === undefined ? {} : { mapping: map }) }
  if (JSON.stringify(known) !== JSON.stringify(list)) keepOwnList(config.data, list)
  sources.add(ownSource(list))
  return {
    async undo() {
      if (known) keepOwnList(config.data, known)
      else if ((await ledger.versions(`own-${name}`)).length === 0) dropOwnList(config.data, name)
    },
  }
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new WhoListsError('input.missing-file', { path }, error)
  }
}

const stepOf = (p: ImportProgress): Step => ({ source: p.version ?? p.source, phase: p.phase, done: p.done, total: p.total })

/** Takes in the curated base where this very state of it is not there yet. */
async function takeInBase(data: Data, progress: (step: Step) => void): Promise<void> {
  const files = readdirSync(data.config.facts)
    .filter(name => name.endsWith('.json'))
    .map(name => join(data.config.facts, name))
  const here = new Set(files.map(file => createHash('sha256').update(readFileSync(file)).digest('hex')))
  const kept = (await data.ledger.versions('facts')).some(v => v.files.length === here.size && v.files.every(f => here.has(f.sha256)))
  if (kept) return
  const { versions } = await importPaths(data, { paths: files, source: 'facts' }, progress)
  const refused = versions.find(v => v.outcome === 'refused')
  if (refused) throw new WhoListsError('version.refused', { file: data.config.facts, reason: refused.message })
}

/** Joins and index brought up to what the ledger holds; nothing is done where they are. */
export async function refresh(data: Data, progress: (step: Step) => void, force = false): Promise<Generation> {
  const { ledger, sources, now, config } = data
  const known = currentGeneration(config.data)
  if (!force && known && known.ledger === (await ledger.generation()) && known.matcher === MATCHER_VERSION) return known
  const tell = (step: Omit<Step, 'source'>) => progress({ source: null, ...step })
  // One instant for all of it: what is joined now was judged when the generation stands for.
  const at = now()
  const built = await buildGeneration({
    data: config.data,
    ledger,
    sources: sources.all,
    join: index =>
      joinRecords({ data: config.data, ledger, sources: sources.all, index, matcher: MATCHER_VERSION, now: at, progress: tell }),
    // Read anew: an import makes lists of the user's own known, and datasets.
    entities: path => beginEntities({ ...data, own: ownSources(config.data) }, path, at),
    now: at,
    matcher: MATCHER_VERSION,
    anew: force,
    progress: tell,
  })
  // Whatever is accepted next is so at a later second: the instant of a generation names one state of the ledger.
  while (now() <= at) await new Promise(done => setTimeout(done, 50))
  return built
}

/** True where the data folder holds nothing that can answer, or less than the ledger holds. */
export async function isStale(config: Config): Promise<boolean> {
  const known = currentGeneration(config.data)
  if (!known || known.matcher !== MATCHER_VERSION) return true
  const data = await openData(config, true)
  try {
    return known.ledger !== (await data.ledger.generation())
  } finally {
    await data.close()
  }
}
