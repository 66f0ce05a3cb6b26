import { type Cursor, flag } from '../../intake/index.ts'
import type { Designation, Party, PartyBuilder, Problem, Reading } from '../../model/index.ts'

/** What the publisher's wording of a programme stands for. */
export type Programme = { readonly list: string; readonly instruments: readonly string[]; readonly topics?: readonly string[] }

/** A table of programmes by the publisher's wording, as `programmes.json` of a source holds it. */
export type Programmes = Readonly<Record<string, Programme>>

/** What is said of a listing beside its programme. */
export type Listing = Partial<Omit<Designation, 'party' | 'list' | 'programme' | 'field'>> & { readonly field: string }

/**
 * The designation of a party under a programme, with the topics that the programme gives it; a wording that the table does
 * not know is flagged (`programme.unknown`) and listed under `fallback`.
 */
export function designate(
  party: PartyBuilder,
  [programmes, wording, fallback]: readonly [Programmes, string, string],
  listing: Listing,
): { readonly designation: Designation; readonly problems: readonly Problem[] } {
  const known = Object.hasOwn(programmes, wording) ? programmes[wording] : undefined
  const { list, instruments, topics = [] } = known ?? { list: fallback, instruments: [] }
  const ended = listing.status === 'delisted'
  for (const topic of ended ? [] : topics) party.addClean('topics', topic, wording, listing.field)
  return {
    designation: {
      status: 'listed',
      confidence: 'read',
      ...listing,
      instruments: [...new Set([...(listing.instruments ?? []), ...instruments])],
      party: party.id,
      list,
      programme: wording,
    },
    problems: known ? [] : [flag('programme.unknown', listing.field, wording, Object.keys(programmes).slice(0, 5).join(', '))],
  }
}

/** A reading from builders, what the cursor has left unread, and the rest; every problem is marked with the record. */
export function readingOf(
  key: string,
  cursor: Cursor,
  builders: readonly PartyBuilder[],
  rest: Partial<Omit<Reading, 'parties' | 'unread'>> & { readonly parties?: readonly Party[] } = {},
): Reading {
  const problems = [...(rest.problems ?? []), ...builders.flatMap(builder => builder.problems)]
  return {
    designations: [],
    instruments: [],
    links: [],
    ...rest,
    parties: [...builders.map(builder => builder.build()), ...(rest.parties ?? [])],
    unread: cursor.unread(),
    problems: problems.map(problem => ({ ...problem, record: key })),
  }
}
