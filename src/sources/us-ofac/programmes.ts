import table from './programmes.json' with { type: 'json' }

/** What a programme of OFAC stands for: a list of the curated base and the instruments it rests on. */
export type Programme = { readonly list: string; readonly instruments: readonly string[] }

type Table = {
  readonly sdn: Readonly<Record<string, Programme>>
  readonly consolidated: Readonly<Record<string, Programme>>
  readonly lists: Readonly<Record<string, string>>
  readonly bases: Readonly<Record<string, string>>
}

const { sdn, consolidated, lists, bases } = table as Table

/** The two collections OFAC publishes. */
export type Collection = 'sdn' | 'consolidated'

/** The list each collection stands for as a whole. */
export const WHOLE_LIST: Readonly<Record<Collection, string>> = { sdn: 'us-ofac-sdn', consolidated: 'us-ofac-cons' }

/** What a tag stands for in a collection, or undefined where the table does not know it. Letter case and blanks around the dash vary. */
export const programmeOf = (tag: string, collection: Collection): Programme | undefined => {
  const key = tag.trim().toUpperCase()
  return (collection === 'sdn' ? sdn : consolidated)[key]
}

/** The id of a list by the name OFAC gives it, or undefined. */
export const listOf = (name: string): string | undefined => lists[name]

/**
 * The instrument that a legal basis names (`Executive Order 13224 (Terrorism)`): null where the curated base has none, undefined
 * where the table does not know the basis.
 */
export function instrumentOf(basis: string): string | null | undefined {
  const known = bases[basis.replace(/\s*\([^)]*\)$/, '').trim()]
  return known === '' ? null : known
}
