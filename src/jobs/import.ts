import { setImmediate as nextTurn } from 'node:timers/promises'
import type { KnownVersion, Taken } from '../ledger/index.ts'
import { dayOf, type Instant, isDay, OPEN, WhoListsError } from '../model/index.ts'
import { lookAt, type StrangeFile } from './import-look.ts'
import { groupFiles, type KnownFile, type Publication } from './import-publications.ts'
import type { Acceptor, Imported, ImportJob, ImportReport } from './import-types.ts'
import { takeInPublication } from './import-version.ts'

export type { Acceptor, Imported, ImportJob, ImportProgress, ImportReport } from './import-types.ts'

/**
 * Takes in every version among the files, source by source, oldest first, and reports what became of each.
 *
 * Each version is one transaction: the import may be stopped or killed at any moment and run again; what is there already is
 * found the same and changes nothing. A refused or held version leaves the state before in force and does not stop the others.
 *
 * @throws `input.missing-file`, `input.invalid`, `source.unknown`, `data.full`, `archive.damaged`
 */
export async function importFiles(job: ImportJob): Promise<ImportReport> {
  const { published } = job
  if (published !== undefined && !isDay(published))
    throw new WhoListsError('input.invalid', { what: '--published', expected: 'a day as YYYY-MM-DD', seen: published })
  const { known, strange } = await lookAt(job)
  const { publications, undated } = groupFiles(known, id => job.sources.sourceOf(id))
  const versions: Imported[] = []
  const report = (imported: Imported) => {
    versions.push(imported)
    job.outcome?.(imported)
  }
  for (const file of strange) report(await refuseStrange(job, file))
  for (const file of undated) report(await refuseUndated(job, file))
  const there = new VersionsThere(job)
  for (const publication of publications) {
    if (job.signal?.aborted) return { versions, interrupted: true }
    report(await importOne(job, publication, there))
    await nextTurn()
  }
  return { versions, interrupted: job.signal?.aborted ?? false }
}

/**
 * Brings a held version into force.
 *
 * @throws `version.unknown`, `version.not-held`, `input.invalid` where no reason is given
 */
export async function acceptVersion(job: Pick<ImportJob, 'ledger' | 'now'>, version: string, acceptor: Acceptor): Promise<Taken> {
  if (acceptor.reason.trim() === '')
    throw new WhoListsError('input.invalid', { what: 'The reason for accepting', expected: 'a sentence', seen: 'nothing' })
  return job.ledger.accept(version, acceptor.reason, acceptor.by, job.now())
}

async function importOne(job: ImportJob, publication: Publication, there: VersionsThere): Promise<Imported> {
  const { source, files } = publication
  const day = dayOf(publication.published)
  const changed = await archiveFiles(job, publication, files)
  if (changed) return refuse(job, publication, files, changed)
  const declared = job.sources.sourceOf(source)
  const missing = declared.parts.required.filter(part => !files.some(f => f.part === part))
  if (missing.length > 0)
    return refuse(job, publication, files, new WhoListsError('version.incomplete', { source, day, missing: missing.join(', ') }))
  const same = await there.find(publication)
  if (same) return sameAgain(job, publication, same)
  if (there.isFirst(source)) await readAnew(job, source)
  const taken = await takeInPublication(job, publication)
  if (taken instanceof WhoListsError) return outcomeOf(publication, taken)
  const accepted = taken.outcome === 'held' && job.accept ? await acceptVersion(job, taken.version, job.accept) : taken
  there.add(publication, accepted)
  return outcomeOf(publication, accepted)
}

/** A new parser reads what its predecessor read before it is asked what a new version changes. */
async function readAnew(job: ImportJob, source: string): Promise<void> {
  await job.ledger.rebuildReadings(source, {
    progress: (done, total) => job.progress?.({ phase: 'parsing', source, version: null, done, total }),
  })
}

/** Archives the files of a publication; where one is not what it was a moment ago, the failure that says so. */
async function archiveFiles(
  job: ImportJob,
  { source, published }: { readonly source: string; readonly published: Instant | null },
  files: readonly KnownFile[],
): Promise<WhoListsError | null> {
  const version = published === null ? null : dayOf(published)
  for (const [done, file] of files.entries()) {
    job.progress?.({ phase: 'archiving', source, version, done, total: files.length })
    if (await job.archive.has(file.sha256)) continue
    const changed = (reason: string, cause?: unknown) => new WhoListsError('version.refused', { file: file.path, reason }, cause)
    try {
      const kept = await job.archive.put(bytesOf(file))
      if (kept.sha256 !== file.sha256) return changed('it changed while it was being read')
    } catch (error) {
      if (error instanceof WhoListsError) throw error
      return changed(`it can no longer be read: ${error instanceof Error ? error.message : String(error)}`, error)
    }
  }
  return null
}

/** Opens the file only when its bytes are asked for: a stream that waits unread would fail unheard. */
async function* bytesOf(file: Pick<KnownFile, 'open'>): AsyncGenerator<Uint8Array> {
  yield* file.open()
}

async function sameAgain(job: ImportJob, publication: Publication, version: KnownVersion): Promise<Imported> {
  const held = version.accepted === OPEN
  if (held && job.accept) return outcomeOf(publication, await acceptVersion(job, version.name, job.accept))
  const { source, files } = publication
  await job.ledger.log(
    'version.same',
    { source, version: version.name, files: files.map(f => ({ name: f.name, sha256: f.sha256, sizeBytes: f.sizeBytes })) },
    job.now(),
  )
  const taken: Taken = {
    version: version.name,
    outcome: held ? 'held' : 'same',
    records: version.records,
    added: 0,
    removed: 0,
    reason: version.heldFor,
  }
  return outcomeOf(publication, taken)
}

async function refuse(
  job: ImportJob,
  about: { readonly source: string; readonly published: Instant | null },
  files: readonly KnownFile[],
  failure: WhoListsError,
): Promise<Imported> {
  const named = files.map(f => ({ name: f.name, sha256: f.sha256, sizeBytes: f.sizeBytes }))
  const day = about.published === null ? null : dayOf(about.published)
  await job.ledger.log(
    'version.refused',
    { source: about.source, published: day, files: named, code: failure.code, reason: failure.message },
    job.now(),
  )
  return outcomeOf({ source: about.source, files }, failure)
}

async function refuseUndated(job: ImportJob, file: KnownFile): Promise<Imported> {
  const about = { source: file.source, published: null }
  const changed = await archiveFiles(job, about, [file])
  return refuse(job, about, [file], changed ?? new WhoListsError('version.undated', { file: file.name }))
}

/** A file given for one source is evidence of what its address answered, and kept; one that is nobody's is only reported. */
async function refuseStrange(job: ImportJob, { name, source, failure, file }: StrangeFile): Promise<Imported> {
  if (source !== null) {
    if (file && !(await job.archive.has(file.sha256))) await job.archive.put(bytesOf(file))
    const files = file ? [{ name, sha256: file.sha256, sizeBytes: file.sizeBytes }] : [{ name }]
    await job.ledger.log('version.refused', { source, published: null, files, code: failure.code, reason: failure.message }, job.now())
  }
  return {
    source,
    version: null,
    outcome: 'refused',
    code: failure.code,
    message: sentence(failure),
    files: [name],
    records: 0,
    added: 0,
    removed: 0,
  }
}

function outcomeOf({ source, files }: Pick<Publication, 'source' | 'files'>, result: Taken | WhoListsError): Imported {
  const names = files.map(f => f.name)
  if (result instanceof WhoListsError)
    return {
      source,
      version: null,
      outcome: 'refused',
      code: result.code,
      message: sentence(result),
      files: names,
      records: 0,
      added: 0,
      removed: 0,
    }
  const { version, outcome, records, added, removed, reason } = result
  return { source, version, outcome, code: null, message: messageOf(result, reason), files: names, records, added, removed }
}

const sentence = (failure: WhoListsError): string => `${failure.message} ${failure.remedy}`

function messageOf({ version, outcome, records, added, removed }: Taken, reason: string | null): string {
  if (outcome === 'same') return `${version} is here already, with the same ${records} records; nothing changed.`
  if (outcome === 'held')
    return `${version} is held and not in force: ${reason ?? ''}. The version before stays in force. If the list is right as it is: wholists accept ${version} --reason TEXT`
  return `${version}: ${records} records, ${added} added, ${removed} removed${reason === null ? '' : `; accepted: ${reason}`}.`
}

/** The versions of the sources of an import, by their files, so that a file seen again need not be read again. */
class VersionsThere {
  private readonly job: ImportJob
  private readonly bySource = new Map<string, Map<string, string>>()
  private readonly begun = new Set<string>()

  constructor(job: ImportJob) {
    this.job = job
  }

  /** True once for each source. */
  isFirst(source: string): boolean {
    const first = !this.begun.has(source)
    this.begun.add(source)
    return first
  }

  /** The version of that day that was made of the same files. */
  async find(publication: Publication): Promise<KnownVersion | undefined> {
    const { source, published, files } = publication
    const known =
      this.bySource.get(source) ?? new Map((await this.job.ledger.versions(source)).map(v => [filesKey(v.published, v.files), v.name]))
    this.bySource.set(source, known)
    const name = known.get(filesKey(published, files))
    return name === undefined ? undefined : (await this.job.ledger.versions(source)).find(v => v.name === name)
  }

  add({ source, published, files }: Publication, taken: Taken): void {
    this.bySource.get(source)?.set(filesKey(published, files), taken.version)
  }
}

const filesKey = (published: Instant, files: readonly { readonly sha256: string }[]): string =>
  JSON.stringify([dayOf(published), ...files.map(f => f.sha256).sort()])
