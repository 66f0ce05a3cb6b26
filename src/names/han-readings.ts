import { createRequire } from 'node:module'

type Table = Readonly<Record<'characters' | 'words' | 'counted' | 'surnames', Readonly<Record<string, string>>>>

/** A word that is read in a way of its own. */
type Word = { readonly length: number; readonly syllables: readonly string[]; readonly likely: number; readonly first: number }
type Readings = { readonly characters: ReadonlyMap<string, string>; readonly words: ReadonlyMap<string, Word> }

/** How likely words are beside each other, as logarithms: a surname is surest, a character that is in no word least so. */
const LIKELY = { word: Math.log(2e-8), counted: Math.log(1e-12), none: Math.log(1e-13) }
const LONGEST = 5

// The table is read when the first Han name comes.
const require = createRequire(import.meta.url)
let readings: Readings | undefined

function readingsOf(table: Table): Readings {
  const characters = new Map<string, string>()
  for (const [syllable, those] of Object.entries(table.characters)) for (const character of those) characters.set(character, syllable)
  const words = new Map<string, Word>()
  const add = (those: Table['words'], likely: (length: number) => number, first: (length: number) => number) => {
    for (const [word, spelt] of Object.entries(those)) {
      const { length } = [...word]
      words.set(word, { length, syllables: spelt.split(' '), likely: likely(length), first: first(length) })
    }
  }
  const last = () => 0
  add(table.counted, () => LIKELY.counted, last)
  add(table.words, () => LIKELY.word, last)
  add(
    table.surnames,
    length => Math.log(length + 1),
    length => length * length,
  )
  return { characters, words }
}

/** The pinyin of each character, without tones; empty for what has no reading. Where a character has several, the words decide. */
export function pinyinOf(word: string): readonly string[] {
  readings ??= readingsOf(require('./tables/han-readings.json') as Table)
  const { characters } = readings
  const text = [...word]
  const out: string[] = []
  const parts = partedIntoWords(text, readings.words)
  while (out.length < text.length) {
    const at = out.length
    const found = parts[at]
    if (found) out.push(...found.syllables)
    else out.push(syllableOf(text, at, characters))
  }
  return out
}

function syllableOf(text: readonly string[], at: number, characters: Readings['characters']): string {
  const character = text[at] ?? ''
  const before = characters.get(text[at - 1] ?? '')
  // The sign of repetition is read as what it repeats; 了 that stands behind no word is one itself.
  if (character === '々' && before !== undefined) return before
  if (character === '了' && before === undefined) return 'liao'
  return characters.get(character) ?? character.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** The likeliest parting of a text from a character on: surnames first, then by what its words have together. */
type Parting = { readonly first: number; readonly likely: number; readonly word?: Word; readonly next: number }

/** The words a text consists of, by the place where they begin. */
function partedIntoWords(text: readonly string[], words: Readings['words']): readonly (Word | undefined)[] {
  const best: (Parting | undefined)[] = []
  const end: Parting = { first: 0, likely: 0, next: text.length }
  for (let last = text.length - 1; last >= 0; last--) {
    const after = best[last + 1] ?? end
    const next = after.word ? last + 1 : after.next
    for (let from = last; from >= 0 && from > last - LONGEST; from--) {
      const word = words.get(text.slice(from, last + 1).join(''))
      if (word) best[from] = better(best[from], { first: after.first + word.first, likely: word.likely + after.likely, word, next })
    }
    best[last] = better(best[last], { first: 0, likely: LIKELY.none + after.likely, next })
  }
  const out: (Word | undefined)[] = []
  for (let at = 0; at < text.length; at = best[at]?.next ?? text.length) out[at] = best[at]?.word
  return out
}

const better = (a: Parting | undefined, b: Parting): Parting =>
  a && (a.first > b.first || (a.first === b.first && a.likely > b.likely)) ? a : b
