import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDictionary, loadEquipment, type NamedEntity, type NewsDocument, type NewsReader, newsReader } from '../../src/news/index.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const facts = <T>(name: string) => JSON.parse(readFileSync(join(ROOT, 'data', 'facts', `${name}.json`), 'utf8')) as T

type Party = {
  readonly id: string
  readonly name: string
  readonly names?: Readonly<Record<string, string>>
  readonly aliases?: readonly string[]
}

const inReports = JSON.parse(readFileSync(join(ROOT, 'data', 'news', 'aliases.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>

function* names(): Iterable<NamedEntity> {
  for (const party of facts<readonly Party[]>('parties'))
    for (const name of [party.name, ...Object.values(party.names ?? {}), ...(party.aliases ?? []), ...(inReports[party.id] ?? [])]) {
      yield { name, entity: party.id, weak: false, known: true }
      const quoted = /[«“]([^»”]{4,})[»”]/.exec(name)?.[1]
      if (quoted) yield { name: quoted, entity: party.id, weak: false, known: true }
    }
}

/** A reader over the names and acts of the curated base, and over names of others. */
export function readerOverBase(others: readonly string[] = []): NewsReader {
  const knowledge = {
    names: buildDictionary([...names(), ...others.map(name => ({ name, entity: name, weak: false, known: false }))]),
    instruments: facts<readonly { id: string; type: string; number: string | null; title: string }[]>('instruments'),
    captionOf: () => null,
  }
  const equipment = new Map(['en', 'ru', 'ar'].map(l => [l, loadEquipment(join(ROOT, 'data', 'news'), l, knowledge)]))
  return newsReader(equipment, () => true)
}

/** A document in our own words. */
export const documentOf = (text: string, published: string | null, id = 'own'): NewsDocument => ({
  id,
  title: null,
  publisher: null,
  published,
  url: null,
  sha256: id,
  text,
})
