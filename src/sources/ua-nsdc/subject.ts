import { Cursor, flag } from '../../intake/index.ts'
import {
  type Designation,
  type PartialDate,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  readDates,
  storedDate,
} from '../../model/index.ts'
import { place, type Rule, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import programmes from './programmes.json' with { type: 'json' }
import { AREAS, ATTRIBUTES, MONTHS, NUMBERS } from './words.tables.ts'

const whole = (property: string): Rule => values(property, text => [text])

/** The reading of one subject, with its measures where they are told. */
export function parseSubject(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const person = record.take('kind') === 'person'
  const party = partyBuilder(`ua-nsdc:${raw.key}`, person ? 'Person' : 'Organization')
  const problems: Problem[] = []
  addNames(party, record)
  for (const [path, property] of [
    ['bd', person ? 'birthDate' : 'incorporationDate'],
    ['dd', person ? 'deathDate' : 'dissolutionDate'],
  ] as const)
    for (const leaf of record.takeAll(path)) datesOf(property)(party, leaf, problems)
  for (const leaf of record.takeAll('citizenships')) {
    if (AREAS.has(leaf.text)) party.addClean('notes', `Area of Ukraine: ${leaf.text}`, leaf.text, leaf.field)
    else party.add(person ? 'nationality' : 'country', leaf.text, leaf.field)
  }
  addNumbers(party, record, problems)
  for (const attribute of record.children('attributes')) addAttribute(party, attribute, problems)
  const { designation, problems: unknown } = designate(
    party,
    [programmes, 'Закон України «Про санкції»', 'ua-nsdc'],
    listing(record, problems),
  )
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// `ВИГАДАНИЙ Зразок (ВЫМЫШЛЕННЫЙ Образец, Vyhadanyi Zrazok)`: Ukrainian, then Russian and Latin in either order. A comma parts
// them only where the script changes.
function addNames(party: PartyBuilder, record: Cursor): void {
  const name = record.takeLeaf('name')
  if (name) {
    const [, own = name.text, others = ''] = /^(.*?\S)\s*\(([^]*)\)$/u.exec(name.text) ?? []
    party.add('name', own, name.field)
    for (const other of byScript(others)) party.add('alias', other, name.field)
  }
  for (const leaf of record.takeAll('aliases')) party.add('alias', leaf.text, leaf.field)
  const latin = record.takeLeaf('translit')
  if (latin) party.add('weakAlias', latin.text, latin.field)
}

function byScript(text: string): readonly string[] {
  const names: string[] = []
  for (const piece of text.split(/,\s+/)) {
    const before = names.at(-1)
    if (before !== undefined && isLatin(before) === isLatin(piece)) names[names.length - 1] = `${before}, ${piece}`
    else names.push(piece)
  }
  return names
}

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)

// `1957-1959 роки`, `в серпні 1980 року`, `17.12.1975 р.н.`
const datesOf =
  (property: string): Rule =>
  (party, { text, field }, problems) => {
    const bare = text
      .replace(/(?<=\d)\s*(?:рок(?:у|и|ів|ах)|рік|р\.?\s*н?\.?)(?!\p{L})/giu, '')
      .replace(/^\s*(?:у|в|близько)\s+(?=\p{L}|\d)/iu, lead => (/близько/iu.test(lead) ? 'circa ' : ''))
    const plain = MONTHS.reduce((words, [stem, month]) => words.replace(stem, month), bare)
    const dates = plain.split(/;\s*|,\s+/).flatMap(one => readDates(one.trim(), 'dmy'))
    for (const date of dates) party.addClean(property, storedDate(date), text, field)
    if (dates.length > 0) return
    problems.push(flag('date.unreadable', field, text, 'a date'))
    party.add('notes', text, field)
  }

function addNumbers(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  for (const number of record.children('identifiers')) {
    const type = number.take('id')
    const state = number.take('iso2')
    const note = number.take('note')
    const field = number.fieldOf('code')
    const property = Object.hasOwn(NUMBERS, type) ? (NUMBERS[type] ?? 'idNumber') : 'idNumber'
    for (const leaf of number.takeAll('code'))
      for (const code of leaf.text.split(/;\s*/)) whole(property)(party, { text: code, field }, problems)
    if (note !== '') party.addClean('notes', `${type} (${state}): ${note}`, note, number.fieldOf('note'))
  }
}

function addAttribute(party: PartyBuilder, attribute: Cursor, problems: Problem[]): void {
  const key = attribute.take('key')
  const meaning = ATTRIBUTES.find(([words]) => words.test(key))?.[1]
  const person = party.schema === 'Person'
  const rule =
    meaning === 'born'
      ? datesOf(person ? 'birthDate' : 'incorporationDate')
      : meaning === 'birthPlace'
        ? place(true)
        : meaning
          ? whole(meaning)
          : remark(key)
  for (const leaf of attribute.takeAll('value')) rule(party, leaf, problems)
}

type Listing = Partial<Omit<Designation, 'party' | 'list' | 'programme' | 'field'>> & { readonly field: string }

// The register's word on the subject decides; decrees tell the days. A subject without a status is held to be listed.
function listing(record: Cursor, problems: Problem[]): Listing {
  const status = record.takeLeaf('status')
  const ended = status?.text === 'expired' || status?.text === 'excluded'
  if (!status) problems.push(flag('status.missing', 'status', '', 'active, expired or excluded'))
  else if (!ended && status.text !== 'active') problems.push(flag('status.unknown', 'status', status.text, 'active, expired or excluded'))
  const measures = record.children('measures').map(measure => measureOf(measure, problems))
  const from = measures.flatMap(({ decreed }) => decreed).toSorted(byDay)[0]
  const to = ended
    ? measures
        .flatMap(({ ends }) => ends)
        .toSorted(byDay)
        .at(-1)
    : undefined
  const restrictions = [...new Set(measures.filter(({ active }) => active || ended).flatMap(({ restrictions }) => restrictions))]
  const grounds = measures.map(({ text }) => text).join('; ')
  return {
    field: 'status',
    status: ended ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(restrictions.length > 0 ? { note: restrictions.join('; ') } : {}),
    ...(grounds === '' ? {} : { grounds }),
  }
}

const byDay = (a: PartialDate, b: PartialDate) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0)

function measureOf(measure: Cursor, problems: Problem[]) {
  const dates = (path: string) =>
    measure.takeAll(path).flatMap(leaf => {
      const found = readDates(leaf.text, 'dmy')
      if (found.length === 0) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'YYYY-MM-DD'))
      return found
    })
  measure.skip('aid')
  const [decreed, ends] = [dates('decree/date'), dates('endDate')]
  const words = ['term', 'reason', 'reasons', 'issuers'].flatMap(path => measure.takeAll(path).map(({ text }) => text))
  const link = measure.take('decree/link')
  const decree = `Decree ${measure.take('decree/number')} of ${decreed[0]?.text ?? ''}`
  return {
    active: measure.take('status') === 'active',
    decreed,
    ends,
    restrictions: measure.takeAll('restrictions/restriction').map(({ text }) => text),
    text: [decree, ...words, ...(link === '' ? [] : [link])].join(', '),
  }
}
