import type { CandidateFilter } from '../candidates/index.ts'
import type { AsOf, Instant } from '../model/index.ts'
import { asksNow, resolveAsOf } from './as-of.ts'
import { coverageIn, type Engine } from './engine.ts'
import type { ScreeningOptions } from './screening.ts'

/** What follows from the options of a screening alone: its times, and which records it searches. */
export type Frame = {
  readonly asOf: AsOf
  /** True where the newest state is asked. */
  readonly now: boolean
  /** The limit is set for each search. */
  readonly filter: Omit<CandidateFilter, 'limit'>
  readonly excluded: ReadonlySet<string>
}

/** Gives the frame of options; worked out once a second for one object of options, since a batch asks with the same one. */
export function framesOf(engine: Engine): (options: ScreeningOptions) => Frame {
  const kept = new WeakMap<ScreeningOptions, { readonly second: Instant; readonly frame: Frame }>()
  const rows = rowsCache(engine)
  return options => {
    const second = engine.now()
    const known = kept.get(options)
    if (known?.second === second) return known.frame
    const frame = frameOf(engine, options, second, rows)
    kept.set(options, { second, frame })
    return frame
  }
}

function frameOf(engine: Engine, options: ScreeningOptions, second: Instant, rows: RowsOf): Frame {
  const asOf = resolveAsOf(options.asOf, second)
  const now = asksNow(options.asOf)
  const { instants } = coverageIn(engine, options.scope, asOf)
  const lists = options.scope.every(s => s.lists !== null) ? new Set(options.scope.flatMap(s => s.lists ?? [])) : undefined
  const asked = now && (options.topics.length > 0 || options.changedSince !== null)
  const filter: Frame['filter'] = {
    instants: asOf.validAsked ? new Map([...instants.keys()].map(source => [source, null])) : instants,
    ...(options.excludedSchemata.length > 0 ? { excludedSchemata: new Set(options.excludedSchemata) } : {}),
    ...(lists && !lists.has('') ? { lists } : {}),
    ...(asked ? { rows: rows(options) } : {}),
  }
  return { asOf, now, filter, excluded: new Set(options.excludedIds) }
}

type RowsOf = (options: Pick<ScreeningOptions, 'topics' | 'changedSince'>) => Uint32Array

const MAX_KEPT = 32

// The rows of entities that have one of the topics and changed late enough, a bit each: kept, since callers ask for the same few.
function rowsCache(engine: Engine): RowsOf {
  const kept = new Map<string, Uint32Array>()
  return ({ topics, changedSince }) => {
    const key = JSON.stringify([topics, changedSince])
    const known = kept.get(key)
    if (known) return known
    const bits = new Uint32Array(Math.ceil(engine.index.rows / 32))
    for (const entity of entitiesWith(engine, topics, changedSince))
      for (const record of engine.membership.recordsOf(entity))
        for (const row of engine.index.rowsOf(record)) bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31))
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(key, bits)
    return bits
  }
}

function entitiesWith({ store }: Engine, topics: readonly string[], changedSince: string | null): readonly string[] {
  const rows = store.valuesOf('topics')
  if (topics.length > 0 && rows === null) return []
  const ofTopics = `id IN (SELECT entity FROM ${rows} WHERE value IN (${topics.map(() => '?').join(', ')}))`
  const conditions = [...(topics.length > 0 ? [ofTopics] : []), ...(changedSince === null ? [] : ['last_change > ?'])]
  const values = [...topics, ...(changedSince === null ? [] : [changedSince])]
  return store.all<{ name: string }>(`SELECT name FROM entity WHERE ${conditions.join(' AND ')}`, ...values).map(e => e.name)
}
