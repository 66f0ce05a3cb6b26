import type { NameKind, NameRole, TokenKind } from '../names/index.ts'
import type { IndexRecord, NameStanding } from './types.ts'

/** The end of an interval that is still open, in 32 bits: 2106-02-07, which no publication reaches. */
export const FOREVER = 0xffffffff

/** Parts the readings of one name in its token list. */
export const NEXT_READING = 0xffffffff

const ROLE_SHIFT = 28

/** A token of a name with its role, in one word. */
export const slotOf = (token: number, role: number): number => ((role << ROLE_SHIFT) | token) >>> 0

/** The token of a word made by `slotOf`. */
export const tokenIn = (slot: number): number => slot & ((1 << ROLE_SHIFT) - 1)

/** The role of a word made by `slotOf`. */
export const roleIn = (slot: number): number => slot >>> ROLE_SHIFT

const NAME_BITS = 24
const WEIGHT_STEPS = 24

/** The most names an index can hold. */
export const MAX_NAMES = 2 ** NAME_BITS

/** What a name weighs, in one byte: so fine that the order of candidates does not suffer, so small that it travels with each posting. */
export const weightByte = (weight: number): number => Math.min(255, Math.round(weight * WEIGHT_STEPS))

/** A name with its weight, in one word. */
export const postingOf = (name: number, weight: number): number => ((weight << NAME_BITS) | name) >>> 0

/** The name of a posting. */
export const nameIn = (posting: number): number => posting & (MAX_NAMES - 1)

/** The weight of the name of a posting. */
export const weightIn = (posting: number): number => (posting >>> NAME_BITS) / WEIGHT_STEPS

/** The last posting, in their order, of a name that weighs no more than `weight`; below 0 where none weighs so little. */
export const lastPostingOf = (weight: number): number =>
  weight < 0 ? -1 : Math.min(255, Math.floor(weight * WEIGHT_STEPS)) * 2 ** NAME_BITS + (MAX_NAMES - 1)

/** A record's id without the source that its class names; one of another form is kept whole. */
export const shortId = (record: string, source: string): string => (record.startsWith(`${source}:`) ? record.slice(source.length) : record)

/** The id of a record again. */
export const wholeId = (short: string, source: string): string => (short.startsWith(':') ? source + short : short)

/** A name of a row with its standing, in one word. */
export const entryOf = (name: number, standing: number): number => ((standing << NAME_BITS) | name) >>> 0

/** The standing in a word made by `entryOf`; its name is `nameIn`. */
export const standingIn = (entry: number): number => entry >>> NAME_BITS

/** Numbers of kinds, roles and standings in the index: a new one goes to the end. */
export const KINDS: readonly NameKind[] = ['person', 'organisation', 'vessel', 'unknown']
export const ROLES: readonly NameRole[] = ['any', 'given', 'middle', 'patronymic', 'family']
export const TOKEN_KINDS: readonly TokenKind[] = ['word', 'initial', 'number', 'particle', 'title', 'legal-form', 'sector', 'place', 'stop']
export const STANDINGS: readonly NameStanding[] = ['name', 'alias', 'weak-alias', 'former']

/** The list-valued fields a record keeps; the place is the number (three bits) beside each value. */
export const FIELDS = ['identifiers', 'dates', 'countries', 'genders', 'addresses'] as const satisfies readonly (keyof IndexRecord)[]
