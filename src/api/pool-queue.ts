/** A request before the pool: its items, how far they were handed out, what came back. */
export type Job = {
  readonly epoch: number
  readonly kind: string
  readonly common: string
  readonly items: readonly unknown[]
  readonly answers: unknown[]
  /** Items handed out, and items answered. */
  next: number
  done: number
  /** True once it was answered or has failed: nothing of it is handed out any more. */
  over: boolean
}

/** Items of one job handed to a worker together. */
export type Chunk = { readonly job: Job; readonly from: number; readonly to: number }

/** What waits, fairly. */
export type FairQueue = {
  add(job: Job): void
  /** Takes back what was handed out and not begun; it is the next to go. */
  giveBack(chunk: Chunk): void
  /** The next items to hand out. */
  take(): Chunk | undefined
  /** Items that wait. */
  readonly waiting: number
  /** Forgets what still waits of a job. */
  drop(job: Job): void
}

/** Requests up to this size are small: they go ahead, and in one piece. */
const SMALL = 4
/** Items of a big request that a worker gets at a time: about a millisecond or two of work. */
const PIECE = 5
/** Small requests in a row after which a piece of a big one is due, so that neither side starves. */
const AHEAD = 4

/**
 * Two lanes. A small request is handed out whole, before the pieces of big ones:
 *
 *     small:  a  b  c  d  e            handed out:  a b c d  X1  e  Y1 X2 Y2 X3 …
 *     big:    X1 X2 X3   Y1 Y2         (X and Y take turns)
 */
export function fairQueue(): FairQueue {
  let small: Job[] = []
  let big: Job[] = []
  let returned: Chunk[] = []
  let inRow = 0
  let waiting = 0

  const hand = (job: Job, size: number): Chunk => {
    const from = job.next
    job.next = Math.min(job.items.length, from + size)
    waiting -= job.next - from
    return { job, from, to: job.next }
  }
  const takeSmall = (): Chunk | undefined => {
    const job = small.shift()
    if (!job) return undefined
    inRow++
    return hand(job, job.items.length)
  }
  const takeBig = (): Chunk | undefined => {
    const job = big.shift()
    if (!job) return undefined
    inRow = 0
    const chunk = hand(job, PIECE)
    if (job.next < job.items.length) big.push(job)
    return chunk
  }
  return {
    add(job) {
      waiting += job.items.length - job.next
      ;(job.items.length <= SMALL ? small : big).push(job)
    },
    giveBack(chunk) {
      if (chunk.job.over) return
      waiting += sizeOf(chunk)
      returned.push(chunk)
    },
    take() {
      const again = returned.shift()
      if (again) waiting -= sizeOf(again)
      return again ?? (inRow >= AHEAD ? (takeBig() ?? takeSmall()) : (takeSmall() ?? takeBig()))
    },
    get waiting() {
      return waiting
    },
    drop(job) {
      if (small.includes(job) || big.includes(job)) waiting -= job.items.length - job.next
      for (const chunk of returned) if (chunk.job === job) waiting -= sizeOf(chunk)
      small = small.filter(j => j !== job)
      big = big.filter(j => j !== job)
      returned = returned.filter(chunk => chunk.job !== job)
    },
  }
}

const sizeOf = (chunk: Chunk) => chunk.to - chunk.from
