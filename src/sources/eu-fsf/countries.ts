import type { Cursor } from '../../intake/index.ts'
import { cleanCountry } from '../../model/index.ts'
import { addCountries, type Draft } from '../printed/fill.ts'

/** Codes that ISO has given up. */
const FORMER_STATES: Readonly<Record<string, string>> = { CS: 'csxx', SCG: 'csxx', YU: 'yucs', YUG: 'yucs', SU: 'suhh', SUN: 'suhh' }

/**
 * Adds the country of a part by its ISO code under a property; `00` stands for none. Without a property it is only read.
 *
 * @returns the country as the file writes it; empty for none
 */
export function addCountry(draft: Draft, part: Cursor, property: string | null): string {
  const code = part.takeLeaf('@countryIso2Code')
  const name = part.takeLeaf('@countryDescription')
  if (!code || code.text === '00' || /^unknown$/iu.test(code.text)) return ''
  const known = FORMER_STATES[code.text] ?? cleanCountry(code.text) ?? cleanCountry(name?.text ?? '')
  if (property === null) return name?.text ?? code.text
  if (known) draft.party.addClean(property, known, [code.text, name?.text].filter(Boolean).join(' '), code.field)
  else addCountries(draft, property, code)
  return name?.text ?? code.text
}
