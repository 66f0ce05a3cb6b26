import type { Actor } from './actor.ts'
import type { Statement } from './compose.ts'
import type { Target } from './target.ts'
import type { Factuality } from './types.ts'
import type { When } from './when.ts'

/** What confidence rests on. */
type Grounds = {
  readonly statement: Statement
  readonly target: Target
  readonly actor: Actor
  readonly when: When
  /** True for an item of a digest: its sentences say what they say in full. */
  readonly digest: boolean
}

/** How surely the authority follows from the words. */
const ACTOR: Readonly<Record<Actor['basis'], number>> = { owner: 1, agent: 1, subject: 0.97, place: 0.92, list: 0.92, context: 0.75 }

/** What is asked for, planned or refused is misread more often than what is done: 0.43, 0.57 and 0.38 right against 0.74. */
const SAID: Readonly<Record<Factuality, number>> = {
  done: 1,
  considered: 1,
  conditional: 0.95,
  planned: 0.93,
  requested: 0.85,
  denied: 0.82,
}

/** Running prose against items of a digest: 0.6 against 0.75 right. */
const PROSE = 0.95

/** From here a claim is in the high band, and from the next in the middle one; `docs/news.md` says what they mean. */
export const [HIGH, MIDDLE] = [0.8, 0.65] as const

/**
 * How sure a claim is, 0 to 1: a product of how the party was recognised, how explicit the frame is, how near the authority stands, how the date is
 * known, and what is said of the act. The figures beside the factors were counted on documents that the rules had not seen; a band is right more
 * often than the one below it (`bench/RESULTS.md`).
 */
export function confidenceOf({ statement, target, actor, when, digest }: Grounds): number {
  const linked = target.entity !== null ? 1 : target.code !== null ? 0.97 : target.kind === 'party' ? 0.95 : 0.88
  const said = (target.anaphoric ? 0.75 : 1) * SAID[statement.factuality] * (digest ? 1 : PROSE)
  const frame = statement.node.explicit ? 0.97 : statement.node.kind === 'noun' ? 0.85 : 0.9
  const dated = when.basis === 'text' || when.basis === 'relative' ? 1 : when.basis === 'publication' ? 0.97 : 0.93
  return Math.round(linked * said * frame * dated * ACTOR[actor.basis] * 100) / 100
}
