import type { Token } from '../names/index.ts'
import type { CardReader } from './cards.ts'
import { MAX_PATTERN, osaDistance, type Pattern, patternOf } from './distance.ts'
import { RESPELLED_LENGTH, respelled, SMALL_WORD } from './keys.ts'
import type { CandidateIndex } from './open.ts'

/** A query token made ready for comparison with the tokens of an index. */
export type Prepared = { readonly token: Token; readonly text: Pattern; readonly skeleton: Pattern; readonly respelled: number }

/** Prepares a token. */
export const prepared = (token: Token): Prepared => ({
  token,
  text: patternOf(token.text),
  skeleton: patternOf(token.skeleton),
  respelled: respelled(token.text),
})

/**
 * How much of a query token's weight a listed token earns in the search: 1 for the same letters, less for one or two
 * typing errors, one sound or one meaning, 0 for anything further. It only decides what is scored, never the score.
 */
export function creditOf(query: Prepared, index: CandidateIndex, id: number): number {
  const { cards } = index
  const letters = distanceTo(query.text, cards, id)
  const longer = Math.max(query.text.length, cards.textLength(id))
  const spelled = spelledAlike(letters, longer)
  if (spelled === 1) return 1
  const { symbol, kind, text } = query.token
  if (symbol !== '' && symbol === index.string(index.columns.tokenSymbol[id] as number)) return 0.9
  if (kind === 'number' || (cards.small(id) && cards.textLength(id) < SMALL_WORD)) return 0
  if (spelled >= 0.85) return spelled
  if (text.length >= RESPELLED_LENGTH && query.respelled === cards.respelled(id)) return 0.85
  if (spelled >= 0.75) return spelled
  const sound = letters * 2 > longer + 2 ? 0 : soundsAlike(query.skeleton, cards, id, letters)
  return spelled > 0 && sound >= 0.75 ? 0.85 : Math.max(spelled, sound)
}

function distanceTo(pattern: Pattern, cards: CardReader, id: number): number {
  const { bytes, start, end } = cards.text(id)
  return osaDistance(pattern, bytes, start, end)
}

function spelledAlike(edits: number, longer: number): number {
  if (edits === 0) return 1
  if (longer > MAX_PATTERN || edits > (longer >= 8 ? 2 : longer >= 3 ? 1 : 0)) return 0
  if (edits === 2) return 0.65
  return longer >= 6 ? 0.85 : longer >= 4 ? 0.75 : 0.55
}

// Two consonants are shared by unlike words: those must be near in letters too.
function soundsAlike(skeleton: Pattern, cards: CardReader, id: number, letters: number): number {
  const length = cards.skeletonLength(id)
  if (length < 2 || skeleton.length < 2 || Math.abs(skeleton.length - length) > 1) return 0
  const listed = cards.skeleton(id)
  const edits = osaDistance(skeleton, listed.bytes, listed.start, listed.end)
  if (edits === 0) return length >= 3 ? 0.75 : letters <= 2 ? 0.6 : 0
  return edits === 1 && Math.min(length, skeleton.length) >= 5 ? 0.5 : 0
}
