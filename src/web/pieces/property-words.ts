import { placeName } from '../ask/places.ts'
import type { Words } from '../language/en.ts'
import { storedDate } from '../language/words.ts'

/** Names of properties that their key does not tell well. */
const PROPERTIES: Readonly<Record<string, string>> = {
  alias: 'alias',
  weakAlias: 'weak alias',
  previousName: 'former name',
  birthDate: 'birth date',
  birthPlace: 'place of birth',
  birthCountry: 'country of birth',
  deathDate: 'date of death',
  idNumber: 'identity number',
  imoNumber: 'IMO number',
  mmsi: 'MMSI',
  leiCode: 'LEI',
  innCode: 'INN',
  ogrnCode: 'OGRN',
  swiftBic: 'SWIFT code',
  modifiedAt: 'modified on',
  createdAt: 'entered on',
  sourceUrl: 'link of the source',
  topics: 'subject',
  program: 'programme',
  programId: 'programme',
  notes: 'remarks',
  reference: 'number of the entry',
  'designation.from': 'day of the listing',
  'designation.to': 'day of the end',
  'designation.list': 'list',
  'designation.programme': 'programme',
  'designation.status': 'status',
  'designation.instruments': 'acts behind the listing',
  'designation.grounds': 'grounds',
}

/** A property's name in words: "modifiedAt" is "modified on", "passportNumber" is "passport number". */
export const propertyWords = (property: string): string =>
  PROPERTIES[property] ??
  property
    .replace('designation.', '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()

/** The same as a heading. */
export function propertyHead(property: string): string {
  const text = propertyWords(property)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const PLACES: ReadonlySet<string> = new Set([
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'flag',
  'birthCountry',
  'mainCountry',
  'pastFlags',
])
const TOPICS: Readonly<Record<string, string>> = {
  sanction: 'sanctioned',
  'sanction.linked': 'linked to a sanctioned party',
  'sanction.counter': 'counter-sanctioned',
  'crime.terror': 'terrorism',
  crime: 'crime',
  debarment: 'debarred',
  'export.control': 'export control',
  'role.pep': 'political office',
  wanted: 'wanted',
}
const isDate = (property: string) => /(^date|Date$|At$|\.from$|\.to$)/.test(property)

/** A value as a reader knows it: a country by its name, a date in words; every other as it is written. */
export function valueWords(property: string, value: string, words: Pick<Words, 'locale' | 'bound'>): string {
  if (PLACES.has(property) && /^[a-z]{2}(-[a-z]+)?$/.test(value)) return placeName(value, words.locale)
  if (isDate(property) && /^\d{4}/.test(value)) return storedDate(value, words)
  if (property === 'topics') return TOPICS[value] ?? value
  return value
}
