import type { Instant } from '../model/index.ts'
import { permanentNumber } from './un-numbers.ts'

/** A number under which others quote an entry: scheme (`un`, `ofac`, `uk`, `eu`) and value. */
export type Reference = { readonly scheme: string; readonly value: string }

/** An interval of published instants. */
export type Stay = { readonly since: Instant; readonly until: Instant }

/** A record as joins see it. */
export type Joinable = {
  /** `<source>:<key>`. */
  readonly record: string
  /** Rank of its source; the lowest leads the entity. */
  readonly rank: number
  /** The record's own number under its publisher's scheme, where it has one. */
  readonly own: Reference | null
  /** Numbers of other publishers that the record quotes. */
  readonly quoted: readonly Reference[]
  /** From when to when an official list held it; absent for others, whose lists may name a party twice. */
  readonly held?: Stay
}

/** Who judges when no person does. */
export const MACHINE = 'wholists'

/** A number as text, in the form in which equal numbers are equal. */
export const referenceText = ({ scheme, value }: Reference): string =>
  `${scheme}:${scheme === 'un' ? permanentNumber(value) : value.trim().replace(/\.$/, '').toLowerCase()}`

/**
 * Pairs of records that a number makes one: an entry that quotes another publisher's number and the entry that bears it, or
 * two that quote the same number.
 */
export function* referencePairs(records: readonly Joinable[]): Iterable<{ a: string; b: string; reason: string }> {
  const bearers = new Map<string, string>()
  for (const { record, own } of [...records].sort((x, y) => x.rank - y.rank || (x.record < y.record ? -1 : 1))) {
    if (!own) continue
    const first = bearers.get(referenceText(own))
    if (first === undefined) bearers.set(referenceText(own), record)
    else yield { a: first, b: record, reason: `both bear the number ${referenceText(own)}` }
  }
  const quoting = new Map<string, string>()
  for (const { record, quoted } of records) {
    for (const text of new Set(quoted.map(referenceText))) {
      const other = bearers.get(text) ?? quoting.get(text)
      if (other === undefined) quoting.set(text, record)
      else if (other !== record) yield { a: other, b: record, reason: `${record} quotes the number ${text}` }
    }
  }
}
