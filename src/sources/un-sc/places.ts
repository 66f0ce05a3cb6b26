import { type Cursor, flag, type Leaf } from '../../intake/index.ts'
import { cleanCountries, cleanText, type PartyBuilder, type Problem, readNationality } from '../../model/index.ts'
import type { Draft } from './parse.ts'
import { repairOf } from './repairs.ts'

const PARTS = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'] as const
const FILLER = new Set(['na', 'n/a', '-', 'None', 'Unknown', 'unknown'])
/** Words before a country in the country field. */
const BEFORE = /^(?:operates\s+in|(?:reportedly\s+)?located\s+in|support\s+network\s+in|in\s+pris\w+\s+in|branch\s+office\s+\d+\s*:)\s+/iu
const PHONE =
  /(?:tel(?:ephone)?|phone|mobile|fax)\.?\s*(?:number|no\.?)?\s*:?\s*((?:\+?\d[\d\s()./-]{5,}\d)(?:\s*[,/]\s*\+?\d[\d\s().-]{5,}\d)*)/giu
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu

/**
 * The addresses of an entry with their countries; what a note says beside is kept as a note.
 *
 * @source UN consolidated list (XML), elements INDIVIDUAL_ADDRESS and ENTITY_ADDRESS
 */
export function parseAddresses({ record, party, problems }: Draft, path: 'INDIVIDUAL_ADDRESS' | 'ENTITY_ADDRESS'): void {
  for (const address of record.children(path)) {
    const place = takePlace(address)
    const said = address.takeLeaf('NOTE')
    if (place.parts.length > (place.country ? 1 : 0)) party.add('address', place.text, place.field)
    if (place.country) addCountry({ party, problems }, 'country', place.country)
    if (!said) continue
    addContacts(party, said)
    const country = place.parts.length === 0 ? countryAtEnd(said.text) : undefined
    if (country) {
      party.addClean('address', country.address, said.text, said.field)
      for (const code of country.codes) party.addClean('country', code, said.text, said.field)
    } else party.addClean('notes', place.text === '' ? said.text : `${place.text}: ${said.text}`, said.text, said.field)
  }
}

/** Adds the telephone numbers and e-mail addresses that stand in a text. */
export function addContacts(party: PartyBuilder, { text, field }: Leaf): void {
  for (const [, phones] of text.matchAll(PHONE)) {
    for (const phone of phones?.split(/\s*[,/]\s*(?=\+?\d)/) ?? [])
      if (phone.replace(/\D/g, '').length > 5) party.add('phone', phone, field)
  }
  for (const [email] of text.matchAll(EMAIL)) party.add('email', email, field)
}

/** Places of birth with their countries. */
export function parseBirthPlaces({ record, party, problems }: Draft): void {
  for (const birth of record.children('INDIVIDUAL_PLACE_OF_BIRTH')) {
    const place = takePlace(birth)
    const said = birth.takeLeaf('NOTE')
    if (place.parts.length > 0) party.add('birthPlace', place.text, place.field)
    if (place.country) addCountry({ party, problems }, 'birthCountry', place.country)
    if (!said) continue
    const text = said.text.replace(/^Place of Birth:\s*/iu, '').replace(/^\((.*)\)$/u, '$1')
    if (place.parts.length > 0) {
      party.addClean('notes', `Place of birth: ${text}`, said.text, said.field)
      continue
    }
    party.addClean('birthPlace', text, said.text, said.field)
    for (const code of countryAtEnd(text)?.codes ?? cleanCountries(text)) party.addClean('birthCountry', code, said.text, said.field)
  }
}

/**
 * Nationalities: present ones as such, former and possible ones as countries the party has to do with, told in a note.
 *
 * @source UN consolidated list (XML), elements NATIONALITY/VALUE and NATIONALITY2
 */
export function parseNationalities({ record, party, problems }: Draft): void {
  for (const leaf of [...record.takeAll('NATIONALITY/VALUE'), ...record.takeAll('NATIONALITY2')]) {
    if (FILLER.has(leaf.text.trim())) continue
    const read = readNationality(leaf.text)
    if (!read) {
      problems.push(flag('country.unknown', leaf.field, leaf.text, 'a nationality'))
      party.addClean('notes', `Nationality: ${leaf.text}`, leaf.text, leaf.field)
      continue
    }
    for (const code of read.present) party.addClean('nationality', code, leaf.text, leaf.field)
    for (const code of [...read.former, ...read.possible]) party.addClean('country', code, leaf.text, leaf.field)
    if (read.more) party.addClean('notes', `Nationality: ${leaf.text}`, leaf.text, leaf.field)
  }
}

type Place = { readonly parts: readonly Leaf[]; readonly country: Leaf | undefined; readonly text: string; readonly field: string }

function takePlace(cursor: Cursor): Place {
  const parts = PARTS.flatMap(path => {
    const leaf = cursor.takeLeaf(path)
    return leaf && !FILLER.has(leaf.text.trim()) ? [leaf] : []
  })
  const country = parts.find(part => part.field.endsWith('/COUNTRY'))
  const text = cleanText(parts.map(part => part.text.replace(/[\s,]+$/u, '')).join(', ')) ?? ''
  return { parts, country, text, field: parts.map(part => part.field).join(' ') }
}

function addCountry({ party, problems }: Pick<Draft, 'party'> & { problems: Problem[] }, property: string, leaf: Leaf): void {
  const repaired = repairOf(leaf)?.value
  const codes = repaired ? [repaired] : countriesIn(leaf.text)
  if (codes.length === 0) problems.push(flag('country.unknown', leaf.field, leaf.text, 'a country'))
  for (const code of codes) party.addClean(property, code, leaf.text, leaf.field)
}

// The country field sometimes holds a phrase around the country: `Libya (in custody)`, `Amman, Jordan`.
function countriesIn(text: string): readonly string[] {
  const whole = cleanCountries(text)
  if (whole.length > 0) return whole
  const plain = text
    .replace(/[\s,]*\([^)]*\)\s*$/u, '')
    .replace(BEFORE, '')
    .replace(/\s+border\s+(?:area|region)$/iu, '')
  const again = cleanCountries(plain)
  return again.length > 0 ? again : cleanCountries(plain.split(',').at(-1) ?? '')
}

// An address written as one text that ends with its country: the bracket after it is a remark.
function countryAtEnd(text: string): { readonly address: string; readonly codes: readonly string[] } | undefined {
  const address = text.replace(/\s*\([^()]*\)\s*$/u, '').replace(/[;.\s]+$/u, '')
  const [before, ...rest] = address.replace(/\s*[;,]\s*(?:tel|phone|mobile|fax)\b.*$/iu, '').split(/,\s*/u)
  const codes = rest.length > 0 && before ? cleanCountries(rest.at(-1) ?? '') : []
  return codes.length > 0 ? { address, codes } : undefined
}
