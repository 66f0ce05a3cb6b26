import { type Body, Cursor, canonical, flag, isProblem, readXml, stop, toBody, type XmlElement } from '../../intake/index.ts'
import type { PartialDate, Problem, RawRecord, SourceFile } from '../../model/index.ts'
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
import type { Collection } from './programmes.ts'
import { readDocument, readRemarks } from './remarks.ts'
import { ENHANCED } from './structure.tables.ts'
import { StructureCheck } from './structure.ts'

/** Parts of the file around the parties that say nothing of them: reference values and kinds of features are repeated where they are used. */
const OUTER = /^sanctionsData(?:\/(?:publicationInfo(?:\/.*)?|entities|referenceValues(?:\/.*)?|featureTypes(?:\/.*)?))?$/

/**
 * Raw records of the enhanced XML. The file states by what it was filtered: unless that is exactly the list, or lists, of the
 * collection, it is a part that must not be taken for the whole (`publication.filtered`).
 */
export async function* readEnhanced(file: SourceFile, collection: Collection): AsyncGenerator<RawRecord | Problem> {
  const lists: string[] = []
  const others: string[] = []
  const check = new StructureCheck(ENHANCED)
  for await (const item of readXml(file, ['entity', 'filters'])) {
    if (isProblem(item)) yield item
    else if (item.element.name === 'filters') gatherFilters(item.element, lists, others)
    else if (item.kind === 'record') {
      yield* check.unknownIn(item.element)
      yield recordOf(item.element)
    } else if (!OUTER.test(item.path.join('/'))) yield stop('element.unknown', item.path.join('/'), item.element.text)
  }
  yield* filterProblems(collection, lists, others)
}

function gatherFilters(filters: XmlElement, lists: string[], others: string[]): void {
  for (const group of filters.children) {
    const texts = group.children.map(child => child.text)
    if (group.name === 'sanctionsLists') lists.push(...texts)
    else others.push(...(texts.length > 0 ? texts.map(text => `${group.name} ${text}`) : [`${group.name} ${group.text}`]))
  }
}

function* filterProblems(collection: Collection, lists: readonly string[], others: readonly string[]): Generator<Problem> {
  const sdn = lists.includes('SDN List')
  const whole = collection === 'sdn' ? sdn && lists.length === 1 : !sdn && lists.length > 0
  const seen = [...(whole ? [] : [`lists ${lists.join(', ') || 'none named'}`]), ...others]
  if (seen.length > 0)
    yield stop(
      'publication.filtered',
      'publicationInfo/filters',
      seen.join('; '),
      collection === 'sdn' ? 'the SDN List alone, unfiltered' : 'every list but the SDN List, unfiltered',
    )
}

function recordOf(element: XmlElement): RawRecord | Problem {
  const key = element.attributes['id'] ?? ''
  if (!/^\d+$/.test(key)) return stop('key.unreadable', 'entity', key, 'a number in the attribute id')
  const { '@id': _id, ...rest } = canonical(element) as Readonly<Record<string, Body>>
  return { key, body: toBody({ form: 'enhanced', ...rest }) }
}

/** A raw record of the enhanced XML as an entry. */
export function enhancedEntry(body: string): Entry {
  const cursor = new Cursor(body)
  cursor.skip('form')
  const problems: Problem[] = []
  const unknown: { field: string; text: string }[] = []
  const word = cursor.take('generalInfo/entityType')
  for (const skipped of ['generalInfo/identityId', 'generalInfo/entityType/@refId']) cursor.skip(skipped)
  const kind = word === '' ? undefined : kindOf(word)
  if (!kind) problems.push(flag('type.unknown', 'generalInfo/entityType', word, 'Individual, Entity, Vessel or Aircraft'))
  const remarks = readRemarks(cursor.take('generalInfo/remarks'), 'generalInfo/remarks', true)
  const entry = {
    kind: kind ?? 'entity',
    names: namesOf(cursor, kind ?? 'entity', problems),
    programmes: programmesOf(cursor),
    addresses: addressesOf(cursor),
    facts: [...titles(cursor), ...featureFacts(cursor, problems, unknown), ...documentFacts(cursor, unknown), ...remarks.facts],
    notes: remarks.notes.map(text => ({ text, field: 'generalInfo/remarks' })),
    links: linksOf(cursor),
    problems,
  }
  return { ...entry, unread: [...cursor.unread(), ...unknown, ...remarks.unknown.map(text => ({ field: 'generalInfo/remarks', text }))] }
}

const skipAll = (cursor: Cursor, paths: readonly string[]) => {
  for (const path of paths) cursor.skip(path)
}

const titles = (cursor: Cursor): readonly Fact[] => {
  const found = meaningOf('Title')
  return found ? cursor.takeAll('generalInfo/title').map(leaf => ({ ...found, value: leaf.text, field: leaf.field })) : []
}

const ALIAS_KINDS: Readonly<Record<string, EntryName['kind']>> = { 'A.K.A.': 'aka', 'F.K.A.': 'fka', 'N.K.A.': 'nka', '': 'primary' }

function namesOf(cursor: Cursor, kind: Kind, problems: Problem[]): readonly EntryName[] {
  const names: (EntryName & { readonly rank: number })[] = []
  for (const name of cursor.children('names/name')) {
    skipAll(name, ['@id', 'aliasType/@refId'])
    const primary = name.take('isPrimary') === 'true'
    const type = name.take('aliasType')
    const nameKind = primary ? 'primary' : ALIAS_KINDS[type]
    if (!nameKind || (nameKind === 'primary' && !primary))
      problems.push(flag('alias.unknown-kind', 'names/name/aliasType', type, 'A.K.A., F.K.A. or N.K.A.'))
    const weak = name.take('isLowQuality') === 'true'
    for (const written of name.children('translations/translation')) {
      const rank = (primary ? 0 : 2) + (written.take('isPrimary') === 'true' ? 0 : 1)
      names.push({
        ...spelling(written, kind),
        kind: nameKind === undefined || (nameKind === 'primary' && !primary) ? 'aka' : nameKind,
        weak,
        field: 'names/name',
        rank,
      })
    }
  }
  return names.toSorted((a, b) => a.rank - b.rank).map(({ rank: _rank, ...name }) => name)
}

// The parts repeat the formatted names with a role each; the roles beyond given name and surname are kept.
function spelling(written: Cursor, kind: Kind): Pick<EntryName, 'last' | 'first' | 'middle' | 'patronymic'> {
  skipAll(written, ['@id', 'script', 'script/@refId', 'formattedFullName'])
  const roles: Record<string, string> = {}
  for (const part of written.children('nameParts/namePart')) {
    skipAll(part, ['@id', 'type/@refId'])
    roles[part.take('type')] = part.take('value')
  }
  const first = written.take('formattedFirstName')
  const [middle, patronymic] = [roles['Middle Name'], roles['Patronymic']]
  return {
    last: written.take('formattedLastName'),
    first,
    ...(kind === 'individual' && middle ? { middle } : {}),
    ...(kind === 'individual' && patronymic ? { patronymic } : {}),
  }
}

function programmesOf(cursor: Cursor): readonly EntryProgramme[] {
  const lists = cursor.children('sanctionsLists/sanctionsList').map(list => {
    skipAll(list, ['@id', '@refId'])
    const day = list.take('@datePublished')
    return { name: list.take(), from: periodOf([day.slice(0, 10)], false, day) }
  })
  skipAll(cursor, [
    'sanctionsTypes/sanctionsType/@id',
    'sanctionsTypes/sanctionsType/@refId',
    'sanctionsPrograms/sanctionsProgram/@id',
    'sanctionsPrograms/sanctionsProgram/@refId',
    'legalAuthorities/legalAuthority/@id',
    'legalAuthorities/legalAuthority/@refId',
  ])
  const bases = cursor
    .takeAll('legalAuthorities/legalAuthority')
    .map(leaf => leaf.text)
    .sort()
  const measures = cursor
    .takeAll('sanctionsTypes/sanctionsType')
    .map(leaf => leaf.text)
    .sort()
  const real = lists.length > 1 ? lists.filter(({ name }) => name !== 'Consolidated List') : lists
  return cursor.takeAll('sanctionsPrograms/sanctionsProgram').map(({ text: tag, field }) => {
    const list =
      real.find(({ name }) => name === OWN_LIST[tag]) ?? real.find(({ name }) => !Object.values(OWN_LIST).includes(name)) ?? real[0]
    return { tag, field, bases, measures, ...(list ? { list: list.name, ...(list.from ? { from: list.from } : {}) } : {}) }
  })
}

/** Programmes that have a non-SDN list of their own: which programme of a party is on which of its lists the form does not say. */
const OWN_LIST: Readonly<Record<string, string>> = {
  'UKRAINE-EO13662': 'Sectoral Sanctions Identifications List',
  'NS-PLC': 'Non-SDN Palestinian Legislative Council List',
  'CMIC-EO13959': 'Non-SDN CMIC List',
}

function addressesOf(cursor: Cursor): readonly EntryAddress[] {
  return cursor.children('addresses/address').flatMap(address => {
    skipAll(address, ['@id', 'country/@refId'])
    const country = address.take('country')
    const written = address.children('translations/translation').map(translation => {
      skipAll(translation, ['@id', 'isPrimary', 'script', 'script/@refId'])
      return addressOf(partsOf(translation), country, 'addresses/address')
    })
    return written.length > 0 ? written : [addressOf({}, country, 'addresses/address')]
  })
}

function partsOf(translation: Cursor): AddressParts {
  const parts: AddressParts = {}
  for (const part of translation.children('addressParts/addressPart')) {
    const known = ADDRESS_PARTS.find(name => name === part.peek('type'))
    if (!known) continue
    skipAll(part, ['@id', 'type', 'type/@refId'])
    parts[known] = part.take('value')
  }
  return parts
}

const RELIABILITIES = new Set(['', 'Confirmed', 'Reported', 'Unknown', 'False'])

function featureFacts(cursor: Cursor, problems: Problem[], unknown: { field: string; text: string }[]): readonly Fact[] {
  return cursor.children('features/feature').flatMap(feature => {
    skipAll(feature, ['@id', 'type/@featureTypeId', 'versionId', 'isPrimary', 'valueRefId', 'reliability/@refId'])
    const label = feature.take('type')
    const value = feature.take('value')
    const reliability = feature.take('reliability')
    const date = dateOf(feature, 'valueDate', value)
    if (!RELIABILITIES.has(reliability))
      problems.push(flag('reliability.unknown', 'features/feature/reliability', reliability, [...RELIABILITIES].filter(Boolean).join(', ')))
    const found = meaningOf(label)
    if (!found) unknown.push({ field: 'features/feature', text: `${label} ${value}` })
    return found
      ? [{ ...found, value, field: 'features/feature', ...(date ? { date } : {}), ...(reliability === 'False' ? { disproved: true } : {}) }]
      : []
  })
}

function dateOf(cursor: Cursor, path: string, text: string): PartialDate | undefined {
  const [period] = cursor.children(path)
  if (!period) return undefined
  skipAll(period, ['@id', 'isDateRange'])
  const approximate = period.take('isApproximate') === 'true'
  return periodOf(
    ['fromDateBegin', 'fromDateEnd', 'toDateBegin', 'toDateEnd'].map(bound => period.take(bound).slice(0, 10)),
    approximate,
    text,
  )
}

function documentFacts(cursor: Cursor, unknown: { field: string; text: string }[]): readonly Fact[] {
  return cursor.children('identityDocuments/identityDocument').flatMap(document => {
    skipAll(document, ['@id', 'type/@refId', 'name', 'issuingCountry/@refId', 'idFeatures'])
    const label = document.take('type')
    const { value } = readDocument(document.take('documentNumber'))
    const [country, place, valid] = [document.take('issuingCountry'), document.take('issuingLocation'), document.take('isValid')]
    const [issued, expires] = [dateOf(document, 'issueDate', ''), dateOf(document, 'expirationDate', '')]
    const found = meaningOf(label)
    if (!found) unknown.push({ field: 'identityDocuments/identityDocument', text: `${label} ${value}` })
    return found
      ? [
          {
            ...found,
            value,
            field: 'identityDocuments/identityDocument',
            ...(country ? { country } : {}),
            ...(place ? { place } : {}),
            ...(issued ? { issuedOn: issued } : {}),
            ...(expires ? { expiresOn: expires } : {}),
            ...(valid === 'false' ? { invalid: true } : {}),
          },
        ]
      : []
  })
}

function linksOf(cursor: Cursor): readonly EntryLink[] {
  return cursor.children('relationships/relationship').map(relation => {
    skipAll(relation, ['@id', 'type/@refId', 'quality', 'quality/@refId'])
    return {
      to: relation.take('relatedEntity/@entityId'),
      name: relation.take('relatedEntity'),
      role: relation.take('type'),
      former: false,
      field: 'relationships/relationship',
    }
  })
}
