import { MAX_TOKENS } from './alignment.ts'
import { splitWords } from './split.ts'
import { PARTICLES } from './tables/persons.tables.ts'
import { NONE, tagged } from './tag.ts'
import { plainText } from './text.ts'
import type { AnalysedName, NameKind, NameParts } from './types.ts'
import { wadeGiles } from './wade-giles.ts'
import { type Piece, type ReadWord, readWord } from './words.ts'
import { partGlued, writings } from './writings.ts'

/**
 * A name taken apart: romanised tokens with what each is, and further readings where a script is ambiguous.
 *
 * @param text the name as written, in any script
 * @param kind what it names
 * @param parts name parts given beside the full name; they give tokens their roles
 * @returns never throws; a name without any letter or digit has no tokens
 */
export function analyseName(text: string, kind: NameKind, parts?: NameParts): AnalysedName {
  const readings: AnalysedName[] = []
  for (const written of writings(plainText(text), kind))
    for (const words of wordReadings(written, kind)) if (readings.length < MOST_READINGS) readings.push(tagged(text, kind, words, parts))
  const [first, ...alternatives] = readings
  if (!first) return { text, kind, tokens: [], roles: [], alternatives: NONE }
  return alternatives.length === 0 ? first : { ...first, alternatives }
}

const MOST_READINGS = 3

/** What a FollowTheMoney schema names. */
export function nameKindOf(schema: string): NameKind {
  if (schema === 'Person') return 'person'
  if (schema === 'Company' || schema === 'Organization' || schema === 'PublicBody') return 'organisation'
  if (schema === 'Vessel' || schema === 'Airplane' || schema === 'Vehicle') return 'vessel'
  return 'unknown'
}

/** True where a word says that a name is a body's: a legal form, a business, a place, "of" and "for", but no particle that persons bear too. */
export const isBody = (name: AnalysedName): boolean =>
  name.tokens.some(
    t => t.kind === 'legal-form' || t.kind === 'sector' || t.kind === 'place' || (t.kind === 'stop' && !PARTICLES.has(t.text)),
  )

/**
 * Two words or more of nobody knows what, none of which names a body. Against a body's name the rules for persons then hold: a
 * customer's first letters are no acronym, and a first name is not left out.
 */
export const mayBePerson = (name: AnalysedName): boolean =>
  name.mayBePerson ?? (name.kind === 'unknown' && name.tokens.length > 1 && !isBody(name))

/** A name of nobody knows what, read as one of a kind; that it may be a person's is kept with it. */
export function readAs(name: AnalysedName, kind: NameKind): AnalysedName {
  const read = analyseName(name.text, kind)
  return kind !== 'person' && mayBePerson(name) ? { ...read, mayBePerson: true } : read
}

type Word = Piece

function wordReadings(text: string, kind: NameKind): readonly (readonly Word[])[] {
  const ofPerson = kind === 'person' || kind === 'unknown'
  const manner = MIDDLE_DOT.test(text) ? 'foreign' : WESTERN.test(text) ? 'western' : 'plain'
  const read: ReadWord[] = []
  let most = 1
  for (const word of splitWords(kind === 'person' ? text : partGlued(text), kind)) {
    const readings = readWord(word, ofPerson, manner)
    if (readings.length > most) most = readings.length
    read.push(readings)
  }
  const out: (readonly Word[])[] = []
  for (let i = 0; i < Math.min(3, most); i++) {
    if (i > 0 && isMixed(read, i)) continue
    const words: Word[] = []
    for (const word of read) for (const piece of word[i] ?? word[0] ?? NO_PIECES) if (words.length < MAX_TOKENS) words.push(piece)
    out.push(words)
  }
  const chinese = ofPerson && out.length === 1 ? wadeGiles(out[0]?.map(word => word.text) ?? []) : undefined
  if (chinese) out.push((out[0] ?? []).map((word, i) => ({ text: chinese[i] ?? word.text, script: word.script, original: word.original })))
  return out
}

const NO_PIECES: readonly Piece[] = []
// Chinese characters are all read in one language: where one word has no reading of its own in it, the others' do not count.
const isMixed = (read: readonly ReadWord[], at: number): boolean =>
  read.some(word => word[0]?.[0]?.script === 'Hani' && (word[at] ?? word[0]) === word[0])

// Letters that of all languages in Cyrillic only Ukrainian and Belarusian have.
const WESTERN = /[іїєґўІЇЄҐЎ]/
// Parts the words of a foreign name put into Chinese or Japanese writing.
const MIDDLE_DOT = /[·・•‧∙]/
