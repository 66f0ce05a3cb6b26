import { type Cursor, flag, type Leaf } from '../../intake/index.ts'
import { cleanCountries, cleanText, type NamePart, nameParts, type PartyBuilder, readDates, storedDate } from '../../model/index.ts'
import type { Draft } from './parse.ts'
import { repairOf } from './repairs.ts'

const POSITIONS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
/** Filler of name fields; capitals would be a name. */
const FILLER = new Set(['na', 'n/a', '-', 'null', 'None'])
const FORMER = /^\(?(?:previously|formerly)\s+listed\s+as\b/iu
const NICKNAME = /nom\s+de\s+guerre|combat\s+name|call\s*sign|^initials$|prominently\s+known/iu
const OTHER_FORMS = /^\(?(?:transliterations?:\s*)?((?:[\p{L}\p{M}’'‘`.\s-]+;\s*)+[\p{L}\p{M}’'‘`.\s-]+)\)?$/u
const TRANSLITERATIONS = /^(.+?)\s*\(transliterations of original script name\)$/iu
const IN_SCRIPT = /\b(?:original\s+script|in\s+Arabic(?:\s+script)?)\s*:\s*([^.;()]+)/giu

/**
 * The names of an entry: FIRST_NAME to FOURTH_NAME are positions, not roles, and make one name together; the name in its
 * own script stands beside it.
 *
 * @source UN consolidated list (XML), elements FIRST_NAME to FOURTH_NAME and NAME_ORIGINAL_SCRIPT
 */
export function parseNames({ record, party, problems }: Draft, person: boolean): void {
  const parts = POSITIONS.flatMap(path => {
    const leaf = record.takeLeaf(path)
    return leaf && !FILLER.has(leaf.text.trim()) ? [leaf] : []
  })
  const text = cleanText(parts.map(part => part.text).join(' ')) ?? ''
  if (text === '') problems.push(flag('name.missing', 'FIRST_NAME', ''))
  addName(party, { text, field: parts.map(part => part.field).join(' ') || 'FIRST_NAME' }, 'name')
  for (const leaf of record.takeAll('NAME_ORIGINAL_SCRIPT')) addName(party, leaf, 'name')
  if (!person) for (const gender of record.takeAll('GENDER')) party.add('notes', gender.text, gender.field)
}

/** The aliases of an entry; empty ones are left out, several in one element are taken apart. */
export function parseAliases({ record, party, problems }: Draft, path: 'INDIVIDUAL_ALIAS' | 'ENTITY_ALIAS'): void {
  for (const alias of record.children(path)) {
    const quality = alias.takeLeaf('QUALITY')
    const note = alias.takeLeaf('NOTE')
    const name = alias.takeLeaf('ALIAS_NAME')
    const property = propertyOf(quality?.text ?? '', note?.text ?? '')
    if (!property) problems.push(flag('alias.quality-unknown', quality?.field ?? path, quality?.text ?? '', 'Good, Low, a.k.a. or f.k.a.'))
    if (name && !FILLER.has(name.text)) {
      const repair = repairOf(name)
      if (repair?.property) party.add(repair.property, name.text, name.field)
      else addName(party, name, property ?? 'alias')
    }
    if (note) parseNote(party, note, name, property ?? 'alias')
    parseAliasBirth(party, alias)
  }
}

function propertyOf(quality: string, note: string): 'alias' | 'weakAlias' | 'previousName' | undefined {
  if (FORMER.test(note)) return 'previousName'
  switch (quality.trim().toLowerCase()) {
    case 'good':
    case 'a.k.a.':
    case '':
      return 'alias'
    case 'low':
      return 'weakAlias'
    case 'f.k.a.':
      return 'previousName'
    default:
      return undefined
  }
}

type NameProperty = 'name' | 'alias' | 'weakAlias' | 'previousName'

function addName(party: PartyBuilder, leaf: Leaf, property: NameProperty): void {
  nameParts(leaf.text).forEach((part, i) => {
    party.addClean(standing(part, property, i), part.text, leaf.text, leaf.field)
    if (part.note) party.addClean('notes', `${part.text}: ${part.note}`, leaf.text, leaf.field)
    const born = /\bborn\s+(?:on\s+|in\s+(?=\d|\p{Lu}\p{L}+\s+on\s))?(?:.*\son\s+)?([^(),]*?\d{4})/iu.exec(part.note ?? '')?.[1]
    for (const date of born ? readDates(born) : []) party.addClean('birthDate', storedDate(date), leaf.text, leaf.field)
  })
}

// A second name in the cell of the main name is another name; an abbreviation alone tells little.
function standing(part: NamePart, property: NameProperty, i: number): NameProperty {
  if (part.as === 'former') return 'previousName'
  if (part.as === 'abbreviation') return 'weakAlias'
  return property === 'name' && i > 0 ? 'alias' : property
}

// What the note of an alias says: what kind of name it is, the same in other letters, or a fact about the document it was in.
function parseNote(party: PartyBuilder, note: Leaf, name: Leaf | undefined, property: NameProperty): void {
  const forms = TRANSLITERATIONS.exec(note.text)?.[1]?.replaceAll(',', ';') ?? OTHER_FORMS.exec(note.text)?.[1]
  if (forms) {
    for (const part of nameParts(forms)) party.addClean(property, part.text, note.text, note.field)
    return
  }
  for (const [, text] of note.text.matchAll(IN_SCRIPT))
    if (text) nameParts(text).forEach(part => party.addClean(property, part.text, note.text, note.field))
  const rest = note.text
    .replace(IN_SCRIPT, '')
    .replace(FORMER, '')
    .replace(/^[(),.\s]+|[(),.\s]+$/g, '')
  if (rest === '') return
  if (!NICKNAME.test(rest)) {
    for (const [, text] of rest.matchAll(/(?:\bborn\s+(?:on\s+|in\s+)?|\bDOB:\s*|[ab]\)\s*)((?:\d{1,2}\s+\p{L}+\.?\s+)?\d{4})/giu)) {
      for (const date of readDates(text ?? '')) party.addClean('birthDate', storedDate(date), note.text, note.field)
    }
  }
  party.addClean('notes', name ? `${cleanText(name.text)}: ${rest}` : rest, note.text, note.field)
}

// Dates and places under an alias are those a document in that name gives.
function parseAliasBirth(party: PartyBuilder, alias: Cursor): void {
  const date = alias.takeLeaf('DATE_OF_BIRTH')
  if (date && !FILLER.has(date.text)) party.add('birthDate', date.text, date.field)
  const city = alias.takeLeaf('CITY_OF_BIRTH')
  const country = alias.takeLeaf('COUNTRY_OF_BIRTH')
  const place = [city, country].filter(leaf => leaf !== undefined)
  if (city) party.addClean('birthPlace', place.map(leaf => leaf.text).join(', '), place.map(leaf => leaf.text).join(', '), city.field)
  if (country && cleanCountries(country.text).length > 0) party.add('birthCountry', country.text, country.field)
  else if (country) party.add('birthPlace', country.text, country.field)
}
