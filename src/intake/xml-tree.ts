import type { XmlElement, XmlItem } from './types.ts'

type Rules = {
  readonly prefixes: boolean
  readonly mixed: boolean
  readonly maxDepth: number
  readonly maxRecord: number
  emit(item: XmlItem): void
  /** Text between records, where none belongs. */
  stray(text: string, path: readonly string[]): void
  refuse(code: string, seen: string, expected: string): void
}

type Open = {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  readonly parts: (string | XmlElement)[]
  text: string
  /** Belongs to a record, or stands around records. */
  readonly inRecord: boolean
  reported: boolean
}

/** Builds records from events and reports what stands around them, holding one record at a time. */
export class TreeBuilder {
  sawRoot = false
  readonly path: string[] = []
  private readonly stack: Open[] = []
  private readonly isRecord: (path: readonly string[]) => boolean
  private readonly rules: Rules
  private length = 0

  constructor(isRecord: (path: readonly string[]) => boolean, rules: Rules) {
    this.isRecord = isRecord
    this.rules = rules
  }

  get depth(): number {
    return this.stack.length
  }

  open(qualified: string, attributes: Readonly<Record<string, string>>): void {
    this.sawRoot = true
    if (this.stack.length >= this.rules.maxDepth)
      return this.rules.refuse('xml.too-deep', this.path.slice(0, 8).join('/'), `at most ${this.rules.maxDepth} levels`)
    const parent = this.stack.at(-1)
    if (parent && !parent.inRecord) this.report(parent)
    const name = this.rules.prefixes ? qualified : localName(qualified)
    this.path.push(name)
    const inRecord = parent?.inRecord === true || this.isRecord(this.path)
    if (inRecord && !parent?.inRecord) this.length = 0
    const kept = this.attributesOf(attributes, inRecord)
    this.grow(name.length)
    for (const value of Object.values(kept)) this.grow(value.length)
    this.stack.push({ name, attributes: kept, children: [], parts: [], text: '', inRecord, reported: false })
  }

  text(text: string): void {
    const top = this.stack.at(-1)
    if (!top) return
    if (top.reported) {
      if (text.trim() !== '') this.rules.stray(text.trim(), this.path)
      return
    }
    this.grow(text.length)
    top.text += text
    if (this.rules.mixed) top.parts.push(text)
  }

  close(): void {
    const top = this.stack.pop()
    if (!top) return
    const path = [...this.path]
    this.path.pop()
    const parent = this.stack.at(-1)
    if (top.inRecord && parent?.inRecord) {
      const element = this.element(top)
      parent.children.push(element)
      if (this.rules.mixed) parent.parts.push(element)
    } else if (top.inRecord) {
      this.rules.emit({ kind: 'record', path, element: this.element(top) })
    } else if (!top.reported) {
      this.length = 0
      this.rules.emit({ kind: 'outer', path, element: this.element(top) })
    }
  }

  // A container around records: reported once, before what it contains.
  private report(open: Open): void {
    if (!open.reported) this.rules.emit({ kind: 'outer', path: [...this.path], element: this.element(open) })
    open.reported = true
    open.text = ''
    open.parts.length = 0
  }

  private element(open: Open): XmlElement {
    const { name, attributes, children } = open
    const text = open.text.trim()
    return this.rules.mixed ? { name, attributes, children, text, parts: [...open.parts] } : { name, attributes, children, text }
  }

  private grow(by: number): void {
    this.length += by + 16
    if (this.length > this.rules.maxRecord) {
      this.rules.refuse('xml.too-long', this.path.join('/'), `a record of at most ${this.rules.maxRecord} characters`)
    }
  }

  // Name space declarations and schema locations say nothing about the data; on the elements around records they are kept for noting.
  private attributesOf(attributes: Readonly<Record<string, string>>, inRecord: boolean): Record<string, string> {
    const out: Record<string, string> = {}
    for (const [qualified, value] of Object.entries(attributes)) {
      const declaration =
        qualified === 'xmlns' || qualified.startsWith('xmlns:') || /^(?:\w+:)?(?:noNamespaceS|s)chemaLocation$/.test(qualified)
      if (declaration && inRecord) continue
      const local = localName(qualified)
      const taken = local !== qualified && (Object.hasOwn(attributes, local) || Object.hasOwn(out, local))
      out[this.rules.prefixes || declaration || taken ? qualified : local] = value
    }
    return out
  }
}

const localName = (qualified: string) => qualified.slice(qualified.indexOf(':') + 1)
