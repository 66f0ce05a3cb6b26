import { flag, isProblem, note, readJsonLines, stop, toBody } from '../../intake/index.ts'
import type { FileHead, Instant, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { isObject } from '../rows/json-array.ts'
import { entitiesOfTargets, isTargets } from './simple.ts'
import { entitiesOfStatements, isStatements } from './statements.ts'

/** An entity as every form gives it: what it is, what it says, and other ids it goes by. */
export type Entity = {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
  readonly referents: readonly string[]
}

/** An export by its first line: entities, nested targets, a delta, statements, or the simple table of targets. */
export function recogniseExport({ text, tail }: FileHead): Recognised | undefined {
  const first = /^\ufeff?\s*([^\n]*)/.exec(text)?.[1] ?? ''
  if (/^\{\s*"op"\s*:\s*"(?:ADD|MOD|DEL)"\s*,\s*"entity"\s*:/.test(first)) return claim('delta', 'ftm', undefined)
  const published = latestSeen(text, tail)
  if (isStatements(first)) return claim('main', 'statements', published)
  if (isTargets(first)) return claim('main', 'simple', published)
  // What tells an export from other files of FollowTheMoney lines: when it was collected and changed, and from what.
  const exported = ['id', 'caption', 'schema', 'properties', 'datasets', 'last_change'].every(name =>
    new RegExp(`"${name}"\\s*:`).test(text),
  )
  return /^\{\s*"id"\s*:/.test(first) && exported ? claim('main', 'ftm', published) : undefined
}

const claim = (part: 'main' | 'delta', rendition: string, published: Instant | undefined): Recognised => ({
  source: 'opensanctions',
  part,
  rendition,
  ...(published === undefined ? {} : { published }),
})

// The latest run that saw any of the entities at the beginning or the end is the run that wrote the file.
function latestSeen(...texts: readonly string[]): Instant | undefined {
  const seen = texts.flatMap(text => text.match(/(?<!\d)20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?!\d)/g) ?? []).sort()
  const latest = seen.at(-1)
  return latest === undefined ? undefined : Date.parse(`${latest}Z`) / 1000
}

/**
 * Raw records of an export under the entities' ids, with flat memory. When entities were collected, and in which datasets, is
 * left out: it changes from run to run without any change of fact.
 */
export async function* readEntities(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  const main = files.find(({ part }) => part === 'main')
  const deltaFile = files.find(({ part }) => part === 'delta')
  if (!main) {
    yield stop('part.missing', 'files', files.map(({ name }) => name).join(', '), 'the entities that the delta was made from')
    return
  }
  const delta = deltaFile ? await readDelta(deltaFile) : { changes: new Map<string, Change>(), problems: [] }
  yield* delta.problems
  if (delta.problems.some(({ severity }) => severity === 'stop')) return
  for await (const item of entitiesOf(main)) {
    if (isProblem(item)) {
      yield item
      continue
    }
    const change = delta.changes.get(item.id)
    if (change) change.seen = true
    if (change?.op === 'ADD') yield note('delta.added-twice', 'op', item.id, 'an entity that the base lacks')
    if (change?.op !== 'DEL') yield recordOf(change?.entity ?? item)
  }
  yield* whatIsLeft(delta.changes)
}

const recordOf = ({ id, schema, properties, referents }: Entity): RawRecord => ({
  key: id,
  body: toBody({
    schema,
    properties: Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, [...values].sort()])),
    referents: referents.filter(referent => /^(?:ofac-\d|eu-fsf-|gb-fcdo-)/.test(referent)).sort(),
  }),
})

async function* entitiesOf(file: SourceFile): AsyncGenerator<Entity | Problem> {
  if (file.rendition === 'statements') yield* entitiesOfStatements(file)
  else if (file.rendition === 'simple') yield* entitiesOfTargets(file)
  else {
    // Whole entities stand inside others in the nested form, some of them several times.
    const inner = new Set<string>()
    for await (const item of readJsonLines(file)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const found = entitiesIn(item.value)
      if (found.length === 0) {
        yield stop(
          'entity.unreadable',
          `${file.name}:${item.line}`,
          JSON.stringify(item.value).slice(0, 200),
          'an object with id, schema and properties',
        )
        return
      }
      for (const [i, entity] of found.entries()) {
        if (i > 0 && inner.has(entity.id)) continue
        if (i > 0) inner.add(entity.id)
        yield entity
      }
    }
  }
}

// The entity of a line, then those inside it; an inner one is named by its id where it stands.
function entitiesIn(value: unknown): readonly Entity[] {
  if (!isObject(value)) return []
  const { id, schema, properties, referents } = value
  if (typeof id !== 'string' || id.trim() === '' || typeof schema !== 'string' || !isObject(properties)) return []
  const inner: Entity[] = []
  const named = Object.entries(properties).map(([name, values]) => {
    const texts = (Array.isArray(values) ? values : [values]).map((one: unknown) => {
      if (!isObject(one)) return typeof one === 'string' ? one : JSON.stringify(one)
      inner.push(...entitiesIn(one))
      return typeof one['id'] === 'string' ? one['id'] : ''
    })
    return [name, texts] as const
  })
  const others = Array.isArray(referents) ? referents.filter(one => typeof one === 'string') : []
  return [{ id, schema, properties: Object.fromEntries(named), referents: others }, ...inner]
}

type Change = { readonly op: 'ADD' | 'MOD' | 'DEL'; readonly entity?: Entity; seen: boolean }
type Delta = { readonly changes: Map<string, Change>; readonly problems: readonly Problem[] }

async function readDelta(file: SourceFile): Promise<Delta> {
  const changes = new Map<string, Change>()
  const problems: Problem[] = []
  for await (const item of readJsonLines(file)) {
    if (isProblem(item)) {
      problems.push(item)
      continue
    }
    const { op, entity } = isObject(item.value) ? item.value : {}
    const field = `${file.name}:${item.line}`
    const [whole] = entitiesIn(entity)
    const id = isObject(entity) && typeof entity['id'] === 'string' ? entity['id'] : ''
    if (op === 'DEL' && id !== '') addChange(changes, id, { op, seen: false })
    else if ((op === 'ADD' || op === 'MOD') && whole) addChange(changes, whole.id, { op, entity: whole, seen: false })
    else
      problems.push(stop('delta.unreadable', field, JSON.stringify(item.value).slice(0, 200), 'ADD or MOD with an entity, DEL with an id'))
  }
  return { changes, problems }
}

// Several deltas may stand one after the other: what one added and the next removed was never in the base.
function addChange(changes: Delta['changes'], id: string, next: Change): void {
  const before = changes.get(id)?.op
  if (before === 'ADD' && next.op === 'DEL') changes.delete(id)
  else if (before === 'ADD') changes.set(id, { ...next, op: 'ADD' })
  else if (before === 'DEL' && next.op === 'ADD') changes.set(id, { ...next, op: 'MOD' })
  else changes.set(id, next)
}

// Additions come last. A change or removal of what the base lacks shows that it is another base. An entity that is gone
// because it was joined to another is told apart from one that is gone.
function* whatIsLeft(changes: Delta['changes']): Generator<RawRecord | Problem> {
  const joined = new Map<string, string>()
  for (const { entity } of changes.values()) for (const referent of entity?.referents ?? []) joined.set(referent, entity?.id ?? '')
  for (const [id, { op, entity, seen }] of changes) {
    if (op === 'ADD' && entity && !seen) yield recordOf(entity)
    else if (!seen) yield stop('delta.other-base', 'entity/id', `${op} ${id}`, 'an entity of the base')
    else if (op === 'DEL')
      yield joined.has(id) ? note('delta.joined', 'entity/id', id, `now part of ${joined.get(id)}`) : flag('delta.removed', 'entity/id', id)
  }
}
