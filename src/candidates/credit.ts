import type { Token } from '../names/index.ts'
import { MAX_PATTERN, osaDistance, type Pattern, patternOf } from './distance.ts'
import { respelled } from './keys.ts'
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
  const { columns } = index
  const start = columns.tokenCharsStarts[id] as number
  const end = columns.tokenCharsStarts[id + 1] as number
  const spelled = spelledAlike(query.text, columns.tokenChars, start, end)
  if (spelled === 1) return 1
  if (query.token.symbol !== '' && query.token.symbol === index.string(columns.tokenSymbol[id] as number)) return 0.9
  if (query.token.kind === 'number') return 0
  const from = columns.skeletonCharsStarts[id] as number
  const to = columns.skeletonCharsStarts[id + 1] as number
  if (spelled >= 0.85) return spelled
  if (query.respelled === columns.tokenRespelled[id] && query.token.text.length >= 4) return 0.85
  if (spelled >= 0.75) return spelled
  const sound = soundsAlike(query, columns, start, end, from, to)
  return spelled > 0 && sound >= 0.75 ? 0.85 : Math.max(spelled, sound)
}

function spelledAlike(pattern: Pattern, chars: Uint8Array, start: number, end: number): number {
  const length = end - start
  const longer = Math.max(pattern.length, length)
  if (longer > MAX_PATTERN) return 0
  const most = longer >= 8 ? 2 : longer >= 3 ? 1 : 0
  if (Math.abs(pattern.length - length) > most) return 0
  const edits = osaDistance(pattern, chars, start, end)
  if (edits === 0) return 1
  if (edits > most) return 0
  if (edits === 2) return 0.65
  return longer >= 6 ? 0.85 : longer >= 4 ? 0.75 : 0.55
}

// Two consonants are shared by unlike words: those must be near in letters too, as all must that are written in one script.
function soundsAlike(
  { skeleton, text }: Prepared,
  columns: CandidateIndex['columns'],
  start: number,
  end: number,
  from: number,
  to: number,
): number {
  const length = to - from
  if (length < 2 || skeleton.length < 2 || Math.abs(skeleton.length - length) > 1) return 0
  const edits = osaDistance(skeleton, columns.skeletonChars, from, to)
  if (edits > 1 || (edits === 1 && Math.min(length, skeleton.length) < 5)) return 0
  const letters = osaDistance(text, columns.tokenChars, start, end)
  if (length === 2 && letters > 2) return 0
  if (letters * 2 > Math.max(text.length, end - start) + 2) return 0
  return edits === 1 ? 0.5 : length === 2 ? 0.6 : 0.75
}
