import type { Instant, Judgement } from '../model/index.ts'
import { Groups } from './groups.ts'

/** A number under which others quote an entry: scheme (`un`, `ofac`, `uk`, `eu`) and value. */
export type Reference = { readonly scheme: string; readonly value: string }

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
}

/** What joining gives: the entity of every record that is not alone, and the judgements that say why. */
export type Joined = { readonly memberships: ReadonlyMap<string, string>; readonly judgements: readonly Judgement[] }

/** Who judges when no person does. */
export const MACHINE = 'wholists'

/**
 * Records joined by explicit reference: an entry that quotes another publisher's number is the same party as the entry
 * that bears it, and entries that quote the same number are one. A refusal ("different") keeps the two whole groups
 * apart; a person's "same" joins without a reference.
 *
 * @param records every record of the newest versions
 * @param decided judgements already kept, oldest first; the newest on a pair holds
 * @param recorded the instant the new judgements bear
 */
export function joinByReference(records: readonly Joinable[], decided: readonly Judgement[], recorded: Instant): Joined {
  const groups = new Groups(records)
  const verdicts = newestVerdicts(decided)
  for (const { a, b, verdict } of verdicts.values()) if (verdict === 'different') groups.keepApart(a, b)
  for (const { a, b, verdict, by } of verdicts.values()) if (verdict === 'same' && by !== MACHINE) groups.join(a, b)
  const judgements: Judgement[] = []
  for (const { a, b, reason } of referencePairs(records)) {
    const known = verdicts.get(pairKey(a, b))
    if (known && known.verdict !== 'same') continue
    if (groups.join(a, b) && !known) judgements.push({ a, b, verdict: 'same', reason, by: MACHINE, recorded })
  }
  return { memberships: groups.memberships(), judgements }
}

const textOf = (reference: Reference) => `${reference.scheme}:${reference.value.trim().replace(/\.$/, '').toLowerCase()}`
const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

function newestVerdicts(decided: readonly Judgement[]): ReadonlyMap<string, Judgement> {
  const newest = new Map<string, Judgement>()
  for (const judgement of decided) newest.set(pairKey(judgement.a, judgement.b), judgement)
  return newest
}

function* referencePairs(records: readonly Joinable[]): Iterable<{ a: string; b: string; reason: string }> {
  const bearers = new Map<string, string>()
  for (const { record, own } of [...records].sort((x, y) => x.rank - y.rank || (x.record < y.record ? -1 : 1))) {
    if (!own) continue
    const first = bearers.get(textOf(own))
    if (first === undefined) bearers.set(textOf(own), record)
    else yield { a: first, b: record, reason: `both bear the number ${textOf(own)}` }
  }
  const quoting = new Map<string, string>()
  for (const { record, quoted } of records) {
    for (const text of new Set(quoted.map(textOf))) {
      const other = bearers.get(text) ?? quoting.get(text)
      if (other === undefined) quoting.set(text, record)
      else if (other !== record) yield { a: other, b: record, reason: `${record} quotes the number ${text}` }
    }
  }
}
