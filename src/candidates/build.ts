import { nameTable } from './build-names.ts'
import { recordTable } from './build-records.ts'
import { tokenTable } from './build-tokens.ts'
import { type IndexMeta, pack, type Sections } from './layout.ts'
import { stringInterner } from './strings.ts'
import type { IndexRecord } from './types.ts'

/**
 * The index of records: every name each ever held, with the interval of published instants.
 *
 * @param records in any order; those of one record together need least room
 * @returns one buffer that `openIndex` reads, `saveIndex` writes and other threads can attach
 */
export async function buildIndex(records: Iterable<IndexRecord> | AsyncIterable<IndexRecord>, meta: IndexMeta): Promise<SharedArrayBuffer> {
  const builder = indexBuilder()
  if (Symbol.iterator in records) for (const record of records) builder.add(record)
  else for await (const record of records) builder.add(record)
  return pack(meta, builder.sections())
}

// Takes records one by one and gives the sections of the index.
function indexBuilder() {
  const strings = stringInterner()
  const tokens = tokenTable(strings)
  const names = nameTable(tokens)
  const rows = recordTable(strings, names)
  return {
    add: rows.add,
    sections: (): Sections => ({
      ...tokens.sections(names.count()),
      ...names.sections(tokens.weights, tokens.count()),
      ...rows.sections(names.count()),
      stringBytes: strings.bytes(),
      stringStarts: strings.starts(),
    }),
  }
}
