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
export const toBody = (value: unknown): string => written(value) ?? '""'

// The text is written at once: a value in between for each record of millions would cost more than all the rest.
function written(value: unknown): string | undefined {
  if (typeof value === 'string') return JSON.stringify(BEYOND_ASCII.test(value) ? value.toWellFormed().normalize('NFC') : value)
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value)) {
    let text = ''
    for (const item of value) {
      const inner = written(item)
      if (inner !== undefined) text += text === '' ? inner : `,${inner}`
    }
    return text === '' ? undefined : `[${text}]`
  }
  if (typeof value === 'object') {
    let text = ''
    for (const key of Object.keys(value).sort()) {
      const inner = written((value as Readonly<Record<string, unknown>>)[key])
      if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inner}`
    }
    return `{${text}}`
  }
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? `"${String(value)}"` : undefined
}

const BEYOND_ASCII = /[^\u0000-\u007f]/

const sortKeys = <T>(object: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
