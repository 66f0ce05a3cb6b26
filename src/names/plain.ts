import { analyseName } from './analyse.ts'
import { DEPENDS, MOST_LETTERS, NAMING, NOTHING, NUMBER, WHOLE, WordCards } from './cards.ts'
import { NONE, noRoles, tagged } from './tag.ts'
import { MAX_CHARACTERS } from './text.ts'
import type { NameToken } from './token.ts'
import type { AnalysedName, NameKind, NameParts } from './types.ts'
import type { Piece } from './words.ts'
import { withAcronym } from './writings.ts'

/**
 * Gives a function that takes names apart as `analyseName` does, made for many names in a row: the words of a plain name
 * are looked up by their letters, without making a text of each. The name it gives holds until the next call.
 */
export function nameReader(): (text: string, kind: NameKind, parts?: NameParts) => AnalysedName {
  const persons = new PlainWords(true)
  const bodies = new PlainWords(false)
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
const classes = (breaks: string, stops: string, nothing: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, c) => {
    const letter = String.fromCharCode(c)
    if (/[A-Za-z0-9]/.test(letter)) return LETTER
    return breaks.includes(letter) ? BREAK : stops.includes(letter) ? FULL_STOP : nothing.includes(letter) ? NOTHING : 0
  })
const CLASSES_OF_PERSON = classes(' -./()', '', "'")
const CLASSES_OF_BODY = classes(' -', '.', '')

const MOST_WORDS = 24
// Tokens that a name may have to be plain; a word has three at most.
const MOST_TOKENS = 32
// More letters in a row are one word set apart.
const MOST_SINGLE = 4
const SPACE = 0x20
const PRIME = 0x01000193
const BASIS = 0x811c9dc5

/** The words of a plain name with their tokens. */
class PlainWords {
  readonly #ofPerson: boolean
  readonly #classOf: Uint8Array
  readonly #cards: WordCards
  // The cards of the words of the last name.
  readonly #found = new Uint32Array(MOST_WORDS)
  #count = 0

  constructor(ofPerson: boolean) {
    this.#ofPerson = ofPerson
    this.#classOf = ofPerson ? CLASSES_OF_PERSON : CLASSES_OF_BODY
    this.#cards = new WordCards(ofPerson, this.#classOf)
  }

  /** Reads the words of a name; false where it is not plain. */
  read(text: string): boolean {
    this.#count = 0
    if (text.length > MAX_CHARACTERS || (!this.#ofPerson && withAcronym(text))) return false
    this.#cards.tidy()
    return this.#parted(text) && this.#areClear()
  }

  #parted(text: string): boolean {
    const classOf = this.#classOf
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
          if (this.#count === MOST_WORDS) return false
          this.#found[this.#count++] = this.#cards.find(text, from, i, (hash ^ (hash >>> 15)) >>> 0)
        }
        from = i + 1
        length = 0
        hash = BASIS
      }
    }
    return true
  }

  #areClear(): boolean {
    let known = 0
    let single = 0
    for (let i = 0; i < this.#count; i++) {
      const card = this.#found[i] as number
      known |= this.#cards.flags(card)
      single = this.#cards.length(card) === 1 ? single + 1 : 0
      if (single > MOST_SINGLE) return false
    }
    return (known & WHOLE) === 0
  }

  /** Puts the tokens of the words read into `out`; false where they depend on one another. */
  steady(out: NameToken[]): boolean {
    let known = 0
    let numbers = 0
    for (let i = 0; i < this.#count; i++) {
      const flags = this.#cards.flags(this.#found[i] as number)
      known |= flags
      if ((flags & NUMBER) !== 0) numbers++
    }
    if ((known & DEPENDS) !== 0 || (known & NAMING) === 0 || numbers > 1) return false
    out.length = 0
    for (let i = 0; i < this.#count; i++) this.#cards.tokensInto(this.#found[i] as number, out)
    return out.length > 1 && out.length <= MOST_TOKENS
  }

  /** The words read, as they are before it is known what each is. */
  pieces(): readonly Piece[] {
    const out: Piece[] = []
    for (let i = 0; i < this.#count; i++) this.#cards.piecesInto(this.#found[i] as number, out)
    return out
  }
}
