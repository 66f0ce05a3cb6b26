import { nameTable } from './build-names.ts'
import { recordTable } from './build-records.ts'
import { tokenTable } from './build-tokens.ts'
import { type IndexMeta, pack, type Sections } from './layout.ts'
import { type NameThreads, nameThreads, type Taken } from './name-threads.ts'
import { type Asked, gatherer, nameRequests } from './requests.ts'
import { KINDS } from './sections.ts'
import { stringInterner, stringSections } from './strings.ts'
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

// Batches that may wait for the second thread.
const MOST_WAITING = 6

type Waiting = { readonly asked: Asked; readonly taken: readonly (Taken | Promise<Taken>)[] }

const isTaken = (taken: Waiting['taken']): taken is readonly Taken[] => !taken.some(one => one instanceof Promise)

// Takes records one by one, `proceed`s whenever `add` says so, and gives the sections of the index.
function indexBuilder(analysts: NameThreads) {
  // Those of words apart from those of records, since words come when their batch is taken apart.
  const [words, strings] = [stringInterner(), stringInterner()]
  const tokens = tokenTable(words)
  const requests = nameRequests()
  const names = nameTable(requests, tokens)
  const rows = recordTable(strings)
  const waiting: Waiting[] = []
  let gathering = gatherer(requests)

  /** True where there are names enough to go on with. */
  const add = (record: IndexRecord): boolean => {
    const kind = KINDS.indexOf(record.kind)
    rows.add(record, name => gathering.requestOf(name, kind, record.parts))
    return gathering.isFull()
  }
  const send = () => {
    const asked = gathering.asked()
    gathering = gatherer(requests)
    waiting.push({ asked, taken: analysts.take(asked.batches) })
  }
  const keepFirst = async () => {
    const first = waiting.shift()
    if (first) names.keep(first.asked, isTaken(first.taken) ? first.taken : await Promise.all(first.taken.map(async one => one)))
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
      ...rows.sections(names.ofRequests(), names.count(), words.count),
      ...stringSections(words, strings),
    }
    const [{ starts: fuzzyStarts, entries: fuzzyEntries }, { starts: wholeStarts, entries: wholeEntries }] = [await fuzzy, await whole]
    return { ...others, fuzzyStarts, fuzzyEntries, wholeStarts, wholeEntries }
  }
  return { add, proceed, finish, sections }
}
