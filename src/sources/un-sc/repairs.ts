import type { Leaf } from '../../intake/index.ts'
import table from './repairs.json' with { type: 'json' }

/** What is done with one exact text in one field: another property, or the value it stands for. */
export type Repair = { readonly property?: string; readonly value?: string; readonly reason: string }

const REPAIRS: Readonly<Record<string, Readonly<Record<string, Repair>>>> = table

/** The written correction of exactly this text in exactly this field; undefined for any other. */
export const repairOf = ({ field, text }: Leaf): Repair | undefined => {
  const known = REPAIRS[field]
  return known && Object.hasOwn(known, text) ? known[text] : undefined
}
