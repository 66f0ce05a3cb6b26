import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DateReader, dateReader } from './dates.ts'
import type { NameDictionary } from './dictionary.ts'
import { type Frames, framesOf } from './frames.ts'
import { type CitationFile, type InstrumentReader, instrumentReader } from './instruments.ts'
import type { AuthorityFile, FrameFile } from './language.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import type { KnownInstrument } from './types.ts'

/** Everything that reading one language needs. */
export type Equipment = {
  readonly frames: Frames
  readonly lexicon: Lexicon
  readonly names: NameDictionary
  readonly dates: DateReader
  readonly instruments: InstrumentReader
  /** The name of an entity in answers, where it is curated. */
  readonly captionOf: (entity: string) => string | null
  /** The FollowTheMoney schema of an entity, where it is known. */
  readonly schemaOf?: (entity: string) => string | null
}

/** What is known beside the language: names of the ledger and acts of the law book. */
export type Knowledge = {
  readonly names: NameDictionary
  readonly instruments: Iterable<KnownInstrument>
  readonly captionOf: (entity: string) => string | null
  /** The FollowTheMoney schema of an entity, where it is known. */
  readonly schemaOf?: (entity: string) => string | null
}

/** What the data folder holds of a language, and of citations in all of them. */
export type LanguageFiles = { readonly frames: FrameFile; readonly authorities: AuthorityFile; readonly citations: CitationFile }

/** Equipment from a language's frames and authorities. */
export function equip(files: LanguageFiles, knowledge: Knowledge): Equipment {
  const compiled = framesOf(files.frames)
  return {
    frames: compiled,
    lexicon: lexiconOf(files.authorities),
    names: knowledge.names,
    dates: dateReader(files.frames.dates, compiled.grammar),
    instruments: instrumentReader(files.citations, knowledge.instruments),
    captionOf: knowledge.captionOf,
    ...(knowledge.schemaOf ? { schemaOf: knowledge.schemaOf } : {}),
  }
}

/** Equipment from the files of a folder: `frames.LANG.json`, `authorities.LANG.json` and `citations.json`. */
export function loadEquipment(folder: string, language: string, knowledge: Knowledge): Equipment {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  const files = {
    frames: read(`frames.${language}`) as FrameFile,
    authorities: read(`authorities.${language}`) as AuthorityFile,
    citations: read('citations') as CitationFile,
  }
  return equip(files, knowledge)
}
