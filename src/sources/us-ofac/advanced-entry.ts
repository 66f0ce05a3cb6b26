import { Cursor, flag } from '../../intake/index.ts'
import type { PartialDate, Problem } from '../../model/index.ts'
import { ADDRESS_PARTS, type AddressParts, addressOf } from './addresses.ts'
import {
  type Entry,
  type EntryAddress,
  type EntryLink,
  type EntryName,
  type EntryProgramme,
  type Fact,
  type Kind,
  kindOf,
} from './entry.ts'
import { meaningOf } from './labels.ts'
import { periodOf } from './periods.ts'
import { readRemarks } from './remarks.ts'

type Gathered = { readonly problems: Problem[]; readonly unknown: { field: string; text: string }[]; readonly addresses: EntryAddress[] }

/** A raw record of the advanced XML as an entry. */
export function advancedEntry(body: string): Entry {
  const cursor = new Cursor(body)
  skipAll(cursor, ['form', 'party/@FixedRef', 'party/Profile/@ID', 'party/Profile/@PartySubType', 'party/Profile/SanctionsEntryReference'])
  const gathered: Gathered = { problems: [], unknown: [], addresses: [] }
  const word = cursor.take('kind')
  const kind = kindOf(word)
  if (!kind) gathered.problems.push(flag('type.unknown', 'party/Profile/@PartySubTypeID', word, 'Individual, Entity, Vessel or Aircraft'))
  const remarks = readRemarks(
    cursor
      .takeAll('party/Comment')
      .map(leaf => leaf.text)
      .join('; '),
    'party/Comment',
    true,
  )
  const places = new Places(cursor)
  const entry = {
    kind: kind ?? 'entity',
    names: cursor.children('party/Profile/Identity').flatMap(identity => namesOf(identity, kind ?? 'entity', gathered)),
    programmes: programmesOf(cursor, gathered),
    facts: [...featureFacts(cursor, places, gathered), ...documentFacts(cursor, gathered), ...remarks.facts],
    notes: [
      ...remarks.notes.map(text => ({ text, field: 'party/Comment' })),
      ...cursor.takeAll('party/Profile/ExternalReference/@DirectURL').map(({ text, field }) => ({ text, field })),
    ],
    links: linksOf(cursor),
    addresses: gathered.addresses,
    problems: gathered.problems,
  }
  cursor.skip('places')
  return { ...entry, unread: [...cursor.unread(), ...gathered.unknown, ...remarks.unknown.map(text => ({ field: 'party/Comment', text }))] }
}

const skipAll = (cursor: Cursor, paths: readonly string[]) => {
  for (const path of paths) cursor.skip(path)
}

const KINDS: Readonly<Record<string, EntryName['kind']>> = { 'A.K.A.': 'aka', 'F.K.A.': 'fka', 'N.K.A.': 'nka', Name: 'primary' }
const ROLES_OF_FIRST = ['First Name', 'Middle Name', 'Patronymic', 'Matronymic']

// Parts stand surname first; their groups give each a role. The maiden name follows the surname, as in the other forms.
function namesOf(identity: Cursor, kind: Kind, { problems }: Gathered): readonly EntryName[] {
  skipAll(identity, ['@ID', '@FixedRef', '@Primary', '@False'])
  const roles = new Map(
    identity.children('NamePartGroups/MasterNamePartGroup/NamePartGroup').map(group => [group.take('@ID'), group.take('@NamePartType')]),
  )
  const names: (EntryName & { readonly rank: number })[] = []
  for (const alias of identity.children('Alias')) {
    alias.skip('@FixedRef')
    const type = alias.take('@AliasType')
    const primary = alias.take('@Primary') === 'true'
    const weak = alias.take('@LowQuality') === 'true'
    const nameKind = primary ? 'primary' : KINDS[type]
    if (!nameKind) problems.push(flag('alias.unknown-kind', 'Alias/@AliasTypeID', type, 'A.K.A., F.K.A., N.K.A. or Name'))
    for (const written of alias.children('DocumentedName')) {
      skipAll(written, ['@ID', '@FixedRef'])
      const rank = (primary ? 0 : 2) + (/Latin/i.test(written.take('@DocNameStatus')) ? 0 : 1)
      names.push({ ...spelling(written, roles, kind), kind: nameKind ?? 'aka', weak, field: 'Alias/DocumentedName', rank })
    }
  }
  return names.toSorted((a, b) => a.rank - b.rank).map(({ rank: _rank, ...name }) => name)
}

function spelling(
  written: Cursor,
  roles: ReadonlyMap<string, string>,
  kind: Kind,
): Pick<EntryName, 'last' | 'first' | 'middle' | 'patronymic'> {
  const parts = written.children('DocumentedNamePart/NamePartValue').map(part => {
    skipAll(part, ['@Script', '@ScriptStatus', '@Acronym'])
    const text = [part.take('@LeadingChars'), part.take(), part.take('@TrailingChars')].join('')
    return { text, role: roles.get(part.take('@NamePartGroupID')) ?? '' }
  })
  const of = (wanted: (role: string) => boolean) =>
    parts
      .filter(({ role }) => wanted(role))
      .map(({ text }) => text)
      .join(' ')
  if (kind !== 'individual') return { last: parts.map(({ text }) => text).join(' '), first: '' }
  const first = ROLES_OF_FIRST.map(role => of(r => r === role))
    .filter(Boolean)
    .join(' ')
  const [middle, patronymic] = [of(r => r === 'Middle Name'), of(r => r === 'Patronymic')]
  return { last: of(role => !ROLES_OF_FIRST.includes(role)), first, ...(middle ? { middle } : {}), ...(patronymic ? { patronymic } : {}) }
}

function programmesOf(cursor: Cursor, { problems }: Gathered): readonly EntryProgramme[] {
  const entries = cursor.children('entries').map(entry => {
    skipAll(entry, [
      '@ID',
      '@ProfileID',
      '@EntryProfileRef',
      'EntryEvent/@ID',
      'EntryEvent/@CalendarType',
      'EntryEvent/Date/@CalendarType',
      'SanctionsMeasure/@ID',
      'SanctionsMeasure/DatePeriod',
    ])
    const flagged = entry.take('@EntryDeltaFlag')
    if (flagged) problems.push(flag('entry.delta', 'SanctionsEntry/@EntryDeltaFlag', flagged, 'an entry of a whole file'))
    const events = entry
      .children('EntryEvent')
      .map(event => ({ type: event.take('@EntryEventType'), basis: event.take('@LegalBasis'), day: dayOf(event.children('Date')[0]) }))
    for (const { type } of events)
      if (type !== 'Created') problems.push(flag('event.unknown', 'EntryEvent/@EntryEventTypeID', type, 'Created'))
    const from = periodOf(events.flatMap(({ type, day }) => (type === 'Created' && day ? [day] : [])).slice(0, 1), false, '')
    const measured = entry
      .children('SanctionsMeasure')
      .map(measure => ({ type: measure.take('@SanctionsType'), comment: measure.take('Comment') }))
    const tags = measured.filter(({ type }) => type === 'Program').map(({ comment }) => comment)
    const measures = measured
      .filter(({ type }) => type !== 'Program')
      .map(({ type, comment }) => [type, comment].filter(Boolean).join(': '))
      .sort()
    return { list: entry.take('@List'), from, bases: events.map(({ basis }) => basis).filter(Boolean), measures, tags }
  })
  const real = entries.filter(({ list }) => list !== 'Consolidated List')
  return (real.length > 0 ? real : entries).flatMap(({ list, from, bases, measures, tags }) =>
    tags.map(tag => ({ tag, list, bases, measures, field: 'SanctionsEntry', ...(from ? { from } : {}) })),
  )
}

function dayOf(date: Cursor | undefined): string | undefined {
  if (!date) return undefined
  const [year, month, day] = ['Year', 'Month', 'Day'].map(part => date.take(part))
  return year ? `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` : undefined
}

// A period has a start and an end, each between two days; one of them may be missing.
function periodIn(cursor: Cursor): PartialDate | undefined {
  const [period] = cursor.children('DatePeriod')
  if (!period) return undefined
  const fixed = ['YearFixed', 'MonthFixed', 'DayFixed']
  skipAll(period, ['@CalendarType', ...['', 'Start/', 'End/'].flatMap(at => fixed.map(name => `${at}@${name}`))])
  const approximate = ['Start', 'End'].map(bound => period.take(`${bound}/@Approximate`)).includes('true')
  const days = ['Start/From', 'Start/To', 'End/From', 'End/To'].map(bound => dayOf(period.children(bound)[0]) ?? '')
  return periodOf(days, approximate, period.take('Comment'))
}

const RELIABILITIES = new Set(['', 'Confirmed', 'Reported', 'Unknown', 'False'])

function featureFacts(cursor: Cursor, places: Places, gathered: Gathered): readonly Fact[] {
  return cursor.children('party/Profile/Feature').flatMap(feature => {
    skipAll(feature, ['@ID', 'IdentityReference'])
    const label = feature.take('@FeatureType')
    return feature.children('FeatureVersion').flatMap(version => {
      version.skip('@ID')
      const reliability = version.take('@Reliability')
      if (!RELIABILITIES.has(reliability))
        gathered.problems.push(
          flag('reliability.unknown', 'FeatureVersion/@ReliabilityID', reliability, [...RELIABILITIES].filter(Boolean).join(', ')),
        )
      return versionFacts(version, label, reliability === 'False', places, gathered)
    })
  })
}

function versionFacts(version: Cursor, label: string, disproved: boolean, places: Places, gathered: Gathered): readonly Fact[] {
  const field = 'Feature/FeatureVersion'
  const date = periodIn(version)
  const place = version.take('VersionLocation/@LocationID')
  if (label === 'Location') {
    gathered.addresses.push(...places.addresses(place))
    return []
  }
  const details = version.children('VersionDetail').map(detail => {
    detail.skip('@DetailType')
    return detail.take('@DetailReference') || detail.take()
  })
  const comment = version.take('Comment')
  const value =
    [...details.filter(Boolean), ...(place === '' ? [] : [places.text(place)]), ...(date ? [date.text] : [])].filter(Boolean)[0] ?? comment
  const found = meaningOf(label)
  if (!found) gathered.unknown.push({ field, text: `${label} ${value}` })
  if (!found || value === '') return []
  return [{ ...found, value, field, ...(date ? { date } : {}), ...(disproved ? { disproved: true } : {}) }]
}

function documentFacts(cursor: Cursor, gathered: Gathered): readonly Fact[] {
  return cursor.children('documents').flatMap(document => {
    skipAll(document, ['@ID', '@IdentityID', '@IssuedIn-LocationID', 'DocumentedNameReference'])
    const label = document.take('@IDRegDocType')
    const [value, country, validity] = [document.take('IDRegistrationNo'), document.take('@Country'), document.take('@Validity')]
    const place = [document.take('IssuingAuthority'), document.take('Comment'), ...document.children('IssuedIn').map(placeText)]
      .filter(Boolean)
      .join('; ')
    const dates = new Map(document.children('DocumentDate').map(date => [date.take('@IDRegDocDateType'), periodIn(date)] as const))
    const [issued, expires] = [dates.get('Issue Date'), dates.get('Expiration Date')]
    const found = meaningOf(label)
    const field = 'IDRegDocument'
    if (!found) gathered.unknown.push({ field, text: `${label} ${value}` })
    for (const type of dates.keys())
      if (!/^(?:Issue|Expiration) Date$/.test(type)) gathered.unknown.push({ field: 'IDRegDocument/DocumentDate', text: type })
    if (!found || value === '') return []
    const known = country !== '' && country !== 'undetermined'
    return [
      {
        ...found,
        value,
        field,
        ...(known ? { country } : {}),
        ...(place ? { place } : {}),
        ...(issued ? { issuedOn: issued } : {}),
        ...(expires ? { expiresOn: expires } : {}),
        ...(validity !== '' && validity !== 'Valid' ? { invalid: true } : {}),
      },
    ]
  })
}

function linksOf(cursor: Cursor): readonly EntryLink[] {
  return cursor.children('relations').map(relation => {
    skipAll(relation, ['@ID', '@From-ProfileID', '@SanctionsEntryID', '@RelationQuality', 'DatePeriod', 'Comment'])
    return {
      to: relation.take('@To-ProfileID'),
      name: '',
      role: relation.take('@RelationType'),
      former: relation.take('@Former') === 'true',
      field: 'ProfileRelationship',
    }
  })
}

/** Places of a record by their number. */
class Places {
  private readonly cursor: Cursor

  constructor(cursor: Cursor) {
    this.cursor = cursor
  }

  /** The address in Latin letters, and in other letters where the place is written in them too. */
  addresses(id: string): readonly EntryAddress[] {
    const [place] = this.cursor.children(`places/${id}`)
    if (!place) return []
    const country = countryOf(place)
    const [latin, other] = [partsOf(place, true), partsOf(place, false)]
    return [addressOf(latin, country, 'Location'), ...(Object.keys(other).length > 0 ? [addressOf(other, country, 'Location')] : [])]
  }

  /** The place in one line; a country alone is its name. */
  text(id: string): string {
    const [place] = this.cursor.children(`places/${id}`)
    return place ? placeText(place) : ''
  }
}

function placeText(place: Cursor): string {
  const { lines, country } = addressOf(partsOf(place, true), countryOf(place), 'Location')
  const text = [...lines, country].filter(Boolean).join(', ')
  skipAll(place, ['@ID', 'LocationAreaCode', 'LocationCountry', 'LocationPart', 'FeatureVersionReference', 'IDRegDocumentReference'])
  return text
}

function countryOf(place: Cursor): string {
  const names = [...place.takeAll('LocationCountry/@Country'), ...place.takeAll('LocationAreaCode/@AreaCode')].map(leaf => leaf.text)
  return names.find(name => name !== 'undetermined') ?? ''
}

function partsOf(place: Cursor, primary: boolean): AddressParts {
  const parts: AddressParts = {}
  for (const part of place.children('LocationPart')) {
    const name = ADDRESS_PARTS.find(known => known === part.peek('@LocPartType'))
    const value = part.children('LocationPartValue').find(written => (written.peek('@Primary') === 'true') === primary)
    if (name && value) parts[name] = value.take('Value')
  }
  return parts
}
