import { flag, isProblem, note, toBody } from '../../intake/index.ts'
import type { Problem, RawRecord, SourceFile } from '../../model/index.ts'

/** A record on its way: the words that make its key, and what it holds. */
export type Keyed = { readonly key: string; readonly value: unknown; readonly field: string }

const MAX_KEY = 160

/**
 * A steady key from the fields that tell a party from others where the publisher has no number: letters and digits of any
 * script in lower case, so that capitals, blanks and punctuation make no difference; fields parted by a dot, empty ones left out.
 */
export function keyOf(...fields: readonly string[]): string {
  const parts = fields.map(field =>
    field
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  )
  const whole = parts.filter(part => part !== '').join('.')
  return whole.length > MAX_KEY ? whole.slice(0, MAX_KEY).replace(/[\ud800-\udbff]$/, '') : whole
}

/** The records of files, each opened first; what keeps one from being opened is told in its place. Keys are unique over all files. */
export const recordsOf = <T>(
  files: readonly SourceFile[],
  open: (file: SourceFile) => Promise<T | Problem>,
  rows: (opened: T, file: SourceFile) => Iterable<Keyed | Problem>,
): AsyncGenerator<RawRecord | Problem> => uniqueRecords(rowsOfFiles(files, open, rows))

async function* rowsOfFiles<T>(
  files: readonly SourceFile[],
  open: (file: SourceFile) => Promise<T | Problem>,
  rows: (opened: T, file: SourceFile) => Iterable<Keyed | Problem>,
): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    const opened = await open(file)
    if (isProblem(opened)) yield opened
    else yield* rows(opened, file)
  }
}

/**
 * Records under keys of their own, in the order they came. A row that says the same as another of its key is told once
 * (`record.repeated`); where rows of one key differ each is kept, from the second on under `key~2` in the order of their
 * content, and flagged (`record.key-twice`). A row without a key is flagged and left out.
 */
export async function* uniqueRecords(items: AsyncIterable<Keyed | Problem>): AsyncGenerator<RawRecord | Problem> {
  const byKey = new Map<string, { readonly bodies: string[]; readonly field: string }>()
  for await (const item of items) {
    if (isProblem(item)) {
      yield item
      continue
    }
    const body = toBody(item.value)
    if (item.key === '') {
      yield flag('record.no-key', item.field, body.slice(0, 300), 'a name')
      continue
    }
    const known = byKey.get(item.key)
    if (!known) byKey.set(item.key, { bodies: [body], field: item.field })
    else if (known.bodies.includes(body)) yield { ...note('record.repeated', item.field, item.key), record: item.key }
    else known.bodies.push(body)
  }
  for (const [first, { bodies, field }] of byKey) {
    for (const [i, body] of bodies.sort().entries()) {
      const key = i === 0 ? first : `${first}~${i + 1}`
      if (i > 0) yield { ...flag('record.key-twice', field, first, 'one record a key'), record: key }
      yield { key, body }
    }
  }
}
