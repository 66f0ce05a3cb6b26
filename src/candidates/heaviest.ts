import type { Held } from './held.ts'
import { MIN_SHARE, MIN_WEIGHT, type NameHits, rankOf } from './ranking.ts'
import { MAX_NAMES, nameIn, weightIn } from './sections.ts'

// Weights lie between 0 and 1; names are taken in so many steps from the heaviest down, so many names at once at least.
const STEPS = 512
const LEAST_TAKEN = 48
// More at once are put in order first, so that those behind the last that may count are never taken.
const MANY = 256

/** Counts what names lead to. */
export type Taker = {
  /** Whether a name counts. */
  take(name: number): boolean
  /** Whether there is enough; names that weigh the same as the last still count, until it is `full`. */
  enough(): boolean
  full(): boolean
}

/** Gives a function that takes the heaviest names held into `hits`, some steps of weight at a time. It keeps working memory. */
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
  return (held: Held, total: number, hits: NameHits, taker: Taker): void => {
    weigh(held, total)
    sort(held.count)
    let at = 0
    for (let step = STEPS; step >= 0 && !taker.enough(); ) {
      const from = at
      while (step >= 0 && at - from < LEAST_TAKEN) at += counts[step--] as number
      if (at === from) return
      if (at - from > MANY) takeInOrder(inOrder(held, weights, order.subarray(from, at)), hits, taker)
      else
        for (let k = from; k < at; k++) {
          const i = order[k] as number
          takeOne(nameIn(held.postings[i] as number), weights[i] as number, hits, taker.take)
        }
    }
  }
}

// Names of some places held, each with its weight in one number: the heaviest first and else in order of their numbers.
function inOrder({ postings }: Held, weights: Float32Array, places: Uint32Array): Float64Array {
  const bits = new Uint32Array(weights.buffer)
  return Float64Array.from(places, i => (HEAVIEST - (bits[i] as number)) * MAX_NAMES + nameIn(postings[i] as number)).sort()
}

function takeInOrder(keys: Float64Array, hits: NameHits, { take, enough, full }: Taker): void {
  let last = 0
  for (const key of keys) {
    const weight = Math.floor(key / MAX_NAMES)
    if (full() || (weight > last && enough())) return
    last = weight
    takeOne(key % MAX_NAMES, weightOf(HEAVIEST - weight), hits, take)
  }
}

function takeOne(name: number, weight: number, hits: NameHits, take: Taker['take']): void {
  if (weight > (hits.get(name) ?? 0) && take(name)) hits.set(name, weight)
}

// Numbers between 0 and 2 are in the order of the bits of their single precision; those of 1 are the most a weight has.
const HEAVIEST = 0x3f800000
const single = new Float32Array(1)
const bitsOfSingle = new Uint32Array(single.buffer)
function weightOf(bits: number): number {
  bitsOfSingle[0] = bits
  return single[0] as number
}
