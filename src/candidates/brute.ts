import { searchKeys, type Token } from '../names/index.ts'
import { creditOf, prepared } from './credit.ts'
import { compileFilter, passes } from './filter.ts'
import type { CandidateIndex } from './open.ts'
import { candidatesOf, MIN_SHARE, type NameHits, rankOf } from './ranking.ts'
import { type Asked, searched, similarOf, wholeHits } from './search.ts'
import { NEXT_READING } from './sections.ts'
import type { Searcher } from './types.ts'

/**
 * The twin of `openSearcher` that compares every token with every token and goes through every name: slow, simple, and
 * what the fast one is tested against.
 */
export function bruteForce(index: CandidateIndex): Searcher {
  const keysOf = Array.from({ length: index.tokens }, (_, id) => new Set(searchKeys(index.token(id))))
  const similar = (token: Token) => {
    const keys = searchKeys(token)
    const query = prepared(token)
    const credits = new Map<number, number>()
    keysOf.forEach((held, id) => {
      if (keys.some(key => held.has(key))) credits.set(id, creditOf(query, index, id))
    })
    return similarOf(index, token, credits)
  }
  return {
    admits: (row, filter) => passes(index, compileFilter(index, filter), row),
    find(query, filter) {
      const compiled = compileFilter(index, filter)
      const hits: NameHits = new Map()
      const keep = (id: number, weight: number) => {
        if (weight > (hits.get(id) ?? 0)) hits.set(id, weight)
      }
      for (const name of query.names) {
        for (const reading of [name, ...name.alternatives]) {
          const asked = searched(reading.tokens.map(token => ({ token, similar: similar(token) })))
          for (let id = 0; id < index.names; id++) keep(id, weightOf(index, asked, id))
        }
        for (const [id, weight] of wholeHits(index, name)) keep(id, weight)
      }
      return candidatesOf(index, hits, query.identifiers, row => passes(index, compiled, row), filter.limit)
    },
  }
}

function weightOf(index: CandidateIndex, asked: readonly Asked[], name: number): number {
  const { nameStarts, nameSlots, nameWeight } = index.columns
  const slots = nameSlots.subarray(nameStarts[name], nameStarts[name + 1]).filter(slot => slot !== NEXT_READING)
  const total = asked.reduce((sum, a) => sum + a.similar.weight, 0)
  const gain = asked.reduce((sum, a) => {
    const at = a.similar.ids.findIndex(id => slots.includes(id))
    return at < 0 ? sum : sum + a.similar.weight * (a.similar.credits[at] as number)
  }, 0)
  return total === 0 || gain < total * MIN_SHARE ? 0 : rankOf(gain, total, nameWeight[name] as number)
}
