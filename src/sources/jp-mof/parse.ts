import { Cursor, flag, note } from '../../intake/index.ts'
import {
  cleanCountry,
  isA,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Reference,
  readNationality,
  storedDate,
} from '../../model/index.ts'
import { itemsIn } from '../rows/items.ts'
import { designate, type Programme, type Programmes, readingOf } from '../rows/reading.ts'
import { NOTHING } from './columns.tables.ts'
import table from './programmes.json' with { type: 'json' }
import { japaneseDates, namesIn, noticesIn } from './words.ts'

const PROGRAMMES = table as Programmes & Readonly<Record<string, Programme & { readonly kind?: string }>>

type Draft = { readonly party: PartyBuilder; readonly record: Cursor; readonly problems: Problem[] }

/** The reading of one notice number: a party, or what is left of a removed one: its number and the day of removal. */
export function parseFrozen(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const programme = record.takeLeaf('programme')
  const draft: Draft = { party: partyBuilder(`jp-mof:${raw.key}`, schemaOf(record, programme?.text ?? '')), record, problems: [] }
  const { party, problems } = draft
  for (const [path, property] of NAMES) addNames(draft, path, property)
  addBirth(draft)
  addNationality(draft)
  addNumbers(draft)
  addPlaces(draft)
  for (const [path, words] of NOTES) {
    const leaf = record.takeLeaf(path)
    if (leaf && !NOTHING.has(leaf.text)) party.addClean('notes', words === '' ? leaf.text : `${words}: ${leaf.text}`, leaf.text, leaf.field)
  }
  record.skip('number')
  const notice = record.takeLeaf('notice')
  const { listed, changed, removed, unread } = noticesIn(notice?.text ?? '')
  for (const text of unread) if (text !== '') problems.push(flag('date.unreadable', 'notice', text, '2001.9.22, 改訂 or 削除'))
  for (const date of changed) party.addClean('modifiedAt', storedDate(date), date.text, 'notice')
  if (removed && notice) party.add('notes', notice.text, notice.field)
  const { designation, problems: unknown } = designate(party, [PROGRAMMES, programme?.text ?? '', 'jp-mof'], {
    field: 'notice',
    status: removed ? 'delisted' : 'listed',
    ...(listed ? { from: listed } : {}),
    ...(removed ? { to: removed } : {}),
  })
  return readingOf(raw.key, record, [party], {
    designations: [designation],
    references: referencesOf(draft),
    problems: [...problems, ...unknown],
  })
}

// A sheet is of persons, of bodies, or of both; then what only persons have tells.
function schemaOf(record: Cursor, programme: string): string {
  const kind = PROGRAMMES[programme]?.kind
  if (kind === 'person') return 'Person'
  if (kind === 'body') return 'Organization'
  return ['birthDate', 'birthPlace', 'nationality', 'passport', 'title'].some(path => record.peek(path) !== '') ? 'Person' : 'LegalEntity'
}

const NAMES: readonly (readonly [string, 'name' | 'alias' | 'weakAlias' | 'previousName'])[] = [
  ['nameLatin', 'name'],
  ['nameJapanese', 'name'],
  ['alias', 'alias'],
  ['weakAlias', 'weakAlias'],
  ['formerName', 'previousName'],
]
const NOTES: readonly (readonly [string, string])[] = [
  ['title', ''],
  ['position', ''],
  ['grounds', ''],
  ['information', ''],
  ['unDate', 'Designated by the United Nations'],
  ['fax', 'Fax'],
]

function addNames({ party, record }: Draft, path: string, property: 'name' | 'alias' | 'weakAlias' | 'previousName'): void {
  const leaf = record.takeLeaf(path)
  if (!leaf) return
  const { names, notes } = namesIn(leaf.text)
  for (const { text, lang } of names) party.add(property, text, leaf.field, lang ? { lang } : {})
  for (const text of notes) party.add('notes', text, leaf.field)
}

function addBirth({ party, record, problems }: Draft): void {
  const property = isA(party.schema, 'Person') ? 'birthDate' : 'incorporationDate'
  const leaf = record.takeLeaf('birthDate')
  if (leaf && !NOTHING.has(leaf.text)) {
    const { dates, notes, unread, oddities } = japaneseDates(leaf.text)
    for (const { code, expected } of oddities) problems.push(note(code, leaf.field, leaf.text, expected))
    for (const date of dates) party.addClean(property, storedDate(date), leaf.text, leaf.field)
    for (const text of unread) problems.push(flag('date.unreadable', leaf.field, text, 'YYYY年M月D日'))
    if (notes.length > 0 || unread.length > 0) party.add('notes', leaf.text, leaf.field)
  }
  // One sheet has day and place in one cell, in both languages.
  const birth = record.takeLeaf('birth')
  if (birth) {
    const day = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/u.exec(birth.text)?.[0]
    for (const date of day ? japaneseDates(day).dates : []) party.addClean(property, storedDate(date), birth.text, birth.field)
    party.add('notes', birth.text, birth.field)
  }
  const place = record.takeLeaf('birthPlace')
  if (!place || NOTHING.has(place.text)) return
  for (const text of itemsIn(place.text)) {
    party.add(isA(party.schema, 'Person') ? 'birthPlace' : 'address', text, place.field)
    const country = stateIn(text)
    if (country) party.addClean(isA(party.schema, 'Person') ? 'birthCountry' : 'country', country, text, place.field)
  }
}

// The State stands after the last comma, before the first Japanese one, or in brackets.
const stateIn = (text: string): string | undefined =>
  [text, text.slice(text.lastIndexOf(',') + 1), text.split('、')[0] ?? '', /\(([^()]+)\)\s*$/u.exec(text)?.[1] ?? '']
    .map(part => (part.trim() === '' ? undefined : cleanCountry(part.trim())))
    .find(code => code !== undefined)

function addNationality({ party, record, problems }: Draft): void {
  const leaf = record.takeLeaf('nationality')
  if (!leaf || NOTHING.has(leaf.text)) return
  const property = isA(party.schema, 'Person') ? 'nationality' : 'country'
  for (const item of itemsIn(leaf.text).flatMap(text => text.split(/[、\n]|又は/u))) {
    const text = item.replace(/\([^)]*\)\s*$/u, '').trim()
    if (text === '') continue
    const found = readNationality(text)
    const ended = /まで\)/u.test(item)
    if (!found || found.present.length === 0) {
      problems.push(flag('country.unknown', leaf.field, item, 'a State'))
      party.add('notes', item, leaf.field)
    } else for (const code of found.present) party.addClean(ended ? 'country' : property, code, item, leaf.field)
    if (text !== item) party.add('notes', item, leaf.field)
  }
}

function addNumbers({ party, record, problems }: Draft): void {
  for (const [path, property] of [
    ['passport', 'passportNumber'],
    ['idNumber', 'idNumber'],
  ] as const) {
    const leaf = record.takeLeaf(path)
    if (!leaf || NOTHING.has(leaf.text)) continue
    party.add('notes', leaf.text, leaf.field)
    for (const item of itemsIn(leaf.text.normalize('NFKC')).flatMap(text => text.split('\n'))) {
      const number = numberIn(item)
      const fits = isA(party.schema, 'Person') ? property : 'idNumber'
      if (number) party.add(fits, number, leaf.field)
      else if (/\d/.test(item)) problems.push(note('identifier.unreadable', leaf.field, item, 'a number'))
    }
  }
}

/** The number in `アフガニスタン旅券 D 000769（1997年2月2日発行）` or `199421147、旅券失効日：2014年12月29日`; undefined where there is none. */
export function numberIn(text: string): string | undefined {
  const bare = text
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/(?:旅券)?(?:発行日|失効日|有効期限)[^、;]*/gu, ' ')
    .replace(/\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[^、]*/gu, ' ')
  return /(?:[A-Z]{1,3}[-\s]?)?\d[\dA-Z./-]{3,}(?:\s\d{3,})*/u.exec(bare)?.[0]?.replace(/\s+/g, ' ').trim()
}

function addPlaces({ party, record }: Draft): void {
  const address = record.takeLeaf('address')
  if (address && !NOTHING.has(address.text)) {
    for (const text of itemsIn(address.text)) {
      party.add('address', text, address.field)
      const country = stateIn(text.replace(/[\s.]+$/u, ''))
      if (country) party.addClean('country', country, text, address.field)
    }
  }
  const phone = record.takeLeaf('phone')
  for (const text of phone && !NOTHING.has(phone.text) ? phone.text.split(/[,、/\n]/u) : []) party.add('phone', text, 'phone')
}

function referencesOf({ party, record }: Draft): readonly Reference[] {
  const leaf = record.takeLeaf('unReference')
  return leaf && !NOTHING.has(leaf.text)
    ? itemsIn(leaf.text).map(value => ({ party: party.id, scheme: 'un', value: value.replace(/\.$/, ''), field: leaf.field }))
    : []
}
