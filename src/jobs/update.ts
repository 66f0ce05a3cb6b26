import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Fetched } from '../intake/index.ts'
import { type Address, type Source, WhoListsError } from '../model/index.ts'
import { type Dataset, instantOfVersion } from '../sources/index.ts'
import { type Imported, type ImportProgress, importFiles } from './import.ts'
import { fileName, isOdd, outcomeOf, stateOf } from './update-answers.ts'
import { checkSum, fetchDeltas, tokenFor, versionIn } from './update-dataset.ts'
import { fileAddress } from './update-link.ts'
import { type AddressState, type FetchStates, keepFetchStates, notBeforeAfter, readFetchStates, type SourceState } from './update-state.ts'
import type { SourceUpdate, UpdateJob } from './update-types.ts'

export type { SourceUpdate, UpdateJob, UpdateProgress } from './update-types.ts'

const PARALLEL = 4
const INCOMING = 'downloads'

/**
 * Fetches what has changed at the publishers and takes it in, several sources at a time, one import after another.
 *
 * A source that cannot be fetched, or whose files are refused or held, keeps its former state in force, is reported, and does
 * not stop the others. What was loaded of a file that broke off is gone on with next time. All files of a publication enter
 * together: where only some have changed, the others come from the archive.
 *
 * @throws `fetch.offline`; `source.unknown`; `input.invalid` where a source asked for has no address
 */
export async function update(job: UpdateJob): Promise<readonly SourceUpdate[]> {
  if (job.fetcher.offline) throw new WhoListsError('fetch.offline')
  const wanted = sourcesWanted(job)
  const run = new UpdateRun(job, await readFetchStates(job.folder))
  await run.all(wanted)
  return run.updates.sort((a, b) => wanted.findIndex(s => s.id === a.source) - wanted.findIndex(s => s.id === b.source))
}

function sourcesWanted({ only = [], sources }: UpdateJob): readonly Source[] {
  if (only.length === 0) return sources.all.filter(source => source.addresses.length > 0 && !source.closed)
  return only.map(id => {
    const source = sources.sourceOf(id)
    if (source.addresses.length === 0)
      throw new WhoListsError('input.invalid', {
        what: `The source ${id}`,
        expected: 'a source that can be fetched',
        seen: 'one without an address: import its files',
      })
    return source
  })
}

type FetchedAddress = { readonly address: Address; readonly fetched: Fetched; readonly path: string }

class UpdateRun {
  readonly updates: SourceUpdate[] = []
  private readonly job: UpdateJob
  private readonly states: Map<string, SourceState>
  private importing: Promise<unknown> = Promise.resolve()
  private readonly stop = new AbortController()
  private readonly signal: AbortSignal

  constructor(job: UpdateJob, states: FetchStates) {
    this.job = job
    this.states = new Map(states)
    this.signal = job.signal ? AbortSignal.any([job.signal, this.stop.signal]) : this.stop.signal
  }

  // A failure of this installation (a full disk) stops all; it is thrown once nothing runs any more.
  async all(sources: readonly Source[]): Promise<void> {
    const waiting = [...sources]
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !this.signal.aborted; next = waiting.shift()) {
        await this.one(next).catch((error: unknown) => {
          this.stop.abort()
          throw error
        })
      }
    }
    const workers = Array.from({ length: Math.min(this.job.parallel ?? PARALLEL, sources.length) }, worker)
    for (const result of await Promise.allSettled(workers)) if (result.status === 'rejected') throw result.reason
  }

  private async one(source: Source): Promise<void> {
    const state = this.states.get(source.id)
    const { now } = this.job
    if (!this.job.force && state?.notBefore && now() < state.notBefore) {
      const until = new Date(state.notBefore * 1000).toISOString().slice(0, 16).replace('T', ' ')
      return this.report({
        source: source.id,
        outcome: 'waiting',
        detail: `It failed ${state.failures} times (${state.detail}) and is asked again after ${until} UTC.`,
        failure: null,
        versions: [],
        notes: state.notes,
      })
    }
    try {
      await this.fetchAndImport(source, state)
    } catch (error) {
      if (!(error instanceof WhoListsError) || error.code !== 'fetch.failed') throw error
      if (error.details['kind'] === 'stopped') return
      await this.fail(source, state, error)
    }
  }

  private async fail(source: Source, state: SourceState | undefined, failure: WhoListsError): Promise<void> {
    const failures = (state?.failures ?? 0) + 1
    const at = this.job.now()
    const detail = failure.message
    await this.job.ledger.log(
      'fetch.failed',
      { source: source.id, url: failure.details['url'], reason: failure.details['reason'], failures },
      at,
    )
    await this.keep(source, {
      at,
      outcome: 'failed',
      detail,
      failures,
      notBefore: notBeforeAfter(failures, at),
      notes: state?.notes ?? [],
      addresses: state?.addresses ?? {},
    })
    this.report({ source: source.id, outcome: 'failed', detail, failure, versions: [], notes: state?.notes ?? [] })
  }

  private async fetchAndImport(source: Source, state: SourceState | undefined): Promise<void> {
    const folder = join(this.job.folder, INCOMING, source.id)
    await mkdir(folder, { recursive: true })
    const dataset = this.job.datasets?.get(source.id)
    if (dataset && state && !this.job.force) {
      if (dataset.version !== undefined && state.version === dataset.version) return this.unchanged(source, state, [])
      if (await this.byDeltas(source, dataset, state, folder)) return
    }
    const answers: FetchedAddress[] = []
    for (const [i, address] of source.addresses.entries())
      answers.push(await this.ask(source, address, join(folder, fileName(address, i)), state?.addresses[address.url]))
    for (const { fetched, path } of answers) if (dataset && fetched.outcome === 'fetched') await checkSum(path, dataset)
    const notes = answers.flatMap(({ fetched }) => fetched.notes.filter(isOdd).map(note => note.detail))
    if (answers.every(({ fetched }) => fetched.outcome === 'unchanged') && state) return this.unchanged(source, state, notes)
    for (const { address, fetched, path } of answers)
      if (fetched.outcome === 'unchanged') await this.fromArchive(state?.addresses[address.url], path)
    const addresses = Object.fromEntries(
      answers.map(({ address, fetched }) => [address.url, { ...stateOf(fetched, state?.addresses[address.url]), ...versionIn(dataset) }]),
    )
    const versions = await this.inTurn(() =>
      this.take(
        source,
        folder,
        answers.map(a => a.path),
        addresses,
        dataset,
      ),
    )
    await rm(folder, { recursive: true, force: true })
    await this.done(source, versions, notes, addresses, dataset)
  }

  // True where the deltas since the version of the base file were taken in; else the whole file is asked for.
  private async byDeltas(source: Source, dataset: Dataset, state: SourceState, folder: string): Promise<boolean> {
    const base = state.addresses[dataset.entities ?? '']
    if (!base || !(await this.job.archive.has(base.sha256))) return false
    const delta = await fetchDeltas(this.job, { source, dataset, since: base.version, folder, signal: this.signal })
    if (delta === undefined) return false
    const path = join(folder, 'entities.ftm.json')
    await this.fromArchive(base, path)
    const versions = await this.inTurn(() => this.take(source, folder, [path, delta], state.addresses, dataset))
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    if (outcomeOf(versions) === 'refused') return false
    await this.done(source, versions, [], state.addresses, dataset)
    return true
  }

  private async ask(source: Source, address: Address, path: string, known: AddressState | undefined): Promise<FetchedAddress> {
    const { fetcher, archive, force, progress } = this.job
    const token = tokenFor(address, this.job)
    const url = await fileAddress(fetcher, address, { path, signal: this.signal })
    // A file under another name is another file.
    const same = !address.link || known?.finalUrl === url
    const validators = known && same && !force && (await archive.has(known.sha256)) ? known.validators : undefined
    const fetched = await fetcher.fetch({
      url,
      path,
      html: /html/.test(address.rendition),
      progress: (loadedBytes, totalBytes) => progress?.({ phase: 'fetching', source: source.id, url, loadedBytes, totalBytes }),
      ...(address.hosts ? { hosts: address.hosts } : {}),
      ...(token === undefined ? {} : { token }),
      ...(validators ? { validators } : {}),
      signal: this.signal,
    })
    return { address, fetched, path }
  }

  private async unchanged(source: Source, state: SourceState, notes: readonly string[]): Promise<void> {
    // What the same bytes led to before still holds: an unchanged file that is held is still held.
    const outcome = state.outcome === 'held' || state.outcome === 'refused' ? state.outcome : 'unchanged'
    const detail =
      outcome === 'unchanged'
        ? 'The publisher has nothing new.'
        : `The publisher has nothing new. ${state.detail.replace(/^The publisher has nothing new\. /, '')}`
    await this.keep(source, { ...state, at: this.job.now(), outcome, detail, failures: 0, notBefore: null, notes })
    this.report({ source: source.id, outcome, detail, failure: null, versions: [], notes })
  }

  private async fromArchive(known: AddressState | undefined, path: string): Promise<void> {
    if (!known) throw new Error('a file is unchanged that was never seen')
    await pipeline(this.job.archive.open(known.sha256), createWriteStream(path))
  }

  // One import after another: the ledger has one writer.
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.importing.then(task, task)
    this.importing = turn.catch(() => undefined)
    return turn
  }

  private async take(
    source: Source,
    folder: string,
    paths: readonly string[],
    addresses: Readonly<Record<string, AddressState>>,
    dataset?: Dataset,
  ): Promise<readonly Imported[]> {
    const { ledger, archive, sources, now, second, progress } = this.job
    for (const name of await readdir(folder)) if (!paths.includes(join(folder, name))) await rm(join(folder, name), { force: true })
    const headers = Object.values(addresses).flatMap(({ header }) => (header === null ? [] : [header]))
    const { versions } = await importFiles({
      paths: [folder],
      source: source.id,
      stated: dataset?.version === undefined ? undefined : instantOfVersion(dataset.version),
      header: headers.length > 0 ? Math.max(...headers) : undefined,
      ledger,
      archive,
      sources,
      now,
      second,
      signal: this.signal,
      ...(progress ? { progress: (step: ImportProgress) => progress({ ...step, source: source.id }) } : {}),
    })
    return versions
  }

  private async done(
    source: Source,
    versions: readonly Imported[],
    notes: readonly string[],
    addresses: Readonly<Record<string, AddressState>>,
    dataset?: Dataset,
  ): Promise<void> {
    const outcome = outcomeOf(versions)
    const detail = versions.map(v => v.message).join(' ') || 'Nothing was taken in.'
    const refused = outcome === 'refused'
    const failures = refused ? (this.states.get(source.id)?.failures ?? 0) + 1 : 0
    const at = this.job.now()
    // The validators of a refused file are not kept: next time it is asked for whole, in case that only the download was bad.
    await this.keep(source, {
      at,
      outcome,
      detail,
      failures,
      notBefore: notBeforeAfter(failures, at),
      notes,
      addresses: refused ? {} : addresses,
      ...(refused ? {} : versionIn(dataset)),
    })
    this.report({ source: source.id, outcome, detail, failure: null, versions, notes })
  }

  private async keep(source: Source, state: SourceState): Promise<void> {
    this.states.set(source.id, state)
    await this.inTurn(() => keepFetchStates(this.job.folder, this.states))
  }

  private report(update: SourceUpdate): void {
    this.updates.push(update)
    this.job.outcome?.(update)
    this.job.progress?.({ phase: 'done', source: update.source, outcome: update.outcome, detail: update.detail })
  }
}
