import type { Token } from '../names/index.ts'
import { creditOf, prepared } from './credit.ts'
import { closeKeys, respelled, tokenKeys } from './keys.ts'
import type { CandidateIndex } from './open.ts'
import { searchWeight } from './rarity.ts'

/** Listed tokens like a query token, the most alike first, and what the query token weighs. */
export type Similar = {
  readonly ids: readonly number[]
  readonly credits: readonly number[]
  readonly weight: number
  readonly exact: boolean
}

/** Gives the listed tokens like a token, or `closely` those that are nearly the same word. */
export type FindSimilar = (token: Token, closely?: boolean) => Similar

/** Finds them through the keys of the index; remembers the last tokens asked for. */
export function similarThroughKeys(index: CandidateIndex, remembered = 20_000): FindSimilar {
  const kept = new Map<Token, Similar>()
  const seen = new Uint32Array(index.tokens)
  let round = 0
  return (token, closely = false) => {
    const known = closely ? undefined : kept.get(token)
    if (known) return known
    const query = prepared(token)
    const ids: number[] = []
    const credits: number[] = []
    round = (round + 1) >>> 0
    if (round === 0) seen.fill(0)
    keysOf(token, closely, key =>
      index.fuzzy(key, id => {
        if (seen[id] === round) return
        seen[id] = round
        const credit = creditOf(query, index, id)
        if (credit === 0) return
        ids.push(id)
        credits.push(credit)
      }),
    )
    const found = similarOf(index, token, ids, credits)
    if (closely) return found
    if (kept.size >= remembered) kept.clear()
    kept.set(token, found)
    return found
  }
}

/** Calls `each` with the keys of a token that are looked up. */
export const keysOf = (token: Token, closely: boolean, each: (key: number) => void): void =>
  closely ? closeKeys(token, each) : tokenKeys(token, respelled(token.text), each)

/** Puts similar tokens in order; the query token weighs what the most alike of them weigh on average, and all where nothing is like it. */
export function similarOf(index: CandidateIndex, token: Token, ids: readonly number[], credits: readonly number[]): Similar {
  const order = ids
    .map((_, i) => i)
    .sort((a, b) => (credits[b] as number) - (credits[a] as number) || (ids[a] as number) - (ids[b] as number))
  const best = credits[order[0] as number] ?? 0
  const { tokenWeight, postingStarts } = index.columns
  let weight = 0
  let uses = 0
  for (const i of order) {
    if ((credits[i] as number) < best) break
    const id = ids[i] as number
    const count = (postingStarts[id + 1] as number) - (postingStarts[id] as number)
    weight += count * (tokenWeight[id] as number)
    uses += count
  }
  return {
    ids: order.map(i => ids[i] as number),
    credits: order.map(i => credits[i] as number),
    weight: uses > 0 ? weight / uses : searchWeight(token.kind, 1),
    exact: best === 1,
  }
}
