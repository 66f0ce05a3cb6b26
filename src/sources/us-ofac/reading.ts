import { note } from '../../intake/index.ts'
import {
  cleanCountry,
  isA,
  type Link,
  type PartialDate,
  type Party,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type Reading,
  type Statement,
  schemaOf,
  storedDate,
} from '../../model/index.ts'
import { chainOf } from '../printed/wallets.ts'
import corrections from './corrections.json' with { type: 'json' }
import { designationsOf } from './designations.ts'
import type { Entry, EntryAddress, EntryName, Fact } from './entry.ts'
import { addNames } from './names.ts'
import type { Collection } from './programmes.ts'

/** What a reading gathers beside the party itself. */
type Gathered = { readonly parts: Party[]; readonly links: Link[]; readonly problems: Problem[] }

const byLabelAndValue = (a: Fact, b: Fact) => (a.label === b.label ? compare(a.value, b.value) : compare(a.label, b.label))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The reading of an entry: the party, its papers, wallets and named ties as parties of their own, and a designation for each
 * programme. Facts come in the order of their labels, so that the order of remarks makes no difference.
 *
 * @param id `<source>:<key>`
 */
export function readingOf(entry: Entry, id: string, collection: Collection): Reading {
  const party = partyBuilder(id, schemaFor(entry))
  const gathered: Gathered = { parts: [], links: [], problems: [...entry.problems] }
  const facts = entry.facts.toSorted(byLabelAndValue)
  addNames(party, [...entry.names, ...facts.flatMap(weakName)], entry.kind)
  for (const fact of facts) addFact(party, fact, gathered)
  for (const address of entry.addresses) addAddress(party, address, gathered.problems)
  const titles = new Set(facts.filter(({ label }) => label === 'Title').flatMap(({ value }) => value.split(/;\s+/)))
  // The legacy remarks repeat the titles.
  for (const { text, field } of entry.notes) if (!titles.has(text)) party.add('notes', text, field)
  const source = id.slice(0, id.indexOf(':') + 1)
  for (const link of entry.links) gathered.links.push(tie([id, source + link.to], link.role, link.field, link.former))
  const { designations, topics, problems } = designationsOf(entry, id, collection)
  for (const topic of topics) party.addClean('topics', topic, topic, 'programs')
  for (const designation of designations) party.addClean('program', designation.programme, designation.programme, designation.field)
  return {
    parties: [party.build(), ...gathered.parts],
    designations,
    instruments: [],
    links: gathered.links,
    unread: entry.unread,
    problems: [...gathered.problems, ...problems, ...party.problems],
  }
}

// A company where something says so that only companies have; else OFAC tells no more than that it is a body.
function schemaFor(entry: Entry): string {
  if (entry.kind === 'individual') return 'Person'
  if (entry.kind === 'vessel') return 'Vessel'
  if (entry.kind === 'aircraft') return 'Airplane'
  const company = entry.facts.some(
    ({ label, value, meaning }) =>
      ('company' in meaning && meaning.company) || (label === 'Target Type' && /Company$|State-Owned Enterprise/.test(value)),
  )
  return company ? 'Company' : 'Organization'
}

// Names in quotation marks among the remarks are the weak ones.
const weakName = ({ meaning, value, field }: Fact): readonly EntryName[] =>
  meaning.as === 'name' ? [{ kind: meaning.kind, weak: true, last: value, first: '', field }] : []

const words = (fact: Fact) => `${fact.label}${/[:.#]$/.test(fact.label) ? '' : ':'} ${fact.value}`

function addFact(party: PartyBuilder, fact: Fact, gathered: Gathered): void {
  const { meaning, field } = fact
  if (fact.disproved) {
    party.add('notes', `${words(fact)} (marked as false)`, field)
    return
  }
  switch (meaning.as) {
    case 'value':
      return addValue(party, meaning.property, fact, gathered)
    case 'document':
      return addDocument(party, meaning.property, meaning.schema ?? 'Identification', fact, gathered)
    case 'wallet':
      return addWallet(party.id, fact, gathered)
    case 'link':
      return addNamedTie(party, meaning.schema, meaning.role, fact, gathered)
    case 'listing-day':
    case 'measure':
    case 'note':
      return party.add('notes', words(fact), field)
    case 'name':
    case 'programme':
      return
  }
}

function addValue(party: PartyBuilder, property: string, fact: Fact, gathered: Gathered): void {
  const { value, field } = fact
  if (property === 'imoNumber' && !/^\(?(?:IMO )?\d{7}\)?$/.test(value)) return addOr(party, 'registrationNumber', fact, gathered)
  if (property === 'jurisdiction' && !isA(party.schema, 'LegalEntity')) return addOr(party, 'country', fact, gathered)
  if (property === 'position') {
    for (const title of value.split(/;\s+/)) addOr(party, property, { ...fact, value: title }, gathered)
    return
  }
  if (property === 'birthPlace') {
    party.add('birthPlace', value, field)
    const country = cleanCountry(value.slice(value.lastIndexOf(',') + 1))
    if (country) party.addClean('birthCountry', country, value, field)
    return
  }
  if (fact.date && schemaOf(party.schema)?.properties.get(property)?.type === 'date')
    return party.addClean(property, storedDate(fact.date), value, field)
  addOr(party, property, fact, gathered)
}

const FALLBACK = ['idNumber', 'registrationNumber']

// Adds a value under the property, or where the schema lacks it or the value is none of its kind, under a plainer one; at last as a note. Nothing is dropped.
function addOr(party: PartyBuilder, property: string, fact: Fact, gathered: Gathered): void {
  const properties = schemaOf(party.schema)?.properties
  const wanted = properties?.get(property)
  if (wanted) {
    const before = party.problems.length
    party.add(property, wanted.type === 'country' ? mended(fact.value, fact.field, gathered.problems) : fact.value, fact.field)
    if (party.problems.length === before) return
  }
  const plain = isIdentifier(property) ? FALLBACK.find(name => name !== property && properties?.has(name)) : undefined
  if (plain) party.add(plain, fact.value, fact.field)
  else party.add('notes', words(fact), fact.field)
  if (!wanted)
    gathered.problems.push(note('label.unusual', fact.field, `${fact.label} of ${party.schema}`, 'a label that fits the kind of party'))
}

const isIdentifier = (property: string) =>
  ['Company', 'Person', 'Vessel', 'Airplane'].some(name => schemaOf(name)?.properties.get(property)?.type === 'identifier')

function addDocument(party: PartyBuilder, property: string, schema: string, fact: Fact, gathered: Gathered): void {
  const country = fact.country === undefined ? undefined : cleanCountry(fact.country)
  addOr(party, property, fact, gathered)
  if (country === 'ru') addRussian(party, fact)
  const paper = partyBuilder(`${party.id}/${slug(`${fact.label} ${fact.value}`)}`, schema)
  paper.add('number', fact.value, fact.field)
  if (schema === 'Passport') paper.add('passportNumber', fact.value, fact.field)
  paper.addClean('type', fact.label, fact.label, fact.field)
  paper.add('country', fact.country, fact.field)
  paper.add('authority', fact.place, fact.field)
  addDay(paper, 'startDate', fact.issued, fact.issuedOn, fact.field)
  addDay(paper, 'endDate', fact.expires, fact.expiresOn, fact.field)
  if (fact.invalid)
    gathered.problems.push(note('document.invalid', fact.field, `${fact.label} ${fact.value}`, 'a document the publisher calls valid'))
  paper.addClean('holder', party.id, party.id, fact.field)
  gathered.parts.push(paper.build())
  gathered.problems.push(...paper.problems)
}

function addDay(paper: PartyBuilder, property: string, text: string | undefined, date: PartialDate | undefined, field: string): void {
  if (date) paper.addClean(property, storedDate(date), date.text, field)
  else paper.add(property, text, field)
}

// Russian numbers have kinds with check digits of their own; what is none stays a plain number.
function addRussian(party: PartyBuilder, { label, value, field }: Fact): void {
  const probe = (property: string) => {
    if (!schemaOf(party.schema)?.properties.has(property)) return
    const trial = partyBuilder(party.id, party.schema)
    trial.add(property, value, field)
    const [statement] = trial.build().statements
    if (statement) party.addClean(property, statement.value, value, field)
  }
  if (label === 'Tax ID No.') probe('innCode')
  if (label === 'Registration Number' || label === 'Registration ID') probe('ogrnCode')
  if (label === 'Government Gazette Number' && /^\d{8}(?:\d{2})?$/.test(value)) probe('okpoCode')
}

function addWallet(holder: string, fact: Fact, gathered: Gathered): void {
  const { value, field, currency = '' } = fact
  const wallet = partyBuilder(`${holder}/wallet-${value}`, 'CryptoWallet')
  const { chain, differs, valid } = chainOf(value, currency)
  wallet.add('publicKey', value, field)
  if (wallet.problems.length > 0) wallet.addClean('publicKey', value, value, field)
  wallet.addClean('currency', currency, currency, field)
  if (chain) wallet.addClean('blockchain', chain, value, field)
  wallet.addClean('holder', holder, holder, field)
  gathered.parts.push(wallet.build())
  const say = (code: string, expected: string) => gathered.problems.push(note(code, field, `${currency} ${value}`, expected))
  if (fact.unseenCurrency) say('wallet.new-currency', 'a currency seen before')
  if (!chain && valid === null) say('wallet.form', 'an address of a known form')
  else if (differs) say('wallet.chain-differs', `an address of ${currency}; by its form it is one of ${chain}`)
  if (valid === false) say('wallet.check', 'an address whose check digits agree')
}

function addNamedTie(party: PartyBuilder, schema: 'UnknownLink' | 'Ownership', role: string, fact: Fact, gathered: Gathered): void {
  const other = partyBuilder(`${party.id}/${slug(`${role} ${fact.value}`)}`, 'LegalEntity')
  other.add('name', fact.value, fact.field)
  gathered.parts.push(other.build())
  const ends = schema === 'Ownership' && isA(party.schema, 'Asset') ? ([other.id, party.id] as const) : ([party.id, other.id] as const)
  gathered.links.push(tie(ends, role, fact.field, false, schema))
}

function tie(
  [from, to]: readonly [string, string] | readonly string[],
  role: string,
  field: string,
  former: boolean,
  schema = 'UnknownLink',
): Link {
  const statements: Statement[] = [{ property: 'role', value: role, text: role, field }]
  if (former) statements.push({ property: 'status', value: 'former', text: 'former', field })
  return { schema, from: from ?? '', to: to ?? '', statements }
}

function addAddress(party: PartyBuilder, { lines, country, field }: EntryAddress, problems: Problem[]): void {
  const known = mended(country, field, problems)
  const shown = known === '' && !NOTHING.has(country) ? country : known
  party.add('address', [...lines, shown].filter(line => line !== '').join(', '), field)
  party.add('country', known, field)
}

const MENDED: Readonly<Record<string, string>> = corrections.country
const NOTHING = new Set(corrections.nothing)

// A country text that is none, in exactly the publisher's wording, as what it stands for; empty where it stands for no country.
function mended(text: string, field: string, problems: Problem[]): string {
  if (NOTHING.has(text)) return ''
  const better = MENDED[text]
  if (better === undefined) return text
  problems.push(note('value.corrected', field, text, better === '' ? 'no country' : better))
  return better
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
