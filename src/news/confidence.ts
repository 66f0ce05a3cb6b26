import type { Actor } from './authority.ts'
import type { Statement } from './compose.ts'
import type { Target } from './target.ts'
import type { When } from './when.ts'

/** What confidence rests on. */
type Grounds = { readonly statement: Statement; readonly target: Target; readonly actor: Actor; readonly when: When }

/** How surely the authority follows from the words; from the development documents. */
const ACTOR: Readonly<Record<Actor['basis'], number>> = { owner: 1, agent: 1, subject: 0.97, place: 0.92, list: 0.92, context: 0.75 }

/**
 * How sure a claim is, 0 to 1: a product of how the party was recognised, how explicit the frame is, how near the authority
 * stands, and how the date is known. Bands: from 0.8 nearly always right, from 0.6 mostly, below doubtful.
 */
export function confidenceOf({ statement, target, actor, when }: Grounds): number {
  const linked = target.entity !== null ? 1 : target.code !== null ? 0.97 : target.kind === 'party' ? 0.95 : 0.88
  const said = target.anaphoric ? 0.75 : 1
  const frame = statement.node.explicit ? 0.97 : statement.node.kind === 'noun' ? 0.85 : 0.9
  const dated = when.basis === 'text' || when.basis === 'relative' ? 1 : when.basis === 'publication' ? 0.97 : 0.93
  return Math.round(linked * said * frame * dated * ACTOR[actor.basis] * 100) / 100
}
