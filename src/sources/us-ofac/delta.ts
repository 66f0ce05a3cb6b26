import { type Body, Cursor, canonical, flag, isProblem, readXml, stop, toBody, type XmlElement } from '../../intake/index.ts'
import {
  type Designation,
  type FileHead,
  type PartialDate,
  type Problem,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  type SourceFile,
  startOfDay,
} from '../../model/index.ts'
import { enhancedEntry } from './enhanced.ts'
import { type Collection, listOf, WHOLE_LIST } from './programmes.ts'
import { readingOf } from './reading.ts'
import { ENHANCED } from './structure.tables.ts'
import { StructureCheck } from './structure.ts'

const PUBLISHED = /<(?:\w+:)?datePublished>\s*(\d{4}-\d{2}-\d{2})/
/** What a file of changes does with a party; two words are in use for a change. */
const ACTIONS: Readonly<Record<string, 'add' | 'change' | 'remove'>> = { add: 'add', change: 'change', modify: 'change', remove: 'remove' }
const SDN = 'SDN List'

/** A file of changes by its name space; it states its day. */
export function recogniseDelta({ text }: FileHead): Recognised | undefined {
  if (!/<(?:\w+:)?sanctionsData\b[^>]*DeltaFile/.test(text.slice(0, 4096))) return undefined
  const day = PUBLISHED.exec(text)?.[1]
  return { source: 'us-ofac-delta', part: 'main', rendition: 'xml', ...(day ? { published: startOfDay(day) } : {}) }
}

/**
 * The parties of a file of changes: those added and removed under their number, so that a removal takes the place of an
 * addition; a change, which tells no more than what is new, under number and day.
 */
export async function* readDelta(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    let day = ''
    const check = new StructureCheck(ENHANCED)
    for await (const item of readXml(file, ['publicationInfo', 'entity'])) {
      if (isProblem(item)) yield item
      else if (item.element.name === 'publicationInfo')
        day =
          item.element.children
            .find(({ name }) => name === 'datePublished')
            ?.text.trim()
            .slice(0, 10) ?? ''
      else if (item.kind === 'record') {
        yield* check.unknownIn(item.element)
        yield recordOf(item.element, day)
      }
    }
    if (day === '') yield stop('publication.undated', 'publicationInfo/datePublished', file.name, 'YYYY-MM-DD')
  }
}

function recordOf(element: XmlElement, day: string): RawRecord | Problem {
  const { id = '', action: said = '' } = element.attributes
  const { '@id': _id, '@action': _said, ...rest } = canonical(element) as Readonly<Record<string, Body>>
  const action = ACTIONS[said]
  if (!/^\d+$/.test(id)) return stop('key.unreadable', 'entity', id, 'a number in the attribute id')
  if (!action) return stop('action.unknown', 'entity/@action', said, Object.keys(ACTIONS).join(', '))
  const { kept, dropped } = partedBy(rest)
  const key = action === 'change' ? `${id}/${day}` : id
  return { key, body: toBody({ form: 'enhanced', action, day, dropped, ...(kept as object) }) }
}

// Parts of a change carry an action each: what it takes away is told, and is no fact of the party any more.
function partedBy(body: Body): { readonly kept: Body; readonly dropped: readonly string[] } {
  const dropped: string[] = []
  const walk = (value: Body): Body | undefined => {
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return (value as readonly Body[]).flatMap(inner => walk(inner) ?? [])
    const { '@action': action, ...rest } = value as Readonly<Record<string, Body>>
    if (action === 'remove' || action === 'delete') {
      dropped.push(JSON.stringify(rest))
      return undefined
    }
    return Object.fromEntries(
      Object.entries(rest).flatMap(([name, inner]) => (walk(inner) === undefined ? [] : [[name, walk(inner) ?? '']])),
    )
  }
  const kept = walk(body) ?? {}
  return { kept, dropped: [...new Set(dropped)] }
}

type Said = {
  readonly action: 'add' | 'change' | 'remove'
  readonly day: string
  readonly dropped?: readonly string[]
  readonly sanctionsLists?: Body
  readonly sanctionsPrograms?: Body
}

/** The reading of a party of a file of changes: listed when it is added, delisted when it is removed, neither when it is changed. */
export function parseDelta(raw: RawRecord): Reading {
  const { action, day, dropped = [], ...rest } = JSON.parse(raw.body) as Said
  const id = `us-ofac-delta:${raw.key}`
  const lists = listsIn(rest.sanctionsLists)
  const collection: Collection = lists.length === 0 || lists.includes(SDN) ? 'sdn' : 'consolidated'
  const entry = enhancedEntry(JSON.stringify(rest))
  const reading = readingOf(entry, id, collection)
  const [published] = readDates(day)
  const lost = dropped.map(text => flag('change.removes', 'entity', text, ''))
  const problems = [
    // A change tells its programmes only where they are new.
    ...reading.problems.filter(({ code }) => rest.sanctionsPrograms !== undefined || code !== 'programme.missing'),
    ...lost.map(problem => ({ ...problem, severity: 'note' as const })),
  ]
  const said =
    action === 'add'
      ? begun(reading.designations, published)
      : action === 'remove'
        ? ended(reading, { id, lists, collection, published })
        : []
  const [party] = reading.parties
  const references = party ? [{ party: party.id, scheme: 'ofac' as const, value: raw.key.split('/')[0] ?? '', field: '@id' }] : []
  return { ...reading, designations: said, references, problems: problems.map(problem => ({ ...problem, record: raw.key })) }
}

const listsIn = (lists: Body | undefined): readonly string[] =>
  new Cursor(toBody({ lists })).takeAll('lists/sanctionsList').map(({ text }) => text)

const begun = (designations: readonly Designation[], published: PartialDate | undefined): readonly Designation[] =>
  designations.map(designation => ({ ...(published ? { from: published } : {}), ...designation }))

type Removal = {
  readonly id: string
  readonly lists: readonly string[]
  readonly collection: Collection
  readonly published: PartialDate | undefined
}

// A removal may name its programmes or its lists alone.
function ended(reading: Reading, { id, lists, collection, published }: Removal): readonly Designation[] {
  const named = lists.length > 0 ? lists : [SDN]
  const listed: readonly Designation[] =
    reading.designations.length > 0
      ? reading.designations
      : named.map(name => ({
          party: id,
          list: listOf(name) ?? WHOLE_LIST[collection],
          programme: name,
          status: 'listed',
          instruments: [],
          confidence: 'read',
          field: 'sanctionsLists/sanctionsList',
        }))
  return listed.map(designation => ({ ...designation, status: 'delisted' as const, ...(published ? { to: published } : {}) }))
}
