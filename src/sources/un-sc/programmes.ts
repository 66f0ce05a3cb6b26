import type { Day } from '../../model/index.ts'
import table from './programmes.json' with { type: 'json' }

/** What a regime's name in the file stands for. */
export type Programme = {
  /** Id of `data/facts/lists.json`. */
  readonly list: string
  /** The resolution after which the committee and its own file are named. */
  readonly committee: string
  readonly instruments: readonly string[]
  /** The resolution under which entries were made, from its day on. */
  readonly basis: readonly { readonly since: Day; readonly instrument: string }[]
  readonly terrorism?: boolean
}

const PROGRAMMES = new Map<string, Programme>(Object.entries(table))

/** The list that stands for all UN regimes: where a regime is not known yet. */
export const UNKNOWN_LIST = 'un-consolidated'

/** The programme of an UN_LIST_TYPE; undefined where it is not known. */
export const programmeOf = (type: string): Programme | undefined => PROGRAMMES.get(type.trim())

/** Every committee with the names its regime goes by, in order of its resolution. */
export const committees = (): readonly { readonly committee: string; readonly list: string; readonly types: readonly string[] }[] => {
  const found = new Map<string, { committee: string; list: string; types: string[] }>()
  for (const [type, { committee, list }] of PROGRAMMES) {
    const known = found.get(committee)
    if (known) known.types.push(type)
    else found.set(committee, { committee, list, types: [type] })
  }
  return [...found.values()].sort((a, b) => Number(a.committee) - Number(b.committee))
}

/** Resolutions behind an entry, the one in force on the day of listing first. */
export function instrumentsOf(programme: Programme, listedOn: Day | undefined): readonly string[] {
  const [first] = programme.basis
  const inForce = programme.basis.findLast(({ since }) => listedOn !== undefined && since <= listedOn) ?? first
  return [...new Set([...(inForce ? [inForce.instrument] : []), ...programme.instruments])]
}
