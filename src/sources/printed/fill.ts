import { flag, type Leaf, note } from '../../intake/index.ts'
import {
  cleanCountries,
  cleanText,
  type DateOrder,
  noteOnDates,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  readDates,
  readNationality,
  schemaOf,
  storedDate,
} from '../../model/index.ts'
import { DOCUMENTS } from '../un-sc/documents.tables.ts'
import { numberIn } from '../un-sc/documents.ts'
import corrections from './corrections.json' with { type: 'json' }
import { unquoted, valuesIn } from './split.ts'

/** A party under way with what is odd about its record. */
export type Draft = { readonly party: PartyBuilder; readonly problems: Problem[] }

const FILLER = /^(?:-+|n\/?[ad]\.?|none|unknown|not (?:known|available|applicable)|nil|-0-|\.+)$/iu

/** True for a text that stands for nothing: `-`, `N/D`, `na`, `unknown`. Never asked of a country code. */
export const isFiller = (text: string): boolean => text.trim() === '' || FILLER.test(text.trim())

/** True where the party's schema has the property. */
export const fits = (party: PartyBuilder, property: string): boolean => schemaOf(party.schema)?.properties.has(property) ?? false

/** Adds a note, with a word before it on what it is. */
export function addNote({ party }: Draft, leaf: Leaf, text: string, label = ''): void {
  if (!isFiller(text)) party.addClean('notes', label === '' ? text : `${label}: ${text}`, leaf.text, leaf.field)
}

/**
 * Adds the dates that a text gives as alternatives; `possibly` and `probably` make one approximate. What no date can be read
 * from is flagged and kept as a note, as are words around a date.
 */
export function addDates(draft: Draft, property: string, leaf: Leaf, text = leaf.text, order: DateOrder = 'dmy'): void {
  if (isFiller(text)) return
  const { party, problems } = draft
  const plain = text.replace(/[.,;]$/u, '')
  if (!fits(party, property)) {
    problems.push(flag('property.unfit', leaf.field, text, `no ${property} of ${party.schema}`))
    return addNote(draft, leaf, text, labelOf(property))
  }
  const doubted = plain.replace(DOUBT, '')
  const ways = [plain, doubted, bracketOff(doubted) ?? '', doubted.replace(AFTER_DATE, ''), doubted.replace(/,\s+(?=\d)/gu, ' or ')]
  const at = ways.findIndex(way => readDates(way, order).length > 0)
  const dates = readDates(ways[at] ?? '', order)
  for (const date of dates)
    party.addClean(property, storedDate(doubted === plain ? date : { ...date, approximate: true }), leaf.text, leaf.field)
  const odd = dates.length > 0 ? noteOnDates(ways[at] ?? '', dates) : undefined
  if (odd) problems.push(note(odd.code, leaf.field, text, odd.expected))
  if (at < 0) problems.push(flag('date.unreadable', leaf.field, text, 'a date'))
  if (at !== 0) addNote(draft, leaf, text, labelOf(property))
}

const DOUBT = /^\(?(?:possibly|probably|presumably|allegedly)\)?\s*:?\s*/iu
/** What is told after a date in its own cell. */
const AFTER_DATE = /\s+(?:POB|Gender|Nationality|as)\b.*$/su

/** Adds the countries that a text names; a text that names none is flagged and kept as a note. */
export function addCountries(draft: Draft, property: string, leaf: Leaf, text = leaf.text): void {
  if (isFiller(text) && text.trim() !== 'NA') return
  const codes = countriesIn(text)
  for (const code of codes) draft.party.addClean(property, code, leaf.text, leaf.field)
  if (codes.length > 0) return
  draft.problems.push(flag('country.unknown', leaf.field, text, 'a country'))
  addNote(draft, leaf, text, labelOf(property))
}

const SPELLINGS: Readonly<Record<string, string>> = corrections.nationality

/** Adds nationalities: present ones as such, former and possible ones as countries, told in a note. */
export function addNationalities(draft: Draft, leaf: Leaf, text = leaf.text, property = 'nationality'): void {
  if (isFiller(text) || /^stateless$/iu.test(text.trim())) return addNote(draft, leaf, text, labelOf(property))
  const plain = text.replaceAll(/\band\/or\b/gu, 'and').replace(/\.$/u, '')
  const [first = '', ...rest] = plain.split(/\.\s+(?=\p{Lu})/u)
  const read = readNationality(SPELLINGS[plain] ?? plain) ?? readNationality(first)
  if (!read) return addCountries(draft, property, leaf, text)
  if (rest.length > 0) addNote(draft, leaf, text, labelOf(property))
  for (const code of read.present) draft.party.addClean(property, code, leaf.text, leaf.field)
  for (const code of [...read.former, ...read.possible]) draft.party.addClean('country', code, leaf.text, leaf.field)
  if (read.more) addNote(draft, leaf, text, labelOf(property))
}

/** Adds a place of birth, and its country where the text ends with one. */
export function addBirthPlace(draft: Draft, leaf: Leaf, text = leaf.text): void {
  const { party } = draft
  if (isFiller(text)) return
  if (!fits(party, 'birthPlace')) return addNote(draft, leaf, text, 'Place')
  party.addClean('birthPlace', cleanText(text) ?? text, leaf.text, leaf.field)
  for (const code of lastCountries(text)) party.addClean('birthCountry', code, leaf.text, leaf.field)
}

/** Adds an address, and its country where the text ends with one. */
export function addAddress({ party }: Draft, leaf: Leaf, text = leaf.text): void {
  if (isFiller(text)) return
  party.addClean('address', cleanText(text) ?? text, leaf.text, leaf.field)
  for (const code of lastCountries(text)) party.addClean('country', code, leaf.text, leaf.field)
}

/** Adds telephone numbers, e-mail addresses or web addresses, however a cell parts them. */
export function addContacts(draft: Draft, property: 'phone' | 'email' | 'website', leaf: Leaf): void {
  if (!fits(draft.party, property)) return addNote(draft, leaf, leaf.text, labelOf(property))
  const blanks = property === 'phone' ? /\s*(?:[;,]|\s\/|\/(?=\s*\+)|\bor\b|\band\b)\s*/u : /[\s;,]+/u
  const texts = valuesIn(leaf.text.replace(/\((?:fax|tel|mobile)\)\s*:?/giu, ';').replace(/[’'](?=\+)/gu, ''))
  for (const text of texts.flatMap(one => one.split(blanks)).map(unquoted)) {
    if (text === '' || isFiller(text)) continue
    if (property === 'email' && !text.includes('@')) addNote(draft, leaf, text, 'E-mail')
    else if (property === 'website' && !/\w\.\w/u.test(text)) addNote(draft, leaf, text, 'Website')
    else if (property === 'phone' && text.replace(/\D/gu, '').length < 5) addNote(draft, leaf, text, 'Phone')
    else draft.party.add(property, cleanText(text), leaf.field)
  }
}

const COUNTRIES: Readonly<Record<string, string>> = corrections.country

// The countries a text names: in parts, as what they were and are, or with words around them.
function countriesIn(text: string): readonly string[] {
  const plain = text.replace(/[.,;\s]+$/u, '')
  const written = COUNTRIES[plain]
  if (written) return [written]
  const whole = cleanCountries(plain)
  if (whole.length > 0) return whole
  const now = /^(?:the\s+)?(?:(?:former|ex-?)\s*)?(.*?)[\s,]*(?:\(now\s+|\b(?:now|currently|today)\s+)(?:the\s+)?([^()]+)\)?$/iu.exec(plain)
  if (now?.[2]) return [...countriesIn(now[1] ?? ''), ...countriesIn(now[2])]
  const bare = plain.replace(/\s*\b(?:citizenship|nationality|nationals?|citizens?)\b(?:\/citizen)?/giu, '')
  if (bare !== plain) return countriesIn(bare)
  const parts = plain.split(/\.\s+/u)
  if (parts.length > 1) return parts.every(part => countriesIn(part).length > 0) ? parts.flatMap(countriesIn) : []
  const outer = bracketOff(plain)
  if (outer) return countriesIn(outer)
  const former = /^(?:former|ex-)\s*(.+)$/iu.exec(plain)?.[1]
  return former ? countriesIn(former) : []
}

// `Moscow, former USSR (now Russian Federation)`, `Tehran (Iran)`, `Baghdad, Iraq`, `Iran`.
function lastCountries(text: string): readonly string[] {
  const last = countriesIn(text.slice(text.lastIndexOf(',') + 1).trim())
  if (last.length > 0 && (text.includes(',') || cleanCountries(text).length > 0 || /\(now /u.test(text))) return last
  const bracket = /\((?:now\s+)?([^()]+)\)\.?$/u.exec(text)?.[1]
  return bracket ? cleanCountries(bracket.slice(bracket.lastIndexOf(',') + 1)) : []
}

const bracketOff = (text: string) => /^([^()]*\S)\s*\([^()]*\)$/u.exec(text)?.[1]
const labelOf = (property: string) => property.replace(/[A-Z]/gu, c => ` ${c.toLowerCase()}`).replace(/^./u, c => c.toUpperCase())

/** Labels of numbers as lists print them, with the property each names. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/\bOGRN\b|\bPSRN\b/iu, 'ogrnCode'],
  [/\bKPP\b/iu, 'kppCode'],
  [/\bOKPO\b/iu, 'okpoCode'],
  [/\bINN\b|\bTIN\b|\btax(?:payer)?\b|\bVAT\b|\bUNP\b|\bIIN\b|\bfiscal\b/iu, 'taxNumber'],
  [/\bLEI\b/u, 'leiCode'],
  [/\bSWIFT\b|\bBIC\b/u, 'swiftBic'],
  [/\bIMO\b/u, 'imoNumber'],
  [
    /\b(?:company|business|trade|registration|register|CR|BIN|HKBRN|unified social credit)\b.{0,25}\b(?:no|number|code)?/iu,
    'registrationNumber',
  ],
]
const LABELLED = /\b(OGRN|PSRN|KPP|OKPO|INN|TIN|Tax ID(?: No\.?)?(?:\/INN)?)\s*[:.]?\s+(\d[\d ]{5,}\d)(?=\D|$)/giu

/**
 * Adds the numbers of a text under the property it is known to be of, or the one that words beside a number name
 * (`7713411542 (Tax ID/INN)`, `INN: 7700000000 OGRN: 1027700000000`). A number of a kind with check digits that does not
 * agree is told and kept as a plain one. Words beside a number become a note.
 */
export function addNumbers(draft: Draft, property: string, leaf: Leaf, text = leaf.text): void {
  if (isFiller(text)) return
  const labelled = [...text.matchAll(LABELLED)]
  for (const [, label, number] of labelled) addOne(draft, propertyFor(label ?? '', property), leaf, (number ?? '').replace(/\s+/gu, ''))
  const rest = labelled.reduce((all, [found]) => all.replace(found, ''), text).replace(/^[\s,;:/]+|[\s,;:/]+$/gu, '')
  if (labelled.length > 0 && !/\d/u.test(rest)) return
  const front = FRONT.exec(rest)
  const { outer, bracket } = apart(front ? rest.slice(front[0].length) : rest)
  const found = numberIn(outer)
  const [number, words] = [found.number, `${front?.[0] ?? ''}${found.words} ${bracket}`]
  const letters = property === 'swiftBic' || /\bSWIFT\b/iu.test(rest) ? BIC.exec(rest)?.[0] : undefined
  if (letters) {
    addOne(draft, 'swiftBic', leaf, letters)
    if (letters !== rest) addNote(draft, leaf, rest, labelOf(property))
    return
  }
  if (!/\d/u.test(number)) {
    draft.problems.push(flag('identifier.no-number', leaf.field, rest, 'a number'))
    return addNote(draft, leaf, rest, labelOf(property))
  }
  addOne(draft, propertyFor(words, property), leaf, number)
  if (/\p{L}{2}/u.test(words)) addNote(draft, leaf, rest, labelOf(property))
}

// `592667 (Qatari passport issued on 3 May 2007).`: the bracket after a number tells of it.
function apart(text: string): { readonly outer: string; readonly bracket: string } {
  const found = /^([^()]*\d[^()]*?)\s*\((.*)\)[.\s]*$/su.exec(text)
  return found?.[1] ? { outer: found[1], bracket: found[2] ?? '' } : { outer: text, bracket: '' }
}

/** A label before a number without `number`, `no.` or a colon between. */
const FRONT = /^(?:SSN|BPA Nr\.?|CURP|RUC|RIF|NIN|Tax ID|INN|Voter ID|Student ID|Other ID)\s+(?=\S*\d)/u
const BIC = /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/u

const propertyFor = (words: string, property: string) =>
  LABELS.find(([label]) => label.test(words))?.[1] ??
  (['idNumber', 'passportNumber'].includes(property) ? (DOCUMENTS.find(([label]) => label.test(words))?.[1] ?? property) : property)

const PLAIN = ['registrationNumber', 'idNumber']

function addOne(draft: Draft, property: string, leaf: Leaf, number: string): void {
  const { party } = draft
  const inn = property === 'taxNumber' && fits(party, 'innCode') && /^\d{10}(?:\d\d)?$/u.test(number)
  const wanted = fits(party, property) ? property : PLAIN.find(plain => fits(party, plain))
  if (!wanted) return addNote(draft, leaf, number, labelOf(property))
  const before = party.problems.length
  party.add(wanted, number, leaf.field)
  const plain = party.problems.length > before ? PLAIN.find(name => name !== wanted && fits(party, name)) : undefined
  if (plain) party.addClean(plain, number, leaf.text, leaf.field)
  if (inn) addInn(party, leaf, number)
}

// A tax number is a Russian one where its check digits agree.
function addInn(party: PartyBuilder, leaf: Leaf, number: string): void {
  const trial = partyBuilder(party.id, party.schema)
  trial.add('innCode', number, leaf.field)
  if (trial.problems.length === 0) party.addClean('innCode', number, leaf.text, leaf.field)
}
