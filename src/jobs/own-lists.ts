import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnList } from '../sources/index.ts'

const FILE = 'own-lists.json'

/** The lists of the user's own that a data folder knows, by name; none where there is no file. */
export function readOwnLists(folder: string): readonly OwnList[] {
  let text: string
  try {
    text = readFileSync(join(folder, FILE), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return JSON.parse(text) as readonly OwnList[]
}

/** Keeps a list of the user's own, in place of one of the same name; the file is there whole or as it was. */
export function keepOwnList(folder: string, list: OwnList): void {
  write(folder, [...readOwnLists(folder).filter(({ name }) => name !== list.name), list])
}

/** Forgets a list of the user's own by its name; one that is not known is no mistake. */
export function dropOwnList(folder: string, name: string): void {
  write(
    folder,
    readOwnLists(folder).filter(list => list.name !== name),
  )
}

function write(folder: string, lists: readonly OwnList[]): void {
  const sorted = lists.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  mkdirSync(folder, { recursive: true })
  const fresh = join(folder, `${FILE}.new`)
  writeFileSync(fresh, `${JSON.stringify(sorted, null, 1)}\n`, { flush: true })
  renameSync(fresh, join(folder, FILE))
}
