import { type Cursor, flag, type Leaf, note } from '../../intake/index.ts'
import {
  cleanCountry,
  type DateOrder,
  isA,
  type PartyBuilder,
  type Problem,
  readNationality,
  schemaOf,
  storedDate,
} from '../../model/index.ts'
import { datesIn } from './dates.ts'
import { itemsIn } from './items.ts'

/** What becomes of the text of one column. */
export type Rule = (party: PartyBuilder, leaf: Leaf, problems: Problem[]) => void

/** Applies a rule to every text at each path, and takes it; words for no value are taken and say nothing. */
export function fillFrom(
  party: PartyBuilder,
  record: Cursor,
  rules: Readonly<Record<string, Rule>>,
  nothing: RegExp = /^$/,
): readonly Problem[] {
  const problems: Problem[] = []
  for (const [path, rule] of Object.entries(rules))
    for (const leaf of record.takeAll(path)) if (!nothing.test(leaf.text.trim())) rule(party, leaf, problems)
  return problems
}

// A property that the schema lacks leaves its value as a note.
function put(party: PartyBuilder, property: string, { text, field }: Leaf, label = property): void {
  if (schemaOf(party.schema)?.properties.has(property)) party.add(property, text, field)
  else party.addClean('notes', `${label}: ${text}`, text, field)
}

/** Each value of the cell under the property. @param split how a cell with several is parted; as counted or by semicolons where absent */
export const values =
  (property: string, split: (text: string) => readonly string[] = itemsIn): Rule =>
  (party, leaf) => {
    for (const text of split(leaf.text)) put(party, property, { ...leaf, text })
  }

/** The whole cell as a note, after what it is. */
export const remark =
  (label = ''): Rule =>
  (party, { text, field }) =>
    party.addClean('notes', label === '' ? text : `${label}: ${text}`, text, field)

/** Dates of the cell, as birth of a person or founding of a body. What is no date is flagged and kept as a note. */
export const born =
  (order: DateOrder): Rule =>
  (party, leaf, problems) => {
    const property = isA(party.schema, 'Person') ? 'birthDate' : 'incorporationDate'
    const { dates, notes, unread, oddities } = datesIn(leaf.text.replace(/\s*\bOR\b\s*/g, '; '), order)
    for (const date of dates) party.addClean(property, storedDate(date), leaf.text, leaf.field)
    for (const text of unread) problems.push(flag('date.unreadable', leaf.field, text, 'a date'))
    for (const { code, expected } of oddities) problems.push(note(code, leaf.field, leaf.text, expected))
    if (notes.length > 0 || unread.length > 0) party.add('notes', leaf.text, leaf.field)
  }

/** Nationalities of a person, countries of a body; what names no State is flagged and kept as a note. */
export const citizen: Rule = (party, leaf, problems) => {
  const property = isA(party.schema, 'Person') ? 'nationality' : 'country'
  for (const text of itemsIn(leaf.text)) {
    const found = readNationality(text)
    for (const code of found?.present ?? []) party.addClean(property, code, text, leaf.field)
    for (const code of [...(found?.former ?? []), ...(found?.possible ?? [])]) party.addClean('country', code, text, leaf.field)
    if (!found) problems.push(flag('country.unknown', leaf.field, text, 'a State or a nationality'))
    if (!found || found.more) party.add('notes', text, leaf.field)
  }
}

/** Places of birth of a person, addresses of others, with the State behind the last comma. */
export const place =
  (birth: boolean): Rule =>
  (party, leaf) => {
    for (const text of itemsIn(leaf.text)) {
      const own = birth && isA(party.schema, 'Person')
      party.add(own ? 'birthPlace' : 'address', text, leaf.field)
      const country = cleanCountry(text.slice(text.lastIndexOf(',') + 1).trim())
      if (country) party.addClean(own ? 'birthCountry' : 'country', country, text, leaf.field)
    }
  }
