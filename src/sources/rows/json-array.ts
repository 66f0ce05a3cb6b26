import { isProblem, readJson, stop } from '../../intake/index.ts'
import type { Problem, SourceFile } from '../../model/index.ts'

/** The objects of a JSON array, each with its place; anything else, and a member that the form does not know, stops the version. */
export async function* jsonObjects(
  file: SourceFile,
  { members, at }: { readonly members: readonly string[]; readonly at?: string },
): AsyncGenerator<{ readonly object: Readonly<Record<string, unknown>>; readonly field: string } | Problem> {
  const read = await readJson(file)
  if (isProblem(read)) {
    yield read
    return
  }
  const whole = read.value
  const list = at === undefined ? whole : isObject(whole) ? whole[at] : undefined
  if (!Array.isArray(list)) {
    yield stop('json.not-a-list', at ?? file.name, JSON.stringify(whole).slice(0, 120), 'a list of records')
    return
  }
  for (const [i, object] of list.entries()) {
    const field = `${at ?? ''}[${i}]`
    if (!isObject(object)) {
      yield stop('json.not-a-record', field, JSON.stringify(object).slice(0, 120), 'an object')
      return
    }
    const strange = Object.keys(object).find(name => !members.includes(name))
    if (strange !== undefined) yield stop('field.unknown', `${field}.${strange}`, String(object[strange]).slice(0, 120), members.join(', '))
    yield { object, field }
  }
}

/** True for a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a member; numbers and truth values as written, nothing as empty text. */
export const textAt = (object: Readonly<Record<string, unknown>>, name: string): string => {
  const value = object[name]
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
