import { Cursor, flag, type Leaf } from '../../intake/index.ts'
import { type Designation, type Party, partyBuilder, type RawRecord, type Reading, type Reference, readDates } from '../../model/index.ts'
import { addContacts, addNote, addNumbers, type Draft, fits } from '../printed/fill.ts'
import { walletsIn } from '../printed/wallets.ts'
import { unNumbersIn } from '../un-sc/quoted.ts'
import { referenceKey } from '../un-sc/read.ts'
import { addBirth } from './births.ts'
import { addCountry } from './countries.ts'
import { addIdentification } from './identifications.ts'
import { addNames } from './names.ts'
import { programmeOf } from './programmes.ts'

/** Attributes that carry no fact: numbers and languages of the publisher's own system, and the act behind each part. */
const FORM = ['regulationSummary', '@regulationLanguage', '@logicalId']

/** The reading of one entry of the financial sanctions file, whatever form it came in. */
export function parseFsf(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const parts = record.children('part')
  const draft: Draft = { party: partyBuilder(`eu-fsf:${raw.key}`, schemaOf(record)), problems: [] }
  const { party, problems } = draft
  addNames(draft, record)
  for (const birth of record.children('part/birthdate')) addBirth(draft, birth)
  for (const citizenship of record.children('part/citizenship')) {
    addCountry(draft, citizenship, fits(party, 'nationality') ? 'nationality' : 'country')
    for (const leaf of [...citizenship.takeAll('@region'), ...citizenship.takeAll('remark')]) addNote(draft, leaf, leaf.text, 'Nationality')
  }
  for (const address of record.children('part/address')) addAddress(draft, address)
  for (const identification of record.children('part/identification')) addIdentification(draft, identification)
  const designations = parts.flatMap(part => designationsOf(draft, part))
  const quoted: Reference[] = []
  const wallets: Party[] = []
  for (const remark of record.takeAll('part/remark')) {
    addNote(draft, remark, remark.text)
    wallets.push(...walletsIn(remark, party.id))
    quoted.push(...unNumbersIn(remark, party.id))
    if (/\b(?:INN|OGRN|KPP|TIN)\b[\s:.]*\d/u.test(remark.text)) addLabelled(draft, remark)
  }
  for (const path of FORM)
    for (const child of ['nameAlias', 'birthdate', 'citizenship', 'address', 'identification', 'regulation'])
      record.skip(`part/${child}/${path}`)
  record.skip('part/@logicalId')
  record.skip('part/subjectType')
  return {
    parties: [party.build(), ...wallets],
    designations,
    instruments: [],
    links: [],
    references: referencesOf(record, party.id, quoted),
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

// Ships come as enterprises: a remark says so, or an IMO number beside the word.
function schemaOf(record: Cursor): string {
  const code = record.peek('part/subjectType/@code') || record.peek('part/subjectType/@classificationCode')
  if (code === 'person' || code === 'P') return 'Person'
  const remarks = [...record.children('part/remark'), ...record.children('part/nameAlias/remark')].map(child => child.peek()).join(' ')
  const ship = record.children('part/identification').some(child => child.peek('@identificationTypeCode') === 'imo')
  return ship && /\b(?:vessel|ship)\b/iu.test(remarks) ? 'Vessel' : code === 'enterprise' || code === 'E' ? 'Organization' : 'LegalEntity'
}

function addLabelled(draft: Draft, { text, field }: Leaf): void {
  for (const [found] of text.matchAll(/\b(?:INN|OGRN|KPP|TIN)\b[\s:.]*\d+/gu))
    addNumbers(draft, 'registrationNumber', { text: found, field })
}

function addAddress(draft: Draft, address: Cursor): void {
  const lines = ['@street', '@poBox', '@place', '@zipCode', '@city'].flatMap(path => address.takeLeaf(path) ?? [])
  const region = address.takeLeaf('@region')
  const then = address.take('@asAtListingTime') === 'true'
  const remarks = address.takeAll('remark')
  const country = addCountry(draft, address, 'country')
  const parts = [...lines, ...(region ? [region] : [])].map(({ text }) => text)
  const text = [...parts, country].filter(Boolean).join(', ')
  const field = lines[0]?.field ?? address.fieldOf('@countryIso2Code')
  if (parts.length > 0) draft.party.add('address', text, field)
  for (const remark of remarks) addNote(draft, remark, text === '' ? remark.text : `${text}: ${remark.text}`, 'Address')
  if (then && text !== '') draft.party.addClean('notes', `Address at the time of listing: ${text}`, text, field)
  for (const contact of address.children('contactInfo')) {
    const key = contact.take('@key')
    const value = contact.takeLeaf('@value')
    if (!value) continue
    const property = ({ PHONE: 'phone', FAX: 'phone', EMAIL: 'email', WEB: 'website' } as const)[key]
    if (property) addContacts(draft, property, { ...value, text: property === 'email' ? value.text.replace(/@\s+/gu, '@') : value.text })
    else draft.problems.push(flag('contact.unknown', value.field, `${key} ${value.text}`, 'PHONE, FAX, EMAIL or WEB'))
  }
}

const LISTED = /\bdate of listing\b\s*[:.]?\s*(\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}+ \d{4})/iu
/** Regimes as the form 1.0 lists them in a remark. */
const REGIMES = /in regime (\d+\/\d+) \([^)]*\) of programme (\w+)/gu

function designationsOf(draft: Draft, part: Cursor): readonly Designation[] {
  const { party, problems } = draft
  const stated = part.takeLeaf('@designationDate')
  const details = part.takeLeaf('@designationDetails')
  if (details) addNote(draft, details, details.text)
  const remarks = part.children('remark').map(child => child.peek())
  const said = [details?.text ?? '', ...remarks].map(text => LISTED.exec(text)?.[1]).find(text => text !== undefined)
  const [from] = readDates(stated?.text ?? said ?? '', 'dmy')
  if (stated && !from) problems.push(flag('date.unreadable', stated.field, stated.text, 'a day'))
  const acts = part.children('regulation').map(act => {
    const programme = act.takeLeaf('@programme') ?? { field: act.fieldOf('@programme'), text: '' }
    const number = act.take('@numberTitle')
    const details = ['@regulationType', '@organisationType', '@publicationDate', '@entryIntoForceDate', '@publicationUrl'].map(path =>
      act.take(path),
    )
    for (const url of act.takeAll('publicationUrl')) party.add('sourceUrl', url.text, url.field)
    return { programme, number, note: `${details[0] === '' ? 'regulation' : details[0]} ${number}${details[2] ? ` of ${details[2]}` : ''}` }
  })
  const more = remarks
    .flatMap(text => [...text.matchAll(REGIMES)])
    .flatMap(([, number = '', code = '']) =>
      acts.some(act => act.programme.text === code)
        ? []
        : [{ programme: { field: 'part/remark', text: code }, number, note: `regulation ${number}` }],
    )
  return [...new Map([...acts, ...more].map(act => [act.programme.text, act])).values()].map(({ programme, number, note }) => {
    const known = programmeOf(programme.text, number)
    if (!known) problems.push(flag('programme.unmapped', programme.field, programme.text, 'a programme of programmes.json'))
    party.addClean('program', programme.text || 'EU', programme.text || number, programme.field)
    party.addClean('topics', 'sanction', programme.text || number, programme.field)
    if (known?.terrorism) party.addClean('topics', 'crime.terror', programme.text, programme.field)
    return {
      party: party.id,
      list: known?.list ?? 'eu-fsf',
      programme: programme.text || 'EU',
      status: 'listed' as const,
      ...(from ? { from } : {}),
      instruments: known?.instruments ?? [],
      confidence: 'read' as const,
      note,
      field: programme.field,
    }
  })
}

function referencesOf(record: Cursor, party: string, quoted: readonly Reference[]): readonly Reference[] {
  const eu = record
    .takeAll('part/@euReferenceNumber')
    .map(({ text, field }) => ({ party, scheme: 'eu' as const, value: text.trim(), field }))
  const un = record
    .takeAll('part/@unitedNationId')
    .map(({ text, field }) => ({ party, scheme: 'un' as const, value: referenceKey(text), field }))
  return [...new Map([...eu, ...un, ...quoted].map(reference => [reference.value, reference])).values()]
}
