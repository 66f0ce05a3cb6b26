import type { CandidateIndex } from './open.ts'
import { nameIn } from './sections.ts'
import type { Candidate } from './types.ts'

/** Names found, with the weight of each. */
export type NameHits = Map<number, number>

/** The least share of the query's weight that a name must have in common with it, to be looked at at all. */
export const MIN_SHARE = 0.45

/** The least weight of a candidate. */
export const MIN_WEIGHT = 0.55

// An identifier leads to a party whatever its name.
const IDENTIFIER_WEIGHT = 2

const OF_QUERY = 0.6
const OF_NAME = 0.4

/** The order of candidates: what was found, against what was asked and what the name holds. */
export const rankOf = (gain: number, asked: number, name: number): number => gain / (OF_QUERY * asked + OF_NAME * Math.max(gain, name))

/** Which names can become candidates of a query that weighs `asked`. */
export type WeightLimits = {
  /** The most a name may weigh to become one by gaining so much; -1 where no name can. */
  heaviest(gain: number): number
  /** Whether a name of a weight can. */
  admits(gain: number, weight: number): boolean
}

// Weights of names are rounded, gains summed in another order.
const ROUNDING = 0.05

/** The limits that `rankOf` and `MIN_WEIGHT` set, solved for the weight of the name. */
export function limitsOf(asked: number): WeightLimits {
  const slope = 1 / (MIN_WEIGHT * OF_NAME)
  const offset = ROUNDING - (OF_QUERY * asked) / OF_NAME
  const heaviest = (gain: number) => {
    const most = Math.min(gain, asked)
    const weight = most * slope + offset
    return weight < most ? -1 : weight
  }
  return { heaviest, admits: (gain, weight) => weight <= heaviest(gain) }
}

/** How many times the limit of records there may be where they tie. */
export const TIES = 4

/**
 * Rows out of names and identifiers, in order of weight; what the filter does not admit is left out before the limit counts.
 * Records that tie with the last one come too up to `TIES` times the limit, so that chance does not choose among namesakes.
 */
export function candidatesOf(
  index: CandidateIndex,
  hits: NameHits,
  identifiers: readonly string[],
  admits: (row: number) => boolean,
  limit: number,
): readonly Candidate[] {
  const rows = new Map<number, { names: number[]; weight: number }>()
  const records = new Set<number>()
  const { nameRowStarts, nameRows, entryStarts, entries: listed } = index.columns
  const entriesOf = (row: number, name: number) => {
    const entries: number[] = []
    for (let e = entryStarts[row] as number; e < (entryStarts[row + 1] as number); e++)
      if (nameIn(listed[e] as number) === name) entries.push(e)
    return entries
  }
  const add = (row: number, weight: number, name?: number) => {
    records.add(index.recordKey(row))
    const entries = name === undefined ? [] : entriesOf(row, name)
    const known = rows.get(row)
    if (!known) rows.set(row, { names: entries, weight })
    else for (const entry of entries) if (!known.names.includes(entry)) known.names.push(entry)
  }
  for (const identifier of identifiers) for (const row of index.rowsWith(identifier)) if (admits(row)) add(row, IDENTIFIER_WEIGHT)
  let last = 0
  for (const [name, weight] of [...hits].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (records.size >= limit * TIES || (records.size >= limit && weight < last)) break
    for (let i = nameRowStarts[name] as number; i < (nameRowStarts[name + 1] as number); i++) {
      const row = nameRows[i] as number
      if (admits(row)) add(row, weight, name)
    }
    last = weight
  }
  return [...rows].map(([row, { names, weight }]) => ({ row, names, weight })).sort((a, b) => b.weight - a.weight || a.row - b.row)
}
