import type { LinkKind } from './types.ts'

/** The kinds of links by number. */
export const LINK_KINDS = [
  'contradicted',
  'same',
  'edits',
  'sound',
  'script',
  'initial',
  'nickname',
  'number',
  'legal-form',
  'symbol',
  'joined',
  'missing',
  'extra',
] as const satisfies readonly LinkKind[]

/** The number of each kind of link. */
export const LINK = Object.fromEntries(LINK_KINDS.map((kind, i) => [kind, i])) as Readonly<Record<LinkKind, number>>
