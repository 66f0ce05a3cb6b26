import type { AnalysedName } from '../names/index.ts'
import { scoreBoard } from './board.ts'
import { type CompiledFilter, filterCache, passes } from './filter.ts'
import type { CandidateIndex } from './open.ts'
import { planOf } from './plan.ts'
import { candidatesOf, type NameHits, TIES } from './ranking.ts'
import { similarThroughKeys } from './similar.ts'
import type { Searcher } from './types.ts'
import { askedWhole } from './whole-keys.ts'

/** A searcher over an index; it holds about nine bytes a name and belongs to one thread. */
export function openSearcher(index: CandidateIndex): Searcher {
  const compiled = filterCache(index)
  const similar = similarThroughKeys(index)
  const board = scoreBoard(index)
  return {
    admits: (row, filter) => passes(index, compiled(filter), row),
    find(query, filter) {
      const admitted = compiled(filter)
      const hits: NameHits = new Map()
      for (const name of query.names) {
        for (const reading of [name, ...name.alternatives]) {
          const plan = planOf(index, reading, similar)
          const records = new Set<number>()
          board.search(plan)
          board.collect(plan.total, hits, {
            take: id => takes(index, admitted, id, records),
            enough: () => records.size >= filter.limit,
            full: () => records.size >= filter.limit * TIES,
          })
        }
        wholeHits(index, name, hits)
      }
      return candidatesOf(index, hits, query.identifiers, row => passes(index, admitted, row), filter.limit)
    },
  }
}

// Whether a filter admits any row of a name; the records of those rows are counted.
function takes(index: CandidateIndex, admitted: CompiledFilter, name: number, records: Set<number>): boolean {
  const { nameRowStarts, nameRows } = index.columns
  let any = false
  for (let i = nameRowStarts[name] as number; i < (nameRowStarts[name + 1] as number); i++) {
    const row = nameRows[i] as number
    if (!passes(index, admitted, row)) continue
    any = true
    records.add(index.recordKey(row))
  }
  return any
}

/** Adds names that agree with a query as a whole: written together, or an acronym and its words. */
export function wholeHits(index: CandidateIndex, name: AnalysedName, hits: NameHits): void {
  askedWhole(name, (key, weight) =>
    index.whole(key, id => {
      if (weight > (hits.get(id) ?? 0)) hits.set(id, weight)
    }),
  )
}
