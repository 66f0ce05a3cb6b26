import type { Token } from '../names/index.ts'
import { creditOf, prepared } from './credit.ts'
import { compileFilter, passes } from './filter.ts'
import type { CandidateIndex } from './open.ts'
import { type Plan, planOf } from './plan.ts'
import { candidatesOf, MIN_SHARE, MIN_WEIGHT, type NameHits, rankOf } from './ranking.ts'
import { wholeHits } from './search.ts'
import { NEXT_READING, postingOf, tokenIn, weightIn } from './sections.ts'
import { type FindSimilar, keysOf, type Similar, similarOf } from './similar.ts'
import type { Searcher } from './types.ts'

/**
 * The twin of `openSearcher` that compares every token with every token and goes through every name: slow, simple, and
 * what the fast one is tested against.
 */
export function bruteForce(index: CandidateIndex): Searcher {
  const keySet = (token: Token, closely: boolean) => {
    const keys = new Set<number>()
    keysOf(token, closely, key => keys.add(key))
    return keys
  }
  const listed = Array.from({ length: index.tokens }, (_, id) => keySet(index.token(id), false))
  const kept = new Map<Token, Similar>()
  const similar: FindSimilar = (token, closely = false) => {
    const known = closely ? undefined : kept.get(token)
    if (known) return known
    const keys = keySet(token, closely)
    const query = prepared(token)
    const ids = listed.flatMap((held, id) => (!held.isDisjointFrom(keys) && creditOf(query, index, id) > 0 ? [id] : []))
    const found = similarOf(
      index,
      token,
      ids,
      ids.map(id => creditOf(query, index, id)),
    )
    if (!closely) kept.set(token, found)
    return found
  }
  return {
    admits: (row, filter) => passes(index, compileFilter(index, filter), row),
    find(query, filter) {
      const compiled = compileFilter(index, filter)
      const hits: NameHits = new Map()
      for (const name of query.names) {
        for (const reading of [name, ...name.alternatives]) {
          const plan = planOf(index, reading, similar)
          for (let id = 0; id < index.names; id++) {
            const weight = weightOf(index, plan, id)
            if (weight >= MIN_WEIGHT && weight > (hits.get(id) ?? 0)) hits.set(id, weight)
          }
        }
        wholeHits(index, name, hits)
      }
      return candidatesOf(index, hits, query.identifiers, row => passes(index, compiled, row), filter.limit)
    },
  }
}

function weightOf(index: CandidateIndex, { asked, total }: Plan, name: number): number {
  const { nameStarts, nameSlots, nameWeight } = index.columns
  const tokens = new Set<number>()
  for (const slot of nameSlots.subarray(nameStarts[name], nameStarts[name + 1])) if (slot !== NEXT_READING) tokens.add(tokenIn(slot))
  const sum = asked.reduce((gain, a) => {
    const at = a.similar.ids.findIndex(id => tokens.has(id))
    return at < 0 ? gain : gain + a.weight * (a.similar.credits[at] as number)
  }, 0)
  const gain = Math.min(total, sum)
  return total === 0 || gain < total * MIN_SHARE ? 0 : rankOf(gain, total, weightIn(postingOf(name, nameWeight[name] as number)))
}
