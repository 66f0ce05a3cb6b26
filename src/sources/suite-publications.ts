import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { headOf, isProblem } from '../intake/index.ts'
import type { FileHead, Problem, RawRecord, Reading, Source, SourceFile } from '../model/index.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Real files of the publishers, kept beside the checkout and never committed. */
export const REAL_LISTS = join(ROOT, '..', 'shared', 'lists')

/** A file held in memory, as a test needs it: what it is, and what the sources are shown of it. */
export type HeldFile = { readonly name: string; readonly path: string; readonly bytes: Uint8Array; readonly head: FileHead }

/** Files of one publication, with the part and rendition that the source named for each. */
export type Publication = {
  readonly name: string
  readonly source: Source
  readonly files: readonly (HeldFile & { readonly part: string; readonly rendition: string })[]
}

/** What a publication reads as. */
export type Outcome = {
  readonly records: readonly RawRecord[]
  readonly readings: readonly Reading[]
  /** Problems of the version and of its records. */
  readonly problems: readonly Problem[]
}

/** True where the real files stand beside the checkout. */
export const haveRealLists = (): boolean => existsSync(REAL_LISTS)

/** Every file below a folder, gzip unpacked, in order of its path. */
export function heldFiles(folder: string): readonly HeldFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => heldFile(path, readFileSync(path)))
}

/** A file held in memory under a path; gzip is unpacked. */
export function heldFile(path: string, content: Uint8Array | string): HeldFile {
  const raw = typeof content === 'string' ? Buffer.from(content) : content
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw
  const plain = path.replace(/\.gz$/i, '').split(sep).join('/')
  const name = plain.split('/').at(-1) ?? plain
  return { name, path: plain, bytes, head: headOf(name, bytes, plain) }
}

/** Files grouped to publications of one source: parts of one day together. Files of other sources are left out. */
export function publicationsOf(
  source: Source,
  files: readonly HeldFile[],
  nameOf: (file: HeldFile, day: string) => string,
): readonly Publication[] {
  const groups = new Map<string, Publication['files'][number][]>()
  for (const file of files) {
    const found = source.recognise(file.head)
    if (found?.source !== source.id) continue
    const day =
      found.published === undefined
        ? (/\d{4}-\d{2}-\d{2}/.exec(file.name)?.[0] ?? '')
        : new Date(found.published * 1000).toISOString().slice(0, 10)
    const key = nameOf(file, day)
    const group = groups.get(key) ?? []
    group.push({ ...file, part: found.part, rendition: found.rendition })
    groups.set(key, group)
  }
  return [...groups].map(([name, group]) => ({ name, source, files: group }))
}

/** A publication as `read` takes it; `pieceBytes` cuts the bytes, so that nothing depends on where a piece ends. */
export const asSourceFiles = ({ files }: Pick<Publication, 'files'>, pieceBytes = 65_536): readonly SourceFile[] =>
  files.map(({ name, part, rendition, bytes }) => ({
    name,
    part,
    rendition,
    sha256: '',
    sizeBytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
    },
  }))

/** Everything a source makes of these files. */
export async function outcomeOf(source: Source, files: readonly SourceFile[]): Promise<Outcome> {
  const records: RawRecord[] = []
  const readings: Reading[] = []
  const problems: Problem[] = []
  for await (const item of source.read(files)) {
    if (isProblem(item)) problems.push(item)
    else {
      const reading = source.parse(item)
      records.push(item)
      readings.push(reading)
      problems.push(...reading.problems)
    }
  }
  return { records, readings, problems }
}

/** The path of a file below the real lists, with `/`. */
export const pathBelowLists = (file: HeldFile): string => relative(REAL_LISTS, file.path).split(sep).join('/')
