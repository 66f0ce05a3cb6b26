import { type Body, canonical, isProblem, readXml, stop, toBody, type XmlElement } from '../../intake/index.ts'
import { type FileHead, isDay, type Problem, type RawRecord, type Recognised, type SourceFile, startOfDay } from '../../model/index.ts'

/**
 * What a file of the SECO list is. A list of changes has the same root; `read` refuses it.
 *
 * @source attribute date of `swiss-sanctions-list`
 */
export function recogniseSeco(head: FileHead): Recognised | undefined {
  const root = /<swiss-sanctions-list\b([^>]*)>/.exec(head.text)?.[1]
  if (root === undefined) return undefined
  const day = /\bdate\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(root)?.[1]
  return { source: 'ch-seco', part: 'main', rendition: 'xml', ...(day && isDay(day) ? { published: startOfDay(day) } : {}) }
}

const ELEMENTS: ReadonlySet<string> = new Set(
  'target sanctions-set-id foreign-identifier individual entity object identity name name-part value spelling-variant day-month-year nationality country place-of-birth address remarks c-o location address-details p-o-box zip-code area identification-document number issuer date-of-issue expiry-date remark justification other-information relation modification added removed sanctions-program program-key program-name sanctions-set origin place generic-attribute'.split(
    ' ',
  ),
)
const RECORDS = ['target', 'sanctions-program', 'place']

/** Places by their number, and what each set of sanctions is a part of. */
type Frame = { readonly places: Map<string, Body>; readonly programmes: Map<string, Body> }

/**
 * The targets under their ssid, each with the places and programmes that it points to. Programmes stand before the targets and
 * places after them, so that the file is read twice.
 */
export async function* readSeco(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    const frame = await frameOf(file)
    const odd = new Set<string>()
    const seen = new Set<string>()
    for await (const item of readXml(file, RECORDS)) {
      if (isProblem(item)) {
        yield item
        if (item.severity === 'stop') return
        continue
      }
      if (item.kind === 'outer') {
        const problem = outerProblem(item.path, item.element, file)
        if (!problem) continue
        yield problem
        return
      }
      for (const name of namesIn(item.element)) {
        if (ELEMENTS.has(name) || odd.has(name)) continue
        odd.add(name)
        yield stop('xml.unknown-element', [...item.path, name].join('/'), `<${name}>`, 'an element of the known form')
      }
      if (item.element.name === 'target') yield* targetOf(item.element, frame, seen)
    }
    if (seen.size === 0) yield stop('list.empty', 'target', '0 targets', 'thousands of targets')
  }
}

function outerProblem(path: readonly string[], { name, attributes, text }: XmlElement, file: SourceFile): Problem | undefined {
  if (path[0] !== 'swiss-sanctions-list') return stop('version.not-this-source', file.name, `<${path[0]}>`, '<swiss-sanctions-list>')
  if (path.length > 1) return stop('xml.unknown-element', path.join('/'), text || `<${name}>`, 'an element of the known form')
  const type = attributes['list-type'] ?? ''
  return type === 'whole-list' ? undefined : stop('version.partial', '@list-type', type, 'whole-list')
}

const namesIn = (element: XmlElement): readonly string[] => [element.name, ...element.children.flatMap(namesIn)]
const textAt = (element: XmlElement, name: string) => element.children.find(child => child.name === name)?.text ?? ''

async function frameOf(file: SourceFile): Promise<Frame> {
  const frame: Frame = { places: new Map(), programmes: new Map() }
  for await (const item of readXml(file, RECORDS)) {
    if (isProblem(item)) continue
    const { element } = item
    if (element.name === 'place') frame.places.set(element.attributes['ssid'] ?? '', canonical(element) ?? {})
    if (element.name === 'sanctions-program') addProgramme(frame, element)
  }
  return frame
}

// Texts come in four languages under one number: the English one stands for all, else the first.
function addProgramme({ programmes }: Frame, element: XmlElement): void {
  const inEnglish = (name: string) => {
    const all = element.children.filter(child => child.name === name)
    return (all.find(child => child.attributes['lang'] === 'eng') ?? all[0])?.text ?? ''
  }
  for (const set of element.children.filter(child => child.name === 'sanctions-set')) {
    const id = set.attributes['ssid'] ?? ''
    if (programmes.has(id) && set.attributes['lang'] !== 'eng') continue
    programmes.set(id, {
      '@ssid': id,
      key: inEnglish('program-key'),
      name: inEnglish('program-name'),
      origin: textAt(element, 'origin'),
      set: set.text,
    })
  }
}

function* targetOf(element: XmlElement, frame: Frame, seen: Set<string>): Generator<RawRecord | Problem> {
  const key = element.attributes['ssid'] ?? ''
  if (key === '') {
    yield stop('record.no-key', 'target/@ssid', element.children.map(child => child.name).join(' '), 'a number')
    return
  }
  if (seen.size === seen.add(key).size) {
    yield { ...stop('record.key-twice', 'target/@ssid', key, 'one target a number'), record: key }
    return
  }
  const sets = [
    ...(element.attributes['sanctions-set-id'] ?? '').split(/\s+/),
    ...element.children.filter(child => child.name === 'sanctions-set-id').map(child => child.text),
  ].filter(Boolean)
  const body = withPlaces(canonical(element) ?? {}, frame) as Readonly<Record<string, Body>>
  const programmes = [...new Set(sets)].sort().map(id => frame.programmes.get(id) ?? { '@ssid': id })
  const { '@sanctions-set-id': _attribute, 'sanctions-set-id': _children, ...rest } = body
  yield { key, body: toBody({ ...rest, programme: programmes }) }
}

// A place is the frame of an address: what the address says itself goes before it.
function withPlaces(body: Body, frame: Frame): Body {
  if (typeof body === 'string') return body
  if (Array.isArray(body)) return body.map((inner: Body) => withPlaces(inner, frame))
  const out: Record<string, Body> = {}
  for (const [name, inner] of Object.entries(body)) out[name] = withPlaces(inner, frame)
  const id = out['@place-id']
  const place = typeof id === 'string' ? frame.places.get(id) : undefined
  return place ? { ...out, place: [place] } : out
}
