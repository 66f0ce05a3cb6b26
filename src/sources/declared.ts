import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import type { Source } from '../model/index.ts'

/** What a source says of itself, without what it does. */
type Declared = Omit<Source, 'recognise' | 'read' | 'parse'>
type Noted = readonly { readonly door: string; readonly sources: readonly Declared[] }[]

const NOTE = 'declared.json'
const require = createRequire(import.meta.url)

/**
 * The sources that a note beside their folders declares, or undefined where there is no note. Compiled code has one: a server
 * then knows every source without the code that reads them, which is loaded when one of them first reads something.
 */
export function declaredIn(folder: string): readonly Source[] | undefined {
  const note = join(folder, NOTE)
  if (!existsSync(note)) return undefined
  const noted = JSON.parse(readFileSync(note, 'utf8')) as Noted
  return noted.flatMap(({ door, sources }) => sources.map(source => loadedLate(source, join(folder, door))))
}

function loadedLate(declared: Declared, door: string): Source {
  let known: Source | undefined
  const load = (): Source => {
    const { default: found } = require(door) as { readonly default: Source | readonly Source[] }
    known = [found].flat().find(source => source.id === declared.id)
    if (!known) throw new Error(`${door} declares no source ${declared.id}`)
    return known
  }
  return {
    ...declared,
    recognise: head => (known ?? load()).recognise(head),
    read: files => (known ?? load()).read(files),
    parse: raw => (known ?? load()).parse(raw),
  }
}

/** Writes the note of a folder of compiled sources. */
export function noteDeclared(folder: string, all: readonly { readonly door: string; readonly sources: readonly Source[] }[]): void {
  const noted: Noted = all.map(({ door, sources }) => ({
    door,
    sources: sources.map(({ recognise, read, parse, ...declared }) => declared),
  }))
  writeFileSync(join(folder, NOTE), JSON.stringify(noted))
}

/**
 * A module beside another one, by its name without ending, loaded when it is first called for: a server that reads no files needs
 * none of the code that does.
 *
 * @param beside `import.meta` of the other one
 */
export function loadedWhenUsed<T>(beside: ImportMeta, name: string): () => T {
  let known: T | undefined
  return () => {
    known ??= createRequire(beside.url)(`./${name}${extname(beside.filename)}`) as T
    return known
  }
}
