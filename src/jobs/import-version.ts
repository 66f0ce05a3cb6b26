import { isProblem, stop } from '../intake/index.ts'
import { type ArrivalHead, judgeArrival, type Staging, type Taken, versionName } from '../ledger/index.ts'
import { type Problem, type RawRecord, type Source, type SourceFile, WhoListsError } from '../model/index.ts'
import type { Publication } from './import-publications.ts'
import type { ImportJob, ImportProgress } from './import-types.ts'
import { parseContents } from './parse-contents.ts'

/** Records between two reports of progress. */
const STEP = 250

/** Problems of one version kept one by one; what comes beyond is counted in one more. */
const PROBLEMS_KEPT = 5000

/**
 * Reads, parses and judges one publication, and takes it in, holds it or refuses it. Its files are in the archive by now, and
 * are read from there, so that what is read is what the hashes prove.
 *
 * @returns what became of it, or the failure it was refused with
 * @throws `data.full`, `archive.damaged`: nothing was changed
 */
export async function takeInPublication(job: ImportJob, publication: Publication): Promise<Taken | WhoListsError> {
  const source = job.sources.sourceOf(publication.source)
  const second = secondFor(job, source, publication)
  const staging = await job.ledger.stage(headOf(job, source, publication))
  const report = (phase: ImportProgress['phase'], done: number, total: number | null) =>
    job.progress?.({ phase, source: source.id, version: versionName(source.id, publication.published), done, total })
  try {
    const problems = new Problems()
    await readRecords(job, source, publication, { staging, problems, report })
    if (problems.stops.length === 0 || staging.records > 0) {
      await parseContents(source, staging, second, done => report('parsing', done, staging.records))
      report('parsing', staging.records, staging.records)
    }
    const outlook = staging.outlook()
    const verdict = judgeArrival(source, publication.published, outlook, [...problems.stops, ...staging.stops()])
    if (verdict.verdict === 'refuse') {
      staging.discard(verdict.reason)
      return new WhoListsError('version.refused', { file: publication.files.map(f => f.name).join(', '), reason: verdict.reason })
    }
    for (const key of outlook.twice) problems.add({ code: 'record.twice', severity: 'flag', field: '', seen: key, record: key })
    for (const problem of staging.suspicions()) problems.add(problem)
    report('keeping', 0, staging.records)
    return staging.commit(problems.kept(), verdict.verdict === 'hold' ? verdict.reason : null)
  } catch (error) {
    staging.discard('')
    throw error
  }
}

function headOf(job: ImportJob, source: Source, publication: Publication): ArrivalHead {
  const { published, basis, rendition, files } = publication
  return {
    source: source.id,
    published,
    basis,
    rendition,
    recorded: job.now(),
    files: files.map(({ name, sha256, sizeBytes }) => ({ name, sha256, sizeBytes })),
    parser: source.parser,
    absence: source.absence,
  }
}

/** A publication of fewer bytes is parsed before a second thread would be ready. */
const WORTH_A_THREAD_BYTES = 3_000_000

/** The second thread, where it is of use and knows the source: lists of the user's own may have been made after it began. */
function secondFor({ second }: ImportJob, { kind }: Source, { files }: Publication): ImportJob['second'] {
  if (kind !== 'official') return undefined
  if (files.reduce((sum, f) => sum + f.sizeBytes, 0) >= WORTH_A_THREAD_BYTES) second?.begin()
  return second
}

type Report = (phase: ImportProgress['phase'], done: number, total: number | null) => void
type Reading = { readonly staging: Staging; readonly problems: Problems; readonly report: Report }

async function readRecords(
  job: ImportJob,
  source: Source,
  publication: Publication,
  { staging, problems, report }: Reading,
): Promise<void> {
  const files = publication.files.map(
    ({ name, sha256, sizeBytes, part, rendition }): SourceFile => ({
      name,
      sha256,
      sizeBytes,
      part,
      rendition,
      open: () => job.archive.open(sha256),
    }),
  )
  report('reading', 0, null)
  for await (const item of readSafely(source, files)) {
    if (isProblem(item)) problems.add(item)
    else {
      staging.add(item)
      if (staging.records % STEP === 0) report('reading', staging.records, null)
    }
  }
}

/** What the source reads; a fault of its reader becomes a stop problem of this version and spares the others. */
async function* readSafely(source: Source, files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  try {
    yield* source.read(files)
  } catch (error) {
    if (error instanceof WhoListsError) throw error
    yield stop('file.reader-failed', files.map(f => f.name).join(', '), error instanceof Error ? error.message : String(error))
  }
}

/** The problems of one version, in order: all stops for the verdict, and what is kept. */
class Problems {
  readonly stops: Problem[] = []
  private readonly list: Problem[] = []
  private more = 0

  add(problem: Problem): void {
    if (problem.severity === 'stop' && this.stops.length < PROBLEMS_KEPT) this.stops.push(problem)
    if (this.list.length < PROBLEMS_KEPT) this.list.push(problem)
    else this.more += 1
  }

  kept(): readonly Problem[] {
    if (this.more === 0) return this.list
    return [...this.list, { code: 'problems.more', severity: 'note', field: '', seen: String(this.more) }]
  }
}
