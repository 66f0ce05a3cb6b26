import { canonical, flag, isProblem, readXml, stop, toBody, type XmlElement, type XmlItem } from '../../intake/index.ts'
import { type FileHead, isDay, type Problem, type RawRecord, type Recognised, type SourceFile, startOfDay } from '../../model/index.ts'
import { committees, programmeOf } from './programmes.ts'
import { OUTER, STRUCTURE } from './structure.tables.ts'

const ROOT = /<(?:\w+:)?CONSOLIDATED_LIST\b([^>]*)>/
const TYPE = /<(?:\w+:)?UN_LIST_TYPE>\s*([^<]*?)\s*</g

/** The source id of a committee's own file. */
export const committeeSource = (committee: string): string => `un-sc-${committee}`

/**
 * What a file of the UN list is: the consolidated list, or the file of one committee.
 *
 * The root element is the same for both. The regimes of the entries at the beginning and at the end of the file tell them
 * apart; the path decides only where a file has no entry, or its end is missing. `read` checks every entry.
 *
 * @source UN consolidated list (XML): attribute dateGenerated of the root. Its day counts as written, in the publisher's own zone.
 */
export function recogniseUn(head: FileHead): Recognised | undefined {
  const root = ROOT.exec(head.text)
  if (!root) return undefined
  const day = /\bdateGenerated\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(root[1] ?? '')?.[1]
  return {
    source: sourceOf(head),
    part: 'main',
    rendition: 'xml',
    ...(day && isDay(day) ? { published: startOfDay(day) } : {}),
  }
}

function sourceOf(head: FileHead): string {
  const whole = /<\/(?:\w+:)?CONSOLIDATED_LIST>\s*$/.test(head.tail)
  const found = new Set(
    [...head.text.matchAll(TYPE), ...head.tail.matchAll(TYPE)].map(([, type]) => programmeOf(type ?? '')?.committee ?? type),
  )
  const [only] = found
  if (whole && found.size === 1 && only !== undefined) return committees().some(c => c.committee === only) ? committeeSource(only) : 'un-sc'
  if (whole && found.size > 1) return 'un-sc'
  const folder = head.path.split('/').at(-2) ?? ''
  const named = committees().find(({ committee }) => new RegExp(`(?<!\\d)${committee}(?!\\d)`).test(`${folder} ${head.name}`))
  return named && !/consolidated/i.test(folder) ? committeeSource(named.committee) : 'un-sc'
}

/** A publisher's number in its steady form: the final dot off, the letter for person or entity small (`TAI.171` is `TAi.171`). */
export function referenceKey(text: string): string {
  const number = text.replace(/\s+/g, '').replace(/\.$/, '')
  return number.replace(
    /^([A-Z]{2})([IE])(\.\d+)$/i,
    (_, regime: string, kind: string, rest: string) => regime.toUpperCase() + kind.toLowerCase() + rest,
  )
}

/**
 * The entries of a file under their permanent reference numbers.
 *
 * @param committee the committee whose file this must be; null for the consolidated list
 */
export async function* readUn(files: readonly SourceFile[], committee: string | null): AsyncGenerator<RawRecord | Problem> {
  const check = new Check(committee)
  for (const file of files) {
    for await (const item of readXml(file, ['INDIVIDUAL', 'ENTITY'])) {
      if (isProblem(item)) {
        yield item
        if (item.severity === 'stop') return
      } else if (item.kind === 'outer') {
        const problem = check.outer(item, file)
        if (problem) yield problem
        if (problem?.code === 'file.other-source') return
      } else yield* check.record(item.element)
    }
  }
  yield* check.end()
}

/** Follows the entries of one file and says what is odd about them. */
class Check {
  private readonly committee: string | null
  private readonly keys = new Map<string, string>()
  private readonly regimes = new Set<string>()
  private readonly unknown = new Set<string>()

  constructor(committee: string | null) {
    this.committee = committee
  }

  outer({ path, element }: XmlItem, file: SourceFile): Problem | undefined {
    if (path.length === 1 && element.name !== 'CONSOLIDATED_LIST')
      return stop('file.other-source', file.name, `<${element.name}>`, '<CONSOLIDATED_LIST>')
    if (!OUTER.has(path.join('/'))) return stop('element.unknown', path.join('/'), element.text || element.name)
    return undefined
  }

  *record(element: XmlElement): Generator<RawRecord | Problem> {
    const reference = referenceKey(textAt(element, 'REFERENCE_NUMBER'))
    const names = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
      .map(name => textAt(element, name))
      .filter(Boolean)
      .join(' ')
    if (reference === '') {
      yield stop(
        'record.no-key',
        `${element.name}/REFERENCE_NUMBER`,
        `${names} (DATAID ${textAt(element, 'DATAID')})`,
        'a permanent reference number',
      )
      return
    }
    yield* this.unknownElements(element, reference)
    yield* this.regime(textAt(element, 'UN_LIST_TYPE'), reference)
    const body = toBody({ '@element': element.name, ...(canonical(element) as object) })
    const before = this.keys.get(reference)
    if (before === undefined) {
      this.keys.set(reference, body)
      yield { key: reference, body }
      return
    }
    yield { ...flag('record.key-twice', 'REFERENCE_NUMBER', `${reference}: ${names}`, 'one entry a number'), record: reference }
    if (before !== body) yield { key: `${reference}~${textAt(element, 'DATAID')}`, body }
  }

  *end(): Generator<Problem> {
    if (this.keys.size === 0 && this.committee === null) yield stop('list.empty', 'CONSOLIDATED_LIST', '0 entries', 'about 1,000 entries')
    if (this.committee === null && this.keys.size > 0 && this.regimes.size === 1) {
      yield stop('file.other-source', 'UN_LIST_TYPE', [...this.regimes].join(), 'entries of several committees')
    }
  }

  private *regime(type: string, record: string): Generator<Problem> {
    const committee = programmeOf(type)?.committee ?? type
    if (this.regimes.has(committee)) return
    this.regimes.add(committee)
    if (this.committee !== null && committee !== this.committee) {
      yield { ...stop('file.other-source', 'UN_LIST_TYPE', type, `entries of the committee ${this.committee} alone`), record }
    }
  }

  private *unknownElements(element: XmlElement, record: string): Generator<Problem> {
    for (const child of element.children) {
      const known = STRUCTURE[child.name]
      const inner = known
        ? child.children.filter(({ name }) => !known.includes(name)).map(c => [`${child.name}/${c.name}`, c] as const)
        : [[child.name, child] as const]
      for (const [path, odd] of inner) {
        if (this.unknown.has(path)) continue
        this.unknown.add(path)
        yield { ...stop('element.unknown', path, odd.text || `<${odd.name}>`, 'an element of the known form'), record }
      }
    }
  }
}

const textAt = (element: XmlElement, name: string) => element.children.find(child => child.name === name)?.text ?? ''
