import type { LawBook } from '../law/index.ts'
import type { ListFact } from '../model/index.ts'

/** A list in law, and who decides on it. */
export type ListLine = Pick<ListFact, 'id' | 'name' | 'authority' | 'kind' | 'ended'> & {
  readonly authorityName: string
  readonly jurisdiction: string
}

/** Every list in law that is known here, by jurisdiction and name. */
export const listLines = ({ lists, authorities }: LawBook): readonly ListLine[] =>
  [...lists.values()]
    .map(({ id, name, authority, kind, ended }) => {
      const decider = authorities.get(authority)
      return { id, name, authority, kind, ended, authorityName: decider?.name ?? authority, jurisdiction: decider?.jurisdiction ?? 'zz' }
    })
    .sort((a, b) => compare(a.jurisdiction, b.jurisdiction) || compare(a.name, b.name))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
