import { nameTable } from './build-names.ts'
import { recordTable } from './build-records.ts'
import { tokenTable } from './build-tokens.ts'
import { type IndexMeta, pack, type Sections } from './layout.ts'
import { type NameThreads, nameThreads, type Taken } from './name-threads.ts'
import { type Gathered, gatherer, nameRequests } from './requests.ts'
import { stringInterner } from './strings.ts'
import type { IndexRecord } from './types.ts'

/** How an index is built; the threads make no difference to what comes out. */
export type BuildOptions = {
  readonly threads?: number
  /** From so many names on a second thread is worth starting. */
  readonly worthAThread?: number
}

/**
 * The index of records: every name each ever held, with the interval of published instants.
 *
 * @param records in any order; those of one record together need least room
 * @param options with 2 threads many names are taken apart in a second one beside this
 * @returns one buffer that `openIndex` reads, `saveIndex` writes and other threads can attach
 */
export async function buildIndex(
  records: Iterable<IndexRecord> | AsyncIterable<IndexRecord>,
  meta: IndexMeta,
  { threads = 1, worthAThread }: BuildOptions = {},
): Promise<SharedArrayBuffer> {
  const analysts = nameThreads(threads, worthAThread)
  try {
    const builder = indexBuilder(analysts)
    if (Symbol.iterator in records) {
      for (const record of records) if (builder.add(record)) await builder.proceed()
    } else for await (const record of records) if (builder.add(record)) await builder.proceed()
    await builder.finish()
    return pack(meta, await builder.sections())
  } finally {
    await analysts.end()
  }
}

// Batches that may wait for their names; records are held so long.
const MOST_WAITING = 4

const isTaken = (taken: readonly (Taken | Promise<Taken>)[]): taken is readonly Taken[] => !taken.some(one => one instanceof Promise)

// Takes records one by one, `proceed`s whenever `add` says so, and gives the sections of the index.
function indexBuilder(analysts: NameThreads) {
  const strings = stringInterner()
  const tokens = tokenTable(strings)
  const allAsked = nameRequests()
  const names = nameTable(allAsked, tokens)
  const rows = recordTable(strings, names)
  const waiting: { readonly gathered: Gathered; readonly taken: readonly (Taken | Promise<Taken>)[] }[] = []
  let gathering = gatherer(allAsked)

  const send = () => {
    const gathered = gathering.gathered()
    gathering = gatherer(allAsked)
    waiting.push({ gathered, taken: analysts.take(gathered.asked.batches) })
  }
  const keepFirst = async () => {
    const next = waiting.shift()
    if (!next) return
    const { records, requests, asked } = next.gathered
    names.begin(asked, isTaken(next.taken) ? next.taken : await Promise.all(next.taken.map(async one => one)))
    let at = 0
    for (const record of records) {
      rows.add(record, requests, at)
      at += record.names.length
    }
  }
  const proceed = async () => {
    send()
    // Answers of the second thread come in between two turns.
    await new Promise(resolve => setImmediate(resolve))
    while (waiting.length > MOST_WAITING || (waiting[0] && isTaken(waiting[0].taken))) await keepFirst()
  }
  const finish = async () => {
    send()
    while (waiting.length > 0) await keepFirst()
  }
  const sections = async (): Promise<Sections> => {
    const [fuzzy, whole] = [analysts.bucketed(tokens.keyed()), analysts.bucketed(names.keyed())]
    const others = {
      ...tokens.sections(names.count()),
      ...names.sections(tokens.weights, tokens.count()),
      ...rows.sections(names.count()),
      stringBytes: strings.bytes(),
      stringStarts: strings.starts(),
    }
    const [{ starts: fuzzyStarts, entries: fuzzyEntries }, { starts: wholeStarts, entries: wholeEntries }] = [await fuzzy, await whole]
    return { ...others, fuzzyStarts, fuzzyEntries, wholeStarts, wholeEntries }
  }
  return { add: (record: IndexRecord) => gathering.add(record), proceed, finish, sections }
}
