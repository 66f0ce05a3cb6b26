import type { Held } from './held.ts'
import { MIN_SHARE, MIN_WEIGHT, type NameHits, rankOf } from './ranking.ts'
import { nameIn, weightIn } from './sections.ts'

// Weights lie between 0 and 1; names are taken in so many steps from the heaviest down, so many names at once at least.
const STEPS = 512
const LEAST_TAKEN = 48

/**
 * Gives a function that takes the heaviest names held into `hits`, some steps of weight at a time, until `enough` says so;
 * `take` says whether a name counts. It keeps working memory.
 */
export function heaviestNames() {
  const counts = new Uint32Array(STEPS + 1)
  const next = new Uint32Array(STEPS + 1)
  let weights = new Float32Array(0)
  let order = new Uint32Array(0)

  // What each name held weighs, and how many there are in each step.
  const weigh = ({ postings, gains, count }: Held, total: number): void => {
    counts.fill(0)
    if (weights.length < count) {
      weights = new Float32Array(count * 2)
      order = new Uint32Array(count * 2)
    }
    const least = total * MIN_SHARE
    for (let i = 0; i < count; i++) {
      const gain = Math.min(total, gains[i] as number)
      weights[i] = 0
      if (gain < least) continue
      const weight = rankOf(gain, total, weightIn(postings[i] as number))
      if (weight < MIN_WEIGHT) continue
      weights[i] = weight
      const step = Math.floor((weights[i] as number) * STEPS)
      counts[step] = (counts[step] as number) + 1
    }
  }
  // Places of the names that weigh anything, the heaviest steps first.
  const sort = (count: number): void => {
    let sum = 0
    for (let step = STEPS; step >= 0; step--) {
      next[step] = sum
      sum += counts[step] as number
    }
    for (let i = 0; i < count; i++) {
      const weight = weights[i] as number
      if (weight === 0) continue
      const step = Math.floor(weight * STEPS)
      const at = next[step] as number
      next[step] = at + 1
      order[at] = i
    }
  }
  return (held: Held, total: number, hits: NameHits, take: (name: number) => boolean, enough: () => boolean): void => {
    weigh(held, total)
    sort(held.count)
    let at = 0
    for (let step = STEPS; step >= 0 && !enough(); ) {
      const from = at
      while (step >= 0 && at - from < LEAST_TAKEN) at += counts[step--] as number
      if (at === from) return
      for (let k = from; k < at; k++) {
        const i = order[k] as number
        const name = nameIn(held.postings[i] as number)
        const weight = weights[i] as number
        if (weight > (hits.get(name) ?? 0) && take(name)) hits.set(name, weight)
      }
    }
  }
}
