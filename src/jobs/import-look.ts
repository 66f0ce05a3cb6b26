import { type OpenedFile, openFiles, type RefusedFile } from '../intake/index.ts'
import { type FileHead, type Recognised, type Source, WhoListsError } from '../model/index.ts'
import { dateOf, type KnownFile } from './import-publications.ts'
import type { ImportJob } from './import-types.ts'
import { proposeMapping } from './own-mapping.ts'

/** A file that is no version of the source it was given for, or of any. */
export type StrangeFile = {
  readonly name: string
  readonly source: string | null
  readonly failure: WhoListsError
  readonly file: OpenedFile | null
}

/** What lies under the paths of an import: files whose source is known, and those that are nobody's. */
export type Looked = { readonly known: readonly KnownFile[]; readonly strange: readonly StrangeFile[] }

/**
 * Opens every file under the paths and asks the sources whose it is.
 *
 * @throws `input.missing-file` where a path does not exist; `source.unknown`
 */
export async function lookAt(job: ImportJob): Promise<Looked> {
  const only = job.source === undefined ? undefined : job.sources.sourceOf(job.source)
  const [known, strange]: [KnownFile[], StrangeFile[]] = [[], []]
  for await (const file of openFiles(job.paths)) {
    if (job.signal?.aborted) break
    const seen = await lookAtOne(job, file, only)
    if ('failure' in seen) strange.push(seen)
    else known.push(seen)
    job.progress?.({ phase: 'looking', source: only?.id ?? null, version: null, done: known.length + strange.length, total: null })
  }
  return { known, strange }
}

async function lookAtOne(job: ImportJob, file: OpenedFile | RefusedFile, only: Source | undefined): Promise<KnownFile | StrangeFile> {
  if ('refused' in file) return { name: file.name, source: only?.id ?? null, failure: file.refused, file: null }
  const found = only ? only.recognise(file.head) : job.sources.recognise(file.head)
  if (!found) {
    const failure = only?.kind === 'own' ? await strangeOwn(job, file) : strangeness(job, file.head, only)
    return { name: file.name, source: only?.id ?? null, failure, file }
  }
  return knownFile(file, found, job)
}

// A list of one's own is published when it is taken in, where nothing says otherwise.
const ownDay = (job: ImportJob, source: string) => (job.sources.sourceOf(source).kind === 'own' ? job.now() : undefined)

function knownFile(file: OpenedFile, found: Recognised, job: ImportJob): KnownFile {
  const { name, path, sha256, sizeBytes } = file
  const { source, part, rendition } = found
  return {
    name,
    path,
    sha256,
    sizeBytes,
    // Bound, so that the file's first and last bytes are not kept with it.
    open: file.open.bind(undefined),
    source,
    part,
    rendition,
    ...dateOf(file, found.published, { given: job.published, header: job.header ?? ownDay(job, source), index: job.stated }),
  }
}

// Of a list of one's own any table is welcome, once somebody says what its columns hold.
async function strangeOwn(job: ImportJob, file: OpenedFile): Promise<WhoListsError> {
  const plain = plainFault(file.head)
  const other = plain ? undefined : job.sources.recognise(file.head)?.source
  const proposal = plain || other ? null : await proposeMapping(file)
  if (proposal) return new WhoListsError('own.unmapped', { file: file.name, proposal: JSON.stringify(proposal) })
  return new WhoListsError('own.unreadable', {
    file: file.name,
    reason: plain ?? (other ? `it is a file of ${other}` : 'it is of a form that is not known without a mapping'),
  })
}

function strangeness(job: ImportJob, head: FileHead, only: Source | undefined): WhoListsError {
  const plain = plainFault(head)
  if (!only)
    return plain
      ? new WhoListsError('version.refused', { file: head.name, reason: plain })
      : new WhoListsError('version.unknown-source', { file: head.name })
  const other = plain ? undefined : job.sources.recognise(head)?.source
  const reason = plain ?? (other ? `it is a file of ${other}` : 'it does not begin as one')
  return new WhoListsError('version.not-this-source', { file: head.name, source: only.id, reason })
}

const plainFault = (head: FileHead): string | undefined =>
  head.sizeBytes === 0 ? 'it is empty' : /^\s*(<!doctype html|<html)/i.test(head.text) ? 'it is an HTML page, not a list' : undefined
