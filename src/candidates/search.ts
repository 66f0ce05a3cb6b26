import { type AnalysedName, searchKeys, type Token, wholeKeys } from '../names/index.ts'
import { lookUp } from './buckets.ts'
import { creditOf, prepared } from './credit.ts'
import { filterCache, passes } from './filter.ts'
import { hashText } from './hash.ts'
import type { CandidateIndex } from './open.ts'
import { candidatesOf, MIN_SHARE, type NameHits, rankOf } from './ranking.ts'
import { searchWeight } from './rarity.ts'
import type { Searcher } from './types.ts'

/** Listed tokens like a query token, the most alike first. */
export type Similar = { readonly ids: Uint32Array; readonly credits: Float32Array; readonly weight: number }

// More tokens than a name has; of a longer text the heaviest count.
const MAX_TOKENS = 24

/** A searcher over an index; it holds about nine bytes a name and belongs to one thread. */
export function openSearcher(index: CandidateIndex): Searcher {
  const compiled = filterCache(index)
  const similar = similarTokens(index)
  const board = scoreBoard(index)
  return {
    admits: (row, filter) => passes(index, compiled(filter), row),
    find(query, filter) {
      const admitted = compiled(filter)
      const hits: NameHits = new Map()
      for (const name of query.names) {
        for (const reading of [name, ...name.alternatives])
          board.search(
            reading.tokens.map(token => ({ token, similar: similar(token) })),
            hits,
          )
        for (const [id, weight] of wholeHits(index, name)) if (weight > (hits.get(id) ?? 0)) hits.set(id, weight)
      }
      return candidatesOf(index, hits, query.identifiers, row => passes(index, admitted, row), filter.limit)
    },
  }
}

/** Gives the listed tokens like a token; remembers the last ones asked for. */
function similarTokens(index: CandidateIndex, remembered = 20_000): (token: Token) => Similar {
  const { columns } = index
  const fuzzy = { starts: columns.fuzzyStarts, pairs: columns.fuzzyPairs }
  const kept = new Map<Token, Similar>()
  return token => {
    const known = kept.get(token)
    if (known) return known
    const query = prepared(token)
    const credits = new Map<number, number>()
    for (const key of searchKeys(token))
      lookUp(fuzzy, hashText(key), id => {
        if (!credits.has(id)) credits.set(id, creditOf(query, index, id))
      })
    const found = similarOf(index, token, credits)
    if (kept.size >= remembered) kept.clear()
    kept.set(token, found)
    return found
  }
}

/** Similar tokens out of credits by token; the query token weighs what the most alike of them weighs. */
export function similarOf(index: CandidateIndex, token: Token, credits: ReadonlyMap<number, number>): Similar {
  const order = [...credits].filter(([, credit]) => credit > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const ids = Uint32Array.from(order, ([id]) => id)
  const best = order[0]
  const weight = best ? Math.max(...order.filter(o => o[1] === best[1]).map(o => index.columns.tokenWeight[o[0]] as number)) : 1
  return { ids, credits: Float32Array.from(order, ([, credit]) => credit), weight: best ? weight : searchWeight(token.kind, 1) }
}

/** One query token with what is like it. */
export type Asked = { readonly token: Token; readonly similar: Similar }

/** The tokens of a query that are searched: each text once, the heaviest where there are too many, heaviest first. */
export function searched(asked: readonly Asked[]): readonly Asked[] {
  const once = new Map(asked.map(a => [a.token.text, a]))
  return [...once.values()]
    .sort((a, b) => b.similar.weight - a.similar.weight || (a.token.text < b.token.text ? -1 : 1))
    .slice(0, MAX_TOKENS)
}

// Reads the postings of the rarest tokens first. Once the tokens left cannot reach the least share of the query by
// themselves, no further name is taken up and only those held gain.
function scoreBoard(index: CandidateIndex) {
  const { postingStarts, postings, nameWeight } = index.columns
  const gained = new Float32Array(index.names)
  const marks = new Uint32Array(index.names) // search number and query token that touched a name last
  let held = new Uint32Array(1024)
  let round = 0

  const read = (asked: Asked, token: number, adding: boolean, count: number): number => {
    const { ids, credits, weight } = asked.similar
    const mark = ((round << 5) | token) >>> 0
    for (let v = 0; v < ids.length; v++) {
      const id = ids[v] as number
      const gain = weight * (credits[v] as number)
      const end = postingStarts[id + 1] as number
      for (let p = postingStarts[id] as number; p < end; p++) {
        const name = postings[p] as number
        const last = marks[name] as number
        if (last >>> 5 === round) {
          if (last === mark) continue
          gained[name] = (gained[name] as number) + gain
        } else {
          if (!adding) continue
          gained[name] = gain
          if (count === held.length) held = grown(held)
          held[count++] = name
        }
        marks[name] = mark
      }
    }
    return count
  }

  const search = (tokens: readonly Asked[], hits: NameHits): void => {
    const asked = searched(tokens)
    const total = asked.reduce((sum, a) => sum + a.similar.weight, 0)
    let left = asked.reduce((sum, a) => sum + a.similar.weight * (a.similar.credits[0] ?? 0), 0)
    if (left < total * MIN_SHARE || total === 0) return
    round++
    if (round >= 0x7ffffff) {
      marks.fill(0)
      round = 1
    }
    let count = 0
    asked.forEach((a, i) => {
      count = read(a, i, left >= total * MIN_SHARE, count)
      left -= a.similar.weight * (a.similar.credits[0] ?? 0)
    })
    for (let i = 0; i < count; i++) {
      const name = held[i] as number
      const gain = gained[name] as number
      if (gain < total * MIN_SHARE) continue
      const weight = rankOf(gain, total, nameWeight[name] as number)
      if (weight > (hits.get(name) ?? 0)) hits.set(name, weight)
    }
  }
  return { search }
}

const grown = (array: Uint32Array) => {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Names whose words joined, in neighbours or by first letters give a key of the query; a name so found is nearly certain. */
export function wholeHits(index: CandidateIndex, name: AnalysedName): ReadonlyMap<number, number> {
  const out = new Map<number, number>()
  const whole = { starts: index.columns.wholeStarts, pairs: index.columns.wholePairs }
  for (const key of wholeKeys(name)) {
    const weight = key.startsWith('w:') ? 0.95 : 0.6
    lookUp(whole, hashText(key), id => {
      if (weight > (out.get(id) ?? 0)) out.set(id, weight)
    })
  }
  return out
}
