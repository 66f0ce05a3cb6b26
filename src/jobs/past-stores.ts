import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AsOf } from '../model/index.ts'
import {
  type AsOfAsked,
  asksNow,
  coverageOf,
  type Engine,
  type EntityStore,
  entitiesAt,
  openEntityStore,
  resolveAsOf,
} from '../questions/index.ts'
import { buildEntityStore } from './entity-store.ts'

/** Entity stores of past days, so that what is searched now can be searched as it was. */
export type PastStores = {
  /** The store of the times asked for: that of the engine for now, else one built when it is first asked for. */
  at(asked: AsOfAsked): Promise<EntityStore>
  /** Lets the stores go and removes their files. */
  close(): Promise<void>
}

/** Stores of past days at hand; the one asked for longest ago goes first. */
const KEPT = 2

/** The stores of one engine. Times that the same versions, judgements and day of force answer share one. */
export function openPastStores(engine: Engine): PastStores {
  const kept = new Map<string, Promise<{ readonly store: EntityStore; readonly folder: string }>>()
  const drop = async (key: string) => {
    const old = kept.get(key)
    kept.delete(key)
    const built = await old?.catch(() => undefined)
    built?.store.close()
    if (built) rmSync(built.folder, { recursive: true, force: true })
  }
  return {
    async at(asked) {
      if (asksNow(asked)) return engine.store
      const asOf = resolveAsOf(asked, engine.now())
      const key = keyOf(engine, asOf, asked)
      const known = kept.get(key) ?? build(engine, asOf)
      known.catch(() => kept.delete(key))
      kept.delete(key)
      kept.set(key, known)
      for (const old of kept.keys()) if (kept.size > KEPT) void drop(old)
      return (await known).store
    },
    async close() {
      await Promise.all([...kept.keys()].map(drop))
    },
  }
}

function keyOf(engine: Engine, asOf: AsOf, asked: AsOfAsked): string {
  const { instants } = coverageOf([...engine.sources.values()], engine.versions, asOf, [])
  return JSON.stringify([[...instants], asOf.valid, asOf.validAsked, asked.recorded ?? null])
}

async function build(engine: Engine, asOf: AsOf) {
  const sources = [...engine.sources.values()]
  const folder = mkdtempSync(join(tmpdir(), 'wholists-past-'))
  try {
    const path = join(folder, 'entities.sqlite')
    await buildEntityStore(path, entitiesAt({ ledger: engine.ledger, sources, asOf }), sources)
    return { store: openEntityStore(path), folder }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
