import { type Cursor, flag, note } from '../../intake/index.ts'
import { cleanCountry, partialDate, storedDate } from '../../model/index.ts'
import { addAddress, addBirthPlace, addCountries, addNote, addNumbers, type Draft, fits } from '../printed/fill.ts'
import { addNames } from './names.ts'

/** Adds everything of one identity: names, birth, nationality, addresses and papers. */
export function addIdentity(draft: Draft, identity: Cursor): void {
  const main = identity.take('@main') !== 'false'
  addNames(draft, identity, main)
  for (const date of identity.children('day-month-year')) addDate(draft, date)
  for (const nationality of identity.children('nationality'))
    addCountryOf(draft, nationality, fits(draft.party, 'nationality') ? 'nationality' : 'country')
  for (const birth of identity.children('place-of-birth')) addPlaceOfBirth(draft, birth)
  for (const address of identity.children('address')) addAddressOf(draft, address)
  for (const paper of identity.children('identification-document')) addPaper(draft, paper)
}

function addDate({ party, problems }: Draft, date: Cursor): void {
  const field = date.fieldOf('@year')
  const [day, month, year, calendar, quality] = ['@day', '@month', '@year', '@calendar', '@quality'].map(path => date.take(path))
  if (!['', 'Gregorian'].includes(calendar ?? ''))
    problems.push(flag('date.other-calendar', date.fieldOf('@calendar'), calendar ?? '', 'Gregorian'))
  const text = [day, month, year].filter(Boolean).join('.')
  if (!year) {
    problems.push(note('date.no-year', field, text, 'a year'))
    party.addClean('notes', `Day and month of birth: ${text}`, text, field)
    return
  }
  const found = partialDate(
    Number(year),
    month ? Number(month) : null,
    day && month ? Number(day) : null,
    text,
    quality !== '' && quality !== 'good',
  )
  const property = fits(party, 'birthDate') ? 'birthDate' : fits(party, 'incorporationDate') ? 'incorporationDate' : 'buildDate'
  if (!found || !['', 'Gregorian'].includes(calendar ?? '')) problems.push(flag('date.unreadable', field, text, 'a date'))
  else party.addClean(property, storedDate(found), text, field)
}

// Countries come with a code and their English name.
function addCountryOf(draft: Draft, place: Cursor, property: string | null): string {
  const code = place.takeLeaf('country/@iso-code')
  const name = place.takeLeaf('country')
  const known = cleanCountry(code?.text ?? '') ?? cleanCountry(name?.text ?? '')
  const leaf = name ?? code
  if (property === null || !leaf) return name?.text ?? code?.text ?? ''
  if (known) draft.party.addClean(property, known, leaf.text, leaf.field)
  else addCountries(draft, property, leaf)
  return leaf.text
}

function placeOf(draft: Draft, owner: Cursor, property: string): { readonly text: string; readonly country: string } {
  const own = lineOf(owner)
  const country = addCountryOf(draft, owner, property)
  let framed = { text: '', country: '' }
  for (const place of owner.children('place')) framed = { text: lineOf(place), country: addCountryOf(draft, place, property) }
  return { text: [own, own.includes(framed.text) ? '' : framed.text].filter(Boolean).join(', '), country: country || framed.country }
}

const lineOf = (place: Cursor) =>
  ['c-o', 'address-details', 'p-o-box', 'zip-code', 'location', 'area']
    .map(path => (path === 'p-o-box' ? place.take(path).replace(/^(?=\d)/u, 'P.O. Box ') : place.take(path)))
    .filter(Boolean)
    .join(', ')

function addPlaceOfBirth(draft: Draft, birth: Cursor): void {
  const { text, country } = placeOf(draft, birth, fits(draft.party, 'birthCountry') ? 'birthCountry' : 'country')
  const whole = [text, country].filter(Boolean).join(', ')
  if (text !== '') addBirthPlace(draft, { field: birth.fieldOf('place/location'), text: whole })
  for (const leaf of [...birth.takeAll('remarks'), ...birth.takeAll('@quality')])
    if (leaf.text !== 'good') addNote(draft, leaf, `${whole}: ${leaf.text}`, 'Place of birth')
}

function addAddressOf(draft: Draft, address: Cursor): void {
  const { text, country } = placeOf(draft, address, 'country')
  const whole = [text, country].filter(Boolean).join(', ')
  const field = address.fieldOf('address-details')
  if (text !== '') addAddress(draft, { field, text: whole })
  for (const leaf of [...address.takeAll('remarks'), ...address.takeAll('@quality')])
    if (leaf.text !== 'good') addNote(draft, leaf, whole === '' ? leaf.text : `${whole}: ${leaf.text}`, 'Address')
}

const PAPERS: Readonly<Record<string, string>> = {
  passport: 'passportNumber',
  'diplomatic-passport': 'passportNumber',
  'travel-document': 'passportNumber',
  'id-card': 'idNumber',
  'residence-permit': 'idNumber',
  'driving-license': 'idNumber',
  other: 'idNumber',
}

function addPaper(draft: Draft, paper: Cursor): void {
  const type = paper.takeLeaf('@document-type')
  const property = PAPERS[type?.text ?? '']
  if (!property) draft.problems.push(flag('identifier.type-unknown', paper.fieldOf('@document-type'), type?.text ?? '', 'a known type'))
  const number = paper.takeLeaf('number')
  const issuer = [paper.take('issuer'), paper.take('issuer/@code')].find(text => text !== '') ?? ''
  const facts = [
    issuer === '' ? '' : `issued by ${issuer}`,
    ...(
      [
        ['date-of-issue', 'issued on'],
        ['expiry-date', 'expires on'],
        ['remark', ''],
      ] as const
    ).map(([path, words]) => {
      const text = paper.take(path)
      return text === '' ? '' : `${words} ${text}`.trim()
    }),
  ].filter(Boolean)
  if (number) addNumbers(draft, property ?? 'idNumber', number)
  const leaf = number ?? type
  if (leaf && facts.length > 0) addNote(draft, leaf, `${type?.text ?? 'document'} ${number?.text ?? ''}: ${facts.join(', ')}`)
}
