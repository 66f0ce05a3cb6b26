import { type Cursor, flag, type Leaf } from '../../intake/index.ts'
import { countryName } from '../../model/index.ts'
import {
  addAddress,
  addBirthPlace,
  addContacts,
  addCountries,
  addDates,
  addNationalities,
  addNote,
  addNumbers,
  type Draft,
  fits,
  isFiller,
} from '../printed/fill.ts'
import { valuesIn } from '../printed/split.ts'

/** What a designation says of a party besides names and listing: addresses, birth, papers, contacts, companies, ships. */
export function addFacts(draft: Draft, record: Cursor): void {
  const { party } = draft
  for (const address of record.children('address')) addLines(draft, address)
  for (const leaf of record.takeAll('dob')) addBirth(draft, leaf)
  for (const birth of record.children('birth')) addPlaces(draft, birth)
  for (const leaf of record.takeAll('nationality')) {
    for (const text of valuesIn(leaf.text)) addNationalities(draft, leaf, text, fits(party, 'nationality') ? 'nationality' : 'country')
  }
  for (const paper of record.children('passport')) addPaper(draft, paper, 'passportNumber')
  for (const paper of record.children('nationalId')) addPaper(draft, paper, 'idNumber')
  for (const kind of Object.keys(FACTS)) for (const leaf of record.takeAll(kind)) addFact(draft, kind, leaf)
}

/** Kinds of value with the property each is, or the word before a note. */
const FACTS: Readonly<Record<string, string>> = {
  title: 'title',
  position: 'position',
  gender: 'gender',
  phone: 'phone',
  email: 'email',
  website: 'website',
  entityType: 'legalForm',
  regNo: 'registrationNumber',
  parent: 'Parent company',
  subsidiary: 'Subsidiary',
  imo: 'imoNumber',
  owner: 'Owner or operator',
  previousOwner: 'Previous owner or operator',
  flag: 'flag',
  previousFlag: 'pastFlags',
  shipType: 'type',
  tonnage: 'tonnage',
  length: 'Length',
  yearBuilt: 'buildDate',
  hull: 'registrationNumber',
  wallet: 'Crypto wallet',
}

/** Adds one value of a kind. */
export function addFact(draft: Draft, kind: string, leaf: Leaf): void {
  const property = FACTS[kind] ?? kind
  const { party } = draft
  if (property === 'phone' || property === 'email' || property === 'website') return addContacts(draft, property, leaf)
  for (const text of valuesIn(leaf.text)) {
    if (isFiller(text)) continue
    if (/^[A-Z]/u.test(property) || !fits(party, property)) addNote(draft, leaf, text, /^[A-Z]/u.test(property) ? property : kind)
    else if (property === 'imoNumber') addNumbers(draft, property, leaf, text.replace(/^IMO\s*(?:number)?[:\s]*/iu, ''))
    else if (property === 'registrationNumber') addNumbers(draft, property, leaf, text)
    else if (property === 'flag' || property === 'pastFlags') addCountries(draft, property, leaf, text)
    else if (property === 'buildDate') addDates(draft, property, leaf, text)
    else party.add(property, text, leaf.field)
  }
}

// Unknown days and months are written `00`, `dd` and `mm`; a year with letters (`15/08/19yy`) is none.
function addBirth(draft: Draft, leaf: Leaf): void {
  const text = leaf.text.replace(/\b(?:dd|mm)\b/giu, '00')
  const monthAlone = text.replace(/^00\/(?=(?!00)\d\d\/)/u, '')
  const property = fits(draft.party, 'birthDate') ? 'birthDate' : fits(draft.party, 'incorporationDate') ? 'incorporationDate' : 'buildDate'
  for (const one of valuesIn(monthAlone)) addDates(draft, property, leaf, one)
}

function addLines(draft: Draft, address: Cursor): void {
  const lines = ['line1', 'line2', 'line3', 'line4', 'line5', 'line6', 'postcode']
    .flatMap(part => address.takeLeaf(part) ?? [])
    .filter(line => !isFiller(line.text))
  const country = address.takeLeaf('country')
  const texts = [...new Set(lines.map(line => line.text.replace(/[\s,]+$/u, '')))]
  const said = country && (country.text === 'NA' || !isFiller(country.text)) ? country : undefined
  const first = lines[0]
  const state = said && /^[A-Z]{2}$/u.test(said.text) ? countryName(said.text.toLowerCase()) : said?.text
  if (first) addAddress(draft, { field: first.field, text: [...texts, state ?? ''].filter(Boolean).join(', ') })
  if (said)
    for (const text of valuesIn(said.text)) addCountries(draft, 'country', said, text.replace(/\s*\((?:since|as at|as of)[^)]*\)$/iu, ''))
}

// Towns and countries are numbered in parallel: `(1) Tiaret (2) Mascara` with `(1)-(2) Algeria`.
function addPlaces(draft: Draft, birth: Cursor): void {
  const town = birth.takeLeaf('town')
  const country = birth.takeLeaf('country')
  const places = town ? valuesIn(town.text) : []
  const countries = country ? valuesIn(country.text) : []
  const paired = places.length === countries.length || countries.length === 1
  for (const [i, place] of places.entries()) {
    const where = paired ? (countries[i] ?? countries[0] ?? '') : ''
    if (town) addBirthPlace(draft, town, isFiller(place) ? where : [place, where].filter(Boolean).join(', '))
  }
  if (!country) return
  for (const text of countries) {
    if (fits(draft.party, 'birthCountry')) addCountries(draft, 'birthCountry', country, text)
    else addCountries(draft, 'country', country, text)
  }
}

function addPaper(draft: Draft, paper: Cursor, property: string): void {
  const number = paper.takeLeaf('number')
  const info = paper.takeLeaf('info')
  if (number && !isFiller(number.text)) {
    // A false paper is told and no number of the party.
    if (/\b(?:false|counterfeit|forged)\b/iu.test(`${number.text} ${info?.text ?? ''}`)) addNote(draft, number, number.text, 'Document')
    else for (const text of valuesIn(number.text)) addNumbers(draft, property, number, text)
  }
  if (info && !isFiller(info.text))
    addNote(
      draft,
      info,
      [number?.text ?? '', info.text].filter(Boolean).join(': '),
      property === 'passportNumber' ? 'Passport' : 'Identification',
    )
}

/** The schema a kind of party is. An unknown kind is flagged. */
export function schemaOfKind(record: Cursor, problems: Draft['problems']): string {
  const kind = record.takeLeaf('type')
  const known = { individual: 'Person', entity: 'Organization', ship: 'Vessel' }[kind?.text.toLowerCase() ?? '']
  if (!known) problems.push(flag('schema.unknown', kind?.field ?? 'type', kind?.text ?? '', 'Individual, Entity or Ship'))
  return known ?? 'LegalEntity'
}
