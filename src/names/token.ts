import { skeletonOf } from './skeleton.ts'
import type { Token, TokenKind } from './types.ts'

/** What a token is made from; the rest of it follows. */
export type TokenParts = {
  readonly text: string
  readonly kind: TokenKind
  readonly symbol: string
  readonly script: string
  readonly original: string
}

const kept = new Map<string, Token>()
const MAX_KEPT = 300_000

/** The one token with these parts: equal parts give the same object, so that an index can keep the parts and rebuild the token. */
export function tokenOf(parts: TokenParts): Token {
  const key = `${parts.text}|${parts.kind}|${parts.symbol}|${parts.script}|${parts.original}`
  const found = kept.get(key)
  if (found) return found
  if (kept.size >= MAX_KEPT) kept.clear()
  const token: Token = { ...parts, skeleton: parts.kind === 'number' ? '' : skeletonOf(parts.text) }
  kept.set(key, token)
  return token
}
