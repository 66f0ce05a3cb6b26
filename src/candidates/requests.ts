import type { NameParts } from '../names/index.ts'
import type { NameBatch } from './flat-names.ts'
import { KINDS } from './sections.ts'
import type { IndexRecord } from './types.ts'

// So many names are taken apart at a time; a record without any counts as one.
const BATCH_NAMES = 4096

/** The request of a name that the index holds already: such a name is not taken apart again. */
export const KNOWN = -1

/** Records with the names that have to be taken apart for them, and for each name of each record its place among those. */
export type Gathered = {
  readonly records: readonly IndexRecord[]
  readonly requests: readonly (readonly number[])[]
  readonly batch: NameBatch
}

/** Gathers records until there are enough names to take apart; each different one is asked for once. */
export function gatherer(names: { isKnown(text: string, kind: number): boolean }) {
  const records: IndexRecord[] = []
  const requests: number[][] = []
  const texts: string[] = []
  const kinds: number[] = []
  const parts = new Map<number, NameParts>()
  const asked = KINDS.map(() => new Map<string, number>())
  let count = 0

  const ask = (text: string, kind: number): number => {
    texts.push(text)
    kinds.push(kind)
    return texts.length - 1
  }
  const requestOf = (text: string, read: string, kind: number): number => {
    const before = asked[kind]?.get(text)
    if (before !== undefined) return before
    const request = names.isKnown(text, kind) ? KNOWN : ask(read, kind)
    asked[kind]?.set(text, request)
    return request
  }
  /** True where there is enough. */
  const add = (record: IndexRecord): boolean => {
    const kind = KINDS.indexOf(record.kind)
    records.push(record)
    requests.push(
      record.names.map(({ text, read = text }) => {
        if (!record.parts) return requestOf(text, read, kind)
        parts.set(texts.length, record.parts)
        return ask(read, kind)
      }),
    )
    count += Math.max(1, record.names.length)
    return count >= BATCH_NAMES
  }
  return { add, gathered: (): Gathered => ({ records, requests, batch: { texts, kinds, parts } }) }
}
