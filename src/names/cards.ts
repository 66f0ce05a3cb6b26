import { POSSESSIVE } from './split.ts'
import { PARTICLES } from './tables/persons.tables.ts'
import { EMPTY_KINDS, steadyBodyToken, steadyPersonToken } from './tag.ts'
import type { NameToken } from './token.ts'
import { surelyWadeGiles } from './wade-giles.ts'
import { type Piece, readUnkept } from './words.ts'

// What was found out for a word lies in 32 bytes side by side: hash of its letters, where its tokens begin, how many
// tokens and letters it has and what is to be known of them, and the letters; those of a word beyond ASCII lie beside.
const CARD_WORDS = 8
const CARD_BYTES = 32
const LETTERS_AT = 12
const MOST_CARDS = 200_000
/** Letters of a word that a card holds. */
export const MOST_LETTERS = CARD_BYTES - LETTERS_AT

/** The name has to be taken apart as a whole, for an unclear word or Chinese in Wade–Giles, which goes by all words. */
export const WHOLE = 1
/** What a word is depends on its neighbours. */
export const DEPENDS = 2
/** The word is a number. */
export const NUMBER = 4
/** One of its tokens names. */
export const NAMING = 8
/** It begins with a letter by itself. */
export const SINGLE = 16
// Its letters are not all ASCII.
const WIDE = 32
const COUNT_SHIFT = 8
const LENGTH_SHIFT = 16

/** Words with what each is, by their letters, without making a text of each. */
export class WordCards {
  readonly #ofPerson: boolean
  #table = new Uint32Array(1 << 12)
  #cards = new Uint32Array(CARD_WORDS << 10)
  #letters = new Uint8Array(this.#cards.buffer)
  #pieces: Piece[] = []
  #tokens: (NameToken | null)[] = []
  #ids: number[] = []
  readonly #wide = new Map<number, string>()
  #count = 0

  constructor(ofPerson: boolean) {
    this.#ofPerson = ofPerson
  }

  /** Forgets all where there are too many. */
  tidy(): void {
    if (this.#count < MOST_CARDS) return
    this.#table.fill(0)
    this.#pieces = []
    this.#tokens = []
    this.#ids = []
    this.#wide.clear()
    this.#count = 0
  }

  /** The card of the word that stands in a text there. */
  find(text: string, from: number, to: number, hash: number): number {
    const mask = this.#table.length - 1
    let at = hash & mask
    for (let slot = this.#table[at] as number; slot !== 0; slot = this.#table[at] as number) {
      if (this.#cards[(slot - 1) * CARD_WORDS] === hash && this.#isSame(slot - 1, text, from, to)) return slot - 1
      at = (at + 1) & mask
    }
    return this.#add(asWritten(text.slice(from, to)), hash)
  }

  /** What is to be known of a word. */
  flags(card: number): number {
    return this.#cards[card * CARD_WORDS + 2] as number
  }

  /** How many letters a word has. */
  length(card: number): number {
    return this.flags(card) >>> LENGTH_SHIFT
  }

  /** Whether the first letter of a word may be the letter of another at a place: of letters beyond ASCII it is not known. */
  mayBeLetter(card: number, other: number, at: number): boolean {
    if (((this.flags(card) | this.flags(other)) & WIDE) !== 0) return true
    return this.#letters[card * CARD_BYTES + LETTERS_AT] === this.#letters[other * CARD_BYTES + LETTERS_AT + at]
  }

  /** Puts the tokens of a word behind those in `out`, and their numbers behind those in `ids`. */
  tokensInto(card: number, out: NameToken[], ids: number[]): void {
    const first = this.#cards[card * CARD_WORDS + 1] as number
    const end = first + ((this.flags(card) >>> COUNT_SHIFT) & 0xff)
    for (let i = first; i < end; i++) {
      out.push(this.#tokens[i] as NameToken)
      ids.push(this.#ids[i] as number)
    }
  }

  /** Puts the pieces of a word behind those in `out`. */
  piecesInto(card: number, out: Piece[]): void {
    const first = this.#cards[card * CARD_WORDS + 1] as number
    const end = first + ((this.flags(card) >>> COUNT_SHIFT) & 0xff)
    for (let i = first; i < end; i++) out.push(this.#pieces[i] as Piece)
  }

  #isSame(card: number, text: string, from: number, to: number): boolean {
    const flags = this.flags(card)
    if (flags >>> LENGTH_SHIFT !== to - from) return false
    if ((flags & WIDE) !== 0) return isWritten(this.#wide.get(card) ?? '', text, from)
    const letters = card * CARD_BYTES + LETTERS_AT - from
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i)
      if (c > 0x7f || this.#letters[letters + i] !== (c | 0x20)) return false
    }
    return true
  }

  // `raw` is the word as written but for ASCII capitals.
  #add(raw: string, hash: number): number {
    if ((this.#count + 1) * CARD_WORDS > this.#cards.length) this.#grow()
    const card = this.#count++
    const word = bare(raw, this.#ofPerson)
    const [reading = NO_PIECES, ...others] = readUnkept(word, this.#ofPerson, 'plain')
    const made = reading.map(piece => (this.#ofPerson ? steadyPersonToken(piece) : steadyBodyToken(piece)))
    const unclear = reading.length === 0 || others.length > 0 || (this.#ofPerson && word.length === 1 && PARTICLES.has(word))
    const single = raw.length === 1 || raw[1] === '.'
    const flags = flagsOf(reading, made) | (unclear ? WHOLE : 0) | (single ? SINGLE : 0) | (this.#keepLetters(card, raw) ? WIDE : 0)
    this.#cards.set([hash, this.#pieces.length, flags | (made.length << COUNT_SHIFT) | (raw.length << LENGTH_SHIFT)], card * CARD_WORDS)
    this.#pieces.push(...reading)
    for (const token of made) {
      this.#tokens.push(token)
      this.#ids.push(token?.id ?? 0)
    }
    this.#table[this.#freeSlot(hash)] = card + 1
    return card
  }

  // True where the letters lie beside the card.
  #keepLetters(card: number, raw: string): boolean {
    for (let i = 0; i < raw.length; i++) {
      const c = raw.charCodeAt(i)
      if (c > 0x7f) {
        this.#wide.set(card, raw)
        return true
      }
      this.#letters[card * CARD_BYTES + LETTERS_AT + i] = c
    }
    return false
  }

  #grow(): void {
    const larger = new Uint32Array(this.#cards.length * 2)
    larger.set(this.#cards)
    this.#cards = larger
    this.#letters = new Uint8Array(larger.buffer)
    this.#table = new Uint32Array(this.#table.length * 2)
    for (let card = 0; card < this.#count; card++) this.#table[this.#freeSlot(this.#cards[card * CARD_WORDS] as number)] = card + 1
  }

  #freeSlot(hash: number): number {
    const mask = this.#table.length - 1
    let at = hash & mask
    while (this.#table[at] !== 0) at = (at + 1) & mask
    return at
  }
}

// A word with its ASCII capitals as small letters: names in capitals are the same names.
const asWritten = (word: string): string => (/^[^A-Z]*$/.test(word) ? word : word.replace(/[A-Z]+/g, letters => letters.toLowerCase()))

// Whether a word stands in a text there, ASCII capitals or not.
function isWritten(word: string, text: string, from: number): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = text.charCodeAt(from + i)
    if (word.charCodeAt(i) !== (c > 0x7f ? c : c | 0x20)) return false
  }
  return true
}

// A word without apostrophes, and in names of bodies without the mark of the possessive and full stops between letters.
const bare = (raw: string, ofPerson: boolean): string =>
  /['.]/.test(raw) ? (ofPerson ? raw : raw.replace(POSSESSIVE, '')).replace(/['.]/g, '') : raw

const NO_PIECES: readonly Piece[] = []

function flagsOf(pieces: readonly Piece[], tokens: readonly (NameToken | null)[]): number {
  return (
    (pieces.some(piece => surelyWadeGiles(piece.text)) ? WHOLE : 0) |
    (tokens.includes(null) ? DEPENDS : 0) |
    (tokens.some(token => token?.kind === 'number') ? NUMBER : 0) |
    (tokens.some(token => token && !EMPTY_KINDS.has(token.kind)) ? NAMING : 0)
  )
}
