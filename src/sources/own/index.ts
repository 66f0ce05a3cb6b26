import type { Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { loadedWhenUsed } from '../declared.ts'
import type { Mapping } from './mapping.ts'

export { type Mapping, readMapping } from './mapping.ts'

/** A list of the user's own: a name of lower-case letters, digits and hyphens, a title to show, and how its tables are read. */
export type OwnList = { readonly name: string; readonly title: string; readonly mapping?: Mapping }

const code = loadedWhenUsed<typeof import('./reading.ts')>(import.meta, 'reading')

const ID = /^own-([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** The name in the id of an own list (`own-customers`), or undefined where it is no such id. */
export const ownName = (id: string): string | undefined => ID.exec(id)?.[1]

/**
 * The source of a list of the user's own, from FollowTheMoney JSON lines, Senzing JSON, or tables by a mapping. It stands outside the default scope, states no
 * designations in law, and may lose or gain any number of records: nobody but its owner knows how many it should have.
 */
export function ownSource({ name, title, mapping }: OwnList): Source {
  const id = `own-${name}`
  return declare({
    id,
    kind: 'own',
    terms: true,
    rank: 1,
    authority: 'own',
    jurisdiction: 'zz',
    title,
    publisher: 'This installation',
    url: '',
    licence: 'your own',
    cadence: { text: 'when you import it', staleAfterDays: null },
    parser: `${id}@1`,
    scopes: [],
    verified: true,
    bounds: { min: 1, maxLoss: 1, maxGain: Number.MAX_SAFE_INTEGER },
    recognise: head => {
      const rendition = code().renditionOf(head, mapping)
      return rendition === undefined ? undefined : { source: id, part: 'main', rendition }
    },
    read: files => code().readOwn(files, mapping),
    parse: raw => code().parseFtm(raw, id),
  })
}

/** The source an id names that no folder declares: a list of the user's own, under its name until a title is known; else undefined. */
export function dynamicSource(id: string): Source | undefined {
  const name = ownName(id)
  return name === undefined ? undefined : ownSource({ name, title: name })
}

/** No list is the user's own until one is made. */
const none: readonly Source[] = []

export default none
