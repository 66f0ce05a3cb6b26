import { createHash } from 'node:crypto'
import type { ScreenAnswer } from '../questions/index.ts'
import type { KeptQuestion, ReplayDifference } from './kept-types.ts'

/** A value as JSON with the keys of every object in order: equal values are equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(v => canonicalJson(v)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join(',')}}`
}

/** An answer's bytes: all of it but the name of the index generation, which says where it was computed and not what. */
export function answerBytes(answer: ScreenAnswer): string {
  const { index: _, ...rest } = answer
  return canonicalJson(rest)
}

/** The SHA-256 of a text, as hexadecimal digits. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * What the ledger's log holds of a kept screening. The salt is kept with the screening and goes with it: afterwards nobody can
 * try names against the seal.
 */
export const sealOf = (salt: string, question: KeptQuestion, answer: string): string =>
  sha256Of(`${salt}\n${canonicalJson(question)}\n${answer}`)

/** Places at which two JSON values differ, in order, at most `limit`; and how many there are in all. */
export function differencesOf(
  was: unknown,
  is: unknown,
  limit: number,
): { readonly differences: readonly ReplayDifference[]; readonly total: number } {
  const found: ReplayDifference[] = []
  let total = 0
  const tell = (path: string, a: unknown, b: unknown) => {
    total += 1
    if (found.length < limit) found.push({ path, was: shortened(a), is: shortened(b) })
  }
  const walk = (path: string, a: unknown, b: unknown): void => {
    if (canonicalJson(a) === canonicalJson(b)) return
    if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return tell(path, a, b)
    const [left, right] = [partsOf(a), partsOf(b)]
    const [before, now] = [[...left.keys()].filter(key => right.has(key)), [...right.keys()].filter(key => left.has(key))]
    if (Array.isArray(a) && before.join('\n') !== now.join('\n')) tell(`${path} (order)`, before.join(', '), now.join(', '))
    for (const key of new Set([...left.keys(), ...right.keys()])) walk(path === '' ? key : `${path}.${key}`, left.get(key), right.get(key))
  }
  walk('', was, is)
  return { differences: found, total }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

// Members of a list that have an id, or are versions of a source, are compared by it, not by their place.
function partsOf(value: object): ReadonlyMap<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const keys = value.map((item, i) => keyOf(item) ?? String(i))
  return new Map(value.map((item, i) => [new Set(keys).size === keys.length ? (keys[i] as string) : String(i), item]))
}

function keyOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined
  const { id, source } = item as { readonly id?: unknown; readonly source?: unknown }
  return typeof id === 'string' ? id : typeof source === 'string' ? source : undefined
}

const shortened = (value: unknown): string | null => {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return text.length > 160 ? `${text.slice(0, 160)} …` : text
}
