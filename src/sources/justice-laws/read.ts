import { isProblem, readXml, stop, textOf, type XmlElement } from '../../intake/index.ts'
import { type FileHead, isDay, type Problem, type Recognised, type SourceFile, startOfDay } from '../../model/index.ts'
import { ELEMENTS } from './elements.tables.ts'

/**
 * The language and day of a consolidated regulation of that number; undefined for any other file.
 *
 * @source Justice Laws XML: InstrumentNumber, and lims:current-date of the root, the day the consolidation is current to
 */
export function recogniseRegulation(
  head: FileHead,
  number: string,
): { readonly lang: 'en' | 'fr'; readonly published?: number } | undefined {
  const root = /<Regulation\b([^>]*)>/.exec(head.text)?.[1]
  const found = /<InstrumentNumber[^>]*>\s*(D?ORS|SOR)\/([\d-]+)\s*</.exec(head.text)
  if (root === undefined || found?.[2] !== number) return undefined
  const day = /\blims:current-date\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(root)?.[1]
  return { lang: found[1] === 'SOR' ? 'en' : 'fr', ...(day && isDay(day) ? { published: startOfDay(day) } : {}) }
}

/** What `recognise` says of a file with that part. */
export const recognised = (source: string, part: string, published: number | undefined): Recognised => ({
  source,
  part,
  rendition: 'xml',
  ...(published === undefined ? {} : { published }),
})

/**
 * The blocks of a consolidated regulation (sections, headings, schedules) in document order; an element outside the known
 * form is a stop problem, once for each name.
 */
export async function* readBlocks(file: SourceFile): AsyncGenerator<XmlElement | Problem> {
  const odd = new Set<string>()
  const blocks = readXml(file, path => path.length === (path[1] === 'Body' ? 3 : 2), { mixed: true })
  for await (const item of blocks) {
    if (isProblem(item)) {
      yield item
      continue
    }
    if (item.path[0] !== 'Regulation') {
      yield stop('version.not-this-source', file.name, `<${item.path[0]}>`, '<Regulation>')
      return
    }
    for (const name of namesIn(item.element)) {
      if (ELEMENTS.has(name) || odd.has(name)) continue
      odd.add(name)
      yield stop('xml.unknown-element', item.path.join('/'), `<${name}>`, 'an element of the known form')
    }
    if (item.kind === 'record') yield item.element
  }
}

function namesIn(element: XmlElement): readonly string[] {
  return [element.name, ...element.children.flatMap(namesIn)]
}

/** An element's descendants of that name, in document order, none of them inside another. */
export const within = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap(child => (child.name === name ? [child] : within(child, name)))

/** The first child of that name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined => element.children.find(child => child.name === name)

/** The text of an element with single blanks. */
export const plain = (element: XmlElement | undefined): string => (element ? textOf(element).replace(/\s+/gu, ' ').trim() : '')

/** The number that names an item over all consolidations. */
export const lawId = (element: XmlElement): string => element.attributes['fid'] ?? ''

/** The day since which an item reads as it does. */
export const inForceSince = (element: XmlElement): string => element.attributes['inforce-start-date'] ?? ''

/**
 * The day on which an item came into the regulation; empty where it is not told. An item that still reads as it was inserted
 * bears one number twice; one as old as its frame (the list or table around it) came with it, on a day not told.
 */
export function insertedOn(item: XmlElement, frame: XmlElement): string {
  const since = inForceSince(item)
  return lawId(item) !== '' && item.attributes['id'] === lawId(item) && since > inForceSince(frame) ? since : ''
}
