import type { Instant, Judgement } from '../model/index.ts'
import { Groups } from './groups.ts'
import { type Joinable, MACHINE, referencePairs } from './reference-joins.ts'
import type { ScoredPair } from './scored-joins.ts'

/** What joining gives: the entity of every record that is not alone, and the judgements that say why. */
export type Joined = { readonly memberships: ReadonlyMap<string, string>; readonly judgements: readonly Judgement[] }

/**
 * Entities from records, by strength: what people decided, explicit references, then scored agreement.
 *
 * A refusal ("different") keeps the two whole groups apart. A person's word is followed whatever else speaks. A scored join of
 * an earlier run holds until a person says otherwise or the pair is compared anew; a reference holds as long as the record
 * quotes it. A comparison never makes one of what an official list held as two at the same time.
 *
 * @param records every record that may be joined
 * @param decided judgements already kept, oldest first; the newest on a pair holds
 * @param scored pairs that were compared in this run, the best first
 * @param recorded the instant the new judgements bear
 */
export function joinAll(given: {
  readonly records: readonly Joinable[]
  readonly decided: readonly Judgement[]
  readonly scored: readonly ScoredPair[]
  readonly recorded: Instant
}): Joined {
  const { records, decided, scored, recorded } = given
  const groups = new Groups(records)
  const verdicts = newestVerdicts(decided)
  const judgements: Judgement[] = []
  for (const { a, b, verdict } of verdicts.values()) if (verdict === 'different') groups.keepApart(a, b)
  for (const { a, b, verdict, by } of verdicts.values()) if (verdict === 'same' && by !== MACHINE) groups.join(a, b)
  for (const { a, b, reason } of referencePairs(records)) {
    const known = verdicts.get(pairKey(a, b))
    if (known && known.by !== MACHINE && known.verdict !== 'same') continue
    if (groups.join(a, b) && known?.verdict !== 'same') judgements.push({ a, b, verdict: 'same', reason, by: MACHINE, recorded })
  }
  const anew = new Map(scored.map(pair => [pairKey(pair.a, pair.b), pair] as const))
  for (const [key, { a, b, verdict, by, score }] of verdicts)
    if (verdict === 'same' && by === MACHINE && score !== undefined && !anew.has(key)) groups.join(a, b)
  for (const pair of anew.values()) {
    const known = verdicts.get(pairKey(pair.a, pair.b))
    // What a number made one, or a person has judged, no comparison moves.
    if (known && (known.by !== MACHINE || known.score === undefined)) continue
    if (groups.together(pair.a, pair.b) && !known) continue
    const apart = pair.verdict === 'same' && groups.toldApart(pair.a, pair.b)
    if (pair.verdict === 'same' && !apart && !groups.join(pair.a, pair.b)) continue
    const said: ScoredPair = apart ? { ...pair, verdict: 'unsure', reason: `${pair.reason}; but a list holds both as two` } : pair
    if (known?.verdict !== said.verdict) judgements.push({ ...said, by: MACHINE, recorded })
  }
  return { memberships: groups.memberships(), judgements }
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The newest judgement on each pair. */
export function newestVerdicts(decided: readonly Judgement[]): ReadonlyMap<string, Judgement> {
  const newest = new Map<string, Judgement>()
  for (const judgement of decided) newest.set(pairKey(judgement.a, judgement.b), judgement)
  return newest
}

/** Pairs that wait for a person, the likeliest first. */
export function proposals(decided: readonly Judgement[]): readonly Judgement[] {
  return [...newestVerdicts(decided).values()]
    .filter(j => j.verdict === 'unsure' && j.by === MACHINE)
    .sort((x, y) => (y.score ?? 0) - (x.score ?? 0))
}
