import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex, type CandidateIndex, INDEX_FORMAT, loadIndex, openIndex, saveIndex } from '../candidates/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { type Instant, OPEN, type Source, WhoListsError } from '../model/index.ts'
import { STORE_FORMAT } from '../questions/index.ts'
import { indexRecords } from './index-records.ts'

/** A built index generation: files that never change; a new one stands beside it. */
export type Generation = {
  readonly name: string
  /** The ledger's generation it was built from. */
  readonly ledger: number
  readonly built: Instant
  readonly matcher: string
  /** What its index was built from: versions, parsers, matcher. Equal for two generations, so are their indexes. */
  readonly basis: string
  /** The forms of its files: those of another program version are built anew. */
  readonly form: string
  readonly names: number
  readonly records: number
  readonly entities: number
  readonly indexPath: string
  readonly storePath: string
}

/** An entity store while it is built. */
export type EntityBuilding = {
  /** Called once records are joined: the store is there when it resolves, with how many entities. */
  joined(): Promise<number>
  /** Gives up. */
  drop(): Promise<void>
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
 * Where only judgements are new, the index is the former's: entities alone are written anew.
 *
 * @param anew builds the index whatever the former was built from
 * @param entities begins to write the entities of now into a file; it may go on beside the index and the joins
 */
export async function buildGeneration(given: {
  readonly data: string
  readonly ledger: Ledger
  readonly sources: readonly Source[]
  /** Joins records, looking for them in the fresh index. */
  readonly join: (index: CandidateIndex) => Promise<unknown>
  readonly entities: (path: string) => Promise<EntityBuilding>
  readonly now: Instant
  readonly matcher: string
  readonly anew?: boolean
  readonly progress?: BuildProgress
}): Promise<Generation> {
  const { data, ledger, now, progress } = given
  const name = `g${await ledger.generation()}-${now}`
  const paths = pathsOf(data, name)
  mkdirSync(join(data, FOLDER, name), { recursive: true })
  const basis = await basisOf(given)
  const building = await given.entities(paths.storePath)
  const { index, records, entities } = await besides(building, async () => {
    const found = (given.anew ? null : await sharedIndex(data, basis, paths.indexPath)) ?? (await freshIndex(given, name))
    await given.join(found.index)
    progress?.({ phase: 'writing entities', done: 0, total: null })
    return { ...found, entities: await building.joined() }
  })
  const built: Omit<Generation, 'indexPath' | 'storePath'> = {
    name,
    // Joins move the ledger too: what they judged is in the entities.
    ledger: await ledger.generation(),
    built: now,
    matcher: given.matcher,
    basis,
    form: FORM,
    names: index.names,
    records,
    entities,
  }
  const pointer = join(data, FOLDER, POINTER)
  writeFileSync(`${pointer}.part`, JSON.stringify(built))
  renameSync(`${pointer}.part`, pointer)
  removeOlder(data, name)
  return { ...built, ...paths }
}

async function besides<T>(building: EntityBuilding, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await building.drop()
    throw error
  }
}

type Built = { readonly index: CandidateIndex; readonly records: number }

async function freshIndex(
  { data, ledger, sources, matcher, progress }: Parameters<typeof buildGeneration>[0],
  generation: string,
): Promise<Built> {
  progress?.({ phase: 'analysing names', done: 0, total: null })
  let records = 0
  const found = counted(indexRecords(ledger, sources), n => {
    records = n
    if (n % 1000 === 0) progress?.({ phase: 'analysing names', done: n, total: null })
  })
  const buffer = await buildIndex(found, { generation, matcher }, { threads: 2 })
  await saveIndex(buffer, pathsOf(data, generation).indexPath)
  return { index: openIndex(buffer), records }
}

// The former index again; a damaged one is no reason to stop, it is built anew.
async function sharedIndex(data: string, basis: string, path: string): Promise<Built | null> {
  const former = currentGeneration(data)
  if (former?.basis !== basis) return null
  try {
    const index = await loadIndex(former.indexPath)
    copyFileSync(former.indexPath, path)
    return { index, records: former.records }
  } catch (error) {
    if (error instanceof WhoListsError && error.code === 'index.damaged') return null
    throw error
  }
}

async function basisOf({ ledger, sources, matcher }: Parameters<typeof buildGeneration>[0]): Promise<string> {
  const versions = (await ledger.versions()).filter(v => v.accepted < OPEN).map(v => [v.name, v.accepted])
  const parsers = sources.map(s => [s.id, s.parser])
  return createHash('sha256')
    .update(JSON.stringify([FORM, matcher, parsers, versions]))
    .digest('hex')
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
