import type { HeadedRow } from '../../intake/index.ts'
import { isProblem, stop, toBody } from '../../intake/index.ts'
import type { Problem, RawRecord } from '../../model/index.ts'

/**
 * Where a column's value goes: `title` is a value of its own, `address.line1` a part of one address. An empty text says that the
 * column is the key.
 */
export type Columns = Readonly<Record<string, string>>

/** The values of one designation by kind, each once. */
export type Bag = Map<string, Set<string>>

/**
 * Designations out of rows. A row is one combination of a name, an address, a birth date and so on, so that the values of one
 * kind are gathered over all rows of a key and nothing in a row binds them to each other.
 */
export async function* gatherRows(rows: AsyncIterable<HeadedRow | Problem>, columns: Columns): AsyncGenerator<RawRecord | Problem> {
  const keyed = Object.entries(columns).find(([, place]) => place === '')?.[0] ?? ''
  const bags = new Map<string, Bag>()
  for await (const row of rows) {
    if (isProblem(row)) {
      yield row
      continue
    }
    const key = tidy(row.cells[keyed] ?? '')
    if (key === '') {
      const said = Object.values(row.cells).map(tidy).filter(Boolean).join(' | ')
      if (said !== '') yield stop('record.no-key', keyed, said, 'a number')
      continue
    }
    const bag = bags.get(key) ?? new Map<string, Set<string>>()
    bags.set(key, bag)
    addRow(bag, row.cells, columns)
  }
  if (bags.size === 0) yield stop('list.empty', keyed, '0 designations', 'thousands of designations')
  for (const [key, bag] of bags) yield recordOf(key, bag)
}

function addRow(bag: Bag, cells: Readonly<Record<string, string>>, columns: Columns): void {
  const whole = new Map<string, Record<string, string>>()
  for (const [head, place] of Object.entries(columns)) {
    const text = tidy(cells[head] ?? '')
    if (text === '' || place === '') continue
    const [kind = '', part] = place.split('.')
    if (part === undefined) keep(bag, kind, text)
    else whole.set(kind, { ...whole.get(kind), [part]: text })
  }
  for (const [kind, parts] of whole) keep(bag, kind, parts)
}

/** Adds a value to a bag. */
export function keep(bag: Bag, kind: string, value: string | Readonly<Record<string, string>>): void {
  bag.set(kind, (bag.get(kind) ?? new Set()).add(toBody(value)))
}

/** A bag as a raw record, its values in order. */
export const recordOf = (key: string, bag: Bag): RawRecord => ({
  key,
  body: `{${[...bag]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, values]) => `${JSON.stringify(kind)}:[${[...values].sort().join(',')}]`)
    .join(',')}}`,
})

/** A text with single blanks and none at its ends. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim()
