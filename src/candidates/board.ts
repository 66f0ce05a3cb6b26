import type { CandidateIndex } from './open.ts'
import type { Asked, Plan } from './plan.ts'
import { limitsOf, MIN_SHARE, MIN_WEIGHT, type NameHits, rankOf, type WeightLimits } from './ranking.ts'
import { NEXT_READING, nameIn, tokenIn, weightIn } from './sections.ts'

// Weights lie between 0 and 1; names are taken in so many steps from the heaviest down, so many names at once at least.
const STEPS = 512
const LEAST_TAKEN = 48
// To look into a held name costs as much as reading so many postings.
const LOOK_COSTS = 20

// Postings held with what they have gained and the word that raised them last. The table leads from a posting to its
// place, plus one; it is small, so that reading stays within the processor's cache.
type Held = { table: Uint32Array; mask: number; postings: Uint32Array; gains: Float32Array; words: Uint8Array; count: number }

/**
 * Adds up what names gain. Rare words are read first; once the words left cannot make a name a candidate by themselves,
 * no further name is taken up and only those held gain: by reading the names of the word, or by looking into each name
 * held, whichever is less.
 */
export function scoreBoard(index: CandidateIndex) {
  const { postingStarts, postings, nameStarts, nameSlots } = index.columns
  const held: Held = {
    table: new Uint32Array(1 << 12),
    mask: 0,
    count: 0,
    postings: new Uint32Array(1 << 11),
    gains: new Float32Array(1 << 11),
    words: new Uint8Array(1 << 11),
  }
  const creditOfToken = new Float32Array(index.tokens)
  let survivors = new Uint32Array(0)
  let weights = new Float32Array(0)

  const postingsOf = ({ similar }: Asked) => {
    let sum = 0
    for (const id of similar.ids) sum += (postingStarts[id + 1] as number) - (postingStarts[id] as number)
    return sum
  }

  // A name is taken up where it is light enough to become a candidate by this word and those after it, which reach `after`.
  const read = ({ similar, weight }: Asked, word: number, after: number, limits: WeightLimits): void => {
    const { ids, credits } = similar
    for (let v = 0; v < ids.length; v++) {
      const id = ids[v] as number
      const gain = weight * (credits[v] as number)
      const end = postingStarts[id + 1] as number
      let p = postingStarts[id] as number
      const heaviest = limits.heaviest(gain + after)
      if (heaviest >= 0) {
        const from = p
        while (p < end && weightIn(postings[p] as number) <= heaviest) p++
        addAll(held, postings, from, p, word, gain)
      }
      raiseAll(held, postings, p, end, word, gain)
    }
  }

  // Names held that the words left can still make a candidate.
  const survive = (left: number, limits: WeightLimits): number => {
    if (survivors.length < held.count) survivors = new Uint32Array(held.count * 2)
    const { postings: names, gains } = held
    let count = 0
    for (let i = 0; i < held.count; i++)
      if (limits.admits((gains[i] as number) + left, weightIn(names[i] as number))) survivors[count++] = i
    return count
  }

  const lookInto = ({ similar, weight }: Asked, count: number): void => {
    const { ids, credits } = similar
    for (let v = 0; v < ids.length; v++) creditOfToken[ids[v] as number] = credits[v] as number
    for (let n = 0; n < count; n++) {
      const i = survivors[n] as number
      const name = nameIn(held.postings[i] as number)
      let best = 0
      const end = nameStarts[name + 1] as number
      for (let s = nameStarts[name] as number; s < end; s++) {
        const slot = nameSlots[s] as number
        if (slot !== NEXT_READING) best = Math.max(best, creditOfToken[tokenIn(slot)] as number)
      }
      if (best > 0) held.gains[i] = (held.gains[i] as number) + weight * best
    }
    for (let v = 0; v < ids.length; v++) creditOfToken[ids[v] as number] = 0
  }

  /** Reads what a plan asks for; `collect` gives what came of it. */
  const search = ({ asked, total }: Plan): void => {
    const limits = limitsOf(total)
    const left = leftOf(asked)
    const adds = (reached: number) => total > 0 && reached >= total * MIN_SHARE && limits.heaviest(reached) >= 0
    const adding = asked.filter((_, i) => adds(left[i] as number)).length
    const most = asked.slice(0, adding).reduce((sum, a) => sum + postingsOf(a), 0)
    clear(held, most)
    for (let i = 0; i < adding; i++) read(asked[i] as Asked, i, left[i + 1] as number, limits)
    for (let i = adding; i < asked.length && held.count > 0; i++) {
      const word = asked[i] as Asked
      const cost = postingsOf(word)
      const count = cost > held.count ? survive(left[i] as number, limits) : held.count
      if (cost < count * LOOK_COSTS) read(word, i, Number.NEGATIVE_INFINITY, limits)
      else lookInto(word, count)
    }
  }

  /** The heaviest names, step by step downwards until `enough` says so; `take` says whether a name counts. */
  const collect = (total: number, hits: NameHits, take: (name: number) => boolean, enough: () => boolean): void => {
    const steps = new Uint32Array(STEPS + 1)
    const least = total * MIN_SHARE
    const { postings: names, gains, count } = held
    if (weights.length < count) weights = new Float32Array(count * 2)
    for (let i = 0; i < count; i++) {
      const gain = Math.min(total, gains[i] as number)
      weights[i] = 0
      if (gain < least) continue
      const weight = rankOf(gain, total, weightIn(names[i] as number))
      if (weight < MIN_WEIGHT) continue
      weights[i] = weight
      const step = Math.floor(weight * STEPS)
      steps[step] = (steps[step] as number) + 1
    }
    const takeBetween = (low: number, high: number) => {
      for (let i = 0; i < count; i++) {
        const weight = weights[i] as number
        if (weight === 0) continue
        const step = Math.floor(weight * STEPS)
        if (step < low || step > high) continue
        const name = nameIn(names[i] as number)
        if (weight > (hits.get(name) ?? 0) && take(name)) hits.set(name, weight)
      }
    }
    for (let high = STEPS; high >= 0 && !enough(); ) {
      let found = 0
      let low = high + 1
      while (low > 0 && found < LEAST_TAKEN) found += steps[--low] as number
      if (found === 0) return
      takeBetween(low, high)
      high = low - 1
    }
  }
  return { search, collect }
}

// What each word and those after it reach together.
function leftOf(asked: readonly Asked[]): Float64Array {
  const left = new Float64Array(asked.length + 1)
  for (let i = asked.length - 1; i >= 0; i--) {
    const { weight, similar } = asked[i] as Asked
    left[i] = (left[i + 1] as number) + weight * (similar.credits[0] ?? 0)
  }
  return left
}

// Makes it empty, with room for at most so many names.
function clear(held: Held, most: number): void {
  held.count = 0
  const size = Math.max(16, 2 ** Math.ceil(Math.log2(most * 2 + 2)))
  if (size > held.table.length) held.table = new Uint32Array(size)
  else held.table.fill(0, 0, size)
  held.mask = size - 1
  if (most <= held.postings.length) return
  held.postings = new Uint32Array(size)
  held.gains = new Float32Array(size)
  held.words = new Uint8Array(size)
}

const HASH = 0x9e3779b1

// Raises names by a word once each, taking up those that are not held.
function addAll(held: Held, list: Uint32Array, from: number, to: number, word: number, gain: number): void {
  const { table, mask, postings, gains, words } = held
  let count = held.count
  for (let p = from; p < to; p++) {
    const posting = list[p] as number
    let at = (Math.imul(posting, HASH) >>> 8) & mask
    let place = table[at] as number
    while (place !== 0 && postings[place - 1] !== posting) {
      at = (at + 1) & mask
      place = table[at] as number
    }
    if (place === 0) {
      postings[count] = posting
      gains[count] = gain
      words[count] = word
      table[at] = ++count
    } else if (words[place - 1] !== word) {
      words[place - 1] = word
      gains[place - 1] = (gains[place - 1] as number) + gain
    }
  }
  held.count = count
}

// Raises names by a word once each, where they are held.
function raiseAll(held: Held, list: Uint32Array, from: number, to: number, word: number, gain: number): void {
  const { table, mask, postings, gains, words } = held
  if (held.count === 0) return
  for (let p = from; p < to; p++) {
    const posting = list[p] as number
    let at = (Math.imul(posting, HASH) >>> 8) & mask
    let place = table[at] as number
    while (place !== 0 && postings[place - 1] !== posting) {
      at = (at + 1) & mask
      place = table[at] as number
    }
    if (place === 0 || words[place - 1] === word) continue
    words[place - 1] = word
    gains[place - 1] = (gains[place - 1] as number) + gain
  }
}
