import type { XmlElement } from './types.ts'

/** A raw record's body as a value: text, lists and objects with text at the leaves. */
export type Body = string | readonly Body[] | { readonly [key: string]: Body }

/** What counts as form and not as content. */
export type CanonicalOptions = {
  /** Keep elements without text, children and attributes; they are left out where absent. */
  readonly keepEmpty?: boolean
  /** Names of elements (or `*`) whose order among equals of their name means something; others are sorted by content. */
  readonly ordered?: readonly string[]
  /** Names of elements whose line breaks mean something; elsewhere every run of white space is one blank. */
  readonly lines?: readonly string[]
}

/**
 * An element as a body in canonical order. A leaf without attributes is its text; any other element an object with
 * `@attribute`, `#text` and one list for each name of child. Names are in order, equal names by their content, so that
 * re-ordering, escaping, white space and name spaces make no difference. Undefined where nothing is left.
 */
export function canonical(element: XmlElement, options: CanonicalOptions = {}): Body | undefined {
  const text = element.parts ? '' : squeeze(element.text, options.lines?.includes(element.name) ?? false)
  const attributes = Object.entries(element.attributes).filter(([, value]) => options.keepEmpty || value.trim() !== '')
  const groups = new Map<string, Body[]>()
  for (const child of element.children) {
    const body = canonical(child, options)
    if (body !== undefined) groups.set(child.name, [...(groups.get(child.name) ?? []), body])
  }
  if (attributes.length === 0 && groups.size === 0) return text === '' && !options.keepEmpty ? undefined : text
  const out: Record<string, Body> = {}
  for (const [name, value] of attributes) out[`@${name}`] = squeeze(value, false)
  if (text !== '') out['#text'] = text
  for (const [name, bodies] of groups) out[name] = inOrder(name, bodies, options)
  return sortKeys(out)
}

function inOrder(name: string, bodies: readonly Body[], options: CanonicalOptions): readonly Body[] {
  if (bodies.length < 2 || options.ordered?.includes(name) || options.ordered?.includes('*')) return bodies
  const keyed = bodies.map(body => ({ body, key: JSON.stringify(body) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ body }) => body)
}

const squeeze = (text: string, lines: boolean) =>
  lines
    ? text
        .split(/\r\n?|\n/)
        .map(line => line.replace(/\s+/gu, ' ').trim())
        .join('\n')
        .trim()
    : text.replace(/\s+/gu, ' ').trim()

/**
 * The text of a raw record's body: JSON with keys in order. Numbers and truth values become text, null and empty lists
 * nothing, so that 5 and "5", null and absence are no change.
 */
export const toBody = (value: unknown): string => JSON.stringify(normalised(value) ?? '')

function normalised(value: unknown): Body | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.toWellFormed().normalize('NFC')
  if (Array.isArray(value)) {
    const items = value.map(normalised).filter(item => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).flatMap(([key, inner]) => {
      const body = normalised(inner)
      return body === undefined ? [] : [[key, body] as const]
    })
    return sortKeys(Object.fromEntries(entries))
  }
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : undefined
}

const sortKeys = <T>(object: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
