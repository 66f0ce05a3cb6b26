import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Problem, SourceFile } from '../model/index.ts'
import { decodeText } from './decode.ts'
import { flag, isProblem, stop } from './problems.ts'
import type { XmlElement, XmlItem } from './types.ts'
import { TreeBuilder } from './xml-tree.ts'

/** How an XML file is read. */
export type XmlOptions = {
  /** Keep the prefixes of names. */
  readonly prefixes?: boolean
  /** Keep text and children in document order (`parts`): for prose. */
  readonly mixed?: boolean
  /** The encoding where the file declares none. */
  readonly encoding?: string
  /** Limits, for tests. */
  readonly maxTextLength?: number
  readonly maxRecordLength?: number
}

const PIECE = 65_536
const MAX_DEPTH = 256
/** A text, comment or tag longer than this is no data of a list: characters. */
const MAX_TEXT = 16 * 1024 * 1024
/** A record larger than this is not held in memory: characters. */
const MAX_RECORD = 64 * 1024 * 1024

/**
 * The records of an XML file, and everything around them, in document order and with flat memory.
 *
 * Ends with a stop problem where the file is not whole or not safe: `download.empty`, `download.html`, `download.not-xml`,
 * `download.truncated`, `xml.doctype`, `xml.malformed`, `xml.too-deep`, `xml.too-long`, `encoding.*`. Records before the
 * fault have been yielded by then; a stop keeps them all from coming into force.
 *
 * @param records local names of record elements, or a test of the path of local names from the root
 */
export async function* readXml(
  file: SourceFile,
  records: readonly string[] | ((path: readonly string[]) => boolean),
  options: XmlOptions = {},
): AsyncGenerator<XmlItem | Problem> {
  const reader = new XmlReader(file.name, typeof records === 'function' ? records : path => records.includes(path.at(-1) ?? ''), options)
  for await (const text of decodeText(file, { declaredIn: 'xml', ...(options.encoding ? { encoding: options.encoding } : {}) })) {
    if (isProblem(text)) {
      yield text
      if (text.severity === 'stop') return
      continue
    }
    for (let at = 0; at < text.length; at += PIECE) {
      reader.write(text.slice(at, at + PIECE))
      yield* reader.drain()
      if (reader.stopped) return
    }
  }
  reader.end()
  yield* reader.drain()
}

class XmlReader {
  stopped = false
  private readonly parser = new SaxesParser({ xmlns: false, position: true })
  private readonly builder: TreeBuilder
  private out: (XmlItem | Problem)[] = []
  private sinceEvent = 0
  private start = ''
  private total = 0
  private readonly file: string
  private readonly maxText: number

  constructor(file: string, isRecord: (path: readonly string[]) => boolean, options: XmlOptions) {
    this.file = file
    this.maxText = options.maxTextLength ?? MAX_TEXT
    this.builder = new TreeBuilder(isRecord, {
      prefixes: options.prefixes ?? false,
      mixed: options.mixed ?? false,
      maxDepth: MAX_DEPTH,
      maxRecord: options.maxRecordLength ?? MAX_RECORD,
      emit: item => this.out.push(item),
      stray: (text, path) => this.out.push(flag('xml.stray-text', path.join('/'), text, 'records')),
      refuse: (code, seen, expected) => this.refuse(code, seen, expected),
    })
    this.listen()
  }

  private listen(): void {
    const { parser } = this
    const event =
      <T>(handle: (value: T) => void) =>
      (value: T) => {
        this.sinceEvent = 0
        if (!this.stopped) handle(value)
      }
    parser.on(
      'opentag',
      event((tag: SaxesTagPlain) => this.builder.open(tag.name, tag.attributes)),
    )
    parser.on(
      'closetag',
      event(() => this.builder.close()),
    )
    parser.on(
      'text',
      event((text: string) => this.builder.text(text)),
    )
    parser.on(
      'cdata',
      event((text: string) => this.builder.text(text)),
    )
    parser.on(
      'comment',
      event(() => undefined),
    )
    parser.on(
      'processinginstruction',
      event(() => undefined),
    )
    parser.on(
      'attribute',
      event(() => undefined),
    )
    parser.on(
      'doctype',
      event((text: string) => this.refuse('xml.doctype', `<!DOCTYPE${text}`, 'XML without a document type')),
    )
    parser.on('error', (error: Error) => {
      if (!this.stopped) this.refuse('xml.malformed', error.message, 'well-formed XML')
    })
  }

  write(piece: string): void {
    if (this.total < 512) {
      this.start += piece.slice(0, 512)
      if (!this.looksLikeXml()) return
    }
    this.total += piece.length
    this.sinceEvent += piece.length
    this.parser.write(piece)
    if (!this.stopped && this.sinceEvent > this.maxText) {
      this.refuse('xml.too-long', `more than ${this.maxText} characters without an element`, 'data of a list')
    }
  }

  end(): void {
    if (this.stopped) return
    if (this.start.trim() === '') return this.refuse('download.empty', '', 'an XML file')
    if (this.builder.depth > 0 || !this.builder.sawRoot) {
      return this.refuse('download.truncated', `ends inside <${this.builder.path.join('/')}>`, 'a whole file')
    }
    this.parser.close()
  }

  *drain(): Generator<XmlItem | Problem> {
    const items = this.out
    this.out = []
    yield* items
  }

  private looksLikeXml(): boolean {
    const text = this.start.trimStart().slice(0, 400)
    if (/^<!doctype\s+html|^<html[\s>]|^<\?xml[^>]*\?>\s*(<!doctype\s+html|<html[\s>])/i.test(text)) {
      this.refuse('download.html', text.slice(0, 120), 'an XML file')
    } else if (text !== '' && !text.startsWith('<')) {
      this.refuse('download.not-xml', text.slice(0, 120), 'an XML file')
    }
    return !this.stopped
  }

  private refuse(code: string, seen: string, expected: string): void {
    if (this.stopped) return
    this.stopped = true
    this.out.push(stop(code, this.file, seen, expected))
  }
}

/** All text of an element and its descendants, in document order where `mixed` was asked for. */
export const textOf = (element: XmlElement): string =>
  element.parts
    ? element.parts.map(part => (typeof part === 'string' ? part : textOf(part))).join('')
    : [element.text, ...element.children.map(textOf)].filter(Boolean).join(' ')
