import { type Body, Cursor, canonical, flag, isProblem, note, readXml, stop, toBody, type XmlItem } from '../../intake/index.ts'
import type { Problem, RawRecord, SourceFile } from '../../model/index.ts'
import { addressOf } from './addresses.ts'
import { type Entry, type EntryAddress, type EntryName, type Fact, type Kind, kindOf } from './entry.ts'
import { meaningOf } from './labels.ts'
import { readDocument, readRemarks } from './remarks.ts'
import { STANDARD } from './structure.tables.ts'
import { StructureCheck } from './structure.ts'

// Name spaces seen so far: until May 2024 and since.
const NAME_SPACES = new Set([
  'http://tempuri.org/sdnList.xsd',
  'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML',
])
const KNOWN_OUTER = new Set(['sdnList', 'sdnList/publshInformation', 'sdnList/publshInformation/Publish_Date'])

/** Raw records of `sdn.xml` or `consolidated.xml`; the file's own `Record_Count` is checked against what was read. */
export async function* readStandard(file: SourceFile): AsyncGenerator<RawRecord | Problem> {
  let stated: string | null = null
  let records = 0
  const check = new StructureCheck(STANDARD)
  for await (const item of readXml(file, ['sdnEntry'])) {
    if (isProblem(item)) yield item
    else if (item.kind === 'outer') {
      if (item.element.name === 'Record_Count') stated = item.element.text
      else yield* outerProblems(item)
    } else {
      records++
      yield* check.unknownIn(item.element)
      yield recordOf(item, records)
    }
  }
  if (stated === null) yield flag('count.missing', 'publshInformation/Record_Count', '', 'the number of records')
  else if (Number(stated) !== records)
    yield stop('count.differs', 'publshInformation/Record_Count', `${stated}, read ${records}`, `${stated} records`)
}

function* outerProblems({ path, element }: XmlItem): Generator<Problem> {
  const at = path.join('/')
  if (at === 'sdnList') {
    const space = element.attributes['xmlns'] ?? ''
    if (!NAME_SPACES.has(space)) yield note('xml.name-space', at, space, [...NAME_SPACES].join(' or '))
  } else if (!KNOWN_OUTER.has(at)) yield stop('element.unknown', at, element.text)
}

function recordOf({ element }: XmlItem, position: number): RawRecord | Problem {
  const body = canonical(element)
  const key = element.children.find(child => child.name === 'uid')?.text ?? ''
  if (!/^\d+$/.test(key)) return stop('key.unreadable', `sdnEntry ${position}`, key, 'a number in uid')
  const { uid: _, ...rest } = body as Readonly<Record<string, Body>>
  return { key, body: toBody({ form: 'standard', ...rest }) }
}

/** A raw record of the standard XML as an entry. */
export function standardEntry(body: string): Entry {
  const cursor = new Cursor(body)
  cursor.skip('form')
  const problems: Problem[] = []
  const unknown: { field: string; text: string }[] = []
  const word = cursor.take('sdnType')
  const kind = word === '' ? undefined : kindOf(word)
  if (!kind) problems.push(flag('type.unknown', 'sdnType', word, 'Individual, Entity, Vessel or Aircraft'))
  const remarks = readRemarks(cursor.take('remarks'), 'remarks', true)
  const entry = {
    kind: kind ?? 'entity',
    names: namesOf(cursor, kind ?? 'entity', problems),
    programmes: cursor.takeAll('programList/program').map(leaf => ({ tag: leaf.text, field: leaf.field })),
    addresses: addressesOf(cursor),
    facts: [...columnFacts(cursor), ...idFacts(cursor, unknown), ...remarks.facts],
    notes: remarks.notes.map(text => ({ text, field: 'remarks' })),
    links: [],
    problems,
  }
  return { ...entry, unread: [...cursor.unread(), ...unknown, ...remarks.unknown.map(text => ({ field: 'remarks', text }))] }
}

function namesOf(cursor: Cursor, kind: Kind, problems: Problem[]): readonly EntryName[] {
  const names: EntryName[] = [
    {
      kind: 'primary',
      weak: false,
      last: cursor.take('lastName'),
      first: cursor.take('firstName'),
      field: kind === 'individual' ? 'lastName, firstName' : 'lastName',
    },
  ]
  for (const aka of cursor.children('akaList/aka')) {
    aka.skip('uid')
    const type = aka.take('type')
    const category = aka.take('category')
    const known = { 'a.k.a.': 'aka', 'f.k.a.': 'fka', 'n.k.a.': 'nka' }[type]
    if (!known) problems.push(flag('alias.unknown-kind', 'akaList/aka/type', type, 'a.k.a., f.k.a. or n.k.a.'))
    if (category !== 'strong' && category !== 'weak')
      problems.push(flag('alias.unknown-strength', 'akaList/aka/category', category, 'strong or weak'))
    names.push({
      kind: (known ?? 'aka') as EntryName['kind'],
      weak: category === 'weak',
      last: aka.take('lastName'),
      first: aka.take('firstName'),
      field: 'akaList/aka',
    })
  }
  return names
}

function addressesOf(cursor: Cursor): readonly EntryAddress[] {
  return cursor.children('addressList/address').map(address => {
    address.skip('uid')
    const parts = {
      ADDRESS1: address.take('address1'),
      ADDRESS2: address.take('address2'),
      ADDRESS3: address.take('address3'),
      CITY: address.take('city'),
      'STATE/PROVINCE': address.take('stateOrProvince'),
      'POSTAL CODE': address.take('postalCode'),
    }
    return addressOf(parts, address.take('country'), 'addressList/address')
  })
}

const COLUMNS: readonly (readonly [string, string])[] = [
  ['title', 'Title'],
  ['vesselInfo/callSign', 'Vessel Call Sign'],
  ['vesselInfo/vesselType', 'VESSEL TYPE'],
  ['vesselInfo/tonnage', 'Vessel Tonnage'],
  ['vesselInfo/grossRegisteredTonnage', 'Vessel Gross Registered Tonnage'],
  ['vesselInfo/vesselFlag', 'Vessel Flag'],
  ['vesselInfo/vesselOwner', 'Vessel Owner'],
  ['dateOfBirthList/dateOfBirthItem/dateOfBirth', 'DOB'],
  ['placeOfBirthList/placeOfBirthItem/placeOfBirth', 'POB'],
  ['nationalityList/nationality/country', 'nationality'],
  ['citizenshipList/citizenship/country', 'citizen'],
]

// Which of several birth dates stands first is form: they are alternatives.
const FORMAL = [
  'dateOfBirthList/dateOfBirthItem',
  'placeOfBirthList/placeOfBirthItem',
  'nationalityList/nationality',
  'citizenshipList/citizenship',
]

function columnFacts(cursor: Cursor): readonly Fact[] {
  for (const path of FORMAL) for (const item of cursor.children(path)) for (const leaf of ['uid', 'mainEntry']) item.skip(leaf)
  return COLUMNS.flatMap(([path, label]) => {
    const found = meaningOf(label)
    return found ? cursor.takeAll(path).map(leaf => ({ ...found, value: leaf.text, field: leaf.field })) : []
  })
}

function idFacts(cursor: Cursor, unknown: { field: string; text: string }[]): readonly Fact[] {
  return cursor.children('idList/id').flatMap(id => {
    id.skip('uid')
    const type = id.take('idType')
    const found = meaningOf(type)
    if (!found) {
      unknown.push({ field: 'idList/id', text: `${type} ${id.take('idNumber')}` })
      return []
    }
    // A few numbers carry their country in brackets, as in the remarks.
    const number = id.take('idNumber')
    const stated = found.meaning.as === 'document' ? readDocument(number) : { value: number }
    const [country, issued, expires] = [id.take('idCountry'), id.take('issueDate'), id.take('expirationDate')]
    return [
      {
        ...found,
        ...stated,
        field: 'idList/id',
        ...(country ? { country } : {}),
        ...(issued ? { issued } : {}),
        ...(expires ? { expires } : {}),
      },
    ]
  })
}
