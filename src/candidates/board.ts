import type { Columns } from './columns.ts'
import { heaviestNames, type Taker } from './heaviest.ts'
import { addAll, clear, type Held, nothingHeld, raiseAll } from './held.ts'
import type { CandidateIndex } from './open.ts'
import type { Asked, Plan } from './plan.ts'
import { limitsOf, MIN_SHARE, type NameHits, type WeightLimits } from './ranking.ts'
import { lastPostingOf, NEXT_READING, nameIn, tokenIn, weightIn } from './sections.ts'

// To look into a held name costs as much as reading so many postings.
const LOOK_COSTS = 20

type Board = {
  readonly columns: Columns
  readonly held: Held
  /** What the tokens of the word at hand earn; 0 for all others. */
  readonly creditOfToken: Float32Array
  survivors: Uint32Array
}

/**
 * Adds up what names gain. Rare words are read first; once the words left cannot make a name a candidate by themselves,
 * no further name is taken up and only those held gain: by reading the names of the word, or by looking into each name
 * held, whichever is less.
 */
export function scoreBoard(index: CandidateIndex) {
  const board: Board = {
    columns: index.columns,
    held: nothingHeld(),
    creditOfToken: new Float32Array(index.tokens),
    survivors: new Uint32Array(0),
  }
  const heaviest = heaviestNames()
  return {
    /** Reads what a plan asks for; `collect` gives what came of it. */
    search: (plan: Plan): void => search(board, plan),
    /** The heaviest names, step by step downwards until there are enough. */
    collect: (total: number, hits: NameHits, taker: Taker): void => heaviest(board.held, total, hits, taker),
  }
}

function search(board: Board, { asked, total }: Plan): void {
  const { columns, held } = board
  const limits = limitsOf(total)
  const left = leftOf(asked)
  const adds = (reached: number) => total > 0 && reached >= total * MIN_SHARE && limits.heaviest(reached) >= 0
  const adding = asked.filter((_, i) => adds(left[i] as number)).length
  const most = asked.slice(0, adding).reduce((sum, a) => sum + postingsOf(columns, a), 0)
  clear(held, most)
  for (let i = 0; i < adding; i++) read(board, asked[i] as Asked, i, left[i + 1] as number, limits)
  for (let i = adding; i < asked.length && held.count > 0; i++) {
    const word = asked[i] as Asked
    const cost = postingsOf(columns, word)
    const count = cost > held.count ? survive(board, left[i] as number, limits) : held.count
    if (cost < count * LOOK_COSTS) read(board, word, i, Number.NEGATIVE_INFINITY, limits)
    else lookInto(board, word, count)
  }
}

function postingsOf({ postingStarts }: Columns, { similar }: Asked): number {
  let sum = 0
  for (const id of similar.ids) sum += (postingStarts[id + 1] as number) - (postingStarts[id] as number)
  return sum
}

// A name is taken up where it is light enough to become a candidate by this word and those after it, which reach `after`.
function read({ columns, held }: Board, { similar, weight }: Asked, word: number, after: number, limits: WeightLimits): void {
  const { postingStarts, postings } = columns
  const { ids, credits } = similar
  for (let v = 0; v < ids.length; v++) {
    const id = ids[v] as number
    const gain = weight * (credits[v] as number)
    const from = postingStarts[id] as number
    const end = postingStarts[id + 1] as number
    const light = firstBeyond(postings, from, end, lastPostingOf(limits.heaviest(gain + after)))
    addAll(held, postings, from, light, word, gain)
    raiseAll(held, postings, light, end, word, gain)
  }
}

// The first place in an ascending list whose number is greater than `last`.
function firstBeyond(list: Uint32Array, from: number, to: number, last: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((list[middle] as number) <= last) from = middle + 1
    else to = middle
  }
  return from
}

// Places of the names held that the words left can still make a candidate; gives how many there are.
function survive(board: Board, left: number, limits: WeightLimits): number {
  const { postings, gains, count: held } = board.held
  if (board.survivors.length < held) board.survivors = new Uint32Array(held * 2)
  const { survivors } = board
  let count = 0
  for (let i = 0; i < held; i++) if (limits.admits((gains[i] as number) + left, weightIn(postings[i] as number))) survivors[count++] = i
  return count
}

// Raises the first so many survivors by a word that they hold.
function lookInto({ columns, held, creditOfToken, survivors }: Board, { similar, weight }: Asked, count: number): void {
  const { nameStarts, nameSlots } = columns
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

// What each word and those after it reach together.
function leftOf(asked: readonly Asked[]): Float64Array {
  const left = new Float64Array(asked.length + 1)
  for (let i = asked.length - 1; i >= 0; i--) {
    const { weight, similar } = asked[i] as Asked
    left[i] = (left[i + 1] as number) + weight * (similar.credits[0] ?? 0)
  }
  return left
}
