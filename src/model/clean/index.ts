import { storedDate } from '../dates.ts'
import type { Property } from '../ftm.ts'
import { cleanEmail, cleanPhone, cleanUrl } from './contact.ts'
import { cleanCountries } from './country.ts'
import { noteOnDates, readDates } from './date.ts'
import { cleanGender } from './gender.ts'
import { cleanIdentifier } from './identifier.ts'
import { cleanText, damageOf } from './text.ts'
import { cleanTopic } from './topic.ts'

export { cleanCountries, cleanCountry, countryName } from './country.ts'
export { type DateOrder, noteOnDates, readDates } from './date.ts'
export { cleanIdentifier, identifierKind } from './identifier.ts'
export { type NamePart, nameParts } from './name-parts.ts'
export { type Nationality, readNationality } from './nationality.ts'
export { cleanText, damageOf } from './text.ts'

/** A cleaned value (one, or several alternatives), perhaps with something to note about it; or what is wrong with it. */
export type Cleaned =
  | { readonly values: readonly string[]; readonly note?: { readonly code: string; readonly expected?: string } }
  | { readonly problem: { readonly code: string; readonly severity: 'flag' | 'note'; readonly expected?: string } }

const value = (v: string | undefined, code: string, expected: string): Cleaned =>
  v === undefined ? { problem: { code, severity: 'flag', expected } } : { values: [v] }

/**
 * The value of a property from its text, by the property's type; source and query side use the same function.
 *
 * @param text trimmed and not empty
 * @param country ISO code that helps to read phone and identifier
 */
export function clean(property: Pick<Property, 'name' | 'type' | 'format'>, text: string, country?: string): Cleaned {
  switch (property.type) {
    case 'date': {
      const dates = readDates(text)
      if (dates.length === 0)
        return { problem: { code: 'date.unreadable', severity: 'flag', expected: 'a date, a year or a range of years' } }
      const note = noteOnDates(text, dates)
      return { values: dates.map(storedDate), ...(note ? { note } : {}) }
    }
    case 'country': {
      const codes = cleanCountries(text)
      return codes.length > 0
        ? { values: codes }
        : { problem: { code: 'country.unknown', severity: 'flag', expected: 'a country name or ISO code' } }
    }
    case 'gender':
      return value(cleanGender(text), 'gender.unknown', 'male, female or other')
    case 'topic':
      return value(cleanTopic(text), 'topic.unknown', 'a FollowTheMoney topic')
    case 'identifier':
      return value(
        cleanIdentifier(property, text),
        'identifier.unreadable',
        `an identifier${property.format ? ` (${property.format})` : ''}`,
      )
    case 'phone':
      return value(cleanPhone(text, country), 'phone.unreadable', 'a telephone number')
    case 'email':
      return value(cleanEmail(text), 'email.unreadable', 'an e-mail address')
    case 'url':
      return value(cleanUrl(text), 'url.unreadable', 'a web address')
    default: {
      const cleaned = cleanText(text)
      const damage = damageOf(text)
      return cleaned !== undefined && damage ? { values: [cleaned], note: { code: damage } } : value(cleaned, 'text.empty', 'text')
    }
  }
}
