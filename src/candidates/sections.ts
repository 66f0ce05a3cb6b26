import type { NameKind, NameRole, TokenKind } from '../names/index.ts'
import type { IndexRecord, NameStanding } from './types.ts'

/** The end of an interval that is still open, in 32 bits: 2106-02-07, which no publication reaches. */
export const FOREVER = 0xffffffff

/** Parts the readings of one name in its token list. */
export const NEXT_READING = 0xffffffff

/** Numbers of kinds, roles and standings in the index: a new one goes to the end. */
export const KINDS: readonly NameKind[] = ['person', 'organisation', 'vessel', 'unknown']
export const ROLES: readonly NameRole[] = ['any', 'given', 'middle', 'patronymic', 'family']
export const TOKEN_KINDS: readonly TokenKind[] = ['word', 'initial', 'number', 'particle', 'title', 'legal-form', 'sector', 'place', 'stop']
export const STANDINGS: readonly NameStanding[] = ['name', 'alias', 'weak-alias', 'former']

/** The list-valued fields a record keeps; the place is the number (three bits) beside each value. */
export const FIELDS = ['identifiers', 'dates', 'countries', 'genders', 'addresses'] as const satisfies readonly (keyof IndexRecord)[]
