import { isProblem, readJsonLines, stop, toBody } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, SourceFile } from '../../model/index.ts'

/** What an entity in FollowTheMoney's JSON says of itself; the rest says when and by whom it was collected. */
type Entity = { readonly id: string; readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> }

/** True where the first line of a file is an entity in FollowTheMoney's JSON. */
export function looksLikeFtm({ text, sizeBytes }: FileHead): boolean {
  const line = /^\ufeff?\s*(\{[^\n]*)/.exec(text)?.[1]
  if (line === undefined) return false
  // A first line longer than what is shown of the file cannot be parsed, but begins as one.
  if (line.length >= text.length - 1 && sizeBytes > line.length + 2) return /"id"\s*:/.test(line) && /"schema"\s*:/.test(line)
  return entityOf(parsed(line)) !== undefined
}

/**
 * Raw records of FollowTheMoney JSON lines: schema and properties under the entity's id, values in order. When an entity was
 * first or last seen, and in which data sets, is left out: it changes from export to export without any change of fact.
 * A line that is no entity stops the version; memory stays flat.
 */
export async function* readFtm(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    for await (const item of readJsonLines(file)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const entity = entityOf(item.value)
      if (!entity) {
        yield stop('entity.unreadable', `${file.name}:${item.line}`, JSON.stringify(item.value), 'an object with id, schema and properties')
        return
      }
      const { id, schema, properties } = entity
      yield {
        key: id,
        body: toBody({
          schema,
          properties: Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, [...values].sort()])),
        }),
      }
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

function entityOf(value: unknown): Entity | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, schema, properties } = value as Partial<Record<keyof Entity, unknown>>
  if (typeof id !== 'string' || id.trim() === '' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    return undefined
  const lists = Object.entries(properties).map(([name, values]) => [name, (Array.isArray(values) ? values : [values]).map(textOf)] as const)
  return { id, schema, properties: Object.fromEntries(lists) }
}

// Nested entities stand in place of their ids in some exports.
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return value.id
  return typeof value === 'string' ? value : JSON.stringify(value)
}
