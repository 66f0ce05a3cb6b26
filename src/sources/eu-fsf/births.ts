import type { Cursor } from '../../intake/index.ts'
import { flag, note } from '../../intake/index.ts'
import { type PartialDate, partialDate, readDates, storedDate } from '../../model/index.ts'
import { addNote, type Draft, fits } from '../printed/fill.ts'
import { addCountry } from './countries.ts'

/**
 * Adds a birth: its date as precise as its parts, and its place. A date of the Islamic calendar becomes the Gregorian months it
 * may lie in, and is told.
 */
export function addBirth(draft: Draft, birth: Cursor): void {
  const { party, problems } = draft
  const remarks = birth.takeAll('remark')
  const field = birth.fieldOf('@birthdate')
  const { dates, text } = datesOf(birth)
  const property = fits(party, 'birthDate') ? 'birthDate' : fits(party, 'incorporationDate') ? 'incorporationDate' : 'notes'
  for (const date of dates) party.addClean(property, property === 'notes' ? `Date: ${text}` : storedDate(date), text, field)
  if (text !== '' && dates.length === 0) problems.push(flag('date.unreadable', field, text, 'a date'))
  if (/islamic/iu.test(text)) problems.push(note('date.other-calendar', field, text, 'a Gregorian date'))
  const place = ['@place', '@city', '@region', '@zipCode'].flatMap(path => birth.takeLeaf(path) ?? [])
  const country = addCountry(draft, birth, fits(party, 'birthCountry') ? 'birthCountry' : 'country')
  const where = [...place.map(leaf => leaf.text), country].filter(Boolean).join(', ')
  if (where !== '')
    party.add(fits(party, 'birthPlace') ? 'birthPlace' : 'notes', where, place[0]?.field ?? birth.fieldOf('@countryIso2Code'))
  for (const remark of remarks) addNote(draft, remark, remark.text, 'Birth')
}

function datesOf(birth: Cursor): { readonly dates: readonly PartialDate[]; readonly text: string } {
  const [whole, day, month, year, from, to] = ['@birthdate', '@dayOfMonth', '@monthOfYear', '@year', '@yearRangeFrom', '@yearRangeTo'].map(
    path => birth.take(path),
  )
  const calendar = birth.take('@calendarType')
  const circa = birth.take('@circa') === 'true'
  const plain = from && to ? `${from} to ${to}` : from || to || whole || [day, month, year].filter(Boolean).join('.')
  const text = `${circa ? 'circa ' : ''}${plain}${calendar === '' || calendar === 'GREGORIAN' || plain === '' ? '' : ` ${calendar.toLowerCase()}`}`
  if (plain === '') return { dates: [], text: '' }
  if (!['', 'GREGORIAN'].includes(calendar)) return { dates: calendar === 'ISLAMIC' ? readDates(text) : [], text }
  if (whole) return { dates: readDates(whole).map(date => ({ ...date, text, approximate: circa || date.approximate })), text }
  const exact = year ? partialDate(Number(year), month ? Number(month) : null, day && month ? Number(day) : null, text, circa) : undefined
  return { dates: exact ? [exact] : readDates(text), text }
}
