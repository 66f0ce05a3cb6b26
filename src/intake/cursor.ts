import type { Body } from './canonical.ts'
import type { Leaf } from './types.ts'

/**
 * Walks the leaves of a raw record's body and knows which have been read. A path is names parted by `/`; lists are passed
 * through, so `ALIAS/NAME` means the NAME of every ALIAS. The `field` of a leaf is its path from the record, without numbers,
 * so that a neighbour that comes or goes alters no field.
 */
export class Cursor {
  private readonly value: Body
  private readonly field: string
  private readonly place: string
  private readonly read: Set<string>

  constructor(body: string | Body, field = '', place = '', read = new Set<string>()) {
    this.value = typeof body === 'string' && place === '' ? (JSON.parse(body) as Body) : body
    this.field = field
    this.place = place
    this.read = read
  }

  /** The first text at a path, taken; empty where there is none. Further texts there stay unread. */
  take(path = ''): string {
    const [first] = this.leavesAt(path)
    if (!first) return ''
    this.read.add(first.place)
    return first.text
  }

  /** The first text at a path with its field, taken; undefined where there is none or it is empty. */
  takeLeaf(path = ''): Leaf | undefined {
    const [first] = this.takeAll(path, 1)
    return first
  }

  /** Every text at a path that is not empty, taken. */
  takeAll(path = '', limit = Number.POSITIVE_INFINITY): readonly Leaf[] {
    const out: Leaf[] = []
    for (const leaf of this.leavesAt(path)) {
      if (out.length >= limit) break
      this.read.add(leaf.place)
      if (leaf.text.trim() !== '') out.push({ field: leaf.field, text: leaf.text })
    }
    return out
  }

  /** Takes every leaf below a path that the source declares to say nothing. */
  skip(path: string): void {
    for (const { value, field, place } of this.nodesAt(path)) for (const leaf of leavesOf(value, field, place)) this.read.add(leaf.place)
  }

  /** A cursor for each value at a path; what they take counts here. */
  children(path: string): readonly Cursor[] {
    return this.nodesAt(path).map(({ value, field, place }) => new Cursor(value, field, place || '/', this.read))
  }

  /** The text at a path without taking it. */
  peek(path = ''): string {
    const [first] = this.leavesAt(path)
    return first?.text ?? ''
  }

  /** The field a path stands for. */
  fieldOf(path: string): string {
    return this.field === '' ? path : path === '' ? this.field : `${this.field}/${path}`
  }

  /** Leaves with text that nothing has taken. */
  unread(): readonly Leaf[] {
    return leavesOf(this.value, this.field, this.place)
      .filter(leaf => leaf.text.trim() !== '' && !this.read.has(leaf.place))
      .map(({ field, text }) => ({ field, text }))
  }

  private leavesAt(path: string): readonly PlacedLeaf[] {
    return this.nodesAt(path).flatMap(({ value, field, place }) => {
      if (typeof value === 'string') return [{ field, place, text: value }]
      if (isList(value)) return []
      const text = value['#text']
      return typeof text === 'string' ? [{ field, place: `${place}/#text`, text }] : []
    })
  }

  private nodesAt(path: string): readonly Node[] {
    let nodes: readonly Node[] = flat({ value: this.value, field: this.field, place: this.place })
    if (path === '') return nodes
    for (const name of path.split('/')) {
      nodes = nodes.flatMap(({ value, field, place }) => {
        if (typeof value === 'string' || isList(value)) return []
        const inner = Object.hasOwn(value, name) ? value[name] : undefined
        return inner === undefined ? [] : flat({ value: inner, field: field === '' ? name : `${field}/${name}`, place: `${place}/${name}` })
      })
    }
    return nodes
  }
}

type Node = { readonly value: Body; readonly field: string; readonly place: string }
type PlacedLeaf = { readonly text: string; readonly field: string; readonly place: string }

const isList = (value: Body): value is readonly Body[] => Array.isArray(value)

const flat = (node: Node): readonly Node[] =>
  isList(node.value) ? node.value.flatMap((value, i) => flat({ value, field: node.field, place: `${node.place}[${i}]` })) : [node]

function leavesOf(value: Body, field: string, place: string): readonly PlacedLeaf[] {
  if (typeof value === 'string') return [{ text: value, field, place }]
  if (isList(value)) return value.flatMap((inner, i) => leavesOf(inner, field, `${place}[${i}]`))
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '#text'
      ? leavesOf(inner, field, `${place}/#text`)
      : leavesOf(inner, field === '' ? name : `${field}/${name}`, `${place}/${name}`),
  )
}

/** Every leaf of a body with text. */
export const leaves = (body: string): readonly Leaf[] =>
  leavesOf(JSON.parse(body) as Body, '', '')
    .filter(leaf => leaf.text.trim() !== '')
    .map(({ field, text }) => ({ field, text }))
