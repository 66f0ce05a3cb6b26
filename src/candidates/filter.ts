import type { CandidateIndex } from './open.ts'
import type { CandidateFilter, IndexClass } from './types.ts'

/** A filter worked out for an index: for each class the instants that a row's interval must hold, and the rows that count. */
export type CompiledFilter = { readonly low: Float64Array; readonly high: Float64Array; readonly rows: Uint32Array | null }

/**
 * A filter made ready. A row passes where `since ≤ high` and `until > low` of its class: for an instant both are it,
 * for any time they are infinitely far apart, and for a class that is not searched nothing fits between.
 */
export function compileFilter(index: CandidateIndex, filter: CandidateFilter): CompiledFilter {
  const low = new Float64Array(index.classes.length).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(index.classes.length).fill(Number.NEGATIVE_INFINITY)
  index.classes.forEach((c, i) => {
    if (!admits(filter, c)) return
    const instant = filter.instants.get(c.source) ?? null
    low[i] = instant ?? Number.NEGATIVE_INFINITY
    high[i] = instant ?? Number.POSITIVE_INFINITY
  })
  return { low, high, rows: filter.rows ?? null }
}

function admits(filter: CandidateFilter, c: IndexClass): boolean {
  return (
    filter.instants.has(c.source) &&
    (!filter.schemata || filter.schemata.has(c.schema)) &&
    !filter.excludedSchemata?.has(c.schema) &&
    (!filter.lists || c.lists.some(l => filter.lists?.has(l))) &&
    (!filter.topics || c.topics.some(t => filter.topics?.has(t)))
  )
}

/** True where a filter admits a row. */
export function passes(index: CandidateIndex, filter: CompiledFilter, row: number): boolean {
  const { rowClass, rowSince, rowUntil } = index.columns
  if (filter.rows !== null && (((filter.rows[row >>> 5] as number) >>> (row & 31)) & 1) === 0) return false
  const c = rowClass[row] as number
  return (rowSince[row] as number) <= (filter.high[c] as number) && (rowUntil[row] as number) > (filter.low[c] as number)
}

const PARTS = ['instants', 'schemata', 'excludedSchemata', 'lists', 'topics', 'rows'] as const satisfies readonly (keyof CandidateFilter)[]

/** Keeps the last filters worked out, because one caller asks with parts of the same filter, the very objects, again and again. */
export function filterCache(index: CandidateIndex, size = 32): (filter: CandidateFilter) => CompiledFilter {
  const kept: { readonly filter: CandidateFilter; readonly compiled: CompiledFilter }[] = []
  return filter => {
    const at = kept.findIndex(known => PARTS.every(part => known.filter[part] === filter[part]))
    const known = kept[at]
    if (known) return known.compiled
    const compiled = compileFilter(index, filter)
    if (kept.length >= size) kept.pop()
    kept.unshift({ filter, compiled })
    return compiled
  }
}
