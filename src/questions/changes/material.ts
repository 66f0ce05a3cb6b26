import type { FieldChange } from '../../model/index.ts'
import { COSMETIC_PROPERTIES } from './material.tables.ts'

/**
 * True for a difference in what holds or in what screening sees: names, dates, countries, documents, status, programme.
 * The same letters and digits in another case, order or setting are cosmetic whatever the property.
 */
export const isMaterial = (field: FieldChange): boolean =>
  !COSMETIC_PROPERTIES.has(field.property) && lettersOf(field.was) !== lettersOf(field.is)

const lettersOf = (values: readonly string[]): string =>
  values
    .map(v => v.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
    .sort()
    .join(' ')
