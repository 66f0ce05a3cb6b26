import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DateReader, dateReader } from './dates.ts'
import type { NameDictionary } from './dictionary.ts'
import { type Frames, framesOf } from './frames.ts'
import { type InstrumentReader, instrumentReader } from './instruments.ts'
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
}

/** What is known beside the language: names of the ledger and acts of the law book. */
export type Knowledge = {
  readonly names: NameDictionary
  readonly instruments: Iterable<KnownInstrument>
  readonly captionOf: (entity: string) => string | null
}

/** Equipment from a language's frames and authorities. */
export function equip(frames: FrameFile, authorities: AuthorityFile, knowledge: Knowledge): Equipment {
  return {
    frames: framesOf(frames),
    lexicon: lexiconOf(authorities),
    names: knowledge.names,
    dates: dateReader(frames.dates),
    instruments: instrumentReader(knowledge.instruments),
    captionOf: knowledge.captionOf,
  }
}

/** Equipment from the files of a folder: `frames.LANG.json` and `authorities.LANG.json`. */
export function loadEquipment(folder: string, language: string, knowledge: Knowledge): Equipment {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.${language}.json`), 'utf8'))
  return equip(read('frames') as FrameFile, read('authorities') as AuthorityFile, knowledge)
}
