import type { OpenedFile } from '../intake/index.ts'
import { type Basis, type Day, dayOf, type Instant, isDay, type Recognised, type Source, startOfDay } from '../model/index.ts'

/** A file whose source is known. */
export type KnownFile = Pick<OpenedFile, 'name' | 'path' | 'sha256' | 'sizeBytes' | 'open'> &
  Omit<Recognised, 'published'> & { readonly published: Instant | null; readonly basis: Basis }

/** Files that enter together: one state of one source. */
export type Publication = {
  readonly source: string
  readonly published: Instant
  readonly basis: Basis
  /** The form and, where the source has several parts, which of them are there: 'xml', 'csv: sdn alt'. */
  readonly rendition: string
  readonly files: readonly KnownFile[]
}

/** Days given by the caller, for files whose content states none: `given` goes before the file's name, `header` after it. */
export type GivenDays = {
  readonly given?: Day | undefined
  readonly header?: Instant | undefined
  /** What the publisher's index states; it goes before all. */
  readonly index?: Instant | undefined
}

/** The instant of a file and where it was found: content, given, the file's name (or its folder's), the header. */
export function dateOf(
  file: Pick<OpenedFile, 'name' | 'path'>,
  stated: Instant | undefined,
  days: GivenDays,
): { readonly published: Instant | null; readonly basis: Basis } {
  if (days.index !== undefined) return { published: days.index, basis: 'stated' }
  if (stated !== undefined) return { published: stated, basis: 'stated' }
  if (days.given !== undefined) return { published: startOfDay(days.given), basis: 'given' }
  const named = [
    file.name,
    ...file.path
      .split(/[\\/!]/)
      .toReversed()
      .slice(0, 3),
  ]
    .map(dayIn)
    .find(day => day !== undefined)
  if (named !== undefined) return { published: startOfDay(named), basis: 'filename' }
  return { published: days.header ?? null, basis: 'header' }
}

const dayIn = (name: string): Day | undefined => name.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)?.find(isDay)

/**
 * The publications that files make: one source, one form, one day, each part once; source by source, oldest first.
 *
 * A file without a day belongs to the publication of its folder, if its folder has one of that source. Where a day has one
 * part several times, the files are parted by the second they state, then by their folder, then by their names.
 */
export function groupFiles(
  files: readonly KnownFile[],
  sourceOf: (id: string) => Source,
): { readonly publications: readonly Publication[]; readonly undated: readonly KnownFile[] } {
  const dated = files.map(file => (file.published === null ? borrowDay(file, files) : file))
  const undated = dated.filter(file => file.published === null)
  const days = Map.groupBy(
    dated.filter(file => file.published !== null),
    file => JSON.stringify([file.source, file.rendition, dayOf(file.published ?? 0)]),
  )
  const publications = [...days.values()].flatMap(ofDay => partApart(ofDay).map(group => publication(group, sourceOf)))
  return { publications: publications.sort(inOrder), undated }
}

function borrowDay(file: KnownFile, files: readonly KnownFile[]): KnownFile {
  const folder = folderOf(file)
  const beside = files.filter(
    f => f.source === file.source && f.rendition === file.rendition && folderOf(f) === folder && f.published !== null,
  )
  const instants = new Set(beside.map(f => f.published))
  const lender = beside[0]
  return lender && instants.size === 1 ? { ...file, published: lender.published, basis: lender.basis } : file
}

/** Splits the files of one day until no part occurs twice in a group. */
function partApart(files: readonly KnownFile[]): readonly (readonly KnownFile[])[] {
  if (isOnce(files)) return [files]
  for (const mark of [(f: KnownFile) => String(f.published), folderOf]) {
    const groups = [...Map.groupBy(files, mark).values()]
    if (groups.length > 1) return groups.flatMap(partApart)
  }
  const groups: KnownFile[][] = []
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const open = groups.find(group => !group.some(f => f.part === file.part))
    if (open) open.push(file)
    else groups.push([file])
  }
  return groups
}

const isOnce = (files: readonly KnownFile[]): boolean => new Set(files.map(f => f.part)).size === files.length

const folderOf = (file: KnownFile): string => file.path.replace(/[\\/!][^\\/!]*$/, '')

function publication(files: readonly KnownFile[], sourceOf: (id: string) => Source): Publication {
  const [first] = files
  if (!first) throw new Error('a publication has at least one file')
  const { required, optional } = sourceOf(first.source).parts
  const order = [...required, ...optional]
  const sorted = [...files].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
  const stated = sorted.find(f => f.basis === 'stated') ?? first
  return {
    source: first.source,
    published: Math.min(...files.filter(f => f.basis === stated.basis).map(f => f.published ?? 0)),
    basis: stated.basis,
    rendition: order.length > 1 ? `${first.rendition}: ${sorted.map(f => f.part).join(' ')}` : first.rendition,
    files: sorted,
  }
}

const inOrder = (a: Publication, b: Publication): number =>
  compare(a.source, b.source) ||
  a.published - b.published ||
  compare(a.rendition, b.rendition) ||
  compare(a.files[0]?.path ?? '', b.files[0]?.path ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
