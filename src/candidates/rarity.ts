import type { TokenKind } from '../names/index.ts'

/** How rare something is that `count` of `names` names hold: 1 for once, 0 for all. */
export function rarityOf(count: number, names: number): number {
  if (count <= 1 || names <= 1) return 1
  return Math.max(0, 1 - Math.log(count) / Math.log(Math.max(names, 1000)))
}

// A title, legal form or stop word finds nobody by itself; particles, sector and place words help a little.
const KIND_WEIGHT: Readonly<Record<TokenKind, number>> = {
  word: 1,
  initial: 0.15,
  number: 0.5,
  particle: 0.15,
  title: 0.1,
  'legal-form': 0.1,
  sector: 0.5,
  place: 0.6,
  stop: 0.05,
}

/** What a token weighs in the search: its rarity and its kind. Never nothing, so that a name of common words is found too. */
export const searchWeight = (kind: TokenKind, rarity: number): number => KIND_WEIGHT[kind] * (0.15 + 0.85 * rarity)
