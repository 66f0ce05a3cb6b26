import type { Instant, Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { loadedWhenUsed } from '../declared.ts'

const code = loadedWhenUsed<typeof import('./reading.ts')>(import.meta, 'reading')

/** A dataset that a manifest or a catalogue names: where its entities are, and what is said of it. */
export type Dataset = {
  /** Small letters, digits and low lines. */
  readonly name: string
  readonly title: string
  /** True where its ids are its own; then it is a list of the user's, outside the default scope. */
  readonly namespace: boolean
  /** Collections that it is part of: scopes beside its own name. */
  readonly collections: readonly string[]
  /** Where its entities are fetched; or `path`, a file. */
  readonly entities?: string
  readonly path?: string
  /** As its publisher names it; sorts by time. */
  readonly version?: string
  /** SHA-1 of the entities. */
  readonly checksum?: string
  /** Where the index of its deltas is fetched. */
  readonly delta?: string
  readonly publisher?: string
  readonly url?: string
  /** The variable that holds the token to ask with. */
  readonly token?: string
}

/** The id of a dataset's source. */
export const datasetId = (name: string): string => `os-${name.replace(/_+/g, '-').replace(/^-|-$/g, '')}`

/** The instant that a version of a dataset is named by (`20261120060203-ghi`, `20261119`); undefined where its name is no time. */
export function instantOfVersion(version: string): Instant | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?(?:-|$)/.exec(version)
  if (!found) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(ms) ? undefined : ms / 1000
}

/**
 * The source of a dataset, known at run time. Its ids are records of its own, whether or not they are the publisher's alone; its
 * name and the collections it is part of are scopes.
 */
export function datasetSource(dataset: Dataset): Source {
  const id = datasetId(dataset.name)
  const declared = declare({
    id,
    kind: dataset.namespace ? 'own' : 'aggregate',
    rank: 30,
    authority: dataset.namespace ? 'own' : 'opensanctions',
    jurisdiction: 'zz',
    title: dataset.title,
    publisher: dataset.publisher ?? (dataset.namespace ? 'This installation' : 'OpenSanctions Datenbanken GmbH'),
    url: dataset.url ?? '',
    licence: dataset.namespace ? 'your own' : 'as its publisher states; OpenSanctions: CC BY-NC 4.0',
    cadence: { text: 'as its publisher exports it', staleAfterDays: dataset.namespace ? null : 7 },
    parser: `${id}@1`,
    verified: true,
    scopes: [...new Set([dataset.name, ...dataset.collections])].filter(
      scope => scope !== id && !(dataset.namespace && scope === 'default'),
    ),
    parts: { required: ['main'], optional: ['delta'] },
    bounds: dataset.namespace ? { min: 1, maxLoss: 1, maxGain: Number.MAX_SAFE_INTEGER } : { min: 1, maxLoss: 0.15, maxGain: 1 },
    recognise: head => {
      const found = code().recogniseExport(head) ?? (code().looksLikeFtm(head) ? { part: 'main', rendition: 'ftm' } : undefined)
      return found && { ...found, source: id }
    },
    read: files => code().readEntities(files),
    parse: raw => code().parseEntity(raw, id),
  })
  // The address is the user's own choice; the fetcher keeps from plain http beyond private addresses.
  if (dataset.entities === undefined) return declared
  return { ...declared, addresses: [{ url: dataset.entities, part: 'main', rendition: 'ftm', ...tokenIn(dataset) }] }
}

const tokenIn = ({ token }: Dataset) => (token === undefined ? {} : { token })
