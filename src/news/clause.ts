import type { Frames } from './frames.ts'
import type { Grammar } from './grammar.ts'
import type { Voice } from './nodes.ts'
import type { Range } from './sentences.ts'

/** A sentence as its words are matched: marks stand where something was recognised. Offsets count in it. */
export type Clause = {
  readonly shadow: string
  readonly text: string
  /** The words that tell what the sentence is about: its own, or those of the whole document where that is about lists. */
  readonly about: string
  /** True where the sentence or its document speaks of lists of designations. */
  readonly cued: boolean
  /** True where the paragraph has told of an act before. */
  readonly follows: boolean
  readonly frames: Frames
  readonly grammar: Grammar
}

/** What follows a place up to where its thought ends. */
export function windowAfter({ shadow, grammar }: Clause, at: number): string {
  const rest = shadow.slice(at, at + 320)
  const barrier = grammar.barrier.exec(rest)
  return barrier ? rest.slice(0, barrier.index) : rest
}

/** What a node is before anything is known of it. */
export const BLANK = { kind: 'verb', partyOnly: false, examples: false, sanctions: false, explicit: false, governed: false } as const

/** Where a passive verb's target stands: before it, back to the clause's beginning. */
export function subjectZones(clause: Clause, at: Range, voice: Voice): readonly Range[] {
  if (voice === 'inverted') return [{ start: at.end, end: clause.shadow.length }]
  // "led by X, who is on the list": X.
  const from = Math.max(0, at.start - 160)
  const who = clause.grammar.whoPassive.exec(clause.shadow.slice(from, at.start))
  if (who) return [{ start: from + who.index, end: from + who.index + (who.groups?.['name']?.length ?? 0) }]
  return [{ start: clauseStart(clause, at.start), end: at.start }]
}

/** Where the clause that a place stands in begins. */
export function clauseStart({ shadow, grammar }: Clause, at: number): number {
  const before = shadow.slice(0, at)
  const last = [...before.matchAll(grammar.clause)].findLast(b => {
    const own = before.slice(b.index + b[0].length)
    // "X, which has done this, was listed": the clause is closed, and X is the subject again.
    const closed = grammar.thatClause.test(b[0]) && grammar.openThat.test(own) && grammar.closedThat.test(own)
    return grammar.clauseSubject.test(own) && !closed && !(grammar.relativePronoun.test(b[0]) && grammar.closedClause.test(own))
  })
  return last ? last.index + last[0].length : 0
}
