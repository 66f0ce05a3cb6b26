import type { CandidateIndex } from './open.ts'
import type { Asked, Plan } from './plan.ts'
import { heaviestOf, MIN_SHARE, MIN_WEIGHT, type NameHits, rankOf } from './ranking.ts'
import { NEXT_READING, nameIn, tokenIn, weightIn } from './sections.ts'

// Weights lie between 0 and 1; names are taken in so many steps from the heaviest down, so many names at once at least.
const STEPS = 512
const LEAST_TAKEN = 48
// To look into a held name costs as much as reading so many postings.
const LOOK_COSTS = 25

/**
 * Adds up what names gain. Rare words are read first; once the words left cannot reach the least share of the query by
 * themselves, no further name is taken up and only those held gain: by reading the names of the word, or by looking into
 * each name held, whichever is less. Names held stand in a small table, so that reading stays within the processor's cache.
 */
export function scoreBoard(index: CandidateIndex) {
  const { postingStarts, postings, nameStarts, nameSlots } = index.columns
  const held = heldNames()
  const creditOfToken = new Float32Array(index.tokens)
  let survivors = new Uint32Array(0)
  let weights = new Float32Array(0)

  const postingsOf = ({ similar }: Asked) =>
    similar.ids.reduce((sum, id) => sum + (postingStarts[id + 1] as number) - (postingStarts[id] as number), 0)

  // A name is taken up where it is light enough to become a candidate by this word and those after it, which reach `after`.
  const read = ({ similar, weight }: Asked, word: number, after: number, total: number): void => {
    const { ids, credits } = similar
    for (let v = 0; v < ids.length; v++) {
      const id = ids[v] as number
      const gain = weight * (credits[v] as number)
      const heaviest = heaviestOf(gain + after, total)
      const end = postingStarts[id + 1] as number
      let p = postingStarts[id] as number
      for (; p < end && weightIn(postings[p] as number) <= heaviest; p++) held.add(postings[p] as number, word, gain)
      for (; p < end; p++) held.raise(postings[p] as number, word, gain)
    }
  }

  // Names held that the words left can still make a candidate.
  const survive = (left: number, total: number): number => {
    if (survivors.length < held.count) survivors = new Uint32Array(held.count * 2)
    let count = 0
    for (let i = 0; i < held.count; i++) if (weightIn(held.postingAt(i)) <= heaviestOf(held.gainAt(i) + left, total)) survivors[count++] = i
    return count
  }

  const lookInto = ({ similar, weight }: Asked, count: number): void => {
    const { ids, credits } = similar
    for (let v = 0; v < ids.length; v++) creditOfToken[ids[v] as number] = credits[v] as number
    for (let n = 0; n < count; n++) {
      const i = survivors[n] as number
      const name = nameIn(held.postingAt(i))
      let best = 0
      const end = nameStarts[name + 1] as number
      for (let s = nameStarts[name] as number; s < end; s++) {
        const slot = nameSlots[s] as number
        if (slot !== NEXT_READING) best = Math.max(best, creditOfToken[tokenIn(slot)] as number)
      }
      if (best > 0) held.raiseAt(i, weight * best)
    }
    for (let v = 0; v < ids.length; v++) creditOfToken[ids[v] as number] = 0
  }

  /** Reads what a plan asks for; `collect` gives what came of it. */
  const search = ({ asked, total }: Plan): void => {
    const left = asked.map((_, i) => asked.slice(i).reduce((sum, a) => sum + reach(a), 0))
    const adding = total === 0 ? 0 : left.filter(l => l >= total * MIN_SHARE && heaviestOf(l, total) > 0).length
    held.clear(asked.slice(0, adding).reduce((sum, a) => sum + postingsOf(a), 0))
    for (let i = 0; i < adding; i++) read(asked[i] as Asked, i, left[i + 1] ?? 0, total)
    for (let i = adding; i < asked.length && held.count > 0; i++) {
      const word = asked[i] as Asked
      const count = survive(left[i] as number, total)
      if (postingsOf(word) < count * LOOK_COSTS) read(word, i, NOTHING, total)
      else lookInto(word, count)
    }
  }

  /** The heaviest names, step by step downwards until `enough` says so; `take` says whether a name counts. */
  const collect = (total: number, hits: NameHits, take: (name: number) => boolean, enough: () => boolean): void => {
    const steps = new Uint32Array(STEPS + 1)
    const least = total * MIN_SHARE
    if (weights.length < held.count) weights = new Float32Array(held.count * 2)
    for (let i = 0; i < held.count; i++) {
      const gain = Math.min(total, held.gainAt(i))
      weights[i] = 0
      if (gain < least) continue
      const weight = rankOf(gain, total, weightIn(held.postingAt(i)))
      if (weight < MIN_WEIGHT) continue
      weights[i] = weight
      const step = Math.floor(weight * STEPS)
      steps[step] = (steps[step] as number) + 1
    }
    const takeBetween = (low: number, high: number) => {
      for (let i = 0; i < held.count; i++) {
        const weight = weights[i] as number
        const step = Math.floor(weight * STEPS)
        if (weight < MIN_WEIGHT || step < low || step > high) continue
        const name = nameIn(held.postingAt(i))
        if (weight > (hits.get(name) ?? 0) && take(name)) hits.set(name, weight)
      }
    }
    for (let high = STEPS; high >= 0 && !enough(); ) {
      let names = 0
      let low = high + 1
      while (low > 0 && names < LEAST_TAKEN) names += steps[--low] as number
      if (names === 0) return
      takeBetween(low, high)
      high = low - 1
    }
  }
  return { search, collect }
}

// Reaches nothing, so that no name is taken up.
const NOTHING = Number.NEGATIVE_INFINITY

const reach = (a: Asked) => a.weight * (a.similar.credits[0] ?? 0)

// Postings held with what they have gained and the word that raised them last, in an open-addressed table.
function heldNames() {
  let table = new Uint32Array(1 << 12)
  let mask = 0
  let held = new Uint32Array(1 << 11)
  let gains = new Float32Array(1 << 11)
  let words = new Uint8Array(1 << 11)
  let count = 0
  // Where a posting is held, plus one; 0 where it is not, and then `free` is its place in the table.
  let free = 0
  const find = (posting: number): number => {
    let at = (Math.imul(posting, 0x9e3779b1) >>> 8) & mask
    for (let place = table[at] as number; place !== 0; place = table[at] as number) {
      if (held[place - 1] === posting) return place
      at = (at + 1) & mask
    }
    free = at
    return 0
  }
  const raiseAt = (i: number, gain: number) => {
    gains[i] = (gains[i] as number) + gain
  }
  const raiseOnce = (i: number, word: number, gain: number) => {
    if (words[i] === word) return
    words[i] = word
    raiseAt(i, gain)
  }
  return {
    get count() {
      return count
    },
    postingAt: (i: number) => held[i] as number,
    gainAt: (i: number) => gains[i] as number,
    raiseAt,
    /** Makes it empty, with room for at most so many names. */
    clear(most: number) {
      count = 0
      const size = Math.max(16, 2 ** Math.ceil(Math.log2(most * 2 + 2)))
      if (size > table.length) table = new Uint32Array(size)
      else table.fill(0, 0, size)
      mask = size - 1
      if (most <= held.length) return
      held = new Uint32Array(size)
      gains = new Float32Array(size)
      words = new Uint8Array(size)
    },
    /** Raises a name by a word once, taking it up where it is not held. */
    add(posting: number, word: number, gain: number) {
      const place = find(posting)
      if (place !== 0) return raiseOnce(place - 1, word, gain)
      table[free] = count + 1
      held[count] = posting
      gains[count] = gain
      words[count++] = word
    },
    /** Raises a name by a word once, where it is held. */
    raise(posting: number, word: number, gain: number) {
      const place = find(posting)
      if (place !== 0) raiseOnce(place - 1, word, gain)
    },
  }
}
