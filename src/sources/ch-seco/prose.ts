import type { Leaf } from '../../intake/index.ts'
import { addCountries, addDates, addNote, addNumbers, type Draft, fits } from '../printed/fill.ts'

const DATE = String.raw`((?:(?:circa|approximately)\s+)?(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+\p{L}+\s+\d{4}|\p{L}+\s+\d{4}|\d{4}s?))`

/** Facts that the list states in steady words: the property, and the wording with its value. */
const FACTS: readonly (readonly [string, RegExp])[] = [
  ['birthDate', new RegExp(String.raw`\bDate of birth\s*:\s*${DATE}`, 'giu')],
  ['gender', /\bGender\s*:\s*(male|female)\b/giu],
  ['flag', /\bFlag\s*:\s*(\p{Lu}[\p{L} ]+)/gu],
]
const NUMBERS: readonly (readonly [string, RegExp])[] = [
  ['imoNumber', /\bIMO(?:\s+number)?\s*[:.]?\s*(\d{7})\b/giu],
  ['taxNumber', /\b(?:INN|Tax(?:payer)? (?:ID|identification) ?(?:number|no\.?)?)\)?\s*[:.]?\s*(\d{10}(?:\d\d)?)\b/giu],
  ['ogrnCode', /\b(?:OGRN|PSRN)\)?\s*[:.]?\s*(\d{13}(?:\d\d)?)\b/giu],
  ['swiftBic', /\bSWIFT(?:\/BIC)?(?: code)?\s*[:.]?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/gu],
]
const FOUNDED = new RegExp(String.raw`\b(?:incorporation date|date of incorporation|founded on|established on)\s*:?\s*${DATE}`, 'iu')
const REGISTERED = new RegExp(String.raw`\bDate of registration\s*:\s*${DATE}`, 'iu')

/**
 * What other information says: the whole as a note, and the facts it states in steady words. Where a day of incorporation stands
 * beside one of registration, the body was founded on the first; the second stays in the note.
 */
export function addProse(draft: Draft, leaf: Leaf): void {
  const { party } = draft
  const { text } = leaf
  addNote(draft, leaf, text)
  for (const [property, wording] of FACTS) {
    if (!fits(party, property)) continue
    for (const [, value = ''] of text.matchAll(wording)) {
      if (property === 'birthDate') addDates(draft, property, leaf, value)
      else if (property === 'flag') addCountries(draft, property, leaf, value.trim())
      else party.add(property, value, leaf.field)
    }
  }
  for (const [property, wording] of NUMBERS) for (const [, value = ''] of text.matchAll(wording)) addNumbers(draft, property, leaf, value)
  const founded = FOUNDED.exec(text)?.[1] ?? REGISTERED.exec(text)?.[1]
  if (founded && fits(party, 'incorporationDate') && party.schema !== 'Person') addDates(draft, 'incorporationDate', leaf, founded)
}
