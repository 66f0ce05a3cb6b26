import { type Body, canonical, isProblem, readXml, stop, toBody, type XmlElement, type XmlItem } from '../../intake/index.ts'
import type { Problem, RawRecord, SourceFile } from '../../model/index.ts'
import { SETS } from './advanced.tables.ts'
import { ADVANCED } from './structure.tables.ts'
import { StructureCheck } from './structure.ts'

/** Elements that are gathered in the first pass: what the parties refer to. */
const REFERRED = new Set(['Location', 'IDRegDocument', 'ProfileRelationship', 'SanctionsEntry'])
const PARTS = new Set([
  'DateOfIssue',
  'ReferenceValueSets',
  'Locations',
  'IDRegDocuments',
  'DistinctParties',
  'ProfileRelationships',
  'SanctionsEntries',
  'SanctionsEntryLinks',
])

/** What the file says apart from the parties: texts of the reference values, and what hangs on parties by their numbers. */
type Referred = {
  readonly texts: ReadonlyMap<string, string>
  readonly partyTypes: ReadonlyMap<string, string>
  readonly locations: ReadonlyMap<string, Body>
  readonly documents: ReadonlyMap<string, Body[]>
  readonly relations: ReadonlyMap<string, Body[]>
  readonly entries: ReadonlyMap<string, Body[]>
}

/**
 * Raw records of the advanced XML, self-contained: every number that points into the reference values is replaced by its text,
 * and places, documents, relations and sanctions entries stand within their party. The file is read twice, because what
 * parties refer to stands before and after them; the first pass keeps that in memory, the second nothing.
 */
export async function* readAdvanced(file: SourceFile): AsyncGenerator<RawRecord | Problem> {
  const gathered = new Gatherer()
  const check = new StructureCheck(ADVANCED)
  for await (const item of readXml(file, path => isReferred(path) || isValue(path) || path.at(-1) === 'DistinctParty')) {
    if (isProblem(item)) {
      yield item
      if (item.severity === 'stop') return
    } else {
      if (item.kind === 'record' && !isValue(item.path)) yield* check.unknownIn(item.element)
      yield* gathered.take(item)
    }
  }
  for await (const item of readXml(file, path => path.at(-1) === 'DistinctParty' || isReferred(path))) {
    if (!isProblem(item) && item.kind === 'record' && item.element.name === 'DistinctParty') yield recordOf(item.element, gathered)
  }
}

const isReferred = (path: readonly string[]) => path.length === 3 && REFERRED.has(path.at(-1) ?? '')
const isValue = (path: readonly string[]) => path.length === 4 && path[1] === 'ReferenceValueSets'

class Gatherer implements Referred {
  readonly texts = new Map<string, string>()
  readonly partyTypes = new Map<string, string>()
  readonly locations = new Map<string, Body>()
  readonly documents = new Map<string, Body[]>()
  readonly relations = new Map<string, Body[]>()
  readonly entries = new Map<string, Body[]>()

  take({ path, element, kind }: XmlItem): readonly Problem[] {
    if (kind === 'outer') return outerProblems(path, element)
    if (isValue(path)) this.takeValue(element)
    else this.takeReferred(element)
    return []
  }

  private takeReferred(element: XmlElement): void {
    const body = resolved(element, this.texts)
    const { ID: id = '', ProfileID: profile = '', IdentityID: identity = '' } = element.attributes
    if (element.name === 'Location') this.locations.set(id, body)
    else if (element.name === 'IDRegDocument') push(this.documents, identity, this.withPlace(element, body))
    else if (element.name === 'SanctionsEntry') push(this.entries, profile, body)
    else if (element.name === 'ProfileRelationship') push(this.relations, element.attributes['From-ProfileID'] ?? '', body)
  }

  // Places stand before the documents, so that the place of issue can be put in at once.
  private withPlace(element: XmlElement, body: Body): Body {
    const place = this.locations.get(element.attributes['IssuedIn-LocationID'] ?? '')
    return place === undefined || typeof body === 'string' ? body : { ...body, IssuedIn: place }
  }

  private takeValue(element: XmlElement): void {
    const { ID: id = '', Description: description, PartyTypeID: type } = element.attributes
    this.texts.set(`${element.name} ${id}`, element.name === 'AreaCode' ? (description ?? element.text) : element.text)
    if (element.name === 'PartySubType' && type) this.partyTypes.set(id, type)
  }
}

function outerProblems(path: readonly string[], element: XmlElement): readonly Problem[] {
  const at = path.join('/')
  const base = element.attributes['DeltaBaseVersion']
  if (path.length === 1 && base) return [stop('publication.delta', at, base, 'a whole file')]
  return path.length === 2 && !PARTS.has(element.name) ? [stop('element.unknown', at, element.text)] : []
}

function push(into: Map<string, Body[]>, key: string, body: Body): void {
  const known = into.get(key)
  if (known) known.push(body)
  else into.set(key, [body])
}

// Numbers that point into a reference set become `Name: text`; a number that its set lacks stays, marked, so that it is seen.
function resolved(element: XmlElement, texts: ReadonlyMap<string, string>): Body {
  return canonical(withTexts(element, texts), { ordered: ['DocumentedNamePart'] }) ?? ''
}

function withTexts(element: XmlElement, texts: ReadonlyMap<string, string>): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => {
      const set = SETS[name]
      return set === undefined || value === '' ? [name, value] : [set, texts.get(`${set} ${value}`) ?? `unknown ${value}`]
    }),
  )
  return { ...element, attributes, children: element.children.map(child => withTexts(child, texts)) }
}

function recordOf(element: XmlElement, referred: Referred): RawRecord | Problem {
  const key = element.attributes['FixedRef'] ?? ''
  if (!/^\d+$/.test(key)) return stop('key.unreadable', 'DistinctParty', key, 'a number in FixedRef')
  const profiles = element.children.filter(child => child.name === 'Profile')
  const identities = profiles.flatMap(profile => profile.children.filter(child => child.name === 'Identity'))
  const subType = profiles[0]?.attributes['PartySubTypeID'] ?? ''
  const places = new Set<string>()
  collectPlaces(element, places)
  const ids = profiles.map(profile => profile.attributes['ID'] ?? key)
  const body = {
    form: 'advanced',
    kind: kindWord(subType, referred),
    party: resolved(element, referred.texts),
    places: Object.fromEntries([...places].sort().flatMap(id => (referred.locations.has(id) ? [[id, referred.locations.get(id)]] : []))),
    documents: sorted(identities.flatMap(identity => referred.documents.get(identity.attributes['ID'] ?? '') ?? [])),
    relations: sorted(ids.flatMap(id => referred.relations.get(id) ?? [])),
    entries: sorted(ids.flatMap(id => referred.entries.get(id) ?? [])),
  }
  return { key, body: toBody(body) }
}

// The sub type says Vessel or Aircraft; where it is unknown the party type says Individual or Entity.
function kindWord(subType: string, { texts, partyTypes }: Referred): string {
  const sub = texts.get(`PartySubType ${subType}`) ?? `unknown ${subType}`
  return sub === 'Unknown' ? (texts.get(`PartyType ${partyTypes.get(subType) ?? ''}`) ?? `unknown ${subType}`) : sub
}

function collectPlaces(element: XmlElement, into: Set<string>): void {
  if (element.name === 'VersionLocation' && element.attributes['LocationID']) into.add(element.attributes['LocationID'])
  for (const child of element.children) collectPlaces(child, into)
}

const sorted = (bodies: readonly Body[]) =>
  bodies
    .map(body => ({ body, key: JSON.stringify(body) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ body }) => body)
