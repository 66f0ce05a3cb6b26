import { analyseName } from './analyse.ts'
import { PARTICLES } from './tables/persons.tables.ts'
import { EMPTY_KINDS, NONE, noRoles, steadyBodyToken, steadyPersonToken, tagged } from './tag.ts'
import { MAX_CHARACTERS } from './text.ts'
import type { NameToken } from './token.ts'
import type { AnalysedName, NameKind, NameParts } from './types.ts'
import { surelyWadeGiles } from './wade-giles.ts'
import { type Piece, readWord } from './words.ts'
import { withAcronym } from './writings.ts'

/**
 * Gives a function that takes names apart as `analyseName` does, made for many names in a row: the words of a plain name
 * are looked up by their letters, without making a text of each. The name it gives holds until the next call.
 */
export function nameReader(): (text: string, kind: NameKind, parts?: NameParts) => AnalysedName {
  const persons = plainWords(true)
  const bodies = plainWords(false)
  const tokens: NameToken[] = []
  const name = { text: '', kind: 'person' as NameKind, tokens, roles: noRoles(0), alternatives: NONE }
  return (text, kind, parts) => {
    const words = kind === 'person' ? persons : kind === 'organisation' ? bodies : undefined
    if (!words || parts || !words.read(text)) return analyseName(text, kind, parts)
    if (!words.steady(tokens)) return tagged(text, kind, words.pieces(), undefined)
    name.text = text
    name.kind = kind
    name.roles = noRoles(tokens.length)
    return name
  }
}

// What a character is: 1 a letter or digit, 2 a break between words, 3 the same behind two letters or more, 4 nothing; a name
// with any other is taken apart as a whole.
const LETTER = 1
const BREAK = 2
const FULL_STOP = 3
const NOTHING = 4
const classes = (breaks: string, stops: string, nothing: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, c) => {
    const letter = String.fromCharCode(c)
    if (/[A-Za-z0-9]/.test(letter)) return LETTER
    return breaks.includes(letter) ? BREAK : stops.includes(letter) ? FULL_STOP : nothing.includes(letter) ? NOTHING : 0
  })
const CLASSES_OF_PERSON = classes(' -./()', '', "'")
const CLASSES_OF_BODY = classes(' -', '.', '')

// What was found out for a word lies in 32 bytes side by side: hash of its letters, where its tokens begin, how many
// tokens and letters it has and what is to be known of them, and the letters.
const CARD_WORDS = 8
const CARD_BYTES = 32
const LETTERS_AT = 12
const MOST_LETTERS = CARD_BYTES - LETTERS_AT
const MOST_CARDS = 200_000
const MOST_WORDS = 24
// Tokens that a name may have to be plain; a word has three at most.
const MOST_TOKENS = 32

// The name has to be taken apart as a whole, for an unclear word or Chinese in Wade–Giles, which goes by all words; what a
// word is depends on its neighbours; a number; a token that names.
const WHOLE = 1
const DEPENDS = 2
const NUMBER = 4
const NAMING = 8
const COUNT_SHIFT = 8
const LENGTH_SHIFT = 16

const PRIME = 0x01000193
const BASIS = 0x811c9dc5

/** Words of plain names with their tokens, by their letters. */
function plainWords(ofPerson: boolean) {
  const classOf = ofPerson ? CLASSES_OF_PERSON : CLASSES_OF_BODY
  let table = new Uint32Array(1 << 12)
  let cards = new Uint32Array(CARD_WORDS << 10)
  let letters = new Uint8Array(cards.buffer)
  let pieces: Piece[] = []
  let tokens: (NameToken | null)[] = []
  let count = 0
  // The cards of the words of the last name.
  const found = new Uint32Array(MOST_WORDS)
  let words = 0

  const clear = () => {
    table.fill(0)
    pieces = []
    tokens = []
    count = 0
  }
  const grow = () => {
    const larger = new Uint32Array(cards.length * 2)
    larger.set(cards)
    cards = larger
    letters = new Uint8Array(cards.buffer)
    table = new Uint32Array(table.length * 2)
    for (let card = 0; card < count; card++) table[free(cards[card * CARD_WORDS] as number)] = card + 1
  }
  const free = (hash: number) => {
    const mask = table.length - 1
    let at = hash & mask
    while (table[at] !== 0) at = (at + 1) & mask
    return at
  }
  const same = (card: number, text: string, from: number, to: number) => {
    const length = (cards[card * CARD_WORDS + 2] as number) >>> LENGTH_SHIFT
    let at = card * CARD_BYTES + LETTERS_AT
    const end = at + length
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i)
      if (classOf[c] === NOTHING) continue
      if (at === end || letters[at++] !== (c | 0x20)) return false
    }
    return at === end
  }
  const cardOf = (text: string, from: number, to: number, hash: number): number => {
    const mask = table.length - 1
    let at = hash & mask
    for (let slot = table[at] as number; slot !== 0; slot = table[at] as number) {
      if (cards[(slot - 1) * CARD_WORDS] === hash && same(slot - 1, text, from, to)) return slot - 1
      at = (at + 1) & mask
    }
    return add(text.slice(from, to).replaceAll("'", '').toLowerCase(), hash)
  }
  const add = (word: string, hash: number): number => {
    if ((count + 1) * CARD_WORDS > cards.length) grow()
    const card = count++
    const [reading = NO_PIECES, ...others] = readWord(word, ofPerson, 'plain')
    const made = reading.map(piece => (ofPerson ? steadyPersonToken(piece) : steadyBodyToken(piece)))
    const unclear = reading.length === 0 || others.length > 0 || (ofPerson && word.length === 1 && PARTICLES.has(word))
    const flags = flagsOf(reading, made) | (unclear ? WHOLE : 0)
    cards.set([hash, pieces.length, flags | (made.length << COUNT_SHIFT) | (word.length << LENGTH_SHIFT)], card * CARD_WORDS)
    for (let i = 0; i < word.length; i++) letters[card * CARD_BYTES + LETTERS_AT + i] = word.charCodeAt(i)
    pieces.push(...reading)
    tokens.push(...made)
    table[free(hash)] = card + 1
    return card
  }

  /** Reads the words of a name; false where it is not plain. */
  const read = (text: string): boolean => {
    words = 0
    if (text.length > MAX_CHARACTERS || (!ofPerson && withAcronym(text))) return false
    if (count >= MOST_CARDS) clear()
    let from = 0
    let length = 0
    let hash = BASIS
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? text.charCodeAt(i) : SPACE
      const what = c < 128 ? classOf[c] : 0
      if (what === LETTER) {
        hash = Math.imul(hash ^ (c | 0x20), PRIME)
        length++
      } else if (what !== NOTHING) {
        if (what === 0 || length > MOST_LETTERS || (what === FULL_STOP && length < 2)) return false
        if (length > 0) {
          if (words === MOST_WORDS) return false
          found[words++] = cardOf(text, from, i, (hash ^ (hash >>> 15)) >>> 0)
        }
        from = i + 1
        length = 0
        hash = BASIS
      }
    }
    let known = 0
    let single = 0
    for (let w = 0; w < words; w++) {
      known |= flagsAt(w)
      single = flagsAt(w) >>> LENGTH_SHIFT === 1 ? single + 1 : 0
      if (single > MOST_SINGLE) return false
    }
    return (known & WHOLE) === 0
  }
  const flagsAt = (word: number) => cards[(found[word] as number) * CARD_WORDS + 2] as number

  // Puts what `pool` holds of the words that were read into `out`.
  const gather = <T>(pool: readonly T[], out: NonNullable<T>[]) => {
    out.length = 0
    for (let w = 0; w < words; w++) {
      const first = cards[(found[w] as number) * CARD_WORDS + 1] as number
      const end = first + ((flagsAt(w) >>> COUNT_SHIFT) & 0xff)
      for (let i = first; i < end; i++) out.push(pool[i] as NonNullable<T>)
    }
  }

  /** Puts the tokens of the words read into `out`; false where they depend on one another. */
  const steady = (out: NameToken[]): boolean => {
    let known = 0
    let numbers = 0
    for (let w = 0; w < words; w++) {
      known |= flagsAt(w)
      if ((flagsAt(w) & NUMBER) !== 0) numbers++
    }
    if ((known & DEPENDS) !== 0 || (known & NAMING) === 0 || numbers > 1) return false
    gather(tokens, out)
    return out.length > 1 && out.length <= MOST_TOKENS
  }

  /** The words read, as they are before it is known what each is. */
  const piecesRead = (): readonly Piece[] => {
    const out: Piece[] = []
    gather(pieces, out)
    return out
  }
  return { read, steady, pieces: piecesRead }
}

// More letters in a row are one word set apart.
const MOST_SINGLE = 4
const SPACE = 0x20
const NO_PIECES: readonly Piece[] = []

function flagsOf(pieces: readonly Piece[], tokens: readonly (NameToken | null)[]): number {
  return (
    (pieces.some(piece => surelyWadeGiles(piece.text)) ? WHOLE : 0) |
    (tokens.includes(null) ? DEPENDS : 0) |
    (tokens.some(token => token?.kind === 'number') ? NUMBER : 0) |
    (tokens.some(token => token && !EMPTY_KINDS.has(token.kind)) ? NAMING : 0)
  )
}
