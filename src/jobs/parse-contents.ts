import { setImmediate as nextTurn } from 'node:timers/promises'
import { packReading, type Staging, type StoredReading } from '../ledger/index.ts'
import { inBatches, type RawRecord, type Source } from '../model/index.ts'

/** A second thread that parses beside this one. */
export type ParseThread = {
  /** Starts it, if it does not run yet. */
  begin(): void
  /** True where it can take a batch now. */
  isFree(): boolean
  parse(source: string, raws: readonly RawRecord[]): Promise<readonly StoredReading[]>
}

/** Records of one batch. */
const BATCH = 250
/** Batches that may wait to be kept, so that memory stays flat. */
const MOST_WAITING = 4

type Batch = { readonly contents: readonly number[]; readonly read: readonly StoredReading[] | Promise<readonly StoredReading[]> }

/**
 * Parses every staged content that has no reading yet and keeps what was read, in order; a second thread takes the batches that it
 * has room for.
 *
 * @param told called with the contents that are done
 */
export async function parseContents(
  source: Source,
  staging: Staging,
  second: ParseThread | undefined,
  told: (done: number) => void,
): Promise<void> {
  const waiting: Batch[] = []
  let done = 0
  const keepFirst = async () => {
    const first = waiting.shift()
    if (!first) return
    const read = await first.read
    first.contents.forEach((content, i) => {
      staging.keep(content, read[i] as StoredReading)
    })
    done += first.contents.length
    told(done)
  }
  for (const batch of inBatches(staging.unread(), BATCH)) {
    const raws = batch.map(one => one.raw)
    waiting.push({ contents: batch.map(one => one.content), read: second?.isFree() ? elsewhere(source, raws, second) : here(source, raws) })
    // What the second thread has read comes in between two turns.
    await nextTurn()
    while (waiting.length > MOST_WAITING || (waiting[0] && !(waiting[0].read instanceof Promise))) await keepFirst()
  }
  while (waiting.length > 0) await keepFirst()
}

const here = (source: Source, raws: readonly RawRecord[]): readonly StoredReading[] => raws.map(raw => packReading(source.parse(raw)))

// Whatever keeps the other thread from reading it, this one reads it or says why it cannot be read.
function elsewhere(source: Source, raws: readonly RawRecord[], second: ParseThread): Promise<readonly StoredReading[]> {
  const read = second.parse(source.id, raws).catch(() => here(source, raws))
  read.catch(() => undefined)
  return read
}
