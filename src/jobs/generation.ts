import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex, type CandidateIndex, INDEX_FORMAT, openIndex, saveIndex } from '../candidates/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Instant, Source } from '../model/index.ts'
import { type EntityNow, STORE_FORMAT } from '../questions/index.ts'
import { buildEntityStore } from './entity-store.ts'
import { indexRecords } from './index-records.ts'

/** A built index generation: files that never change; a new one stands beside it. */
export type Generation = {
  readonly name: string
  /** The ledger's generation it was built from. */
  readonly ledger: number
  readonly built: Instant
  readonly matcher: string
  /** The forms of its files: those of another program version are built anew. */
  readonly form: string
  readonly names: number
  readonly records: number
  readonly entities: number
  readonly indexPath: string
  readonly storePath: string
}

/** How far the building is. */
export type BuildProgress = (step: { readonly phase: string; readonly done: number; readonly total: number | null }) => void

const FORM = `index ${INDEX_FORMAT}, entities ${STORE_FORMAT}`
const FOLDER = 'generations'
const POINTER = 'current.json'

/** The generation that answers now, or null where none was built yet by a program of this form. */
export function currentGeneration(data: string): Generation | null {
  const pointer = join(data, FOLDER, POINTER)
  if (!existsSync(pointer)) return null
  const stored = JSON.parse(readFileSync(pointer, 'utf8')) as Omit<Generation, 'indexPath' | 'storePath'>
  if (stored.form !== FORM) return null
  const generation = { ...stored, ...pathsOf(data, stored.name) }
  return existsSync(generation.indexPath) && existsSync(generation.storePath) ? generation : null
}

const pathsOf = (data: string, name: string) => ({
  indexPath: join(data, FOLDER, name, 'names.index'),
  storePath: join(data, FOLDER, name, 'entities.sqlite'),
})

/**
 * Builds a generation beside the current one, then renames the pointer to it. A kill at any moment leaves the former.
 *
 * @param entities the entities of now, each with its records
 */
export async function buildGeneration(given: {
  readonly data: string
  readonly ledger: Ledger
  readonly sources: readonly Source[]
  /** Joins records, looking for them in the fresh index. */
  readonly join: (index: CandidateIndex) => Promise<unknown>
  /** Read once the records are joined. */
  readonly entities: AsyncIterable<EntityNow>
  readonly now: Instant
  readonly matcher: string
  readonly progress?: BuildProgress
}): Promise<Generation> {
  const { data, ledger, sources, now, progress } = given
  const ledgerGeneration = await ledger.generation()
  const name = `g${ledgerGeneration}-${now}`
  const paths = pathsOf(data, name)
  mkdirSync(join(data, FOLDER, name), { recursive: true })
  progress?.({ phase: 'analysing names', done: 0, total: null })
  let records = 0
  const buffer = await buildIndex(
    counted(indexRecords(ledger, sources), n => {
      records = n
      if (n % 1000 === 0) progress?.({ phase: 'analysing names', done: n, total: null })
    }),
    { generation: name, matcher: given.matcher },
  )
  await saveIndex(buffer, paths.indexPath)
  await given.join(openIndex(buffer))
  progress?.({ phase: 'writing entities', done: 0, total: null })
  const entities = await buildEntityStore(paths.storePath, given.entities)
  const built: Omit<Generation, 'indexPath' | 'storePath'> = {
    name,
    ledger: ledgerGeneration,
    built: now,
    matcher: given.matcher,
    form: FORM,
    names: openIndex(buffer).names,
    records,
    entities,
  }
  const pointer = join(data, FOLDER, POINTER)
  writeFileSync(`${pointer}.part`, JSON.stringify(built))
  renameSync(`${pointer}.part`, pointer)
  removeOlder(data, name)
  return { ...built, ...paths }
}

async function* counted<T>(items: AsyncIterable<T>, tell: (n: number) => void): AsyncIterable<T> {
  let n = 0
  for await (const item of items) {
    n += 1
    tell(n)
    yield item
  }
}

// The one before stays: a reader may still be opening it.
function removeOlder(data: string, name: string): void {
  const others = readdirSync(join(data, FOLDER), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== name)
    .map(entry => entry.name)
    .sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]))
  for (const old of others.slice(0, -1)) rmSync(join(data, FOLDER, old), { recursive: true, force: true })
}
